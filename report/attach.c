/* What goes along with a PDF: the workbook of the same document, what each indicator counts, and
 * the inputs and options that the figures come from. */
#include "report/report.h"

#include "core/text.h"

#include <string.h>

static void add_quoted(Buffer *csv, const char *text)
{
    buffer_text(csv, "\"");
    for (const char *at = text ? text : ""; *at; at++)
        buffer_add(csv, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_text(csv, "\"");
}

static bool definitions(Run *run, Arena *arena, Lang lang, const char **text)
{
    static const char *const HEAD[] = {
        "kods,rādītājs,mērvienība,definīcija,ieskaitīts,nav ieskaitīts\n",
        "code,indicator,unit,definition,counted,not counted\n"};
    Sql sql = lang == LANG_LV
                  ? SQL("SELECT kpi, title_lv, unit, definition_lv, counted_lv, not_counted_lv "
                        "FROM metrics_catalogue_published ORDER BY position, kpi")
                  : SQL("SELECT kpi, coalesce(title_en, title_lv), unit, "
                        "coalesce(definition_en, definition_lv), coalesce(counted_en, counted_lv), "
                        "coalesce(not_counted_en, not_counted_lv) "
                        "FROM metrics_catalogue_published ORDER BY position, kpi");
    Query query;
    if (!query_open(&query, run, sql))
        return false;
    Buffer csv = buffer_open(arena);
    buffer_text(&csv, HEAD[lang]);
    while (query_next(&query)) {
        for (int i = 0; i < query_ncolumn(&query); i++) {
            buffer_text(&csv, i > 0 ? "," : "");
            add_quoted(&csv, query_text(&query, i));
        }
        buffer_text(&csv, "\n");
    }
    *text = buffer_end(&csv);
    return query_close(&query);
}

bool report_attach(Run *run, Arena *arena, Document *document, const char *workbook,
                   const char *workbook_path)
{
    bool latvian = document->lang == LANG_LV;
    const char *csv, *json;
    if (!definitions(run, arena, document->lang, &csv) || !report_inputs(run, arena, &json))
        return false;
    Attached *list = arena_new(arena, Attached, 3);
    list[0] =
        (Attached){.name = workbook,
                   .description = latvian ? "visas tabulas" : "all tables",
                   .media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                   .relation = "Data",
                   .path = workbook_path};
    list[1] = (Attached){.name = latvian ? "raditaji.csv" : "indicators.csv",
                         .description = latvian ? "rādītāju definīcijas" : "indicator definitions",
                         .media = "text/csv",
                         .relation = "Supplement",
                         .bytes = csv,
                         .size = strlen(csv)};
    list[2] = (Attached){.name = "inputs.json",
                         .description = latvian ? "dati un iestatījumi" : "data and settings",
                         .media = "application/json",
                         .relation = "Source",
                         .bytes = json,
                         .size = strlen(json)};
    document->attached = list;
    document->nattached = 3;
    return true;
}
