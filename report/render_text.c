/* A document as plain text: for golden tests and for eyes. Nothing is left out that a reader of the
 * other formats sees but pictures; a chart is its data. */
#include "report/document.h"
#include "report/format.h"
#include "report/phrase.h"

#include "core/text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum { WIDTH = 100 };

typedef struct {
    const Document *document;
    Arena *arena;
    Buffer out;
} Text;

/* Breaks `line` into lines of WIDTH behind `indent`; NBSP does not break. */
static void add_wrapped(Text *text, const char *first, const char *indent, const char *line)
{
    const char *lead = first;
    while (*line) {
        int room = WIDTH - text_length(indent), used = 0;
        const char *at = line, *space = NULL;
        while (*at && *at != '\n' && (used < room || !space)) {
            if (*at == ' ')
                space = at;
            text_next(&at);
            used++;
        }
        const char *end = *at && *at != '\n' && *at != ' ' && space ? space : at;
        buffer_text(&text->out, lead);
        buffer_add(&text->out, line, (size_t)(end - line));
        buffer_text(&text->out, "\n");
        line = end + (*end == ' ' || *end == '\n');
        lead = indent;
    }
}

static char *spans_plain(Text *text, const Node *node)
{
    Buffer line = buffer_open(text->arena);
    for (int i = 0; i < node->nspan; i++) {
        const Span *span = &node->spans[i];
        if (span->footnote > 0)
            buffer_format(&line, "[%d]", span->footnote);
        buffer_text(&line, span->page_of ? "…" : span->text ? span->text : "");
        if (text->document->figures && span->figure)
            buffer_format(&line, " {%s}", span->figure);
    }
    return arena_text(text->arena, buffer_end(&line));
}

static const char *shown_text(Text *text, const Cell *cell)
{
    const char *value = format_cell(text->arena, text->document->lang, cell);
    if (text->document->figures && cell->figure)
        return arena_format(text->arena, "%s {%s}", value, cell->figure);
    return value;
}

static void add_row(Text *text, const Table *table, const TableRow *row)
{
    const char *mark = row->kind == ROW_TOTAL ? "  = " : row->kind == ROW_GROUP ? "  # " : "  ";
    buffer_text(&text->out, mark);
    bool first = true;
    for (int i = 0; i < table->ncolumn; i++) {
        if (!table->columns[i].shown)
            continue;
        buffer_format(&text->out, "%s%s", first ? "" : " | ", shown_text(text, &row->cells[i]));
        first = false;
    }
    buffer_text(&text->out, "\n");
    if (row->below)
        add_wrapped(text, "    ↳ ", "      ", row->below);
}

static void add_head(Text *text, const Table *table)
{
    bool first = true;
    buffer_text(&text->out, "  ");
    for (int i = 0; i < table->ncolumn; i++) {
        const TableColumn *column = &table->columns[i];
        if (!column->shown)
            continue;
        buffer_format(&text->out, "%s%s", first ? "" : " | ", column->title);
        if (column->unit)
            buffer_format(&text->out, " (%s)", column->unit);
        first = false;
    }
    buffer_text(&text->out, "\n");
}

static void add_table(Text *text, const Node *node)
{
    Lang lang = text->document->lang;
    if (node->number) {
        char *number = node->kind == NODE_CHART ? phrase_figure(text->arena, lang, node->number)
                                                : phrase_table(text->arena, lang, node->number);
        add_wrapped(text, "", "  ", arena_format(text->arena, "[%s] %s", number, node->title));
    }
    if (node->subtitle)
        add_wrapped(text, "  ", "  ", node->subtitle);
    add_head(text, node->table);
    for (int i = 0; i < node->table->nrow; i++)
        add_row(text, node->table, &node->table->rows[i]);
    if (node->alt)
        add_wrapped(text, "  [alt] ", "  ", node->alt);
    if (node->note)
        add_wrapped(text, "  * ", "    ", node->note);
    buffer_text(&text->out, "\n");
}

static void add_badge(Text *text, const Node *node)
{
    Lang lang = text->document->lang;
    Buffer line = buffer_open(text->arena);
    if (node->grade)
        buffer_format(&line, "GRADE: %s. ", word_find(lang, "grade", node->grade));
    if (node->maryland)
        buffer_format(&line, "%s %d. ", phrase(lang, PHRASE_MARYLAND), node->maryland);
    if (!isnan(node->completeness))
        buffer_format(&line, "%s %s. ", phrase(lang, PHRASE_ADMINISTRATIVE),
                      lang_share(text->arena, lang, node->completeness, 0));
    buffer_text(&line, spans_plain(text, node));
    add_wrapped(text, "  [", "   ", arena_format(text->arena, "%s]", buffer_end(&line)));
    buffer_text(&text->out, "\n");
}

