/* Frames of tables and charts, charts themselves, and what stands in the margin column: notes and
 * evidence badges. */
#include "report/pdf_flow.h"

#include "core/text.h"
#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

static void caption_part(Layout *layout, const char *text, StyleUse use, Tag *tag, double width,
                         double before, const Node *node)
{
    if (!text || !*text)
        return;
    Lines *lines = arena_new(layout->setter->arena, Lines, 1);
    *lines = text_break_plain(layout->setter, tag, text, &TEXT_STYLE[use], width, BREAK_PLAIN);
    int first = flow_text(layout, lines, &TEXT_STYLE[use], 0, before, true);
    if (node && first < layout->flow->nslab)
        layout->flow->slabs[first].items[0].node = node;
}

/* The paragraph that first refers to a table or chart; NULL if none does. */
static const Node *referrer(const Node *node, const char *anchor)
{
    for (; node; node = node->next) {
        bool text = node->kind == NODE_PARAGRAPH || node->kind == NODE_LEAD;
        for (int i = 0; text && i < node->nspan; i++) {
            const char *link = node->spans[i].link;
            if (link && *link == '#' && strcmp(link + 1, anchor) == 0)
                return node;
        }
        const Node *inner = referrer(node->first, anchor);
        if (inner)
            return inner;
    }
    return NULL;
}

/* The number of a figure leads back to where the text speaks of it. */
static void caption_number(Layout *layout, const Node *node, Tag *tag, double width)
{
    Lang lang = layout->document->lang;
    Arena *arena = layout->setter->arena;
    const Node *back = node->anchor ? referrer(layout->document->first, node->anchor) : NULL;
    const TextStyle *style = &TEXT_STYLE[STYLE_FIGURE_NUMBER];
    const char *text = node->kind == NODE_CHART ? phrase_figure(arena, lang, node->number)
                                                : phrase_table(arena, lang, node->number);
    Lines *lines = arena_new(arena, Lines, 1);
    *lines = text_break_plain(layout->setter, back ? tag_new(arena, tag, "Link") : tag, text, style,
                              width, BREAK_PLAIN);
    for (int i = 0; back && i < lines->nline; i++)
        for (int k = 0; k < lines->lines[i].npiece; k++)
            lines->lines[i].pieces[k].target = back;
    flow_text(layout, lines, style, 0, 0, true);
}

void flow_caption(Layout *layout, const Node *node, Tag *tag, double width)
{
    if (!node->title && node->number == 0)
        return;
    Slab *top = flow_add(layout, 4, layout->nested ? SPACE_H3 : SPACE_FIGURE);
    top->keep = true;
    Canvas *canvas = layout_canvas(layout, width);
    canvas_line(canvas, 0, 0, width, 0, paint_line(COLOR_INK, 0.75));
    slab_marks(layout, top, 0, 0.4, canvas, NULL)->node = node;
    if (node->number > 0)
        caption_number(layout, node, tag, width);
    caption_part(layout, node->title, STYLE_FIGURE_TITLE, tag, fmin(width, LEAD_WIDTH), 0, NULL);
    caption_part(layout, node->subtitle, STYLE_FIGURE_SUBTITLE, tag, fmin(width, LEAD_WIDTH), 0,
                 NULL);
}

/* What names a row: its first text. */
static const char *row_name(const Layout *layout, const Table *table, const TableRow *row)
{
    for (int i = 0; i < table->ncolumn; i++)
        if (row->cells[i].state == CELL_VALUE && row->cells[i].text)
            return format_cell(layout->setter->arena, layout->document->lang, &row->cells[i]);
    return "";
}

/* --figures: the ids of all figures of a table or chart, row by row. */
static const char *figure_list(const Layout *layout, const Table *table)
{
    Buffer out = buffer_open(layout->setter->arena);
    for (int r = 0; table && r < table->nrow; r++) {
        const char *before = row_name(layout, table, &table->rows[r]);
        for (int i = 0; i < table->ncolumn; i++) {
            const char *figure = table->rows[r].cells[i].figure;
            if (!figure)
                continue;
            buffer_format(&out, "%s%s {%s}", out.length > 0 ? "; " : "", before, figure);
            before = table->columns[i].title;
        }
    }
    return buffer_end(&out);
}

