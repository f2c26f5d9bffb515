/* The door to libxlsxwriter: what is written comes back, nothing harmful gets in, faults are told
 * once, equal calls give equal bytes. */
#include "tests/test.h"

#include "core/workbook.h"
#include "tests/workbook.h"

#include <sys/stat.h>

static Arena *arena;
static Diag *diag;
static char *path;

static int open_all(void **state)
{
    (void)state;
    arena = arena_open();
    diag = diag_open(arena, NULL, LANG_LV, false);
    path = workbook_path(arena, "book.xlsx");
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    workbook_remove(path);
    arena_close(arena);
    return 0;
}

static Workbook *book_new(void)
{
    WorkbookInfo info = {.title = "Izmēģinājums", .created = 20000};
    return book_open(arena, diag, path, &info);
}

static const char *shared_strings(void)
{
    return workbook_part(arena, path, "xl/sharedStrings.xml");
}

/* --- text --- */

static void keeps_text_as_text(void **state)
{
    static const struct {
        const char *text, *found;
    } CASES[] = {
        {"=1+1", "<t>=1+1</t>"},
        {"+371 20000000", "<t>+371 20000000</t>"},
        {"-", "<t>-</t>"},
        {"@SUM(A1)", "<t>@SUM(A1)</t>"},
        {"0012", "<t>0012</t>"},
        {"Rīga & Ķekava <3", "<t>Rīga &amp; Ķekava &lt;3</t>"},
        {"a\x01"
         "b\x1f",
         "<t>ab</t>"},
        {"bojāts \xff baits", "<t>bojāts \xef\xbf\xbd baits</t>"},
        {"_x0041_", "<t>_x005F_x0041_</t>"},
        {"\xef\xbf\xbf!", "<t>!</t>"},
    };
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Teksts");
    for (int i = 0; i < COUNT(CASES); i++)
        sheet_text(sheet, i, 0, CASES[i].text, NULL);
    assert_true(book_close(book));
    const char *strings = shared_strings();
    for (int i = 0; i < COUNT(CASES); i++)
        if (!strstr(strings, CASES[i].found))
            fail_msg("'%s' did not become '%s'", CASES[i].text, CASES[i].found);
    assert_null(strstr(workbook_part(arena, path, "xl/worksheets/sheet1.xml"), "<f>"));
}

static void cuts_what_is_too_long(void **state)
{
    (void)state;
    char *text = arena_alloc(arena, 1, 40001);
    memset(text, 'x', 40000);
    Workbook *book = book_new();
    sheet_text(book_sheet(book, "Garš"), 0, 0, text, NULL);
    assert_true(book_close(book));
    const char *strings = shared_strings(), *from = strstr(strings, "<t>");
    size_t length = (size_t)(strstr(from, "</t>") - from) - 3;
    assert_int_equal(length, 32766 + strlen("…"));
}

/* --- numbers --- */

static void never_writes_nan(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Skaitļi");
    sheet_number(sheet, 0, 0, NAN, NULL);
    sheet_formula(sheet, 1, 0, "=B1/C1", NAN, NULL);
    sheet_number(sheet, 2, 0, INFINITY, NULL);
    sheet_number(sheet, 3, 0, 0.1, NULL);
    sheet_formula(sheet, 4, 0, "=1/8", 0.125, NULL);
    sheet_date(sheet, 5, 0, DATE_NONE, NULL);
    sheet_date(sheet, 6, 0, date_make(2027, 3, 5), NULL);
    sheet_date(sheet, 7, 0, date_make(1899, 5, 1), NULL);
    assert_true(book_close(book));
    const char *xml = workbook_part(arena, path, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(xml, "<c r=\"A1\" s=\"1\"/>"));
    assert_non_null(strstr(xml, "<c r=\"A2\" s=\"1\"/>"));
    assert_non_null(strstr(xml, "<c r=\"A4\" s=\"1\"><v>0.1</v>"));
    assert_non_null(strstr(xml, "<f>1/8</f><v>0.125</v>"));
    assert_non_null(strstr(xml, "<c r=\"A6\" s=\"1\"/>"));
    assert_non_null(strstr(xml, "<c r=\"A7\" s=\"1\"><v>46451</v>"));
    assert_non_null(strstr(shared_strings(), "<t>∞</t>"));
    assert_non_null(strstr(shared_strings(), "<t>1899-05-01</t>"));
}

/* --- names --- */

