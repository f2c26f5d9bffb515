/* Font objects: loaded when first used, and mended before saving. libharu writes an invalid
 * ToUnicode map, the widths of the whole font, and a wrong Ordering; all three are replaced here by
 * what was really used. CIDs are code points. */
#include "report/pdf_internal.h"

#include <string.h>

const PdfFace *pdf_face(Pdf *pdf, Face face)
{
    PdfFace *own = &pdf->face[face];
    if (pdf_failed(pdf))
        return NULL;
    if (!own->font) {
        const char *file = fonts_file(pdf->fonts, face);
        const char *name = file ? HPDF_LoadTTFontFromFile(pdf->doc, file, HPDF_TRUE) : NULL;
        own->font = name ? HPDF_GetFont(pdf->doc, name, "UTF-8") : NULL;
    }
    if (!own->font)
        return NULL;
    if (!pdf->page->face[face]) {
        own->name = HPDF_Page_GetLocalFontName(pdf->page->page, own->font);
        pdf->page->face[face] = true;
    } else {
        own->name = HPDF_Page_GetLocalFontName(pdf->page->page, own->font);
    }
    return own;
}

void pdf_face_use(Pdf *pdf, Face face, uint16_t code)
{
    PdfFace *own = &pdf->face[face];
    if (own->used[code >> 3] & (1u << (code & 7)))
        return;
    own->used[code >> 3] |= (unsigned char)(1u << (code & 7));
    HPDF_Font_GetUnicodeWidth(own->font, code); /* marks the glyph for the subset */
}

static bool face_used(const PdfFace *face, int code)
{
    return (face->used[code >> 3] >> (code & 7)) & 1;
}

/* The space is given to every face: a width of 0 may be asked for it. */
static HPDF_Array face_widths(Pdf *pdf, Face which)
{
    const PdfFace *face = &pdf->face[which];
    HPDF_Array all = HPDF_Array_New(pdf->doc->mmgr), run = NULL;
    for (int code = 0; code < 65536; code++) {
        if (!face_used(face, code)) {
            run = NULL;
            continue;
        }
        if (!run) {
            run = HPDF_Array_New(pdf->doc->mmgr);
            HPDF_Array_AddNumber(all, code);
            HPDF_Array_Add(all, run);
        }
        char sign[8] = "";
        text_encode((uint32_t)code, sign);
        HPDF_Array_AddReal(run, (HPDF_REAL)fonts_width(pdf->fonts, which, 1000, sign));
    }
    return all;
}

static void face_to_unicode(Pdf *pdf, PdfFace *face)
{
    static const char *const OLD[] = {"Type", "CMapName", "CIDSystemInfo", "WMode"};
    HPDF_Dict map = HPDF_Dict_GetItem(face->font, "ToUnicode", HPDF_OCLASS_DICT);
    HPDF_MemStream_FreeData(map->stream);
    for (int i = 0; i < COUNT(OLD); i++)
        HPDF_Dict_RemoveElement(map, OLD[i]);
    Buffer text = buffer_open(pdf->arena);
    buffer_text(&text, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    int total = 0, done = 0;
    for (int code = 0; code < 65536; code++)
        total += face_used(face, code);
    for (int code = 0; code < 65536; code++) {
        if (!face_used(face, code))
            continue;
        if (done % 100 == 0)
            buffer_format(&text, "%d beginbfchar\n", total - done < 100 ? total - done : 100);
        buffer_format(&text, "<%04X> <%04X>\n", (unsigned)code, (unsigned)code);
        if (++done % 100 == 0 || done == total)
            buffer_text(&text, "endbfchar\n");
    }
    buffer_text(&text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    HPDF_Stream_Write(map->stream, (const HPDF_BYTE *)text.data, (HPDF_UINT)text.length);
}

void pdf_faces_finish(Pdf *pdf)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        PdfFace *face = &pdf->face[i];
        if (!face->font)
            continue;
        face_to_unicode(pdf, face);
        HPDF_FontAttr attr = (HPDF_FontAttr)face->font->attr;
        HPDF_Dict descendant = attr->descendant_font;
        HPDF_Dict_Add(descendant, "W", face_widths(pdf, (Face)i));
        HPDF_Dict_RemoveElement(descendant, "DW2");
        HPDF_Dict info = HPDF_Dict_GetItem(descendant, "CIDSystemInfo", HPDF_OCLASS_DICT);
        HPDF_Dict_Add(info, "Ordering", HPDF_String_New(pdf->doc->mmgr, "Identity", NULL));
        bool bold = i == FACE_SERIF_BOLD || i == FACE_SANS_BOLD || i == FACE_SERIF_BOLD_ITALIC ||
                    i == FACE_SANS_BOLD_ITALIC;
        attr->fontdef->stemv = bold ? 140 : 80;
    }
}

void pdf_faces_amend(Pdf *pdf)
{
    for (int i = 0; i < FACE_COUNT && !pdf_failed(pdf); i++) {
        PdfFace *face = &pdf->face[i];
        if (!face->font)
            continue;
        face->font->before_write_fn(face->font); /* makes the descriptor, as saving would */
        HPDF_FontDef def = ((HPDF_FontAttr)face->font->attr)->fontdef;
        if (def->descriptor)
            HPDF_Dict_AddNumber(def->descriptor, "CapHeight",
                                (HPDF_INT32)HPDF_Font_GetCapHeight(face->font));
    }
}
