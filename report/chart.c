/* From a chart node to marks: roles of the table, value axes, and the list of kinds. */
#include "report/chart.h"

#include "core/text.h"
#include "report/chart_kinds.h"
#include "report/format.h"
#include "report/phrase.h"

#include <math.h>
#include <string.h>

int data_column(const Data *data, Role role)
{
    for (int i = 0; i < data->table->ncolumn; i++)
        if (data->table->columns[i].role == role)
            return i;
    return -1;
}

static const Cell *data_cell(const Data *data, int row, Role role)
{
    int column = data_column(data, role);
    return column < 0 || row < 0 ? NULL : &data->table->rows[row].cells[column];
}

double data_number(const Data *data, int row, Role role)
{
    const Cell *cell = data_cell(data, row, role);
    bool good = cell && cell->state == CELL_VALUE && format_is_number(cell->format) &&
                isfinite(cell->number);
    return good ? cell->number : (double)NAN;
}

const char *data_text(const Data *data, int row, Role role)
{
    const Cell *cell = data_cell(data, row, role);
    return cell ? format_cell(data->arena, data->lang, cell) : NULL;
}

const char *data_code(const Data *data, int row, Role role)
{
    const Cell *cell = data_cell(data, row, role);
    return cell ? cell->text : NULL;
}

CellState data_state(const Data *data, int row, Role role)
{
    const Cell *cell = data_cell(data, row, role);
    return cell ? cell->state : CELL_NOT_APPLICABLE;
}

const char *data_figure(const Data *data, int row, Role role)
{
    const Cell *cell = data_cell(data, row, role);
    return cell && cell->state == CELL_VALUE ? cell->figure : NULL;
}

Format data_format(const Data *data, Role role)
{
    int column = data_column(data, role);
    return column < 0 ? (Format){FORMAT_NUMBER, 0} : data->table->columns[column].format;
}

const char *data_write(const Data *data, Format format, double value)
{
    return format_number(data->arena, data->lang, format, value);
}

int data_levels(const Data *data, Role role, const char ***levels)
{
    const char **list = arena_new(data->arena, const char *, data->table->nrow + 1);
    int nlevel = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *text =
            data->table->rows[row].kind == ROW_DATA ? data_text(data, row, role) : NULL;
        int k = 0;
        while (text && k < nlevel && strcmp(list[k], text) != 0)
            k++;
        if (text && k == nlevel)
            list[nlevel++] = text;
    }
    *levels = list;
    return nlevel;
}

static bool data_match(const Data *data, int row, Role role, const char *text)
{
    return !text || text_equal(data_text(data, row, role), text);
}

int data_find(const Data *data, Role role, const char *text, Role role2, const char *text2)
{
    for (int row = 0; row < data->table->nrow; row++)
        if (data->table->rows[row].kind == ROW_DATA && data_match(data, row, role, text) &&
            data_match(data, row, role2, text2))
            return row;
    return -1;
}

bool data_range(const Data *data, const Role *roles, int nrole, double *low, double *high)
{
    bool any = false;
    for (int row = 0; row < data->table->nrow; row++)
        for (int i = 0; i < nrole; i++) {
            double value = data_number(data, row, roles[i]);
            if (isnan(value))
                continue;
            *low = any ? fmin(*low, value) : value;
            *high = any ? fmax(*high, value) : value;
            any = true;
        }
    return any;
}

/* The step of 1, 2, 2,5 or 5 times a power of ten that gives at most `want` steps. */
static double axis_step(double span, int want, bool whole)
{
    static const double STEPS[] = {1, 2, 2.5, 5, 10};
    double power = pow(10, floor(log10(span / want)));
    for (int i = 0; i < COUNT(STEPS); i++) {
        double step = STEPS[i] * power;
        bool usable = !whole || step == floor(step);
        if (usable && span / step <= want + 1e-9)
            return step;
    }
    return whole ? fmax(1, 10 * power) : 10 * power;
}

static int decimals_of(double step)
{
    int decimals = 0;
    while (decimals < 6 && fabs(step - round(step)) > 1e-9 * fabs(step)) {
        step *= 10;
        decimals++;
    }
    return decimals;
}

Axis axis_make(double low, double high, bool zero, int want, Format format)
{
    if (zero) {
        low = fmin(low, 0);
        high = fmax(high, 0);
    }
    if (!(high > low)) {
        double room = low != 0 ? fabs(low) / 2 : 1;
        high = low + room;
        low = zero && low == 0 ? 0 : low - room;
    }
    bool whole = format.kind == FORMAT_NUMBER && format.decimals == 0;
    double step = axis_step(high - low, want, whole);
    Axis axis = {
        floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step, 0, 1, format};
    axis.format.decimals = decimals_of(format.kind == FORMAT_SHARE ? step * 100 : step);
    return axis;
}

double axis_at(const Axis *axis, double value)
{
    return axis->from + (value - axis->low) / (axis->high - axis->low) * (axis->to - axis->from);
}

bool axis_tick(const Axis *axis, int k, double *value)
{
    double at = (floor(axis->low / axis->step + 0.5) + k) * axis->step;
    *value = fabs(at) < axis->step * 1e-9 ? 0 : at;
    return *value <= axis->high + axis->step * 1e-6;
}

static ChartDraw *const DRAW[CHART_KIND_COUNT] = {
#define CHART(kind, function) [kind] = function,
    CHART_KINDS
#undef CHART
        [CHART_MAP] = chart_tiles, /* no outlines are part of a document: squares stand for them */
};

Canvas chart_layout(Arena *arena, const Measure *measure, const Document *document,
                    const Node *node, double width)
{
    Canvas canvas = canvas_open(arena, measure, document->lang, width);
    Data data = {document, node, node->table, arena, document->lang};
    bool any = false;
    for (int row = 0; node->table && row < node->table->nrow; row++)
        any = any || node->table->rows[row].kind == ROW_DATA;
    if (any && DRAW[node->chart])
        DRAW[node->chart](&canvas, &data);
    if (canvas.nmark == 0) {
        canvas_text(&canvas, 0, 12, ANCHOR_LEFT, FACE_SANS, 9, COLOR_TEXT2,
                    phrase(document->lang, PHRASE_NO_DATA));
        canvas.height = 18;
    }
    return canvas;
}

bool chart_is_wide(ChartKind kind)
{
    return kind == CHART_CARDS || kind == CHART_TILES || kind == CHART_FOREST ||
           kind == CHART_LIKERT || kind == CHART_THEORY || kind == CHART_GANTT ||
           kind == CHART_SPECIFICATION || kind == CHART_FLOW;
}
