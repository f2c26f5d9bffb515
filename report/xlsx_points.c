/* Native points with intervals, as scatter charts. Excel's own error bars cannot take limits of
 * each point through the library, so an interval is two cells and the line between them; a blank
 * row parts it from the next. Forest plots lie (names at the left), event studies stand. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>

/* Columns of the region: name, estimate, its place, limit, its place, outer limit, reference. */
enum { NAME, ESTIMATE, PLACE, LIMIT, LIMIT_PLACE, OUTER, REFERENCE, NAME_X, COLUMNS };
enum { ROWS_EACH = 3, MOST_POINTS = 60 };

typedef struct {
    Plot *plot;
    const int *rows;
    int count, head;
    bool lying, outer, reference; /* outer limits, a second point for each */
    bool common;                  /* the reference is one number for all: a line */
    double low, high;             /* of all values */
} Points;

static bool is_lying(ChartKind kind)
{
    return kind == CHART_FOREST || kind == CHART_DOTS || kind == CHART_LOVE;
}

/* Where point `i` stands: its X in an event study, else its number; lying ones from the top down.
 */
static double place_of(const Points *points, int i)
{
    if (points->lying)
        return points->count - i;
    double x = data_number(points->plot->data, points->rows[i], ROLE_X);
    return isfinite(x) ? x : i + 1;
}

/* What a point is called: its label, with its group before it where labels come again. */
static const char *name_of(const Points *points, int i)
{
    const Data *data = points->plot->data;
    const char *label = data_text(data, points->rows[i], ROLE_LABEL);
    const char **labels;
    bool again = data_levels(data, ROLE_LABEL, &labels) < points->count;
    const char *group = again ? data_text(data, points->rows[i], ROLE_GROUP) : NULL;
    return group ? arena_format(data->arena, "%s: %s", group, label) : label;
}

static bool one_reference(const Points *points)
{
    const Data *data = points->plot->data;
    if (points->plot->entry->node->chart == CHART_LOVE)
        return false;
    for (int i = 1; i < points->count; i++)
        if (data_number(data, points->rows[i], ROLE_REFERENCE) !=
            data_number(data, points->rows[0], ROLE_REFERENCE))
            return false;
    return true;
}

static Points find_points(Plot *plot)
{
    static const Role VALUES[] = {ROLE_Y,    ROLE_LOW,   ROLE_HIGH,
                                  ROLE_LOW2, ROLE_HIGH2, ROLE_REFERENCE};
    Points points = {.plot = plot, .lying = is_lying(plot->entry->node->chart)};
    points.count = plot_rows(plot, &points.rows);
    points.outer = plot_has(plot, ROLE_LOW2) && plot_has(plot, ROLE_HIGH2);
    /* in an event study the reference is the base period, not a value */
    points.reference =
        plot_has(plot, ROLE_REFERENCE) && plot->entry->node->chart != CHART_EVENT_STUDY;
    points.common = points.reference && one_reference(&points);
    if (!data_range(plot->data, VALUES, points.reference ? 6 : 5, &points.low, &points.high))
        points.count = 0;
    return points;
}

static void write_heads(const Points *points)
{
    static const Phrase HEADS[COLUMNS] = {
        [ESTIMATE] = PHRASE_BOOK_ESTIMATE,    [PLACE] = PHRASE_BOOK_CHART_POSITION,
        [LIMIT] = PHRASE_BOOK_INTERVAL,       [LIMIT_PLACE] = PHRASE_BOOK_CHART_POSITION,
        [OUTER] = PHRASE_BOOK_INTERVAL_OUTER, [REFERENCE] = PHRASE_BOOK_REFERENCE};
    Plot *plot = points->plot;
    plot_head(plot, points->head, NAME, "");
    for (int column = ESTIMATE; column <= LIMIT_PLACE; column++)
        plot_head(plot, points->head, column, xlsx_phrase(plot->xlsx, HEADS[column]));
    if (points->outer)
        plot_head(plot, points->head, OUTER, xlsx_phrase(plot->xlsx, HEADS[OUTER]));
    if (points->reference)
        plot_head(plot, points->head, REFERENCE, xlsx_phrase(plot->xlsx, HEADS[REFERENCE]));
}

/* The region: for each point the estimate, then the interval's two ends, then a blank row. */
static void write_points(const Points *points)
{
    const Format plain = {FORMAT_NUMBER, 0};
    Plot *plot = points->plot;
    for (int i = 0; i < points->count; i++) {
        int at = points->head + 1 + i * ROWS_EACH, row = points->rows[i];
        double place = place_of(points, i);
        plot_text(plot, at, NAME, name_of(points, i));
        plot_link(plot, at, ESTIMATE, row, ROLE_Y);
        plot_number(plot, at, PLACE, place, plain);
        if (plot_has(plot, ROLE_LOW) && plot_has(plot, ROLE_HIGH)) {
            plot_link(plot, at, LIMIT, row, ROLE_LOW);
            plot_link(plot, at + 1, LIMIT, row, ROLE_HIGH);
        }
        plot_number(plot, at, LIMIT_PLACE, place, plain);
        plot_number(plot, at + 1, LIMIT_PLACE, place, plain);
        if (points->outer) {
            plot_link(plot, at, OUTER, row, ROLE_LOW2);
            plot_link(plot, at + 1, OUTER, row, ROLE_HIGH2);
        }
        if (points->reference)
            plot_link(plot, at, REFERENCE, row, ROLE_REFERENCE);
    }
}

