/* Completeness inside the number, targets, rates, the report's own period, sums that fail, and KPIs
 * of a programme folder: what they may do and how their faults are told. */
#include "tests/stage/metrics_store.h"

#include <sys/stat.h>
#include <unistd.h>

static char *value(Run *run, const char *columns, const char *kpi, const char *region,
                   const char *period)
{
    char *sql = arena_format(run->arena,
                             "SELECT %s FROM metrics_value AS v LEFT JOIN metrics_value_published "
                             "AS p USING (kpi, region, period, sex) WHERE kpi = '%s' AND region = "
                             "'%s' AND period = '%s' AND sex = ''",
                             columns, kpi, region, period);
    return db_text(run, run->arena, SQL(sql), NULL, "NULL");
}

typedef struct {
    const char *columns, *kpi, *region, *period, *wanted;
} Case;

static void run_cases(const Options *options, const char *text, const Case *cases, int n)
{
    Arena *arena = arena_open();
    Run run = store_open_empty(arena, options);
    store_load(&run, text, false, NULL);
    assert_true(store_run(&run));
    for (int i = 0; i < n; i++) {
        char *found = value(&run, cases[i].columns, cases[i].kpi, cases[i].region, cases[i].period);
        if (!text_equal(found, cases[i].wanted))
            fail_msg("%s of %s in %s, %s: %s, wanted %s", cases[i].columns, cases[i].kpi,
                     cases[i].region, cases[i].period, found, cases[i].wanted);
    }
    db_close(&run);
    arena_close(arena);
}

static const char EVENTS[] = "[programme]\nkey,value\nreport.as_of,2026-12-31\n"
                             "[event]\nregion,event_id,activity,kind,held_on,open\n"
                             "kurzeme,1,24.3,training,2026-02-01,0\n"
                             "kurzeme,2,24.3,training,2026-08-01,0\n"
                             "kurzeme,3,24.3,training,2026-09-01,0\n"
                             "latgale,1,24.3,training,2026-03-01,0\n";

#define STATE                                                                                      \
    "v.state || ' ' || ifnull(v.in_period, '-') || ' ' || ifnull(v.cumulative, '-') || ' ' || "    \
    "ifnull(v.reporting_rate, '-')"

static void knows_what_was_not_delivered(void **state)
{
    static const Case CASES[] = {
        {STATE, "events_held", "kurzeme", "2026H1", "ok 1.0 1.0 1.0"},
        {STATE, "events_held", "kurzeme", "2026H2", "ok 2.0 3.0 1.0"},
        /* delivered with a header alone: zero; not delivered: nothing, and later values are partial
         */
        {STATE, "events_held", "riga", "2026H1", "ok 0.0 0.0 1.0"},
        {STATE, "events_held", "latgale", "2026H1", "ok 1.0 1.0 1.0"},
        {STATE, "events_held", "latgale", "2026H2", "not_reported - - 0.5"},
        {STATE, "events_held", "vidzeme", "2026H1", "not_reported - - 0.0"},
        {STATE, "events_held", "vidzeme", "2026H2", "partial 0.0 0.0 0.5"},
        {STATE, "events_held", "LV", "2026H1", "partial 2.0 2.0 0.75"},
        {STATE, "events_held", "LV", "2026H2", "partial 2.0 4.0 0.75"},
        /* its dataset was not expected */
        {STATE, "publicity_items", "latgale", "2026H2", "ok 0.0 0.0 -"},
        /* visits need attendance too, which nobody expected */
        {STATE, "visits", "latgale", "2026H2", "not_reported - - 0.5"},
    };
    (void)state;
    Options options = {0};
    char text[4000];
    snprintf(text, sizeof text, "%s%s", EVENTS,
             "[delivery]\nregion,dataset,period,submission,late,missing,expected\n"
             "kurzeme,event,2026H1,2026H1,0,0,1\nkurzeme,event,2026H2,2026H2,0,0,1\n"
             "latgale,event,2026H1,2026H1,0,0,1\nlatgale,event,2026H2,,0,1,1\n"
             "riga,event,2026H1,2026H1,0,0,1\nriga,event,2026H2,2026H2,0,0,1\n"
             "vidzeme,event,2026H1,,0,1,1\nvidzeme,event,2026H2,2026H2,0,0,1\n");
    run_cases(&options, text, CASES, COUNT(CASES));
}

#define TARGET                                                                                     \
    "ifnull(v.target, '-') || ' ' || ifnull(v.target_kind, '-') || ' ' || "                        \
    "ifnull(v.share_of_target, '-') || ' ' || ifnull(v.target_on, '-')"

