/* The look of printed reports in one place: faces, sizes, colours, spaces. Points throughout. A
 * renderer or chart names a use (STYLE_BODY) and never a number of its own where one stands here.
 */
#ifndef REPORT_STYLE_H
#define REPORT_STYLE_H

#include <stdbool.h>

typedef enum {
    FACE_SERIF,
    FACE_SERIF_ITALIC,
    FACE_SERIF_BOLD,
    FACE_SERIF_BOLD_ITALIC,
    FACE_SANS,
    FACE_SANS_ITALIC,
    FACE_SANS_BOLD,
    FACE_SANS_BOLD_ITALIC,
    FACE_EMBLEM,   /* the statement beside the EU emblem */
    FACE_FALLBACK, /* for signs the others lack */
    FACE_COUNT
} Face;

typedef struct {
    unsigned char red, green, blue;
} Color;
#define COLOR(hex)                                                                                 \
    {                                                                                              \
        ((hex) >> 16) & 0xFF, ((hex) >> 8) & 0xFF, (hex)&0xFF                                      \
    }

extern const Color COLOR_INK, COLOR_TEXT2, COLOR_MARK, COLOR_RULE, COLOR_HAIR, COLOR_PANEL,
    COLOR_STAMP, COLOR_ACCENT, COLOR_WHITE, COLOR_SIGNAL, COLOR_MET, COLOR_ON_TRACK, COLOR_OFF,
    COLOR_EU_BLUE, COLOR_EU_YELLOW;
enum { SEQUENTIAL_COUNT = 5, LIKERT_COUNT = 5, REGION_COUNT = 5 };
extern const Color COLOR_SEQUENTIAL[SEQUENTIAL_COUNT], COLOR_LIKERT[LIKERT_COUNT];
/* tints of the cover map, in the order of the regions below */
extern const Color COLOR_COVER[REGION_COUNT];

bool color_same(Color left, Color right);

typedef enum { MARKER_DISC, MARKER_SQUARE, MARKER_DIAMOND, MARKER_UP, MARKER_DOWN } Marker;
typedef struct {
    const char *name; /* Kurzeme, Latgale, Rīga, Vidzeme, Zemgale: alphabetical, fixed */
    Color color;
    Marker marker;
    bool outlined;
} RegionStyle;
extern const RegionStyle REGION_STYLE[REGION_COUNT];
/* Index in REGION_STYLE of a region named in full or in short ("Rīgas plānošanas reģions"), or -1.
 */
int region_index(const char *name);

/* Uses of type. */
typedef enum {
    STYLE_COVER_TITLE,
    STYLE_BRIEF_HEAD,
    STYLE_H1,
    STYLE_H2,
    STYLE_H3,
    STYLE_COVER_SUBTITLE,
    STYLE_LEAD,
    STYLE_BODY,
    STYLE_CALLOUT,
    STYLE_FOOTNOTE,
    STYLE_TABLE,
    STYLE_TABLE_DENSE,
    STYLE_TABLE_HEAD,
    STYLE_TABLE_BELOW,
    STYLE_FIGURE_NUMBER,
    STYLE_FIGURE_TITLE,
    STYLE_FIGURE_SUBTITLE,
    STYLE_FIGURE_NOTE,
    STYLE_MARGIN,
    STYLE_HEADER,
    STYLE_FOOTER_PAGE,
    STYLE_STAMP,
    STYLE_OWNER,
    STYLE_KIND,
    STYLE_FACT,
    STYLE_CONTENTS_1,
    STYLE_CONTENTS_2,
    STYLE_CONTENTS_SIDE,
    STYLE_COUNT
} StyleUse;
typedef struct {
    Face face;
    double size, leading;
    Color color;
    double tracking; /* extra between letters */
} TextStyle;
extern const TextStyle TEXT_STYLE[STYLE_COUNT];

/* Bold or italic of a face's family. */
Face face_variant(Face face, bool bold, bool italic);

/* The page. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define PAGE_MARGIN 56.7
#define PAGE_TOP 56.0
#define PAGE_BOTTOM 784.0
#define CONTENT_WIDTH 481.9
#define PROSE_WIDTH 317.3
#define LEAD_WIDTH 440.0
#define MARGIN_X 352.0
#define MARGIN_WIDTH 129.9
#define PAIR_GUTTER 14.0
#define HEADER_Y 36.0
#define HEADER_RULE_Y 42.0
#define FOOTER_RISE 30.0
#define STAMP_HEIGHT 15.0
#define ENSEMBLE_Y 768.0
#define ENSEMBLE_HEIGHT 42.5
#define ENSEMBLE_Y_BRIEF 762.0
#define ENSEMBLE_HEIGHT_BRIEF 34.0

/* Spaces. */
#define SPACE_H2 29.0
#define SPACE_H3 14.5
#define SPACE_AFTER_HEADING 7.25
#define SPACE_FIGURE 21.75
#define SPACE_PARAGRAPH 7.25
#define SPACE_ITEM 3.625
#define CELL_PAD_Y 3.0
#define CELL_PAD_X 6.0
#define CALLOUT_PAD_Y 7.0
#define CALLOUT_PAD_X 10.0
#define CALLOUT_BAR 2.5

#endif
