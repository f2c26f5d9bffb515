/* Native scatter charts: funnel with its limits, Lorenz curve with the diagonal, risks by
 * probability and impact. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    double x;
    int row;
} Spot;

static int compare_places(const void *left, const void *right)
{
    const Spot *a = left, *b = right;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

/* Rows with both coordinates, from left to right. */
static int sorted_rows(const Plot *plot, const int **out)
{
    const int *rows;
    int count = plot_rows(plot, &rows), kept = 0;
    Spot *places = arena_new(plot->xlsx->arena, Spot, count + 1);
    int *sorted = arena_new(plot->xlsx->arena, int, count + 1);
    for (int i = 0; i < count; i++) {
        double x = data_number(plot->data, rows[i], ROLE_X);
        if (isfinite(x) && isfinite(data_number(plot->data, rows[i], ROLE_Y)))
            places[kept++] = (Spot){x, rows[i]};
    }
    qsort(places, (size_t)kept, sizeof *places, compare_places);
    for (int i = 0; i < kept; i++)
        sorted[i] = places[i].row;
    *out = sorted;
    return kept;
}

/* A line beside the points: limits of a funnel. */
typedef struct {
    Role role;
    Phrase name;
    const Color *color;
    bool dashed;
} Beside;
static const Beside BESIDE[] = {
    {ROLE_CENTRE, PHRASE_BOOK_CENTRE, &COLOR_INK, false},
    {ROLE_LOW, PHRASE_BOOK_LOW, &COLOR_MARK, true},
    {ROLE_HIGH, PHRASE_BOOK_HIGH, &COLOR_MARK, true},
    {ROLE_LOW2, PHRASE_BOOK_LOW2, &COLOR_MARK, false},
    {ROLE_HIGH2, PHRASE_BOOK_HIGH2, &COLOR_MARK, false},
};

static const char *title_of(const Plot *plot, Role role)
{
    int column = data_column(plot->data, role);
    const char *title = column < 0 ? NULL : plot->layout->table->columns[column].title;
    return title ? title : xlsx_phrase(plot->xlsx, PHRASE_BOOK_VALUE);
}

/* Names beside the points: key of a risk, else its label. */
static const char *const *point_names(const Plot *plot, const int *rows, int count)
{
    Role role =
        plot_has(plot, ROLE_KEY) && plot->entry->node->chart == CHART_RISKS ? ROLE_KEY : ROLE_LABEL;
    const char **names = arena_new(plot->xlsx->arena, const char *, count + 1);
    for (int i = 0; i < count; i++)
        names[i] = data_text(plot->data, rows[i], role);
    return count <= 40 ? names : NULL;
}

static SheetSeries beside_series(Plot *plot, int head, int count, int column, const Beside *beside)
{
    return (SheetSeries){.name = title_of(plot, beside->role),
                         .sheet = plot->sheet,
                         .categories = plot_cells(plot, head + 1, head + count, 1),
                         .values = plot_cells(plot, head + 1, head + count, column),
                         .line = xlsx_color(*beside->color),
                         .line_pt = 1,
                         .dashed = beside->dashed,
                         .in_legend = true};
}

static SheetSeries point_series(Plot *plot, int head, int count, const int *rows)
{
    bool lorenz = plot->entry->node->chart == CHART_LORENZ;
    return (SheetSeries){.name = title_of(plot, ROLE_Y),
                         .sheet = plot->sheet,
                         .categories = plot_cells(plot, head + 1, head + count, 1),
                         .values = plot_cells(plot, head + 1, head + count, 2),
                         .line = xlsx_color(COLOR_ACCENT),
                         .line_pt = lorenz ? 2.25 : 0,
                         .mark = lorenz ? SHEET_MARK_NONE : SHEET_MARK_DISC,
                         .mark_color = xlsx_color(COLOR_ACCENT),
                         .labels = lorenz ? LABEL_NONE : LABEL_RIGHT,
                         .label_texts = lorenz ? NULL : point_names(plot, rows, count),
                         .in_legend = true};
}

