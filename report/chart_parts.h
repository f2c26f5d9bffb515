/* Parts that several chart kinds share: axes with gridlines, series styles, legends, labels that
 * make way for each other. */
#ifndef REPORT_CHART_PARTS_H
#define REPORT_CHART_PARTS_H

#include "report/chart.h"

#define LABEL_SIZE 8.5
#define AXIS_SIZE 8.0
#define SMALL_SIZE 7.0
#define AXIS_ROOM 16.0 /* under a chart, for its value labels */

/* Gridlines at the ticks of a value axis, with labels below (vertical) or at the left. */
void part_grid_x(Canvas *canvas, const Data *data, const Axis *axis, double top, double bottom);
void part_ticks_x(Canvas *canvas, const Data *data, const Axis *axis, double y);
void part_grid_y(Canvas *canvas, const Data *data, const Axis *axis, double left, double right);
/* Room that the labels of a vertical axis need at the left. */
double part_axis_width(const Canvas *canvas, const Data *data, const Axis *axis);

typedef struct {
    Color color;
    Marker marker;
    bool open;     /* marker: white inside */
    bool outlined; /* marker and fill get a thin line of ink */
    double width;  /* of its line */
    int dash_on, dash_off;
} SeriesStyle;
/* The look of series k of n: main in the accent, comparison grey; regions by their own colours. */
SeriesStyle part_series(const Data *data, const char *name, int k, int n);
Paint part_series_fill(const SeriesStyle *style);
void part_series_marker(Canvas *canvas, double x, double y, double radius,
                        const SeriesStyle *style);
/* Swatches with names from x on, wrapped at the canvas's width; returns the height used. */
double part_legend(Canvas *canvas, const Data *data, double x, double y, const char **names,
                   int nname);

/* Moves values apart so that neighbours are at least `gap` from each other, within low–high. */
void part_spread(double *values, int count, double gap, double low, double high);

/* A label column: width wanted for texts of a role, at most `most`. */
double part_label_width(const Canvas *canvas, const Data *data, Role role, Face face, double size,
                        double most);
/* A label in up to two lines, its middle at y, right- or left-aligned at x. */
void part_label(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                Color color, const char *text, double width);
/* A text on one line, cut with … where it is wider than `width`. */
Mark *part_cut(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
               Color color, const char *text, double width);
/* Title of a panel, on one line. */
void part_title(Canvas *canvas, double y, const char *text);
/* Not delivered: dashed ring; hidden: hatch and an ellipsis on a plate. */
void part_missing(Canvas *canvas, double x, double y, CellState state);
bool part_is_own(const Data *data, const char *label); /* names the document's region */
/* A text of the chart on a white ground, so that no line runs through it. */
Mark *part_plate(Canvas *canvas, double x, double y, Anchor anchor, Face face, double size,
                 Color color, const char *text);

#endif
