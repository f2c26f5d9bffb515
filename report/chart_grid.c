/* Completeness grid: who handed in what. Rows are labels, columns series, marks statuses; column
 * heads are turned, the one place where text is. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define ROW 16.0

static double legend_draw(Canvas *canvas, const Data *data, double y)
{
    double x = 0;
    const char *seen[16];
    int nseen = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *code = data_code(data, row, ROLE_STATUS);
        int k = 0;
        while (code && k < nseen && strcmp(seen[k], code) != 0)
            k++;
        if (!code || k < nseen || nseen == COUNT(seen))
            continue;
        seen[nseen++] = code;
        const char *text = data_text(data, row, ROLE_STATUS);
        double width = canvas_width(canvas, FACE_SANS, AXIS_SIZE, text);
        if (x > 0 && x + 12 + width > canvas->width) {
            x = 0;
            y += 12;
        }
        canvas_status(canvas, x + 4.5, y, code);
        canvas_text(canvas, x + 12, y + 2.8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2, text);
        x += 12 + width + 13;
    }
    return y + 8;
}

void chart_grid(Canvas *canvas, const Data *data)
{
    const char **labels, **series;
    int nlabel = data_levels(data, ROLE_LABEL, &labels);
    int nseries = data_levels(data, ROLE_SERIES, &series);
    if (nseries == 0)
        return;
    const double turn = 50 * M_PI / 180;
    double label = part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, 9, canvas->width * 0.35);
    double names = part_label_width(canvas, data, ROLE_SERIES, FACE_SANS, LABEL_SIZE, 110);
    double room = canvas->width - label - 12 - names * cos(turn);
    double step = fmin(fmax(room / nseries, 11), 44), left = label + 14;
    double top = names * sin(turn) + 10;
    for (int k = 0; k < nseries; k++) {
        const char **cut;
        if (canvas_wrap(canvas, FACE_SANS, LABEL_SIZE, series[k], names + 0.1, 1, &cut) == 0)
            continue;
        Mark *mark = canvas_text(canvas, left + step * (k + 0.5) + 2, top - 5, ANCHOR_LEFT,
                                 FACE_SANS, LABEL_SIZE, COLOR_INK, cut[0]);
        mark->turn = 50;
    }
    double right = fmin(left + step * nseries + 4, canvas->width);
    canvas_line(canvas, 0, top, right, top, paint_line(COLOR_INK, 0.75));
    for (int i = 0; i < nlabel; i++) {
        double y = top + ROW * (i + 0.5);
        part_label(canvas, 0, y, ANCHOR_LEFT, FACE_SANS, 9, COLOR_INK, labels[i], label + 0.1);
        for (int k = 0; k < nseries; k++) {
            int row = data_find(data, ROLE_LABEL, labels[i], ROLE_SERIES, series[k]);
            if (row >= 0)
                canvas_status(canvas, left + step * (k + 0.5), y,
                              data_code(data, row, ROLE_STATUS));
        }
        bool last = i == nlabel - 1;
        canvas_line(canvas, 0, top + ROW * (i + 1), right, top + ROW * (i + 1),
                    paint_line(last ? COLOR_INK : COLOR_RULE, last ? 0.75 : 0.35));
    }
    canvas->height = legend_draw(canvas, data, top + ROW * nlabel + 13);
}
