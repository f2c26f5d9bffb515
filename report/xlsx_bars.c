/* Native bars: simple ones over the table's own cells, grouped and stacked ones over a region with
 * a column for each series; Gantt and calendar as bars from a date to a date. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>

static CellRange table_range(const Plot *plot, Role role)
{
    int column = data_column(plot->data, role);
    int place = column < 0 ? -1 : plot->layout->place[column];
    if (place < 0)
        return (CellRange){-1, 0, -1, 0};
    return (CellRange){XLSX_FIRST_ROW, place, plot->layout->last_data_row, place};
}

/* Labels of a series: the value, or the mark of a cell that has none. */
static const char *const *state_labels(const Plot *plot, Role role)
{
    int count = plot->layout->last_data_row - XLSX_FIRST_ROW + 1,
        column = data_column(plot->data, role);
    const char **labels = arena_new(plot->xlsx->arena, const char *, count);
    bool any = false;
    for (int row = 0; row < count; row++) {
        const TableRow *from = &plot->layout->table->rows[row];
        const Cell *cell = &from->cells[column];
        if (from->kind == ROW_GROUP)
            labels[row] = "";
        else if (cell->state != CELL_VALUE)
            labels[row] = format_mark(plot->xlsx->lang, cell->state);
        any = any || labels[row];
    }
    return any ? labels : NULL;
}

static const char *series_name(const Plot *plot, Role role, Phrase otherwise)
{
    int column = data_column(plot->data, role);
    const char *title = plot->layout->table->columns[column].title;
    return title ? title : xlsx_phrase(plot->xlsx, otherwise);
}

static void add_column(Plot *plot, SheetSeries *series, int *count, Role role, Phrase otherwise,
                       uint32_t color, bool labels)
{
    CellRange values = table_range(plot, role);
    if (values.first_row < 0)
        return;
    series[(*count)++] = (SheetSeries){.name = series_name(plot, role, otherwise),
                                       .sheet = plot->sheet,
                                       .categories = table_range(plot, ROLE_LABEL),
                                       .values = values,
                                       .fill = color,
                                       .labels = labels ? LABEL_OUTSIDE_END : LABEL_NONE,
                                       .label_number = plot_format(plot, role),
                                       .label_texts = labels ? state_labels(plot, role) : NULL,
                                       .in_legend = true};
}

/* Categories from the top down, values along the bottom. */
static void bar_axes(const Plot *plot, SheetChart *chart)
{
    chart->x = plot_axis();
    chart->x.reversed = true;
    chart->x.crossing_max = true;
    chart->x.labels_low = true;
    chart->y = plot_axis();
    chart->y.gridlines = true;
    chart->y.number = plot_format(plot, ROLE_Y);
}

static double bar_height(int categories, int series)
{
    double height = 90 + categories * (series > 1 ? 9.0 * series + 12 : 22);
    return fmin(fmax(height, 160), 620);
}

static bool simple_bars(Plot *plot)
{
    SheetSeries series[3];
    int count = 0;
    add_column(plot, series, &count, ROLE_Y, PHRASE_BOOK_VALUE, xlsx_color(COLOR_ACCENT), true);
    add_column(plot, series, &count, ROLE_TARGET, PHRASE_TARGET, xlsx_color(COLOR_MARK), false);
    add_column(plot, series, &count, ROLE_FORECAST, PHRASE_FORECAST, xlsx_color(COLOR_RULE), false);
    int rows = plot->layout->last_data_row - XLSX_FIRST_ROW + 1;
    if (count == 0 || rows < 1 || table_range(plot, ROLE_LABEL).first_row < 0)
        return false;
    SheetChart chart = {.kind = SHEET_CHART_BAR,
                        .series = series,
                        .nseries = count,
                        .legend = count > 1,
                        .gap = count > 1 ? 40 : 67};
    bar_axes(plot, &chart);
    plot_reserve(plot, bar_height(rows, count));
    plot_chart(plot, &chart, plot->entry->node->title, bar_height(rows, count));
    return true;
}

/* --- one column a series --- */

static bool is_row(const Plot *plot, int row, Role role, const char *text)
{
    return !text || text_equal(data_text(plot->data, row, role), text);
}

/* The row with these texts, or -1. */
static int find_row(const Plot *plot, const char *group, const char *label, const char *series)
{
    const int *rows;
    int count = plot_rows(plot, &rows);
    for (int i = 0; i < count; i++)
        if (is_row(plot, rows[i], ROLE_GROUP, group) && is_row(plot, rows[i], ROLE_LABEL, label) &&
            is_row(plot, rows[i], ROLE_SERIES, series))
            return rows[i];
    return -1;
}

typedef struct {
    const char **groups, **labels, **series;
    int ngroup, nlabel, nseries;
} Levels;

