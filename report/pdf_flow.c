/* Nodes become slabs: headings, paragraphs, lists, callouts, pairs. Tables and charts stand in
 * files of their own. */
#include "report/pdf_flow.h"

#include <math.h>
#include <string.h>

#define LIST_INDENT 14.0

static void flow_node(Layout *layout, const Node *node);

double line_base(const TextStyle *style)
{
    return (style->leading + 0.64 * style->size) / 2;
}

Canvas *layout_canvas(const Layout *layout, double width)
{
    Canvas *canvas = arena_new(layout->setter->arena, Canvas, 1);
    *canvas = canvas_open(layout->setter->arena, layout->measure, layout->document->lang, width);
    return canvas;
}

Slab *flow_add(Layout *layout, double height, double before)
{
    Flow *flow = layout->flow;
    flow->slabs = arena_room(layout->setter->arena, flow->slabs, sizeof *flow->slabs, flow->nslab,
                             &flow->capacity);
    Slab *slab = &flow->slabs[flow->nslab++];
    *slab = (Slab){.height = height, .before = before, .panel = layout->panel};
    if (layout->waiting && *layout->waiting) {
        slab->margin = *layout->waiting;
        *layout->waiting = NULL;
    }
    return slab;
}

static Item *slab_item(const Layout *layout, Slab *slab)
{
    slab->items = arena_room(layout->setter->arena, slab->items, sizeof *slab->items, slab->nitem,
                             &slab->capacity);
    Item *item = &slab->items[slab->nitem++];
    *item = (Item){0};
    return item;
}

Item *slab_line(const Layout *layout, Slab *slab, double x, double y, const Line *line)
{
    Item *item = slab_item(layout, slab);
    item->x = x;
    item->y = y;
    item->line = line;
    return item;
}

Item *slab_marks(const Layout *layout, Slab *slab, double x, double y, const Canvas *marks,
                 Tag *tag)
{
    Item *item = slab_item(layout, slab);
    item->x = x;
    item->y = y;
    item->marks = marks;
    item->tag = tag;
    return item;
}

void slab_merge(const Layout *layout, Slab *slab, const Slab *other, double dx, double dy)
{
    for (int i = 0; i < other->nitem; i++) {
        Item *item = slab_item(layout, slab);
        *item = other->items[i];
        item->x += dx;
        item->y += dy;
    }
}

static void panel_draw(const Layout *layout, Slab *slab, const Panel *panel, double top,
                       double bottom)
{
    Canvas *canvas = layout_canvas(layout, panel->width);
    canvas_rect(canvas, 0, 0, panel->width, bottom - top, paint_fill(panel->fill));
    canvas_rect(canvas, 0, 0, CALLOUT_BAR, bottom - top, paint_fill(panel->bar));
    slab_marks(layout, slab, panel->x, top, canvas, NULL);
}

/* Grounds first, then what stands on them. */
Slab *flow_merge(const Layout *layout, const Flow *flow)
{
    Slab *all = arena_new(layout->setter->arena, Slab, 1);
    double *tops = arena_new(layout->setter->arena, double, flow->nslab + 1);
    double y = 0;
    for (int i = 0; i < flow->nslab; i++) {
        y += i > 0 ? flow->slabs[i].before : 0;
        tops[i] = y;
        y += flow->slabs[i].height;
    }
    for (int i = 0; i < flow->nslab;) {
        int k = i;
        while (k + 1 < flow->nslab && flow->slabs[k + 1].panel == flow->slabs[i].panel)
            k++;
        if (flow->slabs[i].panel)
            panel_draw(layout, all, flow->slabs[i].panel, tops[i], tops[k] + flow->slabs[k].height);
        i = k + 1;
    }
    for (int i = 0; i < flow->nslab; i++)
        slab_merge(layout, all, &flow->slabs[i], 0, tops[i]);
    all->height = y;
    return all;
}

