/* Excel's own charts over cells of a workbook, in one style: Calibri, light gridlines for values
 * only, no frame. What a chart means is decided by who fills the SheetChart. */
#include "core/workbook_private.h"

#include "core/text.h"

#include <math.h>

enum { INK = 0x1D2730, TEXT2 = 0x55626E, HAIR = 0xE1E6EB, WHITE = 0xFFFFFF };

typedef struct {
    uint8_t type;
    bool bars;
    bool upright; /* categories along the y axis: the library names axes by where they stand */
} ChartType;

static ChartType chart_type(SheetChartKind kind)
{
    static const ChartType TYPES[] = {
        [SHEET_CHART_BAR] = {LXW_CHART_BAR, true, true},
        [SHEET_CHART_BAR_STACKED] = {LXW_CHART_BAR_STACKED, true, true},
        [SHEET_CHART_BAR_PERCENT] = {LXW_CHART_BAR_STACKED_PERCENT, true, true},
        [SHEET_CHART_COLUMN] = {LXW_CHART_COLUMN, true, false},
        [SHEET_CHART_COLUMN_STACKED] = {LXW_CHART_COLUMN_STACKED, true, false},
        [SHEET_CHART_LINE] = {LXW_CHART_LINE, false, false},
        [SHEET_CHART_SCATTER] = {LXW_CHART_SCATTER, false, false},
        [SHEET_CHART_AREA_STACKED] = {LXW_CHART_AREA_STACKED, true, false},
    };
    return TYPES[kind];
}

/* The library keeps pointers of fonts only for the call, so they may stand on the stack. */
static lxw_chart_font font(Workbook *book, double size_pt, bool bold, uint32_t color)
{
    return (lxw_chart_font){.name = (char *)(size_t)book->font,
                            .size = size_pt,
                            .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE,
                            .color = color ? color : INK};
}

static uint8_t mark_type(SheetMark mark)
{
    static const uint8_t TYPES[] = {LXW_CHART_MARKER_NONE,       LXW_CHART_MARKER_CIRCLE,
                                    LXW_CHART_MARKER_SQUARE,     LXW_CHART_MARKER_DIAMOND,
                                    LXW_CHART_MARKER_TRIANGLE,   LXW_CHART_MARKER_LONG_DASH,
                                    LXW_CHART_MARKER_SHORT_DASH, LXW_CHART_MARKER_X};
    return TYPES[mark];
}

static void set_mark(lxw_chart_series *series, const SheetSeries *spec)
{
    chart_series_set_marker_type(series, mark_type(spec->mark));
    if (spec->mark == SHEET_MARK_NONE)
        return;
    uint32_t color = spec->mark_color ? spec->mark_color : INK;
    lxw_chart_line line = {.color = spec->outlined ? INK : color, .width = 1.25f};
    lxw_chart_fill fill = {.color = spec->hollow ? WHITE : color};
    chart_series_set_marker_size(series, (uint8_t)(spec->mark_size ? spec->mark_size : 7));
    chart_series_set_marker_line(series, &line);
    chart_series_set_marker_fill(series, &fill);
}

static void set_stroke(lxw_chart_series *series, const SheetSeries *spec, bool bars)
{
    if (bars) {
        lxw_chart_fill fill = {.color = spec->fill ? spec->fill : WHITE,
                               .none = spec->fill ? LXW_FALSE : LXW_TRUE,
                               .transparency = (uint8_t)spec->transparency};
        chart_series_set_fill(series, &fill);
    }
    lxw_chart_line line = {.color = spec->line ? spec->line : INK,
                           .width = (float)spec->line_pt,
                           .none = spec->line_pt > 0 ? LXW_FALSE : LXW_TRUE,
                           .dash_type =
                               spec->dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID,
                           .transparency = (uint8_t)spec->transparency};
    chart_series_set_line(series, &line);
}

static uint8_t label_place(LabelPlace place)
{
    static const uint8_t PLACES[] = {
        [LABEL_NONE] = LXW_CHART_LABEL_POSITION_DEFAULT,
        [LABEL_DEFAULT] = LXW_CHART_LABEL_POSITION_DEFAULT,
        [LABEL_RIGHT] = LXW_CHART_LABEL_POSITION_RIGHT,
        [LABEL_LEFT] = LXW_CHART_LABEL_POSITION_LEFT,
        [LABEL_ABOVE] = LXW_CHART_LABEL_POSITION_ABOVE,
        [LABEL_BELOW] = LXW_CHART_LABEL_POSITION_BELOW,
        [LABEL_CENTRE] = LXW_CHART_LABEL_POSITION_CENTER,
        [LABEL_INSIDE_END] = LXW_CHART_LABEL_POSITION_INSIDE_END,
        [LABEL_OUTSIDE_END] = LXW_CHART_LABEL_POSITION_OUTSIDE_END,
    };
    return PLACES[place];
}

