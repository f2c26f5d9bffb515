/* The parts of a workbook that its sheets need: sheet names, shared strings, date formats. */
#include "ingest/xlsx_in.h"

#include "core/text.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 1 << 16 };

const char *xlsx_local(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

const char *xlsx_attribute(const char **attributes, const char *name)
{
    for (int i = 0; attributes[i]; i += 2)
        if (strcmp(xlsx_local(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}

static bool fail(XlsxFault *fault, bool limit, const char *text)
{
    if (!fault->text)
        *fault = (XlsxFault){limit, text, fault->line};
    return false;
}

/* No workbook needs a DOCTYPE; entity tricks do. */
static void XMLCALL refuse_doctype(void *user, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    XML_StopParser((XML_Parser)user, XML_FALSE);
}

static zip_file_t *open_part(XlsxBook *workbook, const char *part, zip_stat_t *status,
                             XlsxFault *fault)
{
    zip_stat_init(status);
    if (zip_stat(workbook->zip, part, ZIP_FL_NOCASE, status) != 0)
        return NULL;
    if (status->size > XLSX_PART_LIMIT ||
        (status->size > XLSX_SMALL && status->size / (status->comp_size + 1) > XLSX_RATIO_LIMIT)) {
        fail(fault, true, part);
        return NULL;
    }
    return zip_fopen(workbook->zip, part, ZIP_FL_NOCASE);
}

bool xlsx_parse_part(XlsxBook *workbook, const char *part, XmlParser *parser, bool *stopped,
                     XlsxFault *fault)
{
    zip_stat_t status;
    zip_file_t *file = open_part(workbook, part, &status, fault);
    if (!file)
        return fail(fault, false, part);
    XML_SetStartDoctypeDeclHandler(parser, refuse_doctype);
    XML_UseParserAsHandlerArg(parser);
    static const char NAME[] = "XML";
    char chunk[CHUNK];
    zip_int64_t n = 0, all = 0;
    bool done = true;
    while (done && !*stopped && (n = zip_fread(file, chunk, CHUNK)) > 0) {
        all += n;
        if (all > XLSX_PART_LIMIT)
            done = fail(fault, true, part);
        else if (XML_Parse(parser, chunk, (int)n, 0) != XML_STATUS_OK && !*stopped)
            done = fail(fault, false, NAME);
    }
    if (done && !*stopped && n < 0)
        done = fail(fault, false, part);
    if (done && !*stopped && XML_Parse(parser, chunk, 0, 1) != XML_STATUS_OK && !*stopped)
        done = fail(fault, false, NAME);
    zip_fclose(file);
    return done;
}

/* ---- a part read whole into the workbook ---- */

typedef struct {
    XlsxBook *workbook;
    XML_Parser parser;
    const char *base; /* folder of workbook.xml, with its slash */
    const char **ids; /* rel ids, their targets */
    const char **targets;
    int nrel, id_capacity, target_capacity;
    int sheet_capacity;
    int *date_formats; /* own number formats that show dates */
    int ndate_format, date_capacity;
    bool in_formats; /* inside cellXfs */
    bool in_text, in_phonetic, in_string;
    Buffer text;
    char *workbook_part;
} PartReader;

/* The parser is its own handler argument (DOCTYPE needs it); the reader hangs on its user data. */
static PartReader *reader_of(void *parser)
{
    return XML_GetUserData((XML_Parser)parser);
}

static void XMLCALL rels_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    PartReader *reader = reader_of(user);
    Arena *arena = reader->workbook->arena;
    const char *id = xlsx_attribute(attributes, "Id"),
               *target = xlsx_attribute(attributes, "Target");
    const char *type = xlsx_attribute(attributes, "Type");
    if (strcmp(xlsx_local(name), "Relationship") != 0 || !id || !target || reader->nrel > 10000)
        return;
    reader->ids =
        arena_room(arena, reader->ids, sizeof *reader->ids, reader->nrel, &reader->id_capacity);
    reader->targets = arena_room(arena, reader->targets, sizeof *reader->targets, reader->nrel,
                                 &reader->target_capacity);
    reader->ids[reader->nrel] = arena_text(arena, id);
    reader->targets[reader->nrel++] = *target == '/'
                                          ? arena_text(arena, target + 1)
                                          : arena_format(arena, "%s%s", reader->base, target);
    if (type && text_ends(type, "/officeDocument"))
        reader->workbook_part = arena_text(arena, *target == '/' ? target + 1 : target);
}

static const char *target_of(const PartReader *reader, const char *id)
{
    for (int i = 0; id && i < reader->nrel; i++)
        if (strcmp(reader->ids[i], id) == 0)
            return reader->targets[i];
    return NULL;
}

static void XMLCALL workbook_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    PartReader *reader = reader_of(user);
    XlsxBook *workbook = reader->workbook;
    if (strcmp(xlsx_local(name), "workbookPr") == 0) {
        const char *flag = xlsx_attribute(attributes, "date1904");
        workbook->from_1904 = flag && (strcmp(flag, "1") == 0 || strcmp(flag, "true") == 0);
    }
    if (strcmp(xlsx_local(name), "sheet") != 0 || workbook->nsheet > 1000)
        return;
    const char *title = xlsx_attribute(attributes, "name");
    const char *part = NULL;
    for (int i = 0; attributes[i]; i += 2)
        if (text_ends(attributes[i], ":id"))
            part = target_of(reader, attributes[i + 1]);
    if (!title || !part)
        return;
    workbook->sheets = arena_room(workbook->arena, workbook->sheets, sizeof *workbook->sheets,
                                  workbook->nsheet, &reader->sheet_capacity);
    workbook->sheets[workbook->nsheet++] =
        (XlsxSheet){text_normal(workbook->arena, title, strlen(title)), part};
}

/* Built-in formats that show dates, in any of Excel's languages. */
static bool is_builtin_date(int format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
           (format >= 50 && format <= 58);
}

/* A number format shows a date if d or y stands outside quotes and brackets. */
static bool shows_date(const char *format)
{
    for (const char *at = format; *at; at++) {
        if (*at == '\\' || *at == '_' || *at == '*') {
            if (!*++at)
                return false;
        } else if (*at == '"' || *at == '[') {
            at = strchr(at + 1, *at == '"' ? '"' : ']');
            if (!at)
                return false;
        } else if (strchr("dDyYgG", *at) && strncmp(at, "General", 7) != 0) {
            return true;
        } else if (strncmp(at, "General", 7) == 0) {
            at += 6;
        }
    }
    return false;
}

static void add_format(PartReader *reader, int format)
{
    XlsxBook *workbook = reader->workbook;
    bool date = is_builtin_date(format);
    for (int i = 0; i < reader->ndate_format; i++)
        date = date || reader->date_formats[i] == format;
    workbook->dates = arena_room(workbook->arena, workbook->dates, sizeof *workbook->dates,
                                 workbook->nformat, &workbook->format_capacity);
    workbook->dates[workbook->nformat++] = date;
}

static void XMLCALL styles_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    PartReader *reader = reader_of(user);
    const char *id = xlsx_attribute(attributes, "numFmtId");
    const char *code = xlsx_attribute(attributes, "formatCode");
    name = xlsx_local(name);
    if (strcmp(name, "cellXfs") == 0)
        reader->in_formats = true;
    if (strcmp(name, "numFmt") == 0 && id && code && shows_date(code)) {
        reader->date_formats =
            arena_room(reader->workbook->arena, reader->date_formats, sizeof *reader->date_formats,
                       reader->ndate_format, &reader->date_capacity);
        reader->date_formats[reader->ndate_format++] = atoi(id);
    }
    if (reader->in_formats && strcmp(name, "xf") == 0 && reader->workbook->nformat < 100000)
        add_format(reader, id ? atoi(id) : 0);
}

static void XMLCALL styles_end(void *user, const XML_Char *name)
{
    if (strcmp(xlsx_local(name), "cellXfs") == 0)
        reader_of(user)->in_formats = false;
}

static void XMLCALL strings_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    PartReader *reader = reader_of(user);
    (void)attributes;
    name = xlsx_local(name);
    if (strcmp(name, "si") == 0) {
        reader->text.length = 0;
        reader->in_string = true;
    }
    reader->in_phonetic = reader->in_phonetic || strcmp(name, "rPh") == 0;
    reader->in_text = strcmp(name, "t") == 0 && reader->in_string && !reader->in_phonetic;
}

