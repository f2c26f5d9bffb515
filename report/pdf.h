/* A PDF under construction, without libharu's types: pages, marks, text, tags, links, bookmarks.
 * Coordinates are points from the top left. Every drawing stands between pdf_begin (a tag) or
 * pdf_artifact and pdf_end. The first fault is kept and makes pdf_save fail. */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include "report/pdf_font.h"

typedef struct Pdf Pdf;

/* An element of the structure tree. Made while laying out; it enters the file when something is
 * drawn in it. The public fields may be set until then. */
typedef struct Tag Tag;
struct Tag {
    const char *type; /* Document, Sect, H1, P, Table, … */
    Tag *parent;
    const char *alt, *lang, *title;
    const char *scope;     /* TH: Column, Row */
    int column_span;       /* TD, TH: > 1 */
    const char *numbering; /* L: Decimal, Disc */
    const char *id;        /* Note */
    bool boxed;            /* Figure: box holds its place on the page */
    Box box;
    void *element; /* of the file, once there */
};
Tag *tag_new(Arena *arena, Tag *parent, const char *type);

Pdf *pdf_open(Arena *arena, Fonts *fonts, Diag *diag, const Document *document, const char *path);
void pdf_page_add(Pdf *pdf, double width, double height);
/* What follows goes to page `index` (from 0); pages are drawn in order, each once. */
void pdf_page_start(Pdf *pdf, int index);
void pdf_page_end(Pdf *pdf);

/* Structure. */
void pdf_begin(Pdf *pdf, Tag *tag);
void pdf_artifact(Pdf *pdf, const char *type, const char *subtype); /* NULL: layout, no subtype */
void pdf_end(Pdf *pdf);

/* Drawing. A text is one line with its base line at y; returns its width. */
double pdf_text(Pdf *pdf, double x, double y, const TextStyle *style, const char *text);
/* As pdf_text, turned by degrees about x, y. */
double pdf_text_turned(Pdf *pdf, double x, double y, const TextStyle *style, double degrees,
                       const char *text);
/* The hyphen of a broken word: drawn, but read as a soft hyphen. */
void pdf_hyphen(Pdf *pdf, double x, double y, const TextStyle *style);
/* Texts in between carry this figure id as a property of marked content. */
void pdf_figure_begin(Pdf *pdf, const char *figure);
void pdf_figure_end(Pdf *pdf);
void pdf_marks(Pdf *pdf, double x, double y, const Canvas *canvas);
void pdf_rect(Pdf *pdf, double x, double y, double width, double height, Color fill);
void pdf_rule(Pdf *pdf, double x, double y, double width, double weight, Color color);
/* A PNG scaled into a box, kept in proportion, at its left edge; false after a warning. */
bool pdf_image(Pdf *pdf, const char *path, double x, double y, double width, double height);

/* Navigation. `target` < 0: `url`. */
void pdf_link(Pdf *pdf, Tag *tag, Box area, int target, double target_y, const char *url,
              const char *contents);
void pdf_bookmark(Pdf *pdf, int level, const char *title, int page, double y);
void pdf_attach(Pdf *pdf, const Attached *file); /* with its bytes */

/* Finishes fonts and structure, packs and writes; false after reporting the first fault. */
bool pdf_save(Pdf *pdf);
void pdf_close(Pdf *pdf);

#endif
