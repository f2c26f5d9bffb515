/* `ietekme export`: each table has exactly its columns, published tables hide what is hidden, exact
 * ones are refused on a terminal; a stage that has not run is named. */
#include "tests/test.h"

#include "cli/command.h"
#include "core/asset.h"
#include "core/text.h"
#include "tests/output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Arena *arena;
static char *folder;

typedef struct {
    const char *what, *columns;
} Head;
static const Head HEADS[] = {
    {"kpi", "kpi,region,period,sex,in_period,cumulative,numerator,denominator,target,target_kind,"
            "share_of_target,"
            "status,forecast,forecast_low,forecast_high,probability,reporting_rate,figure"},
    {"benchmark", "kpi,region,period,value,low,high,expected,funnel_low95,funnel_high95,funnel_"
                  "low998,funnel_high998,"
                  "shrunken,rank_low,rank_high,signal"},
    {"estimate", "plan,outcome,estimator,term,estimate,se,df,statistic,p,p_adjusted,ci_low,ci_high,"
                 "n,n_clusters,"
                 "effect_size,effect_low,effect_high,mde,verdict,maryland,grade,figure,note"},
    {"scale",
     "instrument,wave,sample,n,items,alpha,alpha_low,alpha_high,omega,mean,sd,floor,ceiling"},
    {"recommendation",
     "recommendation,addressee,priority,status,missing,grade,decide_by,cost_low,cost_high,title_lv,"
     "title_en,withdraw_lv,withdraw_en,evidence"},
    {"delivery", "region,dataset,period,due_on,submission,rows,late,missing"},
    {"reject", "file,line,column,field,value,code,message"},
    {"warning", "file,line,column,field,value,code,message"},
    {"file", "region,submission,dataset,file,sha256,encoding,delimiter,evidence,rows,accepted,"
             "rejected,warned"},
    {"disclosure", "table,cell,reason,low,high"},
};

/* A store with the tables of these stages and a little in them. */
static void fill_store(Run *run, int nstage)
{
    static const char *const SCHEMAS[] = {"ingest/schema.sql", "metrics/schema.sql",
                                          "analysis/schema.sql"};
    for (int i = 0; i < nstage; i++)
        assert_true(db_exec(run, asset_sql(asset_find(run, SCHEMAS[i]))));
    assert_true(db_exec(
        run,
        SQL("INSERT INTO ingest_file (file, path, dataset, sha256, rows, accepted, rejected, "
            "warned) "
            "VALUES (1, 'incoming/riga/2026H1/survey.csv', 'survey', 'x', 2, 1, 1, 0), "
            "(2, 'incoming/riga/2026H1/event.csv', 'event', 'y', 2, 1, 1, 0);"
            "INSERT INTO ingest_fault (file, path, line, column, severity, code, field, value, "
            "message_lv, message_en) VALUES "
            "(1, 'incoming/riga/2026H1/survey.csv', 7, 3, 'error', 'date.invalid', "
            "'interviewed_on', "
            "'31.02.', 'nederīgs datums ''31.02.''', 'invalid date ''31.02.'''), "
            "(2, 'incoming/riga/2026H1/event.csv', 9, 1, 'error', 'number.low', 'hours', '-3', "
            "'par mazu ''-3''', 'too small ''-3''');")));
}

static const char *store_of(int nstage)
{
    char *own = arena_format(arena, "%s/%d", folder, nstage);
    char *out = arena_format(arena, "%s/out", own);
    assert_int_equal(mkdir(own, 0700), 0);
    assert_int_equal(mkdir(out, 0700), 0);
    Options options = {.folder = own, .out = out};
    Run run = {
        .diag = diag_open(arena, stderr, LANG_LV, false), .arena = arena, .options = &options};
    assert_true(folder_store_open(&run, false));
    fill_store(&run, nstage);
    db_close(&run);
    return own;
}

static int make(void **state)
{
    (void)state;
    arena = arena_open();
    folder = mkdtemp(arena_text(arena, "/tmp/ietekme-export-XXXXXX"));
    if (!folder)
        return 1;
    store_of(1);
    store_of(3);
    return 0;
}

static int drop(void **state)
{
    (void)state;
    int status = system(arena_format(arena, "rm -r '%s'", folder));
    arena_close(arena);
    return status;
}

static Output export(int nstage, const char *what, Options options, Lang lang)
{
    char *own = arena_format(arena, "%s/%d", folder, nstage);
    char *args[] = {own, arena_text(arena, what)};
    options.folder = own;
    options.out = arena_format(arena, "%s/out", own);
    Run run = {.diag = diag_open(arena, NULL, lang, false), .arena = arena, .options = &options};
    return output_of(&COMMAND_EXPORT, &run, 2, args);
}

static void has_exactly_its_columns(void **state)
{
    (void)state;
    for (int internal = 0; internal < 2; internal++)
        for (int i = 0; i < COUNT(HEADS); i++) {
            Output result = export(3, HEADS[i].what, (Options){.internal = internal}, LANG_LV);
            assert_int_equal(result.status, EXIT_DONE);
            assert_string_equal(arena_copy(arena, result.text, strcspn(result.text, "\n")),
                                HEADS[i].columns);
        }
}

static void names_the_stage_that_is_missing(void **state)
{
    (void)state;
    Output result = export(1, "estimate", (Options){0}, LANG_LV);
    assert_int_equal(result.status, EXIT_NOT_DONE);
    assert_int_equal(result.errors, 1);
    assert_string_equal(result.text, "");
    assert_int_equal(export(1, "delivery", (Options){0}, LANG_LV).status, EXIT_DONE);
}

static void refuses_exact_values_on_a_terminal(void **state)
{
    (void)state;
    Output result = export(3, "kpi", (Options){.internal = true, .out_terminal = true}, LANG_LV);
    assert_int_not_equal(result.status, EXIT_DONE);
    assert_string_equal(result.text, "");
    Options yes = {.internal = true, .out_terminal = true, .yes = true};
    assert_int_equal(export(3, "kpi", yes, LANG_LV).status, EXIT_DONE);
    assert_int_equal(export(3, "kpi", (Options){.out_terminal = true}, LANG_LV).status, EXIT_DONE);
}

static void knows_its_tables(void **state)
{
    (void)state;
    Output result = export(3, "kip", (Options){0}, LANG_LV);
    assert_int_equal(result.status, EXIT_USAGE);
    assert_int_equal(result.errors, 1);
}

static void keeps_persons_out_of_what_is_published(void **state)
{
    (void)state;
    assert_string_equal(
        export(3, "reject", (Options){0}, LANG_LV).text,
        "file,line,column,field,value,code,message\n"
        "incoming/riga/2026H1/event.csv,9,1,hours,-3,number.low,par mazu '-3'\n"
        "incoming/riga/2026H1/survey.csv,7,3,interviewed_on,,date.invalid,nederīgs datums '…'\n");
    assert_string_equal(
        export(3, "reject", (Options){.internal = true}, LANG_EN).text,
        "file,line,column,field,value,code,message\n"
        "incoming/riga/2026H1/event.csv,9,1,hours,-3,number.low,too small '-3'\n"
        "incoming/riga/2026H1/survey.csv,7,3,interviewed_on,31.02.,date.invalid,invalid date "
        "'31.02.'\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_exactly_its_columns),
        cmocka_unit_test(names_the_stage_that_is_missing),
        cmocka_unit_test(refuses_exact_values_on_a_terminal),
        cmocka_unit_test(knows_its_tables),
        cmocka_unit_test(keeps_persons_out_of_what_is_published),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
