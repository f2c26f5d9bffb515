/* What the files around libharu share. Only report/pdf_*.c that include this see hpdf.h. */
#ifndef REPORT_PDF_INTERNAL_H
#define REPORT_PDF_INTERNAL_H

#include "core/text.h"
#include "report/pdf.h"

#include <hpdf.h>

typedef struct {
    HPDF_Font font;
    unsigned char used[65536 / 8];
    const char *name; /* in page resources */
} PdfFace;

typedef struct {
    HPDF_Page page;
    HPDF_Array elements; /* the elements of its marked content, by MCID */
    double width, height;
    int nmark;
    bool face[FACE_COUNT]; /* in its resources */
} PdfPage;

/* Graphics state as last written to the content stream. */
typedef struct {
    Color fill, stroke;
    bool filled, stroked;
    double width;
    int dash_on, dash_off;
    double alpha;
    Face face;
    double size;
    double tracking;
} PdfState;

struct Pdf {
    Arena *arena, *page_arena; /* of the document, of the page's content */
    Arena *scratch;            /* emptied after each text */
    Fonts *fonts;
    Diag *diag;
    const Document *document;
    const char *path;
    HPDF_Doc doc;
    HPDF_STATUS error;
    PdfFace face[FACE_COUNT];
    PdfPage *pages;
    int npage, page_capacity;
    PdfPage *page; /* being drawn */
    Buffer content;
    PdfState state;
    bool open; /* inside marked content */
    /* structure */
    HPDF_Dict root;
    HPDF_Array parents; /* Nums of the parent tree */
    int nkey;
    HPDF_Outline outline[4];
    HPDF_Array files; /* AF of the catalog */
    struct {
        double alpha;
        HPDF_ExtGState state;
    } alpha[8];
    int nalpha;
};

/* Objects. */
HPDF_Dict pdf_dict(Pdf *pdf); /* indirect */
HPDF_Dict pdf_stream(Pdf *pdf, const void *bytes, size_t size, bool packed);
/* UTF-8 as a PDF text string in UTF-16. */
HPDF_Binary pdf_string(Pdf *pdf, const char *text);
HPDF_Array pdf_numbers(Pdf *pdf, const double *numbers, int count);
HPDF_Array pdf_destination(Pdf *pdf, int page, double y);
void pdf_write(Pdf *pdf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A number as PDF wants it, at most two decimals, no trailing zeros. */
const char *pdf_number(double number, char *out);
bool pdf_failed(const Pdf *pdf);

/* The font object of a face, loaded when first used and put into the page's resources. */
const PdfFace *pdf_face(Pdf *pdf, Face face);
void pdf_face_use(Pdf *pdf, Face face, uint16_t code);
void pdf_faces_finish(Pdf *pdf);
/* What can only be mended once the descriptors exist. */
void pdf_faces_amend(Pdf *pdf);

/* Catalog entries: XMP, language, output intent, structure. */
void pdf_catalog(Pdf *pdf);
void pdf_structure_open(Pdf *pdf);
void pdf_structure_close(Pdf *pdf);
size_t pdf_srgb(unsigned char *out, size_t room);

/* Packs a finished PDF with object streams and an ID made from its content. */
bool pdf_pack(Pdf *pdf, const void *bytes, size_t size);

#endif
