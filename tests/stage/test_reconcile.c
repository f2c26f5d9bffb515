/* Reconciliation: against the store of an earlier run, with the rows behind each difference, and
 * against what CFLA approved. */
#include "tests/stage/metrics_store.h"

#include <sys/stat.h>
#include <unistd.h>

static const char BEFORE[] =
    "[programme]\nkey,value\nreport.as_of,2026-06-30\n"
    "[event]\n"
    "state,region,event_id,activity,kind,held_on,open\n"
    "current,kurzeme,1,24.3,training,2026-02-01,0\n"
    "current,kurzeme,2,24.3,training,2026-03-01,0\n"
    "current,kurzeme,3,24.3,training,2026-04-01,0\n"
    "[participant]\n"
    "region,person_id,activity,entered_on,sex,birth_year,employment,education\n"
    "kurzeme,P1,24.3,2026-03-01,f,1990,employed,isced34\n";

/* Event 1 was moved to August, event 2 withdrawn, event 4 came late; P1 turns out to have entered
 * earlier in Latgale, P2 came late. */
static const char NOW[] =
    "[programme]\nkey,value\nreport.as_of,2026-12-31\n"
    "[event]\n"
    "state,region,event_id,activity,kind,held_on,open\n"
    "superseded,kurzeme,1,24.3,training,2026-02-01,0\n"
    "withdrawn,kurzeme,2,24.3,training,2026-03-01,0\n"
    "current,kurzeme,3,24.3,training,2026-04-01,0\n"
    "[participant]\n"
    "region,person_id,activity,entered_on,sex,birth_year,employment,education\n"
    "kurzeme,P1,24.3,2026-03-01,f,1990,employed,isced34\n"
    "[event]\n"
    "state,region,event_id,activity,kind,held_on,open\n"
    "current,kurzeme,1,24.3,training,2026-08-01,0\n"
    "current,kurzeme,4,24.3,training,2026-05-01,0\n"
    "current,kurzeme,5,24.3,training,2026-09-01,0\n"
    "[participant]\n"
    "region,person_id,activity,entered_on,sex,birth_year,employment,education\n"
    "latgale,P1,24.3,2026-01-15,f,1990,employed,isced34\n"
    "kurzeme,P2,24.3,2026-05-05,m,1990,employed,isced34\n";

static const char APPROVED[] =
    "[programme]\nkey,value\nreport.as_of,2026-12-31\n"
    "[budget]\nline,title_lv,cost_kind,amount_eur\n1.1,Atlīdzība,actual,5000\n1.2,Telpas,actual,"
    "900\n"
    "[request]\nrequest,kind,\"from\",\"to\"\nMP-1,interim,2026-01-01,2026-06-30\nMP-2,interim,"
    "2026-07-01,"
    "2027-06-30\n"
    "[indicator]\ncode,name_lv,unit_lv,kind,kpi,source\nR1,Pasākumi,pasākums,output,events_held,x\n"
    "[approved]\nrequest,item,value\nMP-1,1.1,300.1\nMP-1,1.2,40\nMP-1,R1,1\nMP-2,1.1,7\n"
    "[expense]\nregion,expense_id,paid_on,activity,line,eligible_eur,request\n"
    "kurzeme,1,2026-02-01,24.3,1.1,100.1,\n"
    "kurzeme,2,2026-03-01,24.3,1.1,200,MP-1\n"
    "kurzeme,3,2026-03-02,24.3,1.1,999,MP-2\n"
    "kurzeme,4,2026-03-02,24.3,1.2,41,\n"
    "[event]\nregion,event_id,activity,kind,held_on,open\n"
    "kurzeme,1,24.3,training,2026-02-01,0\nlatgale,1,24.3,training,2026-06-30,0\n"
    "latgale,2,24.3,training,2026-07-01,0\n";

