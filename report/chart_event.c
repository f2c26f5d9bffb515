/* Event study: effects by time since the start of support. Before it grey on a panel, after it in
 * the accent; pointwise and simultaneous bands; the smallest effect of interest dashed; communities
 * under the axis. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>

typedef struct {
    Canvas *canvas;
    const Data *data;
    Axis x, y;
    double left, right, top, bottom, start; /* start: x of the line where support begins */
    int *rows;                              /* by time */
    int nrow;
} Event;

static bool is_before(const Event *event, int row)
{
    return data_number(event->data, row, ROLE_X) < 0;
}

static void rows_sort(Event *event)
{
    const Data *data = event->data;
    event->rows = arena_new(data->arena, int, data->table->nrow + 1);
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA || isnan(data_number(data, row, ROLE_X)))
            continue;
        int at = event->nrow++;
        for (; at > 0 &&
               data_number(data, event->rows[at - 1], ROLE_X) > data_number(data, row, ROLE_X);
             at--)
            event->rows[at] = event->rows[at - 1];
        event->rows[at] = row;
    }
}

static Point point_of(const Event *event, int row, Role role)
{
    return (Point){axis_at(&event->x, data_number(event->data, row, ROLE_X)),
                   axis_at(&event->y, data_number(event->data, row, role))};
}

/* One side's band; rows without an interval (the base) pinch it to the value. */
static void band_draw(Event *event, Role low, Role high, bool before, double alpha)
{
    Point *points = arena_new(event->data->arena, Point, 2 * event->nrow + 1);
    int n = 0;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < event->nrow; i++) {
            int row = event->rows[pass == 0 ? i : event->nrow - 1 - i];
            Role role = pass == 0 ? low : high;
            if (is_before(event, row) != before || isnan(data_number(event->data, row, role)))
                continue;
            points[n++] = point_of(event, row, role);
        }
    if (n < 4)
        return;
    Paint paint = paint_fill(before ? COLOR_MARK : COLOR_ACCENT);
    paint.alpha = alpha;
    canvas_path(event->canvas, points, n, true, paint);
}

/* A single point on a side has no band: its interval is a line. */
static void lone_draw(Event *event, bool before)
{
    int count = 0, only = -1;
    for (int i = 0; i < event->nrow; i++)
        if (is_before(event, event->rows[i]) == before &&
            !isnan(data_number(event->data, event->rows[i], ROLE_LOW))) {
            only = event->rows[i];
            count++;
        }
    if (count != 1)
        return;
    Point low = point_of(event, only, ROLE_LOW), high = point_of(event, only, ROLE_HIGH);
    canvas_line(event->canvas, low.x, low.y, high.x, high.y,
                paint_line(before ? COLOR_TEXT2 : COLOR_ACCENT, 1.75));
}

static void ground_draw(Event *event)
{
    Canvas *canvas = event->canvas;
    Lang lang = event->data->lang;
    if (event->start > event->left) {
        canvas_rect(canvas, event->left, event->top, event->start - event->left,
                    event->bottom - event->top, paint_fill(COLOR_PANEL));
    }
    part_grid_y(canvas, event->data, &event->y, event->left, event->right);
    if (event->start <= event->left)
        return;
    canvas_line(canvas, event->start, event->top - 6, event->start, event->bottom,
                paint_line(COLOR_INK, 1));
    const char *before = phrase(lang, PHRASE_BEFORE_SUPPORT);
    if (canvas_width(canvas, FACE_SANS, AXIS_SIZE, before) < event->start - event->left - 6)
        canvas_text(canvas, event->start - 5, event->top - 2, ANCHOR_RIGHT, FACE_SANS, AXIS_SIZE,
                    COLOR_TEXT2, before);
    canvas_text(canvas, event->start + 5, event->top - 2, ANCHOR_LEFT, FACE_SANS_BOLD, AXIS_SIZE,
                COLOR_ACCENT, phrase(lang, PHRASE_SUPPORT_BEGAN));
}

static void line_draw(Event *event)
{
    for (int i = 0; i + 1 < event->nrow; i++) {
        int row = event->rows[i], next = event->rows[i + 1];
        Point from = point_of(event, row, ROLE_Y), to = point_of(event, next, ROLE_Y);
        if (isnan(from.y) || isnan(to.y))
            continue;
        bool before = is_before(event, next);
        canvas_line(event->canvas, from.x, from.y, to.x, to.y,
                    paint_line(before ? COLOR_TEXT2 : COLOR_ACCENT, before ? 1.5 : 2.25));
    }
    for (int i = 0; i < event->nrow; i++) {
        Point at = point_of(event, event->rows[i], ROLE_Y);
        bool before = is_before(event, event->rows[i]);
        if (!isnan(at.y))
            canvas_circle(event->canvas, at.x, at.y, 3.4,
                          before ? paint_both(COLOR_WHITE, COLOR_TEXT2, 1.25)
                                 : paint_fill(COLOR_ACCENT));
    }
}

