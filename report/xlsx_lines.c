/* Native lines: a row for each time, a column for each series, with target, centre and limits as
 * lines of their own. Control charts and small multiples are one chart a panel. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>

enum { MOST_PANELS = 12, MOST_LINES = 12, PANEL_PT = 170, LINES_PT = 300 };

/* What runs along x: a date, a number or a label. */
static Role time_role(const Plot *plot)
{
    static const Role ROLES[] = {ROLE_DATE, ROLE_X, ROLE_LABEL};
    for (int i = 0; i < COUNT(ROLES); i++)
        if (plot_has(plot, ROLES[i]))
            return ROLES[i];
    return ROLE_NONE;
}

/* What the panels and the lines of one panel are named after. */
typedef struct {
    Role panel_role, series_role, time;
    const char **panels, **series, **times;
    int npanel, nseries, ntime;
} Lines;

static Lines find_lines(const Plot *plot)
{
    static const char *any[] = {NULL};
    ChartKind kind = plot->entry->node->chart;
    Lines lines = {.panel_role = kind == CHART_MULTIPLES ? ROLE_GROUP
                                 : kind == CHART_CONTROL ? ROLE_SERIES
                                                         : ROLE_NONE,
                   .series_role = kind == CHART_CONTROL ? ROLE_NONE : ROLE_SERIES,
                   .time = time_role(plot)};
    if (lines.panel_role != ROLE_NONE && plot_has(plot, lines.panel_role))
        lines.npanel = data_levels(plot->data, lines.panel_role, &lines.panels);
    if (lines.series_role != ROLE_NONE && plot_has(plot, lines.series_role))
        lines.nseries = data_levels(plot->data, lines.series_role, &lines.series);
    if (lines.npanel == 0) {
        lines.panels = any;
        lines.npanel = 1;
        lines.panel_role = ROLE_NONE;
    }
    if (lines.nseries == 0) {
        lines.series = any;
        lines.nseries = 1;
        lines.series_role = ROLE_NONE;
    }
    lines.ntime = data_levels(plot->data, lines.time, &lines.times);
    return lines;
}

static bool matches(const Plot *plot, int row, Role role, const char *text)
{
    return role == ROLE_NONE || !text || text_equal(data_text(plot->data, row, role), text);
}

static int find_row(const Plot *plot, const Lines *lines, const char *panel, const char *series,
                    const char *time)
{
    const int *rows;
    int count = plot_rows(plot, &rows);
    for (int i = 0; i < count; i++)
        if (matches(plot, rows[i], lines->panel_role, panel) &&
            matches(plot, rows[i], lines->series_role, series) &&
            matches(plot, rows[i], lines->time, time))
            return rows[i];
    return -1;
}

/* A line that is not a series of the data: a limit, a target. */
typedef struct {
    Role role;
    Phrase name;
    const Color *color;
    double width_pt;
    bool dashed;
} Extra;
static const Extra EXTRAS[] = {
    {ROLE_TARGET, PHRASE_TARGET, &COLOR_INK, 0.75, true},
    {ROLE_CENTRE, PHRASE_BOOK_CENTRE, &COLOR_INK, 0.75, false},
    {ROLE_LOW, PHRASE_BOOK_LOW, &COLOR_MARK, 0.75, true},
    {ROLE_HIGH, PHRASE_BOOK_HIGH, &COLOR_MARK, 0.75, true},
    {ROLE_LOW2, PHRASE_BOOK_LOW2, &COLOR_RULE, 0.75, true},
    {ROLE_HIGH2, PHRASE_BOOK_HIGH2, &COLOR_RULE, 0.75, true},
    {ROLE_REFERENCE, PHRASE_BOOK_REFERENCE, &COLOR_INK, 0.75, true},
};

/* Limits are drawn for one line only: bands of several would cover each other. */
static bool has_extra(const Plot *plot, const Lines *lines, int extra)
{
    return lines->nseries == 1 && plot_has(plot, EXTRAS[extra].role);
}

static SheetSeries line_series(Plot *plot, const char *name, int head, int last, int column)
{
    return (SheetSeries){.name = name,
                         .sheet = plot->sheet,
                         .categories = plot_cells(plot, head + 1, last, 0),
                         .values = plot_cells(plot, head + 1, last, column),
                         .in_legend = true};
}