static void XMLCALL strings_text(void *user, const XML_Char *text, int length)
{
    PartReader *reader = reader_of(user);
    if (reader->in_text && reader->text.length < XLSX_TEXT_LIMIT)
        buffer_add(&reader->text, text, (size_t)length);
}

static void XMLCALL strings_end(void *user, const XML_Char *name)
{
    PartReader *reader = reader_of(user);
    XlsxBook *workbook = reader->workbook;
    name = xlsx_local(name);
    reader->in_text = false;
    if (strcmp(name, "rPh") == 0)
        reader->in_phonetic = false;
    if (strcmp(name, "si") != 0)
        return;
    reader->in_string = false;
    workbook->strings = arena_room(workbook->arena, workbook->strings, sizeof *workbook->strings,
                                   workbook->nstring, &workbook->string_capacity);
    workbook->strings[workbook->nstring++] = arena_copy(
        workbook->arena, reader->text.length ? reader->text.data : "", reader->text.length);
}

static bool has_part(XlsxBook *workbook, const char *part)
{
    return part && zip_name_locate(workbook->zip, part, ZIP_FL_NOCASE) >= 0;
}

static bool read_part(PartReader *reader, const char *part, XML_StartElementHandler start,
                      XML_EndElementHandler end, XML_CharacterDataHandler text, XlsxFault *fault)
{
    bool stopped = false;
    if (!has_part(reader->workbook, part))
        return fail(fault, false, part);
    XML_Parser parser = XML_ParserCreate(NULL);
    if (!parser)
        return fail(fault, true, "XML");
    XML_SetUserData(parser, reader);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    bool done = xlsx_parse_part(reader->workbook, part, parser, &stopped, fault);
    XML_ParserFree(parser);
    return done;
}

