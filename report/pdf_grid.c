/* Measuring of tables: least and natural widths of columns, decimal commas, the choice of a width.
 */
#include "report/pdf_grid.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <string.h>

#define NATURAL_MOST 230.0

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
const char *number_split(const Cell *cell, const char *text)
{
    if (cell->format.decimals > 0 || cell->format.kind == FORMAT_P)
        return comma_at(text);
    const char *digit = text;
    for (const char *at = text; *at; at++)
        if (*at >= '0' && *at <= '9')
            digit = at + 1;
    return digit;
}

bool cell_numeric(const Cell *cell)
{
    return cell->state == CELL_VALUE && format_is_number(cell->format) &&
           cell->format.kind != FORMAT_DATE;
}

const TextStyle *grid_style(const Grid *grid, const Column *column, const TableRow *row)
{
    bool bold = column->column->main || row->kind == ROW_TOTAL;
    return bold ? &grid->bold : &grid->style;
}

const char *grid_cell(const Grid *grid, const Cell *cell)
{
    return format_cell(grid->layout->setter->arena, grid->layout->document->lang, cell);
}

double grid_width(const Grid *grid, const TextStyle *style, const char *text)
{
    return fonts_width(grid->layout->setter->fonts, style->face, style->size, text);
}

static void measure_number(const Grid *grid, Column *column, const TextStyle *style,
                           const Cell *cell)
{
    const char *text = grid_cell(grid, cell), *split = number_split(cell, text);
    const char *left = arena_copy(grid->layout->setter->arena, text, (size_t)(split - text));
    column->before = fmax(column->before, grid_width(grid, style, left));
    column->after = fmax(column->after, grid_width(grid, style, split));
}

static void measure_text(const Grid *grid, Column *column, const TextStyle *style, const Cell *cell)
{
    const char *text = grid_cell(grid, cell);
    double indent = column->status ? STATUS_INDENT : 0;
    bool mark = cell->state != CELL_VALUE;
    double least =
        mark ? grid_width(grid, style, text) : text_least(grid->layout->setter, text, style);
    /* parts of a word measure a little more than the word, which is kerned */
    column->least = fmax(column->least, least + indent + 0.5);
    column->natural = fmax(column->natural, grid_width(grid, style, text) + indent + 0.5);
}

const char *grid_title(const Grid *grid, const TableColumn *column)
{
    const char *title = column->title ? column->title : "";
    if (!column->unit || !*column->unit)
        return title;
    return arena_format(grid->layout->setter->arena, "%s, %s", title, column->unit);
}

static void column_measure(const Grid *grid, Column *column)
{
    const Table *table = grid->table;
    column->least = text_least(grid->layout->setter, grid_title(grid, column->column), &grid->head);
    double title = grid_width(grid, &grid->head, grid_title(grid, column->column));
    column->natural = fmax(column->least, fmin(title, column->numeric ? 60 : 120));
    for (int i = 0; i < table->nrow; i++) {
        const TableRow *row = &table->rows[i];
        const Cell *cell = &row->cells[column->index];
        if (row->kind == ROW_GROUP)
            continue;
        const TextStyle *style = grid_style(grid, column, row);
        if (column->numeric && cell_numeric(cell))
            measure_number(grid, column, style, cell);
        else
            measure_text(grid, column, style, cell);
    }
    column->least = fmax(column->least, column->before + column->after);
    /* short words stay on one line */
    if (!column->numeric && column->natural < (column->status ? 110 : 70))
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

Grid grid_make(Layout *layout, const Table *table, StyleUse use)
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

double grid_sum(const Grid *grid, bool natural)
{
    double sum = 2 * CELL_PAD_X * (grid->ncolumn - 1);
    for (int i = 0; i < grid->ncolumn; i++)
        sum += natural ? grid->columns[i].natural : grid->columns[i].least;
    return sum;
}

/* Shares out a width: natural widths and a share of what is left, or between least and natural, or
 * below least when nothing else is possible (words are then cut). */
void grid_share(Grid *grid, double width)
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

/* Full width, or the prose's when little is in it and nothing has to wrap. */
double grid_choose(const Grid *grid, double full)
{
    double line = 2 * CELL_PAD_X * (grid->ncolumn - 1);
    for (int i = 0; i < grid->ncolumn; i++)
        line += fmax(grid->columns[i].line, grid->columns[i].natural);
    return line * 1.05 < PROSE_WIDTH && full > PROSE_WIDTH ? PROSE_WIDTH : full;
}
