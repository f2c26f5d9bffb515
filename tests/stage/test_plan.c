/* The plan, scales and frames on tables filled by hand: what is scored, who counts as treated when,
 * and that a row of the plan that cannot be run says why and stops nothing. */
#include "tests/stage/impact_store.h"

#include "analysis/frame.h"
#include "analysis/plan.h"
#include "analysis/scale.h"

#include <gsl/gsl_errno.h>

static const char DATA[] =
    "[community]\n"
    "community_id,region,name,supported_from,study\n"
    "A,kurzeme,A,2026-07-01,\nB,kurzeme,B,,\nC,riga,C,2026-01-01,\nD,riga,D,2027-06-01,\nE,riga,E,,"
    "none\n"
    "[instrument]\n"
    "instrument,name_lv,name_en,score,min_answered\n"
    "trust,Uzticēšanās,Trust,mean,0.5\nacts,Darbi,Acts,sum,1\n"
    "[item]\n"
    "item,instrument,text_lv,min,max,reversed\n"
    "q1,trust,a,1,5,0\nq2,trust,b,1,5,1\nq3,trust,c,1,5,0\nd1,acts,d,0,1,0\nd2,acts,e,0,1,0\n"
    "[survey]\n"
    "region,respondent_id,wave,interviewed_on,community_id,sample,sex,birth_year,q1,q2,q3,d1,d2\n"
    "kurzeme,,0,2026-03-01,A,resident,f,1980,1,5,2,1,1\n"
    "kurzeme,,0,2026-03-01,B,resident,m,1990,3,,3,0,1\n"
    "kurzeme,,0,2026-03-01,C,resident,f,1970,5,,,1,\n"
    "kurzeme,,0,2026-03-01,D,resident,m,1985,4,2,4,0,0\n"
    "kurzeme,,0,2026-03-01,E,resident,m,1985,4,2,4,0,0\n"
    "kurzeme,,1,2026-09-01,A,resident,f,1980,4,2,5,1,1\n"
    "kurzeme,,1,2026-09-01,B,resident,m,1990,3,3,3,0,1\n"
    "kurzeme,,1,2026-09-01,C,resident,f,1970,5,1,5,1,1\n"
    "kurzeme,,1,2026-09-01,D,resident,m,1985,4,2,4,0,0\n"
    "kurzeme,,2,2028-03-01,A,resident,m,1985,5,1,5,1,1\n"
    "[plan]\n"
    "plan,question_lv,outcome,frame,estimator,options,family,role,sesoi\n"
    "G1,Cik?,trust,resident_waves,mean,where=wave:0,,exploratory,\n"
    "G2,Cik?,q1,resident_waves,did,where=wave:9,,primary,0.1\n"
    "B1,Cik?,trust,resident_waves,meen,,,primary,\n"
    "B2,Cik?,trust,resident_wave,mean,,,primary,\n"
    "B3,Cik?,trust,resident_waves,mean,byy=wave,,primary,\n"
    "B4,Cik?,trsut,resident_waves,mean,,,primary,\n"
    "B5,Cik?,trust,participant_panel,paired,,,secondary,\n"
    "G3,Cik?,acts,resident_panel,mean,,,exploratory,\n";

static const Options OPTIONS = {.ncpu = 1};
static const char *frame_text; /* filled by the stage's work */

static Run open_store(Arena *arena, FILE *messages)
{
    Run run = impact_open(arena, &OPTIONS, messages);
    store_load(&run, DATA, false, NULL);
    store_exec(&run,
               "CREATE TABLE IF NOT EXISTS ingest_plan_published (plan TEXT, changed INTEGER)");
    return run;
}

static void scores_follow_the_codebook(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Run run = open_store(arena, NULL);
    assert_true(impact_run_stage(&run, scale_run));
    /* q2 is turned (6 − q2); half of three items may lack, none of two; a late interview is not
     * scored */
    assert_string_equal(
        impact_rows(
            &run,
            "SELECT s.instrument, v.community_id, v.wave, printf('%.4f', s.score), s.answered FROM "
            "analysis_score AS s JOIN ingest_survey AS v ON v.row = s.row WHERE v.community_id IN "
            "('A', "
            "'B', 'C') AND v.wave < 2 ORDER BY 1, 2, 3"),
        "acts|A|0|2.0000|2\nacts|A|1|2.0000|2\nacts|B|0|1.0000|2\nacts|B|1|1.0000|2\nacts|C|0|0."
        "0000|1\nacts|C|1|2.0000|2\n"
        "trust|A|0|1.3333|3\ntrust|A|1|4.3333|3\ntrust|B|0|3.0000|2\ntrust|B|1|3.0000|3\ntrust|C|0|"
        "0.0000|1\n"
        "trust|C|1|5.0000|3\n");
    assert_string_equal(
        impact_rows(&run, "SELECT count(*) FROM analysis_score WHERE score IS NULL"), "2\n");
    assert_string_equal(
        impact_rows(
            &run,
            "SELECT wave, n, items, printf('%.4f', mean), printf('%.4f', ceiling), flag IS NULL "
            "FROM analysis_scale WHERE instrument = 'trust' ORDER BY wave"),
        "0|4|3|3.0833|0.0000|0\n1|4|3|4.0833|0.2500|1\n");
    db_close(&run);
    arena_close(arena);
}