static char *folder_of(Arena *arena, const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? arena_copy(arena, part, (size_t)(slash - part) + 1) : arena_text(arena, "");
}

static bool read_parts(XlsxBook *workbook, XlsxFault *fault)
{
    Arena *arena = workbook->arena;
    PartReader reader = {.workbook = workbook, .base = "", .text = buffer_open(arena)};
    const char *part = "xl/workbook.xml";
    if (has_part(workbook, "_rels/.rels")) {
        if (!read_part(&reader, "_rels/.rels", rels_start, NULL, NULL, fault))
            return false;
        part = reader.workbook_part ? reader.workbook_part : part;
    }
    reader.base = folder_of(arena, part);
    reader.nrel = 0;
    char *rels = arena_format(arena, "%s_rels/%s.rels", reader.base, part + strlen(reader.base));
    if (!read_part(&reader, rels, rels_start, NULL, NULL, fault) ||
        !read_part(&reader, part, workbook_start, NULL, NULL, fault))
        return false;
    char *styles = arena_format(arena, "%sstyles.xml", reader.base);
    char *strings = arena_format(arena, "%ssharedStrings.xml", reader.base);
    if (has_part(workbook, styles) &&
        !read_part(&reader, styles, styles_start, styles_end, NULL, fault))
        return false;
    if (has_part(workbook, strings) &&
        !read_part(&reader, strings, strings_start, strings_end, strings_text, fault))
        return false;
    return workbook->nsheet > 0 || fail(fault, false, "workbook.xml");
}

static XlsxBook *open_zip(Arena *arena, zip_t *zip, XlsxFault *fault)
{
    XlsxBook *workbook = arena_new(arena, XlsxBook, 1);
    *workbook = (XlsxBook){.arena = arena, .zip = zip};
    if (!zip) {
        fail(fault, false, "ZIP");
        return NULL;
    }
    if (read_parts(workbook, fault))
        return workbook;
    zip_discard(zip);
    return NULL;
}

XlsxBook *xlsx_open(Arena *arena, const char *path, XlsxFault *fault)
{
    int code = 0;
    return open_zip(arena, zip_open(path, ZIP_RDONLY, &code), fault);
}

XlsxBook *xlsx_open_bytes(Arena *arena, const void *bytes, size_t size, XlsxFault *fault)
{
    zip_source_t *source = zip_source_buffer_create(bytes, size, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!zip && source)
        zip_source_free(source);
    return open_zip(arena, zip, fault);
}

void xlsx_close(XlsxBook *workbook)
{
    zip_discard(workbook->zip);
}
