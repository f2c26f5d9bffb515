/* Indicators against their targets: bullets, one a line, and cards, three a row, with the value
 * large, the bullet, the status and the forecast in words. */
#include "report/chart_parts.h"

#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define CARD_STEP_X 166.0
#define CARD_STEP_Y 150.0
#define CARD_WIDTH 150.0
#define BULLET_HEIGHT 9.0
#define BULLET_ROW 26.0

/* Track to the target, value, tick of the target, forecast interval; `high` is the scale's end. */
static void bullet_draw(Canvas *canvas, const Data *data, int row, double x, double y, double width,
                        double high)
{
    double value = data_number(data, row, ROLE_Y), target = data_number(data, row, ROLE_TARGET);
    double low = data_number(data, row, ROLE_FORECAST_LOW);
    double top = data_number(data, row, ROLE_FORECAST_HIGH);
    double middle = data_number(data, row, ROLE_FORECAST);
    double scale = high > 0 ? width / high : 0, half = BULLET_HEIGHT / 2;
    double track = isnan(target) ? width : fmin(target * scale, width);
    canvas_rect(canvas, x, y - half, track, BULLET_HEIGHT, paint_fill(COLOR_HAIR));
    if (isnan(value)) {
        part_missing(canvas, x + 2, y, data_state(data, row, ROLE_Y));
    } else {
        canvas_rect(canvas, x, y - half, fmin(fmax(value * scale, 0), width), BULLET_HEIGHT,
                    paint_fill(COLOR_ACCENT));
    }
    if (!isnan(low) && !isnan(top)) {
        double left = x + fmax(low, 0) * scale, right = x + fmin(top * scale, width);
        canvas_line(canvas, left, y, right, y, paint_line(COLOR_INK, 1));
        canvas_line(canvas, left, y - 3, left, y + 3, paint_line(COLOR_INK, 1));
        canvas_line(canvas, right, y - 3, right, y + 3, paint_line(COLOR_INK, 1));
    }
    if (!isnan(middle))
        canvas_circle(canvas, x + fmin(fmax(middle * scale, 0), width), y, 2.6,
                      paint_both(COLOR_WHITE, COLOR_INK, 1));
    if (!isnan(target))
        canvas_line(canvas, x + track, y - 8.5, x + track, y + 8.5, paint_line(COLOR_INK, 1.75));
}

static double row_high(const Data *data, int row)
{
    const Role roles[] = {ROLE_Y, ROLE_TARGET, ROLE_FORECAST_HIGH, ROLE_FORECAST};
    double high = 0;
    for (int i = 0; i < COUNT(roles); i++) {
        double value = data_number(data, row, roles[i]);
        high = isnan(value) ? high : fmax(high, value);
    }
    return high;
}

static double bullet_legend(Canvas *canvas, const Data *data, double y)
{
    const Phrase words[] = {PHRASE_REACHED, PHRASE_TO_TARGET, PHRASE_TARGET, PHRASE_FORECAST_MARK};
    bool forecast =
        data_column(data, ROLE_FORECAST) >= 0 || data_column(data, ROLE_FORECAST_LOW) >= 0;
    double x = 0;
    for (int i = 0; i < (forecast ? 4 : 3); i++) {
        const char *text = phrase(data->lang, words[i]);
        double width = canvas_width(canvas, FACE_SANS, 7.5, text);
        if (x > 0 && x + 26 + width > canvas->width) {
            x = 0;
            y += 12;
        }
        if (i < 2)
            canvas_rect(canvas, x, y - 3, 14, 6, paint_fill(i == 0 ? COLOR_ACCENT : COLOR_HAIR));
        if (i == 2)
            canvas_line(canvas, x + 10, y - 5, x + 10, y + 5, paint_line(COLOR_INK, 1.75));
        if (i == 3) {
            canvas_line(canvas, x, y, x + 20, y, paint_line(COLOR_INK, 1));
            canvas_line(canvas, x, y - 3, x, y + 3, paint_line(COLOR_INK, 1));
            canvas_line(canvas, x + 20, y - 3, x + 20, y + 3, paint_line(COLOR_INK, 1));
            canvas_circle(canvas, x + 10, y, 2.6, paint_both(COLOR_WHITE, COLOR_INK, 1));
        }
        double after = x + (i == 3 ? 25 : i == 2 ? 15 : 18);
        canvas_text(canvas, after, y + 2.6, ANCHOR_LEFT, FACE_SANS, 7.5, COLOR_TEXT2, text);
        x = after + width + 14;
    }
    return y + 8;
}