static void note_text(Layout *layout, const char *text, Tag *tag, double width, bool whole)
{
    Flow *flow = layout->flow;
    if (!text || !*text)
        return;
    const TextStyle *style = &TEXT_STYLE[STYLE_FIGURE_NOTE];
    Lines *lines = arena_new(layout->setter->arena, Lines, 1);
    *lines = text_break_plain(layout->setter, tag, text, style, width, BREAK_PLAIN);
    if (flow->nslab > 0)
        flow->slabs[flow->nslab - 1].keep = true;
    int first = flow_text(layout, lines, style, 0, 3, true);
    for (int i = first; i < flow->nslab; i++)
        flow->slabs[i].keep = whole && i + 1 < flow->nslab;
}

void flow_note(Layout *layout, const Node *node, Tag *tag, double width)
{
    note_text(layout, node->note, tag, width, true);
    if (layout->document->figures)
        note_text(layout, figure_list(layout, node->table),
                  tag_new(layout->setter->arena, layout->tag, "P"), width, false);
}

void flow_chart(Layout *layout, const Node *node)
{
    Arena *arena = layout->setter->arena;
    Layout inner = *layout;
    inner.tag = tag_new(arena, layout->tag, "Div");
    Tag *figure = tag_new(arena, inner.tag, "Figure");
    Canvas *canvas = arena_new(arena, Canvas, 1);
    *canvas = chart_layout(arena, layout->measure, layout->document, node, layout->full);
    figure->alt = node->alt ? node->alt : chart_alt(arena, layout->document, node);
    figure->boxed = true;
    int first = layout->flow->nslab;
    flow_caption(&inner, node, tag_new(arena, inner.tag, "Caption"), layout->full);
    Slab *slab = flow_add(&inner, canvas->height, first == layout->flow->nslab ? SPACE_FIGURE : 7);
    slab_marks(&inner, slab, 0, 0, canvas, figure)->node =
        first + 1 == layout->flow->nslab ? node : NULL;
    int chart = layout->flow->nslab;
    flow_note(&inner, node, tag_new(arena, inner.tag, "P"), layout->full);
    for (int i = first; i < layout->flow->nslab; i++) {
        layout->flow->slabs[i].wide = !layout->nested;
        if (i + 1 < layout->flow->nslab && (i < chart || !layout->document->figures))
            layout->flow->slabs[i].keep = true;
    }
}

/* Lays out into a slab beside the flow; it waits for the next slab. */
static void margin_put(Layout *layout, Flow *flow)
{
    if (flow->nslab == 0)
        return;
    Slab *merged = flow_merge(layout, flow);
    if (layout->narrow || !layout->waiting) {
        Slab *slab = flow_add(layout, merged->height, SPACE_PARAGRAPH);
        slab_merge(layout, slab, merged, layout->x, 0);
        return;
    }
    Slab *waiting = arena_new(layout->setter->arena, Slab, 1);
    if (*layout->waiting) {
        slab_merge(layout, waiting, *layout->waiting, 0, 0);
        waiting->height = (*layout->waiting)->height + SPACE_PARAGRAPH;
    }
    slab_merge(layout, waiting, merged, MARGIN_X, waiting->height);
    waiting->height += merged->height;
    *layout->waiting = waiting;
}

static Layout margin_layout(const Layout *layout, Flow *flow)
{
    Layout inner = *layout;
    inner.flow = flow;
    inner.x = 0;
    inner.width = layout->narrow ? layout->width : MARGIN_WIDTH;
    inner.full = inner.width;
    inner.body = &TEXT_STYLE[STYLE_MARGIN];
    inner.nested = inner.narrow = true;
    inner.waiting = NULL;
    inner.panel = NULL;
    return inner;
}

