/* Live formulas: "a / b" of a column and sums of totals as Excel writes them, only where every cell
 * they name is a number for all to see and the result is the stored value. */
#include "report/xlsx.h"

#include "report/format.h"

#include <math.h>
#include <string.h>

/* A cell that a formula may name: a number that is there for all to see. */
static bool is_open_number(const Cell *cell)
{
    return cell->state == CELL_VALUE && format_is_number(cell->format) && isfinite(cell->number);
}

static int column_by_key(const Table *table, const char *key, size_t length)
{
    for (int i = 0; i < table->ncolumn; i++)
        if (strlen(table->columns[i].key) == length &&
            strncmp(table->columns[i].key, key, length) == 0)
            return i;
    return -1;
}

static bool same_number(double left, double right)
{
    return fabs(left - right) <= 1e-9 * fmax(fabs(left), fabs(right));
}

static double compute(char sign, double left, double right)
{
    switch (sign) {
    case '/':
        return right == 0 ? NAN : left / right;
    case '*':
        return left * right;
    case '-':
        return left - right;
    default:
        return left + right;
    }
}

/* "a / b" as "=C6/D6"; NULL where a part is not open or the result is not the stored value. */
static const char *row_formula(Xlsx *xlsx, const XlsxTable *layout, const TableRow *row,
                               const char *formula, double value, int at)
{
    size_t first = strcspn(formula, " /*+-");
    const char *sign = formula + first + strspn(formula + first, " ");
    if (!*sign || !strchr("/*+-", *sign))
        return NULL;
    const char *second = sign + 1 + strspn(sign + 1, " ");
    int left = column_by_key(layout->table, formula, first);
    int right = column_by_key(layout->table, second, strcspn(second, " "));
    if (left < 0 || right < 0 || layout->place[left] < 0 || layout->place[right] < 0)
        return NULL;
    const Cell *a = &row->cells[left], *b = &row->cells[right];
    if (!is_open_number(a) || !is_open_number(b) ||
        !same_number(compute(*sign, a->number, b->number), value))
        return NULL;
    Arena *arena = xlsx->arena;
    return arena_format(arena, "=%s%c%s", cell_address(arena, at, layout->place[left]), *sign,
                        cell_address(arena, at, layout->place[right]));
}

/* "=SUM(C6:C10)" over the data rows above; NULL if one is hidden or the sum is another. */
static const char *sum_formula(Xlsx *xlsx, const XlsxTable *layout, int total_row, int column,
                               double value, int at)
{
    const Table *table = layout->table;
    int first = total_row;
    double sum = 0;
    while (first > 0 && table->rows[first - 1].kind == ROW_DATA) {
        const Cell *cell = &table->rows[first - 1].cells[layout->source[column]];
        if (cell->state == CELL_HIDDEN)
            return NULL;
        sum += is_open_number(cell) ? cell->number : 0;
        first--;
    }
    if (first == total_row || !same_number(sum, value))
        return NULL;
    Arena *arena = xlsx->arena;
    return arena_format(arena, "=SUM(%s:%s)", cell_address(arena, at - (total_row - first), column),
                        cell_address(arena, at - 1, column));
}

const char *xlsx_formula(Xlsx *xlsx, const XlsxTable *layout, int row, int column)
{
    const TableRow *from = &layout->table->rows[row];
    const TableColumn *meaning = &layout->table->columns[layout->source[column]];
    const Cell *cell = &from->cells[layout->source[column]];
    int at = XLSX_FIRST_ROW + row;
    if (!is_open_number(cell))
        return NULL;
    if (meaning->formula)
        return row_formula(xlsx, layout, from, meaning->formula, cell->number, at);
    if (from->kind == ROW_TOTAL && meaning->total)
        return sum_formula(xlsx, layout, row, column, cell->number, at);
    return NULL;
}
