/* Shared parts of charts: one grammar of axes, series and labels for all kinds. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

/* Labels of a horizontal axis: all, or every second, third … so that they stay apart. */
void part_ticks_x(Canvas *canvas, const Data *data, const Axis *axis, double y)
{
    double value, widest = 0,
                  apart = fabs(axis->step / (axis->high - axis->low)) * fabs(axis->to - axis->from);
    for (int k = 0; axis_tick(axis, k, &value); k++)
        widest = fmax(widest, canvas_width(canvas, FACE_SANS, AXIS_SIZE,
                                           data_write(data, axis->format, value)));
    int every = (int)fmax(1, ceil((widest + 5) / fmax(apart, 1)));
    int zero = (int)lround(-axis->low / axis->step); /* zero keeps its label */
    for (int k = 0; axis_tick(axis, k, &value); k++) {
        if ((k - zero) % every != 0)
            continue;
        const char *text = data_write(data, axis->format, value);
        double half = canvas_width(canvas, FACE_SANS, AXIS_SIZE, text) / 2;
        double x = fmin(fmax(axis_at(axis, value), half), canvas->width - half);
        canvas_text(canvas, x, y, ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
    }
}

void part_grid_x(Canvas *canvas, const Data *data, const Axis *axis, double top, double bottom)
{
    double value;
    for (int k = 0; axis_tick(axis, k, &value); k++) {
        double x = axis_at(axis, value);
        canvas_line(canvas, x, top, x, bottom,
                    value == 0 ? paint_line(COLOR_INK, 0.75) : paint_line(COLOR_HAIR, 0.5));
    }
    part_ticks_x(canvas, data, axis, bottom + 11);
}

void part_grid_y(Canvas *canvas, const Data *data, const Axis *axis, double left, double right)
{
    double value;
    for (int k = 0; axis_tick(axis, k, &value); k++) {
        double y = axis_at(axis, value);
        canvas_line(canvas, left, y, right, y,
                    value == 0 ? paint_line(COLOR_INK, 0.75) : paint_line(COLOR_HAIR, 0.5));
        canvas_text(canvas, left - 5, y + 2.8, ANCHOR_RIGHT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                    data_write(data, axis->format, value));
    }
}

double part_axis_width(const Canvas *canvas, const Data *data, const Axis *axis)
{
    double width = 0, value;
    for (int k = 0; axis_tick(axis, k, &value); k++)
        width = fmax(width, canvas_width(canvas, FACE_SANS, AXIS_SIZE,
                                         data_write(data, axis->format, value)));
    return width + 5;
}

SeriesStyle part_series(const Data *data, const char *name, int k, int n)
{
    int region = region_index(name);
    if (region >= 0 && (!data->document->region || part_is_own(data, name)))
        return (SeriesStyle){REGION_STYLE[region].color,
                             REGION_STYLE[region].marker,
                             false,
                             REGION_STYLE[region].outlined,
                             1.75,
                             0,
                             0};
    if (region >= 0)
        return (SeriesStyle){COLOR_MARK, REGION_STYLE[region].marker, false, false, 1.25, 0, 0};
    if (k == 0)
        return (SeriesStyle){COLOR_ACCENT, MARKER_DISC, false, false, 2.25, 0, 0};
    if (n == 2)
        return (SeriesStyle){COLOR_MARK, MARKER_DISC, true, false, 1.5, 4, 3};
    static const SeriesStyle OTHERS[] = {
        {COLOR(0x8692A0), MARKER_SQUARE, false, false, 1.5, 4, 3},
        {COLOR(0x6AA3AB), MARKER_DIAMOND, false, false, 1.5, 0, 0},
        {COLOR(0x55626E), MARKER_UP, true, false, 1.5, 2, 2},
        {COLOR(0xB3D0D4), MARKER_DOWN, false, true, 1.5, 0, 0},
    };
    return OTHERS[(k - 1) % COUNT(OTHERS)];
}

Paint part_series_fill(const SeriesStyle *style)
{
    return style->outlined ? paint_both(style->color, COLOR_INK, 0.75) : paint_fill(style->color);
}

void part_series_marker(Canvas *canvas, double x, double y, double radius, const SeriesStyle *style)
{
    Paint paint =
        style->open ? paint_both(COLOR_WHITE, style->color, 1.25) : part_series_fill(style);
    canvas_marker(canvas, x, y, radius, style->marker, paint);
}

double part_legend(Canvas *canvas, const Data *data, double x, double y, const char **names,
                   int nname)
{
    double left = x, top = y;
    for (int i = 0; i < nname; i++) {
        double width = canvas_width(canvas, FACE_SANS, LABEL_SIZE, names[i]) + 30;
        if (x > left && x + width - 14 > canvas->width) {
            x = left;
            y += 13;
        }
        SeriesStyle style = part_series(data, names[i], i, nname);
        canvas_rect(canvas, x, y + 1.5, 9, 9, part_series_fill(&style));
        part_cut(canvas, x + 13, y + 9, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK, names[i],
                 canvas->width - x - 13);
        x += width;
    }
    return y + 17 - top;
}

void part_spread(double *values, int count, double gap, double low, double high)
{
    /* order of places, without moving the values themselves */
    for (int round = 0; round < 60; round++) {
        bool moved = false;
        for (int i = 0; i < count; i++)
            for (int k = i + 1; k < count; k++) {
                double apart = values[k] - values[i];
                if (fabs(apart) >= gap - 1e-9)
                    continue;
                double push = (gap - fabs(apart)) / 2 + 1e-6;
                double sign = apart >= 0 ? 1 : -1;
                values[i] -= sign * push;
                values[k] += sign * push;
                moved = true;
            }
        for (int i = 0; i < count; i++)
            values[i] = fmin(fmax(values[i], low), high);
        if (!moved)
            return;
    }
}

double part_label_width(const Canvas *canvas, const Data *data, Role role, Face face, double size,
                        double most)
{
    double width = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *text = data_text(data, row, role);
        if (text)
            width = fmax(width, canvas_width(canvas, face, size, text));
    }
    return fmin(width, most);
}