static void makes_sheet_names_valid(void **state)
{
    static const struct {
        const char *wanted, *name;
    } CASES[] = {
        {"Kopienas", "Kopienas"},
        {"KOPIENAS", "KOPIENAS (2)"},
        {"kopienas", "kopienas (3)"},
        {"A/B: [x]?*\\", "A B   x"},
        {"'citāts'", "citāts"},
        {"", "1"},
        {"Ļoti garš nosaukums, kas pārsniedz robežu", "Ļoti garš nosaukums, kas pārsni"},
        {"Ļoti garš nosaukums, kas pārsniedz vēl", "Ļoti garš nosaukums, kas pā (2)"},
    };
    (void)state;
    Workbook *book = book_new();
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(sheet_name(book_sheet(book, CASES[i].wanted)), CASES[i].name);
    assert_true(book_close(book));
}

static void makes_range_names_valid(void **state)
{
    static const struct {
        const char *wanted, *name;
    } CASES[] = {
        {"kpi.visits.LV.2026H1.cumulative", "kpi.visits.LV.2026H1.cumulative"},
        {"est.P1/raw.att.estimate", "est.P1_raw.att.estimate"},
        {"A1", "_A1"},
        {"XFD77", "_XFD77"},
        {"R1C1", "_R1C1"},
        {"2026H1", "_2026H1"},
        {"vērtība", "vērtība"},
        {"", "_"},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(book_name_text(arena, CASES[i].wanted), CASES[i].name);
}

static void keeps_range_names_apart(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *first = book_sheet(book, "Pirmā"), *second = book_sheet(book, "Otrā lapa");
    CellRange cell = {5, 2, 5, 2};
    assert_true(book_name(book, "kpi.x", first, cell));
    assert_true(book_name(book, "KPI.X", second, cell)); /* one of the sheet */
    assert_false(book_name(book, "kpi.x", second, cell));
    assert_true(book_close(book));
    const char *xml = workbook_part(arena, path, "xl/workbook.xml");
    assert_non_null(strstr(xml, "<definedName name=\"kpi.x\">'Pirmā'!$C$6</definedName>"));
    assert_non_null(strstr(xml, "<definedName name=\"KPI.X\" localSheetId=\"1\">"));
}

static void writes_addresses(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Lapa ā'b");
    assert_string_equal(cell_address(arena, 0, 0), "A1");
    assert_string_equal(cell_address(arena, 9, 26), "AA10");
    assert_string_equal(cell_address(arena, 0, 701), "ZZ1");
    assert_string_equal(cell_address_fixed(arena, 1, 702), "$AAA$2");
    assert_string_equal(range_address(arena, sheet, (CellRange){0, 0, 1, 1}),
                        "'Lapa ā''b'!$A$1:$B$2");
    assert_true(book_close(book));
}

/* --- shape and rules --- */

static void writes_rules_and_shape(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Veidlapa");
    const char *list[] = {"jā", "nē"};
    SheetChoice choice = {
        .list = list, .nlist = 2, .title = "Atbilde", .error = "Izvēlieties no saraksta"};
    sheet_choice(sheet, (CellRange){1, 0, 9, 0}, &choice);
    sheet_input(sheet, (CellRange){1, 1, 9, 1}, INPUT_INTEGER, 0, NAN, NULL);
    sheet_input(sheet, (CellRange){1, 2, 9, 2}, INPUT_DATE, date_make(2026, 1, 1),
                date_make(2026, 12, 31), NULL);
    sheet_when_text(sheet, (CellRange){1, 0, 9, 0}, "nē", &(CellLook){.color = 0xA8281F});
    sheet_when_text(sheet, (CellRange){1, 3, 9, 3}, "ar \"pēdiņām\"", &(CellLook){.bold = true});
    sheet_freeze(sheet, 5, 2);
    sheet_filter(sheet, 4, 0, 9, 3);
    sheet_hide_gridlines(sheet);
    sheet_comment(sheet, 1, 0, "Paskaidrojums", "LPA");
    SheetPrint print = {.pages_wide = 1,
                        .first_row = 4,
                        .last_row = 4,
                        .last_used_row = 9,
                        .last_used_column = 3,
                        .footer = "&L&A"};
    sheet_print(sheet, &print);
    assert_true(book_close(book));
    const char *xml = workbook_part(arena, path, "xl/worksheets/sheet1.xml");
    static const char *const PARTS[] = {
        "<formula1>\"jā,nē\"</formula1>",
        "type=\"whole\" operator=\"greaterThanOrEqual\"",
        "<formula1>46023</formula1><formula2>46387</formula2>",
        "operator=\"equal\"><formula>\"nē\"</formula>",
        "<formula>\"ar \"\"pēdiņām\"\"\"</formula>",
        "xSplit=\"2\" ySplit=\"5\"",
        "<autoFilter ref=\"A5:D10\"/>",
        "showGridLines=\"0\"",
        "fitToHeight=\"0\" orientation=\"landscape\"",
        "<oddFooter>&amp;L&amp;A</oddFooter>",
    };
    for (int i = 0; i < COUNT(PARTS); i++)
        if (!strstr(xml, PARTS[i]))
            fail_msg("no %s in %s", PARTS[i], xml);
    assert_non_null(strstr(workbook_part(arena, path, "xl/comments1.xml"), "Paskaidrojums"));
    assert_non_null(strstr(workbook_part(arena, path, "xl/workbook.xml"), "_xlnm.Print_Titles"));
}

static void measures_text(void **state)
{
    (void)state;
    assert_true(text_width_characters("iiii", 10, false) <
                text_width_characters("mmmm", 10, false));
    assert_close(text_width_characters("āčē", 10, false), text_width_characters("ace", 10, false),
                 1e-12);
    /* ten digits of Calibri 11 are ten characters and the padding */
    assert_close(text_width_characters("0000000000", 11, false), 11.6, 0.02);
    assert_close(text_height_pt("viens divi trīs četri pieci seši", 10, false, 10, 13), 3 * 13,
                 0.25);
    assert_close(text_height_pt("a\nb", 10, false, 50, 13), 26, 1e-12);
}

static void fits_columns(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Platumi");
    sheet_text(sheet, 0, 0, "ļoti garš teksts, kas nosaka kolonnas platumu", NULL);
    sheet_measure(sheet, false);
    sheet_text(sheet, 1, 1, "virsraksts, kas iet pāri citām kolonnām un platumu nenosaka", NULL);
    sheet_measure(sheet, true);
    sheet_fit(sheet, 0, 1, 8, 20);
    assert_true(book_close(book));
    const char *xml = workbook_part(arena, path, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(xml, "<col min=\"1\" max=\"1\" width=\"20.7109375\""));
    assert_non_null(strstr(xml, "<col min=\"2\" max=\"2\" width=\"8.7109375\""));
}

/* --- the file --- */

static void tells_the_first_fault_once(void **state)
{
    (void)state;
    Diag *own = diag_open(arena, NULL, LANG_LV, false);
    Workbook *book = book_open(arena, own, "/tmp/nav-tādas-mapes/x.xlsx", &(WorkbookInfo){0});
    Sheet *sheet = book_sheet(book, "Lapa");
    sheet_text(sheet, 0, 0, "x", NULL);
    sheet_number(sheet, 5000000, 0, 1, NULL);
    assert_false(book_close(book));
    assert_int_equal(diag_count(own, SEVERITY_ERROR), 1);
}

static void keeps_the_old_file_on_a_fault(void **state)
{
    (void)state;
    Diag *own = diag_open(arena, NULL, LANG_LV, false);
    Workbook *book = book_new();
    sheet_text(book_sheet(book, "Vecā"), 0, 0, "vecais", NULL);
    assert_true(book_close(book));
    book = book_open(arena, own, path, &(WorkbookInfo){0});
    sheet_number(book_sheet(book, "Jaunā"), 2000000, 0, 1, NULL); /* no such row */
    assert_false(book_close(book));
    assert_int_equal(diag_count(own, SEVERITY_ERROR), 1);
    assert_non_null(strstr(shared_strings(), "vecais"));
    assert_int_not_equal(access(arena_format(arena, "%s.part", path), F_OK), 0);
}

static void keeps_the_file_from_others(void **state)
{
    (void)state;
    struct stat info;
    Workbook *book = book_new();
    sheet_text(book_sheet(book, "Lapa"), 0, 0, "x", NULL);
    assert_true(book_close(book));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void write_big(const char *where, bool stream)
{
    WorkbookInfo info = {.created = 20000, .stream = stream};
    Workbook *book = book_open(arena, diag, where, &info);
    Sheet *sheet = book_sheet(book, "Dati");
    const CellStyle *style = book_style(book, &(CellLook){.number = "0.00", .bold = true});
    for (int row = 0; row < 2000; row++)
        for (int column = 0; column < 10; column++)
            if (column % 2)
                sheet_number(sheet, row, column, row * 0.1 + column, style);
            else
                sheet_text(sheet, row, column, row % 3 ? "pāra" : "nepāra", NULL);
    assert_true(book_close(book));
}

static void writes_the_same_bytes(void **state)
{
    (void)state;
    for (int stream = 0; stream < 2; stream++) {
        char *again = workbook_path(arena, "book.xlsx");
        write_big(path, stream);
        write_big(again, stream);
        assert_true(workbook_same(arena, path, again));
        workbook_remove(again);
    }
}

static void same_look_is_one_style(void **state)
{
    (void)state;
    Workbook *book = book_new();
    char number[] = "0.0 %";
    const CellStyle *style = book_style(book, &(CellLook){.bold = true, .number = number});
    assert_ptr_equal(style, book_style(book, &(CellLook){.bold = true, .number = "0.0 %"}));
    assert_ptr_not_equal(style, book_style(book, &(CellLook){.bold = true, .number = "0.00 %"}));
    sheet_text(book_sheet(book, "Lapa"), 0, 0, "x", style);
    assert_true(book_close(book));
}

static void draws_a_chart(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Ar 'pēdiņām'");
    for (int i = 0; i < 3; i++) {
        sheet_text(sheet, i, 0, i == 1 ? "otrā" : "cita", NULL);
        sheet_number(sheet, i, 1, i + 1, NULL);
    }
    const char *labels[] = {NULL, "…", ""};
    SheetSeries series = {.name = "Kopā",
                          .sheet = sheet,
                          .categories = {0, 0, 2, 0},
                          .values = {0, 1, 2, 1},
                          .fill = 0x0B5563,
                          .labels = LABEL_OUTSIDE_END,
                          .label_texts = labels,
                          .in_legend = true};
    SheetAxis axis = {.low = NAN, .high = NAN, .step = NAN, .crossing = NAN};
    SheetChart chart = {.kind = SHEET_CHART_BAR,
                        .title = "Virsraksts",
                        .alt = "Trīs joslas",
                        .series = &series,
                        .nseries = 1,
                        .x = axis,
                        .y = axis};
    chart.y.low = 0;
    chart.y.high = 5;
    sheet_chart(sheet, 5, 0, &chart);
    assert_true(book_close(book));
    const char *xml = workbook_part(arena, path, "xl/charts/chart1.xml");
    assert_non_null(strstr(xml, "<c:max val=\"5\"/>"));
    assert_non_null(strstr(xml, "<c:v>otrā</c:v>"));
    assert_non_null(strstr(xml, "<a:t>…</a:t>"));
    assert_non_null(
        strstr(workbook_part(arena, path, "xl/drawings/drawing1.xml"), "descr=\"Trīs joslas\""));
}

static void recalculates(void **state)
{
    (void)state;
    Workbook *book = book_new();
    Sheet *sheet = book_sheet(book, "Formulas");
    sheet_number(sheet, 0, 0, 34, NULL);
    sheet_number(sheet, 0, 1, 40, NULL);
    sheet_formula(sheet, 0, 2, "=A1/B1", 34.0 / 40, NULL);
    sheet_formula(sheet, 0, 3, "=SUM(A1:B1)", 74, NULL);
    sheet_text(sheet, 1, 0, "=A1+1", NULL);
    assert_true(book_close(book));
    workbook_assert_recalculates(arena, path);
    /* and a wrong cached value is noticed */
    book = book_new();
    sheet = book_sheet(book, "Formulas");
    sheet_number(sheet, 0, 0, 34, NULL);
    sheet_formula(sheet, 0, 1, "=A1*2", 69, NULL);
    assert_true(book_close(book));
    assert_false(workbook_recalculates(arena, path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_text_as_text),
        cmocka_unit_test(cuts_what_is_too_long),
        cmocka_unit_test(never_writes_nan),
        cmocka_unit_test(makes_sheet_names_valid),
        cmocka_unit_test(makes_range_names_valid),
        cmocka_unit_test(keeps_range_names_apart),
        cmocka_unit_test(writes_addresses),
        cmocka_unit_test(writes_rules_and_shape),
        cmocka_unit_test(measures_text),
        cmocka_unit_test(fits_columns),
        cmocka_unit_test(tells_the_first_fault_once),
        cmocka_unit_test(keeps_the_old_file_on_a_fault),
        cmocka_unit_test(keeps_the_file_from_others),
        cmocka_unit_test(writes_the_same_bytes),
        cmocka_unit_test(same_look_is_one_style),
        cmocka_unit_test(draws_a_chart),
        cmocka_unit_test(recalculates),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