static int write_region(Plot *plot, const int *rows, int count, int head, SheetSeries *series)
{
    int nseries = 0, column = 3;
    plot_head(plot, head, 0, "");
    plot_head(plot, head, 1, title_of(plot, ROLE_X));
    plot_head(plot, head, 2, title_of(plot, ROLE_Y));
    for (int i = 0; i < count; i++) {
        plot_text(plot, head + 1 + i, 0, data_text(plot->data, rows[i], ROLE_LABEL));
        plot_link(plot, head + 1 + i, 1, rows[i], ROLE_X);
        plot_link(plot, head + 1 + i, 2, rows[i], ROLE_Y);
    }
    for (int k = 0; k < COUNT(BESIDE); k++) {
        if (!plot_has(plot, BESIDE[k].role))
            continue;
        plot_head(plot, head, column, title_of(plot, BESIDE[k].role));
        for (int i = 0; i < count; i++)
            plot_link(plot, head + 1 + i, column, rows[i], BESIDE[k].role);
        series[nseries++] = beside_series(plot, head, count, column++, &BESIDE[k]);
    }
    series[nseries++] = point_series(plot, head, count, rows);
    return nseries;
}

/* The line of equal shares. */
static SheetSeries diagonal(Plot *plot)
{
    int at = plot->region_row;
    const char *name = xlsx_phrase(plot->xlsx, PHRASE_BOOK_DIAGONAL);
    for (int end = 0; end < 2; end++) {
        plot_text(plot, at + end, 0, name);
        plot_number(plot, at + end, 1, end, (Format){FORMAT_SHARE, 0});
        plot_number(plot, at + end, 2, end, (Format){FORMAT_SHARE, 0});
    }
    return (SheetSeries){.name = name,
                         .sheet = plot->sheet,
                         .categories = plot_cells(plot, at, at + 1, 1),
                         .values = plot_cells(plot, at, at + 1, 2),
                         .line = xlsx_color(COLOR_MARK),
                         .line_pt = 1,
                         .dashed = true,
                         .in_legend = true};
}

static void fix_axis(SheetAxis *axis, double low, double high, double step)
{
    axis->low = low;
    axis->high = high;
    axis->step = step;
    axis->crossing = low;
}

bool plot_scatter(Plot *plot)
{
    static const Role VALUES[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_LOW2, ROLE_HIGH2};
    const double height = 340;
    const int *rows;
    ChartKind kind = plot->entry->node->chart;
    if (!plot_has(plot, ROLE_X) || !plot_has(plot, ROLE_Y))
        return false;
    int count = sorted_rows(plot, &rows);
    if (count == 0)
        return false;
    SheetSeries series[COUNT(BESIDE) + 2];
    plot_reserve(plot, height);
    int head = plot_region(plot), nseries = write_region(plot, rows, count, head, series);
    SheetChart chart = {.kind = SHEET_CHART_SCATTER,
                        .series = series,
                        .x = plot_axis(),
                        .y = plot_values(plot, VALUES, COUNT(VALUES))};
    chart.x.title = title_of(plot, ROLE_X);
    chart.y.title = title_of(plot, ROLE_Y);
    chart.x.number = plot_format(plot, ROLE_X);
    chart.x.labels_low = true;
    if (kind == CHART_LORENZ) {
        series[nseries++] = diagonal(plot);
        fix_axis(&chart.x, 0, 1, 0.2);
        fix_axis(&chart.y, 0, 1, 0.2);
    }
    if (kind == CHART_RISKS) {
        fix_axis(&chart.x, 0, 6, 1);
        fix_axis(&chart.y, 0, 6, 1);
    }
    chart.nseries = nseries;
    chart.legend = nseries > 1;
    plot_chart(plot, &chart, plot->entry->node->title, height);
    return true;
}
