/* Markdown to nodes: walks what cmark-gfm parsed, places blocks, then names what links point at. */
#include "report/build.h"

#include "core/text.h"
#include "report/phrase.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static Node *build_children(Builder *builder, cmark_node *parent, int shift);

/* Adds the inlines of `parent` to a node, from `from` on. */
static void set_spans(Builder *builder, Node *node, cmark_node *from)
{
    SpanList list = {.builder = builder};
    spans_add(&list, from, (Span){0});
    node->spans = list.spans;
    node->nspan = list.nspan;
}

/* "Galvenie secinājumi" -> "galveniesecinajumi". */
static const char *slug(Builder *builder, const Node *node)
{
    char *key = text_key(builder->arena, spans_text(builder->arena, node->spans, node->nspan));
    char *to = key;
    for (const char *from = key; *from; from++)
        if (isalnum((unsigned char)*from))
            *to++ = *from;
    *to = '\0';
    return build_anchor(builder, *key ? key : "section");
}

static Node *build_heading(Builder *builder, cmark_node *source, int shift)
{
    Node *node = build_node(builder, NODE_HEADING);
    int level = cmark_node_get_heading_level(source) + shift;
    node->level = level > 3 ? 3 : level;
    set_spans(builder, node, cmark_node_first_child(source));
    node->anchor = slug(builder, node);
    builder->after_heading = node->level == 1;
    return node;
}

/* The mark that stands alone in a paragraph, or NULL. */
static const Placed *find_placed(const Builder *builder, cmark_node *paragraph)
{
    cmark_node *child = cmark_node_first_child(paragraph);
    if (!child || cmark_node_get_type(child) != CMARK_NODE_TEXT)
        return NULL;
    const char *text = cmark_node_get_literal(child);
    if (!text_starts(text, MARK_OPEN) || !strchr("ben", text[strlen(MARK_OPEN)]))
        return NULL;
    int number = atoi(text + strlen(MARK_OPEN) + 1);
    return number < builder->rendered->nplaced ? &builder->rendered->placed[number] : NULL;
}

/* "3. attēls, 12. lpp.", both linked; the number and page are filled in later. */
static void set_reference(Builder *builder, Node *node, const char *anchor)
{
    bool latvian = builder->document->lang == LANG_LV;
    Span *spans = arena_new(builder->arena, Span, 4);
    const char *link = arena_format(builder->arena, "#%s", anchor);
    spans[0] = (Span){.link = link};
    spans[1] = (Span){.text = latvian ? ", " : ", p." NBSP};
    spans[2] = (Span){.page_of = anchor, .link = link};
    spans[3] = (Span){.text = latvian ? "." NBSP "lpp." : ""};
    node->spans = spans;
    node->nspan = 4;
}

static Node *build_badge(Builder *builder, const Placed *placed)
{
    Node *node = build_node(builder, NODE_BADGE);
    node->grade = placed->grade;
    node->maryland = placed->maryland;
    node->completeness = placed->completeness;
    if (placed->text)
        set_reference(builder, node, placed->text);
    return node;
}

/* The managers' own Markdown; its headings stay below the report's. */
static Node *build_narrative(Builder *builder, const char *markdown, bool foreign)
{
    cmark_node *tree = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
    Node *first = build_children(builder, tree, 2);
    cmark_node_free(tree);
    if (!foreign)
        return first;
    Node *remark = build_node(builder, NODE_PARAGRAPH);
    Span *span = arena_new(builder->arena, Span, 1);
    bool latvian = builder->document->lang == LANG_LV;
    *span =
        (Span){.text = latvian ? "(Teksts iesniegts angliski.)" : "(Text delivered in Latvian.)",
               .italic = true};
    remark->spans = span;
    remark->nspan = 1;
    remark->next = first;
    return remark;
}

static Node *build_placed(Builder *builder, const Placed *placed)
{
    if (placed->kind == PLACE_BADGE)
        return build_badge(builder, placed);
    if (placed->kind == PLACE_NARRATIVE)
        return build_narrative(builder, placed->text, placed->foreign);
    Node *node = build_block(builder, placed->blocks[0]);
    if (!placed->blocks[1])
        return node;
    Node *pair = build_node(builder, NODE_PAIR);
    pair->first = node;
    node->next = build_block(builder, placed->blocks[1]);
    return pair;
}

