/* The tile map's grid: one square a municipality. */
#ifndef REPORT_CHART_TILE_H
#define REPORT_CHART_TILE_H

#include <stdbool.h>

enum { TILE_COUNT = 42, TILE_COLUMNS = 11, TILE_ROWS = 6 };
typedef struct {
    const char *atvk, *label;
    int region;      /* index in REGION_STYLE */
    int column, row; /* from 1 */
    bool city;       /* one of the seven state cities that are municipalities of their own */
} Tile;
extern const Tile TILES[TILE_COUNT];

#endif
