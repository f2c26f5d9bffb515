/* Tile map of the municipalities: one square each, tint by class of the value, region borders
 * between tiles, legend below. Where a total shows, the one who hides tiles hides two or more. */
#include "report/chart_parts.h"
#include "report/chart_tile.h"

#include "report/phrase.h"

#include <math.h>
#include <string.h>

#define GAP 2.2

typedef struct {
    Canvas *canvas;
    const Data *data;
    double step, side;
    double limit[SEQUENTIAL_COUNT]; /* upper end of each class; the first is 0 */
    int nclass;
    int row_of[TILE_COUNT];
} Tiles;

static double tile_x(const Tiles *tiles, int i)
{
    return (TILES[i].column - 1) * tiles->step;
}

static double tile_y(const Tiles *tiles, int i)
{
    return (TILES[i].row - 1) * tiles->step;
}

/* Classes above zero of equal width at round limits; whole numbers for counts. */
static void classes_make(Tiles *tiles)
{
    double most = 0;
    for (int i = 0; i < TILE_COUNT; i++)
        if (tiles->row_of[i] >= 0)
            most = fmax(most, data_number(tiles->data, tiles->row_of[i], ROLE_Y));
    Format format = data_format(tiles->data, ROLE_Y);
    bool whole = format.kind == FORMAT_NUMBER && format.decimals == 0;
    double step = most / 4;
    if (whole)
        step = fmax(1, ceil(step));
    else if (most > 0) {
        double power = pow(10, floor(log10(step)));
        step = ceil(step / power * 2) / 2 * power;
    }
    tiles->nclass = 1;
    for (int k = 1; k < SEQUENTIAL_COUNT && (k == 1 || tiles->limit[k - 1] < most); k++) {
        tiles->limit[k] = step * k;
        tiles->nclass = k + 1;
    }
}

static int class_of(const Tiles *tiles, double value)
{
    int k = 0;
    while (k + 1 < tiles->nclass && value > tiles->limit[k] + 1e-12)
        k++;
    return k;
}

static void tile_ground(Tiles *tiles, double x, double y, int class)
{
    canvas_rect(tiles->canvas, x, y, tiles->side, tiles->side,
                class == 0 ? paint_both(COLOR_WHITE, COLOR_MARK, 0.75)
                           : paint_fill(COLOR_SEQUENTIAL[class]));
}

static void tile_text(Tiles *tiles, int i, double x, double y, const char *value, Color color)
{
    if (tiles->side <= 20)
        return;
    Canvas *canvas = tiles->canvas;
    double size = SMALL_SIZE;
    Face face = TILES[i].city ? FACE_SANS_BOLD : FACE_SANS;
    const char **label;
    if (canvas_wrap(canvas, face, size, TILES[i].label, tiles->side - 4, 1, &label) > 0 &&
        tiles->side > 32)
        canvas_text(canvas, x + 4, y + 9.5, ANCHOR_LEFT, face, size, color, label[0])->loose = true;
    double large = tiles->side > 32 ? 13 : 9;
    while (large > 7 && canvas_width(canvas, FACE_SANS_BOLD, large, value) > tiles->side - 3)
        large -= 1;
    Mark *mark = canvas_text(canvas, x + tiles->side / 2, y + tiles->side * 0.72, ANCHOR_MIDDLE,
                             FACE_SANS_BOLD, large, color, value);
    mark->loose = true;
    if (tiles->row_of[i] >= 0)
        mark->figure = data_figure(tiles->data, tiles->row_of[i], ROLE_Y);
}

/* A region of which nothing is told stands outside the chart: a dossier shows its own. */
static bool region_told(const Tiles *tiles, int region)
{
    for (int i = 0; i < TILE_COUNT; i++)
        if (TILES[i].region == region && tiles->row_of[i] >= 0)
            return true;
    return false;
}

