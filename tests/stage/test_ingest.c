/* The ingest stage alone: history, people, keys, deliveries, the workbooks it writes. */
#include "tests/stage/ingest_folder.h"

#include "core/asset.h"
#include "ingest/form.h"
#include "ingest/xlsx_in.h"

#include <dirent.h>

static const char EVENTS[] = "event_id;activity;kind;title;held_on;hours;open;headcount\n";

static void test_programme_alone(void **state)
{
    (void)state;
    Folder *folder = folder_open("alone");
    folder_remove(folder, "community.csv");
    assert_true(folder_ingest(folder, ":memory:"));
    assert_int_equal(diag_count(folder->run.diag, SEVERITY_ERROR), 0);
    assert_string_equal(
        folder_query(folder, "SELECT value FROM ingest_programme WHERE key = 'due.days'"), "15\n");
    assert_string_equal(folder_query(folder, "SELECT count(*) FROM ingest_event"), "0\n");
    assert_string_equal(folder_query(folder, "SELECT count(*) FROM ingest_municipality_published"),
                        "42\n");
    folder_close(folder);
}

static void test_history(void **state)
{
    (void)state;
    Folder *folder = folder_open("history");
    char head[200];
    snprintf(head, sizeof head, "%s", EVENTS);
    folder_text(folder, "incoming/kurzeme/2026H1/event.csv",
                arena_format(folder->arena,
                             "%sE1;24.3;camp;Vecs;05.03.2026;2;0;\n"
                             "E2;24.3;camp;Paliek;05.03.2026;2;0;\n"
                             "E3;24.3;camp;Prom;05.03.2026;2;0;\n"
                             "E4;24.3;camp;Labots divreiz;05.03.2026;2;0;\n",
                             head));
    folder_text(folder, "incoming/kurzeme/2026H1-b/event.csv",
                "event_id;activity;kind;title;held_on;hours;open;action\n"
                "E1;24.3;camp;Jauns;05.03.2026;3;0;\n"
                "E3;;;;;;;delete\n"
                "E4;24.3;camp;Slikts;01.01.2020;3;0;\n");
    assert_true(folder_ingest(folder, ":memory:"));
    assert_string_equal(
        folder_query(folder, "SELECT event_id, title, state FROM ingest_event_row WHERE state <> "
                             "'delete' ORDER BY event_id, submission"),
        "E1|Vecs|superseded\nE1|Jauns|current\nE2|Paliek|current\nE3|Prom|withdrawn\n"
        "E4|Labots divreiz|current\nE4|Slikts|rejected\n");
    /* the place of every row is in its key */
    assert_string_equal(folder_query(folder,
                                     "SELECT f.path, e.\"row\" & 4294967295 FROM ingest_event e "
                                     "JOIN ingest_file f ON f.file = e.\"row\" >> 32 "
                                     "WHERE event_id = 'E1'"),
                        "incoming/kurzeme/2026H1-b/event.csv|2\n");
    folder_close(folder);
}

static bool file_holds(Folder *folder, const char *name, const char *needle)
{
    size_t size;
    char *text = file_read(&folder->run, folder->arena,
                           arena_format(folder->arena, "%s/%s", folder->root, name), &size);
    assert_non_null(text);
    size_t length = strlen(needle);
    for (size_t i = 0; i + length <= size; i++)
        if (memcmp(text + i, needle, length) == 0)
            return true;
    return false;
}

/* A raw id is nowhere: not in the store, not in a diagnostic, not in a returned workbook. */
static void test_people(void **state)
{
    (void)state;
    Folder *folder = folder_open("people");
    folder_text(folder, "incoming/kurzeme/2026H1/event.csv",
                arena_format(folder->arena, "%sE1;24.3;camp;x;05.03.2026;2;0;\n", EVENTS));
    folder_text(folder, "incoming/kurzeme/2026H1/attendance.csv",
                "event_id;person_id;role;Vārds\n"
                "E1;010190-11231;participant;Anna Kalniņa\n"
                "E1;010190-11239;participant;x\n"
                "E1;310290-11231;participant;x\n"
                "010190-11231;E1;participant;x\n"
                "E1;Anna.Berzina@Example.org;participant;x\n");
    folder_text(folder, "incoming/latgale/2026H1/participant.csv",
                "person_id;activity;entered_on\n01019011231;24.3;05.03.2026\n");
    char *store = arena_format(folder->arena, "%s/out/store.sqlite", folder->root);
    unlink(store);
    assert_true(folder_ingest(folder, store));
    assert_string_equal(folder_query(folder, "SELECT count(*) FROM ingest_attendance a JOIN "
                                             "ingest_participant p ON p.person_id = a.person_id"),
                        "1\n");
    assert_string_equal(
        folder_query(folder, "SELECT DISTINCT length(person_id) FROM ingest_attendance"), "32\n");
    assert_string_equal(folder_query(folder,
                                     "SELECT count(*) FROM ingest_fault WHERE value LIKE '%1123%' "
                                     "OR message_lv LIKE '%1123%' OR message_en LIKE '%1123%'"),
                        "0\n");
    db_close(&folder->run);
    folder->run.db = NULL;
    static const char *const RAW[] = {"010190-1123", "0101901123", "310290",
                                      "Berzina",     "berzina",    "Kalni"};
    for (int i = 0; i < COUNT(RAW); i++)
        assert_false(file_holds(folder, "out/store.sqlite", RAW[i]));
    folder_close(folder);
}