/* The line of a reference that all points share needs its two ends. */
static void write_common(const Points *points)
{
    const Format plain = {FORMAT_NUMBER, 1};
    Plot *plot = points->plot;
    int at = points->head + 1 + points->count * ROWS_EACH;
    plot_text(plot, at, NAME, xlsx_phrase(plot->xlsx, PHRASE_BOOK_REFERENCE));
    for (int end = 0; end < 2; end++) {
        plot_link(plot, at + end, LIMIT, points->rows[0], ROLE_REFERENCE);
        plot_number(plot, at + end, LIMIT_PLACE, end ? points->count + 0.5 : 0.5, plain);
    }
}

/* --- series --- */

static SheetSeries points_series(const Points *points, int value, int place, int first, int last)
{
    Plot *plot = points->plot;
    CellRange values = plot_cells(plot, first, last, value);
    CellRange places = plot_cells(plot, first, last, place);
    return (SheetSeries){.sheet = plot->sheet,
                         .categories = points->lying ? values : places,
                         .values = points->lying ? places : values,
                         .in_legend = true};
}

static int last_row(const Points *points)
{
    return points->head + points->count * ROWS_EACH;
}

static SheetSeries interval_series(const Points *points, int column, Phrase name, uint32_t color,
                                   double width_pt)
{
    SheetSeries series =
        points_series(points, column, LIMIT_PLACE, points->head + 1, last_row(points));
    series.name = xlsx_phrase(points->plot->xlsx, name);
    series.line = color;
    series.line_pt = width_pt;
    return series;
}

/* Names stand at the left edge of the plot, one for each point; the blank cells between have none.
 */
static SheetSeries name_series(const Points *points, double edge)
{
    Plot *plot = points->plot;
    int cells = points->count * ROWS_EACH;
    const char **labels = arena_new(plot->xlsx->arena, const char *, cells);
    for (int i = 0; i < cells; i++)
        labels[i] = i % ROWS_EACH == 0 ? name_of(points, i / ROWS_EACH) : "";
    for (int i = 0; i < points->count; i++)
        plot_number(plot, points->head + 1 + i * ROWS_EACH, NAME_X, edge,
                    data_format(plot->data, ROLE_Y));
    SheetSeries series = points_series(points, NAME_X, PLACE, points->head + 1, last_row(points));
    series.labels = LABEL_RIGHT;
    series.label_texts = labels;
    series.in_legend = false;
    series.name = "";
    return series;
}

static SheetSeries estimate_series(const Points *points)
{
    SheetSeries series = points_series(points, ESTIMATE, PLACE, points->head + 1, last_row(points));
    int column = data_column(points->plot->data, ROLE_Y);
    const char *title = points->plot->layout->table->columns[column].title;
    series.name = title ? title : xlsx_phrase(points->plot->xlsx, PHRASE_BOOK_ESTIMATE);
    series.mark = SHEET_MARK_DISC;
    series.mark_size = 9;
    series.mark_color = xlsx_color(COLOR_ACCENT);
    return series;
}

/* Whether each point is a region; then each has its own colour and mark. */
static bool are_regions(const Points *points)
{
    for (int i = 0; i < points->count; i++)
        if (region_index(data_text(points->plot->data, points->rows[i], ROLE_LABEL)) < 0)
            return false;
    return points->count <= REGION_COUNT;
}

/* In a region's own report the others are grey. */
static SheetSeries region_series(const Points *points, int i)
{
    static const SheetMark MARKS[] = {[MARKER_DISC] = SHEET_MARK_DISC,
                                      [MARKER_SQUARE] = SHEET_MARK_SQUARE,
                                      [MARKER_DIAMOND] = SHEET_MARK_DIAMOND,
                                      [MARKER_UP] = SHEET_MARK_TRIANGLE,
                                      [MARKER_DOWN] = SHEET_MARK_DIAMOND};
    const char *name = data_text(points->plot->data, points->rows[i], ROLE_LABEL);
    int region = region_index(name), own = region_index(points->plot->xlsx->document->region);
    int row = points->head + 1 + i * ROWS_EACH;
    SheetSeries series = points_series(points, ESTIMATE, PLACE, row, row);
    series.name = name;
    series.in_legend = false;
    series.mark = MARKS[REGION_STYLE[region].marker];
    series.mark_size = 9;
    series.outlined = REGION_STYLE[region].outlined && (own < 0 || own == region);
    series.mark_color =
        xlsx_color(own < 0 || own == region ? REGION_STYLE[region].color : COLOR_MARK);
    return series;
}

