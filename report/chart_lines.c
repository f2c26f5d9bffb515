/* Lines over time or a number, with bands, targets and direct labels right of the last point; and
 * the same in small panels, one a group. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

typedef struct {
    Canvas *canvas;
    const Data *data;
    const char *group; /* panel, NULL: all rows */
    const char **series;
    int nseries;
    Role role_x;
    bool numeric;
    const char **categories;
    int ncategory;
    Axis x, y;
    double left, right, top, bottom;
    bool small;
} Lines;

static bool in_panel(const Lines *lines, int row)
{
    if (lines->data->table->rows[row].kind != ROW_DATA)
        return false;
    const char *group = lines->group ? data_text(lines->data, row, ROLE_GROUP) : NULL;
    return !lines->group || (group && strcmp(group, lines->group) == 0);
}

static double x_of(const Lines *lines, int row)
{
    if (lines->numeric)
        return axis_at(&lines->x, data_number(lines->data, row, lines->role_x));
    const char *text = data_text(lines->data, row, lines->role_x);
    for (int i = 0; i < lines->ncategory; i++)
        if (text && strcmp(text, lines->categories[i]) == 0) {
            double step = (lines->right - lines->left) / lines->ncategory;
            return lines->left + step * (i + 0.5);
        }
    return NAN;
}

static bool in_series(const Lines *lines, int row, int series)
{
    if (!in_panel(lines, row))
        return false;
    if (lines->nseries == 0)
        return true;
    const char *text = data_text(lines->data, row, ROLE_SERIES);
    return text && strcmp(text, lines->series[series]) == 0;
}

static void band_draw(Lines *lines, int series, Role low, Role high, Color color, double alpha)
{
    const Data *data = lines->data;
    int nrow = data->table->nrow, n = 0;
    Point *points = arena_new(data->arena, Point, 2 * nrow + 2);
    for (int row = 0; row < nrow; row++)
        if (in_series(lines, row, series) && !isnan(data_number(data, row, low)))
            points[n++] =
                (Point){x_of(lines, row), axis_at(&lines->y, data_number(data, row, low))};
    for (int row = nrow - 1; row >= 0; row--)
        if (in_series(lines, row, series) && !isnan(data_number(data, row, high)))
            points[n++] =
                (Point){x_of(lines, row), axis_at(&lines->y, data_number(data, row, high))};
    if (n < 4)
        return;
    Paint paint = paint_fill(color);
    paint.alpha = alpha;
    canvas_path(lines->canvas, points, n, true, paint);
}

/* The line breaks where a value is missing; the gap shows a dashed ring if it was not delivered. */
static double series_draw(Lines *lines, int series, const SeriesStyle *style, int *last)
{
    const Data *data = lines->data;
    Point *points = arena_new(data->arena, Point, data->table->nrow + 1);
    Paint paint = paint_line(style->color, lines->small ? 1.5 : style->width);
    paint.dash_on = style->dash_on;
    paint.dash_off = style->dash_off;
    int n = 0;
    double end = NAN;
    for (int row = 0; row <= data->table->nrow; row++) {
        bool over = row == data->table->nrow;
        if (!over && !in_series(lines, row, series))
            continue;
        double value = over ? (double)NAN : data_number(data, row, ROLE_Y);
        if (isnan(value)) {
            if (n > 1)
                canvas_path(lines->canvas, points, n, false, paint);
            n = 0;
            if (!over && data_state(data, row, ROLE_Y) == CELL_NOT_DELIVERED)
                part_missing(lines->canvas, x_of(lines, row) - 4, lines->bottom - 8,
                             CELL_NOT_DELIVERED);
            continue;
        }
        points[n++] = (Point){x_of(lines, row), axis_at(&lines->y, value)};
        end = points[n - 1].y;
        *last = row;
    }
    for (int row = 0; row < data->table->nrow; row++) {
        double value = in_series(lines, row, series) ? data_number(data, row, ROLE_Y) : (double)NAN;
        if (!isnan(value))
            part_series_marker(lines->canvas, x_of(lines, row), axis_at(&lines->y, value),
                               lines->small ? 2.2 : 3, style);
    }
    return end;
}

static double label_room(const Lines *lines)
{
    const Data *data = lines->data;
    double room = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *value = data_text(data, row, ROLE_Y), *name = data_text(data, row, ROLE_SERIES);
        double width = canvas_width(lines->canvas, FACE_SANS_BOLD, LABEL_SIZE, value ? value : "");
        if (name)
            width += canvas_width(lines->canvas, FACE_SANS, LABEL_SIZE, name) + 4;
        room = fmax(room, width);
    }
    return fmin(room + 8, lines->canvas->width * 0.34);
}

