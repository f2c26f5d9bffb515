/* Charts as geometry: a chart node's table with roles becomes a list of marks (lines, polygons,
 * circles, texts) in points, origin top left, y downwards. Nothing is drawn here and no PDF is
 * known; the renderer draws marks, tests walk their boxes. The same marks make badges, status
 * shapes and the EU emblem. */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "report/document.h"
#include "report/style.h"

typedef struct {
    double x, y;
} Point;

typedef enum { ANCHOR_LEFT, ANCHOR_MIDDLE, ANCHOR_RIGHT } Anchor;
typedef enum { MARK_PATH, MARK_CIRCLE, MARK_TEXT } MarkKind;

/* How a path or circle is painted; a text takes `fill`. */
typedef struct {
    bool filled, stroked;
    Color fill, stroke;
    double width;          /* of the stroke */
    double alpha;          /* of the fill, 0 counts as 1 */
    int dash_on, dash_off; /* 0 = solid; whole points */
} Paint;

typedef struct {
    MarkKind kind;
    Paint paint;
    const Point *points; /* path */
    int npoint;
    bool closed;
    double x, y; /* circle: centre; text: anchor on the base line */
    double radius;
    const char *text;
    Face face;
    double size;
    Anchor anchor;
    double turn; /* text: degrees anticlockwise about the anchor */
    double tracking;
    double text_width;  /* measured, without tracking */
    bool loose;         /* text that is meant to lie over other marks (a value in its bar) */
    const char *figure; /* figure id of a printed number, or NULL */
} Mark;

/* Width of a text in points; the renderer measures with the faces it will draw with. */
typedef struct {
    double (*width)(void *user, Face face, double size, const char *text);
    void *user;
} Measure;

/* A list of marks under construction. */
typedef struct {
    Arena *arena;
    const Measure *measure;
    Lang lang;
    Mark *marks;
    int nmark, capacity;
    double width, height; /* of what was drawn: set by the one who draws */
} Canvas;

Canvas canvas_open(Arena *arena, const Measure *measure, Lang lang, double width);

Paint paint_fill(Color color);
Paint paint_line(Color color, double width);
Paint paint_dash(Color color, double width, int on, int off);
Paint paint_both(Color fill, Color stroke, double width);

Mark *canvas_line(Canvas *canvas, double x1, double y1, double x2, double y2, Paint paint);
Mark *canvas_rect(Canvas *canvas, double x, double y, double width, double height, Paint paint);
/* The points are copied. */
Mark *canvas_path(Canvas *canvas, const Point *points, int npoint, bool closed, Paint paint);
Mark *canvas_circle(Canvas *canvas, double x, double y, double radius, Paint paint);
Mark *canvas_text(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                  Color color, const char *text);
/* A region's or series' marker, `radius` as of a disc of the same weight. */
void canvas_marker(Canvas *canvas, double x, double y, double radius, Marker marker, Paint paint);
/* 45° hatch over a rectangle with an outline: a hidden value. */
void canvas_hatch(Canvas *canvas, double x, double y, double width, double height);
/* Status shape, 9 pt across, centred at x, y. */
void canvas_status(Canvas *canvas, double x, double y, const char *code);
/* Four discs of a grade and five bars of a Maryland level; left end at x, middle at y. */
void canvas_grade(Canvas *canvas, double x, double y, int level);
void canvas_maryland(Canvas *canvas, double x, double base, int level);
/* The emblem of the European Union, height h, top left at x, y. */
void canvas_emblem(Canvas *canvas, double x, double y, double height);
/* Appends another canvas's marks, shifted. */
void canvas_add(Canvas *canvas, const Canvas *other, double dx, double dy);

double canvas_width(const Canvas *canvas, Face face, double size, const char *text);
/* Breaks a text at spaces into lines no wider than `width` (a longer word is cut with …); at most
 * `most` lines, the last ending in … if more is left. Returns their number. */
int canvas_wrap(const Canvas *canvas, Face face, double size, const char *text, double width,
                int most, const char ***lines);

/* The box of a mark: what a test compares. */
typedef struct {
    double left, top, right, bottom;
} Box;
Box mark_box(const Mark *mark);

/* A node's table by roles. */
typedef struct {
    const Document *document;
    const Node *node;
    const Table *table;
    Arena *arena;
    Lang lang;
} Data;
int data_column(const Data *data, Role role); /* -1 if there is none */
/* The number of a row in a role; NaN if it has none, is hidden or not delivered. */
double data_number(const Data *data, int row, Role role);
/* The text of a row in a role as its reader sees it; NULL if there is no such column. */
const char *data_text(const Data *data, int row, Role role);
/* The raw text of a cell (codes, keys); NULL if none. */
const char *data_code(const Data *data, int row, Role role);
CellState data_state(const Data *data, int row, Role role);
const char *data_figure(const Data *data, int row, Role role);
/* How numbers of a role are written; a plain number if there is no such column. */
Format data_format(const Data *data, Role role);
const char *data_write(const Data *data, Format format, double value);
/* The distinct texts of a role in order of appearance. */
int data_levels(const Data *data, Role role, const char ***levels);
/* The row that has these texts in two roles (NULL: any), or -1. */
int data_find(const Data *data, Role role, const char *text, Role role2, const char *text2);
/* Least and greatest finite number over roles; false if there is none. */
bool data_range(const Data *data, const Role *roles, int nrole, double *low, double *high);

/* A value axis: `low`–`high` at multiples of `step`, laid on `from`–`to` points. */
typedef struct {
    double low, high, step;
    double from, to;
    Format format;
} Axis;
/* Round limits that hold low and high, about `want` steps; `zero`: 0 is one of them. */
Axis axis_make(double low, double high, bool zero, int want, Format format);
double axis_at(const Axis *axis, double value);
/* The k-th gridline's value, false when past the end. */
bool axis_tick(const Axis *axis, int k, double *value);

/* One chart kind; fills canvas->height. */
typedef void ChartDraw(Canvas *canvas, const Data *data);

/* The marks of a chart node at a width. A chart without rows says so. */
Canvas chart_layout(Arena *arena, const Measure *measure, const Document *document,
                    const Node *node, double width);
/* The municipalities as squares in tints, for the cover. */
void chart_cover_map(Canvas *canvas);
/* Whether `node` is wanted at full width (cards, tiles, …) even where half is offered. */
bool chart_is_wide(ChartKind kind);

/* Alternative text of a chart from its data: kind, what is shown, extremes, each row where few. */
const char *chart_alt(Arena *arena, const Document *document, const Node *node);

#endif
