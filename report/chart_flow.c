/* Boxes and arrows: the sample's way from step to step, and the theory of change with what is known
 * of each link. Steps run down, levels run across. */
#include "report/chart_parts.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define BOX_PAD 5.0
#define LINE 10.5

static void arrow_head(Canvas *canvas, double x, double y, double dx, double dy, Color color)
{
    double length = fmax(hypot(dx, dy), 1e-9), ux = dx / length, uy = dy / length;
    Point points[3] = {{x, y},
                       {x - 5 * ux + 2.4 * uy, y - 5 * uy - 2.4 * ux},
                       {x - 5 * ux - 2.4 * uy, y - 5 * uy + 2.4 * ux}};
    canvas_path(canvas, points, 3, true, paint_fill(color));
}

/* What stands in a box under its name. */
typedef struct {
    const char *text[2], *figure[2];
    int count;
} Counts;

static double box_height(const Canvas *canvas, double width, const char *text, int ncount)
{
    const char **lines;
    int nline = canvas_wrap(canvas, FACE_SANS, LABEL_SIZE, text, width - 2 * BOX_PAD, 4, &lines);
    return (nline + ncount) * LINE + 2 * BOX_PAD;
}

/* The name in up to four lines, then the counts, each on a line that fits. */
static void box_draw(Canvas *canvas, double x, double y, double width, double height,
                     const char *text, const Counts *counts)
{
    const char **lines;
    double inner = width - 2 * BOX_PAD;
    int nline = canvas_wrap(canvas, FACE_SANS, LABEL_SIZE, text, inner, 4, &lines);
    int ncount = counts ? counts->count : 0;
    double at = y + (height - (nline + ncount) * LINE) / 2 + 8;
    canvas_rect(canvas, x, y, width, height, paint_both(COLOR_WHITE, COLOR_INK, 0.75));
    for (int i = 0; i < nline; i++, at += LINE)
        canvas_text(canvas, x + BOX_PAD, at, ANCHOR_LEFT, FACE_SANS, LABEL_SIZE, COLOR_INK,
                    lines[i]);
    for (int i = 0; i < ncount; i++, at += LINE)
        part_cut(canvas, x + BOX_PAD, at, ANCHOR_LEFT, FACE_SANS_BOLD, LABEL_SIZE, COLOR_INK,
                 counts->text[i], inner)
            ->figure = counts->figure[i];
}

typedef struct {
    const char *key;
    int row, level, slot; /* slot: place within its level */
    double x, y, width, height;
} FlowBox;

static int box_find(const FlowBox *boxes, int nbox, const char *key)
{
    for (int i = 0; key && i < nbox; i++)
        if (strcmp(boxes[i].key, key) == 0)
            return i;
    return -1;
}

/* "Cilvēki: 1234" and "Kopienas: 86", from the columns' titles. */
static Counts flow_counts(const Data *data, int row)
{
    const Role roles[] = {ROLE_N, ROLE_CLUSTERS};
    Counts counts = {.count = 0};
    for (int i = 0; i < 2; i++) {
        int column = data_column(data, roles[i]);
        if (column < 0 || data_state(data, row, roles[i]) == CELL_NOT_APPLICABLE)
            continue;
        counts.figure[counts.count] = data_figure(data, row, roles[i]);
        counts.text[counts.count++] =
            arena_format(data->arena, "%s: %s", data->table->columns[column].title,
                         data_text(data, row, roles[i]));
    }
    return counts;
}

static int flow_depth(const Data *data, const FlowBox *boxes, int nbox, int box, int guard)
{
    int parent = box_find(boxes, nbox, data_code(data, boxes[box].row, ROLE_PARENT));
    return parent < 0 || guard > nbox ? 0 : 1 + flow_depth(data, boxes, nbox, parent, guard + 1);
}

static int level_count(const FlowBox *boxes, int nbox, int level)
{
    int count = 0;
    for (int i = 0; i < nbox; i++)
        count += boxes[i].level == level;
    return count;
}