static int point_count(const SheetSeries *spec)
{
    int rows = spec->values.last_row - spec->values.first_row + 1;
    int columns = spec->values.last_column - spec->values.first_column + 1;
    return rows > columns ? rows : columns;
}

static void set_label_texts(Workbook *book, lxw_chart_series *series, const SheetSeries *spec)
{
    int npoint = point_count(spec);
    lxw_chart_data_label *labels = arena_new(book->arena, lxw_chart_data_label, npoint);
    lxw_chart_data_label **list = arena_new(book->arena, lxw_chart_data_label *, npoint + 1);
    for (int i = 0; i < npoint; i++) {
        const char *text = spec->label_texts[i];
        if (text && !*text)
            labels[i].hide = LXW_TRUE;
        else if (text)
            labels[i].value = arena_text(book->arena, text_for_cell(book->arena, text));
        list[i] = &labels[i];
    }
    book_check(book, chart_series_set_labels_custom(series, list));
}

static void set_labels(Workbook *book, lxw_chart_series *series, const SheetSeries *spec)
{
    if (spec->labels == LABEL_NONE)
        return;
    lxw_chart_font look = font(book, 9, false, spec->label_color);
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &look);
    if (spec->labels != LABEL_DEFAULT)
        chart_series_set_labels_position(series, label_place(spec->labels));
    if (spec->label_number)
        chart_series_set_labels_num_format(series, spec->label_number);
    if (spec->label_texts)
        set_label_texts(book, series, spec);
}

static void set_points(Workbook *book, lxw_chart_series *series, const SheetSeries *spec)
{
    if (!spec->point_fill)
        return;
    lxw_chart_fill *fill = arena_new(book->arena, lxw_chart_fill, spec->npoint);
    lxw_chart_point *point = arena_new(book->arena, lxw_chart_point, spec->npoint);
    lxw_chart_point **list = arena_new(book->arena, lxw_chart_point *, spec->npoint + 1);
    for (int i = 0; i < spec->npoint; i++) {
        fill[i].color = spec->point_fill[i];
        point[i].fill = spec->point_fill[i] ? &fill[i] : NULL;
        list[i] = &point[i];
    }
    book_check(book, chart_series_set_points(series, list));
}

static void set_error_bars(lxw_chart_series *series, const SheetSeries *spec)
{
    if (!spec->bar_fixed)
        return;
    lxw_series_error_bars *bars =
        spec->bar_horizontal ? series->x_error_bars : series->y_error_bars;
    lxw_chart_line line = {.color = spec->line ? spec->line : INK, .width = 1.75f};
    chart_series_set_error_bars(bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, spec->bar_length);
    chart_series_set_error_bars_endcap(bars, LXW_CHART_ERROR_BAR_NO_CAP);
    chart_series_set_error_bars_line(bars, &line);
}

static void add_series(Workbook *book, lxw_chart *chart, const SheetSeries *spec, bool bars)
{
    const CellRange *x = &spec->categories, *y = &spec->values;
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    if (!series) {
        book_fail(book, "chart_add_series");
        return;
    }
    if (x->first_row >= 0)
        chart_series_set_categories(series, spec->sheet->name, (lxw_row_t)x->first_row,
                                    (lxw_col_t)x->first_column, (lxw_row_t)x->last_row,
                                    (lxw_col_t)x->last_column);
    chart_series_set_values(series, spec->sheet->name, (lxw_row_t)y->first_row,
                            (lxw_col_t)y->first_column, (lxw_row_t)y->last_row,
                            (lxw_col_t)y->last_column);
    if (spec->name)
        chart_series_set_name(series, text_for_cell(book->arena, spec->name));
    set_stroke(series, spec, bars);
    if (!bars)
        set_mark(series, spec);
    set_labels(book, series, spec);
    set_points(book, series, spec);
    set_error_bars(series, spec);
}

static void set_bounds(lxw_chart_axis *axis, const SheetAxis *spec)
{
    if (isfinite(spec->low))
        chart_axis_set_min(axis, spec->low);
    if (isfinite(spec->high))
        chart_axis_set_max(axis, spec->high);
    if (isfinite(spec->step) && spec->step > 0)
        chart_axis_set_major_unit(axis, spec->step);
}

