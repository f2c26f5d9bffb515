/* Time from left to right: milestones with their dates (Gantt), and when each community's support
 * ran (calendar). */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

typedef struct {
    Canvas *canvas;
    const Data *data;
    double left, right;
    Date first, last;
} Time;

static double day_at(const Time *time, double day)
{
    return time->left +
           (day - time->first) / fmax(1, time->last - time->first) * (time->right - time->left);
}

/* First and last day of the whole years that hold all dates. */
static bool time_make(Time *time, const Role *roles, int nrole)
{
    double low, high;
    if (!data_range(time->data, roles, nrole, &low, &high))
        return false;
    time->first = date_make(date_year((Date)low), 1, 1);
    time->last = date_make(date_year((Date)high) + 1, 1, 1);
    return true;
}

static void years_draw(const Time *time, double top, double bottom)
{
    int first = date_year(time->first), last = date_year(time->last);
    for (int year = first; year <= last; year++) {
        double x = day_at(time, date_make(year, 1, 1));
        canvas_line(time->canvas, x, top, x, bottom, paint_line(COLOR_HAIR, 0.5));
        if (year == last)
            break;
        double middle = (x + day_at(time, date_make(year + 1, 1, 1))) / 2;
        canvas_text(time->canvas, middle, bottom + 11, ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE,
                    COLOR_TEXT2, arena_format(time->data->arena, "%d", year));
    }
}

/* Today: the as-of date of the document. */
static void today_draw(const Time *time, double top, double bottom)
{
    Date date = time->data->document->date;
    if (date == DATE_NONE || date < time->first || date > time->last)
        return;
    double x = day_at(time, date);
    canvas_line(time->canvas, x, top, x, bottom, paint_line(COLOR_INK, 1));
    const char *text = lang_date(time->data->arena, time->data->lang, date);
    double half = canvas_width(time->canvas, FACE_SANS, AXIS_SIZE, text) / 2;
    canvas_text(time->canvas, fmin(fmax(x, time->left + half), time->canvas->width - half), top - 3,
                ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
}

static void milestone_draw(Time *time, int row, double y)
{
    const Data *data = time->data;
    Canvas *canvas = time->canvas;
    double to = data_number(data, row, ROLE_TO), done = data_number(data, row, ROLE_DONE);
    double from = data_number(data, row, ROLE_FROM);
    const char *status = data_code(data, row, ROLE_STATUS);
    bool late = status && strcmp(status, "overdue") == 0;
    if (isnan(to) && isnan(done))
        return;
    double end = isnan(to) ? done : to, start = isnan(from) ? end : from;
    double left = day_at(time, fmin(start, end)), right = day_at(time, end);
    if (right - left < 4) {
        left = right - 3;
        right += 1;
    }
    canvas_rect(canvas, left, y - 3.5, right - left, 7, paint_both(COLOR_HAIR, COLOR_MARK, 0.5));
    if (!isnan(done)) {
        double stop = day_at(time, done);
        canvas_rect(canvas, fmin(left, stop), y - 3.5, fmax(fabs(stop - left), 4), 7,
                    paint_fill(COLOR_ACCENT));
    }
    if (late)
        canvas_rect(canvas, right - 3.5, y - 3.5, 7, 7, paint_fill(COLOR_OFF));
}

static double gantt_legend(Canvas *canvas, const Data *data, double y)
{
    const Phrase words[] = {PHRASE_DONE, PHRASE_PLANNED, PHRASE_LATE};
    double x = 0;
    for (int i = 0; i < COUNT(words); i++) {
        if (i == 0)
            canvas_rect(canvas, x, y - 3.5, 14, 7, paint_fill(COLOR_ACCENT));
        if (i == 1)
            canvas_rect(canvas, x, y - 3.5, 14, 7, paint_both(COLOR_HAIR, COLOR_MARK, 0.5));
        if (i == 2)
            canvas_rect(canvas, x + 7, y - 3.5, 7, 7, paint_fill(COLOR_OFF));
        Mark *mark = canvas_text(canvas, x + 18, y + 2.8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                                 COLOR_TEXT2, phrase(data->lang, words[i]));
        x += 18 + mark->text_width + 14;
    }
    return y + 8;
}

void chart_gantt(Canvas *canvas, const Data *data)
{
    const double step = 16;
    const Role roles[] = {ROLE_FROM, ROLE_TO, ROLE_DONE};
    Time time = {.canvas = canvas, .data = data, .right = canvas->width - 8};
    if (!time_make(&time, roles, COUNT(roles)))
        return;
    double label =
        part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, LABEL_SIZE, canvas->width * 0.42);
    time.left = label + 10;
    double top = 14, y = top;
    int nrow = 0;
    for (int row = 0; row < data->table->nrow; row++)
        nrow += data->table->rows[row].kind == ROW_DATA;
    double bottom = top + nrow * step;
    years_draw(&time, top, bottom);
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        const char **cut;
        if (canvas_wrap(canvas, FACE_SANS, LABEL_SIZE, data_text(data, row, ROLE_LABEL),
                        label + 0.1, 1, &cut) > 0)
            canvas_text(canvas, 0, y + step / 2 + 3, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                        cut[0]);
        milestone_draw(&time, row, y + step / 2);
        y += step;
    }
    today_draw(&time, top, bottom);
    canvas->height = gantt_legend(canvas, data, bottom + 24);
}

