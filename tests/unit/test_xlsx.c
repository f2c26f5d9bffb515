/* The workbook of a document: sheets, formulas with the values they have, names of figures, nothing
 * hidden given away, charts for the kinds that Excel has. */
#include "tests/test.h"

#include "core/arena.h"
#include "report/document.h"
#include "tests/workbook.h"

#include <string.h>
#include <unistd.h>

static Cell number(double value, FormatKind kind, int decimals)
{
    return (Cell){CELL_VALUE, {kind, decimals}, value, NULL, NULL};
}

static Cell text(const char *value)
{
    return (Cell){CELL_VALUE, {FORMAT_TEXT, 0}, NAN, value, NULL};
}

static Cell hidden(void)
{
    return (Cell){CELL_HIDDEN, {FORMAT_NUMBER, 0}, NAN, NULL, NULL};
}

static Cell figure(Cell cell, const char *id)
{
    cell.figure = id;
    return cell;
}

#define COLUMN(name, head, form, ...)                                                              \
    {                                                                                              \
        .key = name, .title = head, .format = form, .shown = true, __VA_ARGS__                     \
    }
#define INTEGER                                                                                    \
    {                                                                                              \
        FORMAT_NUMBER, 0                                                                           \
    }
#define DECIMAL                                                                                    \
    {                                                                                              \
        FORMAT_NUMBER, 2                                                                           \
    }
#define SHARE                                                                                      \
    {                                                                                              \
        FORMAT_SHARE, 1                                                                            \
    }
#define TEXT                                                                                       \
    {                                                                                              \
        FORMAT_TEXT, 0                                                                             \
    }
#define STATUS                                                                                     \
    {                                                                                              \
        FORMAT_STATUS, 0                                                                           \
    }
#define DATE                                                                                       \
    {                                                                                              \
        FORMAT_DATE, 0                                                                             \
    }
/* Rows follow each other in one list of cells. */
static const Table *table_of(Arena *arena, const TableColumn *columns, int ncolumn,
                             const Cell *cells, int nrow)
{
    Table *table = arena_new(arena, Table, 1);
    TableRow *rows = arena_new(arena, TableRow, nrow);
    for (int i = 0; i < nrow; i++)
        rows[i] = (TableRow){ROW_DATA, cells + i * ncolumn, NULL};
    *table = (Table){columns, ncolumn, rows, nrow};
    return table;
}

static Node *add(Arena *arena, Node **last, Node node)
{
    Node *copy = arena_new(arena, Node, 1);
    *copy = node;
    (*last)->next = copy;
    *last = copy;
    return copy;
}

static void add_heading(Arena *arena, Node **last, const char *words, const char *anchor)
{
    Span *span = arena_new(arena, Span, 1);
    span->text = words;
    add(arena, last,
        (Node){.kind = NODE_HEADING, .level = 1, .anchor = anchor, .spans = span, .nspan = 1});
}

static const char *const REGIONS[] = {"Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"};

/* The table of STYLE: target, period, total, share with a formula, status; one value hidden. */
static const Table *communities(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("region", "Reģions", TEXT, .role = ROLE_LABEL),
        COLUMN("target", "Mērķis", INTEGER, .role = ROLE_TARGET, .unit = "skaits"),
        COLUMN("total", "Kopā", INTEGER, .main = true, .total = true, .role = ROLE_Y),
        COLUMN("in_period", "Periodā", INTEGER, .total = true),
        COLUMN("share", "% no mērķa", SHARE, .formula = "total / target"),
        COLUMN("status", "Statuss", STATUS, .role = ROLE_STATUS),
    };
    static const double TARGET[] = {40, 45, 50, 45, 30}, TOTAL[] = {34, 27, 31, 31, 19};
    static const char *const STATES[] = {"on_track", "at_risk", "at_risk", "on_track", "met"};
    Cell *cells = arena_new(arena, Cell, 36);
    for (int i = 0; i < 5; i++) {
        Cell *row = cells + 6 * i;
        row[0] = text(REGIONS[i]);
        row[1] = number(TARGET[i], FORMAT_NUMBER, 0);
        row[2] = figure(number(TOTAL[i], FORMAT_NUMBER, 0),
                        arena_format(arena, "kpi.communities.r%d.2028H1.cumulative", i));
        row[3] = i == 1 ? hidden() : number(5 + i, FORMAT_NUMBER, 0);
        row[4] = number(TOTAL[i] / TARGET[i], FORMAT_SHARE, 1);
        row[5] = (Cell){CELL_VALUE, {FORMAT_STATUS, 0}, NAN, STATES[i], NULL};
    }
    Cell *row = cells + 30;
    row[0] = text("Latvija");
    row[1] = number(210, FORMAT_NUMBER, 0);
    row[2] = number(142, FORMAT_NUMBER, 0);
    row[3] = hidden();
    row[4] = number(142.0 / 210, FORMAT_SHARE, 1);
    row[5] = (Cell){CELL_VALUE, {FORMAT_STATUS, 0}, NAN, "at_risk", NULL};
    Table *table = (Table *)(size_t)table_of(arena, COLUMNS, 6, cells, 6);
    ((TableRow *)(size_t)table->rows)[5].kind = ROW_TOTAL;
    return table;
}