static void labels_draw(Lines *lines, const double *ends, const int *last)
{
    int count = lines->nseries > 0 ? lines->nseries : 1, n = 0;
    double *places = arena_new(lines->data->arena, double, count);
    int *which = arena_new(lines->data->arena, int, count);
    for (int i = 0; i < count; i++)
        if (!isnan(ends[i])) {
            which[n] = i;
            places[n++] = ends[i];
        }
    part_spread(places, n, 10.5, lines->top, lines->bottom);
    for (int k = 0; k < n; k++) {
        int i = which[k];
        const char *value = data_text(lines->data, last[i], ROLE_Y);
        const char *name = lines->nseries > 0 ? lines->series[i] : NULL;
        double x = lines->right + 7;
        if (fabs(places[k] - ends[i]) > 3)
            canvas_line(lines->canvas, x_of(lines, last[i]) + 4, ends[i], x - 1, places[k],
                        paint_line(COLOR_MARK, 0.5));
        bool main = i == 0;
        Mark *mark = canvas_text(lines->canvas, x, places[k] + 2.8, ANCHOR_LEFT,
                                 main ? FACE_SANS_BOLD : FACE_SANS, LABEL_SIZE,
                                 main ? COLOR_ACCENT : COLOR_TEXT2, value);
        mark->figure = data_figure(lines->data, last[i], ROLE_Y);
        double after = x + mark->text_width + 4;
        if (name && lines->canvas->width - after > 12) {
            const char **cut;
            if (canvas_wrap(lines->canvas, FACE_SANS, LABEL_SIZE, name,
                            lines->canvas->width - after, 1, &cut) > 0)
                canvas_text(lines->canvas, after, places[k] + 2.8, ANCHOR_LEFT, FACE_SANS,
                            LABEL_SIZE, main ? COLOR_ACCENT : COLOR_TEXT2, cut[0]);
        }
    }
}

/* Category labels: all if they fit, else every second, third … and the last. */
static void categories_draw(Lines *lines)
{
    double step = (lines->right - lines->left) / fmax(1, lines->ncategory), widest = 0;
    for (int i = 0; i < lines->ncategory; i++)
        widest =
            fmax(widest, canvas_width(lines->canvas, FACE_SANS, AXIS_SIZE, lines->categories[i]));
    widest = fmin(widest, lines->small ? (lines->right - lines->left) / 2 : 90);
    int every = (int)fmax(1, ceil((widest + 6) / step));
    for (int i = 0; i < lines->ncategory; i++) {
        bool shown = lines->small ? i == 0 || i == lines->ncategory - 1
                                  : (lines->ncategory - 1 - i) % every == 0;
        if (!shown)
            continue;
        Anchor anchor = ANCHOR_MIDDLE;
        double x = lines->left + step * (i + 0.5), room = step * every - 4;
        if (lines->small && lines->ncategory > 1) {
            anchor = i == 0 ? ANCHOR_LEFT : ANCHOR_RIGHT;
            x = i == 0 ? lines->left : lines->right;
            room = (lines->right - lines->left) / 2 - 2;
        }
        part_cut(lines->canvas, x, lines->bottom + 11, anchor, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                 lines->categories[i], room);
    }
}

static void target_draw(Lines *lines)
{
    const Data *data = lines->data;
    for (int row = data->table->nrow - 1; row >= 0; row--) {
        double target = in_panel(lines, row) ? data_number(data, row, ROLE_TARGET) : (double)NAN;
        if (isnan(target))
            continue;
        double y = axis_at(&lines->y, target);
        canvas_line(lines->canvas, lines->left, y, lines->right, y,
                    paint_dash(COLOR_INK, 0.75, 3, 2));
        const char *text = arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_TARGET),
                                        data_text(data, row, ROLE_TARGET));
        part_plate(lines->canvas, lines->left + 3, y - 3.5, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                   COLOR_TEXT2, text);
        return;
    }
}

static void panel_draw(Lines *lines)
{
    int count = lines->nseries > 0 ? lines->nseries : 1;
    double *ends = arena_new(lines->data->arena, double, count);
    int *last = arena_new(lines->data->arena, int, count);
    lines->y.from = lines->bottom;
    lines->y.to = lines->top;
    part_grid_y(lines->canvas, lines->data, &lines->y, lines->left, lines->right);
    if (lines->numeric) {
        lines->x.from = lines->left + 8;
        lines->x.to = lines->right - 8;
        part_ticks_x(lines->canvas, lines->data, &lines->x, lines->bottom + 11);
    } else {
        categories_draw(lines);
    }
    target_draw(lines);
    for (int i = count - 1; i >= 0; i--) {
        SeriesStyle style =
            part_series(lines->data, lines->nseries ? lines->series[i] : "", i, count);
        band_draw(lines, i, ROLE_LOW2, ROLE_HIGH2, style.color, 0.13);
        band_draw(lines, i, ROLE_LOW, ROLE_HIGH, style.color, i == 0 ? 0.22 : 0.13);
    }
    for (int i = count - 1; i >= 0; i--) {
        SeriesStyle style =
            part_series(lines->data, lines->nseries ? lines->series[i] : "", i, count);
        ends[i] = series_draw(lines, i, &style, &last[i]);
    }
    labels_draw(lines, ends, last);
}