int flow_text(Layout *layout, const Lines *lines, const TextStyle *style, double x, double before,
              bool keep)
{
    int first = layout->flow->nslab, n = lines->nline;
    for (int i = 0; i < n; i++) {
        Slab *slab = flow_add(layout, style->leading, i == 0 ? before : 0);
        slab_line(layout, slab, x, line_base(style), &lines->lines[i]);
        slab->keep = keep || (i == 0 && n > 1) || i == n - 2;
        if (i == n - 1)
            slab->keep = keep;
    }
    return first;
}

static void name_here(Layout *layout, int index, const Node *node)
{
    if (index < layout->flow->nslab && layout->flow->slabs[index].nitem > 0)
        layout->flow->slabs[index].items[0].node = node;
}

static void flow_heading(Layout *layout, const Node *node)
{
    static const char *const TAGS[] = {"H1", "H2", "H3"};
    static const StyleUse USES[] = {STYLE_H1, STYLE_H2, STYLE_H3};
    static const double BEFORE[] = {SPACE_H2, SPACE_H2, SPACE_H3};
    int level = node->level < 1 ? 1 : node->level > 3 ? 3 : node->level;
    int shown = layout->document->brief && level == 1 ? 2 : level;
    bool opens = level == 1 && !layout->nested;
    if (opens)
        layout->tag = tag_new(layout->setter->arena, layout->document_tag, "Sect");
    const TextStyle *style = &TEXT_STYLE[USES[shown - 1]];
    Tag *tag = tag_new(layout->setter->arena, layout->tag, TAGS[level - 1]);
    double width = layout->narrow ? layout->width : shown == 1 ? layout->full : LEAD_WIDTH;
    Lines lines =
        text_break(layout->setter, tag, node->spans, node->nspan, style, width, BREAK_PLAIN);
    int first = flow_text(layout, &lines, style, layout->x, BEFORE[shown - 1], true);
    if (lines.nline == 0)
        return;
    layout->flow->slabs[first].page = opens && !layout->document->brief;
    layout->flow->slabs[layout->flow->nslab - 1].height += shown == 1 ? 4 : 1;
    name_here(layout, first, node);
}

/* The space above a paragraph: less after a heading, which keeps what follows. */
static double space_before(const Layout *layout, double usual)
{
    const Flow *flow = layout->flow;
    bool after_heading = flow->nslab > 0 && flow->slabs[flow->nslab - 1].keep;
    return after_heading ? fmin(usual, SPACE_AFTER_HEADING / 2) : usual;
}

static void flow_paragraph(Layout *layout, const Node *node, const TextStyle *style, double width)
{
    Tag *tag = tag_new(layout->setter->arena, layout->tag, "P");
    Lines lines =
        text_break(layout->setter, tag, node->spans, node->nspan, style, width, BREAK_HYPHENATED);
    int first =
        flow_text(layout, &lines, style, layout->x, space_before(layout, SPACE_PARAGRAPH), false);
    name_here(layout, first, node);
}

static void flow_lead(Layout *layout, const Node *node)
{
    flow_paragraph(layout, node, &TEXT_STYLE[STYLE_LEAD],
                   layout->narrow ? layout->width : fmin(LEAD_WIDTH, layout->full));
    if (layout->flow->nslab > 0)
        layout->flow->slabs[layout->flow->nslab - 1].height += SPACE_AFTER_HEADING;
}

static void flow_item(Layout *layout, const Node *node, const char *label, Tag *list, double indent)
{
    Arena *arena = layout->setter->arena;
    Tag *item = tag_new(arena, list, "LI");
    Tag *label_tag = tag_new(arena, item, "Lbl");
    Layout inner = *layout;
    inner.tag = tag_new(arena, item, "LBody");
    inner.x += indent;
    inner.width -= indent;
    inner.nested = true;
    int first = layout->flow->nslab;
    flow_nodes(&inner, node->first);
    if (first == layout->flow->nslab)
        return;
    Slab *slab = &layout->flow->slabs[first];
    slab->before = fmin(slab->before, SPACE_ITEM);
    Lines *lines = arena_new(arena, Lines, 1);
    *lines = text_break_plain(layout->setter, label_tag, label, layout->body, 100, BREAK_PLAIN);
    /* the label is read first */
    Slab merged = *slab;
    slab->items = NULL;
    slab->nitem = slab->capacity = 0;
    slab_line(layout, slab, layout->x + 2, line_base(layout->body), &lines->lines[0]);
    slab_merge(layout, slab, &merged, 0, 0);
}

