/* Gathers the rows of a made-up file and writes them as CSV or as a sheet; the habits of regions
 * are in sim_habit.c. */
#include "data/sim_file.h"

#include "core/text.h"
#include "data/sim_habit.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

struct SimFile {
    SimDesk *desk;
    Arena *arena;
    int region;
    const Habit *habit;
    const char *dataset, *path;
    const SeedTable *declared;
    const char **column, **header;
    SimCell *cell;
    int ncolumn, ncell, room;
};

const SeedTable *desk_declared(SimDesk *desk, const char *dataset)
{
    for (int i = 0; i < desk->ndeclared; i++)
        if (strcmp(desk->declared[i]->asset->name, dataset) == 0)
            return desk->declared[i];
    SeedTable *table = arena_new(desk->arena, SeedTable, 1);
    if (!seed_read(desk->run, arena_format(desk->arena, "ingest/datasets/%s.csv", dataset), table))
        return NULL;
    desk->declared = arena_room(desk->arena, desk->declared, sizeof *desk->declared,
                                desk->ndeclared, &desk->declared_room);
    desk->declared[desk->ndeclared++] = table;
    return table;
}

static const char *file_path(SimFile *file, const char *submission)
{
    Arena *arena = file->arena;
    if (file->region == REGION_CENTRAL)
        return arena_format(arena, "%s.csv", file->dataset);
    const char *tail = file->habit->names_period ? arena_format(arena, "_%s", submission) : "";
    return arena_format(arena, "incoming/%s/%s/%s%s.%s", region_code(file->region), submission,
                        file->dataset, tail, file->habit->workbook ? "xlsx" : "csv");
}

/* Latvian titles as headers where the region uses them. */
static const char *header_of(const SimFile *file, const char *column)
{
    int row = file->declared ? seed_find(file->declared, "column", column) : -1;
    if (row < 0 || !file->habit->latvian_headers)
        return column;
    return seed_text(file->declared, row, "title_lv");
}

SimFile *file_open(SimDesk *desk, Arena *arena, int region, const char *submission,
                   const char *dataset, const char *columns)
{
    SimFile *file = arena_new(arena, SimFile, 1);
    *file = (SimFile){.desk = desk, .arena = arena, .region = region, .dataset = dataset};
    file->habit = habit_of(region);
    file->declared = desk_declared(desk, dataset);
    file->path = file_path(file, submission);
    if (desk->book && file->habit->workbook)
        file->path = desk->book_path;
    file->ncolumn = text_split(arena, columns, ' ', &file->column);
    file->header = arena_new(arena, const char *, file->ncolumn);
    for (int i = 0; i < file->ncolumn; i++)
        file->header[i] = header_of(file, file->column[i]);
    return file;
}

void file_header(SimFile *file, const char *column, const char *header)
{
    for (int i = 0; i < file->ncolumn; i++)
        if (strcmp(file->column[i], column) == 0)
            file->header[i] = header;
}

static void put_cell(SimFile *file, SimCell cell)
{
    file->cell = arena_room(file->arena, file->cell, sizeof cell, file->ncell, &file->room);
    file->cell[file->ncell++] = cell;
}

void put_text(SimFile *file, const char *text)
{
    put_cell(file, (SimCell){.kind = text && *text ? CELL_TEXT : CELL_EMPTY, .text = text});
}

void put_code(SimFile *file, const char *code)
{
    const char *column = file->column[file->ncell % file->ncolumn];
    int row = file->declared ? seed_find(file->declared, "column", column) : -1;
    const char *text = code;
    if (row >= 0 && code && *code && file->habit->words)
        text = habit_word(file->arena, seed_text(file->declared, row, "codes"), code);
    put_text(file, text);
}

void put_integer(SimFile *file, int value)
{
    put_cell(file, (SimCell){.kind = CELL_NUMBER, .number = value});
}

void put_number(SimFile *file, double value, int decimals)
{
    CellKind kind = isnan(value) ? CELL_EMPTY : CELL_NUMBER;
    put_cell(file, (SimCell){.kind = kind, .number = value, .decimals = decimals});
}

void put_date(SimFile *file, Date date)
{
    put_cell(file, (SimCell){.kind = date == DATE_NONE ? CELL_EMPTY : CELL_DATE, .date = date});
}

void put_yes(SimFile *file, int yes)
{
    if (yes < 0)
        put_empty(file, 1);
    else if (file->habit->words)
        put_text(file, yes ? "jā" : "nē");
    else
        put_integer(file, yes);
}

void put_municipality(SimFile *file, int row)
{
    put_text(file, row < 0 ? NULL : habit_place(file->habit, &file->desk->municipality, row));
}

void put_empty(SimFile *file, int count)
{
    for (int i = 0; i < count; i++)
        put_cell(file, (SimCell){.kind = CELL_EMPTY});
}

