/* Catalog entries of the PDF: XMP metadata, language, viewer preferences, output intent (an sRGB
 * profile made here, so that no file of the machine decides), attached files. Dates are the
 * document's, never the clock's. */
#include "report/pdf_internal.h"

#include <math.h>
#include <string.h>

static const char *xml_text(Arena *arena, const char *text)
{
    Buffer out = buffer_open(arena);
    for (const char *at = text ? text : ""; *at; at++) {
        if (*at == '&')
            buffer_text(&out, "&amp;");
        else if (*at == '<')
            buffer_text(&out, "&lt;");
        else if (*at == '>')
            buffer_text(&out, "&gt;");
        else
            buffer_add(&out, at, 1);
    }
    return buffer_end(&out);
}

static const char *const XMP_HEAD =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";

static const char *xmp_make(Pdf *pdf, const char *date)
{
    const Document *document = pdf->document;
    Buffer out = buffer_open(pdf->arena);
    const char *title = xml_text(pdf->arena, document->title);
    buffer_text(&out, XMP_HEAD);
    buffer_format(&out, "<dc:format>application/pdf</dc:format>\n");
    buffer_format(&out,
                  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                  "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></dc:title>\n",
                  title, lang_code(document->lang), title);
    buffer_format(&out, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n",
                  xml_text(pdf->arena, document->owner));
    buffer_format(&out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                  lang_code(document->lang));
    if (document->subtitle)
        buffer_format(&out,
                      "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                      "</rdf:Alt></dc:description>\n",
                      xml_text(pdf->arena, document->subtitle));
    if (document->keywords)
        buffer_format(&out, "<pdf:Keywords>%s</pdf:Keywords>\n",
                      xml_text(pdf->arena, document->keywords));
    if (date)
        buffer_format(&out,
                      "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n"
                      "<xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n",
                      date, date);
    buffer_format(&out, "<xmp:CreatorTool>ietekme %s</xmp:CreatorTool>\n", IETEKME_VERSION);
    buffer_format(&out, "<pdf:Producer>ietekme %s</pdf:Producer>\n", IETEKME_VERSION);
    buffer_text(&out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return buffer_end(&out);
}

static void info_fill(Pdf *pdf, Date date)
{
    const Document *document = pdf->document;
    HPDF_Dict info = pdf->doc->info;
    if (date != DATE_NONE) {
        int year, month, day;
        date_split(date, &year, &month, &day);
        HPDF_Date when = {year, month, day, 0, 0, 0, 'Z', 0, 0};
        HPDF_SetInfoDateAttr(pdf->doc, HPDF_INFO_CREATION_DATE, when);
        HPDF_SetInfoDateAttr(pdf->doc, HPDF_INFO_MOD_DATE, when);
        info = pdf->doc->info;
    }
    if (!info)
        return;
    const char *values[][2] = {{"Title", document->title},
                               {"Author", document->owner},
                               {"Subject", document->subtitle},
                               {"Keywords", document->keywords}};
    for (int i = 0; i < COUNT(values); i++)
        if (values[i][1])
            HPDF_Dict_Add(info, values[i][0], pdf_string(pdf, values[i][1]));
    HPDF_Dict_Add(info, "Producer",
                  pdf_string(pdf, arena_format(pdf->arena, "ietekme %s", IETEKME_VERSION)));
    HPDF_Dict_Add(info, "Creator",
                  pdf_string(pdf, arena_format(pdf->arena, "ietekme %s", IETEKME_VERSION)));
}

static void put16(unsigned char *at, unsigned value)
{
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)value;
}

static void put32(unsigned char *at, uint32_t value)
{
    put16(at, value >> 16);
    put16(at + 2, value & 0xFFFF);
}

/* s15Fixed16 triple with its type. */
static void put_xyz(unsigned char *at, double x, double y, double z)
{
    double values[3] = {x, y, z};
    memcpy(at, "XYZ ", 4);
    for (int i = 0; i < 3; i++)
        put32(at + 8 + 4 * i, (uint32_t)(int32_t)lround(values[i] * 65536));
}

/* ICC.1:2001 (version 2.1) display profile: the sRGB primaries adapted to D50 and the curve of
 * IEC 61966-2-1 in 1024 steps, shared by the three channels. */