static int add_series(Plot *plot, const Lines *lines, int head, int last, SheetSeries *series)
{
    int column = data_column(plot->data, ROLE_Y);
    const char *value = plot->layout->table->columns[column].title;
    for (int k = 0; k < lines->nseries; k++) {
        const char *name = lines->series[k] ? lines->series[k] : value;
        SheetSeries *one = &series[k];
        *one = line_series(plot, name ? name : xlsx_phrase(plot->xlsx, PHRASE_BOOK_VALUE), head,
                           last, 1 + k);
        one->line = one->mark_color = plot_color(name, k);
        one->line_pt = k == 0 ? 2.25 : 1.5;
        one->mark = SHEET_MARK_DISC;
        one->mark_size = 5;
        one->hollow = k > 0;
    }
    int count = lines->nseries;
    for (int i = 0; i < COUNT(EXTRAS); i++) {
        if (!has_extra(plot, lines, i))
            continue;
        SheetSeries *one = &series[count];
        *one = line_series(plot, xlsx_phrase(plot->xlsx, EXTRAS[i].name), head, last, 1 + count);
        one->line = xlsx_color(*EXTRAS[i].color);
        one->line_pt = EXTRAS[i].width_pt;
        one->dashed = EXTRAS[i].dashed;
        count++;
    }
    return count;
}

static void write_heads(Plot *plot, int head, const char *panel, const SheetSeries *series,
                        int nseries)
{
    plot_head(plot, head, 0, panel ? panel : "");
    for (int k = 0; k < nseries; k++)
        plot_head(plot, head, 1 + k, series[k].name);
}

static void write_time(Plot *plot, const Lines *lines, const char *panel, int time, int at)
{
    int row = find_row(plot, lines, panel, NULL, lines->times[time]);
    if (row >= 0 && lines->time != ROLE_LABEL &&
        isfinite(data_number(plot->data, row, lines->time)))
        plot_number(plot, at, 0, data_number(plot->data, row, lines->time),
                    data_format(plot->data, lines->time));
    else
        plot_text(plot, at, 0, lines->times[time]);
    for (int k = 0; k < lines->nseries; k++) {
        int found = find_row(plot, lines, panel, lines->series[k], lines->times[time]);
        if (found >= 0)
            plot_link(plot, at, 1 + k, found, ROLE_Y);
    }
    int column = 1 + lines->nseries;
    for (int i = 0; i < COUNT(EXTRAS); i++)
        if (has_extra(plot, lines, i)) {
            if (row >= 0)
                plot_link(plot, at, column, row, EXTRAS[i].role);
            column++;
        }
}

/* One panel: its cells and its chart. */
static void draw_panel(Plot *plot, const Lines *lines, int which, int head)
{
    const char *panel = lines->panels[which];
    SheetSeries series[MOST_LINES + COUNT(EXTRAS)];
    int at = head + 1;
    for (int time = 0; time < lines->ntime; time++)
        if (find_row(plot, lines, panel, NULL, lines->times[time]) >= 0)
            write_time(plot, lines, panel, time, at++);
    int nseries = add_series(plot, lines, head, at - 1, series);
    write_heads(plot, head, panel, series, nseries);
    static const Role VALUES[] = {ROLE_Y,     ROLE_LOW,    ROLE_HIGH,   ROLE_LOW2,
                                  ROLE_HIGH2, ROLE_TARGET, ROLE_CENTRE, ROLE_REFERENCE};
    SheetChart chart = {.kind = SHEET_CHART_LINE,
                        .series = series,
                        .nseries = nseries,
                        .legend = nseries > 1 && which == 0,
                        .x = plot_axis(),
                        .y = plot_values(plot, VALUES, lines->nseries == 1 ? COUNT(VALUES) : 1)};
    chart.x.labels_low = true;
    if (data_format(plot->data, lines->time).kind == FORMAT_DATE)
        chart.x.number = "mm.yyyy";
    if (lines->npanel == 1)
        plot_chart(plot, &chart, panel ? panel : plot->entry->node->title, LINES_PT);
    else
        plot_panel(plot, &chart, panel, PANEL_PT, which);
}

bool plot_lines(Plot *plot)
{
    if (time_role(plot) == ROLE_NONE || !plot_has(plot, ROLE_Y))
        return false;
    Lines lines = find_lines(plot);
    if (lines.ntime == 0 || lines.npanel > MOST_PANELS || lines.nseries > MOST_LINES)
        return false;
    if (lines.npanel == 1)
        plot_reserve(plot, LINES_PT);
    else
        plot_reserve(plot, plot_panel_rows(lines.npanel, PANEL_PT) * XLSX_ROW_PT);
    int head = plot_region(plot);
    for (int i = 0; i < lines.npanel; i++) {
        draw_panel(plot, &lines, i, head);
        head = plot->region_row + 1;
    }
    if (lines.npanel > 1 && lines.npanel % 2)
        plot->chart_row += plot_panel_rows(1, PANEL_PT);
    return true;
}