static const Table *forest(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("outcome", "Rādītājs", TEXT, .role = ROLE_LABEL),
        COLUMN("estimate", "Novērtējums", DECIMAL, .role = ROLE_Y),
        COLUMN("low", "No", DECIMAL, .role = ROLE_LOW),
        COLUMN("high", "Līdz", DECIMAL, .role = ROLE_HIGH),
    };
    static const char *const NAMES[] = {"Kolektīvā rīcībspēja", "Sociālā uzticēšanās",
                                        "Sagatavotība", "Piederības sajūta"};
    static const double VALUES[][3] = {
        {0.41, 0.12, 0.70}, {0.15, -0.2, 0.5}, {0.02, -0.1, 0.2}, {-0.05, -0.3, 0.22}};
    Cell *cells = arena_new(arena, Cell, 16);
    for (int i = 0; i < 4; i++) {
        cells[4 * i] = text(NAMES[i]);
        for (int k = 0; k < 3; k++)
            cells[4 * i + 1 + k] = number(VALUES[i][k], FORMAT_NUMBER, 2);
    }
    return table_of(arena, COLUMNS, 4, cells, 4);
}

static const Table *series(Arena *arena, bool shares)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("period", "Periods", TEXT, .role = ROLE_LABEL),
        COLUMN("arm", "Grupa", TEXT, .role = ROLE_SERIES),
        COLUMN("value", "Vērtība", DECIMAL, .role = ROLE_Y),
    };
    static const char *const TIMES[] = {"2026H1", "2026H2", "2027H1", "2027H2"};
    static const char *const ARMS[] = {"atbalstītās", "salīdzināmās", "pārējās"};
    Cell *cells = arena_new(arena, Cell, 36);
    for (int i = 0; i < 12; i++) {
        cells[3 * i] = text(TIMES[i / 3]);
        cells[3 * i + 1] = text(ARMS[i % 3]);
        cells[3 * i + 2] = shares ? number(0.2 + 0.05 * (i % 3), FORMAT_SHARE, 0)
                                  : number(3 + 0.1 * i, FORMAT_NUMBER, 2);
    }
    return table_of(arena, COLUMNS, 3, cells, 12);
}

static const Table *funnel(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("region", "Reģions", TEXT, .role = ROLE_LABEL),
        COLUMN("residents", "Iedzīvotāji", INTEGER, .role = ROLE_X),
        COLUMN("rate", "Uz 10 000", DECIMAL, .role = ROLE_Y),
        COLUMN("centre", "Valstī kopā", DECIMAL, .role = ROLE_CENTRE),
        COLUMN("low", "95 % no", DECIMAL, .role = ROLE_LOW),
        COLUMN("high", "95 % līdz", DECIMAL, .role = ROLE_HIGH),
    };
    static const double RESIDENTS[] = {235000, 248000, 850000, 270000, 222000};
    Cell *cells = arena_new(arena, Cell, 30);
    for (int i = 0; i < 5; i++) {
        double half = 150 / sqrt(RESIDENTS[i]);
        cells[6 * i] = text(REGIONS[i]);
        cells[6 * i + 1] = number(RESIDENTS[i], FORMAT_NUMBER, 0);
        cells[6 * i + 2] = number(1.4 + 0.1 * i, FORMAT_NUMBER, 2);
        cells[6 * i + 3] = number(1.5, FORMAT_NUMBER, 2);
        cells[6 * i + 4] = number(1.5 - half, FORMAT_NUMBER, 2);
        cells[6 * i + 5] = number(1.5 + half, FORMAT_NUMBER, 2);
    }
    return table_of(arena, COLUMNS, 6, cells, 5);
}

