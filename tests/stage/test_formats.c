/* Property: any valid table, written in any of the accepted formats, reads back to the same rows.
 * Tables are made from a seed; the formats are every encoding, separator, line end, decimal mark
 * and date shape of CSV, and XLSX with typed and with text cells. */
#include "tests/stage/ingest_folder.h"

#include "core/date.h"
#include "core/workbook.h"

#include <iconv.h>

enum { NROW = 12, NTABLE = 12 };

typedef struct {
    char id[32], title[120];
    Date held;
    int halves;    /* hours × 2 */
    int headcount; /* -1: missing */
    bool open;
    int activity;
} Row;

static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state * 2685821657736338717u;
}

static int below(uint64_t *state, int n)
{
    return (int)((next(state) >> 33) % (uint64_t)n);
}

/* Pieces that are in Windows-1257, some of which CSV must quote. */
static void make_title(uint64_t *state, char *out, size_t size)
{
    static const char *const PIECES[] = {"ā",  "Ķ", "ņš", "žu", "a",   "Z", "0",  ";", ",",  "\"",
                                         "\t", " ", "\n", "–",  "„x”", "=", "+1", "-", "''", "@"};
    size_t used = (size_t)snprintf(out, size, "T");
    for (int n = below(state, 14); n > 0; n--)
        used +=
            (size_t)snprintf(out + used, size - used, "%s", PIECES[below(state, COUNT(PIECES))]);
    snprintf(out + used, size - used, "ē.");
}

static void make_rows(uint64_t *state, Row *rows)
{
    for (int i = 0; i < NROW; i++) {
        Row *row = &rows[i];
        snprintf(row->id, sizeof row->id, "P-%d-%d", i, below(state, 1000));
        make_title(state, row->title, sizeof row->title);
        row->held = date_make(2026, 1, 1) + below(state, 700);
        row->halves = 1 + 2 * below(state, 20000);
        row->headcount = below(state, 4) ? below(state, 30000) : -1;
        row->open = below(state, 2);
        row->activity = 2 + below(state, 8);
    }
}

/* ---- CSV ---- */

typedef struct {
    const char *encoding; /* iconv's name */
    const char *bom;
    size_t nbom;
    char separator, mark;
    const char *end;
    int date; /* shape */
    bool quote_all, groups;
} Dialect;

static void put_field(Buffer *out, const Dialect *dialect, const char *text, bool last)
{
    char special[] = {dialect->separator, '"', '\n', '\r', '\0'};
    bool quote = dialect->quote_all || strpbrk(text, special) || text[0] == ' ';
    buffer_text(out, quote ? "\"" : "");
    for (const char *at = text; *at; at++) {
        buffer_add(out, at, 1);
        if (*at == '"' && quote)
            buffer_text(out, "\"");
    }
    buffer_text(out, quote ? "\"" : "");
    if (last)
        buffer_text(out, dialect->end);
    else
        buffer_add(out, &dialect->separator, 1);
}

static char *show_date(Arena *arena, Date date, int shape)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    if (shape == 0)
        return date_iso(arena, date);
    if (shape == 1)
        return arena_format(arena, "%02d.%02d.%04d", day, month, year);
    return shape == 2 ? arena_format(arena, "%02d.%02d.%04d.", day, month, year)
                      : arena_format(arena, "%d/%d/%d", day, month, year);
}

static char *show_number(Arena *arena, int whole, const char *tail, bool groups)
{
    if (groups && whole >= 1000)
        return arena_format(arena, "%d %03d%s", whole / 1000, whole % 1000, tail);
    return arena_format(arena, "%d%s", whole, tail);
}