static void add_nodes(Text *text, const Node *node, const char *indent);

static void add_list(Text *text, const Node *list, const char *indent)
{
    int number = 0;
    for (const Node *item = list->first; item; item = item->next) {
        const char *mark = list->level ? arena_format(text->arena, "%d. ", ++number) : "- ";
        const char *inner = arena_format(text->arena, "%s   ", indent);
        const Node *first = item->first;
        if (first && first->nspan) {
            add_wrapped(text, arena_format(text->arena, "%s%s", indent, mark), inner,
                        spans_plain(text, first));
            first = first->next;
        }
        add_nodes(text, first, inner);
    }
    buffer_text(&text->out, "\n");
}

static void add_heading(Text *text, const Node *node)
{
    static const char *const MARKS[] = {"# ", "## ", "### "};
    buffer_text(&text->out, node->level == 1 ? "\n" : "");
    add_wrapped(text, MARKS[node->level - 1], "", spans_plain(text, node));
    buffer_text(&text->out, "\n");
}

static void add_callout(Text *text, const Node *node)
{
    static const char *const TONES[] = {"i", "!", "~"};
    buffer_format(&text->out, "  [%s] %s\n", TONES[node->level], node->title ? node->title : "");
    add_nodes(text, node->first, "  | ");
}

static void add_node(Text *text, const Node *node, const char *indent)
{
    switch (node->kind) {
    case NODE_HEADING:
        add_heading(text, node);
        break;
    case NODE_TABLE:
    case NODE_CHART:
        add_table(text, node);
        break;
    case NODE_LIST:
        add_list(text, node, indent);
        break;
    case NODE_BADGE:
        add_badge(text, node);
        break;
    case NODE_CALLOUT:
        add_callout(text, node);
        break;
    case NODE_QUOTE:
        add_nodes(text, node->first, "  > ");
        break;
    case NODE_PAIR:
        add_nodes(text, node->first, indent);
        break;
    case NODE_RULE:
        buffer_text(&text->out, "---\n\n");
        break;
    case NODE_PAGE:
    case NODE_ITEM:
        break;
    case NODE_FOOTNOTE:
        add_wrapped(text, arena_format(text->arena, "  [%d] ", node->number), "      ",
                    spans_plain(text, node));
        buffer_text(&text->out, "\n");
        break;
    case NODE_PARAGRAPH:
    case NODE_LEAD:
    case NODE_MARGIN:
        add_wrapped(text, indent, indent, spans_plain(text, node));
        buffer_text(&text->out, "\n");
        break;
    }
}

static void add_nodes(Text *text, const Node *node, const char *indent)
{
    for (; node; node = node->next)
        add_node(text, node, indent);
}

static void add_cover(Text *text)
{
    const Document *document = text->document;
    if (document->made_up)
        buffer_format(&text->out, "%s\n", phrase(document->lang, PHRASE_MADE_UP));
    if (document->authority)
        buffer_format(&text->out, "%s\n", phrase(document->lang, PHRASE_AUTHORITY));
    if (document->draft)
        buffer_format(&text->out, "%s\n", phrase(document->lang, PHRASE_DRAFT));
    buffer_format(&text->out, "%s\n%s\n", document->kind, document->title);
    if (document->subtitle)
        add_wrapped(text, "", "", document->subtitle);
    for (int i = 0; i < document->nfact; i++)
        buffer_format(&text->out, "%s: %s\n", document->facts[i].label, document->facts[i].value);
    buffer_format(&text->out, "%s · %s\n\n", document->owner, document->project);
}

static bool render_text(const Document *document, const char *path, Diag *diag)
{
    Text text = {.document = document, .arena = arena_open()};
    text.out = buffer_open(text.arena);
    add_cover(&text);
    add_nodes(&text, document->first, "");
    FILE *file = fopen(path, "wb");
    bool done = file && fputs(buffer_end(&text.out), file) >= 0;
    if (file && fclose(file) != 0)
        done = false;
    arena_close(text.arena);
    return done || diag_fail(diag, (Place){path, 0, 0}, MSG_FILE_WRITE, path, strerror(errno));
}

const Renderer RENDER_TEXT = {"txt", render_text};
