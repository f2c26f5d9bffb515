/* Forest plot: estimates with intervals beside their numbers, corrected p and verdict; the smallest
 * effect of interest as a panel, the smallest detectable effect as a triangle above the line. */
#include "report/chart_parts.h"

#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define ROW 17.5
#define HEAD 16.0

typedef struct {
    Canvas *canvas;
    const Data *data;
    Axis axis;
    double text_right, p_right, verdict;
    double top, bottom;
    bool narrow;
} Forest;

static const char *interval_text(const Forest *forest, int row)
{
    const Data *data = forest->data;
    const char *value = data_text(data, row, ROLE_Y);
    if (isnan(data_number(data, row, ROLE_LOW)))
        return value;
    return arena_format(data->arena, "%s [%s; %s]", value, data_text(data, row, ROLE_LOW),
                        data_text(data, row, ROLE_HIGH));
}

static void interval_draw(Forest *forest, int row, double y, bool sure)
{
    Canvas *canvas = forest->canvas;
    const Data *data = forest->data;
    double value = data_number(data, row, ROLE_Y);
    double low = data_number(data, row, ROLE_LOW), high = data_number(data, row, ROLE_HIGH);
    Color color = sure ? COLOR_ACCENT : COLOR_TEXT2;
    if (!isnan(low) && !isnan(high))
        canvas_line(canvas, axis_at(&forest->axis, low), y, axis_at(&forest->axis, high), y,
                    paint_line(color, 1.75));
    if (!isnan(value))
        canvas_circle(canvas, axis_at(&forest->axis, value), y, 3.6,
                      paint_both(sure ? color : COLOR_WHITE, color, 1.25));
    double mde = data_number(data, row, ROLE_MDE);
    if (!isnan(mde) && mde <= forest->axis.high) {
        double x = axis_at(&forest->axis, mde);
        canvas_path(canvas, (Point[]){{x - 2.6, y - 8.6}, {x + 2.6, y - 8.6}, {x, y - 4.6}}, 3,
                    true, paint_fill(COLOR_INK));
    }
}

static void row_draw(Forest *forest, int row, double y, double indent)
{
    Canvas *canvas = forest->canvas;
    const Data *data = forest->data;
    double p = data_number(data, row, ROLE_P);
    bool sure = p < 0.05;
    Face face = sure ? FACE_SANS_BOLD : FACE_SANS;
    part_label(canvas, indent, y, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
               data_text(data, row, ROLE_LABEL), forest->axis.from - indent - 8);
    interval_draw(forest, row, y, sure);
    Mark *mark = canvas_text(canvas, forest->text_right, y + 3, ANCHOR_RIGHT, face, LABEL_SIZE,
                             COLOR_INK, interval_text(forest, row));
    mark->figure = data_figure(data, row, ROLE_Y);
    if (data_column(data, ROLE_P) >= 0)
        canvas_text(canvas, forest->p_right, y + 3, ANCHOR_RIGHT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                    data_text(data, row, ROLE_P));
    if (data_column(data, ROLE_VERDICT) >= 0)
        part_label(canvas, forest->verdict, y, ANCHOR_LEFT, face, AXIS_SIZE, COLOR_INK,
                   data_text(data, row, ROLE_VERDICT), canvas->width - forest->verdict);
}

static void heads_draw(Forest *forest)
{
    Canvas *canvas = forest->canvas;
    const Data *data = forest->data;
    int label = data_column(data, ROLE_LABEL), verdict = data_column(data, ROLE_VERDICT);
    const TableColumn *columns = data->table->columns;
    Face bold = FACE_SANS_BOLD;
    canvas_text(canvas, 0, 10, ANCHOR_LEFT, bold, LABEL_SIZE, COLOR_INK,
                label >= 0 && columns[label].title ? columns[label].title
                                                   : phrase(data->lang, PHRASE_OUTCOME));
    canvas_text(canvas, forest->text_right, 10, ANCHOR_RIGHT, bold, LABEL_SIZE, COLOR_INK,
                arena_format(data->arena, "%s %s", phrase(data->lang, PHRASE_EFFECT),
                             phrase(data->lang, PHRASE_INTERVAL)));
    if (data_column(data, ROLE_P) >= 0)
        canvas_text(canvas, forest->p_right, 10, ANCHOR_RIGHT, bold, LABEL_SIZE, COLOR_INK,
                    phrase(data->lang, PHRASE_CORRECTED_P));
    if (verdict >= 0)
        canvas_text(canvas, forest->verdict, 10, ANCHOR_LEFT, bold, LABEL_SIZE, COLOR_INK,
                    phrase(data->lang, PHRASE_VERDICT));
    canvas_line(canvas, 0, HEAD, canvas->width, HEAD, paint_line(COLOR_INK, 0.75));
}

