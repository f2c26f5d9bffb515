/* Control charts: values over time in their usual range, one small panel a series. A signal is a
 * diamond; first and last period and the last value are named. */
#include "report/chart_parts.h"

#include <math.h>
#include <string.h>

typedef struct {
    Canvas *canvas;
    const Data *data;
    const char *series; /* NULL: all */
    Axis y;
    double left, right, top, bottom;
    int *rows, nrow;
} Control;

static void rows_take(Control *control)
{
    const Data *data = control->data;
    control->rows = arena_new(data->arena, int, data->table->nrow + 1);
    for (int row = 0; row < data->table->nrow; row++) {
        const char *own = data_text(data, row, ROLE_SERIES);
        if (data->table->rows[row].kind == ROW_DATA &&
            (!control->series || (own && strcmp(own, control->series) == 0)))
            control->rows[control->nrow++] = row;
    }
}

static double x_at(const Control *control, int i)
{
    double step = (control->right - control->left - 8) / fmax(control->nrow - 1, 1);
    return control->left + 4 + step * i;
}

static bool is_signal(const Control *control, int row)
{
    const Data *data = control->data;
    const char *note = data_code(data, row, ROLE_NOTE);
    double value = data_number(data, row, ROLE_Y);
    return (note && *note) || value > data_number(data, row, ROLE_HIGH) ||
           value < data_number(data, row, ROLE_LOW);
}

/* The last row that has limits speaks for all: they are one level each. */
static int limits_row(const Control *control)
{
    for (int i = control->nrow - 1; i >= 0; i--)
        if (!isnan(data_number(control->data, control->rows[i], ROLE_CENTRE)))
            return control->rows[i];
    return -1;
}

static void limits_draw(Control *control)
{
    const Data *data = control->data;
    int row = limits_row(control);
    if (row < 0)
        return;
    double low = data_number(data, row, ROLE_LOW), high = data_number(data, row, ROLE_HIGH);
    double from = isnan(low) ? control->bottom : axis_at(&control->y, low);
    double to = isnan(high) ? control->top : axis_at(&control->y, high);
    double width = control->right - control->left;
    canvas_rect(control->canvas, control->left, to, width, from - to, paint_fill(COLOR_PANEL));
    canvas_line(control->canvas, control->left, from, control->right, from,
                paint_dash(COLOR_TEXT2, 0.75, 3, 2));
    canvas_line(control->canvas, control->left, to, control->right, to,
                paint_dash(COLOR_TEXT2, 0.75, 3, 2));
    double centre = axis_at(&control->y, data_number(data, row, ROLE_CENTRE));
    canvas_line(control->canvas, control->left, centre, control->right, centre,
                paint_line(COLOR_TEXT2, 0.6));
}

static void values_draw(Control *control)
{
    const Data *data = control->data;
    Point before = {NAN, NAN};
    for (int i = 0; i < control->nrow; i++) {
        double value = data_number(data, control->rows[i], ROLE_Y);
        Point at = {x_at(control, i), isnan(value) ? (double)NAN : axis_at(&control->y, value)};
        if (!isnan(at.y) && !isnan(before.y))
            canvas_line(control->canvas, before.x, before.y, at.x, at.y,
                        paint_line(COLOR_ACCENT, 1.5));
        if (isnan(value))
            part_missing(control->canvas, at.x - 4, control->bottom - 6,
                         data_state(data, control->rows[i], ROLE_Y) == CELL_HIDDEN
                             ? CELL_NOT_APPLICABLE
                             : data_state(data, control->rows[i], ROLE_Y));
        before = at;
    }
    for (int i = 0; i < control->nrow; i++) {
        int row = control->rows[i];
        double value = data_number(data, row, ROLE_Y);
        if (isnan(value))
            continue;
        if (is_signal(control, row))
            canvas_marker(control->canvas, x_at(control, i), axis_at(&control->y, value), 4,
                          MARKER_DIAMOND, paint_fill(COLOR_SIGNAL));
        else
            canvas_circle(control->canvas, x_at(control, i), axis_at(&control->y, value), 2.2,
                          paint_fill(COLOR_ACCENT));
    }
}