void part_label(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                Color color, const char *text, double width)
{
    const char **lines;
    int nline = canvas_wrap(canvas, face, size, text, width, 2, &lines);
    double leading = size * 1.15, top = y - (nline - 1) * leading / 2 + size * 0.33;
    for (int i = 0; i < nline; i++)
        canvas_text(canvas, x, top + i * leading, anchor, face, size, color, lines[i]);
}

void part_missing(Canvas *canvas, double x, double y, CellState state)
{
    if (state == CELL_NOT_DELIVERED) {
        canvas_circle(canvas, x + 4, y, 3.5, paint_dash(COLOR_OFF, 1, 2, 2));
        return;
    }
    if (state != CELL_HIDDEN)
        return;
    canvas_hatch(canvas, x, y - 5, 30, 10);
    canvas_rect(canvas, x + 9, y - 4, 12, 8, paint_fill(COLOR_WHITE));
    canvas_text(canvas, x + 15, y + 2, ANCHOR_MIDDLE, FACE_SANS_BOLD, LABEL_SIZE, COLOR_INK, "…")
        ->loose = true;
}

bool part_is_own(const Data *data, const char *label)
{
    int region = region_index(label);
    return region >= 0 && region == region_index(data->document->region);
}

Mark *part_plate(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                 Color color, const char *text)
{
    double width = canvas_width(canvas, face, size, text);
    double left = anchor == ANCHOR_LEFT ? x : anchor == ANCHOR_RIGHT ? x - width : x - width / 2;
    canvas_rect(canvas, left - 1.5, y - 0.72 * size - 1, width + 3, 0.95 * size + 2,
                paint_fill(COLOR_WHITE));
    Mark *mark = canvas_text(canvas, x, y, anchor, face, size, color, text);
    mark->loose = true;
    return mark;
}

Mark *part_cut(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
               Color color, const char *text, double width)
{
    const char **lines;
    int nline = canvas_wrap(canvas, face, size, text, width, 1, &lines);
    return canvas_text(canvas, x, y, anchor, face, size, color, nline > 0 ? lines[0] : "");
}

void part_title(Canvas *canvas, double y, const char *text)
{
    part_cut(canvas, 0, y, ANCHOR_LEFT, FACE_SANS_BOLD, LABEL_SIZE, COLOR_INK, text, canvas->width);
}
