/* Marks: the primitives that charts, badges and covers are made of. Geometry only. */
#include "report/chart.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

Canvas canvas_open(Arena *arena, const Measure *measure, Lang lang, double width)
{
    return (Canvas){.arena = arena, .measure = measure, .lang = lang, .width = width};
}

Paint paint_fill(Color color)
{
    return (Paint){.filled = true, .fill = color};
}

Paint paint_line(Color color, double width)
{
    return (Paint){.stroked = true, .stroke = color, .width = width};
}

Paint paint_dash(Color color, double width, int on, int off)
{
    return (Paint){
        .stroked = true, .stroke = color, .width = width, .dash_on = on, .dash_off = off};
}

Paint paint_both(Color fill, Color stroke, double width)
{
    return (Paint){.filled = true, .fill = fill, .stroked = true, .stroke = stroke, .width = width};
}

static Mark *mark_add(Canvas *canvas, MarkKind kind, Paint paint)
{
    canvas->marks = arena_room(canvas->arena, canvas->marks, sizeof *canvas->marks, canvas->nmark,
                               &canvas->capacity);
    Mark *mark = &canvas->marks[canvas->nmark++];
    *mark = (Mark){.kind = kind, .paint = paint};
    return mark;
}

Mark *canvas_path(Canvas *canvas, const Point *points, int npoint, bool closed, Paint paint)
{
    Point *copy = arena_new(canvas->arena, Point, npoint);
    memcpy(copy, points, (size_t)npoint * sizeof *points);
    Mark *mark = mark_add(canvas, MARK_PATH, paint);
    mark->points = copy;
    mark->npoint = npoint;
    mark->closed = closed;
    return mark;
}

Mark *canvas_line(Canvas *canvas, double x1, double y1, double x2, double y2, Paint paint)
{
    return canvas_path(canvas, (Point[]){{x1, y1}, {x2, y2}}, 2, false, paint);
}

Mark *canvas_rect(Canvas *canvas, double x, double y, double width, double height, Paint paint)
{
    Point corners[] = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
    return canvas_path(canvas, corners, 4, true, paint);
}

Mark *canvas_circle(Canvas *canvas, double x, double y, double radius, Paint paint)
{
    Mark *mark = mark_add(canvas, MARK_CIRCLE, paint);
    mark->x = x;
    mark->y = y;
    mark->radius = radius;
    return mark;
}

Mark *canvas_text(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                  Color color, const char *text)
{
    Mark *mark = mark_add(canvas, MARK_TEXT, paint_fill(color));
    mark->x = x;
    mark->y = y;
    mark->anchor = anchor;
    mark->face = face;
    mark->size = size;
    mark->text = text ? text : "";
    mark->text_width = canvas_width(canvas, face, size, mark->text);
    return mark;
}

void canvas_marker(Canvas *canvas, double x, double y, double r, Marker marker, Paint paint)
{
    double s = r * 0.9, d = r * 1.25, t = r * 1.2;
    switch (marker) {
    case MARKER_DISC:
        canvas_circle(canvas, x, y, r, paint);
        return;
    case MARKER_SQUARE:
        canvas_rect(canvas, x - s, y - s, 2 * s, 2 * s, paint);
        return;
    case MARKER_DIAMOND:
        canvas_path(canvas, (Point[]){{x, y - d}, {x + d, y}, {x, y + d}, {x - d, y}}, 4, true,
                    paint);
        return;
    case MARKER_UP:
        canvas_path(canvas, (Point[]){{x - t, y + s}, {x + t, y + s}, {x, y - t}}, 3, true, paint);
        return;
    case MARKER_DOWN:
        canvas_path(canvas, (Point[]){{x - t, y - s}, {x + t, y - s}, {x, y + t}}, 3, true, paint);
        return;
    }
}

void canvas_hatch(Canvas *canvas, double x, double y, double width, double height)
{
    canvas_rect(canvas, x, y, width, height, paint_fill(COLOR_WHITE));
    /* lines u + v = c over the rectangle, in its own coordinates from the lower left */
    for (double c = 3.5; c < width + height; c += 3.5) {
        double u1 = fmax(0, c - height), v1 = c - u1;
        double v2 = fmax(0, c - width), u2 = c - v2;
        canvas_line(canvas, x + u1, y + v1, x + u2, y + v2, paint_line(COLOR_RULE, 0.5));
    }
    canvas_rect(canvas, x, y, width, height, paint_line(COLOR_RULE, 0.5));
}

typedef void StatusDraw(Canvas *canvas, double x, double y);

static void status_met(Canvas *canvas, double x, double y)
{
    canvas_circle(canvas, x, y, 4.5, paint_fill(COLOR_MET));
    canvas_path(canvas, (Point[]){{x - 2.2, y}, {x - 0.7, y + 1.7}, {x + 2.2, y - 1.7}}, 3, false,
                paint_line(COLOR_WHITE, 1.2));
}

