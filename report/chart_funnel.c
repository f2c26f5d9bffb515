/* Funnel: values against the size they rest on, with limits of chance. Limits are those of the
 * rows; between them the curve follows the square root of the size. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

enum { CURVE_STEPS = 24 };

typedef struct {
    Canvas *canvas;
    const Data *data;
    Axis x, y;
    double left, right, top, bottom;
    int *rows; /* by size */
    int nrow;
} Funnel;

static void rows_sort(Funnel *funnel)
{
    const Data *data = funnel->data;
    funnel->rows = arena_new(data->arena, int, data->table->nrow + 1);
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA || isnan(data_number(data, row, ROLE_X)))
            continue;
        int at = funnel->nrow++;
        for (; at > 0 &&
               data_number(data, funnel->rows[at - 1], ROLE_X) > data_number(data, row, ROLE_X);
             at--)
            funnel->rows[at] = funnel->rows[at - 1];
        funnel->rows[at] = row;
    }
}

/* The limit at size x between two rows: its distance from the centre, times √size, is interpolated.
 */
static double limit_at(const Funnel *funnel, int left, int right, Role role, double x)
{
    const Data *data = funnel->data;
    double xl = data_number(data, left, ROLE_X), xr = data_number(data, right, ROLE_X);
    double cl = data_number(data, left, ROLE_CENTRE), cr = data_number(data, right, ROLE_CENTRE);
    double kl = (data_number(data, left, role) - cl) * sqrt(xl);
    double kr = (data_number(data, right, role) - cr) * sqrt(xr);
    double share = xr > xl ? (x - xl) / (xr - xl) : 0;
    return cl + (cr - cl) * share + (kl + (kr - kl) * share) / sqrt(x);
}

static double limit_draw(Funnel *funnel, Role role, Paint paint)
{
    Point *points = arena_new(funnel->data->arena, Point, funnel->nrow * CURVE_STEPS + 2);
    int n = 0;
    for (int i = 0; i + 1 < funnel->nrow; i++) {
        int left = funnel->rows[i], right = funnel->rows[i + 1];
        double from = data_number(funnel->data, left, ROLE_X);
        double to = data_number(funnel->data, right, ROLE_X);
        for (int k = i == 0 ? 0 : 1; k <= CURVE_STEPS && from > 0; k++) {
            double x = from + (to - from) * k / CURVE_STEPS;
            double y = limit_at(funnel, left, right, role, x);
            if (!isnan(y))
                points[n++] = (Point){axis_at(&funnel->x, x), axis_at(&funnel->y, y)};
        }
    }
    if (n < 2)
        return NAN;
    canvas_path(funnel->canvas, points, n, false, paint);
    return points[n - 1].y;
}

static void limit_names(Funnel *funnel, const double *ends, double centre)
{
    const Data *data = funnel->data;
    int last = funnel->rows[funnel->nrow - 1];
    const char *texts[] = {data->lang == LANG_LV ? "99,8" NBSP "%" : "99.8%",
                           data->lang == LANG_LV ? "95" NBSP "%" : "95%",
                           arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_LATVIA),
                                        data_text(data, last, ROLE_CENTRE))};
    double places[3] = {ends[0], ends[1], centre};
    double at[3];
    int which[3], n = 0;
    for (int i = 0; i < 3; i++)
        if (!isnan(places[i])) {
            which[n] = i;
            at[n++] = places[i];
        }
    part_spread(at, n, 10, funnel->top, funnel->bottom);
    for (int k = 0; k < n; k++)
        part_label(funnel->canvas, funnel->right + 5, at[k], ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                   COLOR_TEXT2, texts[which[k]], funnel->canvas->width - funnel->right - 4);
}

static bool labels_clash(Box box, const Box *taken, int ntaken)
{
    for (int i = 0; i < ntaken; i++)
        if (box.left < taken[i].right && taken[i].left < box.right && box.top < taken[i].bottom &&
            taken[i].top < box.bottom)
            return true;
    return false;
}

/* A name beside its point: the first of eight places that is free, else a leader to a row below. */
static void point_name(Funnel *funnel, Point at, const char *text, Face face, Color color,
                       Box *taken, int *ntaken)
{
    static const struct {
        double x, y;
        Anchor anchor;
    } PLACES[] = {{7, 3, ANCHOR_LEFT},      {-7, 3, ANCHOR_RIGHT},   {0, -8, ANCHOR_MIDDLE},
                  {0, 14, ANCHOR_MIDDLE},   {10, -12, ANCHOR_LEFT},  {-10, -12, ANCHOR_RIGHT},
                  {12, 18, ANCHOR_LEFT},    {-12, 18, ANCHOR_RIGHT}, {22, -24, ANCHOR_LEFT},
                  {-22, -24, ANCHOR_RIGHT}, {22, 30, ANCHOR_LEFT},   {-22, 30, ANCHOR_RIGHT}};
    double width = canvas_width(funnel->canvas, face, LABEL_SIZE, text);
    for (int i = 0; i < COUNT(PLACES); i++) {
        double x = at.x + PLACES[i].x, y = at.y + PLACES[i].y;
        double left = PLACES[i].anchor == ANCHOR_LEFT    ? x
                      : PLACES[i].anchor == ANCHOR_RIGHT ? x - width
                                                         : x - width / 2;
        Box box = {left - 2, y - 0.75 * LABEL_SIZE, left + width + 2, y + 0.25 * LABEL_SIZE};
        bool inside = box.left >= funnel->left && box.right <= funnel->right + 2 &&
                      box.top >= funnel->top - 6 && box.bottom <= funnel->bottom;
        if (!inside || labels_clash(box, taken, *ntaken))
            continue;
        if (i > 3)
            canvas_line(funnel->canvas, at.x, at.y, x, y - 2, paint_line(COLOR_MARK, 0.5));
        part_plate(funnel->canvas, left, y, ANCHOR_LEFT, face, LABEL_SIZE, color, text);
        taken[(*ntaken)++] = box;
        return;
    }
}

