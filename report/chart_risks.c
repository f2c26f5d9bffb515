/* Risk matrix: likelihood across, impact up, tint by their product's class, each risk a numbered
 * disc, an arrow from where it stood before. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

enum { CELLS = 5 };

typedef struct {
    Canvas *canvas;
    const Data *data;
    double left, top, cell_width, cell_height;
} Matrix;

static int level_of(double value)
{
    return isnan(value) ? 0 : (int)fmin(CELLS, fmax(1, round(value)));
}

static void ground_draw(const Matrix *matrix)
{
    for (int x = 1; x <= CELLS; x++)
        for (int y = 1; y <= CELLS; y++) {
            int tint = x * y <= 2 ? 0 : x * y <= 4 ? 1 : x * y <= 9 ? 2 : x * y <= 15 ? 3 : 4;
            canvas_rect(matrix->canvas, matrix->left + (x - 1) * matrix->cell_width,
                        matrix->top + (CELLS - y) * matrix->cell_height, matrix->cell_width,
                        matrix->cell_height, paint_both(COLOR_SEQUENTIAL[tint], COLOR_WHITE, 1));
        }
    canvas_rect(matrix->canvas, matrix->left, matrix->top, CELLS * matrix->cell_width,
                CELLS * matrix->cell_height, paint_line(COLOR_MARK, 0.5));
    for (int i = 1; i <= CELLS; i++) {
        const char *text = arena_format(matrix->data->arena, "%d", i);
        canvas_text(matrix->canvas, matrix->left + (i - 0.5) * matrix->cell_width,
                    matrix->top + CELLS * matrix->cell_height + 11, ANCHOR_MIDDLE, FACE_SANS,
                    AXIS_SIZE, COLOR_TEXT2, text);
        canvas_text(matrix->canvas, matrix->left - 5,
                    matrix->top + (CELLS - i + 0.5) * matrix->cell_height + 3, ANCHOR_RIGHT,
                    FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
    }
}

/* Place of the k-th of n discs in a cell: rows of up to five. */
static Point disc_place(const Matrix *matrix, int x, int y, int k, int n, double radius)
{
    int across = (int)fmax(1, floor((matrix->cell_width - 2) / (2 * radius + 2)));
    int rows = (n + across - 1) / across, row = k / across;
    int in_row = row == rows - 1 ? n - row * across : across;
    double step = 2 * radius + 2;
    double cx = matrix->left + (x - 0.5) * matrix->cell_width;
    double cy = matrix->top + (CELLS - y + 0.5) * matrix->cell_height;
    return (Point){cx + (k % across - (in_row - 1) / 2.0) * step,
                   cy + (row - (rows - 1) / 2.0) * step};
}

static void discs_draw(const Matrix *matrix)
{
    const Data *data = matrix->data;
    for (int row = 0; row < data->table->nrow; row++) {
        int x = level_of(data_number(data, row, ROLE_X)),
            y = level_of(data_number(data, row, ROLE_Y));
        if (data->table->rows[row].kind != ROW_DATA || !x || !y)
            continue;
        int k = 0, n = 0;
        for (int other = 0; other < data->table->nrow; other++)
            if (data->table->rows[other].kind == ROW_DATA &&
                level_of(data_number(data, other, ROLE_X)) == x &&
                level_of(data_number(data, other, ROLE_Y)) == y) {
                k += other < row;
                n++;
            }
        double radius = 7.5;
        while (radius > 4 && ceil(n / fmax(1, floor((matrix->cell_width - 2) / (2 * radius + 2)))) *
                                     (2 * radius + 2) >
                                 matrix->cell_height)
            radius -= 0.5;
        Point at = disc_place(matrix, x, y, k, n, radius);
        const char *text = data_text(data, row, ROLE_KEY);
        double size = 8;
        while (size > 5 &&
               canvas_width(matrix->canvas, FACE_SANS_BOLD, size, text) > 2 * radius - 1.5)
            size -= 0.5;
        canvas_circle(matrix->canvas, at.x, at.y, radius, paint_both(COLOR_WHITE, COLOR_INK, 1));
        canvas_text(matrix->canvas, at.x, at.y + size * 0.34, ANCHOR_MIDDLE, FACE_SANS_BOLD, size,
                    COLOR_INK, text)
            ->loose = true;
    }
}

/* The names beside the matrix, so that no disc has to be looked up elsewhere. */
static double names_draw(const Matrix *matrix, double x, double y)
{
    const Data *data = matrix->data;
    double number =
        part_label_width(matrix->canvas, data, ROLE_KEY, FACE_SANS_BOLD, LABEL_SIZE, 50) + 6;
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
    double side = beside ? 210 : canvas->width - 14;
    Matrix matrix = {canvas, data, 12, 14, (side - 12) / CELLS, 30};
    canvas_text(canvas, 0, 8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                phrase(data->lang, PHRASE_IMPACT_AXIS));
    ground_draw(&matrix);
    double bottom = matrix.top + CELLS * matrix.cell_height;
    canvas_text(canvas, matrix.left + CELLS * matrix.cell_width, bottom + 22, ANCHOR_RIGHT,
                FACE_SANS, AXIS_SIZE, COLOR_TEXT2, phrase(data->lang, PHRASE_PROBABILITY_AXIS));
    discs_draw(&matrix);
    double low = beside ? names_draw(&matrix, side + 18, 4) : names_draw(&matrix, 0, bottom + 32);
    canvas->height = fmax(bottom + 27, low);
}
