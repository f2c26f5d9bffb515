/* The named cells of a workbook with their stored values: what `verify` compares with the store.
 * Stands beside ingest's reader, since that is what reads workbooks. */
#include "ingest/ingest.h"

#include "core/text.h"
#include "ingest/xlsx_in.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    XlsxBook *book;
    NamedCell *list;
    int nlist, capacity;
    Buffer text;
    const char *name;
    int sheet; /* being read */
    int first; /* of its names in the sorted list */
    int last;
} Names;

static void XMLCALL start_name(void *user, const XML_Char *element, const XML_Char **attributes)
{
    Names *names = XML_GetUserData(user); /* xlsx_parse_part hands over the parser */
    names->name = NULL;
    names->text = buffer_open(names->book->arena);
    if (strcmp(xlsx_local(element), "definedName") == 0)
        names->name = arena_text(names->book->arena, xlsx_attribute(attributes, "name"));
}

static void XMLCALL take_text(void *user, const XML_Char *text, int length)
{
    Names *names = XML_GetUserData(user); /* xlsx_parse_part hands over the parser */
    if (names->name)
        buffer_add(&names->text, text, (size_t)length);
}

/* 'Sheet'!$C$11 as sheet, row and column; false for a range or another thing. */
static bool read_address(const XlsxBook *book, const char *address, NamedCell *cell)
{
    const char *mark = strrchr(address, '!');
    if (!mark || mark[1] != '$' || strchr(mark, ':'))
        return false;
    bool quoted = *address == '\'';
    char *sheet =
        arena_copy(book->arena, address + quoted, (size_t)(mark - address) - (quoted ? 2u : 0u));
    cell->sheet = -1;
    for (int i = 0; i < book->nsheet; i++)
        if (strcmp(book->sheets[i].name, sheet) == 0)
            cell->sheet = i;
    cell->column = 0;
    for (mark += 2; *mark >= 'A' && *mark <= 'Z'; mark++)
        cell->column = cell->column * 26 + (*mark - 'A' + 1);
    cell->line = *mark == '$' ? atoi(mark + 1) : 0;
    return cell->sheet >= 0 && cell->line > 0;
}

static void XMLCALL end_name(void *user, const XML_Char *element)
{
    Names *names = XML_GetUserData(user); /* xlsx_parse_part hands over the parser */
    (void)element;
    NamedCell cell = {.name = names->name};
    if (names->name && read_address(names->book, buffer_end(&names->text), &cell)) {
        names->list = arena_room(names->book->arena, names->list, sizeof cell, names->nlist,
                                 &names->capacity);
        names->list[names->nlist++] = cell;
    }
    names->name = NULL;
}

static bool read_names(Names *names, XlsxFault *fault)
{
    bool stopped = false;
    XML_Parser parser = XML_ParserCreate(NULL);
    if (!parser)
        return false;
    XML_SetUserData(parser, names);
    XML_SetElementHandler(parser, start_name, end_name);
    XML_SetCharacterDataHandler(parser, take_text);
    bool done = xlsx_parse_part(names->book, "xl/workbook.xml", parser, &stopped, fault);
    XML_ParserFree(parser);
    return done;
}

static int by_place(const void *left, const void *right)
{
    const NamedCell *a = left, *b = right;
    if (a->sheet != b->sheet)
        return a->sheet - b->sheet;
    return a->line != b->line ? a->line - b->line : a->column - b->column;
}

/* Rows come in order, and so do the sorted names. */
static bool take_row(void *user, const RawRow *row)
{
    Names *names = user;
    for (; names->first < names->last; names->first++) {
        NamedCell *cell = &names->list[names->first];
        if (cell->line > row->line)
            break;
        if (cell->line == row->line && cell->column <= row->ncell) {
            const RawCell *raw = &row->cells[cell->column - 1];
            cell->text = arena_text(names->book->arena, raw->text);
            cell->is_number = raw->kind == RAW_NUMBER;
        }
    }
    return true;
}

static bool read_values(Names *names, XlsxFault *fault)
{
    if (names->nlist > 1)
        qsort(names->list, (size_t)names->nlist, sizeof *names->list, by_place);
    for (int i = 0; i < names->nlist; i = names->last) {
        names->first = names->last = i;
        while (names->last < names->nlist && names->list[names->last].sheet == names->list[i].sheet)
            names->last++;
        if (!xlsx_each(names->book, names->list[i].sheet, take_row, names, fault))
            return false;
    }
    return true;
}

bool ingest_named_cells(Run *run, Arena *arena, const char *path, const NamedCell **list,
                        int *count)
{
    XlsxFault fault = {.text = NULL};
    Names names = {.book = xlsx_open(arena, path, &fault)};
    bool done = names.book && read_names(&names, &fault) && read_values(&names, &fault);
    for (int i = 0; done && i < names.nlist; i++)
        names.list[i].sheet_name = names.book->sheets[names.list[i].sheet].name;
    if (names.book)
        xlsx_close(names.book);
    *list = names.list;
    *count = names.nlist;
    return done || diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_READ, path,
                             fault.text ? fault.text : "XLSX");
}