/* The value axis over all rows, or those of a panel. Zero belongs to it unless all values are far.
 */
static bool lines_span(const Lines *lines, double *low, double *high)
{
    static const Role ROLES[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_TARGET, ROLE_LOW2, ROLE_HIGH2};
    bool any = false;
    for (int row = 0; row < lines->data->table->nrow; row++)
        for (int i = 0; i < COUNT(ROLES) && in_panel(lines, row); i++) {
            double value = data_number(lines->data, row, ROLES[i]);
            if (isnan(value))
                continue;
            *low = any ? fmin(*low, value) : value;
            *high = any ? fmax(*high, value) : value;
            any = true;
        }
    return any;
}

static void lines_range(Lines *lines)
{
    double low = 0, high = 1;
    lines_span(lines, &low, &high);
    bool zero = low > 0 ? low < 0.6 * high : true;
    lines->y = axis_make(low, high, zero, 4, data_format(lines->data, ROLE_Y));
}

/* Panels share a value axis unless one would be flattened by another's size. */
static bool panels_differ(const Lines *all, const char **groups, int ngroup)
{
    double least = HUGE_VAL, most = 0;
    for (int i = 0; i < ngroup; i++) {
        Lines panel = *all;
        double low = 0, high = 1;
        panel.group = groups[i];
        if (!lines_span(&panel, &low, &high))
            continue;
        least = fmin(least, fmax(fabs(low), fabs(high)));
        most = fmax(most, fmax(fabs(low), fabs(high)));
    }
    return most > 3 * least;
}

static Lines lines_make(Canvas *canvas, const Data *data)
{
    Lines lines = {.canvas = canvas, .data = data};
    lines.role_x = data_column(data, ROLE_DATE) >= 0 ? ROLE_DATE : ROLE_X;
    Format format = data_format(data, lines.role_x);
    lines.numeric = format.kind == FORMAT_NUMBER;
    lines.nseries = data_levels(data, ROLE_SERIES, &lines.series);
    lines.ncategory = data_levels(data, lines.role_x, &lines.categories);
    lines_range(&lines);
    double first = 0, end = 1;
    data_range(data, &lines.role_x, 1, &first, &end);
    lines.x = axis_make(first, end, false, 6, format);
    lines.x.low = first;
    lines.x.high = end > first ? end : first + 1;
    return lines;
}

void chart_lines(Canvas *canvas, const Data *data)
{
    Lines lines = lines_make(canvas, data);
    lines.left = part_axis_width(canvas, data, &lines.y);
    lines.right = canvas->width - label_room(&lines);
    lines.top = 8;
    lines.bottom = lines.top + (canvas->width > 300 ? 150 : 120);
    panel_draw(&lines);
    canvas->height = lines.bottom + AXIS_ROOM;
}

void chart_multiples(Canvas *canvas, const Data *data)
{
    const char **groups;
    int ngroup = data_levels(data, ROLE_GROUP, &groups);
    if (ngroup == 0) {
        chart_lines(canvas, data);
        return;
    }
    int most = canvas->width > 300 ? 3 : 2, across = ngroup < most ? ngroup : most;
    double step = (canvas->width + 14) / across, height = 118;
    Lines all = lines_make(canvas, data);
    bool own = panels_differ(&all, groups, ngroup);
    for (int i = 0; i < ngroup; i++) {
        Lines lines = all;
        double x = step * (i % across), y = height * (i / across);
        Canvas panel = canvas_open(canvas->arena, canvas->measure, canvas->lang, step - 14);
        lines.canvas = &panel;
        lines.group = groups[i];
        lines.small = true;
        if (own)
            lines_range(&lines);
        lines.left = part_axis_width(&panel, data, &lines.y);
        lines.right = panel.width - fmin(label_room(&lines), 34);
        lines.top = 22;
        lines.bottom = 90;
        part_title(&panel, 9, groups[i]);
        panel_draw(&lines);
        canvas_add(canvas, &panel, x, y);
    }
    canvas->height = height * ((ngroup + across - 1) / across) - 6;
}