static Levels find_levels(const Plot *plot)
{
    Levels levels = {0};
    static const char *any[] = {NULL};
    levels.ngroup = data_levels(plot->data, ROLE_GROUP, &levels.groups);
    if (levels.ngroup == 0 || !plot_has(plot, ROLE_GROUP)) {
        levels.groups = any;
        levels.ngroup = 1;
    }
    levels.nlabel = data_levels(plot->data, ROLE_LABEL, &levels.labels);
    levels.nseries = data_levels(plot->data, ROLE_SERIES, &levels.series);
    return levels;
}

/* A row for each label (and group that has it), a column for each series; returns the rows. */
static int wide_region(Plot *plot, const Levels *levels, int head)
{
    int at = head + 1;
    plot_head(plot, head, 0, "");
    for (int k = 0; k < levels->nseries; k++)
        plot_head(plot, head, 1 + k, levels->series[k]);
    for (int i = 0; i < levels->nlabel; i++)
        for (int g = 0; g < levels->ngroup; g++) {
            if (find_row(plot, levels->groups[g], levels->labels[i], NULL) < 0)
                continue;
            const char *name = levels->groups[g]
                                   ? arena_format(plot->xlsx->arena, "%s · %s", levels->labels[i],
                                                  levels->groups[g])
                                   : levels->labels[i];
            plot_text(plot, at, 0, name);
            for (int k = 0; k < levels->nseries; k++) {
                int row = find_row(plot, levels->groups[g], levels->labels[i], levels->series[k]);
                if (row >= 0)
                    plot_link(plot, at, 1 + k, row, ROLE_Y);
            }
            at++;
        }
    return at - head - 1;
}

static uint32_t series_color(const Plot *plot, const Levels *levels, int k)
{
    if (plot->entry->node->chart == CHART_LIKERT && levels->nseries == LIKERT_COUNT)
        return xlsx_color(COLOR_LIKERT[k]);
    return plot_color(levels->series[k], k);
}

/* White on dark, ink on light. */
static uint32_t label_color(uint32_t fill)
{
    double light = 0.3 * (fill >> 16 & 255) + 0.59 * (fill >> 8 & 255) + 0.11 * (fill & 255);
    return xlsx_color(light < 140 ? COLOR_WHITE : COLOR_INK);
}

/* A part of nothing has no room for its "0". */
static const char *without_zero(const Plot *plot, const char *number)
{
    return arena_format(plot->xlsx->arena, "%s;-%s;", number, number);
}

static void wide_series(const Plot *plot, const Levels *levels, int head, int rows, bool stacked,
                        SheetSeries *series)
{
    for (int k = 0; k < levels->nseries; k++) {
        uint32_t fill = series_color(plot, levels, k);
        series[k] = (SheetSeries){.name = levels->series[k],
                                  .sheet = plot->sheet,
                                  .categories = plot_cells(plot, head + 1, head + rows, 0),
                                  .values = plot_cells(plot, head + 1, head + rows, 1 + k),
                                  .fill = fill,
                                  .line = stacked ? xlsx_color(COLOR_WHITE) : 0,
                                  .line_pt = stacked ? 0.5 : 0,
                                  .labels = stacked ? LABEL_CENTRE : LABEL_OUTSIDE_END,
                                  .label_number = without_zero(plot, plot_format(plot, ROLE_Y)),
                                  .label_color = stacked ? label_color(fill) : 0,
                                  .in_legend = true};
    }
}

static bool wide_bars(Plot *plot)
{
    Levels levels = find_levels(plot);
    ChartKind kind = plot->entry->node->chart;
    bool stacked = kind == CHART_STACKED || kind == CHART_LIKERT;
    if (levels.nlabel == 0 || levels.nseries == 0)
        return false;
    double height = bar_height(levels.nlabel * levels.ngroup, stacked ? 1 : levels.nseries);
    plot_reserve(plot, height);
    int head = plot_region(plot), rows = wide_region(plot, &levels, head);
    SheetSeries *series = arena_new(plot->xlsx->arena, SheetSeries, levels.nseries);
    wide_series(plot, &levels, head, rows, stacked, series);
    SheetChart chart = {.kind = kind == CHART_LIKERT ? SHEET_CHART_BAR_PERCENT
                                : stacked            ? SHEET_CHART_BAR_STACKED
                                                     : SHEET_CHART_BAR,
                        .series = series,
                        .nseries = levels.nseries,
                        .legend = true,
                        .gap = stacked ? 60 : 40,
                        .overlap = stacked ? 100 : 0};
    bar_axes(plot, &chart);
    if (kind == CHART_LIKERT)
        chart.y.number = plot->xlsx->lang == LANG_LV ? "0 %" : "0%";
    plot_chart(plot, &chart, plot->entry->node->title, height);
    return true;
}

