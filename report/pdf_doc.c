/* The PDF document: handle and error latch, pages, metadata, saving. libharu makes the objects; the
 * content streams are written here and in pdf_draw.c. */
#include "report/pdf_internal.h"

#include "report/phrase.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

static void keep_first(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)detail;
    Pdf *pdf = user;
    if (!pdf->error)
        pdf->error = error;
}

bool pdf_failed(const Pdf *pdf)
{
    return pdf->error != 0;
}

HPDF_Dict pdf_dict(Pdf *pdf)
{
    HPDF_Dict dict = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Xref_Add(pdf->doc->xref, dict);
    return dict;
}

HPDF_Dict pdf_stream(Pdf *pdf, const void *bytes, size_t size, bool packed)
{
    HPDF_Dict dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)size);
    if (packed)
        dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    return dict;
}

HPDF_Binary pdf_string(Pdf *pdf, const char *text)
{
    Buffer buffer = buffer_open(pdf->arena);
    buffer_add(&buffer, "\xFE\xFF", 2);
    uint32_t code;
    for (const char *at = text; (code = text_next(&at)) != 0;) {
        uint32_t units[2] = {code, 0};
        int count = 1;
        if (code > 0xFFFF) {
            units[0] = 0xD800 + ((code - 0x10000) >> 10);
            units[1] = 0xDC00 + ((code - 0x10000) & 0x3FF);
            count = 2;
        }
        for (int i = 0; i < count; i++)
            buffer_add(
                &buffer,
                (unsigned char[]){(unsigned char)(units[i] >> 8), (unsigned char)(units[i] & 0xFF)},
                2);
    }
    return HPDF_Binary_New(pdf->doc->mmgr, (HPDF_BYTE *)buffer.data, (HPDF_UINT)buffer.length);
}

HPDF_Array pdf_numbers(Pdf *pdf, const double *numbers, int count)
{
    HPDF_Array array = HPDF_Array_New(pdf->doc->mmgr);
    for (int i = 0; i < count; i++)
        HPDF_Array_AddReal(array, (HPDF_REAL)numbers[i]);
    return array;
}

/* By hand: libharu refuses the zoom that keeps the reader's own. */
HPDF_Array pdf_destination(Pdf *pdf, int page, double y)
{
    HPDF_Destination array = HPDF_Page_CreateDestination(pdf->pages[page].page);
    if (!array)
        return NULL;
    HPDF_Array_Clear(array);
    HPDF_Array_Add(array, pdf->pages[page].page);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_Add(array, HPDF_Null_New(pdf->doc->mmgr));
    HPDF_Array_AddReal(array,
                       (HPDF_REAL)fmin(pdf->pages[page].height, pdf->pages[page].height - y));
    HPDF_Array_Add(array, HPDF_Null_New(pdf->doc->mmgr));
    return array;
}

const char *pdf_number(double number, char *out)
{
    long hundredths = lround(number * 100);
    const char *sign = hundredths < 0 ? "-" : "";
    long size = labs(hundredths);
    if (size % 100 == 0)
        sprintf(out, "%s%ld", sign, size / 100);
    else if (size % 10 == 0)
        sprintf(out, "%s%ld.%ld", sign, size / 100, size % 100 / 10);
    else
        sprintf(out, "%s%ld.%02ld", sign, size / 100, size % 100);
    return out;
}

void pdf_write(Pdf *pdf, const char *format, ...)
{
    char text[512];
    va_list list;
    va_start(list, format);
    int length = vsnprintf(text, sizeof text, format, list);
    va_end(list);
    assert(length >= 0 && length < (int)sizeof text);
    buffer_add(&pdf->content, text, (size_t)length);
}

Pdf *pdf_open(Arena *arena, Fonts *fonts, Diag *diag, const Document *document, const char *path)
{
    Pdf *pdf = arena_new(arena, Pdf, 1);
    pdf->arena = arena;
    pdf->fonts = fonts;
    pdf->diag = diag;
    pdf->document = document;
    pdf->path = path;
    pdf->scratch = arena_open();
    pdf->doc = HPDF_New(keep_first, pdf);
    if (!pdf->doc) {
        pdf->error = HPDF_FAILD_TO_ALLOC_MEM;
        return pdf;
    }
    HPDF_UseUTFEncodings(pdf->doc);
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_NONE);
    pdf->doc->pdf_version = HPDF_VER_17;
    pdf_structure_open(pdf);
    return pdf;
}

void pdf_page_add(Pdf *pdf, double width, double height)
{
    if (pdf_failed(pdf))
        return;
    pdf->pages =
        arena_room(pdf->arena, pdf->pages, sizeof *pdf->pages, pdf->npage, &pdf->page_capacity);
    PdfPage *page = &pdf->pages[pdf->npage];
    *page = (PdfPage){.width = width, .height = height};
    page->page = HPDF_AddPage(pdf->doc);
    if (!page->page)
        return;
    HPDF_Page_SetWidth(page->page, (HPDF_REAL)width);
    HPDF_Page_SetHeight(page->page, (HPDF_REAL)height);
    page->elements = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Xref_Add(pdf->doc->xref, page->elements);
    HPDF_Dict_AddNumber(page->page, "StructParents", pdf->nkey);
    HPDF_Dict_AddName(page->page, "Tabs", "S");
    HPDF_Array_AddNumber(pdf->parents, pdf->nkey++);
    HPDF_Array_Add(pdf->parents, page->elements);
    pdf->npage++;
}