static void flow_list(Layout *layout, const Node *node)
{
    Tag *list = tag_new(layout->setter->arena, layout->tag, "L");
    list->numbering = node->level == 1 ? "Decimal" : "Disc";
    int number = 1, first = layout->flow->nslab, count = 0;
    for (const Node *item = node->first; item; item = item->next)
        count++;
    double indent = node->level != 1 ? LIST_INDENT : count < 10 ? 16 : count < 100 ? 21 : 27;
    for (const Node *item = node->first; item; item = item->next) {
        const char *label =
            node->level == 1 ? arena_format(layout->setter->arena, "%d.", number++) : "•";
        flow_item(layout, item, label, list, indent);
    }
    if (first < layout->flow->nslab)
        layout->flow->slabs[first].before = space_before(layout, SPACE_PARAGRAPH);
}

static void flow_callout(Layout *layout, const Node *node)
{
    const Color bars[] = {COLOR_ACCENT, COLOR_SIGNAL, COLOR_MARK};
    Arena *arena = layout->setter->arena;
    Panel *panel = arena_new(arena, Panel, 1);
    *panel = (Panel){COLOR_PANEL, bars[node->level >= 0 && node->level < 3 ? node->level : 0],
                     layout->x, layout->width};
    Layout inner = *layout;
    inner.tag = tag_new(arena, layout->tag, "Div");
    inner.panel = panel;
    inner.x += CALLOUT_BAR + CALLOUT_PAD_X;
    inner.width -= CALLOUT_BAR + 2 * CALLOUT_PAD_X;
    inner.full = inner.width;
    inner.body = &TEXT_STYLE[STYLE_CALLOUT];
    inner.nested = inner.narrow = true;
    Slab *top = flow_add(&inner, CALLOUT_PAD_Y, SPACE_H3);
    top->keep = true;
    int first = layout->flow->nslab;
    if (node->title) {
        const TextStyle *style = &TEXT_STYLE[STYLE_H3];
        Tag *tag = tag_new(arena, inner.tag, "P");
        double indent = node->level > 0 ? 14 : 0;
        Lines *lines = arena_new(arena, Lines, 1);
        *lines = text_break_plain(layout->setter, tag, node->title, style, inner.width - indent,
                                  BREAK_PLAIN);
        flow_text(&inner, lines, style, inner.x + indent, 0, true);
        if (indent > 0 && first < layout->flow->nslab) {
            Canvas *shape = layout_canvas(layout, 10);
            canvas_status(shape, 4.5, 0, node->level == 1 ? "signal" : "noise");
            slab_marks(layout, &layout->flow->slabs[first], inner.x, style->leading / 2, shape,
                       NULL);
        }
    }
    flow_nodes(&inner, node->first);
    if (first < layout->flow->nslab && !node->title)
        layout->flow->slabs[first].before = 0;
    layout->flow->slabs[layout->flow->nslab - 1].keep = true;
    flow_add(&inner, CALLOUT_PAD_Y + 1, 0);
}

