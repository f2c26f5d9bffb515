/* Faces as HarfBuzz sees them: widths, kerning, and which signs a face has. A run is what one face
 * draws; signs it lacks go to the fallback face, and signs that no face has are remembered as a
 * fault. Measuring and drawing use the same runs, so they agree. */
#ifndef REPORT_PDF_FONT_H
#define REPORT_PDF_FONT_H

#include "core/diag.h"
#include "report/chart.h"

#include <stdint.h>

typedef struct Fonts Fonts;

typedef struct {
    Face face;
    int count;
    const uint16_t *codes; /* BMP code points, which are the CIDs of the PDF font */
    const double *advance; /* nominal, thousandths of the size */
    const double *kern;    /* to add after each sign, thousandths */
    double width;          /* of all, thousandths */
} GlyphRun;

Fonts *fonts_open(Arena *arena, Diag *diag);
void fonts_close(Fonts *fonts);

/* The file of a face; NULL after reporting that it is not installed. */
const char *fonts_file(Fonts *fonts, Face face);
/* The runs of a text, in `arena`. */
int fonts_shape(Fonts *fonts, Arena *arena, Face face, const char *text, const GlyphRun **runs);
/* Width in points, cached. */
double fonts_width(Fonts *fonts, Face face, double size, const char *text);
double fonts_space(Fonts *fonts, Face face, double size);
Measure fonts_measure(Fonts *fonts);
/* False after reporting the first sign that no face has, or a face that is not installed. */
bool fonts_good(Fonts *fonts);

#endif
