/* The one list of chart kinds and the functions that lay them out. */
#ifndef REPORT_CHART_KINDS_H
#define REPORT_CHART_KINDS_H

#include "report/chart.h"

#define CHART_KINDS                                                                                \
    CHART(CHART_BARS, chart_bars)                                                                  \
    CHART(CHART_LINES, chart_lines)                                                                \
    CHART(CHART_MULTIPLES, chart_multiples)                                                        \
    CHART(CHART_FOREST, chart_forest)                                                              \
    CHART(CHART_DOTS, chart_dots)                                                                  \
    CHART(CHART_BULLET, chart_bullet)                                                              \
    CHART(CHART_CARDS, chart_cards)                                                                \
    CHART(CHART_TILES, chart_tiles)                                                                \
    CHART(CHART_GRID, chart_grid)

#define CHART(kind, function) ChartDraw function;
CHART_KINDS
#undef CHART

#endif
