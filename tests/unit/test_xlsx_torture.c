/* Workbooks from data that nobody would wish for: every chart kind with no rows, one row, nothing
 * but hidden values, missing roles; endless words, huge and tiny numbers. Each file must be made,
 * be well-formed, and LibreOffice must find no error in it. */
#include "tests/test.h"

#include "report/document.h"
#include "tests/workbook.h"

#include <expat.h>

static Arena *arena;

enum { ROLES = ROLE_KEY + 1 };

typedef enum { NO_ROWS, ONE_ROW, ALL_HIDDEN, NOT_DELIVERED, EXTREME, USUAL, SHAPES } Shape;

static const Role TEXT_ROLES[] = {ROLE_LABEL, ROLE_GROUP, ROLE_SERIES, ROLE_STATUS, ROLE_VERDICT,
                                  ROLE_UNIT,  ROLE_NOTE,  ROLE_PARENT, ROLE_KEY};

static bool is_text(Role role)
{
    for (int i = 0; i < COUNT(TEXT_ROLES); i++)
        if (TEXT_ROLES[i] == role)
            return true;
    return false;
}

static const char *const LONG_NAME =
    "Ļoti garš pašvaldības nosaukums, kas ir simt divdesmit zīmju garš un kuru neviens nekad nav "
    "rakstījis nevienā pārskatā vai tabulā";
static const char *const LONG_WORD = "Pretpretvēdināšanasaizsardzībasierīcēšanās";

static double extreme(int row, int column)
{
    static const double VALUES[] = {1e15, -1e15, 1e-12, 0, -0.0, 123456789.123, 1e300, 0.5};
    return VALUES[(row * 7 + column) % COUNT(VALUES)];
}

static Cell make_cell(Shape shape, int row, int column, Role role)
{
    Format format = {is_text(role)       ? FORMAT_TEXT
                     : role == ROLE_DATE ? FORMAT_DATE
                                         : FORMAT_NUMBER,
                     1};
    Cell cell = {CELL_VALUE, format, NAN, NULL, NULL};
    if (is_text(role))
        cell.text = shape == EXTREME ? (row % 2 ? LONG_NAME : LONG_WORD)
                                     : arena_format(arena, "%c%d", 'a' + column % 26, row % 4);
    else if (shape == ALL_HIDDEN || shape == NOT_DELIVERED)
        cell.state = shape == ALL_HIDDEN ? CELL_HIDDEN : CELL_NOT_DELIVERED;
    else
        cell.number = shape == EXTREME ? extreme(row, column) : 20000 + row * 3 + column;
    return cell;
}

/* A table with a column for each role up to `ncolumn`. */
static const Table *make_table(Shape shape, int ncolumn)
{
    static const int ROWS[SHAPES] = {0, 1, 6, 6, 8, 12};
    int nrow = ROWS[shape];
    TableColumn *columns = arena_new(arena, TableColumn, ncolumn);
    Cell *cells = arena_new(arena, Cell, nrow * ncolumn + 1);
    TableRow *rows = arena_new(arena, TableRow, nrow + 1);
    for (int i = 0; i < ncolumn; i++)
        columns[i] = (TableColumn){
            .key = arena_format(arena, "c%d", i),
            .title = shape == EXTREME ? LONG_NAME : arena_format(arena, "Kolonna %d", i),
            .format = {is_text((Role)(i + 1)) ? FORMAT_TEXT : FORMAT_NUMBER, 1},
            .shown = i % 3 != 2,
            .role = (Role)(i + 1)};
    for (int row = 0; row < nrow; row++) {
        for (int i = 0; i < ncolumn; i++)
            cells[row * ncolumn + i] = make_cell(shape, row, i, (Role)(i + 1));
        rows[row] = (TableRow){ROW_DATA, cells + row * ncolumn, row == 3 ? LONG_NAME : NULL};
    }
    Table *table = arena_new(arena, Table, 1);
    *table = (Table){columns, ncolumn, rows, nrow};
    return table;
}

static Document make_document(Shape shape, int ncolumn)
{
    Node *first = NULL, **next = &first;
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
        Node *node = arena_new(arena, Node, 1);
        *node = (Node){.kind = NODE_CHART,
                       .number = kind + 1,
                       .anchor = arena_format(arena, "a%d", kind),
                       .title = shape == EXTREME ? LONG_NAME : "Virsraksts",
                       .alt = "aprakstīts",
                       .chart = (ChartKind)kind,
                       .table = make_table(shape, ncolumn)};
        *next = node;
        next = &node->next;
    }
    return (Document){.lang = shape % 2 ? LANG_EN : LANG_LV,
                      .title = "Mokas",
                      .kind = "Pārbaude",
                      .owner = "LPA & Co",
                      .date = 20000,
                      .made_up = true,
                      .authority = true,
                      .first = first};
}

static void assert_well_formed(const char *path)
{
    zip_t *archive = workbook_open(path);
    zip_int64_t count = zip_get_num_entries(archive, 0);
    assert_true(count > 10);
    for (zip_int64_t i = 0; i < count; i++) {
        const char *text = workbook_read(arena, archive, i);
        XML_Parser parser = XML_ParserCreate(NULL);
        if (XML_Parse(parser, text, (int)strlen(text), 1) != XML_STATUS_OK)
            fail_msg("%s: %s", zip_get_name(archive, (zip_uint64_t)i, 0),
                     XML_ErrorString(XML_GetErrorCode(parser)));
        XML_ParserFree(parser);
        assert_null(strstr(text, "<v>NAN"));
        assert_null(strstr(text, "<v>INF"));
        assert_null(strstr(text, "<c:v>nan"));
    }
    zip_discard(archive);
}

static void survives(void **state)
{
    static const int COLUMNS[] = {1, 6, ROLES - 1};
    (void)state;
    for (int shape = 0; shape < SHAPES; shape++)
        for (int i = 0; i < COUNT(COLUMNS); i++) {
            char *path = workbook_path(arena, "torture.xlsx");
            Document document = make_document((Shape)shape, COLUMNS[i]);
            Diag *diag = diag_open(arena, stderr, LANG_LV, false);
            if (!RENDER_XLSX.render(&document, path, diag))
                fail_msg("shape %d with %d columns was not written", shape, COLUMNS[i]);
            assert_well_formed(path);
            workbook_remove(path);
        }
}

static void recalculates(void **state)
{
    (void)state;
    char *path = workbook_path(arena, "torture.xlsx");
    Document document = make_document(EXTREME, ROLES - 1);
    assert_true(RENDER_XLSX.render(&document, path, diag_open(arena, stderr, LANG_LV, false)));
    workbook_assert_recalculates(arena, path);
    workbook_remove(path);
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open();
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(survives), cmocka_unit_test(recalculates)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