static Mark *number_big(Canvas *canvas, const Data *data, int row, double x, double y, double width)
{
    const char *text = data_text(data, row, ROLE_Y), *unit = data_text(data, row, ROLE_UNIT);
    double size = 27;
    while (size > 14 && canvas_width(canvas, FACE_SANS_BOLD, size, text) > width)
        size -= 1;
    Mark *mark = canvas_text(canvas, x, y, ANCHOR_LEFT, FACE_SANS_BOLD, size, COLOR_INK, text);
    mark->figure = data_figure(data, row, ROLE_Y);
    double after = x + mark->text_width + 3;
    const char **lines;
    if (unit && after < x + width - 12 &&
        canvas_wrap(canvas, FACE_SANS, 10, unit, x + width - after, 1, &lines) > 0)
        canvas_text(canvas, after, y, ANCHOR_LEFT, FACE_SANS, 10, COLOR_TEXT2, lines[0]);
    return mark;
}

static void card_line(Canvas *canvas, double x, double y, double size, Color color, double width,
                      const char *text)
{
    const char **lines;
    if (text && *text && canvas_wrap(canvas, FACE_SANS, size, text, width, 1, &lines) > 0)
        canvas_text(canvas, x, y, ANCHOR_LEFT, FACE_SANS, size, color, lines[0]);
}

/* "no 210 līdz 31.12.2029. · 67,6 %" */
static const char *target_text(const Data *data, int row)
{
    if (isnan(data_number(data, row, ROLE_TARGET)))
        return "";
    const char *date = data_text(data, row, ROLE_DATE), *share = data_text(data, row, ROLE_DONE);
    const char *text = arena_format(data->arena, "%s" NBSP "%s", phrase(data->lang, PHRASE_OF),
                                    data_text(data, row, ROLE_TARGET));
    if (!isnan(data_number(data, row, ROLE_DATE)) || data_code(data, row, ROLE_DATE))
        text =
            arena_format(data->arena, "%s %s" NBSP "%s", text, phrase(data->lang, PHRASE_BY), date);
    if (!isnan(data_number(data, row, ROLE_DONE)))
        text = arena_format(data->arena, "%s · %s", text, share);
    return text;
}

static const char *forecast_text(const Data *data, int row)
{
    const char *text = "";
    if (!isnan(data_number(data, row, ROLE_PROBABILITY)))
        text = arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_PROBABILITY),
                            data_text(data, row, ROLE_PROBABILITY));
    if (!isnan(data_number(data, row, ROLE_FORECAST_LOW)))
        text = arena_format(data->arena, "%s%s%s %s–%s", text, *text ? "; " : "",
                            phrase(data->lang, PHRASE_FORECAST),
                            data_text(data, row, ROLE_FORECAST_LOW),
                            data_text(data, row, ROLE_FORECAST_HIGH));
    return text;
}

static const char *period_text(const Data *data, int row)
{
    bool period = !isnan(data_number(data, row, ROLE_X));
    bool previous = !isnan(data_number(data, row, ROLE_PREVIOUS));
    const char *before = previous
                             ? arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_BEFORE),
                                            data_text(data, row, ROLE_PREVIOUS))
                             : "";
    if (!period)
        return before;
    const char *now = arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_IN_PERIOD),
                                   data_text(data, row, ROLE_X));
    return previous ? arena_format(data->arena, "%s (%s)", now, before) : now;
}

