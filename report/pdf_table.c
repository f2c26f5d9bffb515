/* Tables: columns are measured, cells wrap, numbers stand with their decimal commas in line, heads
 * repeat on each page, rows are never split. A table too wide for the page is set denser, then on a
 * turned page. */
#include "report/pdf_grid.h"

#include "core/text.h"
#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

static void rule(const Grid *grid, Slab *slab, double y, double weight, Color color)
{
    Canvas *canvas = layout_canvas(grid->layout, grid->width);
    canvas_line(canvas, 0, 0, grid->width, 0, paint_line(color, weight));
    slab_marks(grid->layout, slab, 0, y, canvas, NULL);
}

static Tag *cell_tag(const Grid *grid, Tag *row, bool head, const char *scope)
{
    Tag *tag = tag_new(grid->layout->setter->arena, row, head ? "TH" : "TD");
    tag->scope = head ? scope : NULL;
    return tag;
}

/* Heads stand at the bottom of their row, aligned as their column. */
static void grid_head(Grid *grid, double before)
{
    Arena *arena = grid->layout->setter->arena;
    Lines *heads = arena_new(arena, Lines, grid->ncolumn + 1);
    Tag *row = tag_new(arena, grid->tag, "TR");
    int most = 1;
    for (int i = 0; i < grid->ncolumn; i++) {
        heads[i] = text_break_plain(grid->layout->setter, cell_tag(grid, row, true, "Column"),
                                    grid_title(grid, grid->columns[i].column), &grid->head,
                                    fmax(grid->columns[i].width, 20), BREAK_HYPHENATED);
        most = heads[i].nline > most ? heads[i].nline : most;
    }
    double height = 2 * (CELL_PAD_Y + 1) + most * grid->head.leading;
    Slab *slab = flow_add(grid->layout, height, before);
    slab->keep = slab->wide = true;
    rule(grid, slab, 0, 0.75, COLOR_INK);
    rule(grid, slab, height, 0.75, COLOR_INK);
    for (int i = 0; i < grid->ncolumn; i++)
        for (int k = 0; k < heads[i].nline; k++) {
            const Line *line = &heads[i].lines[k];
            const Column *column = &grid->columns[i];
            double x = column->numeric ? column->x + column->width - line->width : column->x;
            double y = height - CELL_PAD_Y - 1 - (heads[i].nline - k) * grid->head.leading +
                       line_base(&grid->head);
            slab_line(grid->layout, slab, x, y, line);
        }
}

/* A line of one number, its comma at the column's comma. */
static void set_number(const Grid *grid, Slab *slab, const Column *column, const TextStyle *style,
                       const Cell *cell, Tag *tag, double top)
{
    Arena *arena = grid->layout->setter->arena;
    const char *text = grid_cell(grid, cell), *split = text + strlen(text);
    double shift = column->width - grid_width(grid, style, text);
    if (cell_numeric(cell)) {
        split = number_split(cell, text);
        const char *left = arena_copy(arena, text, (size_t)(split - text));
        shift = column->width - column->after - grid_width(grid, style, left);
    } else if (cell->state != CELL_NOT_DELIVERED && column->before > 0) {
        shift = fmin(shift, column->width - column->after - grid_width(grid, style, text));
    }
    Lines *lines = arena_new(arena, Lines, 1);
    Span *span = arena_new(arena, Span, 1);
    *span = (Span){.text = text, .figure = cell->state == CELL_VALUE ? cell->figure : NULL};
    *lines = text_break(grid->layout->setter, tag, span, 1, style, 1e6, BREAK_PLAIN);
    if (lines->nline > 0)
        slab_line(grid->layout, slab, column->x + fmax(shift, 0), top + line_base(style),
                  &lines->lines[0]);
}