/* Bars of several units in one picture would mean nothing. */
static bool one_unit(const Plot *plot)
{
    const char **units;
    if (plot_has(plot, ROLE_UNIT))
        return data_levels(plot->data, ROLE_UNIT, &units) <= 1;
    const int *rows;
    int count = plot_rows(plot, &rows), column = data_column(plot->data, ROLE_Y);
    for (int i = 1; i < count && column >= 0; i++)
        if (plot->layout->table->rows[rows[i]].cells[column].format.kind !=
            plot->layout->table->rows[rows[0]].cells[column].format.kind)
            return false;
    return true;
}

bool plot_bars(Plot *plot)
{
    if (!plot_has(plot, ROLE_LABEL) || !plot_has(plot, ROLE_Y) || !one_unit(plot))
        return false;
    return plot_has(plot, ROLE_SERIES) ? wide_bars(plot) : simple_bars(plot);
}

/* --- from a date to a date --- */

/* A row's start, days done and days left; false without dates. */
static bool span_of(const Plot *plot, int row, double *from, double *done, double *left)
{
    *from = data_number(plot->data, row, ROLE_FROM);
    double to = data_number(plot->data, row, ROLE_TO);
    double share = plot_has(plot, ROLE_DONE) ? data_number(plot->data, row, ROLE_DONE) : 1;
    if (isnan(*from) && !isnan(to))
        *from = to - 1;
    if (isnan(*from) || isnan(to) || to < *from)
        return false;
    /* DONE is a share, or the date on which all was done */
    double days = to - *from + 1;
    share = isnan(share) ? 0 : fmin(1, share);
    *done = days * share;
    *left = days - *done;
    return true;
}

static int timeline_region(Plot *plot, int head, double *first, double *last)
{
    static const Phrase HEADS[] = {PHRASE_BOOK_START, PHRASE_BOOK_DAYS_DONE, PHRASE_BOOK_DAYS_LEFT};
    const int *rows;
    int count = plot_rows(plot, &rows), at = head + 1;
    plot_head(plot, head, 0, "");
    for (int i = 0; i < COUNT(HEADS); i++)
        plot_head(plot, head, 1 + i, xlsx_phrase(plot->xlsx, HEADS[i]));
    for (int i = 0; i < count; i++) {
        double from, done, left;
        if (!span_of(plot, rows[i], &from, &done, &left))
            continue;
        plot_text(plot, at, 0, data_text(plot->data, rows[i], ROLE_LABEL));
        plot_number(plot, at, 1, from, (Format){FORMAT_DATE, 0});
        plot_number(plot, at, 2, round(done), (Format){FORMAT_NUMBER, 0});
        plot_number(plot, at, 3, round(left), (Format){FORMAT_NUMBER, 0});
        *first = fmin(*first, from);
        *last = fmax(*last, from + done + left);
        at++;
    }
    return at - head - 1;
}

bool plot_timeline(Plot *plot)
{
    const int *data_rows;
    int count = plot_rows(plot, &data_rows);
    double first = INFINITY, last = -INFINITY;
    if (!plot_has(plot, ROLE_LABEL) || !plot_has(plot, ROLE_FROM) || !plot_has(plot, ROLE_TO))
        return false;
    double height = fmin(700, bar_height(count, 1) * (count > 25 ? 0.7 : 1));
    plot_reserve(plot, height);
    int head = plot_region(plot), rows = timeline_region(plot, head, &first, &last);
    if (rows == 0)
        return true;
    SheetSeries series[3];
    const uint32_t fill[] = {0, xlsx_color(COLOR_ACCENT), xlsx_color(COLOR_RULE)};
    static const Phrase NAMES[] = {PHRASE_BOOK_START, PHRASE_DONE, PHRASE_PLANNED};
    for (int k = 0; k < 3; k++)
        /* the base under the bars is not to be seen, nor its name */
        series[k] = (SheetSeries){.name = k == 0 ? " " : xlsx_phrase(plot->xlsx, NAMES[k]),
                                  .sheet = plot->sheet,
                                  .categories = plot_cells(plot, head + 1, head + rows, 0),
                                  .values = plot_cells(plot, head + 1, head + rows, 1 + k),
                                  .fill = fill[k],
                                  .in_legend = true};
    SheetChart chart = {.kind = SHEET_CHART_BAR_STACKED,
                        .series = series,
                        .nseries = plot_has(plot, ROLE_DONE) ? 3 : 2,
                        .legend = plot_has(plot, ROLE_DONE),
                        .gap = 40,
                        .overlap = 100};
    bar_axes(plot, &chart);
    chart.y.number = "mm.yyyy";
    chart.y.low = floor(first) + 25569;
    chart.y.high = ceil(last) + 25569;
    plot_chart(plot, &chart, plot->entry->node->title, height);
    return true;
}