/* Rows of a workbook as text, for looking at what was written. */
static bool add_row(void *user, const RawRow *row)
{
    Buffer *out = user;
    for (int i = 0; i < row->ncell; i++)
        buffer_format(out, "%s%s", i ? "|" : "", row->cells[i].text);
    buffer_text(out, "\n");
    return true;
}

static char *workbook_text(Folder *folder, const char *path)
{
    XlsxFault fault = {0};
    Buffer out = buffer_open(folder->arena);
    XlsxBook *book = xlsx_open(folder->arena, path, &fault);
    if (!book)
        fail_msg("%s: %s", path, fault.text);
    for (int i = 0; i < book->nsheet; i++) {
        buffer_format(&out, "[%s]\n", book->sheets[i].name);
        assert_true(xlsx_each(book, i, add_row, &out, &fault));
    }
    xlsx_close(book);
    return arena_text(folder->arena, buffer_end(&out));
}

static void test_returned(void **state)
{
    (void)state;
    Folder *folder = folder_open("returned");
    folder_text(folder, "incoming/kurzeme/2026H1/event.csv",
                arena_format(folder->arena,
                             "%sE1;24.3;camp;Labs;05.03.2026;2;0;\n"
                             "E2;24.99;camp;=1+1;05.03.2026;2;0;\n"
                             "E3;24.3;camp;x;99.03.2026;divas;0;\n",
                             EVENTS));
    folder_text(folder, "incoming/kurzeme/2026H1/attendance.csv",
                "event_id;person_id;role;Piezīmes\nE9;010190-11231;participant;Anna\n");
    folder_text(folder, "incoming/kurzeme/2026H2/event.csv",
                arena_format(folder->arena, "%sE4;24.3;camp;x;05.08.2026;2;0;\n", EVENTS));
    char *store = arena_format(folder->arena, "%s/out/store.sqlite", folder->root);
    unlink(store);
    assert_true(folder_ingest(folder, store));
    char *path = arena_format(folder->arena, "%s/out/returned/kurzeme-2026H1.xlsx", folder->root);
    char *text = workbook_text(folder, path);
    assert_non_null(strstr(text, "[Kopsavilkums]"));
    assert_non_null(strstr(text, "event.csv|Pasākumi|3|1|2|0"));
    assert_non_null(
        strstr(text, "\n3|E2|24.99|camp|=1+1|05.03.2026|2|0||Nezināma darbība '24.99'"));
    assert_non_null(strstr(text, "Nederīgs datums '99.03.2026'"));
    assert_non_null(strstr(text, "Nederīgs skaitlis 'divas'"));
    assert_null(strstr(text, "Labs"));
    assert_non_null(strstr(text, "\n2|E9||participant||'E9' nav sarakstā 'Pasākumi'"));
    assert_null(strstr(text, "11231"));
    assert_null(strstr(text, "|Anna"));
    path = arena_format(folder->arena, "%s/out/returned/kurzeme-2026H2.xlsx", folder->root);
    assert_int_not_equal(access(path, F_OK), 0);
    folder_close(folder);
}