static int set_text(const Grid *grid, Slab *slab, const Column *column, const TextStyle *style,
                    const Cell *cell, Tag *tag, double top)
{
    Arena *arena = grid->layout->setter->arena;
    bool shape = column->status && cell->state == CELL_VALUE;
    double indent = shape ? STATUS_INDENT : 0;
    Span *span = arena_new(arena, Span, 1);
    *span = (Span){.text = grid_cell(grid, cell),
                   .figure = cell->state == CELL_VALUE ? cell->figure : NULL};
    Lines lines = text_break(grid->layout->setter, tag, span, 1, style, column->width - indent,
                             BREAK_HYPHENATED);
    for (int i = 0; i < lines.nline; i++)
        slab_line(grid->layout, slab, column->x + indent,
                  top + i * style->leading + line_base(style), &lines.lines[i]);
    if (shape) {
        Canvas *canvas = layout_canvas(grid->layout, 10);
        canvas_status(canvas, 4.5, 0, cell->text);
        slab_marks(grid->layout, slab, column->x, top + style->leading / 2, canvas, NULL);
    }
    return lines.nline;
}

static void grid_group(Grid *grid, const TableRow *row)
{
    Arena *arena = grid->layout->setter->arena;
    TextStyle style = grid->bold;
    style.color = COLOR_ACCENT;
    const char *text = "";
    for (int i = 0; i < grid->ncolumn && !*text; i++)
        if (row->cells[grid->columns[i].index].state != CELL_NOT_APPLICABLE)
            text = grid_cell(grid, &row->cells[grid->columns[i].index]);
    Tag *tag = cell_tag(grid, tag_new(arena, grid->tag, "TR"), true, "Row");
    tag->column_span = grid->ncolumn;
    Lines *lines = arena_new(arena, Lines, 1);
    *lines = text_break_plain(grid->layout->setter, tag, text, &style, grid->width, BREAK_PLAIN);
    double height = 2 * CELL_PAD_Y + 3 + lines->nline * style.leading;
    Slab *slab = flow_add(grid->layout, height, 0);
    slab->keep = slab->wide = true;
    for (int i = 0; i < lines->nline; i++)
        slab_line(grid->layout, slab, 0, CELL_PAD_Y + 3 + i * style.leading + line_base(&style),
                  &lines->lines[i]);
    rule(grid, slab, 0, 0.75, COLOR_INK);
    rule(grid, slab, height, 0.35, COLOR_RULE);
}

static double grid_below(Grid *grid, Slab *slab, const char *text, Tag *row, double top)
{
    const TextStyle *style = &TEXT_STYLE[STYLE_TABLE_BELOW];
    double x = grid->ncolumn > 1 ? grid->columns[1].x : 0;
    if (grid->width - x < grid->width / 2)
        x = grid->columns[0].x;
    Tag *tag = cell_tag(grid, row, false, NULL);
    tag->column_span = grid->ncolumn;
    Lines lines =
        text_break_plain(grid->layout->setter, tag, text, style, grid->width - x, BREAK_HYPHENATED);
    for (int i = 0; i < lines.nline; i++)
        slab_line(grid->layout, slab, x, top + i * style->leading + line_base(style),
                  &lines.lines[i]);
    return lines.nline * style->leading + 1;
}

static void grid_row(Grid *grid, const TableRow *row)
{
    Tag *tag = tag_new(grid->layout->setter->arena, grid->tag, "TR");
    Slab *slab = flow_add(grid->layout, 0, 0);
    slab->wide = true;
    if (row->kind == ROW_TOTAL)
        rule(grid, slab, 0, 0.75, COLOR_INK);
    int most = 1;
    for (int i = 0; i < grid->ncolumn; i++) {
        const Column *column = &grid->columns[i];
        const Cell *cell = &row->cells[column->index];
        const TextStyle *style = grid_style(grid, column, row);
        Tag *own = cell_tag(grid, tag, i == 0 && !column->numeric, "Row");
        int nline = 1;
        if (column->numeric && (cell_numeric(cell) || cell->state != CELL_VALUE))
            set_number(grid, slab, column, style, cell, own, CELL_PAD_Y);
        else
            nline = set_text(grid, slab, column, style, cell, own, CELL_PAD_Y);
        most = nline > most ? nline : most;
    }
    double height = 2 * CELL_PAD_Y + most * grid->style.leading;
    if (row->below && *row->below) {
        Tag *under = tag_new(grid->layout->setter->arena, grid->tag, "TR");
        height += grid_below(grid, slab, row->below, under, height - CELL_PAD_Y + 1);
    }
    slab->height = height;
    rule(grid, slab, height, 0.35, COLOR_RULE);
}

