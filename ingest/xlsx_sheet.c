/* A sheet's XML → raw rows, one at a time. */
#include "ingest/xlsx_in.h"

#include "core/date.h"
#include "core/text.h"

#include <expat.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Excel's day 0 of either system, as days since 1970-01-01. */
enum { EPOCH_1900 = -25569, EPOCH_1904 = -24107 };

typedef struct {
    XlsxBook *workbook;
    XML_Parser parser;
    RowTaker *take;
    void *user;
    XlsxFault *fault;
    bool stopped;
    Arena *arena; /* the row */
    RawCell *cells;
    int ncell, capacity; /* to the last cell that is there */
    int line, column;    /* where we are */
    char type;           /* of the cell: s, n, b, e, i (inline), t (formula text), d */
    int format;
    bool formula, value; /* the cell has a formula; a value */
    bool in_value, in_inline, in_phonetic, in_text;
    Buffer text;
} SheetReader;

static SheetReader *reader_of(void *parser)
{
    return XML_GetUserData((XML_Parser)parser);
}

static void stop(SheetReader *reader, bool limit, const char *text)
{
    if (text && !reader->fault->text)
        *reader->fault = (XlsxFault){limit, text, reader->line};
    reader->stopped = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

/* "BC12" → column 55; 0 if it is none. */
static int column_of(const char *reference)
{
    int column = 0;
    for (; *reference >= 'A' && *reference <= 'Z'; reference++) {
        column = column * 26 + (*reference - 'A' + 1);
        if (column > XLSX_COLUMN_LIMIT)
            return XLSX_COLUMN_LIMIT + 1;
    }
    return column;
}

static char type_of(const char *name)
{
    static const struct {
        const char *name;
        char type;
    } TYPES[] = {{"s", 's'}, {"n", 'n'},         {"b", 'b'},  {"e", 'e'},
                 {"d", 'd'}, {"inlineStr", 'i'}, {"str", 't'}};
    for (int i = 0; name && i < COUNT(TYPES); i++)
        if (strcmp(TYPES[i].name, name) == 0)
            return TYPES[i].type;
    return 'n';
}

static void begin_row(SheetReader *reader, const char **attributes)
{
    const char *number = xlsx_attribute(attributes, "r");
    int line = number ? atoi(number) : reader->line + 1;
    if (line <= reader->line || line > XLSX_ROW_LIMIT) {
        stop(reader, line > XLSX_ROW_LIMIT, line > XLSX_ROW_LIMIT ? "1 048 576" : "XML <row>");
        return;
    }
    reader->line = line;
    reader->column = 0;
    reader->ncell = 0;
}

static void begin_cell(SheetReader *reader, const char **attributes)
{
    const char *reference = xlsx_attribute(attributes, "r");
    const char *format = xlsx_attribute(attributes, "s");
    int column = reference ? column_of(reference) : reader->column + 1;
    if (column <= reader->column || column > XLSX_COLUMN_LIMIT) {
        stop(reader, column > XLSX_COLUMN_LIMIT, column > XLSX_COLUMN_LIMIT ? "16 384" : "XML <c>");
        return;
    }
    reader->column = column;
    reader->type = type_of(xlsx_attribute(attributes, "t"));
    reader->format = format ? atoi(format) : 0;
    reader->formula = reader->value = false;
    reader->text.length = 0;
    if (reader->text.data)
        *reader->text.data = '\0';
}

static void add_merged(SheetReader *reader, const char *area)
{
    XlsxBook *workbook = reader->workbook;
    if (!area || workbook->nmerged >= 1000)
        return;
    const char *digits = area + strspn(area, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    workbook->merged = arena_room(workbook->arena, workbook->merged, sizeof *workbook->merged,
                                  workbook->nmerged, &workbook->merged_capacity);
    workbook->merged[workbook->nmerged++] = (MergedArea){atoi(digits), column_of(area)};
}

static void XMLCALL start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    SheetReader *reader = reader_of(user);
    name = xlsx_local(name);
    if (reader->stopped)
        return;
    if (strcmp(name, "row") == 0)
        begin_row(reader, attributes);
    else if (strcmp(name, "c") == 0)
        begin_cell(reader, attributes);
    else if (strcmp(name, "v") == 0)
        reader->in_value = reader->value = true;
    else if (strcmp(name, "f") == 0)
        reader->formula = true;
    else if (strcmp(name, "is") == 0)
        reader->in_inline = reader->value = true;
    else if (strcmp(name, "rPh") == 0)
        reader->in_phonetic = true;
    else if (strcmp(name, "t") == 0)
        reader->in_text = reader->in_inline && !reader->in_phonetic;
    else if (strcmp(name, "mergeCell") == 0)
        add_merged(reader, xlsx_attribute(attributes, "ref"));
}

static void XMLCALL characters(void *user, const XML_Char *text, int length)
{
    SheetReader *reader = reader_of(user);
    if ((reader->in_value || reader->in_text) && reader->text.length < XLSX_TEXT_LIMIT)
        buffer_add(&reader->text, text, (size_t)length);
}

/* Whole days; Excel's invented 29 February 1900 (60) is no day. "" if it is none. */
static const char *date_text(const SheetReader *reader, const char *serial)
{
    char *end;
    double days = strtod(serial, &end);
    if (*end || !(days >= 1 && days < 2958466))
        return NULL;
    int day = (int)floor(days);
    if (reader->workbook->from_1904)
        return date_iso(reader->arena, EPOCH_1904 + day);
    if (day == 60)
        return NULL;
    return date_iso(reader->arena, EPOCH_1900 + day + (day < 60));
}

static RawCell make_cell(SheetReader *reader)
{
    const char *text = buffer_end(&reader->text);
    RawCell cell = {text, 0, RAW_TEXT};
    const XlsxBook *workbook = reader->workbook;
    if (reader->text.length == 0 && reader->formula && reader->type != 't')
        cell.kind = RAW_UNCOMPUTED;
    else if (reader->type == 's') {
        int index = atoi(text);
        cell.text = index >= 0 && index < workbook->nstring ? workbook->strings[index] : "#?";
        cell.kind = index >= 0 && index < workbook->nstring ? RAW_TEXT : RAW_ERROR;
    } else if (reader->type == 'b')
        cell.kind = RAW_BOOLEAN;
    else if (reader->type == 'e')
        cell.kind = RAW_ERROR;
    else if (reader->type == 'd')
        cell.kind = RAW_DATE;
    else if (reader->type == 'n') {
        bool date = reader->format >= 0 && reader->format < workbook->nformat &&
                    workbook->dates[reader->format];
        const char *iso = date ? date_text(reader, text) : NULL;
        cell.kind = iso ? RAW_DATE : RAW_NUMBER;
        cell.text = iso ? iso : text;
    }
    cell.length = cell.kind == RAW_UNCOMPUTED ? 1 : strlen(cell.text);
    if (cell.kind == RAW_UNCOMPUTED)
        cell.text = "=";
    cell.text = arena_copy(reader->arena, cell.text, cell.length);
    return cell;
}

static void end_cell(SheetReader *reader)
{
    static const RawCell EMPTY = {"", 0, RAW_TEXT};
    if (!reader->value && !reader->formula)
        return;
    RawCell cell = make_cell(reader);
    while (reader->ncell < reader->column) {
        reader->cells = arena_room(reader->workbook->arena, reader->cells, sizeof *reader->cells,
                                   reader->ncell, &reader->capacity);
        reader->cells[reader->ncell++] = EMPTY;
    }
    reader->cells[reader->column - 1] = cell;
}

static void end_row(SheetReader *reader)
{
    bool empty = true;
    for (int i = 0; i < reader->ncell; i++)
        empty = empty && reader->cells[i].length == 0;
    RawRow row = {.line = reader->line, .ncell = reader->ncell, .cells = reader->cells};
    if (!empty && !reader->take(reader->user, &row))
        stop(reader, false, NULL);
    arena_release(reader->arena, (ArenaMark){0});
}

static void XMLCALL end(void *user, const XML_Char *name)
{
    SheetReader *reader = reader_of(user);
    name = xlsx_local(name);
    if (reader->stopped)
        return;
    if (strcmp(name, "v") == 0)
        reader->in_value = false;
    else if (strcmp(name, "t") == 0)
        reader->in_text = false;
    else if (strcmp(name, "is") == 0)
        reader->in_inline = false;
    else if (strcmp(name, "rPh") == 0)
        reader->in_phonetic = false;
    else if (strcmp(name, "c") == 0)
        end_cell(reader);
    else if (strcmp(name, "row") == 0)
        end_row(reader);
}

bool xlsx_each(XlsxBook *workbook, int sheet, RowTaker *take, void *user, XlsxFault *fault)
{
    SheetReader reader = {.workbook = workbook, .take = take, .user = user, .fault = fault};
    reader.arena = arena_open();
    reader.text = buffer_open(workbook->arena);
    workbook->nmerged = 0;
    reader.parser = XML_ParserCreate(NULL);
    bool done = false;
    if (reader.parser) {
        XML_SetUserData(reader.parser, &reader);
        XML_SetElementHandler(reader.parser, start, end);
        XML_SetCharacterDataHandler(reader.parser, characters);
        done = xlsx_parse_part(workbook, workbook->sheets[sheet].part, reader.parser,
                               &reader.stopped, fault);
        if (!done && fault->line == 0)
            fault->line = reader.line;
        XML_ParserFree(reader.parser);
    }
    arena_close(reader.arena);
    return done && !fault->text;
}
