/* Answers from disagree to agree, diverging about the middle of the middle category; and parts of a
 * whole in stacked bars. */
#include "report/chart_parts.h"

#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

enum { CATEGORY_MOST = 11 };

typedef struct {
    Canvas *canvas;
    const Data *data;
    const char **series, **groups;
    int nseries, ngroup;
    double left, right, middle, scale; /* points for one share */
} Bars;

static Color category_color(const Bars *bars, int k)
{
    if (bars->nseries == LIKERT_COUNT)
        return COLOR_LIKERT[k];
    if (bars->nseries == 2)
        return COLOR_LIKERT[k == 0 ? 1 : 4];
    int at = bars->nseries > 1 ? (int)lround(k * 4.0 / (bars->nseries - 1)) : 4;
    return COLOR_LIKERT[at];
}

static bool is_dark(Color color)
{
    return 0.30 * color.red + 0.59 * color.green + 0.11 * color.blue < 125;
}

static int cell_row(const Bars *bars, const char *label, const char *group, int k)
{
    const Data *data = bars->data;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *l = data_text(data, row, ROLE_LABEL), *s = data_text(data, row, ROLE_SERIES);
        const char *g = data_text(data, row, ROLE_GROUP);
        if (data->table->rows[row].kind == ROW_DATA && l && strcmp(l, label) == 0 && s &&
            strcmp(s, bars->series[k]) == 0 && (!group || (g && strcmp(g, group) == 0)))
            return row;
    }
    return -1;
}

/* The share left of the middle: all below it and half of an odd middle category. */
static double left_share(const Bars *bars, const char *label, const char *group)
{
    double sum = 0;
    for (int k = 0; k < bars->nseries; k++) {
        double value = data_number(bars->data, cell_row(bars, label, group, k), ROLE_Y);
        double part = isnan(value) ? 0 : value;
        if (2 * k + 1 < bars->nseries)
            sum += part;
        else if (2 * k + 1 == bars->nseries)
            sum += part / 2;
    }
    return sum;
}

/* In a bar stands the number without its sign: "44". */
static const char *short_text(const Data *data, int row)
{
    Format format = data->table->rows[row].cells[data_column(data, ROLE_Y)].format;
    double value = data_number(data, row, ROLE_Y);
    if (format.kind == FORMAT_SHARE)
        return lang_number(data->arena, data->lang, value * 100, 0);
    return data_text(data, row, ROLE_Y);
}

static bool bar_draw(Bars *bars, const char *label, const char *group, double x, double y,
                     double height, Color (*color_of)(const Bars *, int))
{
    bool any = false;
    for (int k = 0; k < bars->nseries; k++) {
        int row = cell_row(bars, label, group, k);
        double value = data_number(bars->data, row, ROLE_Y);
        if (isnan(value) || value <= 0)
            continue;
        any = true;
        double width = value * bars->scale;
        Color color = color_of(bars, k);
        canvas_rect(bars->canvas, x, y - height / 2, width, height,
                    paint_both(color, COLOR_WHITE, 0.5));
        const char *text = short_text(bars->data, row);
        if (width > 13 && canvas_width(bars->canvas, FACE_SANS, AXIS_SIZE, text) < width - 4) {
            Mark *mark = canvas_text(bars->canvas, x + width / 2, y + 2.9, ANCHOR_MIDDLE, FACE_SANS,
                                     AXIS_SIZE, is_dark(color) ? COLOR_WHITE : COLOR_INK, text);
            mark->loose = true;
            mark->figure = data_figure(bars->data, row, ROLE_Y);
        }
        x += width;
    }
    return any;
}

static double legend_draw(Bars *bars, Color (*color_of)(const Bars *, int))
{
    double x = 0, y = 1;
    for (int k = 0; k < bars->nseries; k++) {
        double width = canvas_width(bars->canvas, FACE_SANS, LABEL_SIZE, bars->series[k]);
        if (x > 0 && x + 13 + width > bars->canvas->width) {
            x = 0;
            y += 13;
        }
        canvas_rect(bars->canvas, x, y, 9, 9, paint_both(color_of(bars, k), COLOR_RULE, 0.3));
        part_cut(bars->canvas, x + 13, y + 7.5, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                 bars->series[k], bars->canvas->width - x - 13);
        x += 13 + width + 14;
    }
    return y + 20;
}

static Bars bars_make(Canvas *canvas, const Data *data)
{
    Bars bars = {.canvas = canvas, .data = data};
    bars.nseries = data_levels(data, ROLE_SERIES, &bars.series);
    bars.ngroup = data_levels(data, ROLE_GROUP, &bars.groups);
    if (bars.nseries > CATEGORY_MOST)
        bars.nseries = CATEGORY_MOST;
    return bars;
}