static char *write_csv(Arena *arena, const Row *rows, const Dialect *dialect, size_t *size)
{
    static const char *const HEADS[] = {"event_id", "activity", "kind",      "title",
                                        "held_on",  "hours",    "headcount", "open"};
    Buffer out = buffer_open(arena);
    for (int i = 0; i < COUNT(HEADS); i++)
        put_field(&out, dialect, HEADS[i], i == COUNT(HEADS) - 1);
    for (int i = 0; i < NROW; i++) {
        const Row *row = &rows[i];
        char tail[] = {dialect->mark, '5', '\0'};
        put_field(&out, dialect, row->id, false);
        put_field(&out, dialect, arena_format(arena, "24.%d", row->activity), false);
        put_field(&out, dialect, "mācības", false);
        put_field(&out, dialect, row->title, false);
        put_field(&out, dialect, show_date(arena, row->held, dialect->date), false);
        put_field(&out, dialect, show_number(arena, row->halves / 2, tail, dialect->groups), false);
        put_field(&out, dialect,
                  row->headcount < 0 ? "" : show_number(arena, row->headcount, "", dialect->groups),
                  false);
        put_field(&out, dialect, row->open ? "jā" : "nē", true);
    }
    iconv_t converter = iconv_open(dialect->encoding, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    char *in = out.data, *bytes = arena_alloc(arena, 1, out.length * 3 + 8), *to = bytes;
    size_t nin = out.length, nout = out.length * 3;
    memcpy(to, dialect->bom, dialect->nbom);
    to += dialect->nbom;
    assert_int_equal(iconv(converter, &in, &nin, &to, &nout), 0);
    iconv_close(converter);
    *size = (size_t)(to - bytes);
    return bytes;
}

/* ---- XLSX ---- */

static void write_xlsx(Folder *folder, const Row *rows, const char *path, bool typed)
{
    static const char *const HEADS[] = {"Pasākuma numurs", "Apakšpunkts", "Veids",     "title",
                                        "held_on",         "hours",       "headcount", "open"};
    folder->run.diag = diag_open(folder->arena, NULL, LANG_EN, false);
    WorkbookInfo info = {.created = DATE_NONE};
    Workbook *book = book_open(folder->arena, folder->run.diag, path, &info);
    Sheet *sheet = book_sheet(book, "Lapa1");
    const CellStyle *day = book_style(book, &(CellLook){.number = "dd.mm.yyyy"});
    for (int i = 0; i < COUNT(HEADS); i++)
        sheet_text(sheet, 0, i, HEADS[i], NULL);
    for (int i = 0; i < NROW; i++) {
        const Row *row = &rows[i];
        Arena *arena = folder->arena;
        sheet_text(sheet, i + 1, 0, row->id, NULL);
        sheet_text(sheet, i + 1, 1, arena_format(arena, "24.%d", row->activity), NULL);
        sheet_text(sheet, i + 1, 2, "training", NULL);
        sheet_text(sheet, i + 1, 3, row->title, NULL);
        if (typed) {
            sheet_date(sheet, i + 1, 4, row->held, day);
            sheet_number(sheet, i + 1, 5, row->halves / 2 + 0.5, NULL);
            sheet_number(sheet, i + 1, 6, row->headcount < 0 ? (double)NAN : (double)row->headcount,
                         NULL);
        } else {
            sheet_text(sheet, i + 1, 4, show_date(arena, row->held, 2), NULL);
            sheet_text(sheet, i + 1, 5, show_number(arena, row->halves / 2, ",5", true), NULL);
            if (row->headcount >= 0)
                sheet_text(sheet, i + 1, 6, show_number(arena, row->headcount, "", false), NULL);
        }
        sheet_number(sheet, i + 1, 7, row->open, NULL);
    }
    assert_true(book_close(book));
}

/* ---- what must come of it ---- */

static char *wanted_text(Arena *arena, const Row *rows)
{
    Buffer out = buffer_open(arena);
    for (int i = 0; i < NROW; i++) {
        const Row *row = &rows[i];
        buffer_format(&out, "%s|24.%d|%s|%s|%d.5|", row->id, row->activity,
                      text_normal(arena, row->title, strlen(row->title)),
                      date_iso(arena, row->held), row->halves / 2);
        if (row->headcount >= 0)
            buffer_format(&out, "%d", row->headcount);
        buffer_format(&out, "|%d\n", row->open);
    }
    return arena_text(arena, buffer_end(&out));
}

static void compare(Folder *folder, const Row *rows)
{
    assert_true(folder_ingest(folder, ":memory:"));
    assert_string_equal(
        folder_query(folder, "SELECT line, column, code, message_en FROM ingest_fault"), "");
    assert_string_equal(folder_query(folder,
                                     "SELECT event_id, activity, title, held_on, hours, "
                                     "headcount, \"open\" FROM ingest_event ORDER BY \"row\""),
                        wanted_text(folder->arena, rows));
    folder_close(folder);
}

static const Dialect DIALECTS[] = {
    {"UTF-8", "", 0, ';', ',', "\n", 1, false, false},
    {"UTF-8", "\xEF\xBB\xBF", 3, ';', ',', "\r\n", 2, false, true},
    {"UTF-8", "", 0, ',', '.', "\n", 0, true, false},
    {"UTF-8", "", 0, '\t', '.', "\r", 3, false, true},
    {"WINDOWS-1257", "", 0, ';', ',', "\r\n", 2, false, false},
    {"WINDOWS-1257", "", 0, ',', '.', "\r", 1, true, true},
    {"UTF-16LE", "\xFF\xFE", 2, '\t', ',', "\r\n", 3, false, false},
    {"UTF-16BE", "\xFE\xFF", 2, ';', '.', "\n", 0, true, false},
};

static void test_csv(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= NTABLE; seed++)
        for (int i = 0; i < COUNT(DIALECTS); i++) {
            Row rows[NROW];
            uint64_t random = seed * 7919;
            make_rows(&random, rows);
            Folder *folder = folder_open("formats");
            size_t size;
            char *bytes = write_csv(folder->arena, rows, &DIALECTS[i], &size);
            folder_bytes(folder, "incoming/kurzeme/2026H1/event.csv", bytes, size);
            compare(folder, rows);
        }
}

static void test_xlsx(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= NTABLE; seed++)
        for (int typed = 0; typed < 2; typed++) {
            Row rows[NROW];
            uint64_t random = seed * 104729;
            make_rows(&random, rows);
            Folder *folder = folder_open("formats-xlsx");
            char *path =
                arena_format(folder->arena, "%s/incoming/kurzeme/2026H1/event.xlsx", folder->root);
            folder_path(folder, path);
            write_xlsx(folder, rows, path, typed);
            compare(folder, rows);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_csv), cmocka_unit_test(test_xlsx)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
