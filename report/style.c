/* The style sheet: every face, size, colour and marker of printed reports. */
#include "report/style.h"

#include "core/arena.h"

#include <string.h>

#define INK COLOR(0x1D2730)
#define TEXT2 COLOR(0x55626E)
#define ACCENT COLOR(0x0B5563)

const Color COLOR_INK = INK, COLOR_TEXT2 = TEXT2, COLOR_MARK = COLOR(0x8692A0),
            COLOR_RULE = COLOR(0xC5CDD5), COLOR_HAIR = COLOR(0xE1E6EB),
            COLOR_PANEL = COLOR(0xF3F5F7), COLOR_STAMP = COLOR(0xFBEBCB), COLOR_ACCENT = ACCENT,
            COLOR_WHITE = COLOR(0xFFFFFF), COLOR_SIGNAL = COLOR(0x9A6200),
            COLOR_MET = COLOR(0x1F6F4A), COLOR_ON_TRACK = COLOR(0x1F6F8B),
            COLOR_OFF = COLOR(0xA8281F), COLOR_EU_BLUE = COLOR(0x003399),
            COLOR_EU_YELLOW = COLOR(0xFFCC00);

const Color COLOR_SEQUENTIAL[SEQUENTIAL_COUNT] = {COLOR(0xFFFFFF), COLOR(0xE3EEF0), COLOR(0xB3D0D4),
                                                  COLOR(0x6AA3AB), COLOR(0x0B5563)};
const Color COLOR_LIKERT[LIKERT_COUNT] = {COLOR(0xA45C1E), COLOR(0xE3BE92), COLOR(0xE1E6EB),
                                          COLOR(0x8DBAC1), COLOR(0x0B5563)};
const Color COLOR_COVER[REGION_COUNT] = {COLOR(0x0B5563), COLOR(0x3C7681), COLOR(0x6C98A0),
                                         COLOR(0x9DBBC0), COLOR(0xC6D9DC)};

const RegionStyle REGION_STYLE[REGION_COUNT] = {
    {"Kurzeme", COLOR(0x2463A0), MARKER_DISC, false},
    {"Latgale", COLOR(0xC4573A), MARKER_SQUARE, false},
    {"Rīga", COLOR(0x4A2C60), MARKER_DIAMOND, false},
    {"Vidzeme", COLOR(0x56A985), MARKER_UP, true},
    {"Zemgale", COLOR(0xE6B84A), MARKER_DOWN, true},
};

const TextStyle TEXT_STYLE[STYLE_COUNT] = {
    [STYLE_COVER_TITLE] = {FACE_SANS_BOLD, 38, 42, INK, -0.4},
    [STYLE_BRIEF_HEAD] = {FACE_SANS_BOLD, 29, 32, INK, -0.3},
    [STYLE_H1] = {FACE_SANS_BOLD, 22, 26, INK, 0},
    [STYLE_H2] = {FACE_SANS_BOLD, 15, 19, INK, 0},
    [STYLE_H3] = {FACE_SANS_BOLD, 11.5, 14.5, INK, 0},
    [STYLE_COVER_SUBTITLE] = {FACE_SERIF, 16, 22, INK, 0},
    [STYLE_LEAD] = {FACE_SERIF, 13, 18.5, INK, 0},
    [STYLE_BODY] = {FACE_SERIF, 10.5, 14.5, INK, 0},
    [STYLE_CALLOUT] = {FACE_SERIF, 10, 13.5, INK, 0},
    [STYLE_FOOTNOTE] = {FACE_SERIF, 8.5, 11, INK, 0},
    [STYLE_TABLE] = {FACE_SANS, 9, 12, INK, 0},
    [STYLE_TABLE_DENSE] = {FACE_SANS, 8.5, 11, INK, 0},
    [STYLE_TABLE_HEAD] = {FACE_SANS_BOLD, 8.5, 10.5, INK, 0},
    [STYLE_TABLE_BELOW] = {FACE_SANS, 8, 10.5, TEXT2, 0},
    [STYLE_FIGURE_NUMBER] = {FACE_SANS_BOLD, 8, 11, ACCENT, 0},
    [STYLE_FIGURE_TITLE] = {FACE_SANS_BOLD, 11, 14, INK, 0},
    [STYLE_FIGURE_SUBTITLE] = {FACE_SANS, 9, 12, TEXT2, 0},
    [STYLE_FIGURE_NOTE] = {FACE_SANS, 7.5, 10, TEXT2, 0},
    [STYLE_MARGIN] = {FACE_SANS, 8, 11, TEXT2, 0},
    [STYLE_HEADER] = {FACE_SANS, 8, 11, TEXT2, 0},
    [STYLE_FOOTER_PAGE] = {FACE_SANS_BOLD, 8.5, 11, INK, 0},
    [STYLE_STAMP] = {FACE_SANS_BOLD, 8, 11, INK, 0.5},
    [STYLE_OWNER] = {FACE_SANS_BOLD, 11, 14, INK, 0},
    [STYLE_KIND] = {FACE_SANS_BOLD, 10, 13, ACCENT, 0},
    [STYLE_FACT] = {FACE_SANS, 9, 12, INK, 0},
    [STYLE_CONTENTS_1] = {FACE_SANS_BOLD, 10.5, 14.5, INK, 0},
    [STYLE_CONTENTS_2] = {FACE_SANS, 10, 14.5, INK, 0},
    [STYLE_CONTENTS_SIDE] = {FACE_SANS, 8.5, 11, INK, 0},
};

bool color_same(Color left, Color right)
{
    return left.red == right.red && left.green == right.green && left.blue == right.blue;
}

int region_index(const char *name)
{
    if (!name)
        return -1;
    for (int i = 0; i < REGION_COUNT; i++)
        if (strncmp(name, REGION_STYLE[i].name, strlen(REGION_STYLE[i].name)) == 0)
            return i;
    return strncmp(name, "Riga", 4) == 0 ? 2 : -1;
}

Face face_variant(Face face, bool bold, bool italic)
{
    int slant = (bold ? 2 : 0) + (italic ? 1 : 0);
    if (face <= FACE_SERIF_BOLD_ITALIC)
        return (Face)((int)FACE_SERIF | ((int)face - (int)FACE_SERIF) | slant);
    if (face <= FACE_SANS_BOLD_ITALIC)
        return (Face)((int)FACE_SANS + (((int)face - (int)FACE_SANS) | slant));
    return face;
}