void pdf_page_start(Pdf *pdf, int index)
{
    if (pdf_failed(pdf))
        return;
    pdf->page = &pdf->pages[index];
    pdf->page_arena = arena_open();
    pdf->content = buffer_open(pdf->page_arena);
    pdf->state = (PdfState){.alpha = 1, .face = FACE_COUNT, .width = -1};
}

void pdf_page_end(Pdf *pdf)
{
    if (pdf_failed(pdf) || !pdf->page)
        return;
    HPDF_Stream stream = ((HPDF_PageAttr)pdf->page->page->attr)->stream;
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)pdf->content.data, (HPDF_UINT)pdf->content.length);
    pdf->page = NULL;
    arena_close(pdf->page_arena);
    pdf->page_arena = NULL;
}

void pdf_bookmark(Pdf *pdf, int level, const char *title, int page, double y)
{
    if (pdf_failed(pdf))
        return;
    HPDF_Outline parent = NULL;
    for (int i = level - 1; i > 0 && !parent; i--)
        parent = pdf->outline[i];
    /* the title is replaced by UTF-16 of our own making */
    HPDF_Outline outline = HPDF_CreateOutline(pdf->doc, parent, "-", NULL);
    if (!outline)
        return;
    HPDF_Dict_Add(outline, "Title", pdf_string(pdf, title));
    HPDF_Array destination = pdf_destination(pdf, page, y);
    HPDF_Dict_Add(outline, "Dest", destination);
    HPDF_Outline_SetOpened(outline, level == 1 ? HPDF_FALSE : HPDF_FALSE);
    pdf->outline[level] = outline;
    for (int i = level + 1; i < COUNT(pdf->outline); i++)
        pdf->outline[i] = NULL;
}

void pdf_attach(Pdf *pdf, const Attached *attached)
{
    if (pdf_failed(pdf))
        return;
    HPDF_Dict stream = pdf_stream(pdf, attached->bytes, attached->size, true);
    HPDF_Dict_AddName(stream, "Type", "EmbeddedFile");
    HPDF_Dict_AddName(stream, "Subtype", attached->media);
    HPDF_Dict params = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddNumber(params, "Size", (HPDF_INT32)attached->size);
    HPDF_Dict_Add(stream, "Params", params);
    HPDF_Dict file = pdf_dict(pdf), embedded = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddName(file, "Type", "Filespec");
    HPDF_Dict_Add(file, "F", pdf_string(pdf, attached->name));
    HPDF_Dict_Add(file, "UF", pdf_string(pdf, attached->name));
    HPDF_Dict_Add(file, "Desc", pdf_string(pdf, attached->description));
    HPDF_Dict_AddName(file, "AFRelationship", attached->relation);
    HPDF_Dict_Add(embedded, "F", stream);
    HPDF_Dict_Add(embedded, "UF", stream);
    HPDF_Dict_Add(file, "EF", embedded);
    if (!pdf->files)
        pdf->files = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Array_Add(pdf->files, file);
}

/* The whole file in memory, as libharu writes it. */
static char *doc_bytes(Pdf *pdf, size_t *size)
{
    if (HPDF_SaveToStream(pdf->doc) != HPDF_OK)
        return NULL;
    HPDF_UINT32 length = HPDF_GetStreamSize(pdf->doc);
    char *bytes = arena_alloc(pdf->arena, 1, length);
    HPDF_ResetStream(pdf->doc);
    HPDF_UINT32 got = length;
    HPDF_ReadFromStream(pdf->doc, (HPDF_BYTE *)bytes, &got);
    *size = got;
    return got == length ? bytes : NULL;
}

bool pdf_save(Pdf *pdf)
{
    if (!fonts_good(pdf->fonts))
        return false;
    size_t size = 0;
    char *bytes = NULL;
    if (!pdf_failed(pdf)) {
        pdf_faces_finish(pdf);
        pdf_structure_close(pdf);
        pdf_catalog(pdf);
        pdf_faces_amend(pdf);
        bytes = doc_bytes(pdf, &size);
    }
    if (pdf_failed(pdf) || !bytes)
        return diag_fail(pdf->diag, (Place){pdf->path, 0, 0}, MSG_PDF_LIBRARY, (unsigned)pdf->error,
                         pdf->path);
    return pdf_pack(pdf, bytes, size);
}

void pdf_close(Pdf *pdf)
{
    if (pdf->page_arena) /* a fault cut the page short */
        arena_close(pdf->page_arena);
    arena_close(pdf->scratch);
    if (pdf->doc)
        HPDF_Free(pdf->doc);
    pdf->doc = NULL;
}