size_t pdf_srgb(unsigned char *out, size_t room)
{
    enum { CURVE = 1024, NTAG = 9, TABLE = 128 + 4 + 12 * NTAG };
    static const char DESCRIPTION[] = "sRGB IEC61966-2.1", RIGHTS[] = "No copyright";
    const size_t description = 12 + sizeof DESCRIPTION + 78, rights = 8 + sizeof RIGHTS + 3;
    const size_t sizes[5] = {(description + 3) & ~(size_t)3, rights & ~(size_t)3, 20, 60,
                             12 + 2 * CURVE};
    size_t at[5] = {TABLE};
    for (int i = 1; i < 5; i++)
        at[i] = at[i - 1] + sizes[i - 1];
    size_t size = at[4] + sizes[4];
    if (size > room)
        return 0;
    memset(out, 0, size);
    put32(out, (uint32_t)size);
    put32(out + 8, 0x02100000);
    memcpy(out + 12, "mntrRGB XYZ ", 12);
    put16(out + 24, 2000), put16(out + 26, 1), put16(out + 28, 1);
    memcpy(out + 36, "acsp", 4);
    put32(out + 68, 0x0000F6D6), put32(out + 72, 0x00010000), put32(out + 76, 0x0000D32D);
    put32(out + 128, NTAG);
    const struct {
        const char *name;
        size_t offset, length;
    } tags[NTAG] = {{"desc", at[0], description}, {"cprt", at[1], 8 + sizeof RIGHTS},
                    {"wtpt", at[2], 20},          {"rXYZ", at[3], 20},
                    {"gXYZ", at[3] + 20, 20},     {"bXYZ", at[3] + 40, 20},
                    {"rTRC", at[4], sizes[4]},    {"gTRC", at[4], sizes[4]},
                    {"bTRC", at[4], sizes[4]}};
    for (int i = 0; i < NTAG; i++) {
        unsigned char *entry = out + 132 + 12 * i;
        memcpy(entry, tags[i].name, 4);
        put32(entry + 4, (uint32_t)tags[i].offset);
        put32(entry + 8, (uint32_t)tags[i].length);
    }
    memcpy(out + at[0], "desc", 4);
    put32(out + at[0] + 8, sizeof DESCRIPTION);
    memcpy(out + at[0] + 12, DESCRIPTION, sizeof DESCRIPTION);
    memcpy(out + at[1], "text", 4);
    memcpy(out + at[1] + 8, RIGHTS, sizeof RIGHTS);
    put_xyz(out + at[2], 0.9642, 1.0, 0.8249);
    put_xyz(out + at[3], 0.4360747, 0.2225045, 0.0139322);
    put_xyz(out + at[3] + 20, 0.3850649, 0.7168786, 0.0971045);
    put_xyz(out + at[3] + 40, 0.1430804, 0.0606169, 0.7141733);
    memcpy(out + at[4], "curv", 4);
    put32(out + at[4] + 8, CURVE);
    for (int i = 0; i < CURVE; i++) {
        double code = i / (double)(CURVE - 1);
        double light = code <= 0.04045 ? code / 12.92 : pow((code + 0.055) / 1.055, 2.4);
        put16(out + at[4] + 12 + 2 * i, (unsigned)lround(light * 65535));
    }
    return size;
}

static void intent_add(Pdf *pdf)
{
    unsigned char *profile = arena_alloc(pdf->arena, 1, 4096);
    size_t size = pdf_srgb(profile, 4096);
    HPDF_Dict stream = pdf_stream(pdf, profile, size, true), intent = pdf_dict(pdf);
    HPDF_Dict_AddNumber(stream, "N", 3);
    HPDF_Dict_AddName(intent, "Type", "OutputIntent");
    HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
    HPDF_Dict_Add(intent, "OutputConditionIdentifier",
                  HPDF_String_New(pdf->doc->mmgr, "sRGB IEC61966-2.1", NULL));
    HPDF_Dict_Add(intent, "DestOutputProfile", stream);
    HPDF_Array intents = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(pdf->doc->catalog, "OutputIntents", intents);
}

static void files_add(Pdf *pdf)
{
    if (!pdf->files)
        return;
    HPDF_Dict_Add(pdf->doc->catalog, "AF", pdf->files);
    HPDF_Array names = HPDF_Array_New(pdf->doc->mmgr);
    for (HPDF_UINT i = 0; i < HPDF_Array_Items(pdf->files); i++) {
        HPDF_Dict file = HPDF_Array_GetItem(pdf->files, i, HPDF_OCLASS_DICT);
        HPDF_Array_Add(names, pdf_string(pdf, arena_format(pdf->arena, "%04u", i)));
        HPDF_Array_Add(names, file);
    }
    HPDF_Dict tree = pdf_dict(pdf), root = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_Add(tree, "Names", names);
    HPDF_Dict_Add(root, "EmbeddedFiles", tree);
    HPDF_Dict_Add(pdf->doc->catalog, "Names", root);
}

void pdf_catalog(Pdf *pdf)
{
    HPDF_MMgr memory = pdf->doc->mmgr;
    Date date = pdf->document->date;
    const char *iso = date == DATE_NONE ? NULL : date_iso(pdf->arena, date);
    pdf->doc->pdf_version = HPDF_VER_17; /* transparency had lowered it */
    info_fill(pdf, date);
    HPDF_Dict marked = HPDF_Dict_New(memory), preferences = HPDF_Dict_New(memory);
    HPDF_Dict_AddBoolean(marked, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", marked);
    HPDF_Dict_Add(
        pdf->doc->catalog, "Lang",
        HPDF_String_New(memory, pdf->document->lang == LANG_LV ? "lv-LV" : "en-GB", NULL));
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(pdf->doc->catalog, "ViewerPreferences", preferences);
    const char *xmp = xmp_make(pdf, iso);
    HPDF_Dict metadata = pdf_stream(pdf, xmp, strlen(xmp), false);
    HPDF_Dict_AddName(metadata, "Type", "Metadata");
    HPDF_Dict_AddName(metadata, "Subtype", "XML");
    HPDF_Dict_Add(pdf->doc->catalog, "Metadata", metadata);
    intent_add(pdf);
    files_add(pdf);
    HPDF_AddPageLabel(pdf->doc, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
}
