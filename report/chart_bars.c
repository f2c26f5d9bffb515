/* Horizontal bars from zero, one group a label, one bar a series; target as a tick, value at the
 * bar's end. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define STEP 17.0
#define GROUP_GAP 8.0

typedef struct {
    Canvas *canvas;
    const Data *data;
    Axis axis;
    const char **series;
    int nseries;
    double label_width;
} Bars;

static void bar_value(Bars *bars, int row, double y, double end, double zero, bool bold)
{
    Canvas *canvas = bars->canvas;
    Face face = bold ? FACE_SANS_BOLD : FACE_SANS;
    const char *text = data_text(bars->data, row, ROLE_Y);
    double width = canvas_width(canvas, face, LABEL_SIZE, text);
    double target = data_number(bars->data, row, ROLE_TARGET);
    double tick = isnan(target) ? -1e9 : axis_at(&bars->axis, target);
    bool right = end >= zero;
    double after = right ? end + 4 : end - 4 - width;
    /* the label makes way for the target's tick and the chart's edge */
    if (right && tick > end - 1 && tick < after + width + 4)
        after = tick + 5;
    bool inside = after + width > canvas->width || after < bars->label_width;
    if (inside && fabs(end - zero) > width + 8) {
        Mark *mark =
            canvas_text(canvas, right ? end - 4 : end + 4, y + 3,
                        right ? ANCHOR_RIGHT : ANCHOR_LEFT, face, LABEL_SIZE, COLOR_WHITE, text);
        mark->loose = true;
        mark->figure = data_figure(bars->data, row, ROLE_Y);
        return;
    }
    Mark *mark =
        canvas_text(canvas, fmax(bars->label_width + 2, fmin(after, canvas->width - width)), y + 3,
                    ANCHOR_LEFT, face, LABEL_SIZE, COLOR_INK, text);
    mark->figure = data_figure(bars->data, row, ROLE_Y);
}

static void bar_draw(Bars *bars, int row, int series, double y, double height, bool own)
{
    Canvas *canvas = bars->canvas;
    const Data *data = bars->data;
    double value = data_number(data, row, ROLE_Y), zero = axis_at(&bars->axis, 0);
    if (isnan(value)) {
        part_missing(canvas, zero + 2, y, data_state(data, row, ROLE_Y));
        if (data_state(data, row, ROLE_Y) == CELL_NOT_APPLICABLE)
            canvas_text(canvas, zero + 4, y + 3, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_TEXT2,
                        "–");
        return;
    }
    double end = axis_at(&bars->axis, value);
    const char *name = bars->nseries > 0 ? bars->series[series] : data_text(data, row, ROLE_LABEL);
    bool region = bars->nseries == 0 && region_index(name) >= 0;
    SeriesStyle style =
        part_series(data, bars->nseries > 0 || (region && data->document->region) ? name : "",
                    series, bars->nseries);
    canvas_rect(canvas, fmin(zero, end), y - height / 2, fmax(fabs(end - zero), 0.6), height,
                part_series_fill(&style));
    double target = data_number(data, row, ROLE_TARGET);
    if (!isnan(target)) {
        double x = axis_at(&bars->axis, target);
        canvas_line(canvas, x, y - height / 2 - 2.5, x, y + height / 2 + 2.5,
                    paint_line(COLOR_INK, 2));
    }
    bar_value(bars, row, y, end, zero, own);
}

void chart_bars(Canvas *canvas, const Data *data)
{
    const Role roles[] = {ROLE_Y, ROLE_TARGET};
    double low = 0, high = 1;
    data_range(data, roles, 2, &low, &high);
    Bars bars = {.canvas = canvas, .data = data};
    bars.nseries = data_levels(data, ROLE_SERIES, &bars.series);
    const char **labels;
    int nlabel = data_levels(data, ROLE_LABEL, &labels);
    int ngroup = bars.nseries > 0 ? bars.nseries : 1;
    bars.label_width = part_label_width(canvas, data, ROLE_LABEL, FACE_SANS_BOLD, LABEL_SIZE,
                                        canvas->width * 0.36);
    bars.axis =
        axis_make(fmin(low, 0), high, true, canvas->width > 300 ? 5 : 4, data_format(data, ROLE_Y));
    bars.axis.from = bars.label_width + 10;
    bars.axis.to = canvas->width - 42;
    double y = 4;
    if (bars.nseries > 1)
        y += part_legend(canvas, data, 0, 0, bars.series, bars.nseries);
    double top = y, group = ngroup > 1 ? ngroup * 12 + GROUP_GAP : STEP;
    double bottom = top + nlabel * group;
    part_grid_x(canvas, data, &bars.axis, top, bottom);
    double height = ngroup > 1 ? 10 : STEP * 0.6;
    for (int i = 0; i < nlabel; i++) {
        bool own = part_is_own(data, labels[i]);
        part_label(canvas, bars.label_width, y + group / 2, ANCHOR_RIGHT,
                   own ? FACE_SANS_BOLD : FACE_SANS, LABEL_SIZE, COLOR_INK, labels[i],
                   bars.label_width + 0.1);
        for (int k = 0; k < ngroup; k++) {
            int row = data_find(data, ROLE_LABEL, labels[i], ROLE_SERIES,
                                bars.nseries > 0 ? bars.series[k] : NULL);
            double middle = ngroup > 1 ? y + GROUP_GAP / 2 + 12 * (k + 0.5) : y + group / 2;
            if (row >= 0)
                bar_draw(&bars, row, k, middle, height, own);
        }
        y += group;
    }
    canvas->height = bottom + AXIS_ROOM;
    if (data_column(data, ROLE_TARGET) >= 0) {
        canvas_line(canvas, bars.axis.from, canvas->height + 3, bars.axis.from, canvas->height + 12,
                    paint_line(COLOR_INK, 2));
        canvas_text(canvas, bars.axis.from + 6, canvas->height + 11, ANCHOR_LEFT, FACE_SANS,
                    AXIS_SIZE, COLOR_TEXT2, phrase(data->lang, PHRASE_TARGET));
        canvas->height += 15;
    }
}
