/* Native charts: which kind becomes which of Excel's, and the cells they are drawn from. A chart
 * takes the table's own cells where they will do; otherwise a region below it links to them. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>

enum { CHART_WIDTH_PT = 572 };

/* --- cells for charts --- */

void plot_reserve(Plot *plot, double height_pt)
{
    plot->region_row = plot->chart_row + (int)ceil(height_pt / XLSX_ROW_PT) + 2;
}

static const CellStyle *small_style(Plot *plot, bool bold, const char *number)
{
    return xlsx_style(plot->xlsx, (CellLook){.size_pt = XLSX_NOTE_PT,
                                             .bold = bold,
                                             .color = xlsx_color(COLOR_TEXT2),
                                             .number = number,
                                             .align = number ? ALIGN_RIGHT : ALIGN_LEFT});
}

int plot_region(Plot *plot)
{
    sheet_measure(plot->sheet, false);
    sheet_text(plot->sheet, plot->region_row, plot->left,
               xlsx_phrase(plot->xlsx, PHRASE_BOOK_CHART_DATA), small_style(plot, true, NULL));
    return plot->region_row + 1;
}

CellRange plot_cells(const Plot *plot, int first_row, int last_row, int column)
{
    return (CellRange){first_row, plot->left + column, last_row, plot->left + column};
}

static void note_place(Plot *plot, int row, int column)
{
    if (row >= plot->region_row)
        plot->region_row = row + 1;
    if (plot->left + column > plot->last_column)
        plot->last_column = plot->left + column;
}

void plot_head(Plot *plot, int row, int column, const char *text)
{
    CellLook look = {.size_pt = XLSX_NOTE_PT,
                     .bold = true,
                     .color = xlsx_color(COLOR_TEXT2),
                     .align = column > 0 ? ALIGN_RIGHT : ALIGN_LEFT,
                     .bottom = {LINE_THIN, xlsx_color(COLOR_RULE)}};
    sheet_text(plot->sheet, row, plot->left + column, text, xlsx_style(plot->xlsx, look));
    note_place(plot, row, column);
}

void plot_text(Plot *plot, int row, int column, const char *text)
{
    sheet_text(plot->sheet, row, plot->left + column, text, small_style(plot, false, NULL));
    note_place(plot, row, column);
}

void plot_number(Plot *plot, int row, int column, double value, Format format)
{
    const char *number = xlsx_number(plot->xlsx->arena, plot->xlsx->lang, format);
    if (isnan(value))
        return;
    if (format.kind == FORMAT_DATE)
        sheet_date(plot->sheet, row, plot->left + column, (Date)value,
                   small_style(plot, false, number));
    else
        sheet_number(plot->sheet, row, plot->left + column, value,
                     small_style(plot, false, number));
    note_place(plot, row, column);
}

void plot_link(Plot *plot, int row, int column, int table_row, Role role)
{
    int from = data_column(plot->data, role);
    double value = data_number(plot->data, table_row, role);
    if (from < 0 || isnan(value))
        return;
    Format format = plot->layout->table->rows[table_row].cells[from].format;
    int place = plot->layout->place[from];
    if (place < 0) {
        plot_number(plot, row, column, value, format);
        return;
    }
    Arena *arena = plot->xlsx->arena;
    char *address = cell_address(arena, XLSX_FIRST_ROW + table_row, place);
    const char *number = xlsx_number(arena, plot->xlsx->lang, format);
    /* Excel counts days from 1899-12-30 */
    double shown = format.kind == FORMAT_DATE ? value + 25569 : value;
    sheet_formula(plot->sheet, row, plot->left + column, arena_format(arena, "=%s", address), shown,
                  small_style(plot, false, number));
    note_place(plot, row, column);
}

int plot_rows(const Plot *plot, const int **rows)
{
    const Table *table = plot->layout->table;
    int *list = arena_new(plot->xlsx->arena, int, table->nrow + 1);
    int count = 0;
    for (int row = 0; row < table->nrow; row++)
        if (table->rows[row].kind == ROW_DATA)
            list[count++] = row;
    *rows = list;
    return count;
}

/* --- looks --- */

bool plot_has(const Plot *plot, Role role)
{
    return data_column(plot->data, role) >= 0;
}

/* A cell may differ from its column: the first that is a number decides. */
Format plot_cell_format(const Plot *plot, Role role)
{
    const Table *table = plot->layout->table;
    int column = data_column(plot->data, role);
    for (int row = 0; column >= 0 && row < table->nrow; row++) {
        const Cell *cell = &table->rows[row].cells[column];
        if (table->rows[row].kind == ROW_DATA && format_is_number(cell->format))
            return cell->format;
    }
    return data_format(plot->data, role);
}

const char *plot_format(const Plot *plot, Role role)
{
    return xlsx_number(plot->xlsx->arena, plot->xlsx->lang, plot_cell_format(plot, role));
}

uint32_t plot_color(const char *name, int k)
{
    static const Color *const PALETTE[] = {&COLOR_ACCENT,   &COLOR_MARK, &COLOR_SEQUENTIAL[3],
                                           &COLOR_SIGNAL,   &COLOR_INK,  &COLOR_SEQUENTIAL[2],
                                           &COLOR_ON_TRACK, &COLOR_RULE};
    int region = name ? region_index(name) : -1;
    if (region >= 0)
        return xlsx_color(REGION_STYLE[region].color);
    return xlsx_color(*PALETTE[k % COUNT(PALETTE)]);
}