static char *save(Run *run, const char *text, const char *path)
{
    Query query;
    store_load(run, text, false, NULL);
    assert_true(store_run(run));
    unlink(path);
    assert_true(query_open(&query, run, SQL("VACUUM INTO ?1")));
    query_bind(&query, 1, "t", path);
    query_run(&query);
    assert_true(query_close(&query));
    return arena_text(run->arena, path);
}

static void compare_row(Run *run, const char *kpi, const char *region, const char *wanted)
{
    char *found = db_text(
        run, run->arena,
        SQL(arena_format(run->arena,
                         "SELECT printf('%%g,%%g,%%d | %%d %%d %%d %%d | %%g %%g %%g', expected, "
                         "found, holds, late, resubmitted, withdrawn, definition, late_effect, "
                         "resubmitted_effect, withdrawn_effect) FROM metrics_reconciliation WHERE "
                         "source = 'previous' AND kpi = ?1 AND region = '%s' AND sex = ''",
                         region)),
        kpi, "no row");
    assert_string_equal(found, wanted);
}

static void attributes_every_difference(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char folder[] = "/tmp/ietekme-reconcile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Options options = {0};
    Run before = store_open_empty(arena, &options);
    Options with = {.previous =
                        save(&before, BEFORE, arena_format(arena, "%s/before.sqlite", folder))};
    db_close(&before);
    Run run = store_open_empty(arena, &with);
    store_load(&run, NOW, false, NULL);
    assert_true(store_run(&run));
    /* cumulative 4 now, 3 before; in period events 1 and 5; 4 late, 1 moved, 2 withdrawn */
    compare_row(&run, "events_held", "kurzeme", "1,2,0 | 1 1 1 0 | 1 -1 -1");
    compare_row(&run, "events_held", "LV", "1,2,0 | 1 1 1 0 | 1 -1 -1");
    compare_row(&run, "events_held", "latgale", "0,0,1 | 0 0 0 0 | 0 0 0");
    /* nobody new in the period, but one more in all: P1 changes region, P2 came late */
    compare_row(&run, "esf_participants", "LV", "1,0,0 | 3 0 0 0 | 1 0 0");
    compare_row(&run, "esf_participants", "latgale", "1,0,0 | 1 0 0 0 | 1 0 0");
    assert_true(diag_count(run.diag, SEVERITY_ERROR) > 0);
    assert_close(db_double(&run,
                           SQL("SELECT count(*) FROM metrics_reconciliation WHERE kpi IN "
                               "('communities_supported', 'initiative_approval_rate')"),
                           NULL, NAN),
                 0, 0);
    assert_close(db_double(&run,
                           SQL("SELECT count(*) FROM metrics_reconciliation_published WHERE kpi = "
                               "'esf_participants' AND (found IS NOT NULL OR late IS NOT NULL)"),
                           NULL, NAN),
                 0, 0);
    db_close(&run);
    unlink(with.previous);
    rmdir(folder);
    arena_close(arena);
}

/* The same data twice, only as-of moved on: nothing may differ. */
static void agrees_with_itself(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char folder[] = "/tmp/ietekme-reconcile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Options options = {.as_of = "2026-06-30"};
    Run before = store_open_empty(arena, &options);
    Options with = {.previous =
                        save(&before, NOW, arena_format(arena, "%s/before.sqlite", folder))};
    db_close(&before);
    Run run = store_open_empty(arena, &with);
    store_load(&run, NOW, false, NULL);
    assert_true(store_run(&run));
    assert_true(db_double(&run, SQL("SELECT count(*) FROM metrics_reconciliation"), NULL, 0) > 100);
    assert_close(db_double(&run, SQL("SELECT count(*) FROM metrics_reconciliation WHERE holds = 0"),
                           NULL, 9),
                 0, 0);
    assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 0);
    db_close(&run);
    unlink(with.previous);
    rmdir(folder);
    arena_close(arena);
}