void chart_flow(Canvas *canvas, const Data *data)
{
    const double gap_x = 14, gap_y = 20;
    FlowBox *boxes = arena_new(data->arena, FlowBox, data->table->nrow + 1);
    int nbox = 0, deepest = 0;
    for (int row = 0; row < data->table->nrow; row++)
        if (data->table->rows[row].kind == ROW_DATA && data_code(data, row, ROLE_KEY))
            boxes[nbox++] = (FlowBox){.key = data_code(data, row, ROLE_KEY), .row = row};
    for (int i = 0; i < nbox; i++) {
        boxes[i].level = flow_depth(data, boxes, nbox, i, 0);
        boxes[i].slot = level_count(boxes, i, boxes[i].level);
        deepest = boxes[i].level > deepest ? boxes[i].level : deepest;
    }
    double y = 1;
    for (int level = 0; level <= deepest; level++) {
        int count = level_count(boxes, nbox, level);
        double width = fmin(200, (canvas->width - 2 - gap_x * (count - 1)) / count), height = 0;
        double left = (canvas->width - count * width - (count - 1) * gap_x) / 2;
        for (int i = 0; i < nbox; i++)
            if (boxes[i].level == level)
                height = fmax(height,
                              box_height(canvas, width, data_text(data, boxes[i].row, ROLE_LABEL),
                                         flow_counts(data, boxes[i].row).count));
        for (int i = 0; i < nbox; i++) {
            if (boxes[i].level != level)
                continue;
            boxes[i].x = left + boxes[i].slot * (width + gap_x);
            boxes[i].y = y;
            boxes[i].width = width;
            boxes[i].height = height;
        }
        y += height + gap_y;
    }
    for (int i = 0; i < nbox; i++) {
        int parent = box_find(boxes, nbox, data_code(data, boxes[i].row, ROLE_PARENT));
        if (parent < 0 || parent == i)
            continue;
        double from = boxes[parent].x + boxes[parent].width / 2,
               to = boxes[i].x + boxes[i].width / 2;
        double low = boxes[parent].y + boxes[parent].height, middle = boxes[i].y - gap_y / 2;
        canvas_path(canvas,
                    (Point[]){{from, low}, {from, middle}, {to, middle}, {to, boxes[i].y - 4}}, 4,
                    false, paint_line(COLOR_INK, 1));
        arrow_head(canvas, to, boxes[i].y - 0.5, 0, 1, COLOR_INK);
    }
    for (int i = 0; i < nbox; i++) {
        Counts counts = flow_counts(data, boxes[i].row);
        box_draw(canvas, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height,
                 data_text(data, boxes[i].row, ROLE_LABEL), &counts);
    }
    canvas->height = y - gap_y + 2;
}

/* Theory: rows are links from PARENT to LABEL; a box stands one level after its latest source. */
static int theory_box(const Data *data, FlowBox *boxes, int *nbox, const char *name)
{
    (void)data;
    int found = box_find(boxes, *nbox, name);
    if (found >= 0)
        return found;
    boxes[*nbox] = (FlowBox){.key = name, .row = -1};
    return (*nbox)++;
}

static void theory_levels(const Data *data, FlowBox *boxes, int nbox)
{
    for (int round = 0; round < nbox; round++)
        for (int row = 0; row < data->table->nrow; row++) {
            int from = box_find(boxes, nbox, data_code(data, row, ROLE_PARENT));
            int to = box_find(boxes, nbox, data_code(data, row, ROLE_LABEL));
            if (from >= 0 && to >= 0 && from != to && boxes[to].level <= boxes[from].level &&
                boxes[from].level + 1 < nbox)
                boxes[to].level = boxes[from].level + 1;
        }
}

static Paint link_paint(const char *state)
{
    if (state && strcmp(state, "measured") == 0)
        return paint_line(COLOR_ACCENT, 1.75);
    if (state && strcmp(state, "described") == 0)
        return paint_line(COLOR_INK, 1);
    return paint_dash(COLOR_MARK, 1, 2, 2);
}

