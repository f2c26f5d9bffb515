/* Tables: columns are measured, cells wrap, numbers stand with their decimal commas in line, heads
 * repeat on each page, rows are never split. A table too wide for the page is set denser, then on a
 * turned page. */
#include "report/pdf_flow.h"

#include "core/text.h"
#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define STATUS_INDENT 14.0
#define NATURAL_MOST 230.0

typedef struct {
    const TableColumn *column;
    int index; /* in the table */
    bool numeric, status;
    double least, natural; /* widths */
    double before, after;  /* widest parts of numbers before and from the comma */
    double x, width;
} Column;

typedef struct {
    Layout *layout;
    const Table *table;
    Column *columns;
    int ncolumn;
    TextStyle style, bold, head;
    double width;
    Tag *tag;
} Grid;

/* Where the part after the decimal comma begins: the comma with a digit behind, else the first sign
 * after the digits. */
static const char *comma_at(const char *text)
{
    const char *digit = NULL;
    for (const char *at = text; *at; at++) {
        bool comma = (*at == ',' || *at == '.') && at[1] >= '0' && at[1] <= '9' && digit;
        if (comma && !strpbrk(at + 1, ",."))
            return at;
        if (*at >= '0' && *at <= '9')
            digit = at;
    }
    return digit ? digit + 1 : text + strlen(text);
}

/* English thousands have commas too: a separator counts only if the format has decimals. */
static const char *number_split(const Cell *cell, const char *text)
{
    if (cell->format.decimals > 0 || cell->format.kind == FORMAT_P)
        return comma_at(text);
    const char *digit = text;
    for (const char *at = text; *at; at++)
        if (*at >= '0' && *at <= '9')
            digit = at + 1;
    return digit;
}

static bool cell_numeric(const Cell *cell)
{
    return cell->state == CELL_VALUE && format_is_number(cell->format) &&
           cell->format.kind != FORMAT_DATE;
}

static const TextStyle *cell_style(const Grid *grid, const Column *column, const TableRow *row)
{
    bool bold = column->column->main || row->kind == ROW_TOTAL;
    return bold ? &grid->bold : &grid->style;
}

static const char *grid_cell(const Grid *grid, const Cell *cell)
{
    return format_cell(grid->layout->setter->arena, grid->layout->document->lang, cell);
}

static double width_of(const Grid *grid, const TextStyle *style, const char *text)
{
    return fonts_width(grid->layout->setter->fonts, style->face, style->size, text);
}

static void measure_number(const Grid *grid, Column *column, const TextStyle *style,
                           const Cell *cell)
{
    const char *text = grid_cell(grid, cell), *split = number_split(cell, text);
    const char *left = arena_copy(grid->layout->setter->arena, text, (size_t)(split - text));
    column->before = fmax(column->before, width_of(grid, style, left));
    column->after = fmax(column->after, width_of(grid, style, split));
}

static void measure_text(const Grid *grid, Column *column, const TextStyle *style, const Cell *cell)
{
    const char *text = grid_cell(grid, cell);
    double indent = column->status ? STATUS_INDENT : 0;
    bool mark = cell->state != CELL_VALUE;
    double least =
        mark ? width_of(grid, style, text) : text_least(grid->layout->setter, text, style);
    column->least = fmax(column->least, least + indent);
    column->natural = fmax(column->natural, width_of(grid, style, text) + indent);
}

static const char *column_title(const Grid *grid, const TableColumn *column)
{
    const char *title = column->title ? column->title : "";
    if (!column->unit || !*column->unit)
        return title;
    return arena_format(grid->layout->setter->arena, "%s, %s", title, column->unit);
}

static void column_measure(const Grid *grid, Column *column)
{
    const Table *table = grid->table;
    column->least =
        text_least(grid->layout->setter, column_title(grid, column->column), &grid->head);
    double title = width_of(grid, &grid->head, column_title(grid, column->column));
    column->natural = fmax(column->least, fmin(title, column->numeric ? 60 : 120));
    for (int i = 0; i < table->nrow; i++) {
        const TableRow *row = &table->rows[i];
        const Cell *cell = &row->cells[column->index];
        if (row->kind == ROW_GROUP)
            continue;
        const TextStyle *style = cell_style(grid, column, row);
        if (column->numeric && cell_numeric(cell))
            measure_number(grid, column, style, cell);
        else
            measure_text(grid, column, style, cell);
    }
    column->least = fmax(column->least, column->before + column->after);
    if (column->status && column->natural < 110)
        column->least = column->natural;
    column->natural = fmax(
        column->least, fmin(fmax(column->natural, column->before + column->after), NATURAL_MOST));
}