void chart_likert(Canvas *canvas, const Data *data)
{
    Bars bars = bars_make(canvas, data);
    const char **labels;
    int nlabel = data_levels(data, ROLE_LABEL, &labels), lines = bars.ngroup > 0 ? bars.ngroup : 1;
    if (bars.nseries == 0)
        return;
    double question = canvas->width * 0.3;
    double group = bars.ngroup > 0 ? part_label_width(canvas, data, ROLE_GROUP, FACE_SANS_BOLD,
                                                      LABEL_SIZE, canvas->width * 0.16) +
                                         10
                                   : 0;
    bars.left = question + group + 8;
    bars.right = canvas->width - 4;
    double least = 1, most = 0; /* room left and right of the middle */
    for (int i = 0; i < nlabel; i++)
        for (int g = 0; g < lines; g++) {
            double left = left_share(&bars, labels[i], bars.ngroup ? bars.groups[g] : NULL);
            least = fmin(least, -left);
            most = fmax(most, 1 - left);
        }
    least = fmin(least, 0);
    bars.scale = (bars.right - bars.left) / fmax(most - least, 0.01);
    bars.middle = bars.left - least * bars.scale;
    double top = legend_draw(&bars, category_color), step = 10 + 14.0 * lines;
    canvas_line(canvas, bars.middle, top - 4, bars.middle, top + nlabel * step - 4,
                paint_line(COLOR_INK, 0.75));
    for (int i = 0; i < nlabel; i++) {
        double y = top + i * step;
        part_label(canvas, 0, y + 7.0 * lines, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                   labels[i], question);
        for (int g = 0; g < lines; g++) {
            const char *name = bars.ngroup ? bars.groups[g] : NULL;
            double middle = y + 14.0 * g + 7;
            bool last = g == lines - 1;
            if (name)
                part_label(canvas, question + group, middle, ANCHOR_RIGHT,
                           last ? FACE_SANS_BOLD : FACE_SANS, AXIS_SIZE,
                           last ? COLOR_INK : COLOR_TEXT2, name, group);
            double x = bars.middle - left_share(&bars, labels[i], name) * bars.scale;
            if (!bar_draw(&bars, labels[i], name, x, middle, 12, category_color))
                part_missing(canvas, bars.middle - 15, middle,
                             data_state(data, cell_row(&bars, labels[i], name, 0), ROLE_Y));
        }
    }
    canvas->height = top + nlabel * step;
}

static Color stack_color(const Bars *bars, int k)
{
    static const Color COLORS[] = {COLOR(0x0B5563), COLOR(0x6AA3AB), COLOR(0xB3D0D4),
                                   COLOR(0x8692A0), COLOR(0xC5CDD5), COLOR(0x55626E)};
    (void)bars;
    return COLORS[k % COUNT(COLORS)];
}

void chart_stacked(Canvas *canvas, const Data *data)
{
    Bars bars = bars_make(canvas, data);
    const char **labels;
    int nlabel = data_levels(data, ROLE_LABEL, &labels);
    if (bars.nseries == 0)
        return;
    double most = 0, step = 18;
    for (int i = 0; i < nlabel; i++) {
        double sum = 0;
        for (int k = 0; k < bars.nseries; k++) {
            double value = data_number(data, cell_row(&bars, labels[i], NULL, k), ROLE_Y);
            sum += isnan(value) ? 0 : value;
        }
        most = fmax(most, sum);
    }
    double label =
        part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, LABEL_SIZE, canvas->width * 0.36);
    Axis axis = axis_make(0, most, true, 5, data_format(data, ROLE_Y));
    axis.from = label + 10;
    axis.to = canvas->width - 14;
    bars.scale = (axis.to - axis.from) / (axis.high - axis.low);
    double top = legend_draw(&bars, stack_color), bottom = top + nlabel * step;
    part_grid_x(canvas, data, &axis, top, bottom);
    for (int i = 0; i < nlabel; i++) {
        double y = top + step * (i + 0.5);
        part_label(canvas, label, y, ANCHOR_RIGHT, FACE_SANS, LABEL_SIZE, COLOR_INK, labels[i],
                   label + 0.1);
        if (!bar_draw(&bars, labels[i], NULL, axis.from, y, step * 0.62, stack_color))
            part_missing(canvas, axis.from + 2, y,
                         data_state(data, cell_row(&bars, labels[i], NULL, 0), ROLE_Y));
    }
    canvas->height = bottom + AXIS_ROOM;
}
