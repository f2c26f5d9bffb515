/* Workbooks at size: a report workbook of 100 000 cells through the renderer, a dump of a million
 * cells in constant memory. Prints seconds and the greatest memory so far; run by workbook.sh. */
#include "core/workbook.h"
#include "report/document.h"

#include <math.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Of the processor, so that what else runs on the machine does not matter. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void tell(const char *what, double from)
{
    struct rusage use;
    double seconds = now() - from;
    getrusage(RUSAGE_SELF, &use);
    printf("%-34s %6.2f s  %6ld kB\n", what, seconds, use.ru_maxrss);
}

static void dump(Arena *arena, Diag *diag, const char *path)
{
    double from = now();
    WorkbookInfo info = {.title = "Dati", .stream = true};
    Workbook *book = book_open(arena, diag, path, &info);
    Sheet *sheet = book_sheet(book, "Dati");
    const CellStyle *style = book_style(book, &(CellLook){.number = "#,##0.00"});
    char code[32];
    for (int row = 0; row < 50000; row++)
        for (int column = 0; column < 20; column++)
            if (column % 4 == 0) {
                snprintf(code, sizeof code, "kods %d", row % 500);
                sheet_text(sheet, row, column, code, NULL);
            } else {
                sheet_number(sheet, row, column, row * 1.37 + column, style);
            }
    if (book_close(book))
        tell("dump, 1 000 000 cells", from);
}

enum { COLUMNS = 10, ROWS = 1000, SHEETS = 10 };

static const Table *table(Arena *arena)
{
    TableColumn *columns = arena_new(arena, TableColumn, COLUMNS);
    TableRow *rows = arena_new(arena, TableRow, ROWS);
    Cell *cells = arena_new(arena, Cell, ROWS * COLUMNS);
    for (int i = 0; i < COLUMNS; i++)
        columns[i] = (TableColumn){.key = arena_format(arena, "c%d", i),
                                   .title = arena_format(arena, "Kolonna %d", i),
                                   .format = {i ? FORMAT_NUMBER : FORMAT_TEXT, i % 3},
                                   .shown = true,
                                   .formula = i == 9 ? "c1 / c2" : NULL};
    for (int row = 0; row < ROWS; row++) {
        Cell *cell = cells + row * COLUMNS;
        for (int i = 0; i < COLUMNS; i++)
            cell[i] = (Cell){CELL_VALUE, columns[i].format, row * 3.7 + i, NULL, NULL};
        cell[0].text = arena_format(arena, "rinda %d", row);
        cell[9].number = cell[1].number / cell[2].number;
        rows[row] = (TableRow){ROW_DATA, cell, NULL};
    }
    Table *made = arena_new(arena, Table, 1);
    *made = (Table){columns, COLUMNS, rows, ROWS};
    return made;
}

static void report(Arena *arena, Diag *diag, const char *path)
{
    Node *nodes = arena_new(arena, Node, SHEETS);
    for (int i = 0; i < SHEETS; i++)
        nodes[i] = (Node){.kind = NODE_TABLE,
                          .number = i + 1,
                          .anchor = arena_format(arena, "tabula_%d", i),
                          .title = arena_format(arena, "Tabula %d", i),
                          .table = table(arena),
                          .next = i + 1 < SHEETS ? &nodes[i + 1] : NULL};
    Document document = {.id = "bench", .lang = LANG_LV, .title = "Lielums", .first = nodes};
    double from = now();
    if (RENDER_XLSX.render(&document, path, diag))
        tell("report workbook, 100 000 cells", from);
}

int main(int argc, char **argv)
{
    Arena *arena = arena_open();
    Diag *diag = diag_open(arena, stderr, LANG_LV, false);
    const char *path = argc > 1 ? argv[1] : "bench.xlsx";
    dump(arena, diag, path);
    report(arena, diag, path);
    unlink(path);
    arena_close(arena);
    return 0;
}