static SheetSeries reference_series(const Points *points)
{
    int first = points->head + 1;
    SheetSeries series;
    if (points->common) {
        int at = last_row(points) + 1;
        series = points_series(points, LIMIT, LIMIT_PLACE, at, at + 1);
        series.line = xlsx_color(COLOR_INK);
        series.line_pt = 0.75;
        series.dashed = true;
    } else {
        series = points_series(points, REFERENCE, PLACE, first, last_row(points));
        series.mark = SHEET_MARK_DISC;
        series.mark_color = xlsx_color(COLOR_MARK);
        series.hollow = true;
    }
    int column = data_column(points->plot->data, ROLE_REFERENCE);
    const char *title = points->plot->layout->table->columns[column].title;
    series.name = title ? title : xlsx_phrase(points->plot->xlsx, PHRASE_BOOK_REFERENCE);
    return series;
}

/* --- axes --- */

/* Values along the axis; the room for names at the left bears no numbers. */
static SheetAxis value_axis(const Points *points, double *edge)
{
    Plot *plot = points->plot;
    bool zero = points->low < 0 || plot->entry->node->chart == CHART_FOREST;
    Axis round = axis_make(points->low, points->high, zero, 5, data_format(plot->data, ROLE_Y));
    SheetAxis axis = plot_axis();
    axis.gridlines = true;
    axis.low = round.low;
    axis.high = round.high;
    axis.step = round.step;
    axis.labels_low = true;
    axis.number = xlsx_number(plot->xlsx->arena, plot->xlsx->lang, round.format);
    if (points->lying) {
        double room = ceil((round.high - round.low) * 0.75 / round.step) * round.step;
        *edge = axis.low = round.low - room;
        axis.number = arena_format(plot->xlsx->arena, "[<%.10g]\"\";[<0]-%s;%s",
                                   round.low - round.step / 2, axis.number, axis.number);
    }
    axis.crossing = zero && round.low <= 0 && round.high >= 0 ? 0 : round.low;
    return axis;
}

static SheetAxis place_axis(const Points *points)
{
    SheetAxis axis = plot_axis();
    if (points->lying) {
        axis.low = 0.5;
        axis.high = points->count + 0.5;
        axis.step = 1;
        axis.hidden_labels = true;
        return axis;
    }
    axis.low = floor(place_of(points, 0)) - 1;
    axis.high = ceil(place_of(points, points->count - 1)) + 1;
    axis.labels_low = true;
    axis.number = "0";
    return axis;
}

bool plot_points(Plot *plot)
{
    if (!plot_has(plot, ROLE_Y) ||
        (is_lying(plot->entry->node->chart) && !plot_has(plot, ROLE_LABEL)))
        return false;
    Points points = find_points(plot);
    if (points.count == 0 || points.count > MOST_POINTS)
        return false;
    double height = points.lying ? fmin(640, 110 + (points.count > 16 ? 15.0 : 20.0) * points.count)
                                 : 320,
           edge = 0;
    SheetSeries series[4 + REGION_COUNT];
    int count = 0;
    plot_reserve(plot, height);
    points.head = plot_region(plot);
    write_heads(&points);
    write_points(&points);
    if (points.common)
        write_common(&points);
    SheetAxis values = value_axis(&points, &edge), places = place_axis(&points);
    if (points.outer)
        series[count++] =
            interval_series(&points, OUTER, PHRASE_BOOK_INTERVAL_OUTER, xlsx_color(COLOR_MARK), 1);
    if (plot_has(plot, ROLE_LOW) && plot_has(plot, ROLE_HIGH))
        series[count++] = interval_series(&points, LIMIT, PHRASE_BOOK_INTERVAL,
                                          xlsx_color(COLOR_ACCENT), points.outer ? 3 : 1.75);
    if (points.reference)
        series[count++] = reference_series(&points);
    if (are_regions(&points))
        for (int i = 0; i < points.count; i++)
            series[count++] = region_series(&points, i);
    else
        series[count++] = estimate_series(&points);
    if (points.lying)
        series[count++] = name_series(&points, edge);
    SheetChart chart = {.kind = SHEET_CHART_SCATTER,
                        .series = series,
                        .nseries = count,
                        .legend = true,
                        .x = points.lying ? values : places,
                        .y = points.lying ? places : values};
    /* the axis of one crosses where the other says */
    double crossing = values.crossing;
    chart.x.crossing = points.lying ? crossing : NAN;
    chart.y.crossing = points.lying ? NAN : crossing;
    plot_chart(plot, &chart, plot->entry->node->title, height);
    return true;
}