/* Rows by the start of support; named by group where the group changes. */
void chart_calendar(Canvas *canvas, const Data *data)
{
    int nrow = 0; /* few rows are high enough for a name each */
    for (int row = 0; row < data->table->nrow; row++)
        nrow += data->table->rows[row].kind == ROW_DATA;
    const double step = nrow <= 24 ? 12 : 7, bar = step - 1.5;
    const Role roles[] = {ROLE_FROM, ROLE_TO};
    Time time = {.canvas = canvas, .data = data, .right = canvas->width - 8};
    if (!time_make(&time, roles, COUNT(roles)))
        return;
    bool grouped = data_column(data, ROLE_GROUP) >= 0;
    Role name = grouped ? ROLE_GROUP : ROLE_LABEL;
    double label = part_label_width(canvas, data, name, FACE_SANS, AXIS_SIZE, canvas->width * 0.3);
    time.left = label + 8;
    double top = 14, y = top, free_from = 0;
    const char *last = NULL;
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        const char *text = data_text(data, row, name);
        double from = data_number(data, row, ROLE_FROM), to = data_number(data, row, ROLE_TO);
        double start = isnan(from) ? time.right : day_at(&time, from);
        double end = isnan(to) ? time.right : day_at(&time, to);
        canvas_rect(canvas, time.left, y + 0.5, time.right - time.left, bar,
                    paint_fill(COLOR_HAIR));
        if (!isnan(from))
            canvas_rect(canvas, start, y + 0.5, fmax(end - start, 1), bar,
                        paint_fill(COLOR_ACCENT));
        if (text && (!last || strcmp(last, text) != 0) && y >= free_from) {
            part_label(canvas, 0, y + step / 2, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_INK, text,
                       label + 0.1);
            free_from = y + (canvas_width(canvas, FACE_SANS, AXIS_SIZE, text) > label ? 21 : 11);
            last = text;
        }
        y += step;
    }
    y = fmax(y, free_from);
    years_draw(&time, top, y);
    today_draw(&time, top, y);
    const Phrase words[] = {PHRASE_SUPPORTED, PHRASE_WAITING};
    double x = 0, at = y + 25;
    for (int i = 0; i < 2; i++) {
        canvas_rect(canvas, x, at - 3, 14, 6, paint_fill(i == 0 ? COLOR_ACCENT : COLOR_HAIR));
        Mark *mark = canvas_text(canvas, x + 18, at + 2.8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                                 COLOR_TEXT2, phrase(data->lang, words[i]));
        x += 18 + mark->text_width + 14;
    }
    canvas->height = at + 8;
}
