/* A grid (labels × series × status) stands in a workbook as it does in print: a row for each label,
 * a column for each series. */
#include "report/xlsx.h"

static TableColumn *pivot_columns(const Data *data, const char *const *series, int nseries)
{
    const Table *table = data->table;
    TableColumn *columns = arena_new(data->arena, TableColumn, nseries + 1);
    columns[0] = table->columns[data_column(data, ROLE_LABEL)];
    columns[0].shown = columns[0].main = true;
    for (int k = 0; k < nseries; k++) {
        columns[k + 1] = table->columns[data_column(data, ROLE_STATUS)];
        columns[k + 1].key = columns[k + 1].title = series[k];
        columns[k + 1].shown = true;
    }
    return columns;
}

static const Cell *pivot_row(const Data *data, const char *label, const char *const *series,
                             int nseries)
{
    Cell *cells = arena_new(data->arena, Cell, nseries + 1);
    int status = data_column(data, ROLE_STATUS),
        first = data_find(data, ROLE_LABEL, label, ROLE_NONE, NULL);
    cells[0] = data->table->rows[first].cells[data_column(data, ROLE_LABEL)];
    for (int k = 0; k < nseries; k++) {
        int row = data_find(data, ROLE_LABEL, label, ROLE_SERIES, series[k]);
        cells[k + 1] = row >= 0 ? data->table->rows[row].cells[status]
                                : (Cell){.state = CELL_NOT_APPLICABLE,
                                         .format = data->table->columns[status].format};
    }
    return cells;
}

const Node *xlsx_pivot(Xlsx *xlsx, const Node *node)
{
    const char **labels, **series;
    Data data = {xlsx->document, node, node->table, xlsx->arena, xlsx->lang};
    if (node->chart != CHART_GRID || data_column(&data, ROLE_LABEL) < 0 ||
        data_column(&data, ROLE_SERIES) < 0 || data_column(&data, ROLE_STATUS) < 0)
        return node;
    int nlabel = data_levels(&data, ROLE_LABEL, &labels);
    int nseries = data_levels(&data, ROLE_SERIES, &series);
    TableRow *rows = arena_new(xlsx->arena, TableRow, nlabel + 1);
    for (int i = 0; i < nlabel; i++)
        rows[i] = (TableRow){ROW_DATA, pivot_row(&data, labels[i], series, nseries), NULL};
    Table *table = arena_new(xlsx->arena, Table, 1);
    *table = (Table){pivot_columns(&data, series, nseries), nseries + 1, rows, nlabel};
    Node *copy = arena_new(xlsx->arena, Node, 1);
    *copy = *node;
    copy->table = table;
    return copy;
}