static void tile_draw(Tiles *tiles, int i)
{
    double x = tile_x(tiles, i), y = tile_y(tiles, i);
    int row = tiles->row_of[i];
    if (!region_told(tiles, TILES[i].region)) {
        canvas_rect(tiles->canvas, x, y, tiles->side, tiles->side, paint_fill(COLOR_PANEL));
        return;
    }
    CellState state = row < 0 ? CELL_NOT_APPLICABLE : data_state(tiles->data, row, ROLE_Y);
    double value = row < 0 ? (double)NAN : data_number(tiles->data, row, ROLE_Y);
    if (state == CELL_HIDDEN) {
        canvas_hatch(tiles->canvas, x, y, tiles->side, tiles->side);
        canvas_rect(tiles->canvas, x + 2, y + 2, tiles->side - 4, 10, paint_fill(COLOR_WHITE));
        canvas_rect(tiles->canvas, x + tiles->side / 2 - 8, y + tiles->side * 0.72 - 8, 16, 11,
                    paint_fill(COLOR_WHITE));
    } else {
        tile_ground(tiles, x, y, isnan(value) ? 0 : class_of(tiles, value));
    }
    bool dark = !isnan(value) && class_of(tiles, value) == SEQUENTIAL_COUNT - 1;
    const char *text = row < 0 ? "–" : data_text(tiles->data, row, ROLE_Y);
    tile_text(tiles, i, x, y, text, dark ? COLOR_WHITE : COLOR_INK);
}

static int tile_at(int column, int row)
{
    for (int i = 0; i < TILE_COUNT; i++)
        if (TILES[i].column == column && TILES[i].row == row)
            return i;
    return -1;
}

static void borders_draw(Tiles *tiles)
{
    for (int i = 0; i < TILE_COUNT; i++) {
        int right = tile_at(TILES[i].column + 1, TILES[i].row);
        int below = tile_at(TILES[i].column, TILES[i].row + 1);
        double x = tile_x(tiles, i), y = tile_y(tiles, i), end = tiles->side + GAP / 2;
        if (right >= 0 && TILES[right].region != TILES[i].region)
            canvas_line(tiles->canvas, x + end, y - GAP / 2, x + end, y + end,
                        paint_line(COLOR_INK, 1.6));
        if (below >= 0 && TILES[below].region != TILES[i].region)
            canvas_line(tiles->canvas, x - GAP / 2, y + end, x + end, y + end,
                        paint_line(COLOR_INK, 1.6));
    }
}

/* A region's stored total stands outside the map, by its name. */
static void regions_draw(Tiles *tiles)
{
    static const struct {
        double column, row;
    } PLACES[REGION_COUNT] = {{0, 0.35}, {9, 1.35}, {3, 1.35}, {8, 0.35}, {2, 5.35}};
    for (int i = 0; i < REGION_COUNT; i++) {
        double x = PLACES[i].column * tiles->step + 4, y = PLACES[i].row * tiles->step + 6;
        if (!region_told(tiles, i))
            continue;
        canvas_text(tiles->canvas, x, y, ANCHOR_LEFT, FACE_SANS_BOLD, 9.5, COLOR_INK,
                    REGION_STYLE[i].name);
        for (int row = 0; row < tiles->data->table->nrow; row++) {
            if (tiles->data->table->rows[row].kind != ROW_TOTAL ||
                region_index(data_text(tiles->data, row, ROLE_LABEL)) != i)
                continue;
            Mark *mark = canvas_text(tiles->canvas, x, y + 11, ANCHOR_LEFT, FACE_SANS, 8,
                                     COLOR_TEXT2, data_text(tiles->data, row, ROLE_Y));
            mark->figure = data_figure(tiles->data, row, ROLE_Y);
        }
    }
}