static void chooses_targets(void **state)
{
    static const Case CASES[] = {
        /* own period before `*` */
        {TARGET, "events_held", "kurzeme", "2026H1", "4.0 incremental 0.25 2026-06-30"},
        {TARGET, "events_held", "kurzeme", "2026H2", "8.0 incremental 0.25 2026-12-31"},
        {TARGET, "events_held", "latgale", "2026H1", "5.0 incremental 0.2 2026-06-30"},
        /* the country's target is its own, cumulative, the next to come, then a date within */
        {TARGET, "events_held", "LV", "2026H1", "16.0 cumulative 0.125 2026-10-15"},
        {TARGET, "events_held", "LV", "2026H2", "16.0 cumulative 0.25 2026-10-15"},
        {TARGET, "bonding_events", "LV", "2026H2", "50.0 cumulative 0.0 2029-12-31"},
        {TARGET, "bonding_events", "kurzeme", "2026H2", "- - - -"},
        {TARGET, "visits", "kurzeme", "2026H2", "- - - -"},
    };
    /* a year is two half-years: 4 + 8, and 5 + 5 */
    static const Case YEAR[] = {
        {TARGET, "events_held", "kurzeme", "2026", "12.0 incremental 0.25 2026-12-31"},
        {TARGET, "events_held", "latgale", "2026", "10.0 incremental 0.1 2026-12-31"},
        {TARGET, "events_held", "LV", "2026", "16.0 cumulative 0.25 2026-10-15"},
    };
    (void)state;
    Options options = {0}, year = {.period = "2026"};
    char text[4000];
    snprintf(text, sizeof text, "%s%s", EVENTS,
             "[target]\nkpi,region,period,target,kind\n"
             "events_held,*,*,5,incremental\nevents_held,kurzeme,*,8,incremental\n"
             "events_held,kurzeme,2026H1,4,incremental\n"
             "events_held,LV,2026-10-15,16,cumulative\nevents_held,LV,2029H2,99,cumulative\n"
             "bonding_events,LV,2029-12-31,50,cumulative\n"
             "no_such_kpi,LV,*,1,cumulative\n");
    run_cases(&options, text, CASES, COUNT(CASES));
    run_cases(&year, text, YEAR, COUNT(YEAR));
}

static void folds_the_period_asked_for(void **state)
{
    static const Case QUARTER[] = {
        {"v.in_period || ' ' || v.cumulative", "events_held", "kurzeme", "2026Q3", "2.0 3.0"},
        {"v.in_period || ' ' || v.cumulative", "events_held", "LV", "2026Q2", "0.0 2.0"},
        {"v.in_period || ' ' || v.cumulative", "events_held", "kurzeme", "2026H2", "2.0 3.0"},
    };
    static const Case REQUEST[] = {
        {"v.in_period || ' ' || v.cumulative", "events_held", "kurzeme", "MP-2", "1.0 2.0"},
        {"v.in_period || ' ' || v.cumulative", "events_held", "LV", "MP-1", "2.0 2.0"},
    };
    (void)state;
    Options quarter = {.period = "2026Q3"}, request = {.period = "MP-2"};
    char text[4000];
    snprintf(text, sizeof text, "%s%s", EVENTS,
             "[request]\nrequest,kind,\"from\",\"to\"\nMP-1,interim,2026-01-15,2026-03-15\n"
             "MP-2,interim,2026-03-16,2026-08-31\n");
    run_cases(&quarter, text, QUARTER, COUNT(QUARTER));
    run_cases(&request, text, REQUEST, COUNT(REQUEST));
}

static void divides_by_residents(void **state)
{
    /* 2026: 8000 in Kurzeme, 12000 in Latgale; the year 2027 is not over the period */
    static const Case CASES[] = {
        {"printf('%.6g', p.per_10k)", "events_held", "kurzeme", "2026H2", "3.75"},
        {"printf('%.6g', p.per_10k_in)", "events_held", "kurzeme", "2026H2", "2.5"},
        {"printf('%.6g', p.per_10k)", "events_held", "LV", "2026H2", "2"},
        {"ifnull(p.per_10k, '-')", "events_held", "riga", "2026H2", "-"},
        {"ifnull(p.per_10k, '-')", "initiative_approval_rate", "kurzeme", "2026H2", "-"},
    };
    (void)state;
    Options options = {0};
    char text[4000];
    snprintf(text, sizeof text, "%s%s", EVENTS,
             "[municipality]\natvk,name_lv,short_lv,region,kind\n0011111,A,A,kurzeme,novads\n"
             "0022222,B,B,latgale,novads\n"
             "[population]\natvk,year,sex,age_from,age_to,residents\n"
             "0011111,2025,f,0,99,1\n0011111,2026,f,0,50,3000\n0011111,2026,m,0,50,5000\n"
             "0011111,2027,m,0,50,70000\n0022222,2026,f,0,99,12000\n");
    run_cases(&options, text, CASES, COUNT(CASES));
}

/* --- KPIs of a programme folder --- */

static Diagnostic heard;
static int nheard;

static void hear(void *user, const Diagnostic *diagnostic)
{
    Arena *arena = user;
    if (diagnostic->severity != SEVERITY_ERROR)
        return;
    if (nheard++ == 0) {
        heard = *diagnostic;
        heard.at.file = arena_text(arena, diagnostic->at.file);
    }
}

