/* The contents: two levels in the prose column with page numbers and links, lists of figures and
 * tables in the margin column, or below where they are long. */
#include "report/pdf_book.h"

#include "core/text.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define NUMBER_WIDTH 24.0
#define PAGE_COLUMN 26.0
#define SIDE_GAP 24.0

const char *heading_text(Arena *arena, const Node *heading)
{
    Buffer text = buffer_open(arena);
    for (int i = 0; i < heading->nspan; i++)
        if (heading->spans[i].text && !heading->spans[i].footnote)
            buffer_text(&text, heading->spans[i].text);
    return buffer_end(&text);
}

/* "6.2. Ietekme" → "6.2" and "Ietekme"; no number gives "". */
static const char *heading_split(Arena *arena, const char *text, const char **number)
{
    size_t length = strspn(text, "0123456789.");
    *number = "";
    if (length == 0 || text[length] != ' ' || text[0] == '.')
        return text;
    size_t digits = length;
    while (digits > 0 && text[digits - 1] == '.')
        digits--;
    if (length == digits) /* a year or a count, not a number of a section */
        return text;
    *number = arena_copy(arena, text, digits);
    return text + length + 1;
}

/* One line of contents: number, title, page; the title and page are links. */
typedef struct {
    const char *number, *title;
    const Node *node;
    StyleUse use;
    double number_width, width; /* of all; the page stands at its right end */
} Entry;

static Span *entry_span(Layout *layout, const char *text, const Node *node)
{
    Span *span = arena_new(layout->setter->arena, Span, 1);
    span->text = text;
    if (node->anchor)
        span->link = arena_format(layout->setter->arena, "#%s", node->anchor);
    return span;
}

static Lines *entry_lines(Layout *layout, Tag *tag, const Span *span, const TextStyle *style,
                          double width)
{
    Lines *lines = arena_new(layout->setter->arena, Lines, 1);
    *lines = text_break(layout->setter, tag, span, 1, style, width, BREAK_PLAIN);
    /* links of the contents are in ink, not in the accent */
    for (int i = 0; i < lines->nline; i++)
        for (int k = 0; k < lines->lines[i].npiece; k++)
            lines->lines[i].pieces[k].style.color = style->color;
    return lines;
}

static void entry_flow(Layout *layout, const Book *book, Tag *list, const Entry *entry,
                       double before)
{
    Arena *arena = layout->setter->arena;
    const TextStyle *style = &TEXT_STYLE[entry->use];
    Tag *tag = tag_new(arena, list, "TOCI");
    const Spot *spot = book_spot(book, entry->node);
    int page = spot ? spot->page + 1 : 0;
    const char *shown = page > 0 ? arena_format(arena, "%d", page) : "00";
    double right = entry->width;
    Lines *title = entry_lines(layout, tag, entry_span(layout, entry->title, entry->node), style,
                               right - entry->number_width - PAGE_COLUMN);
    Lines *number = entry_lines(layout, tag, entry_span(layout, shown, entry->node), style, 60);
    if (title->nline == 0)
        return;
    for (int i = 0; i < title->nline; i++) {
        Slab *slab = flow_add(layout, style->leading, i == 0 ? before : 0);
        slab->keep = i + 1 < title->nline;
        if (i == 0 && *entry->number) {
            Lines *label = arena_new(arena, Lines, 1);
            TextStyle grey = *style;
            if (entry->use == STYLE_CONTENTS_SIDE)
                grey.color = COLOR_TEXT2;
            *label = text_break_plain(layout->setter, tag, entry->number, &grey, 100, BREAK_PLAIN);
            slab_line(layout, slab, layout->x, line_base(style), &label->lines[0]);
        }
        slab_line(layout, slab, layout->x + entry->number_width, line_base(style),
                  &title->lines[i]);
        if (i == 0)
            slab_line(layout, slab, layout->x + right - number->lines[0].width, line_base(style),
                      &number->lines[0]);
    }
}

static void contents_heading(Layout *layout, Book *book)
{
    Arena *arena = book->kept;
    if (!book->contents) {
        Span *span = arena_new(arena, Span, 1);
        span->text = phrase(book->document->lang, PHRASE_CONTENTS);
        book->contents = arena_new(arena, Node, 1);
        *book->contents = (Node){.kind = NODE_HEADING, .level = 1, .spans = span, .nspan = 1};
    }
    Node *kept = book->contents;
    flow_nodes(layout, kept);
    layout->flow->slabs[layout->flow->nslab - 1].height += 10;
}

/* Room for numbers only where a heading has one. */
static double number_room(Arena *arena, const Node *node)
{
    for (; node; node = node->next) {
        const char *number = "";
        if (node->kind == NODE_HEADING && node->level <= 2)
            heading_split(arena, heading_text(arena, node), &number);
        if (*number)
            return NUMBER_WIDTH;
    }
    return 0;
}

