/* One file of a returned workbook: its faulty rows read once more, bad cells coloured, with notes.
 */
#include "ingest/returned_sheet.h"

#include "core/lang.h"
#include "core/text.h"
#include "ingest/cell.h"
#include "ingest/file_in.h"

#include <stdlib.h>
#include <string.h>

enum { ROW_MOST = 5000, HEAD_ROW = 2, MEND_WIDTH = 80 };

ReturnedStyles returned_styles(Workbook *book)
{
    CellLine line = {LINE_THIN, 0xD0D0D0};
    CellLook grid = {
        .top = line, .bottom = line, .left = line, .right = line, .valign = VALIGN_TOP};
    CellLook head = grid, bad = grid, wrap = grid, count = grid, error = grid, warning = grid;
    CellLook hidden = grid, mend = grid, cell = grid;
    head.bold = true;
    head.fill = 0xE8EDF2;
    bad = head;
    bad.fill = 0xF8D7DA;
    wrap.wrap = mend.wrap = true;
    count.number = "#,##0";
    error.fill = 0xF8D7DA;
    warning.fill = 0xFFF3CD;
    hidden.fill = 0xF2F2F2;
    return (ReturnedStyles){.title = book_style(book, &(CellLook){.bold = true, .size_pt = 14}),
                            .head = book_style(book, &head),
                            .head_bad = book_style(book, &bad),
                            .text = book_style(book, &(CellLook){.valign = VALIGN_TOP}),
                            .wrap = book_style(book, &wrap),
                            .count = book_style(book, &count),
                            .place = book_style(book, &count),
                            .error = book_style(book, &error),
                            .warning = book_style(book, &warning),
                            .hidden = book_style(book, &hidden),
                            .cell = book_style(book, &cell),
                            .mend = book_style(book, &mend)};
}

typedef struct {
    int line, column;
    bool error;
    const char *message;
} Mark;

typedef struct {
    Ingest *in;
    Arena *arena;
    Sheet *sheet;
    const ReturnedStyles *styles;
    const ReturnedFile *file;
    Mark *marks; /* in order of line and column */
    int nmark, next;
    bool *open; /* a field: whether its cells may be shown */
    int nfield, row, header_line;
} Returned;

static bool read_marks(Returned *returned)
{
    Query query;
    int capacity = 0;
    if (!query_open(
            &query, returned->in->run,
            SQL("SELECT coalesce(line, 0), coalesce(column, 0), severity = 'error', message_lv "
                "FROM ingest_fault WHERE file = ?1 AND severity <> 'note' "
                "ORDER BY line, column, fault")))
        return false;
    query_bind(&query, 1, "i", returned->file->file);
    while (query_next(&query)) {
        returned->marks = arena_room(returned->arena, returned->marks, sizeof *returned->marks,
                                     returned->nmark, &capacity);
        returned->marks[returned->nmark++] =
            (Mark){(int)query_int(&query, 0), (int)query_int(&query, 1), query_int(&query, 2) == 1,
                   text_upper_first(returned->arena, query_text(&query, 3))};
    }
    return query_close(&query);
}

/* Which fields may be shown: those of known columns that identify nobody. */
static bool read_fields(Returned *returned)
{
    Query query;
    const Dataset *dataset = returned->file->dataset;
    if (!query_open(&query, returned->in->run,
                    SQL("SELECT position, field FROM ingest_file_column WHERE file = ?1 "
                        "AND field IS NOT NULL")))
        return false;
    query_bind(&query, 1, "i", returned->file->file);
    while (query_next(&query)) {
        int field = (int)query_int(&query, 0) - 1;
        int column = dataset ? dataset_column(dataset, query_text(&query, 1)) : -1;
        if (field < returned->nfield)
            returned->open[field] = column >= 0 ? dataset->columns[column].type != TYPE_PERSON
                                                : strcmp(query_text(&query, 1), "action") == 0;
    }
    return query_close(&query);
}

/* A personal code may stand in any column. */
static bool holds_code(const char *text)
{
    int ndigit = 0;
    for (; *text; text++) {
        if (*text >= '0' && *text <= '9')
            ndigit++;
        else if (*text != '-' || ndigit != 6)
            ndigit = 0;
        if (ndigit >= 11)
            return true;
    }
    return false;
}

static void write_cell(Returned *returned, int column, const RawCell *raw, const CellStyle *style)
{
    const char *text = text_normal(returned->arena, raw->text, raw->length);
    if (raw->kind == RAW_NUMBER)
        sheet_number(returned->sheet, returned->row, column, strtod(text, NULL), style);
    else if (raw->kind == RAW_DATE && date_parse(text) != DATE_NONE)
        sheet_text(returned->sheet, returned->row, column,
                   lang_date(returned->arena, LANG_LV, date_parse(text)), style);
    else
        sheet_text(returned->sheet, returned->row, column, holds_code(text) ? "" : text, style);
}

static const CellStyle *style_of(const Returned *returned, int from, int to, int field)
{
    const CellStyle *style = returned->styles->cell;
    for (int i = from; i < to; i++)
        if (returned->marks[i].column == field + 1) {
            if (returned->marks[i].error)
                return returned->styles->error;
            style = returned->styles->warning;
        }
    return style;
}