SheetAxis plot_axis(void)
{
    return (SheetAxis){.low = NAN, .high = NAN, .step = NAN, .crossing = NAN};
}

SheetAxis plot_values(const Plot *plot, const Role *roles, int nrole)
{
    double low, high;
    SheetAxis axis = plot_axis();
    axis.gridlines = true;
    axis.labels_low = true;
    axis.number = plot_format(plot, ROLE_Y);
    if (!data_range(plot->data, roles, nrole, &low, &high))
        return axis;
    bool zero = low <= 0 || low < high - low;
    Axis round = axis_make(low, high, zero, 5, plot_cell_format(plot, ROLE_Y));
    axis.low = round.low;
    axis.high = round.high;
    axis.step = round.step;
    if (round.low > 0 || round.high < 0)
        axis.crossing = round.low;
    axis.number = xlsx_number(plot->xlsx->arena, plot->xlsx->lang, round.format);
    return axis;
}

int plot_panel_rows(int npanel, double height_pt)
{
    return (npanel + 1) / 2 * ((int)ceil(height_pt / XLSX_ROW_PT) + 1);
}

void plot_panel(Plot *plot, SheetChart *chart, const char *title, double height_pt, int panel)
{
    chart->title = title;
    chart->alt = arena_format(plot->xlsx->arena, "%s. %s", title,
                              plot->entry->node->alt ? plot->entry->node->alt : "");
    chart->width_pt = CHART_WIDTH_PT / 2 - 6;
    chart->height_pt = height_pt;
    chart->left_pt = panel % 2 ? CHART_WIDTH_PT / 2 + 6 : 0;
    sheet_chart(plot->sheet, plot->chart_row, 0, chart);
    plot->rows = plot_panel_rows(1, height_pt);
    if (panel % 2)
        plot->chart_row += plot_panel_rows(1, height_pt);
}

void plot_chart(Plot *plot, SheetChart *chart, const char *title, double height_pt)
{
    chart->title = title;
    chart->alt = plot->entry->node->alt;
    chart->width_pt = CHART_WIDTH_PT;
    chart->height_pt = height_pt;
    sheet_chart(plot->sheet, plot->chart_row, 0, chart);
    plot->rows = (int)ceil(height_pt / XLSX_ROW_PT) + 1;
    plot->chart_row += plot->rows;
}

/* Kinds that Excel draws; the others stay tables with the same numbers. */
static bool (*const PLOT[CHART_KIND_COUNT])(Plot *) = {
    [CHART_BARS] = plot_bars,          [CHART_STACKED] = plot_bars,
    [CHART_LIKERT] = plot_bars,        [CHART_BULLET] = plot_bars,
    [CHART_LINES] = plot_lines,        [CHART_CONTROL] = plot_lines,
    [CHART_MULTIPLES] = plot_lines,    [CHART_FOREST] = plot_points,
    [CHART_DOTS] = plot_points,        [CHART_LOVE] = plot_points,
    [CHART_EVENT_STUDY] = plot_points, [CHART_SPECIFICATION] = plot_points,
    [CHART_FUNNEL] = plot_scatter,     [CHART_LORENZ] = plot_scatter,
    [CHART_RISKS] = plot_scatter,      [CHART_GANTT] = plot_timeline,
    [CHART_CALENDAR] = plot_timeline,
};

/* Maps are tables whose values are tinted. */
static void tint_values(const XlsxEntry *entry, const XlsxTable *layout, const Data *data)
{
    int column = data_column(data, ROLE_Y);
    if (column < 0 || layout->place[column] < 0 || layout->last_data_row < XLSX_FIRST_ROW)
        return;
    CellRange range = {XLSX_FIRST_ROW, layout->place[column], layout->last_data_row,
                       layout->place[column]};
    sheet_color_scale(entry->sheet, range, xlsx_color(COLOR_WHITE), xlsx_color(COLOR_SEQUENTIAL[2]),
                      xlsx_color(COLOR_SEQUENTIAL[3]));
}

int xlsx_chart_write(Xlsx *xlsx, const XlsxEntry *entry, const XlsxTable *layout, int row,
                     int *chart_rows)
{
    const Node *node = entry->node;
    Data data = {xlsx->document, node, node->table, xlsx->arena, xlsx->lang};
    if (node->chart == CHART_TILES || node->chart == CHART_MAP)
        tint_values(entry, layout, &data);
    if (!PLOT[node->chart] || node->table->nrow == 0)
        return row;
    int label = data_column(&data, ROLE_LABEL);
    int left = label >= 0 && layout->place[label] >= 0 ? layout->place[label] : 0;
    Plot plot = {.xlsx = xlsx,
                 .entry = entry,
                 .layout = layout,
                 .data = &data,
                 .sheet = entry->sheet,
                 .chart_row = row + 1,
                 .region_row = row + 1,
                 .rows = 1,
                 .left = left,
                 .last_column = left};
    if (!PLOT[node->chart](&plot))
        return row;
    sheet_measure(entry->sheet, true);
    *chart_rows = plot.rows;
    return plot.chart_row;
}