static double sesoi_find(const Data *data)
{
    double value = NAN, most;
    const Role role = ROLE_SESOI;
    if (!data_range(data, &role, 1, &value, &most) || value != most)
        return NAN; /* no single one to draw */
    return value;
}

static void ground_draw(Forest *forest)
{
    double sesoi = sesoi_find(forest->data);
    if (isnan(sesoi))
        return;
    double left = axis_at(&forest->axis, fmax(-sesoi, forest->axis.low));
    double right = axis_at(&forest->axis, fmin(sesoi, forest->axis.high));
    canvas_rect(forest->canvas, left, forest->top, right - left, forest->bottom - forest->top,
                paint_fill(COLOR_PANEL));
    canvas_line(forest->canvas, left, forest->top, left, forest->bottom,
                paint_line(COLOR_RULE, 0.5));
    canvas_line(forest->canvas, right, forest->top, right, forest->bottom,
                paint_line(COLOR_RULE, 0.5));
}

/* Columns as in the style sheet at full width; where numbers are long, the plot gives way. */
static Forest forest_make(Canvas *canvas, const Data *data)
{
    Forest forest = {.canvas = canvas, .data = data, .top = HEAD};
    const Role roles[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH, ROLE_MDE};
    double low = -1, high = 1, width = canvas->width;
    data_range(data, roles, COUNT(roles), &low, &high);
    double sesoi = sesoi_find(data), numbers = 0, p = 0, verdict = 0;
    if (!isnan(sesoi)) {
        low = fmin(low, -sesoi);
        high = fmax(high, sesoi);
    }
    forest.axis = axis_make(low, high, true, 5, data_format(data, ROLE_Y));
    for (int row = 0; row < data->table->nrow; row++)
        if (data->table->rows[row].kind == ROW_DATA)
            numbers = fmax(numbers, canvas_width(canvas, FACE_SANS_BOLD, LABEL_SIZE,
                                                 interval_text(&forest, row)));
    numbers = fmax(numbers, 60);
    if (data_column(data, ROLE_VERDICT) >= 0)
        verdict = fmin(part_label_width(canvas, data, ROLE_VERDICT, FACE_SANS_BOLD, AXIS_SIZE, 120),
                       width * 0.2) +
                  9;
    if (data_column(data, ROLE_P) >= 0)
        p = 36;
    forest.verdict = width - verdict + (verdict > 0 ? 9 : 0);
    forest.p_right = width - verdict;
    forest.text_right = forest.p_right - p;
    double label = part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, LABEL_SIZE, width * 0.3);
    forest.axis.from = fmin(138.0 / 482 * width, label + 20);
    forest.axis.to = forest.text_right - numbers - 12;
    if (forest.axis.to - forest.axis.from < 80)
        forest.axis.to = forest.axis.from + 80;
    return forest;
}

void chart_forest(Canvas *canvas, const Data *data)
{
    Forest forest = forest_make(canvas, data);
    const char **groups;
    int ngroup = data_levels(data, ROLE_GROUP, &groups), nrow = 0;
    for (int row = 0; row < data->table->nrow; row++)
        nrow += data->table->rows[row].kind == ROW_DATA;
    forest.bottom = HEAD + 4 + ROW * (nrow + ngroup);
    heads_draw(&forest);
    ground_draw(&forest);
    part_grid_x(canvas, data, &forest.axis, forest.top, forest.bottom);
    canvas_line(canvas, 0, forest.bottom, canvas->width, forest.bottom,
                paint_line(COLOR_INK, 0.75));
    double y = HEAD + 4 + ROW / 2;
    for (int group = 0; group < (ngroup > 0 ? ngroup : 1); group++) {
        if (ngroup > 0) {
            part_label(canvas, 0, y, ANCHOR_LEFT, FACE_SANS_BOLD, LABEL_SIZE, COLOR_ACCENT,
                       groups[group], forest.axis.from - 4);
            y += ROW;
        }
        for (int row = 0; row < data->table->nrow; row++) {
            const char *own = data_text(data, row, ROLE_GROUP);
            if (data->table->rows[row].kind != ROW_DATA ||
                (ngroup > 0 && (!own || strcmp(own, groups[group]) != 0)))
                continue;
            row_draw(&forest, row, y, ngroup > 0 ? 8 : 0);
            y += ROW;
        }
    }
    canvas->height = forest.bottom + AXIS_ROOM;
}