#define HEAD                                                                                       \
    "-- title_lv: A\n-- title_en: A\n-- unit: event\n-- about: things\n-- definition_lv: a\n"      \
    "-- definition_en: a\n"

static void tells_faults_of_own_kpis(void **state)
{
    static const struct {
        const char *name, *text, *code;
        int line, column;
    } CASES[] = {
        {"events_held",
         HEAD "-- fold: count\nSELECT row, region, held_on AS on_date\nFROM "
              "ingest_event\n",
         NULL, 0, 0},
        {"mine", HEAD "-- fold: count\nSELECT row, region, nothing AS on_date\nFROM ingest_event\n",
         "sql.error", 8, 21},
        {"mine", HEAD "-- fold: count\nSELECT row, region FROM ingest_event\n",
         "sql.column_missing", 8, 1},
        {"mine", HEAD "-- fold: sum\nSELECT row, region, held_on AS on_date FROM ingest_event\n",
         "sql.column_missing", 8, 1},
        {"mine",
         HEAD "-- fold: count\nSELECT row, region, held_on AS on_date, title FROM "
              "ingest_event\n",
         "metrics.column", 8, 1},
        {"mine", HEAD "-- fold: count\nDELETE FROM metrics_setting\n", "sql.error", 8, 0},
        {"mine",
         HEAD "-- fold: count\nSELECT row, region, held_on AS on_date FROM ingest_event;\n"
              "DROP TABLE metrics_setting\n",
         "sql.not_select", 8, 1},
        {"mine", HEAD "-- fold: mean\nSELECT row, region, held_on AS on_date FROM ingest_event\n",
         "header.value", 7, 1},
        {"mine",
         HEAD "-- folds: count\n-- fold: count\nSELECT row, region, held_on AS on_date FROM "
              "ingest_event\n",
         "header.key", 7, 1},
        {"mine", "-- fold: count\nSELECT 1\n", "header.missing", 1, 1},
        {"My-Kpi",
         HEAD "-- fold: count\nSELECT row, region, held_on AS on_date FROM ingest_event\n",
         "metrics.name", 0, 0},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        Arena *arena = arena_open();
        char folder[] = "/tmp/ietekme-kpi-XXXXXX";
        assert_non_null(mkdtemp(folder));
        Options options = {.folder = folder};
        char *kpi = arena_format(arena, "%s/kpi", folder);
        char *path = arena_format(arena, "%s/%s.sql", kpi, CASES[i].name);
        assert_int_equal(mkdir(kpi, 0700), 0);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(CASES[i].text, file);
        fclose(file);
        Run run = store_open_empty(arena, &options);
        store_load(&run, EVENTS, false, NULL);
        nheard = 0;
        diag_listen(run.diag, hear, arena);
        bool done = store_run(&run);
        unlink(path);
        rmdir(kpi);
        rmdir(folder);
        if (CASES[i].code) {
            assert_false(done);
            assert_true(nheard > 0);
            assert_string_equal(heard.code, CASES[i].code);
            assert_string_equal(heard.at.file, arena_format(arena, "kpi/%s.sql", CASES[i].name));
            assert_int_equal(heard.at.line, CASES[i].line);
            assert_int_equal(heard.at.column, CASES[i].column);
        } else {
            assert_true(done);
            assert_string_equal(value(&run, "v.cumulative", CASES[i].name, "LV", "2026H2"), "4.0");
        }
        db_close(&run);
        arena_close(arena);
    }
}

/* An override that breaks EECO01 = EECO02 + EECO04 + EECO05 is reported and kept in the checks. */
static void tells_sums_that_fail(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = store_open_empty(arena, &options);
    store_load(&run,
               "[programme]\nkey,value\nreport.as_of,2026-06-30\n[participant]\n"
               "region,person_id,activity,entered_on,sex,birth_year,employment,education\n"
               "kurzeme,P1,24.3,2026-03-01,f,1990,retired,isced34\n",
               false, NULL);
    assert_true(store_run(&run));
    assert_true(diag_count(run.diag, SEVERITY_ERROR) > 0);
    assert_close(
        db_double(&run, SQL("SELECT count(DISTINCT check_id) FROM metrics_check WHERE holds = 0"),
                  NULL, NAN),
        1, 0);
    assert_string_equal(db_text(&run, arena,
                                SQL("SELECT check_id || ' ' || expected || ' ' || found FROM "
                                    "metrics_check WHERE holds = 0 AND region = 'kurzeme' LIMIT 1"),
                                NULL, ""),
                        "eeco_employment 1.0 0.0");
    db_close(&run);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_was_not_delivered), cmocka_unit_test(chooses_targets),
        cmocka_unit_test(folds_the_period_asked_for),   cmocka_unit_test(divides_by_residents),
        cmocka_unit_test(tells_faults_of_own_kpis),     cmocka_unit_test(tells_sums_that_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
