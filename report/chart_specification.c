/* Specification curve: every reasonable way to compute, sorted by estimate, with its choices as
 * dots below. A row is one choice of one specification: KEY names the specification, SERIES the
 * choice, LABEL the value chosen. The headline is the specification whose NOTE is set. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *key;
    int row;
    bool main;
} Variant;

typedef struct {
    Canvas *canvas;
    const Data *data;
    Variant *variants;
    int nvariant;
    Axis y;
    double left, right;
} Curve;

static void variants_take(Curve *curve)
{
    const Data *data = curve->data;
    curve->variants = arena_new(data->arena, Variant, data->table->nrow + 1);
    for (int row = 0; row < data->table->nrow; row++) {
        const char *key = data_code(data, row, ROLE_KEY);
        if (!key)
            key = arena_format(data->arena, "%d", row);
        int k = 0;
        while (k < curve->nvariant && strcmp(curve->variants[k].key, key) != 0)
            k++;
        const char *note = data_code(data, row, ROLE_NOTE);
        bool main = note && *note;
        if (data->table->rows[row].kind != ROW_DATA || isnan(data_number(data, row, ROLE_Y)))
            continue;
        if (k < curve->nvariant) {
            curve->variants[k].main = curve->variants[k].main || main;
            continue;
        }
        int at = curve->nvariant++;
        double value = data_number(data, row, ROLE_Y);
        for (; at > 0 && data_number(data, curve->variants[at - 1].row, ROLE_Y) > value; at--)
            curve->variants[at] = curve->variants[at - 1];
        curve->variants[at] = (Variant){key, row, main};
    }
}

static double x_at(const Curve *curve, int i)
{
    return curve->left + (curve->right - curve->left) * (i + 0.5) / curve->nvariant;
}

static void estimates_draw(Curve *curve)
{
    const Data *data = curve->data;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < curve->nvariant; i++) {
            const Variant *variant = &curve->variants[i];
            if (variant->main != (pass == 1))
                continue;
            double x = x_at(curve, i), value = data_number(data, variant->row, ROLE_Y);
            double low = data_number(data, variant->row, ROLE_LOW);
            double high = data_number(data, variant->row, ROLE_HIGH);
            Color color = variant->main ? COLOR_ACCENT : COLOR_MARK;
            if (!isnan(low) && !isnan(high))
                canvas_line(curve->canvas, x, axis_at(&curve->y, low), x, axis_at(&curve->y, high),
                            paint_line(color, variant->main ? 1.75 : 1));
            canvas_circle(curve->canvas, x, axis_at(&curve->y, value), variant->main ? 3.6 : 2.2,
                          paint_fill(color));
        }
}

static bool has_choice(const Curve *curve, const Variant *variant, const char *choice,
                       const char *value)
{
    const Data *data = curve->data;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *key = data_code(data, row, ROLE_KEY), *s = data_text(data, row, ROLE_SERIES);
        const char *l = data_text(data, row, ROLE_LABEL);
        bool same = key ? strcmp(key, variant->key) == 0 : row == variant->row;
        if (same && s && l && strcmp(s, choice) == 0 && strcmp(l, value) == 0)
            return true;
    }
    return false;
}

static double choices_draw(Curve *curve, double y)
{
    const Data *data = curve->data;
    const char **choices, **values;
    int nchoice = data_levels(data, ROLE_SERIES, &choices);
    int nvalue = data_levels(data, ROLE_LABEL, &values);
    for (int c = 0; c < nchoice; c++) {
        part_cut(curve->canvas, 0, y + 9, ANCHOR_LEFT, FACE_SANS_BOLD, AXIS_SIZE, COLOR_INK,
                 choices[c], curve->left - 8);
        y += 12;
        for (int v = 0; v < nvalue; v++) {
            if (data_find(data, ROLE_SERIES, choices[c], ROLE_LABEL, values[v]) < 0)
                continue;
            part_cut(curve->canvas, 6, y + 8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                     values[v], curve->left - 14);
            canvas_line(curve->canvas, curve->left, y + 5, curve->right, y + 5,
                        paint_line(COLOR_HAIR, 0.5));
            for (int i = 0; i < curve->nvariant; i++)
                if (has_choice(curve, &curve->variants[i], choices[c], values[v]))
                    canvas_circle(curve->canvas, x_at(curve, i), y + 5, 1.9,
                                  paint_fill(curve->variants[i].main ? COLOR_ACCENT : COLOR_TEXT2));
            y += 11;
        }
        y += 4;
    }
    return y;
}

void chart_specification(Canvas *canvas, const Data *data)
{
    Curve curve = {.canvas = canvas, .data = data};
    variants_take(&curve);
    if (curve.nvariant == 0)
        return;
    const Role roles[] = {ROLE_Y, ROLE_LOW, ROLE_HIGH};
    double low = -1, high = 1, top = 8, bottom = 118;
    data_range(data, roles, COUNT(roles), &low, &high);
    curve.y = axis_make(low, high, true, 4, data_format(data, ROLE_Y));
    curve.y.from = bottom;
    curve.y.to = top;
    double label =
        fmax(part_label_width(canvas, data, ROLE_LABEL, FACE_SANS, AXIS_SIZE, 150),
             part_label_width(canvas, data, ROLE_SERIES, FACE_SANS_BOLD, AXIS_SIZE, 150));
    curve.left = fmax(label + 20, part_axis_width(canvas, data, &curve.y));
    curve.right = canvas->width - 4;
    part_grid_y(canvas, data, &curve.y, curve.left, curve.right);
    estimates_draw(&curve);
    canvas->height = choices_draw(&curve, bottom + 12);
}