/* Right of the last point: its value, the names of the bands, the effect of interest. */
static void labels_draw(Event *event)
{
    const Data *data = event->data;
    Canvas *canvas = event->canvas;
    int last = event->rows[event->nrow - 1];
    struct {
        double at;
        const char *text;
        Face face;
        Color color;
        bool leader;
    } label[4];
    int n = 0;
    double value = data_number(data, last, ROLE_Y), sesoi = data_number(data, last, ROLE_SESOI);
    if (!isnan(value)) {
        label[n].text = data_text(data, last, ROLE_Y);
        label[n].face = FACE_SANS_BOLD, label[n].color = COLOR_ACCENT, label[n].leader = false;
        label[n++].at = axis_at(&event->y, value);
    }
    if (!isnan(sesoi)) {
        label[n].text = arena_format(data->arena, "%s: %s", phrase(data->lang, PHRASE_NOTEWORTHY),
                                     data_text(data, last, ROLE_SESOI));
        label[n].face = FACE_SANS, label[n].color = COLOR_TEXT2, label[n].leader = false;
        label[n++].at = axis_at(&event->y, sesoi);
    }
    const Role highs[] = {ROLE_HIGH, ROLE_HIGH2};
    const Phrase names[] = {PHRASE_POINTWISE, PHRASE_SIMULTANEOUS};
    for (int i = 0; i < 2; i++) {
        double high = data_number(data, last, highs[i]);
        if (isnan(high) || isnan(data_number(data, last, ROLE_HIGH2)))
            continue; /* one band alone is named in the note */
        label[n].text = phrase(data->lang, names[i]);
        label[n].face = FACE_SANS, label[n].color = COLOR_TEXT2, label[n].leader = true;
        label[n++].at = axis_at(&event->y, high);
    }
    double places[4];
    for (int i = 0; i < n; i++)
        places[i] = label[i].at;
    part_spread(places, n, 11, event->top, event->bottom);
    for (int i = 0; i < n; i++) {
        const char **cut;
        if (label[i].leader)
            canvas_line(canvas, axis_at(&event->x, data_number(data, last, ROLE_X)) + 2,
                        label[i].at, event->right + 4, places[i], paint_line(COLOR_MARK, 0.5));
        if (canvas_wrap(canvas, label[i].face, LABEL_SIZE, label[i].text,
                        canvas->width - event->right - 6, 1, &cut) > 0)
            canvas_text(canvas, event->right + 6, places[i] + 3, ANCHOR_LEFT, label[i].face,
                        LABEL_SIZE, label[i].color, cut[0])
                ->figure = i == 0 && !isnan(value) ? data_figure(data, last, ROLE_Y) : NULL;
    }
}

static double axis_labels(Event *event)
{
    const Data *data = event->data;
    double y = event->bottom + 12, step = event->x.to - event->x.from;
    double least = step;
    for (int i = 0; i + 1 < event->nrow; i++)
        least = fmin(least, axis_at(&event->x, data_number(data, event->rows[i + 1], ROLE_X)) -
                                axis_at(&event->x, data_number(data, event->rows[i], ROLE_X)));
    int every = least < 16 ? (int)ceil(16 / fmax(least, 1)) : 1;
    bool counts = data_column(data, ROLE_CLUSTERS) >= 0;
    for (int i = 0; i < event->nrow; i += every) {
        int row = event->rows[i];
        double x = axis_at(&event->x, data_number(data, row, ROLE_X));
        const char *text = data_text(data, row, ROLE_X);
        if (data_number(data, row, ROLE_X) > 0)
            text = arena_format(data->arena, "+%s", text);
        canvas_text(event->canvas, x, y, ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
        if (!counts)
            continue;
        Mark *mark = canvas_text(event->canvas, x, y + 14, ANCHOR_MIDDLE, FACE_SANS, SMALL_SIZE,
                                 COLOR_TEXT2, data_text(data, row, ROLE_CLUSTERS));
        mark->figure = data_figure(data, row, ROLE_CLUSTERS);
    }
    if (counts)
        canvas_text(event->canvas, 0, y + 14, ANCHOR_LEFT, FACE_SANS, SMALL_SIZE, COLOR_TEXT2,
                    phrase(data->lang, PHRASE_COMMUNITIES_SHORT));
    return counts ? y + 18 : y + 4;
}

void chart_event_study(Canvas *canvas, const Data *data)
{
    Event event = {.canvas = canvas, .data = data, .top = 12, .bottom = 172};
    rows_sort(&event);
    if (event.nrow == 0)
        return;
    const Role values[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_LOW2, ROLE_HIGH2, ROLE_SESOI};
    double low = -1, high = 1;
    data_range(data, values, COUNT(values), &low, &high);
    event.y = axis_make(low, high, true, 5, data_format(data, ROLE_Y));
    event.y.from = event.bottom;
    event.y.to = event.top;
    event.left = fmax(part_axis_width(canvas, data, &event.y), 26);
    event.right = canvas->width - fmin(96, canvas->width * 0.33);
    double first = data_number(data, event.rows[0], ROLE_X);
    double last = data_number(data, event.rows[event.nrow - 1], ROLE_X);
    double room = (event.right - event.left) / fmax(last - first + 1, 1) / 2;
    event.x = (Axis){first,
                     last > first ? last : first + 1,
                     1,
                     event.left + room,
                     event.right - room,
                     {FORMAT_NUMBER, 0}};
    event.start = first < 0 ? axis_at(&event.x, -0.5) : event.left;
    if (last < 0)
        event.start = event.right;
    ground_draw(&event);
    double sesoi = data_number(data, event.rows[event.nrow - 1], ROLE_SESOI);
    if (!isnan(sesoi))
        canvas_line(canvas, event.left, axis_at(&event.y, sesoi), event.right,
                    axis_at(&event.y, sesoi), paint_dash(COLOR_INK, 0.75, 3, 2));
    for (int before = 0; before < 2; before++) {
        band_draw(&event, ROLE_LOW2, ROLE_HIGH2, before, 0.13);
        band_draw(&event, ROLE_LOW, ROLE_HIGH, before, 0.22);
        lone_draw(&event, before);
    }
    line_draw(&event);
    labels_draw(&event);
    canvas->height = axis_labels(&event);
}