static void points_draw(Funnel *funnel)
{
    const Data *data = funnel->data;
    Box *taken = arena_new(data->arena, Box, 2 * funnel->nrow + 1);
    int ntaken = 0;
    for (int i = 0; i < funnel->nrow; i++) {
        Point at = {axis_at(&funnel->x, data_number(data, funnel->rows[i], ROLE_X)),
                    axis_at(&funnel->y, data_number(data, funnel->rows[i], ROLE_Y))};
        if (!isnan(at.y))
            taken[ntaken++] = (Box){at.x - 5, at.y - 5, at.x + 5, at.y + 5};
    }
    for (int i = 0; i < funnel->nrow; i++) {
        int row = funnel->rows[i];
        const char *name = data_text(data, row, ROLE_LABEL);
        Point at = {axis_at(&funnel->x, data_number(data, row, ROLE_X)),
                    axis_at(&funnel->y, data_number(data, row, ROLE_Y))};
        if (isnan(at.y))
            continue;
        bool own = part_is_own(data, name);
        const char *text = arena_format(data->arena, "%s %s", name, data_text(data, row, ROLE_Y));
        point_name(funnel, at, own || funnel->canvas->width > 300 ? text : name,
                   own ? FACE_SANS_BOLD : FACE_SANS, own ? COLOR_INK : COLOR_TEXT2, taken, &ntaken);
    }
    for (int i = 0; i < funnel->nrow; i++) {
        const char *name = data_text(data, funnel->rows[i], ROLE_LABEL);
        Point at = {axis_at(&funnel->x, data_number(data, funnel->rows[i], ROLE_X)),
                    axis_at(&funnel->y, data_number(data, funnel->rows[i], ROLE_Y))};
        SeriesStyle style = part_series(data, name, 0, 1);
        if (!isnan(at.y))
            part_series_marker(funnel->canvas, at.x, at.y, part_is_own(data, name) ? 4 : 3.4,
                               &style);
    }
}

void chart_funnel(Canvas *canvas, const Data *data)
{
    Funnel funnel = {
        .canvas = canvas, .data = data, .top = 8, .bottom = canvas->width > 300 ? 178 : 138};
    rows_sort(&funnel);
    if (funnel.nrow == 0)
        return;
    const Role values[] = {ROLE_Y, ROLE_LOW2, ROLE_HIGH2, ROLE_LOW, ROLE_HIGH, ROLE_CENTRE};
    const Role size = ROLE_X;
    double low = 0, high = 1, most = 1, least = 0;
    data_range(data, values, COUNT(values), &low, &high);
    data_range(data, &size, 1, &least, &most);
    funnel.y =
        axis_make(low, high, low > 0 ? low < 0.6 * high : true, 4, data_format(data, ROLE_Y));
    funnel.x = axis_make(0, most, true, 5, data_format(data, ROLE_X));
    funnel.left = part_axis_width(canvas, data, &funnel.y);
    funnel.right = canvas->width - fmin(74, canvas->width * 0.26);
    funnel.y.from = funnel.bottom;
    funnel.y.to = funnel.top;
    funnel.x.from = funnel.left;
    funnel.x.to = funnel.right - 4;
    part_grid_y(canvas, data, &funnel.y, funnel.left, funnel.right);
    part_ticks_x(canvas, data, &funnel.x, funnel.bottom + 12);
    int column = data_column(data, ROLE_X);
    part_label(canvas, (funnel.left + funnel.right) / 2, funnel.bottom + 22, ANCHOR_MIDDLE,
               FACE_SANS, AXIS_SIZE, COLOR_TEXT2, data->table->columns[column].title,
               funnel.right - funnel.left);
    Paint inner = paint_dash(COLOR_TEXT2, 0.9, 3, 2), outer = paint_line(COLOR_TEXT2, 1);
    limit_draw(&funnel, ROLE_LOW2, outer);
    limit_draw(&funnel, ROLE_LOW, inner);
    double ends[2] = {limit_draw(&funnel, ROLE_HIGH2, outer),
                      limit_draw(&funnel, ROLE_HIGH, inner)};
    double centre = data_number(data, funnel.rows[funnel.nrow - 1], ROLE_CENTRE);
    double middle = isnan(centre) ? (double)NAN : axis_at(&funnel.y, centre);
    if (!isnan(centre))
        canvas_line(canvas, funnel.left, middle, funnel.right, middle, paint_line(COLOR_INK, 0.75));
    limit_names(&funnel, ends, middle);
    points_draw(&funnel);
    canvas->height = funnel.bottom + 28;
}