static bool read_frame(Run *run)
{
    Frame frame;
    assert_true(
        db_exec(run, SQL("INSERT INTO analysis_outcome SELECT row, q1 FROM ingest_survey")));
    const Asset *asset = frame_find(run, "resident_waves", (Place){NULL, 0, 0});
    assert_non_null(asset);
    assert_true(frame_from_sql(run, asset, run->arena, &frame));
    static const char *const COLUMNS[] = {"community", "wave", "first_treated", "treated", "post",
                                          "y",         "age"};
    Buffer text = buffer_open(run->arena);
    for (int i = 0; i < frame.nrow; i++)
        for (int k = 0; k < COUNT(COLUMNS); k++) {
            const Column *column = frame_column(&frame, COLUMNS[k]);
            assert_non_null(column);
            double x = column->x[i];
            buffer_format(&text, "%s%s",
                          isnan(x)        ? ""
                          : column->level ? column->level[(int)x]
                                          : arena_format(run->arena, "%g", x),
                          k + 1 < COUNT(COLUMNS) ? " " : "\n");
        }
    frame_text = buffer_end(&text);
    return true;
}

/* A begins between the waves; C was supported before the first one (its first treated wave is 0);
 * D begins after the last wave within as-of: never in these data; E is no part of the study. */
static void treated_waves_are_found(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Run run = open_store(arena, NULL);
    assert_true(impact_run_stage(&run, read_frame));
    assert_string_equal(frame_text,
                        "A 0 1 1 0 1 46\nB 0  0 0 3 36\nC 0 0 1 1 5 56\nD 0  0 0 4 41\n"
                        "A 1 1 1 1 4 46\nB 1  0 1 3 36\nC 1 0 1 1 5 56\nD 1  0 1 4 41\n");
    db_close(&run);
    arena_close(arena);
}

static bool run_plan(Run *run)
{
    return scale_run(run) && plan_run(run);
}

static void rows_that_cannot_run_say_why(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char *text = NULL;
    size_t size = 0;
    FILE *messages = open_memstream(&text, &size);
    Run run = open_store(arena, messages);
    assert_true(impact_run_stage(&run, run_plan));
    fflush(messages);
    assert_string_equal(
        impact_rows(&run, "SELECT plan, state FROM analysis_plan ORDER BY plan"),
        "B1|not_run\nB2|not_run\nB3|not_run\nB4|not_run\nB5|not_run\nG1|run\nG2|not_run\nG3|run\n");
    assert_string_equal(
        impact_rows(&run,
                    "SELECT count(*) FROM analysis_plan WHERE state = 'not_run' AND (reason_lv IS "
                    "NULL OR reason_en IS NULL OR reason_lv = reason_en)"),
        "0\n");
    assert_string_equal(
        impact_rows(&run, "SELECT printf('%.4f', estimate), n, verdict, headline, figure FROM "
                          "analysis_estimate WHERE plan = 'G1' AND term = 'mean'"),
        "2.7778|3|none|1|est.G1.mean\n");
    /* faults of the plan are reported at its file and line; too few data are not */
    static const char *const WANTED[] = {
        ":5: error: unknown estimator 'meen'; perhaps 'mean'",
        ":6: error: unknown frame 'resident_wave'; perhaps 'resident_waves'",
        ":7: error: estimator 'mean' has no option 'byy'; perhaps 'by'", "plan row 'B4'"};
    for (int i = 0; i < COUNT(WANTED); i++)
        if (!strstr(text, WANTED[i]))
            fail_msg("not reported: %s\n%s", WANTED[i], text);
    assert_null(strstr(text, "no rows"));
    fclose(messages);
    free(text);
    db_close(&run);
    arena_close(arena);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_follow_the_codebook),
        cmocka_unit_test(treated_waves_are_found),
        cmocka_unit_test(rows_that_cannot_run_say_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