static const char *class_name(const Tiles *tiles, int k)
{
    const Data *data = tiles->data;
    Format format = data_format(data, ROLE_Y);
    bool whole = format.kind == FORMAT_NUMBER && format.decimals == 0;
    if (k == 0)
        return data_write(data, format, 0);
    double low = tiles->limit[k - 1] + (whole ? 1 : 0), high = tiles->limit[k];
    if (whole && low == high)
        return data_write(data, format, high);
    return arena_format(data->arena, "%s%s–%s", whole || k == 1 ? "" : "> ",
                        data_write(data, (Format){FORMAT_NUMBER, format.decimals},
                                   format.kind == FORMAT_SHARE ? low * 100 : low),
                        data_write(data, format, high));
}

static void legend_draw(Tiles *tiles, double y)
{
    Canvas *canvas = tiles->canvas;
    bool hidden = false;
    for (int i = 0; i < TILE_COUNT; i++)
        hidden = hidden || (tiles->row_of[i] >= 0 &&
                            data_state(tiles->data, tiles->row_of[i], ROLE_Y) == CELL_HIDDEN);
    double x = 0;
    for (int k = 0; k < tiles->nclass; k++) {
        const char *name = class_name(tiles, k);
        canvas_rect(canvas, x + 0.5, y, 24, 9,
                    k == 0 ? paint_both(COLOR_WHITE, COLOR_MARK, 0.75)
                           : paint_fill(COLOR_SEQUENTIAL[k]));
        Mark *mark = canvas_text(canvas, x + 28, y + 7.5, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE,
                                 COLOR_TEXT2, name);
        x += 28 + mark->text_width + 12;
    }
    if (!hidden)
        return;
    canvas_hatch(canvas, x + 0.5, y, 24, 9);
    canvas_text(canvas, x + 28, y + 7.5, ANCHOR_LEFT, FACE_SANS, AXIS_SIZE, COLOR_TEXT2,
                phrase(tiles->data->lang, PHRASE_HIDDEN));
}

void chart_tiles(Canvas *canvas, const Data *data)
{
    Tiles tiles = {.canvas = canvas, .data = data, .step = canvas->width / TILE_COLUMNS};
    tiles.side = tiles.step - GAP;
    for (int i = 0; i < TILE_COUNT; i++) {
        tiles.row_of[i] = -1;
        for (int row = 0; row < data->table->nrow; row++) {
            const char *key = data_code(data, row, ROLE_KEY);
            if (key && strcmp(key, TILES[i].atvk) == 0)
                tiles.row_of[i] = row;
        }
    }
    classes_make(&tiles);
    for (int i = 0; i < TILE_COUNT; i++)
        tile_draw(&tiles, i);
    borders_draw(&tiles);
    if (tiles.side > 20)
        regions_draw(&tiles);
    double bottom = TILE_ROWS * tiles.step + 6;
    legend_draw(&tiles, bottom);
    canvas->height = bottom + 12;
}

void chart_cover_map(Canvas *canvas)
{
    static const int NAMED[REGION_COUNT] = {19, 28, 13, 1, 33}; /* tiles that bear the names */
    static const Color *const INKS[REGION_COUNT] = {&COLOR_WHITE, &COLOR_WHITE, &COLOR_INK,
                                                    &COLOR_INK, &COLOR_INK};
    Tiles tiles = {.canvas = canvas, .step = canvas->width / TILE_COLUMNS};
    tiles.side = tiles.step - GAP;
    for (int i = 0; i < TILE_COUNT; i++)
        canvas_rect(canvas, tile_x(&tiles, i), tile_y(&tiles, i), tiles.side, tiles.side,
                    paint_fill(COLOR_COVER[TILES[i].region]));
    for (int i = 0; i < REGION_COUNT; i++)
        canvas_text(canvas, tile_x(&tiles, NAMED[i]) + 4, tile_y(&tiles, NAMED[i]) + tiles.side - 5,
                    ANCHOR_LEFT, FACE_SANS_BOLD, tiles.side > 32 ? 8 : 7, *INKS[i],
                    REGION_STYLE[i].name)
            ->loose = true;
    canvas->height = TILE_ROWS * tiles.step - GAP;
}