/* A column is numeric when its numbers are; a text column may hold dashes. */
static bool column_numeric(const Table *table, int index)
{
    bool any = false;
    for (int i = 0; i < table->nrow; i++) {
        const Cell *cell = &table->rows[i].cells[index];
        if (table->rows[i].kind == ROW_GROUP || cell->state != CELL_VALUE)
            continue;
        if (!cell_numeric(cell))
            return false;
        any = true;
    }
    Format format = table->columns[index].format;
    return any || (format_is_number(format) && format.kind != FORMAT_DATE);
}

static Grid grid_make(Layout *layout, const Table *table, StyleUse use)
{
    Arena *arena = layout->setter->arena;
    Grid grid = {.layout = layout,
                 .table = table,
                 .style = TEXT_STYLE[use],
                 .head = TEXT_STYLE[STYLE_TABLE_HEAD]};
    grid.bold = grid.style;
    grid.bold.face = face_variant(grid.style.face, true, false);
    grid.columns = arena_new(arena, Column, table->ncolumn + 1);
    for (int i = 0; i < table->ncolumn; i++) {
        if (!table->columns[i].shown)
            continue;
        Column *column = &grid.columns[grid.ncolumn++];
        column->column = &table->columns[i];
        column->index = i;
        column->numeric = column_numeric(table, i);
        column->status = table->columns[i].format.kind == FORMAT_STATUS;
        column_measure(&grid, column);
    }
    return grid;
}

static double grid_sum(const Grid *grid, bool natural)
{
    double sum = 2 * CELL_PAD_X * (grid->ncolumn - 1);
    for (int i = 0; i < grid->ncolumn; i++)
        sum += natural ? grid->columns[i].natural : grid->columns[i].least;
    return sum;
}

/* Shares out a width: natural widths and a share of what is left, or between least and natural, or
 * below least when nothing else is possible (words are then cut). */
static void grid_share(Grid *grid, double width)
{
    double least = grid_sum(grid, false), natural = grid_sum(grid, true);
    double gaps = 2 * CELL_PAD_X * (grid->ncolumn - 1), x = 0;
    grid->width = width;
    for (int i = 0; i < grid->ncolumn; i++) {
        Column *column = &grid->columns[i];
        if (natural <= width)
            column->width = column->natural * (width - gaps) / fmax(natural - gaps, 1);
        else if (least <= width)
            column->width = column->least + (column->natural - column->least) * (width - least) /
                                                fmax(natural - least, 1);
        else
            column->width = column->least * (width - gaps) / fmax(least - gaps, 1);
        column->x = x;
        x += column->width + 2 * CELL_PAD_X;
    }
}

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
                                    column_title(grid, grid->columns[i].column), &grid->head,
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
    double shift = column->width - width_of(grid, style, text);
    if (cell_numeric(cell)) {
        split = number_split(cell, text);
        const char *left = arena_copy(arena, text, (size_t)(split - text));
        shift = column->width - column->after - width_of(grid, style, left);
    } else if (cell->state != CELL_NOT_DELIVERED && column->before > 0) {
        shift = fmin(shift, column->width - column->after - width_of(grid, style, text));
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
        const TextStyle *style = cell_style(grid, column, row);
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

/* Full width, or the prose's when little is in it. */
static double grid_choose(const Grid *grid, double full)
{
    double natural = grid_sum(grid, true);
    return natural * 1.15 < PROSE_WIDTH && full > PROSE_WIDTH ? PROSE_WIDTH : full;
}

void flow_table(Layout *layout, const Node *node)
{
    if (!node->table || node->table->ncolumn == 0)
        return;
    Layout inner = *layout;
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