static void card_draw(Canvas *canvas, const Data *data, int row, double x, double y, double width)
{
    canvas_line(canvas, x, y + 0.75, x + width, y + 0.75, paint_line(COLOR_INK, 1.5));
    const char **title;
    int nline = canvas_wrap(canvas, FACE_SANS_BOLD, 9.5, data_text(data, row, ROLE_LABEL), width, 2,
                            &title);
    for (int i = 0; i < nline; i++)
        canvas_text(canvas, x, y + 12.5 + 12 * i, ANCHOR_LEFT, FACE_SANS_BOLD, 9.5, COLOR_INK,
                    title[i]);
    number_big(canvas, data, row, x, y + 50, width);
    card_line(canvas, x, y + 66, 8.5, COLOR_INK, width, target_text(data, row));
    if (!isnan(data_number(data, row, ROLE_TARGET)))
        bullet_draw(canvas, data, row, x, y + 79.5, width, row_high(data, row));
    const char *status = data_code(data, row, ROLE_STATUS);
    double at = y + 101;
    if (status) {
        canvas_status(canvas, x + 4.5, at, status);
        card_line(canvas, x + 12.5, at + 3, 9, COLOR_INK, width - 13,
                  data_text(data, row, ROLE_STATUS));
        canvas->marks[canvas->nmark - 1].face = FACE_SANS_BOLD;
        canvas->marks[canvas->nmark - 1].text_width =
            canvas_width(canvas, FACE_SANS_BOLD, 9, canvas->marks[canvas->nmark - 1].text);
        at += 13;
    }
    const char *forecast = forecast_text(data, row), *period = period_text(data, row);
    if (*forecast) {
        card_line(canvas, x, at + 3, 8, COLOR_TEXT2, width, forecast);
        at += 11;
    }
    if (*period)
        card_line(canvas, x, at + 3, 8, COLOR_INK, width, period);
}

void chart_cards(Canvas *canvas, const Data *data)
{
    int across =
        (int)fmax(1, floor((canvas->width + CARD_STEP_X - CARD_WIDTH) / CARD_STEP_X + 0.05));
    double gap = CARD_STEP_X - CARD_WIDTH, width = (canvas->width + gap) / across - gap;
    int count = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        card_draw(canvas, data, row, (width + gap) * (count % across),
                  CARD_STEP_Y * (count / across), width);
        count++;
    }
    canvas->height = CARD_STEP_Y * ((count + across - 1) / across);
    if (data_column(data, ROLE_TARGET) >= 0)
        canvas->height = bullet_legend(canvas, data, canvas->height + 4);
}

void chart_bullet(Canvas *canvas, const Data *data)
{
    double label =
        part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, LABEL_SIZE, canvas->width * 0.33);
    bool status = data_column(data, ROLE_STATUS) >= 0;
    double numbers = part_label_width(canvas, data, ROLE_Y, FACE_SANS_BOLD, LABEL_SIZE, 90) +
                     part_label_width(canvas, data, ROLE_TARGET, FACE_SANS, LABEL_SIZE, 90) + 24;
    double room = status ? part_label_width(canvas, data, ROLE_STATUS, FACE_SANS, AXIS_SIZE,
                                            canvas->width * 0.2) +
                               22
                         : 0;
    double left = label + 10, width = canvas->width - left - numbers - room - 6, y = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        double middle = y + BULLET_ROW / 2;
        part_label(canvas, 0, middle, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                   data_text(data, row, ROLE_LABEL), label + 0.1);
        bullet_draw(canvas, data, row, left, middle, width, row_high(data, row));
        double at = left + width + 8;
        Mark *mark = canvas_text(canvas, at, middle + 3, ANCHOR_LEFT, FACE_SANS_BOLD, LABEL_SIZE,
                                 COLOR_INK, data_text(data, row, ROLE_Y));
        mark->figure = data_figure(data, row, ROLE_Y);
        if (!isnan(data_number(data, row, ROLE_TARGET)))
            canvas_text(canvas, at + mark->text_width + 4, middle + 3, ANCHOR_LEFT, FACE_SANS,
                        LABEL_SIZE, COLOR_TEXT2,
                        arena_format(data->arena, "/ %s", data_text(data, row, ROLE_TARGET)));
        if (status) {
            canvas_status(canvas, canvas->width - room + 8, middle,
                          data_code(data, row, ROLE_STATUS));
            part_label(canvas, canvas->width - room + 17, middle, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                       COLOR_INK, data_text(data, row, ROLE_STATUS), room - 17);
        }
        y += BULLET_ROW;
    }
    canvas->height = bullet_legend(canvas, data, y + 6);
}