static void test_key_file(void **state)
{
    (void)state;
    Folder *folder = folder_open("key");
    char *key = arena_format(folder->arena, "%s.key", folder->root);
    char *store = arena_format(folder->arena, "%s/out/store.sqlite", folder->root);
    struct stat status;
    unlink(key);
    unlink(store);
    assert_true(folder_ingest(folder, ":memory:")); /* check makes none */
    assert_int_not_equal(stat(key, &status), 0);
    db_close(&folder->run);
    assert_true(folder_ingest(folder, store));
    assert_int_equal(stat(key, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    db_close(&folder->run);
    chmod(key, 0640);
    assert_false(folder_ingest(folder, store));
    assert_int_equal(diag_count(folder->run.diag, SEVERITY_ERROR), 1);
    db_close(&folder->run);
    unlink(key);
    folder_text(folder, "../key.key", "abc\n");
    chmod(key, 0600);
    assert_false(folder_ingest(folder, store));
    folder_close(folder);
}

static void test_delivery(void **state)
{
    (void)state;
    Folder *folder = folder_open("delivery");
    folder_text(folder, "programme.csv",
                arena_format(folder->arena,
                             "%sreport.as_of,2027-03-01\nexpected.publicity,"
                             "\"2026H1,2026H2,2027H1\"\n",
                             PROGRAMME));
    folder_text(folder, "incoming/kurzeme/2026H1/publicity.csv",
                "item_id;published_on;channel;title\n");
    folder_text(folder, "incoming/latgale/2026H2/publicity.csv",
                "item_id;published_on;channel;title\nA;05.03.2026;web;x\nB;05.08.2026;web;x\n");
    assert_true(folder_ingest(folder, ":memory:"));
    assert_string_equal(
        folder_query(folder,
                     "SELECT region, period, status, rows, late FROM ingest_delivery_published "
                     "WHERE dataset = 'publicity' AND region IN ('kurzeme', 'latgale') "
                     "ORDER BY region, period"),
        "kurzeme|2026H1|delivered|0|0\nkurzeme|2026H2|missing||0\nkurzeme|2027H1|not_due||0\n"
        "latgale|2026H1|late|1|1\nlatgale|2026H2|delivered|2|0\nlatgale|2027H1|not_due||0\n");
    folder_close(folder);
}

/* The form is read back without a mapping and without a fault, row by row as it was filled. */
static void test_form(void **state)
{
    (void)state;
    Folder *folder = folder_open("form");
    folder_text(folder, "incoming/kurzeme/2026H1/event.csv",
                arena_format(folder->arena, "%sE1;24.3;camp;x;05.03.2026;2;0;\n", EVENTS));
    assert_true(folder_ingest(folder, ":memory:"));
    char *form = arena_format(folder->arena, "%s/out/form.xlsx", folder->root);
    assert_true(ingest_form(&folder->run, "kurzeme", form));
    char *text = workbook_text(folder, form);
    assert_non_null(strstr(text, "[" FORM_COVER "]"));
    assert_non_null(strstr(text, "[Pasākumi]\nPasākuma numurs|Apakšpunkts|Veids"));
    assert_non_null(strstr(text, "KUR-001"));
    db_close(&folder->run);
    size_t size;
    char *bytes = file_read(&folder->run, folder->arena, form, &size);
    folder_bytes(folder, "incoming/kurzeme/2026H2/forma.xlsx", bytes, size);
    assert_true(folder_ingest(folder, ":memory:"));
    assert_string_equal(folder_query(folder, "SELECT path, code FROM ingest_fault"), "");
    assert_string_equal(
        folder_query(folder,
                     "SELECT dataset, sum(rows), count(*) FROM ingest_file WHERE submission = "
                     "'2026H2' AND dataset IN ('event', 'survey', 'attendance') GROUP BY dataset"),
        "attendance|0|1\nevent|0|1\nsurvey|0|1\n");
    folder_close(folder);
}

/* What one file's rows are does not depend on the order in which submissions lie on disk. */
static void test_mapping_examples(void **state)
{
    static const char *const NAMES[] = {"google_forms", "limesurvey", "kobo"};
    (void)state;
    for (int i = 0; i < COUNT(NAMES); i++) {
        char name[100];
        Folder *folder = folder_open(NAMES[i]);
        size_t size;
        snprintf(name, sizeof name, "ingest/mapping/%s.csv", NAMES[i]);
        char *mapping = file_read(&folder->run, folder->arena, name, &size);
        folder->run.diag = NULL;
        assert_non_null(mapping);
        folder_bytes(folder, "incoming/kurzeme/mapping.csv", mapping, size);
        snprintf(name, sizeof name, "tests/exports/%s.csv", NAMES[i]);
        char *export = file_read(&folder->run, folder->arena, name, &size);
        assert_non_null(export);
        folder_bytes(folder, "incoming/kurzeme/2026H1/survey_export.csv", export, size);
        folder_text(folder, "instrument.csv",
                    "instrument,name_lv,score\nefficacy,Rīcībspēja,mean\n");
        folder_text(
            folder, "item.csv",
            "item,instrument,text_lv,min,max,missing_codes,labels_lv\n"
            "ce1,efficacy,Cilvēki šeit ir gatavi palīdzēt,1,5,9,1=Pilnīgi nepiekrītu;2=Drīzāk "
            "nepiekrītu;3=Ne piekrītu; ne nepiekrītu;4=Drīzāk piekrītu;5=Pilnīgi piekrītu\n"
            "ce2,efficacy,Cilvēkiem šeit var uzticēties,1,5,9,1=Pilnīgi nepiekrītu;4=Drīzāk "
            "piekrītu;5=Pilnīgi piekrītu\n");
        assert_true(folder_ingest(folder, ":memory:"));
        assert_string_equal(folder_query(folder,
                                         "SELECT path, line, column, code FROM ingest_fault "
                                         "WHERE severity = 'error'"),
                            "");
        assert_string_equal(
            folder_query(folder,
                         "SELECT wave, interviewed_on, community_id, sample, sex, birth_year, "
                         "ce1, ce2 FROM ingest_survey ORDER BY \"row\""),
            "0|2026-03-05|KUR-001|resident|f|1971|4.0|5.0\n0|2026-03-06|KUR-001|resident|m|1988|1."
            "0|\n");
        folder_close(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_programme_alone),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_people),
        cmocka_unit_test(test_returned),
        cmocka_unit_test(test_key_file),
        cmocka_unit_test(test_delivery),
        cmocka_unit_test(test_form),
        cmocka_unit_test(test_mapping_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
