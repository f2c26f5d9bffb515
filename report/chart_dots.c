/* Dot and interval by region or another label; a national value as a dashed, named line. The own
 * region stands out in its colour; the order is that of the data, never of the values. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define ROW 15.0

static void dot_draw(Canvas *canvas, const Data *data, const Axis *axis, int row, double y)
{
    const char *label = data_text(data, row, ROLE_LABEL);
    bool own = part_is_own(data, label);
    SeriesStyle style = region_index(label) >= 0
                            ? part_series(data, label, 0, 1)
                            : (SeriesStyle){COLOR_ACCENT, MARKER_DISC, false, false, 1.75, 0, 0};
    double value = data_number(data, row, ROLE_Y);
    double low = data_number(data, row, ROLE_LOW), high = data_number(data, row, ROLE_HIGH);
    if (isnan(value)) {
        part_missing(canvas, axis->from + 2, y, data_state(data, row, ROLE_Y));
        return;
    }
    if (!isnan(low) && !isnan(high))
        canvas_line(canvas, axis_at(axis, low), y, axis_at(axis, high), y,
                    paint_line(style.color, own ? 2.25 : 1.75));
    part_series_marker(canvas, axis_at(axis, value), y, own ? 3.6 : 3.1, &style);
    double end = axis_at(axis, isnan(high) ? value : fmax(high, value));
    Mark *mark =
        part_plate(canvas, end + 6, y + 3, ANCHOR_LEFT, own ? FACE_SANS_BOLD : FACE_SANS,
                   LABEL_SIZE, own ? COLOR_INK : COLOR_TEXT2, data_text(data, row, ROLE_Y));
    mark->figure = data_figure(data, row, ROLE_Y);
}

/* The national value of a panel: drawn when all its rows agree. */
static void reference_draw(Canvas *canvas, const Data *data, const Axis *axis, int row, double top,
                           double bottom)
{
    double value = data_number(data, row, ROLE_REFERENCE);
    if (isnan(value))
        return;
    double x = axis_at(axis, value);
    canvas_line(canvas, x, top, x, bottom, paint_dash(COLOR_INK, 0.75, 3, 2));
    const char *text = arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_LATVIA),
                                    data_text(data, row, ROLE_REFERENCE));
    double width = canvas_width(canvas, FACE_SANS, AXIS_SIZE, text);
    double middle = fmin(fmax(x, axis->from + width / 2), canvas->width - width / 2);
    canvas_text(canvas, middle, top - 3, ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
}

void chart_dots(Canvas *canvas, const Data *data)
{
    const Role roles[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_REFERENCE};
    double low = 0, high = 1;
    data_range(data, roles, COUNT(roles), &low, &high);
    double label = part_label_width(canvas, data, ROLE_LABEL, FACE_SANS_BOLD, LABEL_SIZE,
                                    canvas->width * 0.34);
    Axis axis =
        axis_make(low, high, low >= 0 ? low < 0.6 * high : true, 4, data_format(data, ROLE_Y));
    axis.from = label + 12;
    axis.to = canvas->width - 10 -
              part_label_width(canvas, data, ROLE_Y, FACE_SANS_BOLD, LABEL_SIZE, canvas->width / 3);
    const char **groups;
    int ngroup = data_levels(data, ROLE_GROUP, &groups);
    double y = 0;
    for (int group = 0; group < (ngroup > 0 ? ngroup : 1); group++) {
        int count = 0, first = -1;
        bool named = data_column(data, ROLE_REFERENCE) >= 0;
        for (int row = 0; row < data->table->nrow; row++) {
            const char *own = data_text(data, row, ROLE_GROUP);
            bool in = data->table->rows[row].kind == ROW_DATA &&
                      (ngroup == 0 || (own && strcmp(own, groups[group]) == 0));
            if (in && first < 0)
                first = row;
            count += in;
        }
        if (ngroup > 0) {
            part_title(canvas, y + 10, groups[group]);
            y += 14;
        }
        double top = y + (named ? 13 : 3), bottom = top + ROW * count;
        double value;
        for (int k = 0; axis_tick(&axis, k, &value); k++)
            canvas_line(canvas, axis_at(&axis, value), top, axis_at(&axis, value), bottom,
                        value == 0 ? paint_line(COLOR_INK, 0.75) : paint_line(COLOR_HAIR, 0.5));
        if (first >= 0)
            reference_draw(canvas, data, &axis, first, top, bottom);
        double at = top + ROW / 2;
        for (int row = 0; row < data->table->nrow; row++) {
            const char *own = data_text(data, row, ROLE_GROUP);
            if (data->table->rows[row].kind != ROW_DATA ||
                (ngroup > 0 && (!own || strcmp(own, groups[group]) != 0)))
                continue;
            const char *name = data_text(data, row, ROLE_LABEL);
            part_label(canvas, label, at, ANCHOR_RIGHT,
                       part_is_own(data, name) ? FACE_SANS_BOLD : FACE_SANS, LABEL_SIZE, COLOR_INK,
                       name, label + 0.1);
            dot_draw(canvas, data, &axis, row, at);
            at += ROW;
        }
        y = bottom + 8;
    }
    part_ticks_x(canvas, data, &axis, y + 3);
    canvas->height = y + 8;
}