void flow_margin(Layout *layout, const Node *node)
{
    Flow *flow = arena_new(layout->setter->arena, Flow, 1);
    Layout inner = margin_layout(layout, flow);
    if (node->nspan > 0) {
        Tag *tag = tag_new(layout->setter->arena, layout->tag, "P");
        Lines *lines = arena_new(layout->setter->arena, Lines, 1);
        *lines = text_break(layout->setter, tag, node->spans, node->nspan, inner.body, inner.width,
                            BREAK_HYPHENATED);
        flow_text(&inner, lines, inner.body, 0, 0, true);
    }
    flow_nodes(&inner, node->first);
    margin_put(layout, flow);
}

static void badge_text(Layout *layout, const char *text, Face face, Color color, double x,
                       const Canvas *shape)
{
    TextStyle style = TEXT_STYLE[STYLE_MARGIN];
    style.face = face;
    style.color = color;
    Lines *lines = arena_new(layout->setter->arena, Lines, 1);
    Tag *tag = tag_new(layout->setter->arena, layout->tag, "P");
    *lines = text_break_plain(layout->setter, tag, text, &style, layout->width - x, BREAK_PLAIN);
    int first = flow_text(layout, lines, &style, x, 2, true);
    if (first < layout->flow->nslab)
        slab_marks(layout, &layout->flow->slabs[first], 0, 0, shape, NULL);
}

static void page_icon(Canvas *canvas)
{
    canvas_rect(canvas, 0.5, 1, 7.5, 8.5, paint_line(COLOR_TEXT2, 0.8));
    canvas_line(canvas, 2.3, 4, 6.2, 4, paint_line(COLOR_TEXT2, 0.8));
    canvas_line(canvas, 2.3, 6.5, 6.2, 6.5, paint_line(COLOR_TEXT2, 0.8));
}

void flow_badge(Layout *layout, const Node *node)
{
    Arena *arena = layout->setter->arena;
    Lang lang = layout->document->lang;
    Flow *flow = arena_new(arena, Flow, 1);
    Layout inner = margin_layout(layout, flow);
    inner.tag = tag_new(arena, layout->tag, "Div");
    double middle = TEXT_STYLE[STYLE_MARGIN].leading / 2;
    int level = phrase_grade_level(node->grade);
    if (level > 0) {
        Canvas *discs = layout_canvas(layout, 40);
        canvas_grade(discs, 0, middle, level);
        badge_text(&inner, phrase_grade(lang, node->grade), FACE_SANS_BOLD, COLOR_INK, 40, discs);
    }
    if (node->maryland > 0) {
        Canvas *bars = layout_canvas(layout, 20);
        canvas_maryland(bars, 0, middle + 3.5, node->maryland);
        badge_text(
            &inner,
            arena_format(arena, "%s" NBSP "%d", phrase(lang, PHRASE_MARYLAND), node->maryland),
            FACE_SANS, COLOR_TEXT2, 26, bars);
    }
    if (level == 0 && isfinite(node->completeness)) {
        Canvas *icon = layout_canvas(layout, 10);
        page_icon(icon);
        badge_text(&inner,
                   arena_format(arena, "%s %s", phrase(lang, PHRASE_ADMINISTRATIVE),
                                lang_share(arena, lang, node->completeness, 0)),
                   FACE_SANS, COLOR_INK, 12, icon);
    }
    if (node->nspan > 0) {
        Tag *tag = tag_new(arena, inner.tag, "P");
        Lines *lines = arena_new(arena, Lines, 1);
        *lines = text_break(layout->setter, tag, node->spans, node->nspan,
                            &TEXT_STYLE[STYLE_MARGIN], inner.width, BREAK_PLAIN);
        flow_text(&inner, lines, &TEXT_STYLE[STYLE_MARGIN], 0, 2, true);
    }
    margin_put(layout, flow);
}