static Node *build_paragraph(Builder *builder, cmark_node *source)
{
    const Placed *placed = find_placed(builder, source);
    if (placed) {
        builder->after_heading = builder->after_heading && placed->kind == PLACE_BADGE;
        return build_placed(builder, placed);
    }
    Node *node = build_node(builder, builder->after_heading ? NODE_LEAD : NODE_PARAGRAPH);
    set_spans(builder, node, cmark_node_first_child(source));
    builder->after_heading = false;
    return node->nspan ? node : NULL;
}

static Node *build_list(Builder *builder, cmark_node *source, int shift)
{
    Node *list = build_node(builder, NODE_LIST), **link = &list->first;
    list->level = cmark_node_get_list_type(source) == CMARK_ORDERED_LIST;
    for (cmark_node *item = cmark_node_first_child(source); item; item = cmark_node_next(item)) {
        *link = build_node(builder, NODE_ITEM);
        (*link)->first = build_children(builder, item, shift);
        link = &(*link)->next;
    }
    return list;
}

/* The head line of a callout, "[!note] Kā lasīt": its tone and title. The inline after it, or NULL
 * if the quote is no callout. */
static bool read_callout(Builder *builder, cmark_node *quote, int *tone, const char **title,
                         cmark_node **rest)
{
    static const char *const TONES[] = {"[!note]", "[!signal]", "[!noise]", "[!margin]"};
    cmark_node *paragraph = cmark_node_first_child(quote);
    Buffer head = buffer_open(builder->arena);
    cmark_node *at = paragraph ? cmark_node_first_child(paragraph) : NULL;
    for (; at && cmark_node_get_type(at) == CMARK_NODE_TEXT; at = cmark_node_next(at))
        buffer_text(&head, cmark_node_get_literal(at));
    const char *text = buffer_end(&head);
    for (int i = 0; i < COUNT(TONES); i++)
        if (text_starts(text, TONES[i])) {
            *tone = i;
            *title = text_normal(builder->arena, text + strlen(TONES[i]),
                                 strlen(text + strlen(TONES[i])));
            *rest = at ? cmark_node_next(at) : NULL;
            return true;
        }
    return false;
}

static Node *build_quote(Builder *builder, cmark_node *source, int shift)
{
    int tone;
    const char *title;
    cmark_node *rest;
    if (!read_callout(builder, source, &tone, &title, &rest)) {
        Node *quote = build_node(builder, NODE_QUOTE);
        quote->first = build_children(builder, source, shift);
        return quote;
    }
    Node *callout = build_node(builder, tone == 3 ? NODE_MARGIN : NODE_CALLOUT);
    if (tone == 3) {
        set_spans(builder, callout, rest);
        return callout;
    }
    callout->level = tone;
    callout->title = *title ? title : NULL;
    Node *first = build_node(builder, NODE_PARAGRAPH);
    set_spans(builder, first, rest);
    cmark_node *paragraph = cmark_node_first_child(source);
    cmark_node_unlink(paragraph);
    Node *others = build_children(builder, source, shift);
    cmark_node_free(paragraph);
    first->next = others;
    callout->first = first->nspan ? first : others;
    return callout;
}

static void read_table_row(Builder *builder, cmark_node *row, Cell *cells, int limit)
{
    int column = 0;
    for (cmark_node *cell = cmark_node_first_child(row); cell && column < limit;
         cell = cmark_node_next(cell), column++) {
        SpanList list = {.builder = builder};
        spans_add(&list, cmark_node_first_child(cell), (Span){0});
        const char *text = spans_text(builder->arena, list.spans, list.nspan);
        cells[column] = (Cell){.state = *text ? CELL_VALUE : CELL_NOT_APPLICABLE,
                               .number = NAN,
                               .text = *text ? text : NULL};
        for (int i = 0; i < list.nspan && !cells[column].figure; i++)
            cells[column].figure = list.spans[i].figure;
    }
    for (; column < limit; column++)
        cells[column] = (Cell){.state = CELL_NOT_APPLICABLE, .number = NAN};
}

/* A table written in Markdown: text only, without number and title. */
static Node *build_markdown_table(Builder *builder, cmark_node *source)
{
    Arena *arena = builder->arena;
    int ncolumn = (int)cmark_gfm_extensions_get_table_columns(source), nrow = 0;
    for (cmark_node *row = cmark_node_first_child(source); row; row = cmark_node_next(row))
        nrow++;
    TableRow *rows = arena_new(arena, TableRow, nrow);
    TableColumn *columns = arena_new(arena, TableColumn, ncolumn);
    int count = 0;
    for (cmark_node *row = cmark_node_first_child(source); row;
         row = cmark_node_next(row), count++) {
        Cell *cells = arena_new(arena, Cell, ncolumn);
        read_table_row(builder, row, cells, ncolumn);
        rows[count] = (TableRow){ROW_DATA, cells, NULL};
    }
    for (int i = 0; i < ncolumn; i++)
        columns[i] = (TableColumn){.key = arena_format(arena, "column_%d", i + 1),
                                   .title = rows[0].cells[i].text ? rows[0].cells[i].text : "",
                                   .shown = true};
    Table *table = arena_new(arena, Table, 1);
    *table = (Table){columns, ncolumn, rows + 1, nrow - 1};
    Node *node = build_node(builder, NODE_TABLE);
    node->table = table;
    return node;
}

