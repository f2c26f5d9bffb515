/* Lists every figure that a document prints, in reading order, for `verify` and the figure index.
 */
#include "report/report.h"

#include <string.h>

typedef struct {
    Query query;
    Arena *arena;
    const Document *document;
    int64_t position;
} Lister;

static void keep(Lister *lister, const char *figure, const char *place, const char *text)
{
    query_bind(&lister->query, 1, "ttittt", lister->document->id, lang_code(lister->document->lang),
               ++lister->position, figure, place, text);
    query_run(&lister->query);
}

static void list_table(Lister *lister, const Node *node)
{
    const Table *table = node->table;
    const char *place = node->kind == NODE_CHART ? "chart" : "table";
    for (int row = 0; row < table->nrow; row++)
        for (int i = 0; i < table->ncolumn; i++) {
            const Cell *cell = &table->rows[row].cells[i];
            if (cell->figure && (table->columns[i].shown || table->columns[i].role != ROLE_NONE))
                keep(lister, cell->figure, place,
                     format_cell(lister->arena, lister->document->lang, cell));
        }
}

static void list_nodes(Lister *lister, const Node *node)
{
    for (; node; node = node->next) {
        for (int i = 0; i < node->nspan; i++)
            if (node->spans[i].figure && node->spans[i].text)
                keep(lister, node->spans[i].figure, "prose", node->spans[i].text);
        if (node->table)
            list_table(lister, node);
        list_nodes(lister, node->first);
    }
}

bool report_list_figures(Run *run, Arena *arena, const Document *document)
{
    Lister lister = {.arena = arena, .document = document};
    if (!query_open(&lister.query, run,
                    SQL("INSERT INTO report_figure (document, lang, position, figure, place, text) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")))
        return false;
    list_nodes(&lister, document->first);
    return query_close(&lister.query);
}