static void names_draw(Control *control, Role time)
{
    const Data *data = control->data;
    Canvas *canvas = control->canvas;
    if (control->nrow == 0)
        return;
    const char *first = data_text(data, control->rows[0], time);
    const char *last = data_text(data, control->rows[control->nrow - 1], time);
    double room = control->right - control->left;
    double used = canvas_width(canvas, FACE_SANS, AXIS_SIZE, first ? first : "") +
                  canvas_width(canvas, FACE_SANS, AXIS_SIZE, last ? last : "");
    const char **cut;
    if (last && canvas_wrap(canvas, FACE_SANS, AXIS_SIZE, last, room, 1, &cut) > 0)
        canvas_text(canvas, control->right, control->bottom + 11, ANCHOR_RIGHT, FACE_SANS,
                    AXIS_SIZE, COLOR_TEXT2, cut[0]);
    if (first && control->nrow > 1 && used + 8 < room)
        canvas_text(canvas, control->left, control->bottom + 11, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                    COLOR_TEXT2, first);
    int row = limits_row(control), end = control->rows[control->nrow - 1];
    double places[2] = {NAN, NAN};
    int n = 0;
    double value = data_number(data, end, ROLE_Y);
    if (!isnan(value))
        places[n++] = axis_at(&control->y, value);
    double high = row < 0 ? (double)NAN : data_number(data, row, ROLE_HIGH);
    if (!isnan(high))
        places[n++] = axis_at(&control->y, high);
    part_spread(places, n, 10.5, control->top, control->bottom);
    if (!isnan(value))
        canvas_text(canvas, control->right + 5, places[0] + 3, ANCHOR_LEFT, FACE_SANS_BOLD,
                    LABEL_SIZE, COLOR_INK, data_text(data, end, ROLE_Y))
            ->figure = data_figure(data, end, ROLE_Y);
    if (!isnan(high))
        canvas_text(canvas, control->right + 5, places[n - 1] + 3, ANCHOR_LEFT, FACE_SANS,
                    AXIS_SIZE, COLOR_TEXT2, data_text(data, row, ROLE_HIGH));
}

static void control_draw(Canvas *canvas, const Data *data, const char *series, Role time)
{
    Control control = {
        .canvas = canvas, .data = data, .series = series, .left = 0, .top = 20, .bottom = 88};
    rows_take(&control);
    double low = HUGE_VAL, high = -HUGE_VAL, room = 0;
    const Role roles[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_CENTRE};
    for (int i = 0; i < control.nrow; i++)
        for (int k = 0; k < COUNT(roles); k++) {
            double value = data_number(data, control.rows[i], roles[k]);
            if (isnan(value))
                continue;
            low = fmin(low, value);
            high = fmax(high, value);
            room = fmax(room, canvas_width(canvas, FACE_SANS_BOLD, LABEL_SIZE,
                                           data_text(data, control.rows[i], roles[k])));
        }
    if (low > high)
        low = 0, high = 1;
    double margin = fmax((high - low) * 0.06, 1e-9);
    control.y = (Axis){low - margin, high + margin, 1, control.bottom, control.top, {0}};
    control.right = canvas->width - room - 8;
    if (series)
        part_title(canvas, 9, series);
    limits_draw(&control);
    values_draw(&control);
    names_draw(&control, time);
}

void chart_control(Canvas *canvas, const Data *data)
{
    const double height = 112;
    const char **series;
    int nseries = data_levels(data, ROLE_SERIES, &series);
    Role time = data_column(data, ROLE_DATE) >= 0 ? ROLE_DATE : ROLE_X;
    int most = canvas->width > 300 ? 3 : 2, across = nseries < 2      ? 1
                                                     : nseries < most ? nseries
                                                                      : most;
    int count = nseries > 0 ? nseries : 1;
    double step = (canvas->width + 16) / across;
    for (int i = 0; i < count; i++) {
        Canvas panel = canvas_open(canvas->arena, canvas->measure, canvas->lang, step - 16);
        control_draw(&panel, data, nseries > 0 ? series[i] : NULL, time);
        canvas_add(canvas, &panel, step * (i % across), height * (i / across));
    }
    canvas->height = height * ((count + across - 1) / across) - 8;
}