static void status_on_track(Canvas *canvas, double x, double y)
{
    canvas_path(canvas, (Point[]){{x - 3.6, y - 4.4}, {x + 4.4, y}, {x - 3.6, y + 4.4}}, 3, true,
                paint_fill(COLOR_ON_TRACK));
}

static void status_at_risk(Canvas *canvas, double x, double y)
{
    canvas_marker(canvas, x, y, 3.6, MARKER_DIAMOND, paint_fill(COLOR_SIGNAL));
}

static void status_off(Canvas *canvas, double x, double y)
{
    canvas_rect(canvas, x - 3.9, y - 3.9, 7.8, 7.8, paint_fill(COLOR_OFF));
}

static void status_ring(Canvas *canvas, double x, double y)
{
    canvas_circle(canvas, x, y, 4, paint_line(COLOR_TEXT2, 1));
}

static void status_ring_dash(Canvas *canvas, double x, double y)
{
    status_ring(canvas, x, y);
    canvas_line(canvas, x - 2, y, x + 2, y, paint_line(COLOR_TEXT2, 1));
}

static void status_missing(Canvas *canvas, double x, double y)
{
    canvas_circle(canvas, x, y, 4, paint_dash(COLOR_OFF, 1, 2, 2));
}

static void status_part(Canvas *canvas, double x, double y)
{
    Point half[14];
    for (int i = 0; i < 14; i++) {
        double angle = M_PI / 2 + M_PI * i / 13;
        half[i] = (Point){x + 4 * cos(angle), y - 4 * sin(angle)};
    }
    canvas_path(canvas, half, 14, true, paint_fill(COLOR_ACCENT));
    canvas_circle(canvas, x, y, 4, paint_line(COLOR_ACCENT, 1));
}

static void status_full(Canvas *canvas, double x, double y)
{
    canvas_circle(canvas, x, y, 4, paint_fill(COLOR_ACCENT));
}

/* in, but after its date: a full disc in a ring */
static void status_late(Canvas *canvas, double x, double y)
{
    canvas_circle(canvas, x, y, 4, paint_line(COLOR_SIGNAL, 1));
    canvas_circle(canvas, x, y, 2.2, paint_fill(COLOR_ACCENT));
}

static void status_dash(Canvas *canvas, double x, double y)
{
    canvas_line(canvas, x - 3, y, x + 3, y, paint_line(COLOR_MARK, 1));
}

void canvas_status(Canvas *canvas, double x, double y, const char *code)
{
    static const struct {
        const char *code;
        StatusDraw *draw;
    } SHAPES[] = {
        {"met", status_met},
        {"on_track", status_on_track},
        {"at_risk", status_at_risk},
        {"off_track", status_off},
        {"overdue", status_off},
        {"no_target", status_ring},
        {"no_forecast", status_ring_dash},
        {"not_reported", status_missing},
        {"missing", status_missing},
        {"partial", status_part},
        {"late", status_late},
        {"submitted", status_full},
        {"full", status_full},
        {"complete", status_full},
        {"done", status_met},
        {"rejected", status_off},
        {"empty", status_ring},
        {"not_due", status_ring},
        {"signal", status_at_risk},
        {"noise", status_ring},
        {"delivered", status_full},
        {"partly", status_part},
        {"not_expected", status_dash},
        {"planned", status_ring},
        {"issued", status_full},
        {"withheld", status_missing},
        {"withdrawn", status_off},
        {"not_called_for", status_ring},
        {"measured", status_full},
        {"described", status_part},
        {"not_measured", status_ring},
    };
    for (int i = 0; code && i < COUNT(SHAPES); i++)
        if (strcmp(code, SHAPES[i].code) == 0) {
            SHAPES[i].draw(canvas, x, y);
            return;
        }
    status_ring(canvas, x, y);
}

void canvas_grade(Canvas *canvas, double x, double y, int level)
{
    for (int i = 0; i < 4; i++)
        canvas_circle(canvas, x + 3 + 8.8 * i, y, 3,
                      i < level ? paint_both(COLOR_ACCENT, COLOR_ACCENT, 0.8)
                                : paint_both(COLOR_WHITE, COLOR_ACCENT, 0.8));
}

void canvas_maryland(Canvas *canvas, double x, double base, int level)
{
    for (int i = 0; i < 5; i++) {
        double height = 1.4 * (i + 1);
        canvas_rect(canvas, x + 4 * i, base - height, 2.8, height,
                    i < level ? paint_both(COLOR_ACCENT, COLOR_ACCENT, 0.5)
                              : paint_both(COLOR_WHITE, COLOR_ACCENT, 0.5));
    }
}

