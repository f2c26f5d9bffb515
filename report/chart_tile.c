/* Where each municipality stands in the tile map: 11 columns, 6 rows, neighbours kept as far as a
 * grid allows. Codes of the classifier of administrative territories, as of 1 July 2025. */
#include "report/chart_tile.h"

const Tile TILES[TILE_COUNT] = {
    {"0035000", "Limbažu", 3, 6, 1, false},      {"0054000", "Valmieras", 3, 7, 1, false},
    {"0053000", "Valkas", 3, 8, 1, false},       {"0056000", "Ventspils n.", 0, 2, 2, false},
    {"0051000", "Talsu", 0, 3, 2, false},        {"0047000", "Saulkrastu", 2, 6, 2, false},
    {"0048000", "Siguldas", 2, 7, 2, false},     {"0049000", "Smiltenes", 3, 8, 2, false},
    {"0021000", "Alūksnes", 3, 9, 2, false},     {"0007000", "Ventspils", 0, 1, 3, true},
    {"0033000", "Kuldīgas", 0, 2, 3, false},     {"0052000", "Tukuma", 0, 3, 3, false},
    {"0004000", "Jūrmala", 2, 4, 3, true},       {"0001000", "Rīga", 2, 5, 3, true},
    {"0023000", "Ādažu", 2, 6, 3, false},        {"0044000", "Ropažu", 2, 7, 3, false},
    {"0026000", "Cēsu", 3, 8, 3, false},         {"0029000", "Gulbenes", 3, 9, 3, false},
    {"0024000", "Balvu", 1, 10, 3, false},       {"0005000", "Liepāja", 0, 1, 4, true},
    {"0027000", "Dienvidkurz.", 0, 2, 4, false}, {"0046000", "Saldus", 0, 3, 4, false},
    {"0039000", "Mārupes", 2, 4, 4, false},      {"0041000", "Olaines", 2, 5, 4, false},
    {"0034000", "Ķekavas", 2, 6, 4, false},      {"0045000", "Salaspils", 2, 7, 4, false},
    {"0040000", "Ogres", 3, 8, 4, false},        {"0038001", "Madonas", 3, 9, 4, false},
    {"0043000", "Rēzeknes n.", 1, 10, 4, false}, {"0037000", "Ludzas", 1, 11, 4, false},
    {"0028000", "Dobeles", 4, 3, 5, false},      {"0003000", "Jelgava", 4, 4, 5, true},
    {"0030000", "Jelgavas n.", 4, 5, 5, false},  {"0025000", "Bauskas", 4, 6, 5, false},
    {"0020000", "Aizkraukles", 4, 7, 5, false},  {"0031000", "Jēkabpils n.", 4, 8, 5, false},
    {"0036000", "Līvānu", 1, 9, 5, false},       {"0042000", "Preiļu", 1, 10, 5, false},
    {"0006000", "Rēzekne", 1, 11, 5, true},      {"0002000", "Daugavpils", 1, 9, 6, true},
    {"0022000", "Augšdaugav.", 1, 10, 6, false}, {"0032000", "Krāslavas", 1, 11, 6, false},
};