static void set_axis(Workbook *book, lxw_chart_axis *axis, const SheetAxis *spec)
{
    lxw_chart_font small = font(book, 9, false, TEXT2);
    lxw_chart_line hair = {.color = HAIR, .width = 0.5f};
    lxw_chart_line line = {.color = INK, .width = 0.75f, .none = spec->hidden};
    if (spec->labels_rotated)
        small.rotation = -45;
    chart_axis_set_num_font(axis, &small);
    chart_axis_set_line(axis, &line);
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_minor_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(axis, spec->gridlines);
    if (spec->gridlines)
        chart_axis_major_gridlines_set_line(axis, &hair);
    if (spec->title) {
        chart_axis_set_name(axis, text_for_cell(book->arena, spec->title));
        lxw_chart_font name = font(book, 9, false, TEXT2);
        chart_axis_set_name_font(axis, &name);
    }
    if (spec->number)
        chart_axis_set_num_format(axis, spec->number);
    set_bounds(axis, spec);
    if (isfinite(spec->crossing))
        chart_axis_set_crossing(axis, spec->crossing);
    if (spec->crossing_max)
        chart_axis_set_crossing_max(axis);
    if (spec->reversed)
        chart_axis_set_reverse(axis);
    if (spec->logarithmic)
        chart_axis_set_log_base(axis, 10);
    if (spec->hidden || spec->hidden_labels)
        chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    else if (spec->labels_low)
        chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

/* The legend: at the top, without the series that have no place in it. */
static void set_legend(Workbook *book, lxw_chart *chart, const SheetChart *spec)
{
    if (!spec->legend) {
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        return;
    }
    lxw_chart_font small = font(book, 9, false, INK);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
    chart_legend_set_font(chart, &small);
    int16_t *drop = arena_new(book->arena, int16_t, spec->nseries + 1);
    int n = 0;
    for (int i = 0; i < spec->nseries; i++)
        if (!spec->series[i].in_legend)
            drop[n++] = (int16_t)i;
    drop[n] = -1;
    if (n > 0)
        book_check(book, chart_legend_delete_series(chart, drop));
}

static void set_frame(Workbook *book, lxw_chart *chart, const SheetChart *spec)
{
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_line hair = {.color = HAIR, .width = 0.75f};
    lxw_chart_fill white = {.color = WHITE};
    chart_chartarea_set_line(chart, &hair);
    chart_chartarea_set_fill(chart, &white);
    chart_plotarea_set_line(chart, &none);
    if (!spec->title) {
        chart_title_off(chart);
        return;
    }
    lxw_chart_font head = font(book, 12, true, INK);
    chart_title_set_name(chart, text_for_cell(book->arena, spec->title));
    chart_title_set_name_font(chart, &head);
}

static void place_chart(Sheet *sheet, int row, int column, lxw_chart *chart, const SheetChart *spec)
{
    /* the library's chart is 480 × 288 pixels before scaling */
    lxw_chart_options options = {
        .x_scale = (spec->width_pt > 0 ? spec->width_pt : 480) * 96 / 72 / 480,
        .y_scale = (spec->height_pt > 0 ? spec->height_pt : 260) * 96 / 72 / 288,
        .x_offset = (int32_t)(spec->left_pt * 96 / 72),
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = arena_text(sheet->book->arena,
                                  text_for_cell(sheet->book->arena, spec->alt ? spec->alt : "")),
    };
    book_check(sheet->book, worksheet_insert_chart_opt(sheet->lxw, (lxw_row_t)row,
                                                       (lxw_col_t)column, chart, &options));
}

void sheet_chart(Sheet *sheet, int row, int column, const SheetChart *spec)
{
    Workbook *book = sheet->book;
    if (!sheet->lxw || book->failed)
        return;
    ChartType type = chart_type(spec->kind);
    lxw_chart *chart = workbook_add_chart(book->lxw, type.type);
    if (!chart) {
        book_fail(book, "workbook_add_chart");
        return;
    }
    for (int i = 0; i < spec->nseries; i++)
        add_series(book, chart, &spec->series[i], type.bars);
    set_axis(book, type.upright ? chart->y_axis : chart->x_axis, &spec->x);
    set_axis(book, type.upright ? chart->x_axis : chart->y_axis, &spec->y);
    if (type.bars) {
        chart_set_series_gap(chart, (uint16_t)(spec->gap ? spec->gap : 67));
        chart_set_series_overlap(chart, (int8_t)spec->overlap);
    }
    if (spec->high_low) {
        lxw_chart_line line = {.color = spec->high_low_color ? spec->high_low_color : INK,
                               .width = (float)(spec->high_low_pt > 0 ? spec->high_low_pt : 1.75)};
        chart_set_high_low_lines(chart, &line);
    }
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    set_legend(book, chart, spec);
    set_frame(book, chart, spec);
    place_chart(sheet, row, column, chart, spec);
}