static const char *join_messages(Returned *returned, int from, int to, int field)
{
    Buffer text = buffer_open(returned->arena);
    for (int i = from; i < to; i++)
        if (field < 0 || returned->marks[i].column == field + 1)
            buffer_format(&text, "%s%s.", text.length ? "\n" : "", returned->marks[i].message);
    return buffer_end(&text);
}

/* One row with marks[from, to). */
static void write_row(Returned *returned, const RawRow *row, int from, int to)
{
    static const RawCell EMPTY = {"", 0, RAW_TEXT};
    sheet_number(returned->sheet, returned->row, 0, row->line, returned->styles->place);
    for (int field = 0; field < returned->nfield; field++) {
        bool known = row->state == ROW_WHOLE && field < row->ncell;
        const CellStyle *style = style_of(returned, from, to, field);
        bool plain = style == returned->styles->cell;
        write_cell(returned, field + 1,
                   known && returned->open[field] ? &row->cells[field] : &EMPTY,
                   plain && !returned->open[field] ? returned->styles->hidden : style);
        const char *note = join_messages(returned, from, to, field);
        if (*note)
            sheet_comment(returned->sheet, returned->row, field + 1, note, "ietekme");
    }
    const char *mend = join_messages(returned, from, to, -1);
    sheet_text(returned->sheet, returned->row, returned->nfield + 1, mend, returned->styles->mend);
    sheet_height(returned->sheet, returned->row,
                 text_height_pt(mend, 10, false, MEND_WIDTH, 13.5) + 2);
    returned->row++;
}

static void write_head(Returned *returned, const RawRow *row)
{
    returned->header_line = row->line;
    returned->nfield = row->ncell;
    returned->open = arena_new(returned->arena, bool, row->ncell + 1);
    read_fields(returned);
    sheet_text(returned->sheet, returned->row, 0, "Rinda datnē", returned->styles->head);
    int from = 0, to = 0;
    while (to < returned->nmark && returned->marks[to].line <= row->line)
        to++;
    for (int field = 0; field < row->ncell; field++) {
        const char *note = join_messages(returned, from, to, field);
        sheet_text(returned->sheet, returned->row, field + 1,
                   text_normal(returned->arena, row->cells[field].text, row->cells[field].length),
                   *note ? returned->styles->head_bad : returned->styles->head);
        if (*note)
            sheet_comment(returned->sheet, returned->row, field + 1, note, "ietekme");
    }
    sheet_text(returned->sheet, returned->row, row->ncell + 1, "Kas jālabo",
               returned->styles->head);
    returned->next = to;
    returned->row++;
}

static bool take_row(void *user, const RawRow *row)
{
    Returned *returned = user;
    if (!returned->open) {
        write_head(returned, row);
        return true;
    }
    int from = returned->next;
    while (from < returned->nmark && returned->marks[from].line < row->line)
        from++;
    int to = from;
    while (to < returned->nmark && returned->marks[to].line == row->line)
        to++;
    if (to > from && returned->row - HEAD_ROW < ROW_MOST)
        write_row(returned, row, from, to);
    returned->next = to;
    return to < returned->nmark;
}

/* What concerns the file as a whole, above the table. */
static void write_whole(Returned *returned)
{
    Buffer text = buffer_open(returned->arena);
    for (int i = 0; i < returned->nmark && returned->marks[i].line <= 1; i++)
        if (returned->marks[i].column == 0)
            buffer_format(&text, "%s%s.", text.length ? " " : "", returned->marks[i].message);
    sheet_measure(returned->sheet, false);
    sheet_text(returned->sheet, 0, 0, returned->file->path, returned->styles->title);
    sheet_text(returned->sheet, 1, 0, buffer_end(&text), returned->styles->text);
    sheet_measure(returned->sheet, true);
}

bool returned_sheet(Ingest *in, Workbook *book, const ReturnedStyles *styles,
                    const ReturnedFile *file)
{
    const char *slash = strrchr(file->path, '/');
    Returned returned = {.in = in, .arena = arena_open(), .styles = styles, .file = file};
    returned.sheet = book_sheet(book, file->sheet ? file->sheet : slash ? slash + 1 : file->path);
    returned.row = HEAD_ROW;
    bool done = read_marks(&returned);
    write_whole(&returned);
    bool table = file->dataset && done;
    if (table && file_again(in, file->path, file->sheet, file->delimiter, take_row, &returned) &&
        returned.open) {
        sheet_freeze(returned.sheet, HEAD_ROW + 1, 1);
        if (returned.row > HEAD_ROW + 1)
            sheet_filter(returned.sheet, HEAD_ROW, 0, returned.row - 1, returned.nfield + 1);
        sheet_fit(returned.sheet, 0, returned.nfield, 9, 40);
        sheet_width(returned.sheet, returned.nfield + 1, MEND_WIDTH);
    }
    sheet_print(returned.sheet, &(SheetPrint){.pages_wide = 1,
                                              .first_row = HEAD_ROW,
                                              .last_row = HEAD_ROW,
                                              .last_used_row = -1,
                                              .last_used_column = -1});
    arena_close(returned.arena);
    return done;
}