static void headings_flow(Layout *layout, const Book *book, Tag *list, const Node *node)
{
    bool first = true;
    double room = number_room(layout->setter->arena, node);
    for (; node; node = node->next) {
        if (node->kind != NODE_HEADING || node->level > 2)
            continue;
        Entry entry = {.node = node,
                       .number_width = room,
                       .width = PROSE_WIDTH,
                       .use = node->level == 1 ? STYLE_CONTENTS_1 : STYLE_CONTENTS_2};
        entry.title = heading_split(layout->setter->arena,
                                    heading_text(layout->setter->arena, node), &entry.number);
        entry_flow(layout, book, list, &entry, first ? 0 : node->level == 1 ? 6 : 0);
        first = false;
    }
}

/* Tables and charts with a number, also inside pairs and callouts. */
static int side_entries(Layout *layout, const Book *book, Tag *list, const Node *node,
                        NodeKind kind, double width)
{
    int count = 0;
    for (; node; node = node->next) {
        if (node->kind == kind && node->number > 0 && node->title) {
            Entry entry = {.number = arena_format(layout->setter->arena, "%d", node->number),
                           .title = node->title,
                           .node = node,
                           .use = STYLE_CONTENTS_SIDE,
                           .number_width = 17,
                           .width = width};
            entry_flow(layout, book, list, &entry, 2.5);
            count++;
        }
        count += side_entries(layout, book, list, node->first, kind, width);
    }
    return count;
}

static void side_head(Layout *layout, const char *title, double width)
{
    Arena *arena = layout->setter->arena;
    Slab *top = flow_add(layout, 4, SIDE_GAP);
    top->keep = true;
    Canvas *rule = layout_canvas(layout, width);
    canvas_line(rule, 0, 0, width, 0, paint_line(COLOR_INK, 0.75));
    slab_marks(layout, top, 0, 0.4, rule, NULL);
    Lines *lines = arena_new(arena, Lines, 1);
    *lines = text_break_plain(layout->setter, tag_new(arena, layout->tag, "P"), title,
                              &TEXT_STYLE[STYLE_H3], width, BREAK_PLAIN);
    flow_text(layout, lines, &TEXT_STYLE[STYLE_H3], layout->x, 0, true);
}

static void side_list(Layout *layout, const Book *book, NodeKind kind, Phrase title, double width)
{
    Flow *all = layout->flow, own = {0};
    layout->flow = &own;
    Tag *list = tag_new(layout->setter->arena, layout->tag, "TOC");
    side_head(layout, phrase(book->document->lang, title), width);
    int count = side_entries(layout, book, list, book->document->first, kind, width);
    layout->flow = all;
    for (int i = 0; count > 0 && i < own.nslab; i++) {
        Slab *slab = flow_add(layout, own.slabs[i].height, own.slabs[i].before);
        const Slab *margin = slab->margin;
        *slab = own.slabs[i];
        slab->margin = margin;
    }
}

/* Files that go with the document, by name. */
static void side_files(Layout *layout, const Book *book, double width)
{
    const Document *document = book->document;
    Arena *arena = layout->setter->arena;
    if (document->nattached == 0)
        return;
    side_head(layout, phrase(document->lang, PHRASE_FILES), width);
    for (int i = 0; i < document->nattached; i++) {
        const TextStyle *style = &TEXT_STYLE[STYLE_CONTENTS_SIDE];
        Lines *lines = arena_new(arena, Lines, 1);
        *lines = text_break_plain(layout->setter, tag_new(arena, layout->tag, "P"),
                                  arena_format(arena, "%s – %s", document->attached[i].name,
                                               document->attached[i].description),
                                  style, width, BREAK_PLAIN);
        flow_text(layout, lines, style, layout->x, 1.5, true);
    }
    layout->flow->slabs[layout->flow->nslab - 1].keep = false;
}

static void side_flow(Layout *layout, const Book *book, double width)
{
    side_list(layout, book, NODE_CHART, PHRASE_FIGURES, width);
    side_list(layout, book, NODE_TABLE, PHRASE_TABLES, width);
    side_files(layout, book, width);
}

void contents_flow(Layout *layout, Book *book)
{
    Arena *arena = layout->setter->arena;
    contents_heading(layout, book);
    Flow *side = arena_new(arena, Flow, 1);
    Layout inner = *layout;
    inner.flow = side;
    inner.x = 0;
    inner.waiting = NULL;
    side_flow(&inner, book, MARGIN_WIDTH);
    Slab *merged = flow_merge(&inner, side);
    bool fits = merged->height < PAGE_BOTTOM - PAGE_TOP - 60;
    int first = layout->flow->nslab;
    headings_flow(layout, book, tag_new(arena, layout->tag, "TOC"), book->document->first);
    if (side->nslab == 0)
        return;
    if (fits && first < layout->flow->nslab) {
        Slab *beside = arena_new(arena, Slab, 1);
        slab_merge(layout, beside, merged, MARGIN_X, 0);
        beside->height = merged->height;
        beside->late = true;
        layout->flow->slabs[first].margin = beside;
        return;
    }
    Layout below = *layout;
    below.x = 0;
    side_flow(&below, book, PROSE_WIDTH);
}
