/* Workbooks out (XLSX): the one door to libxlsxwriter. Every call is checked: the first fault is
 * reported once, later calls do nothing and book_close says false, so callers need no checks of
 * their own. Text is made valid UTF-8, a number that is NaN never reaches the file, and the same
 * calls give the same bytes. Rows and columns count from 0. */
#ifndef CORE_WORKBOOK_H
#define CORE_WORKBOOK_H

#include "core/date.h"
#include "core/diag.h"

#include <stdint.h>

typedef struct Workbook Workbook;
typedef struct Sheet Sheet;
typedef struct CellStyle
    CellStyle; /* a style known to one workbook; NULL = the workbook's plain one */

typedef struct {
    const char *title, *subject, *author, *company, *keywords, *comment;
    Date created;     /* written as both dates of the file; DATE_NONE: 1970-01-01 */
    const char *font; /* NULL: Calibri */
    double size_pt;   /* 0: 10 */
    bool stream;      /* constant memory: rows and columns strictly ascending, for large dumps */
} WorkbookInfo;

/* A new workbook in memory; the file appears at `path` (mode 0640) only when book_close succeeds,
 * so an older one stays whole until then. Never NULL. */
Workbook *book_open(Arena *arena, Diag *diag, const char *path, const WorkbookInfo *info);
/* Writes beside `path` and renames. False if anything since book_open went wrong (reported). */
bool book_close(Workbook *book);
/* Ends without writing; `path` is untouched. */
void book_abandon(Workbook *book);

typedef struct {
    int first_row, first_column, last_row, last_column;
} CellRange;

