/* Risk matrix: likelihood across, impact up, tint by their product's class, each risk a numbered
 * disc. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define KEY_SIZE 7.5
enum { CELLS = 5 };

typedef struct {
    Canvas *canvas;
    const Data *data;
    double left, top, cell_width, radius;
    double height[CELLS + 1]; /* of the cells of each impact, from 1 */
} Matrix;

static int level_of(double value)
{
    return isnan(value) ? 0 : (int)fmin(CELLS, fmax(1, round(value)));
}

/* Top of the cells of an impact; 0 gives the matrix's bottom. */
static double level_top(const Matrix *matrix, int level)
{
    double y = matrix->top;
    for (int i = CELLS; i > level; i--)
        y += matrix->height[i];
    return y;
}

static void ground_draw(const Matrix *matrix)
{
    for (int x = 1; x <= CELLS; x++)
        for (int y = 1; y <= CELLS; y++) {
            int tint = x * y <= 2 ? 0 : x * y <= 4 ? 1 : x * y <= 9 ? 2 : x * y <= 15 ? 3 : 4;
            canvas_rect(matrix->canvas, matrix->left + (x - 1) * matrix->cell_width,
                        level_top(matrix, y), matrix->cell_width, matrix->height[y],
                        paint_both(COLOR_SEQUENTIAL[tint], COLOR_WHITE, 1));
        }
    canvas_rect(matrix->canvas, matrix->left, matrix->top, CELLS * matrix->cell_width,
                level_top(matrix, 0) - matrix->top, paint_line(COLOR_MARK, 0.5));
    for (int i = 1; i <= CELLS; i++) {
        const char *text = arena_format(matrix->data->arena, "%d", i);
        canvas_text(matrix->canvas, matrix->left + (i - 0.5) * matrix->cell_width,
                    level_top(matrix, 0) + 11, ANCHOR_MIDDLE, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                    text);
        canvas_text(matrix->canvas, matrix->left - 5,
                    level_top(matrix, i) + matrix->height[i] / 2 + 3, ANCHOR_RIGHT, FACE_SANS,
                    AXIS_SIZE, COLOR_TEXT2, text);
    }
}

static int across_of(const Matrix *matrix)
{
    return (int)fmax(1, floor((matrix->cell_width - 2) / (2 * matrix->radius + 2)));
}

/* Which of how many in its cell a risk is. */
static int cell_count(const Data *data, int row, int *before)
{
    int x = level_of(data_number(data, row, ROLE_X)), y = level_of(data_number(data, row, ROLE_Y));
    int count = 0;
    *before = 0;
    for (int other = 0; other < data->table->nrow; other++)
        if (data->table->rows[other].kind == ROW_DATA &&
            level_of(data_number(data, other, ROLE_X)) == x &&
            level_of(data_number(data, other, ROLE_Y)) == y) {
            *before += other < row;
            count++;
        }
    return count;
}

/* Discs as large as their numbers need, cells as high as their discs need. */
static void matrix_size(Matrix *matrix)
{
    const Data *data = matrix->data;
    double widest = part_label_width(matrix->canvas, data, ROLE_KEY, FACE_SANS_BOLD, KEY_SIZE, 24);
    matrix->radius = fmax(7.5, fmin(widest / 2 + 2, 9));
    for (int i = 1; i <= CELLS; i++)
        matrix->height[i] = 30;
    for (int row = 0; row < data->table->nrow; row++) {
        int level = level_of(data_number(data, row, ROLE_Y)), before;
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        int lines = (cell_count(data, row, &before) + across_of(matrix) - 1) / across_of(matrix);
        matrix->height[level] = fmax(matrix->height[level], lines * (2 * matrix->radius + 2) + 4);
    }
}

static void discs_draw(const Matrix *matrix)
{
    const Data *data = matrix->data;
    for (int row = 0; row < data->table->nrow; row++) {
        int x = level_of(data_number(data, row, ROLE_X)),
            y = level_of(data_number(data, row, ROLE_Y));
        if (data->table->rows[row].kind != ROW_DATA || !x || !y)
            continue;
        int k, n = cell_count(data, row, &k), across = across_of(matrix);
        int rows = (n + across - 1) / across, line = k / across;
        int in_line = line == rows - 1 ? n - line * across : across;
        double step = 2 * matrix->radius + 2;
        double cx = matrix->left + (x - 0.5) * matrix->cell_width +
                    (k % across - (in_line - 1) / 2.0) * step;
        double cy = level_top(matrix, y) + matrix->height[y] / 2 + (line - (rows - 1) / 2.0) * step;
        canvas_circle(matrix->canvas, cx, cy, matrix->radius,
                      paint_both(COLOR_WHITE, COLOR_INK, 1));
        part_cut(matrix->canvas, cx, cy + KEY_SIZE * 0.34, ANCHOR_MIDDLE, FACE_SANS_BOLD, KEY_SIZE,
                 COLOR_INK, data_text(data, row, ROLE_KEY), 2 * matrix->radius - 2)
            ->loose = true;
    }
}

/* The names beside the matrix, so that no disc has to be looked up elsewhere. */
static double names_draw(const Matrix *matrix, double x, double y)
{
    const Data *data = matrix->data;
    double number =
        part_label_width(matrix->canvas, data, ROLE_KEY, FACE_SANS_BOLD, LABEL_SIZE, 80) + 6;
    for (int row = 0; row < data->table->nrow; row++) {
        if (data->table->rows[row].kind != ROW_DATA)
            continue;
        const char **lines;
        int nline =
            canvas_wrap(matrix->canvas, FACE_SANS, LABEL_SIZE, data_text(data, row, ROLE_LABEL),
                        matrix->canvas->width - x - number, 2, &lines);
        canvas_text(matrix->canvas, x, y + 8, ANCHOR_LEFT, FACE_SANS_BOLD, LABEL_SIZE, COLOR_INK,
                    data_text(data, row, ROLE_KEY));
        for (int i = 0; i < nline; i++)
            canvas_text(matrix->canvas, x + number, y + 8 + 10 * i, ANCHOR_LEFT, FACE_SANS,
                        LABEL_SIZE, COLOR_INK, lines[i]);
        y += 10 * fmax(nline, 1) + 4;
    }
    return y;
}

void chart_risks(Canvas *canvas, const Data *data)
{
    bool beside = canvas->width > 300;
    double side = beside ? 225 : canvas->width - 14;
    Matrix matrix = {canvas, data, 12, 14, (side - 12) / CELLS, 7.5, {0}};
    matrix_size(&matrix);
    canvas_text(canvas, 0, 8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                phrase(data->lang, PHRASE_IMPACT_AXIS));
    ground_draw(&matrix);
    double bottom = level_top(&matrix, 0);
    canvas_text(canvas, matrix.left + CELLS * matrix.cell_width, bottom + 22, ANCHOR_RIGHT,
                FACE_SANS, AXIS_SIZE, COLOR_TEXT2, phrase(data->lang, PHRASE_PROBABILITY_AXIS));
    discs_draw(&matrix);
    double low = beside ? names_draw(&matrix, side + 18, 4) : names_draw(&matrix, 0, bottom + 32);
    canvas->height = fmax(bottom + 27, low);
}