static const Table *gantt(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("title", "Darbība", TEXT, .role = ROLE_LABEL),
        COLUMN("from", "No", DATE, .role = ROLE_FROM),
        COLUMN("to", "Līdz", DATE, .role = ROLE_TO),
        COLUMN("done", "Paveikts", SHARE, .role = ROLE_DONE),
    };
    static const char *const NAMES[] = {"Kartēšana", "Atklātie konkursi", "Mentoru mācības"};
    Cell *cells = arena_new(arena, Cell, 12);
    for (int i = 0; i < 3; i++) {
        cells[4 * i] = text(NAMES[i]);
        cells[4 * i + 1] = number(20100 + 90 * i, FORMAT_DATE, 0);
        cells[4 * i + 2] = number(20400 + 120 * i, FORMAT_DATE, 0);
        cells[4 * i + 3] = number(1 - 0.4 * i, FORMAT_SHARE, 0);
    }
    return table_of(arena, COLUMNS, 4, cells, 3);
}

static const Table *lorenz(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("x", "Iedzīvotāju daļa", SHARE, .role = ROLE_X),
        COLUMN("y", "Līdzekļu daļa", SHARE, .role = ROLE_Y),
    };
    Cell *cells = arena_new(arena, Cell, 22);
    for (int i = 0; i < 11; i++) {
        cells[2 * i] = number(i / 10.0, FORMAT_SHARE, 1);
        cells[2 * i + 1] = number(i * i / 100.0, FORMAT_SHARE, 1);
    }
    return table_of(arena, COLUMNS, 2, cells, 11);
}

static const Table *events(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("time", "Gadi kopš sākuma", INTEGER, .role = ROLE_X),
        COLUMN("estimate", "Ietekme", DECIMAL, .role = ROLE_Y),
        COLUMN("low", "No", DECIMAL, .role = ROLE_LOW),
        COLUMN("high", "Līdz", DECIMAL, .role = ROLE_HIGH),
        COLUMN("low2", "Ārējais no", DECIMAL, .role = ROLE_LOW2),
        COLUMN("high2", "Ārējais līdz", DECIMAL, .role = ROLE_HIGH2),
    };
    Cell *cells = arena_new(arena, Cell, 36);
    for (int i = 0; i < 6; i++) {
        double value = i < 3 ? 0.02 * i : 0.2 * (i - 2);
        cells[6 * i] = number(i - 3, FORMAT_NUMBER, 0);
        cells[6 * i + 1] = number(value, FORMAT_NUMBER, 2);
        for (int k = 0; k < 4; k++)
            cells[6 * i + 2 + k] =
                number(value + (k % 2 ? 1 : -1) * (k < 2 ? 0.2 : 0.3), FORMAT_NUMBER, 2);
    }
    return table_of(arena, COLUMNS, 6, cells, 6);
}

static const Table *grid(Arena *arena)
{
    static const TableColumn COLUMNS[] = {
        COLUMN("region", "Reģions", TEXT, .role = ROLE_LABEL),
        COLUMN("dataset", "Datu kopa", TEXT, .role = ROLE_SERIES),
        COLUMN("status", "Stāvoklis", STATUS, .role = ROLE_STATUS),
    };
    static const char *const SETS[] = {"Pasākumi", "Apmeklējumi"};
    Cell *cells = arena_new(arena, Cell, 9);
    for (int i = 0; i < 3; i++) {
        cells[3 * i] = text(REGIONS[i / 2]);
        cells[3 * i + 1] = text(SETS[i % 2]);
        cells[3 * i + 2] =
            (Cell){CELL_VALUE, {FORMAT_STATUS, 0}, NAN, i ? "missing" : "delivered", NULL};
    }
    return table_of(arena, COLUMNS, 3, cells, 3);
}

