/* The workbook renderer from inside: shared by report/xlsx_*.c. A document becomes a cover, a list
 * of contents, one sheet a table or chart, a dictionary of columns and a sheet on methods. */
#ifndef REPORT_XLSX_H
#define REPORT_XLSX_H

#include "core/workbook.h"
#include "report/chart.h"
#include "report/document.h"
#include "report/phrase.h"
#include "report/style.h"

/* A table or chart with its sheet and the heading it stands under. */
typedef struct {
    const Node *node;
    const char *heading;
    Sheet *sheet;
} XlsxEntry;

typedef struct {
    const Document *document;
    Lang lang;
    Arena *arena;
    Diag *diag;
    Workbook *book;
    XlsxEntry *entries;
    int nentry, entry_capacity;
} Xlsx;

/* Where things stand on every sheet with a table (rows from 0). */
enum { XLSX_TITLE_ROW = 0, XLSX_UNIT_ROW, XLSX_STAMP_ROW, XLSX_HEAD_ROW = 4, XLSX_FIRST_ROW };
#define XLSX_ROW_PT 18.0
#define XLSX_LINE_PT 13.0
#define XLSX_SIZE_PT 10.0
#define XLSX_NOTE_PT 8.5

/* Where a table lies on its sheet. */
typedef struct {
    Sheet *sheet;
    const Table *table;
    int ncolumn;        /* columns of the sheet */
    const int *source;  /* the table's column of each; ncolumn long */
    const int *place;   /* the sheet's column of each of the table's; -1: not shown */
    double *width;      /* characters, one a column of the sheet */
    int below;          /* the sheet's column for explanations; -1: none */
    int last_row;       /* of the table on the sheet */
    int last_data_row;  /* before the totals at the end */
    double total_width; /* characters, of all columns */
} XlsxTable;

uint32_t xlsx_color(Color color);
const CellStyle *xlsx_style(Xlsx *xlsx, CellLook look);
const CellStyle *xlsx_note_style(Xlsx *xlsx, bool wrap);
const char *xlsx_phrase(const Xlsx *xlsx, Phrase which);
/* Excel's number format for a format; "@" for texts. */
const char *xlsx_number(Arena *arena, Lang lang, Format format);
/* What stands in row 3 and in the footer; NULL if nothing has to. */
const char *xlsx_stamp(const Xlsx *xlsx);
/* Title, unit line and stamp of a sheet whose content is `width` characters wide. */
void xlsx_head(Xlsx *xlsx, Sheet *sheet, const char *title, const char *unit, double width,
               int ncolumn);
/* Print set-up with the footer of all sheets: one page wide, and one page high if `whole`.
 * `head_row` -1: nothing is repeated. */
void xlsx_print(Xlsx *xlsx, Sheet *sheet, int head_row, int last_row, int last_column, bool whole);
/* The same for a long table with charts under it: these begin a page, and none is cut. `width`: of
 * the sheet in characters; `chart_row` begins charts that each take `chart_rows`. */
void xlsx_print_charts(Xlsx *xlsx, Sheet *sheet, int last_row, int last_column, double width,
                       int chart_row, int chart_rows);
/* Writes a text over columns 0…last, wrapped within `width` characters; returns the next row. */
int xlsx_paragraph(Sheet *sheet, int row, int last, double width, const char *text,
                   const CellStyle *style, double leading_pt);

/* The node as it stands in a workbook: a grid with a column for each series; others as they are. */
const Node *xlsx_pivot(Xlsx *xlsx, const Node *node);
/* The table of a node with title, head, rows, filter and panes; fills `layout`. */
void xlsx_table_write(Xlsx *xlsx, const XlsxEntry *entry, XlsxTable *layout);
/* Colour and sign for the words of a status column. */
void xlsx_status_marks(Xlsx *xlsx, const XlsxTable *layout, int column);
/* The formula of a cell (row of the table, column of the sheet), or NULL where it is a value. */
const char *xlsx_formula(Xlsx *xlsx, const XlsxTable *layout, int row, int column);
/* The notes under it; returns the next free row. */
int xlsx_table_notes(Xlsx *xlsx, const XlsxEntry *entry, const XlsxTable *layout);
/* How many columns a text or chart under the table spans, at least. */
int xlsx_span(const XlsxTable *layout, double width);

/* A native chart in the making: the node's data by roles, and where charts and their cells go. */
typedef struct {
    Xlsx *xlsx;
    const XlsxEntry *entry;
    const XlsxTable *layout;
    const Data *data;
    Sheet *sheet;
    int chart_row;   /* where the next chart goes */
    int region_row;  /* where the next cells for charts go */
    int rows;        /* of one chart, or one line of panels */
    int left;        /* sheet column of a region's column 0: that of the labels */
    int last_column; /* of all such cells */
} Plot;
/* Room for charts of this height in all; cells go below. */
void plot_reserve(Plot *plot, double height_pt);
/* Places a chart and moves on; fills title, alternative text and size. */
void plot_chart(Plot *plot, SheetChart *chart, const char *title, double height_pt);
/* The same for one of several, two side by side; the rows that all of them take. */
void plot_panel(Plot *plot, SheetChart *chart, const char *title, double height_pt, int panel);
int plot_panel_rows(int npanel, double height_pt);
/* Cells of a region: a head, a text, a number, or a link to the table's cell of a row and role
 * (nothing where that is hidden or missing). */
void plot_head(Plot *plot, int row, int column, const char *text);
void plot_text(Plot *plot, int row, int column, const char *text);
void plot_number(Plot *plot, int row, int column, double value, Format format);
void plot_link(Plot *plot, int row, int column, int table_row, Role role);
/* One column of a region. */
CellRange plot_cells(const Plot *plot, int first_row, int last_row, int column);
/* A line over a region that says what it is; returns the row for heads. */
int plot_region(Plot *plot);
/* The data rows of the table. */
int plot_rows(const Plot *plot, const int **rows);
/* The colour of series `k` of `n` with a name (regions have their own). */
uint32_t plot_color(const char *name, int k);
bool plot_has(const Plot *plot, Role role);
/* The format of a role's values, and Excel's number format for it. */
Format plot_cell_format(const Plot *plot, Role role);
const char *plot_format(const Plot *plot, Role role);
SheetAxis plot_axis(void); /* as it comes */
/* A value axis over roles: round limits, zero only where it is near. */
SheetAxis plot_values(const Plot *plot, const Role *roles, int nrole);

/* Kinds of charts; false if there is nothing to draw. */
bool plot_bars(Plot *plot);     /* bars, stacked, likert, bullet of one unit */
bool plot_lines(Plot *plot);    /* lines, control charts, small multiples */
bool plot_points(Plot *plot);   /* forest, dots, love, event study, specification */
bool plot_scatter(Plot *plot);  /* funnel, Lorenz, risks */
bool plot_timeline(Plot *plot); /* Gantt, calendar */

/* The native chart of a node, if Excel has one, at `row`; its data below where the table itself
 * will not do. Returns the row after the chart: what is printed;
 * `chart_rows`: of one chart. */
int xlsx_chart_write(Xlsx *xlsx, const XlsxEntry *entry, const XlsxTable *layout, int row,
                     int *chart_rows);

/* Cover, contents, summary, dictionary and methods. */
void xlsx_cover(Xlsx *xlsx, Sheet *sheet);
void xlsx_contents(Xlsx *xlsx, Sheet *sheet);
void xlsx_summary(Xlsx *xlsx, Sheet *sheet);
void xlsx_dictionary(Xlsx *xlsx, Sheet *sheet);
void xlsx_methods(Xlsx *xlsx, Sheet *sheet);

#endif
