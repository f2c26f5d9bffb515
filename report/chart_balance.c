/* How alike groups are (love plot: standardised differences before and after weighting) and how
 * evenly something is shared (Lorenz curve). */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>

static void love_line(Canvas *canvas, const Axis *axis, double at, double top, double bottom,
                      bool dashed)
{
    if (at < axis->low || at > axis->high)
        return;
    double x = axis_at(axis, at);
    canvas_line(canvas, x, top, x, bottom,
                dashed ? paint_dash(COLOR_INK, 0.75, 3, 2) : paint_line(COLOR_RULE, 0.75));
}

void chart_love(Canvas *canvas, const Data *data)
{
    const double row_height = 14;
    const Role roles[] = {ROLE_Y, ROLE_REFERENCE};
    double low = 0, high = 0;
    data_range(data, roles, 2, &low, &high);
    double most = fmax(fmax(fabs(low), fabs(high)), 0.25);
    Axis axis = axis_make(-most, most, true, 6, (Format){FORMAT_NUMBER, 2});
    double label =
        part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, LABEL_SIZE, canvas->width * 0.4);
    axis.from = label + 14;
    axis.to = canvas->width - 14;
    int nrow = 0;
    for (int row = 0; row < data->table->nrow; row++)
        nrow += data->table->rows[row].kind == ROW_DATA;
    double top = 2, bottom = top + nrow * row_height, y = top + row_height / 2;
    part_grid_x(canvas, data, &axis, top, bottom);
    for (int sign = -1; sign <= 1; sign += 2) {
        love_line(canvas, &axis, sign * 0.10, top, bottom, true);
        love_line(canvas, &axis, sign * 0.25, top, bottom, false);
    }
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        part_label(canvas, label, y, ANCHOR_RIGHT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                   data_text(data, row, ROLE_LABEL), label + 0.1);
        double after = data_number(data, row, ROLE_Y),
               before = data_number(data, row, ROLE_REFERENCE);
        if (!isnan(after) && !isnan(before))
            canvas_line(canvas, axis_at(&axis, before), y, axis_at(&axis, after), y,
                        paint_line(COLOR_MARK, 0.75));
        if (!isnan(before))
            canvas_circle(canvas, axis_at(&axis, before), y, 3.2,
                          paint_both(COLOR_WHITE, COLOR_TEXT2, 1.25));
        if (!isnan(after))
            canvas_circle(canvas, axis_at(&axis, after), y, 3.2, paint_fill(COLOR_ACCENT));
        y += row_height;
    }
    const Phrase words[] = {PHRASE_UNMATCHED, PHRASE_MATCHED};
    double x = axis.from, at = bottom + 25;
    if (x + 150 > canvas->width)
        x = 0;
    for (int i = 0; i < 2; i++) {
        canvas_circle(canvas, x + 3.5, at, 3.2,
                      i == 0 ? paint_both(COLOR_WHITE, COLOR_TEXT2, 1.25)
                             : paint_fill(COLOR_ACCENT));
        Mark *mark = canvas_text(canvas, x + 11, at + 2.8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                                 COLOR_TEXT2, phrase(data->lang, words[i]));
        x += 11 + mark->text_width + 14;
    }
    canvas->height = at + 8;
}

void chart_lorenz(Canvas *canvas, const Data *data)
{
    const Role roles[] = {ROLE_X, ROLE_Y};
    double low, high;
    if (!data_range(data, roles, 2, &low, &high))
        return;
    bool share = data_format(data, ROLE_Y).kind == FORMAT_SHARE;
    Axis x = axis_make(0, share || high <= 1 ? 1 : high, true, 4, data_format(data, ROLE_X)), y = x;
    y.format.kind = data_format(data, ROLE_Y).kind;
    double left = part_axis_width(canvas, data, &y), top = 6;
    double side = fmin(210, canvas->width - left - 14);
    x.from = left;
    x.to = left + side;
    y.from = top + side;
    y.to = top;
    part_grid_y(canvas, data, &y, left, left + side);
    part_ticks_x(canvas, data, &x, top + side + 12);
    canvas_rect(canvas, left, top, side, side, paint_line(COLOR_RULE, 0.5));
    canvas_line(canvas, left, top + side, left + side, top, paint_line(COLOR_MARK, 1));
    Point *points = arena_new(data->arena, Point, data->table->nrow + 1);
    int n = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        double across = data_number(data, row, ROLE_X), up = data_number(data, row, ROLE_Y);
        if (data->table->rows[row].kind == ROW_DATA && !isnan(across) && !isnan(up))
            points[n++] = (Point){axis_at(&x, across), axis_at(&y, up)};
    }
    if (n > 1)
        canvas_path(canvas, points, n, false, paint_line(COLOR_ACCENT, 2.25));
    for (int i = 0; i < n && n <= 12; i++)
        canvas_circle(canvas, points[i].x, points[i].y, 2.6, paint_fill(COLOR_ACCENT));
    double beside = left + side + 12;
    const char *note = NULL;
    for (int row = 0; row < data->table->nrow && !note; row++)
        note = data_code(data, row, ROLE_NOTE);
    const char **lines;
    bool room = canvas->width - beside > 80;
    double at = room ? top + 10 : top + side + 30;
    int nline = canvas_wrap(canvas, FACE_SANS, LABEL_SIZE, note,
                            room ? canvas->width - beside : canvas->width, 6, &lines);
    for (int i = 0; i < nline; i++)
        canvas_text(canvas, room ? beside : 0, at + 11 * i, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE,
                    COLOR_INK, lines[i]);
    if (room)
        canvas_text(canvas, beside, at + 11 * nline + 4, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                    COLOR_TEXT2, phrase(data->lang, PHRASE_EQUALITY));
    if (room)
        canvas_line(canvas, beside - 10, at + 11 * nline + 1, beside - 2, at + 11 * nline + 1,
                    paint_line(COLOR_MARK, 1));
    canvas->height = room ? top + side + 18 : at + 11 * nline;
}