static void link_draw(Canvas *canvas, const FlowBox *from, const FlowBox *to, const char *state)
{
    Paint paint = link_paint(state);
    double x1 = from->x + from->width, y1 = from->y + from->height / 2;
    double x2 = to->x, y2 = to->y + to->height / 2;
    if (x2 < x1) /* back to an earlier level: around below */
        x1 = from->x + from->width / 2, y1 = from->y + from->height, x2 = to->x + to->width / 2,
        y2 = to->y + to->height;
    double length = hypot(x2 - x1, y2 - y1), back = length > 6 ? 5 / length : 0;
    canvas_line(canvas, x1, y1, x2 - (x2 - x1) * back, y2 - (y2 - y1) * back, paint);
    arrow_head(canvas, x2, y2, x2 - x1, y2 - y1, paint.stroke);
}

static double theory_legend(Canvas *canvas, const Data *data, double y)
{
    static const char *const STATES[] = {"measured", "described", "not_measured"};
    double x = 0;
    for (int i = 0; i < COUNT(STATES); i++) {
        int row = 0;
        while (row < data->table->nrow &&
               (!data_code(data, row, ROLE_STATUS) ||
                strcmp(data_code(data, row, ROLE_STATUS), STATES[i]) != 0))
            row++;
        if (row == data->table->nrow)
            continue;
        canvas_line(canvas, x, y, x + 20, y, link_paint(STATES[i]));
        Mark *mark = canvas_text(canvas, x + 25, y + 2.8, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                                 COLOR_TEXT2, data_text(data, row, ROLE_STATUS));
        x += 25 + mark->text_width + 14;
    }
    return y + 8;
}

void chart_theory(Canvas *canvas, const Data *data)
{
    const double gap_y = 8;
    FlowBox *boxes = arena_new(data->arena, FlowBox, 2 * data->table->nrow + 1);
    int nbox = 0, deepest = 0;
    for (int row = 0; row < data->table->nrow; row++) {
        const char *from = data_code(data, row, ROLE_PARENT),
                   *to = data_code(data, row, ROLE_LABEL);
        if (from && *from)
            theory_box(data, boxes, &nbox, from);
        if (to && *to)
            theory_box(data, boxes, &nbox, to);
    }
    theory_levels(data, boxes, nbox);
    double bottom = 0;
    for (int i = 0; i < nbox; i++)
        deepest = boxes[i].level > deepest ? boxes[i].level : deepest;
    double gap_x = deepest > 3 ? 16 : 26;
    double width = fmin(150, (canvas->width - 2 - gap_x * deepest) / (deepest + 1));
    double step = deepest > 0 ? (canvas->width - 2 - width) / deepest : 0;
    for (int level = 0; level <= deepest; level++) {
        double y = 1;
        for (int i = 0; i < nbox; i++) {
            if (boxes[i].level != level)
                continue;
            boxes[i].x = 1 + step * level;
            boxes[i].y = y;
            boxes[i].width = width;
            boxes[i].height = box_height(canvas, width, boxes[i].key, 0);
            y += boxes[i].height + gap_y;
        }
        bottom = fmax(bottom, y);
    }
    for (int level = 0; level <= deepest; level++) { /* columns stand in the middle */
        double low = 0;
        for (int i = 0; i < nbox; i++)
            if (boxes[i].level == level)
                low = fmax(low, boxes[i].y + boxes[i].height);
        for (int i = 0; i < nbox; i++)
            if (boxes[i].level == level)
                boxes[i].y += (bottom - gap_y - low) / 2;
    }
    for (int row = 0; row < data->table->nrow; row++) {
        int from = box_find(boxes, nbox, data_code(data, row, ROLE_PARENT));
        int to = box_find(boxes, nbox, data_code(data, row, ROLE_LABEL));
        if (from >= 0 && to >= 0 && from != to)
            link_draw(canvas, &boxes[from], &boxes[to], data_code(data, row, ROLE_STATUS));
    }
    for (int i = 0; i < nbox; i++)
        box_draw(canvas, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height, boxes[i].key,
                 NULL);
    canvas->height = theory_legend(canvas, data, bottom + 8);
}