typedef struct {
    ChartKind kind;
    const char *title;
    const Table *(*table)(Arena *);
    int charts; /* native ones; a panel each */
} Kind;

static const Table *lines_table(Arena *arena)
{
    return series(arena, false);
}
static const Table *shares_table(Arena *arena)
{
    return series(arena, true);
}

static const Kind KINDS[] = {
    {CHART_BARS,
     "Kurzemē, Vidzemē un Zemgalē mērķi gaidāms sasniegt; Latgalē un Rīgā tas nav droši",
     communities, 1},
    {CHART_STACKED, "Salikta diagramma", shares_table, 1},
    {CHART_LINES, "Vērtība abās grupās pieaug", lines_table, 1},
    {CHART_LIKERT, "Atbilžu sadalījums", shares_table, 1},
    {CHART_FOREST, "Kolektīvā rīcībspēja pieauga; par citiem rādītājiem datu ir par maz", forest,
     true},
    {CHART_DOTS, "Reģioni atšķiras maz", forest, 1},
    {CHART_EVENT_STUDY, "Pirms atbalsta grupas mainījās vienādi", events, 1},
    {CHART_FUNNEL, "Visi reģioni ir robežās", funnel, 1},
    {CHART_LORENZ, "Līdzekļi sadalīti nevienādi", lorenz, 1},
    {CHART_GANTT, "Darbi notiek pēc plāna", gantt, 1},
    {CHART_CONTROL, "Svārstības ir parastas", lines_table, 3},
    {CHART_TILES, "Karte ir tabula", communities, 0},
    {CHART_GRID, "Režģis ir tabula ar kolonnu katrai datu kopai", grid, 0},
    {CHART_FLOW, "Plūsma ir tabula", communities, 0},
};

static Document sample(Arena *arena)
{
    static const Fact FACTS[] = {{"Pārskata periods", "2028. gada 1. pusgads"},
                                 {"Sagatavoja", "LPA"}};
    Document document = {.id = "study",
                         .lang = LANG_LV,
                         .kind = "Ietekmes izvērtējums",
                         .title = "Kas mainījās kopienās",
                         .subtitle =
                             "Kolektīvā rīcībspēja ir augstāka; par uzticēšanos spriest vēl agri",
                         .owner = "Latvijas Pilsoniskā alianse",
                         .project = "4.3.4.9/1/24/I/001",
                         .facts = FACTS,
                         .nfact = 2,
                         .made_up = true,
                         .date = 21366};
    Node *first = arena_new(arena, Node, 1), *last = first;
    *first = (Node){.kind = NODE_RULE};
    add_heading(arena, &last, "Rādītāji", "raditaji");
    add(arena, &last,
        (Node){.kind = NODE_TABLE,
               .number = 1,
               .anchor = "communities_by_region",
               .block = "communities",
               .title = "Atbalstītās kopienas pa reģioniem",
               .subtitle = "Mērvienība: kopienas (skaits); uz 30.06.2028.",
               .note = "Avots: projekta dati, 15.07.2028.",
               .table = communities(arena)});
    for (int i = 0; i < COUNT(KINDS); i++) {
        add_heading(arena, &last, KINDS[i].title, arena_format(arena, "h%d", i));
        add(arena, &last,
            (Node){.kind = NODE_CHART,
                   .number = i + 1,
                   .anchor = arena_format(arena, "chart_%d", i),
                   .block = "block",
                   .title = KINDS[i].title,
                   .subtitle = "vienība, periods",
                   .alt = "Diagramma: alternatīvais teksts",
                   .chart = KINDS[i].kind,
                   .table = KINDS[i].table(arena)});
    }
    document.first = first;
    return document;
}

/* --- tests --- */

static Arena *arena;
static char *path;