/* Definitions come in the order of their marks. */
static Node *build_footnote(Builder *builder, cmark_node *source)
{
    Node *node = build_node(builder, NODE_FOOTNOTE);
    node->number = ++builder->nfootnote;
    cmark_node *paragraph = cmark_node_first_child(source);
    if (paragraph)
        set_spans(builder, node, cmark_node_first_child(paragraph));
    return node;
}

static Node *build_one(Builder *builder, cmark_node *source, int shift)
{
    cmark_node_type type = cmark_node_get_type(source);
    if (type == CMARK_NODE_HEADING)
        return build_heading(builder, source, shift);
    if (type == CMARK_NODE_PARAGRAPH)
        return build_paragraph(builder, source);
    builder->after_heading = false;
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
        return build_footnote(builder, source);
    if (type == CMARK_NODE_LIST)
        return build_list(builder, source, shift);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        return build_quote(builder, source, shift);
    if (type == CMARK_NODE_THEMATIC_BREAK)
        return build_node(builder, NODE_RULE);
    if (strcmp(cmark_node_get_type_string(source), "table") == 0)
        return build_markdown_table(builder, source);
    return NULL; /* HTML and code blocks have no place in a report */
}

static Node *build_children(Builder *builder, cmark_node *parent, int shift)
{
    Node *first = NULL, **link = &first;
    for (cmark_node *child = cmark_node_first_child(parent); child;) {
        cmark_node *next = cmark_node_next(child);
        *link = build_one(builder, child, shift);
        while (*link)
            link = &(*link)->next;
        child = next;
    }
    return first;
}

static const Node *find_anchor(const Node *node, const char *anchor)
{
    for (; node; node = node->next) {
        if (text_equal(node->anchor, anchor))
            return node;
        const Node *inner = find_anchor(node->first, anchor);
        if (inner)
            return inner;
    }
    return NULL;
}

static const char *target_name(Builder *builder, const Node *target)
{
    Lang lang = builder->document->lang;
    if (target->number)
        return target->kind == NODE_CHART ? phrase_figure(builder->arena, lang, target->number)
                                          : phrase_table(builder->arena, lang, target->number);
    if (target->title)
        return target->title;
    return spans_text(builder->arena, target->spans, target->nspan);
}

/* Gives links without text the name of what they point at. */
static void name_links(Builder *builder, Node *node)
{
    for (; node; node = node->next) {
        for (int i = 0; i < node->nspan; i++) {
            Span *span = (Span *)&node->spans[i];
            if (span->text || span->page_of || !span->link || *span->link != '#')
                continue;
            const Node *target = find_anchor(builder->document->first, span->link + 1);
            span->text = target ? target_name(builder, target) : span->link + 1;
        }
        name_links(builder, node->first);
    }
}

static bool check_links(const Builder *builder)
{
    bool good = true;
    for (int i = 0; i < builder->rendered->nlink; i++) {
        const LinkTarget *link = &builder->rendered->links[i];
        if (strchr(link->anchor, '{') || find_anchor(builder->document->first, link->anchor))
            continue;
        good = diag_fail(builder->run->diag, link->at, MSG_TEMPLATE_ANCHOR, link->anchor);
    }
    return good;
}

bool build_document(Run *run, Arena *arena, const Rendered *rendered, const char *body,
                    Document *document)
{
    Builder builder = {.run = run, .arena = arena, .rendered = rendered, .document = document};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
    cmark_syntax_extension *tables = cmark_find_syntax_extension("table");
    if (tables)
        cmark_parser_attach_syntax_extension(parser, tables);
    cmark_parser_feed(parser, body, strlen(body));
    cmark_node *tree = cmark_parser_finish(parser);
    document->first = build_children(&builder, tree, 0);
    cmark_node_free(tree);
    cmark_parser_free(parser);
    name_links(&builder, document->first);
    return check_links(&builder);
}