static void flow_quote(Layout *layout, const Node *node)
{
    Layout inner = *layout;
    inner.tag = tag_new(layout->setter->arena, layout->tag, "BlockQuote");
    inner.x += LIST_INDENT;
    inner.width -= LIST_INDENT;
    inner.nested = inner.narrow = true;
    int first = layout->flow->nslab;
    flow_nodes(&inner, node->first);
    if (node->nspan > 0)
        flow_paragraph(&inner, node, layout->body, inner.width);
    for (int i = first; i < layout->flow->nslab; i++) {
        Canvas *bar = layout_canvas(layout, 2);
        double above = i == first ? 0 : layout->flow->slabs[i].before;
        canvas_rect(bar, 0, -above, 1.5, layout->flow->slabs[i].height + above,
                    paint_fill(COLOR_RULE));
        slab_marks(layout, &layout->flow->slabs[i], layout->x + 2, 0, bar, NULL);
    }
}

static void flow_rule(Layout *layout, const Node *node)
{
    (void)node;
    Slab *slab = flow_add(layout, 1, SPACE_H3);
    Canvas *rule = layout_canvas(layout, layout->width);
    canvas_line(rule, 0, 0, layout->width, 0, paint_line(COLOR_RULE, 0.5));
    slab_marks(layout, slab, layout->x, 0.5, rule, NULL);
}

/* A column of a pair: its nodes at half width. */
static Slab *column_make(Layout *layout, const Node *node, const Node *end, double width)
{
    Arena *arena = layout->setter->arena;
    Flow *flow = arena_new(arena, Flow, 1);
    const Slab **waiting = arena_new(arena, const Slab *, 1);
    Layout inner = *layout;
    inner.flow = flow;
    inner.x = 0;
    inner.width = inner.full = width;
    inner.nested = inner.narrow = true;
    inner.waiting = waiting;
    inner.panel = NULL;
    for (const Node *at = node; at && at != end; at = at->next)
        flow_node(&inner, at);
    return flow_merge(&inner, flow);
}

static void flow_pair(Layout *layout, const Node *node)
{
    const Node *left = node->first, *right = left ? left->next : NULL;
    double half = (layout->full - PAIR_GUTTER) / 2;
    bool wide = !right || layout->full < 300 ||
                (left->kind == NODE_CHART && chart_is_wide(left->chart)) ||
                (right->kind == NODE_CHART && chart_is_wide(right->chart));
    if (!wide) {
        Slab *first = column_make(layout, left, right, half);
        Slab *second = column_make(layout, right, NULL, half);
        double height = fmax(first->height, second->height);
        if (height < PAGE_BOTTOM - PAGE_TOP - 80) {
            Slab *slab = flow_add(layout, height, SPACE_FIGURE);
            slab->wide = true;
            slab_merge(layout, slab, first, 0, 0);
            slab_merge(layout, slab, second, half + PAIR_GUTTER, 0);
            return;
        }
    }
    flow_nodes(layout, node->first);
}

static void flow_break(Layout *layout, const Node *node)
{
    (void)node;
    flow_add(layout, 0, 0)->page = true;
}

static void flow_body(Layout *layout, const Node *node)
{
    flow_paragraph(layout, node, layout->body, layout->width);
}

typedef void NodeFlow(Layout *layout, const Node *node);

static void flow_node(Layout *layout, const Node *node)
{
    static NodeFlow *const FLOWS[] = {
        [NODE_HEADING] = flow_heading, [NODE_PARAGRAPH] = flow_body,  [NODE_LEAD] = flow_lead,
        [NODE_LIST] = flow_list,       [NODE_TABLE] = flow_table,     [NODE_CHART] = flow_chart,
        [NODE_PAIR] = flow_pair,       [NODE_CALLOUT] = flow_callout, [NODE_MARGIN] = flow_margin,
        [NODE_BADGE] = flow_badge,     [NODE_QUOTE] = flow_quote,     [NODE_RULE] = flow_rule,
        [NODE_PAGE] = flow_break,
    };
    if ((int)node->kind < COUNT(FLOWS) && FLOWS[node->kind])
        FLOWS[node->kind](layout, node);
}

void flow_nodes(Layout *layout, const Node *first)
{
    for (const Node *node = first; node; node = node->next)
        flow_node(layout, node);
}