static int make(void **state)
{
    (void)state;
    arena = arena_open();
    path = workbook_path(arena, "document.xlsx");
    Diag *diag = diag_open(arena, stderr, LANG_LV, false);
    Document document = sample(arena);
    return RENDER_XLSX.render(&document, path, diag) ? 0 : 1;
}

static int drop(void **state)
{
    (void)state;
    workbook_remove(path);
    arena_close(arena);
    return 0;
}

static void lists_sheets(void **state)
{
    (void)state;
    const char *book = workbook_part(arena, path, "xl/workbook.xml");
    static const char *const NAMES[] = {"Vāks",     "Saturs",   "Kopsavilkums",
                                        "Rādītāji", "Vārdnīca", "Metodes"};
    for (int i = 0; i < COUNT(NAMES); i++)
        assert_non_null(strstr(book, arena_format(arena, "<sheet name=\"%s\"", NAMES[i])));
    assert_non_null(strstr(book, "name=\"t_communities_by_region\""));
    assert_non_null(strstr(book, "name=\"kpi.communities.r0.2028H1.cumulative\""));
}

static void computes_with_open_cells_only(void **state)
{
    (void)state;
    const char *sheet = workbook_part(arena, path, "xl/worksheets/sheet4.xml");
    assert_non_null(strstr(sheet, "<f>C6/B6</f><v>0.85</v>"));
    assert_non_null(strstr(sheet, "<f>SUM(C6:C10)</f><v>142</v>"));
    assert_null(strstr(sheet, "SUM(D6:D10)"));                      /* one of them is hidden */
    assert_non_null(strstr(sheet, "<autoFilter ref=\"A5:F10\"/>")); /* the total is outside */
    assert_null(strstr(sheet, "mergeCell ref=\"A6"));
}

static void sets_a_grid_across(void **state)
{
    (void)state;
    const char *sheet = NULL;
    for (int i = 1; !sheet; i++) {
        sheet = workbook_part(arena, path, arena_format(arena, "xl/worksheets/sheet%d.xml", i));
        if (!strstr(sheet, "<autoFilter ref=\"A5:C7\"/>"))
            sheet = NULL;
    }
    /* two regions, two datasets; the fourth was never asked for */
    assert_non_null(strstr(sheet, "<c r=\"C7\""));
    assert_null(strstr(sheet, "<c r=\"A8\""));
    assert_non_null(strstr(sheet, "<formula>\"nav iesniegts\"</formula>"));
}

static void draws_native_charts(void **state)
{
    (void)state;
    int native = 0, parts = 0;
    for (int i = 0; i < COUNT(KINDS); i++)
        native += KINDS[i].charts;
    while (workbook_has(path, arena_format(arena, "xl/charts/chart%d.xml", parts + 1)))
        parts++;
    assert_int_equal(parts, native);
    assert_non_null(
        strstr(workbook_part(arena, path, "xl/drawings/drawing1.xml"), "descr=\"Diagramma"));
}

static void holds_no_broken_number(void **state)
{
    (void)state;
    for (int i = 1; i < 30; i++) {
        char *name = arena_format(arena, "xl/worksheets/sheet%d.xml", i);
        if (!workbook_has(path, name))
            break;
        const char *sheet = workbook_part(arena, path, name);
        assert_null(strstr(sheet, "NAN"));
        assert_null(strstr(sheet, "nan<"));
        assert_null(strstr(sheet, "INF<"));
    }
}

static void writes_the_same_bytes(void **state)
{
    (void)state;
    char *again = workbook_path(arena, "again.xlsx");
    Document document = sample(arena);
    assert_true(RENDER_XLSX.render(&document, again, diag_open(arena, stderr, LANG_LV, false)));
    assert_true(workbook_same(arena, path, again));
    workbook_remove(again);
}

static void recalculates_to_the_cached_values(void **state)
{
    (void)state;
    workbook_assert_recalculates(arena, path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_sheets),
        cmocka_unit_test(computes_with_open_cells_only),
        cmocka_unit_test(sets_a_grid_across),
        cmocka_unit_test(draws_native_charts),
        cmocka_unit_test(holds_no_broken_number),
        cmocka_unit_test(writes_the_same_bytes),
        cmocka_unit_test(recalculates_to_the_cached_values),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