static void grid_empty(Grid *grid)
{
    Arena *arena = grid->layout->setter->arena;
    Tag *tag = cell_tag(grid, tag_new(arena, grid->tag, "TR"), false, NULL);
    tag->column_span = grid->ncolumn;
    Lines *lines = arena_new(arena, Lines, 1);
    *lines = text_break_plain(grid->layout->setter, tag,
                              phrase(grid->layout->document->lang, PHRASE_NO_DATA), &grid->style,
                              grid->width, BREAK_PLAIN);
    Slab *slab = flow_add(grid->layout, 2 * CELL_PAD_Y + grid->style.leading, 0);
    slab->wide = true;
    slab_line(grid->layout, slab, 0, CELL_PAD_Y + line_base(&grid->style), &lines->lines[0]);
}

static void grid_rows(Grid *grid, int head)
{
    const Table *table = grid->table;
    int first = grid->layout->flow->nslab;
    for (int i = 0; i < table->nrow; i++) {
        if (table->rows[i].kind == ROW_GROUP)
            grid_group(grid, &table->rows[i]);
        else
            grid_row(grid, &table->rows[i]);
    }
    if (table->nrow == 0)
        grid_empty(grid);
    Flow *flow = grid->layout->flow;
    Slab *kept = arena_new(grid->layout->setter->arena, Slab, 1);
    *kept = flow->slabs[head];
    for (int i = first; i < flow->nslab; i++)
        flow->slabs[i].head = kept;
    /* no row alone at either end of a page */
    if (flow->nslab - first > 2)
        flow->slabs[flow->nslab - 2].keep = true;
    Slab *last = &flow->slabs[flow->nslab - 1];
    rule(grid, last, last->height, 0.75, COLOR_INK);
}

void flow_table(Layout *layout, const Node *node)
{
    if (!node->table || node->table->ncolumn == 0)
        return;
    Layout inner = *layout;
    Setter plain = *layout->setter;
    plain.figures = false; /* ids stand in a list below, not in cells */
    inner.setter = arena_new(layout->setter->arena, Setter, 1);
    *inner.setter = plain;
    double full = layout->full;
    Grid grid = grid_make(&inner, node->table, STYLE_TABLE);
    if (grid_sum(&grid, false) > full || grid_sum(&grid, true) > full * 1.5)
        grid = grid_make(&inner, node->table, STYLE_TABLE_DENSE);
    bool turned = !layout->nested && grid_sum(&grid, false) > full;
    if (turned)
        full = PAGE_HEIGHT - 2 * PAGE_MARGIN;
    grid_share(&grid, turned ? full : grid_choose(&grid, full));
    Arena *arena = layout->setter->arena;
    inner.tag = tag_new(arena, layout->tag, "Div");
    grid.tag = tag_new(arena, inner.tag, "Table");
    int first = layout->flow->nslab;
    flow_caption(&inner, node, tag_new(arena, grid.tag, "Caption"), grid.width);
    int head = layout->flow->nslab;
    bool bare = head == first;
    grid_head(&grid, bare ? SPACE_PARAGRAPH : 5);
    grid_rows(&grid, head);
    if (bare)
        layout->flow->slabs[first].items[0].node = node;
    flow_note(&inner, node, tag_new(arena, inner.tag, "P"),
              fmin(full, fmax(grid.width, PROSE_WIDTH)));
    for (int i = first; i < layout->flow->nslab; i++) {
        layout->flow->slabs[i].turned = turned;
        layout->flow->slabs[i].wide = !layout->nested && grid.width > PROSE_WIDTH + 1;
    }
}