void file_line(SimFile *file, const char *bytes)
{
    assert(file->ncell % file->ncolumn == 0 && !file->habit->workbook);
    put_cell(file, (SimCell){.kind = CELL_LINE, .text = arena_text(file->arena, bytes)});
    put_empty(file, file->ncolumn - 1);
}

int file_rows(const SimFile *file)
{
    assert(file->ncell % file->ncolumn == 0);
    return file->ncell / file->ncolumn;
}

void file_fault(SimFile *file, const char *reason)
{
    SimDesk *desk = file->desk;
    desk->reject = arena_room(desk->arena, desk->reject, sizeof *desk->reject, desk->nreject,
                              &desk->reject_room);
    desk->reject[desk->nreject++] =
        (SimReject){arena_text(desk->arena, file->path), reason, file_rows(file) + 1};
}

/* Makes the folders that `path` lies in. */
static bool make_folders(SimDesk *desk, char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0755) == 0 || errno == EEXIST;
        if (!made)
            return diag_fail(desk->run->diag, (Place){0}, MSG_FILE_WRITE, path, strerror(errno));
        *slash = '/';
    }
    return true;
}

bool desk_write(SimDesk *desk, const char *path, const char *bytes, size_t length)
{
    char *full = arena_format(desk->arena, "%s/%s", desk->folder, path);
    if (!make_folders(desk, full))
        return false;
    FILE *out = fopen(full, "wb");
    bool written = out && fwrite(bytes, 1, length, out) == length;
    if (out && fclose(out) != 0)
        written = false;
    if (!written)
        return diag_fail(desk->run->diag, (Place){0}, MSG_FILE_WRITE, full, strerror(errno));
    return true;
}

static bool write_csv(SimFile *file)
{
    Buffer text = buffer_open(file->arena);
    for (int i = 0; i < file->ncolumn; i++)
        habit_field(&text, file->habit, i, file->header[i]);
    buffer_text(&text, file->habit->line_end);
    for (int i = 0; i < file->ncell; i++) {
        const SimCell *cell = &file->cell[i];
        if (cell->kind == CELL_LINE) {
            buffer_text(&text, cell->text);
            i += file->ncolumn - 1;
        } else {
            habit_field(&text, file->habit, i % file->ncolumn,
                        habit_text(file->arena, file->habit, cell));
        }
        if (i % file->ncolumn == file->ncolumn - 1)
            buffer_text(&text, file->habit->line_end);
    }
    size_t length;
    const char *bytes = habit_encode(file->arena, file->habit, buffer_end(&text), &length);
    return desk_write(file->desk, file->path, bytes, length);
}

static void fill_sheet(SimFile *file, Sheet *sheet, const CellStyle *date, const CellStyle *head)
{
    for (int i = 0; i < file->ncolumn; i++)
        sheet_text(sheet, 0, i, file->header[i], head);
    for (int i = 0; i < file->ncell; i++) {
        const SimCell *cell = &file->cell[i];
        int row = 1 + i / file->ncolumn, column = i % file->ncolumn;
        if (cell->kind == CELL_TEXT)
            sheet_text(sheet, row, column, cell->text, NULL);
        else if (cell->kind == CELL_NUMBER)
            sheet_number(sheet, row, column, cell->number, NULL);
        else if (cell->kind == CELL_DATE)
            sheet_date(sheet, row, column, cell->date, date);
    }
}

static Workbook *book_start(SimDesk *desk, const char *path)
{
    char *full = arena_format(desk->arena, "%s/%s", desk->folder, path);
    WorkbookInfo info = {.title = path, .created = date_make(2027, 12, 31)};
    return make_folders(desk, full) ? book_open(desk->arena, desk->run->diag, full, &info) : NULL;
}

static bool write_sheet(SimFile *file)
{
    SimDesk *desk = file->desk;
    Workbook *book = desk->book ? desk->book : book_start(desk, file->path);
    if (!book)
        return false;
    const CellStyle *date = book_style(book, &(CellLook){.number = "dd\\.mm\\.yyyy\\."});
    const CellStyle *head = book_style(book, &(CellLook){.bold = true});
    fill_sheet(file, book_sheet(book, file->dataset), date, head);
    return desk->book || book_close(book);
}

bool file_write(SimFile *file, bool also_empty)
{
    if (file_rows(file) == 0 && !also_empty)
        return true;
    return file->habit->workbook ? write_sheet(file) : write_csv(file);
}

void desk_book_start(SimDesk *desk, const char *path)
{
    desk->book_path = path;
    desk->book = book_start(desk, path);
}

bool desk_book_end(SimDesk *desk)
{
    bool done = desk->book && book_close(desk->book);
    desk->book = NULL;
    return done;
}
