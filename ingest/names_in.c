/* Defined names of a workbook that stand for one cell, and what those cells hold. */
#include "ingest/names_in.h"

#include "core/text.h"
#include "ingest/xlsx_in.h"

#include <ctype.h>
#include <expat.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name, *sheet;
    int line, column;
} NamedCell;

typedef struct {
    Arena *arena;
    XML_Parser parser;
    const char *name; /* inside a definedName */
    Buffer text;
    NamedCell *cells;
    int ncell, capacity;
    NamedCellTaker *take;
    void *user;
    const char *sheet; /* being read */
    int next;          /* the first of its cells not yet met */
} NameReader;

static void start(void *user, const char *element, const char **attributes)
{
    NameReader *reader = user;
    if (!text_equal(xlsx_local(element), "definedName"))
        return;
    reader->name = arena_text(reader->arena, xlsx_attribute(attributes, "name"));
    reader->text = buffer_open(reader->arena);
}

static void characters(void *user, const char *text, int length)
{
    NameReader *reader = user;
    if (reader->name)
        buffer_add(&reader->text, text, (size_t)length);
}

/* 'Sheet''s name'!$B$7 or Sheet!$B$7; false for areas and formulas. */
static bool parse_reference(Arena *arena, const char *text, NamedCell *cell)
{
    const char *mark = strrchr(text, '!');
    if (!mark || strchr(mark, ':') || mark[1] != '$')
        return false;
    Buffer sheet = buffer_open(arena);
    for (const char *at = text; at < mark; at++)
        if (*at != '\'' || (at > text && at[-1] == '\'' && at + 1 < mark))
            buffer_add(&sheet, at, 1);
    cell->sheet = buffer_end(&sheet);
    const char *at = mark + 2;
    for (; isupper((unsigned char)*at); at++)
        cell->column = cell->column * 26 + (*at - 'A' + 1);
    cell->line = *at == '$' ? atoi(at + 1) : 0;
    return cell->column > 0 && cell->line > 0;
}

static void end(void *user, const char *element)
{
    NameReader *reader = user;
    if (!reader->name || !text_equal(xlsx_local(element), "definedName"))
        return;
    NamedCell cell = {.name = reader->name};
    if (parse_reference(reader->arena, buffer_end(&reader->text), &cell)) {
        reader->cells = arena_room(reader->arena, reader->cells, sizeof *reader->cells,
                                   reader->ncell, &reader->capacity);
        reader->cells[reader->ncell++] = cell;
    }
    reader->name = NULL;
}

static int by_place(const void *left, const void *right)
{
    const NamedCell *a = left, *b = right;
    int order = strcmp(a->sheet, b->sheet);
    if (order == 0)
        order = a->line != b->line ? (a->line < b->line ? -1 : 1) : a->column - b->column;
    return order ? order : strcmp(a->name, b->name);
}

static bool take_row(void *user, const RawRow *row)
{
    NameReader *reader = user;
    for (; reader->next < reader->ncell; reader->next++) {
        const NamedCell *cell = &reader->cells[reader->next];
        if (!text_equal(cell->sheet, reader->sheet) || cell->line > row->line)
            return true;
        if (cell->line < row->line || cell->column > row->ncell)
            continue; /* an empty row or cell: nothing is pushed for it */
        const RawCell *raw = &row->cells[cell->column - 1];
        reader->take(reader->user, cell->name, arena_copy(reader->arena, raw->text, raw->length),
                     raw->kind == RAW_NUMBER);
    }
    return true;
}

static bool read_names(NameReader *reader, XlsxBook *book, XlsxFault *fault)
{
    bool stopped = false;
    reader->parser = XML_ParserCreate(NULL);
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, start, end);
    XML_SetCharacterDataHandler(reader->parser, characters);
    bool done = xlsx_parse_part(book, "xl/workbook.xml", reader->parser, &stopped, fault);
    XML_ParserFree(reader->parser);
    if (reader->ncell)
        qsort(reader->cells, (size_t)reader->ncell, sizeof *reader->cells, by_place);
    return done;
}

static bool read_sheets(NameReader *reader, XlsxBook *book, XlsxFault *fault)
{
    for (int sheet = 0; sheet < book->nsheet; sheet++) {
        reader->sheet = book->sheets[sheet].name;
        reader->next = 0;
        while (reader->next < reader->ncell &&
               !text_equal(reader->cells[reader->next].sheet, reader->sheet))
            reader->next++;
        if (reader->next < reader->ncell && !xlsx_each(book, sheet, take_row, reader, fault))
            return false;
    }
    return true;
}

bool names_read(Arena *arena, Diag *diag, const char *path, NamedCellTaker *take, void *user)
{
    XlsxFault fault = {0};
    XlsxBook *book = xlsx_open(arena, path, &fault);
    NameReader reader = {.arena = arena, .take = take, .user = user};
    bool done = book && read_names(&reader, book, &fault) && read_sheets(&reader, book, &fault);
    if (book)
        xlsx_close(book);
    return done || diag_fail(diag, (Place){path, 0, 0}, MSG_FILE_READ, path,
                             fault.text ? fault.text : "XLSX");
}