/* Styles. Zero means: nothing special. Colours are 0xRRGGBB; 0 = none (black is not used here). */
typedef enum { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;
typedef enum { VALIGN_DEFAULT, VALIGN_TOP, VALIGN_CENTRE, VALIGN_BOTTOM } VerticalAlign;
typedef enum { LINE_NONE, LINE_HAIR, LINE_THIN, LINE_MEDIUM } LineKind;
typedef struct {
    LineKind kind;
    uint32_t color;
} CellLine;
typedef struct {
    const char *font; /* NULL: the workbook's */
    double size_pt;   /* 0: the workbook's */
    bool bold, italic, underline, wrap, unlocked;
    uint32_t color, fill;
    Align align;
    VerticalAlign valign;
    int indent;
    const char *number; /* "#,##0", "0.0 %", "@" …: always with point and comma; NULL: General */
    CellLine top, bottom, left, right;
} CellLook;
/* The style of a look; equal looks give the same style. */
const CellStyle *book_style(Workbook *book, const CellLook *look);

/* Adds a sheet. The name is made valid and unique (31 characters, no []:*?/\, no quotes at the
 * ends); sheet_name tells what became of it. */
Sheet *book_sheet(Workbook *book, const char *name);
const char *sheet_name(const Sheet *sheet);

/* Cells. Text is always text, also when it begins with = + - @. NULL or "" and NaN leave an empty
 * cell in `style`; infinity is written as a sign. Text beyond 32767 characters is cut with "…". */
void sheet_text(Sheet *sheet, int row, int column, const char *text, const CellStyle *style);
void sheet_number(Sheet *sheet, int row, int column, double value, const CellStyle *style);
void sheet_date(Sheet *sheet, int row, int column, Date date, const CellStyle *style);
void sheet_blank(Sheet *sheet, int row, int column, const CellStyle *style);
/* A formula ("=A1/B1", English names and commas) with the value it has. NaN: the formula is left
 * out and the cell is empty. */
void sheet_formula(Sheet *sheet, int row, int column, const char *formula, double value,
                   const CellStyle *style);
void sheet_formula_text(Sheet *sheet, int row, int column, const char *formula, const char *value,
                        const CellStyle *style);
/* A link to a cell of this workbook ("A1" of `target`), or to the web. */
void sheet_link(Sheet *sheet, int row, int column, const Sheet *target, const char *text,
                const CellStyle *style);
void sheet_url(Sheet *sheet, int row, int column, const char *url, const char *text,
               const CellStyle *style);
/* A note that opens over the cell. */
void sheet_comment(Sheet *sheet, int row, int column, const char *text, const char *author);

/* Shape. Heights in points, widths in characters (Excel's unit). */
void sheet_height(Sheet *sheet, int row, double height_pt);
void sheet_default_height(Sheet *sheet, double height_pt);
void sheet_width(Sheet *sheet, int column, double characters);
/* Sets the width of columns first…last from what was written into them so far, without texts of
 * styles with `wrap` and rows marked by sheet_measure(sheet, false). */
void sheet_fit(Sheet *sheet, int first, int last, double least, double most);
/* Whether what is written from now on counts for sheet_fit (titles and notes run over). */
void sheet_measure(Sheet *sheet, bool measure);
/* The width, in characters, that the text needs at a size; height of wrapped text in points. */
double text_width_characters(const char *text, double size_pt, bool bold);
double number_width_characters(double value, const char *format, double size_pt, bool bold);
double text_height_pt(const char *text, double size_pt, bool bold, double characters,
                      double leading_pt);
/* Rows above `row` and columns left of `column` stay in sight. */
void sheet_freeze(Sheet *sheet, int row, int column);
void sheet_filter(Sheet *sheet, int first_row, int first_column, int last_row, int last_column);
void sheet_outline(Sheet *sheet, int row, int level);
void sheet_hide_gridlines(Sheet *sheet);
void sheet_tab(Sheet *sheet, uint32_t color);
void sheet_activate(Sheet *sheet); /* the one that is open at the start */
void sheet_protect(Sheet *sheet);  /* cells with an `unlocked` style stay open; no password */
/* Numbers kept as text here are meant so (codes): Excel shows no green corner. Once a sheet. */
void sheet_text_is_meant(Sheet *sheet, CellRange range);
/* For cover pages and forms, never inside a table. */
void sheet_merge(Sheet *sheet, int first_row, int first_column, int last_row, int last_column,
                 const char *text, const CellStyle *style);
/* A PNG with its alternative text, scaled to `height_pt`. */
void sheet_image(Sheet *sheet, int row, int column, const char *path, double height_pt,
                 const char *alt);

typedef struct {
    bool portrait;                       /* A4; across unless set */
    int pages_high;                      /* 0: as it comes; with pages_wide */
    int pages_wide;                      /* 0: as it comes; 1: one page wide */
    int first_row, last_row;             /* rows repeated on every page; -1: none */
    int last_used_row, last_used_column; /* print area from A1; -1: all */
    int scale;                           /* per cent; instead of pages_wide; 0: as it comes */
    const int *breaks;                   /* rows that begin a page; only with `scale` */
    int nbreak;
    const char *header, *footer; /* Excel's codes: "&L… &C… &R&P / &N"; literal & doubled */
    double margin_in;            /* 0: 0,5 */
} SheetPrint;
void sheet_print(Sheet *sheet, const SheetPrint *print);

/* Drop-downs and checks on input. A list up to 255 bytes goes into the rule; a longer one, and any
 * that other cells should see, is a range of a sheet. */
typedef struct {
    const char *const *list; /* NULL: use `source` */
    int nlist;
    const Sheet *source;
    CellRange range;
    const char *title, *message; /* shown when the cell is chosen; ≤ 32 and ≤ 255 characters */
    const char *error_title, *error; /* shown on a wrong value */
    bool warn_only;                  /* the value may stay */
} SheetChoice;
void sheet_choice(Sheet *sheet, CellRange where, const SheetChoice *choice);
/* Whole or decimal numbers low…high, dates low…high (days since 1970); NaN = no bound there. */
typedef enum { INPUT_INTEGER, INPUT_DECIMAL, INPUT_DATE } InputKind;
void sheet_input(Sheet *sheet, CellRange where, InputKind kind, double low, double high,
                 const SheetChoice *texts);

/* Conditional formats. */
/* Cells equal to `text` get the look; a look's number such as "\"● \"@" puts a sign before it. */
void sheet_when_text(Sheet *sheet, CellRange where, const char *text, const CellLook *look);
/* Cells where the formula (for the first cell of `where`) is true. */
void sheet_when(Sheet *sheet, CellRange where, const char *formula, const CellLook *look);
void sheet_data_bar(Sheet *sheet, CellRange where, uint32_t color);
void sheet_color_scale(Sheet *sheet, CellRange where, uint32_t low, uint32_t middle, uint32_t high);

/* A stable name for a range, made valid (see book_name_text). A name that the workbook has already
 * becomes one of the sheet; false if the sheet has it too, or it is longer than 127 bytes. */
bool book_name(Workbook *book, const char *name, const Sheet *sheet, CellRange range);
/* The valid form of a name, as book_name writes it: letters, digits, "_" and "."; what looks like a
 * cell gets "_" before it. */
char *book_name_text(Arena *arena, const char *name);

/* "A1", "$A$1", "'Lapa ā'!$A$1:$B$2" */
char *cell_address(Arena *arena, int row, int column);
char *cell_address_fixed(Arena *arena, int row, int column);
char *range_address(Arena *arena, const Sheet *sheet, CellRange range);

/* Charts: Excel's own, over cells of sheets. */
typedef enum {
    SHEET_CHART_BAR, /* horizontal */
    SHEET_CHART_BAR_STACKED,
    SHEET_CHART_BAR_PERCENT,
    SHEET_CHART_COLUMN,
    SHEET_CHART_COLUMN_STACKED,
    SHEET_CHART_LINE,    /* categories along x */
    SHEET_CHART_SCATTER, /* markers; a series with line_pt > 0 is joined */
    SHEET_CHART_AREA_STACKED
} SheetChartKind;
typedef enum {
    SHEET_MARK_NONE,
    SHEET_MARK_DISC,
    SHEET_MARK_SQUARE,
    SHEET_MARK_DIAMOND,
    SHEET_MARK_TRIANGLE,
    SHEET_MARK_BAR,
    SHEET_MARK_DASH,
    SHEET_MARK_CROSS
} SheetMark;
typedef enum {
    LABEL_NONE,
    LABEL_DEFAULT,
    LABEL_RIGHT,
    LABEL_LEFT,
    LABEL_ABOVE,
    LABEL_BELOW,
    LABEL_CENTRE,
    LABEL_INSIDE_END,
    LABEL_OUTSIDE_END
} LabelPlace;
typedef struct {
    const char *name;     /* in the legend */
    const Sheet *sheet;   /* where its cells are */
    CellRange categories; /* or x values of a scatter; first_row -1: none */
    CellRange values;
    uint32_t fill;  /* bars; 0 = none (invisible, for a base under a stack) */
    double line_pt; /* 0: no line */
    uint32_t line;
    bool dashed;
    int transparency; /* of fill and line, per cent */
    SheetMark mark;
    int mark_size; /* 2–72 points; 0: 7 */
    uint32_t mark_color;
    bool outlined; /* mark with a dark line around */
    bool hollow;   /* mark filled white */
    LabelPlace labels;
    const char *label_number;       /* format of the labels; NULL: as the cells */
    const char *const *label_texts; /* one a point, NULL: the value, "": none; NULL: values */
    uint32_t label_color;
    const uint32_t *point_fill; /* one colour a point, 0: the series' own; NULL */
    int npoint;
    bool bar_fixed; /* error bars of a fixed length (horizontal or vertical) */
    double bar_length;
    bool bar_horizontal;
    bool in_legend;
} SheetSeries;
typedef struct {
    const char *title;
    const char *number;     /* format of the labels */
    double low, high, step; /* NaN: as it comes */
    bool reversed, hidden;  /* hidden: no labels and no line */
    bool gridlines;
    bool crossing_max;  /* the other axis crosses at the greatest value */
    double crossing;    /* where the other axis crosses; NaN: as it comes */
    bool hidden_labels; /* the line stays */
    bool labels_low;    /* labels at the low end, also with negative values */
    bool logarithmic;
    bool labels_rotated;
} SheetAxis;
typedef struct {
    SheetChartKind kind;
    const char *title, *alt;
    const SheetSeries *series;
    int nseries;
    SheetAxis x, y; /* x: categories or x values, also when they stand upright in a bar chart */
    bool legend;
    int gap, overlap; /* per cent of a bar; 0: 67 and 0 */
    bool high_low;    /* line charts: a line from the lowest to the highest series */
    uint32_t high_low_color;
    double high_low_pt;
    double width_pt, height_pt;
    double left_pt; /* from the left edge of its cell */
} SheetChart;
void sheet_chart(Sheet *sheet, int row, int column, const SheetChart *chart);

#endif