/* Regulation (EU) 2021/1060, Annex IX: width 1,5 h, stars in a circle of h/3, each in one of h/18.
 */
void canvas_emblem(Canvas *canvas, double x, double y, double height)
{
    canvas_rect(canvas, x, y, 1.5 * height, height, paint_fill(COLOR_EU_BLUE));
    for (int star = 0; star < 12; star++) {
        double turn = M_PI / 6 * star;
        double cx = x + 0.75 * height + height / 3 * sin(turn);
        double cy = y + 0.5 * height - height / 3 * cos(turn);
        Point points[10];
        for (int k = 0; k < 10; k++) {
            double radius = height / 18 * (k % 2 == 0 ? 1 : 0.381966);
            double angle = M_PI / 2 + M_PI / 5 * k;
            points[k] = (Point){cx + radius * cos(angle), cy - radius * sin(angle)};
        }
        canvas_path(canvas, points, 10, true, paint_fill(COLOR_EU_YELLOW));
    }
}

void canvas_add(Canvas *canvas, const Canvas *other, double dx, double dy)
{
    for (int i = 0; i < other->nmark; i++) {
        Mark mark = other->marks[i];
        mark.x += dx;
        mark.y += dy;
        Point *points = arena_new(canvas->arena, Point, mark.npoint + 1);
        for (int k = 0; k < mark.npoint; k++)
            points[k] = (Point){mark.points[k].x + dx, mark.points[k].y + dy};
        mark.points = points;
        *mark_add(canvas, mark.kind, mark.paint) = mark;
    }
}

double canvas_width(const Canvas *canvas, Face face, double size, const char *text)
{
    return canvas->measure->width(canvas->measure->user, face, size, text);
}

/* The longest start of `text` that fits with an ellipsis. */
static const char *text_cut(const Canvas *canvas, Face face, double size, const char *text,
                            double width)
{
    const char *best = "…";
    for (const char *end = text; *end;) {
        text_next(&end);
        const char *start = arena_copy(canvas->arena, text, (size_t)(end - text));
        const char *tried = arena_format(canvas->arena, "%s…", start);
        if (canvas_width(canvas, face, size, tried) > width)
            break;
        best = tried;
    }
    return best;
}

int canvas_wrap(const Canvas *canvas, Face face, double size, const char *text, double width,
                int most, const char ***lines)
{
    const char **list = arena_new(canvas->arena, const char *, most > 0 ? most : 1);
    int nline = 0;
    *lines = list;
    while (text && *text && nline < most) {
        const char *fits = NULL;
        for (const char *at = text;; at++) {
            if (*at != ' ' && *at != '\0')
                continue;
            const char *part = arena_copy(canvas->arena, text, (size_t)(at - text));
            if (fits && canvas_width(canvas, face, size, part) > width)
                break;
            fits = at;
            if (!*at || canvas_width(canvas, face, size, part) > width)
                break;
        }
        const char *rest = *fits ? fits + 1 : fits;
        const char *line = arena_copy(canvas->arena, text, (size_t)(fits - text));
        bool last = nline + 1 == most && *rest;
        if (last)
            line = arena_format(canvas->arena, "%s…", line);
        if (canvas_width(canvas, face, size, line) > width)
            line = text_cut(canvas, face, size, line, width);
        list[nline++] = line;
        text = rest;
    }
    return nline;
}

static Box box_of_text(const Mark *mark)
{
    double shift = mark->anchor == ANCHOR_LEFT     ? 0
                   : mark->anchor == ANCHOR_MIDDLE ? mark->text_width / 2
                                                   : mark->text_width;
    Point corners[] = {{-shift, -0.72 * mark->size},
                       {mark->text_width - shift, -0.72 * mark->size},
                       {mark->text_width - shift, 0.22 * mark->size},
                       {-shift, 0.22 * mark->size}};
    double turn = mark->turn * M_PI / 180;
    Box box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (int i = 0; i < 4; i++) {
        double x = mark->x + corners[i].x * cos(turn) + corners[i].y * sin(turn);
        double y = mark->y - corners[i].x * sin(turn) + corners[i].y * cos(turn);
        box = (Box){fmin(box.left, x), fmin(box.top, y), fmax(box.right, x), fmax(box.bottom, y)};
    }
    return box;
}

Box mark_box(const Mark *mark)
{
    if (mark->kind == MARK_TEXT)
        return box_of_text(mark);
    if (mark->kind == MARK_CIRCLE)
        return (Box){mark->x - mark->radius, mark->y - mark->radius, mark->x + mark->radius,
                     mark->y + mark->radius};
    Box box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (int i = 0; i < mark->npoint; i++)
        box = (Box){fmin(box.left, mark->points[i].x), fmin(box.top, mark->points[i].y),
                    fmax(box.right, mark->points[i].x), fmax(box.bottom, mark->points[i].y)};
    return box;
}
