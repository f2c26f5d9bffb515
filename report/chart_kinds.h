/* The one list of chart kinds and the functions that lay them out. */
#ifndef REPORT_CHART_KINDS_H
#define REPORT_CHART_KINDS_H

#include "report/chart.h"

#define CHART_KINDS                                                                                \
    CHART(CHART_BARS, chart_bars)                                                                  \
    CHART(CHART_STACKED, chart_stacked)                                                            \
    CHART(CHART_LINES, chart_lines)                                                                \
    CHART(CHART_FOREST, chart_forest)                                                              \
    CHART(CHART_EVENT_STUDY, chart_event_study)                                                    \
    CHART(CHART_FUNNEL, chart_funnel)                                                              \
    CHART(CHART_CONTROL, chart_control)                                                            \
    CHART(CHART_LIKERT, chart_likert)                                                              \
    CHART(CHART_DOTS, chart_dots)                                                                  \
    CHART(CHART_BULLET, chart_bullet)                                                              \
    CHART(CHART_CARDS, chart_cards)                                                                \
    CHART(CHART_TILES, chart_tiles)                                                                \
    CHART(CHART_FLOW, chart_flow)                                                                  \
    CHART(CHART_MULTIPLES, chart_multiples)                                                        \
    CHART(CHART_GRID, chart_grid)                                                                  \
    CHART(CHART_CALENDAR, chart_calendar)                                                          \
    CHART(CHART_LOVE, chart_love)                                                                  \
    CHART(CHART_LORENZ, chart_lorenz)                                                              \
    CHART(CHART_SPECIFICATION, chart_specification)                                                \
    CHART(CHART_RISKS, chart_risks)                                                                \
    CHART(CHART_GANTT, chart_gantt)                                                                \
    CHART(CHART_THEORY, chart_theory)

#define CHART(kind, function) ChartDraw function;
CHART_KINDS
#undef CHART

#endif
