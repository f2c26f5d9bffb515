/* Pages: slabs get their places, pages know their section, and everything that can be referred to
 * gets its page. Laying out is repeated until page numbers in the text stand still. */
#ifndef REPORT_PDF_BOOK_H
#define REPORT_PDF_BOOK_H

#include "report/pdf_flow.h"

typedef struct {
    const Slab *slab;
    double y;
    bool repeated; /* a table's head again: an artifact */
} Placed;

typedef struct {
    Placed *list;
    int count, capacity;
    double width, height, bottom;
    const Node *section; /* heading of level 1 that holds at its top */
    double feet;         /* height of its footnotes, 0 if it has none */
    bool cover;
} Page;

typedef struct {
    const Node *node;
    int page; /* from 0 */
    double y;
} Spot;

/* A footnote laid out: its number, its lines. */
typedef struct {
    const Node *node;
    const Slab *slab;
} Footnote;

typedef struct {
    Arena *kept;  /* outlives the passes */
    Arena *arena; /* of the last pass */
    Fonts *fonts;
    Diag *diag;
    const Document *document;
    Measure measure;
    Setter setter;
    Tag *root;
    Flow flow;
    Page *pages;
    int npage, page_capacity;
    Spot *spots;
    int nspot, spot_capacity;
    Node *contents; /* heading of the contents */
    Footnote *notes;
    int nnote;
} Book;

/* Lays out and breaks into pages. */
void book_make(Book *book);
/* The spot of a node or of an anchor ("#x" or "x"); NULL if it is nowhere. */
const Spot *book_spot(const Book *book, const Node *node);
const Spot *book_anchor(const Book *book, const char *anchor);
void book_paginate(Book *book);
/* The contents as slabs, before the body. */
void contents_flow(Layout *layout, Book *book);
const char *heading_text(Arena *arena, const Node *heading);

/* Footnotes: laid out before pages are made, drawn where their marks are (pdf_notes.c). */
void notes_layout(Layout *layout, Book *book);
void notes_draw(Pdf *pdf, const Book *book, int page);
/* Where the note of a mark stands, for its link. */
const Spot *notes_spot(const Book *book, int number);
#define FEET_GAP 12.0 /* between the text and its footnotes, with the rule */

void slab_draw(Pdf *pdf, const Book *book, const Slab *slab, double y, bool artifact);

/* Drawing. */
void cover_draw(Pdf *pdf, const Book *book, Tag *tag);
void ensemble_draw(Pdf *pdf, const Book *book, Tag *tag, double y, double height);
/* Owner and kind, headline and subtitle of a brief: slabs of the first page. */
void brief_flow(Layout *layout, const Book *book);
void furniture_draw(Pdf *pdf, const Book *book, int page);
void page_draw(Pdf *pdf, const Book *book, int page);

/* What a page holds, for tests: every text line and every table or chart, as boxes. */
typedef struct {
    int page;
    Box box;
    const char *text; /* NULL: a frame of marks */
} PlacedBox;
int book_boxes(const Book *book, Arena *arena, const PlacedBox **boxes);
/* A book ready to be drawn; NULL after a reported fault. For the renderer and for tests. */
Book *layout_open(Arena *arena, const Document *document, Diag *diag);
void layout_close(Book *book);

#endif