static void compares_with_approved(void **state)
{
    static const struct {
        const char *item;
        double found;
        int holds;
    } CASES[] = {{"1.1", 300.1, 1}, {"1.2", 41, 0}, {"R1", 2, 0}};
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = store_open_empty(arena, &options);
    store_load(&run, APPROVED, false, NULL);
    assert_true(store_run(&run));
    for (int i = 0; i < COUNT(CASES); i++) {
        assert_close(db_double(&run,
                               SQL("SELECT found FROM metrics_reconciliation WHERE source = "
                                   "'approved' AND item = ?1"),
                               CASES[i].item, NAN),
                     CASES[i].found, 1e-12);
        assert_close(db_double(&run,
                               SQL("SELECT holds FROM metrics_reconciliation WHERE source = "
                                   "'approved' AND item = ?1"),
                               CASES[i].item, NAN),
                     CASES[i].holds, 0);
    }
    /* a request that is not over is not compared */
    assert_close(db_double(&run,
                           SQL("SELECT count(*) FROM metrics_reconciliation WHERE period = 'MP-2'"),
                           NULL, NAN),
                 0, 0);
    assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 2);
    db_close(&run);
    arena_close(arena);
}

/* The programme folder counts events otherwise now. */
static void names_a_changed_definition(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char folder[] = "/tmp/ietekme-reconcile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Options options = {0};
    Run before = store_open_empty(arena, &options);
    Options with = {.folder = folder,
                    .previous =
                        save(&before, BEFORE, arena_format(arena, "%s/before.sqlite", folder))};
    db_close(&before);
    char *kpi = arena_format(arena, "%s/kpi", folder);
    char *path = arena_format(arena, "%s/events_held.sql", kpi);
    assert_int_equal(mkdir(kpi, 0700), 0);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("-- title_lv: A\n-- title_en: A\n-- fold: count\n-- unit: event\n-- about: things\n"
          "-- definition_lv: a\n-- definition_en: a\nSELECT row, region, held_on AS on_date FROM "
          "ingest_event WHERE event_id <> '3'\n",
          file);
    fclose(file);
    Run run = store_open_empty(arena, &with);
    store_load(&run, NOW, false, NULL);
    bool done = store_run(&run);
    unlink(path);
    rmdir(kpi);
    unlink(with.previous);
    rmdir(folder);
    assert_true(done);
    assert_close(db_double(&run,
                           SQL("SELECT definition FROM metrics_reconciliation WHERE kpi = "
                               "'events_held' AND region = 'kurzeme'"),
                           NULL, NAN),
                 1, 0);
    assert_close(db_double(&run,
                           SQL("SELECT definition FROM metrics_reconciliation WHERE kpi = "
                               "'esf_participants' AND region = 'LV' AND sex = ''"),
                           NULL, NAN),
                 0, 0);
    db_close(&run);
    arena_close(arena);
}

/* The line paid 40 when it was reported; the row was handed in again with 41. */
static void says_why_approved_differs(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char folder[] = "/tmp/ietekme-reconcile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Options options = {0};
    char *text = arena_text(arena, APPROVED);
    char *sum = strstr(text, "1.2,41,");
    assert_non_null(sum);
    memcpy(sum, "1.2,40,", 7);
    Run before = store_open_empty(arena, &options);
    Options with = {.previous =
                        save(&before, text, arena_format(arena, "%s/before.sqlite", folder))};
    db_close(&before);
    Run run = store_open_empty(arena, &with);
    store_load(&run, APPROVED, false, NULL);
    assert_true(store_run(&run));
    assert_string_equal(
        db_text(&run, arena,
                SQL("SELECT printf('%d %d %d | %g %g %g', late, resubmitted, withdrawn, "
                    "late_effect, resubmitted_effect, withdrawn_effect) FROM "
                    "metrics_reconciliation WHERE source = 'approved' AND item = '1.2'"),
                NULL, "no row"),
        "0 2 0 | 0 1 0");
    db_close(&run);
    unlink(with.previous);
    rmdir(folder);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_every_difference), cmocka_unit_test(agrees_with_itself),
        cmocka_unit_test(compares_with_approved),      cmocka_unit_test(says_why_approved_differs),
        cmocka_unit_test(names_a_changed_definition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
