/* The engine of recommendations on small rules of a programme folder, and the program's own rules
 * on tables filled by hand: a case calls for a rule, or lacks its data, or does not call for it. */
#include "tests/stage/impact_store.h"

#include "analysis/recommend.h"

#include <sys/stat.h>
#include <unistd.h>

#define HEADER(subject, evidence)                                                                  \
    "-- subject: " subject "\n-- evidence: " evidence                                              \
    "\n-- addressee_lv: Ministrija\n-- addressee_en: Ministry\n-- title_lv: T\n-- title_en: "      \
    "T\n-- withdraw_lv: W {most|percent}\n-- withdraw_en: W {most|percent}\n"                      \
    "-- threshold most: 0.25 | pamatojums | reason\n"                                              \
    "-- missing few: kopienu skaits – {n|integer} | communities: {n|integer}\n"

static const struct {
    const char *name, *text;
} OWN[] = {
    {"a_effect", HEADER("one", "effect") "-- text_lv: Turpināt ({low..high|decimal1}; {g|grade})\n"
                                         "-- text_en: Continue ({low..high|decimal1}; {g|grade})\n"
                                         "-- position: 1\n"
                                         "SELECT 1 AS called, 'moderate' AS grade, 'moderate' AS "
                                         "g, -0.25 AS low, 0.5 AS high, 3 AS maryland\n"},
    {"b_low", HEADER("one", "effect") "-- position: 2\n-- text_lv: Darīt\n-- text_en: Do\n"
                                      "-- text_low_lv: Darīt {x|share} "
                                      "{x|decimal2:punktu,punktiem}\n-- text_low_en: Do "
                                      "{x|share} {x|decimal2:point,points}\nSELECT 1 AS called, "
                                      "'low' AS grade, 0.214 AS x\n"},
    {"c_very_low", HEADER("two", "effect") "-- position: 3\n-- text_lv: D\n-- text_en: D\n"
                                           "SELECT 1 AS called, 'very_low' AS grade\n"},
    {"d_count", HEADER("three", "count") "-- position: 4\n-- text_lv: {most|percent}; "
                                         "{low..high|percent}; {e|eur}; {word}; {day|date}\n"
                                         "-- text_en: {most|percent}; {low..high|percent}; "
                                         "{e|eur}; {word}; {day|date}\n"
                                         "SELECT 0.3 > :most AS called, 0.55 AS low, 0.79 AS high, "
                                         "4310 AS e, 'vārds' AS word_lv, 'word' AS word_en, "
                                         "'2027-03-05' AS day, 100 AS residents\n"},
    {"e_more", HEADER("four", "count") "-- position: 5\n-- text_lv: D\n-- text_en: D\n"
                                       "SELECT 1 AS called, 200 AS residents\n"},
    {"f_few", HEADER("five", "count") "-- position: 6\n-- text_lv: D\n-- text_en: D\n"
                                      "SELECT 1 AS called, 'few' AS missing, 7 AS n\n"},
    {"g_none", HEADER("six", "count") "-- position: 7\n-- text_lv: D\n-- text_en: D\n"
                                      "SELECT 1 AS called WHERE 0\n"},
    {"h_not", HEADER("seven", "count") "-- position: 8\n-- text_lv: D\n-- text_en: D\n"
                                       "SELECT 0 AS called\n"},
    {"i_research", HEADER("eight", "association") "-- position: 9\n-- text_lv: D\n-- text_en: D\n"
                                                  "-- verb: none\n-- research: 1\n"
                                                  "SELECT 1 AS called, 'very_low' AS grade\n"},
    {"j_writes", HEADER("nine", "count") "-- position: 10\n-- text_lv: D\n-- text_en: D\n"
                                         "DELETE FROM analysis_plan\n"},
    {"k_key", "-- subject: ten\n-- evidence: guess\nSELECT 1 AS called\n"},
    {"l_two_rows", HEADER("eleven", "count") "-- position: 12\n-- text_lv: D\n-- text_en: D\n"
                                             "SELECT 1 AS called UNION ALL SELECT 0\n"},
    {"m_withdrawn", HEADER("twelve", "count") "-- position: 13\n-- text_lv: D\n-- text_en: D\n"
                                              "SELECT 1 AS called, 1 AS withdrawn\n"},
};

static void make_folder(char *folder)
{
    char path[200];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/recommendations", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    for (int i = 0; i < COUNT(OWN); i++) {
        snprintf(path, sizeof path, "%s/recommendations/%s.sql", folder, OWN[i].name);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(OWN[i].text, file);
        fclose(file);
    }
}

static void remove_folder(const char *folder)
{
    char path[200];
    for (int i = 0; i < COUNT(OWN); i++) {
        snprintf(path, sizeof path, "%s/recommendations/%s.sql", folder, OWN[i].name);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/recommendations", folder);
    rmdir(path);
    rmdir(folder);
}

static const char OWN_WANTED[] =
    "a_effect|issued|1|1||moderate|2027-12-31|\n"
    "b_low|issued|2|0||low|2027-12-31|\n"
    "c_very_low|withheld||0|the certainty of evidence is very low; only a research recommendation "
    "follows from it|very_low||\n"
    "d_count|issued|4|1|||2027-12-31|\n"
    "e_more|issued|3|1|||2027-12-31|\n"
    "f_few|withheld||0|communities: 7|||\n"
    "g_none|withheld||0|there are no data|||\n"
    "h_not|not_called_for||0||||\n"
    "i_research|issued|5|1||very_low|2027-12-31|\n"
    "m_withdrawn|not_called_for||0||||\n";

static const char TEXTS_WANTED[] =
    "Ieteicams turpināt (no −0,3 līdz 0,5; vidēja)|It is advisable to continue (−0.3 to 0.5; "
    "moderate)\n"
    "Darīt 21,4\u00a0% 0,21 punktu|Do 21.4% 0.21 points\n"
    "25\u00a0%; 55–79\u00a0%; 4310\u00a0€; vārds; 05.03.2027.|25%; 55 to 79%; €4,310; word; "
    "5\u00a0March\u00a02027\n";

static void own_rules(void **state)
{
    (void)state;
    char folder[] = "/tmp/ietekme-rules-XXXXXX";
    make_folder(folder);
    Arena *arena = arena_open();
    Options options = {.folder = folder};
    Run run = impact_open(arena, &options, NULL);
    assert_true(impact_run_stage(&run, recommend_run));
    assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 2 + 8); /* j, l; k lacks eight entries */
    assert_string_equal(
        impact_rows(&run, "SELECT recommendation, status, priority, brief, missing_en, grade, "
                          "issued_on, withdrawn_on FROM analysis_recommendation WHERE own = 1 "
                          "ORDER BY recommendation"),
        OWN_WANTED);
    assert_string_equal(impact_rows(&run,
                                    "SELECT text_lv, text_en FROM analysis_recommendation WHERE "
                                    "recommendation IN ('a_effect', 'b_low', 'd_count') ORDER BY "
                                    "recommendation"),
                        TEXTS_WANTED);
    assert_string_equal(
        impact_rows(&run, "SELECT name, value, reason_lv, reason_en FROM analysis_threshold WHERE "
                          "recommendation = 'd_count'"),
        "most|0.25|pamatojums|reason\n");
    assert_string_equal(impact_rows(&run, "SELECT withdraw_en FROM analysis_recommendation WHERE "
                                          "recommendation = 'g_none'"),
                        "W 25%\n");
    db_close(&run);
    arena_close(arena);
    remove_folder(folder);
}

/* What was issued before stays until its withdrawal condition is met; dates are kept. */
static void earlier_reports(void **state)
{
    (void)state;
    char folder[] = "/tmp/ietekme-rules-XXXXXX", path[200];
    make_folder(folder);
    snprintf(path, sizeof path, "%s/before.sqlite", folder);
    Arena *arena = arena_open();
    Options options = {.folder = folder, .previous = path};
    Run before = {.diag = diag_open(arena, NULL, LANG_EN, false), .arena = arena};
    assert_true(db_open(&before, path, false));
    store_exec(&before,
               "CREATE TABLE analysis_recommendation_published (recommendation, issued_on, "
               "withdrawn_on); INSERT INTO analysis_recommendation_published VALUES ('h_not', "
               "'2026-06-30', NULL), ('m_withdrawn', '2026-06-30', NULL), ('g_none', "
               "'2026-06-30', NULL), ('d_count', '2025-12-31', NULL)");
    db_close(&before);
    Run run = impact_open(arena, &options, NULL);
    assert_true(impact_run_stage(&run, recommend_run));
    assert_string_equal(
        impact_rows(&run, "SELECT recommendation, status, issued_on, withdrawn_on FROM "
                          "analysis_recommendation WHERE recommendation IN ('h_not', "
                          "'m_withdrawn', 'g_none', 'd_count') ORDER BY recommendation"),
        "d_count|issued|2025-12-31|\ng_none|withheld|2026-06-30|\nh_not|issued|2026-06-30|\n"
        "m_withdrawn|withdrawn|2026-06-30|2027-12-31\n");
    db_close(&run);
    arena_close(arena);
    unlink(path);
    remove_folder(folder);
}

/* Fills analysis tables before the rules run: a plan row with its headline, all primary. */
#define OUTCOME(plan, estimate, low, high, grade, verdict, mde)                                    \
    "INSERT INTO analysis_plan_published (plan, outcome, outcome_lv, outcome_en, role, sesoi, "    \
    "state) VALUES ('" plan "', 'preparedness', 'S', 'S', 'primary', 0.2, 'run');"                 \
    "INSERT INTO analysis_estimate_published (plan, outcome, outcome_lv, outcome_en, role, term, " \
    "headline, estimate, ci_low, ci_high, p_adjusted, n, n_clusters, effect_size, mde, verdict, "  \
    "maryland, grade, hidden, figure) VALUES ('" plan "', 'preparedness', 'S', 'S', 'primary', "   \
    "'simple', 1, " estimate ", " low ", " high ", 0.01, 900, 40, 0.3, " mde ", '" verdict         \
    "', 3, '" grade "', 0, 'est." plan ".simple');"
#define BREAKDOWN(plan, value)                                                                     \
    "INSERT INTO analysis_estimate_published (plan, term, headline, estimate) VALUES ('" plan      \
    "', 'breakdown', 0, " value ");"

typedef struct {
    const char *rule, *wanted, *ingest, *analysis;
    const char *kpi[3]; /* "kpi=value" */
    const char *missing;
} Case;

#define CALL                                                                                       \
    "INSERT INTO ingest_call_row (row, region, call, closed_on) VALUES (1, 'LV', '1', "            \
    "'2027-03-01');"
#define APPLY(n, decision)                                                                         \
    "WITH RECURSIVE c (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < " n                 \
    ") INSERT INTO "                                                                               \
    "ingest_initiative_row (row, region, initiative_id, call, decision, submitted_on) SELECT k, "  \
    "'riga', '" decision "' || k, '1', '" decision "', '2027-02-01' FROM c;"

#define COUNT_TO(n)                                                                                \
    "WITH RECURSIVE c (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < " n ") "
/* n communities a year after support, of which `active` go on and `coop` work with their
 * municipality. */
#define FOLLOWED(n, active, coop)                                                                  \
    COUNT_TO(n)                                                                                    \
    "INSERT INTO ingest_community_row (row, community_id, region, supported_from, supported_to) "  \
    "SELECT k, 'C' || k, 'riga', '2025-07-01', '2026-06-30' FROM c;" COUNT_TO(                     \
        n) "INSERT INTO ingest_followup_row (row, region, community_id, checked_on, active, "      \
           "municipal_cooperation) SELECT k, 'riga', 'C' || k, '2027-06-01', k <= " active         \
           ", k <= " coop " FROM c;"
#define EVENTS(n, accessible)                                                                      \
    COUNT_TO(n)                                                                                    \
    "INSERT INTO ingest_event_row (row, region, event_id, held_on, open, accessible) SELECT k, "   \
    "'riga', 'E' || k, '2027-08-01', 0, k <= " accessible " FROM c;"
/* Three municipalities; the third, with `residents` of 1000 others, has no supported community. */
#define REACHED(residents)                                                                         \
    "INSERT INTO metrics_municipality_published (atvk, residents) VALUES ('1', 600), ('2', 400), " \
    "('3', " residents ");"                                                                        \
    "INSERT INTO ingest_community_row (row, community_id, municipality, supported_from) VALUES "   \
    "(1, 'A', '1', '2026-01-01'), (2, 'B', '2', '2026-01-01'), (3, 'X', '3', '2028-01-01');"       \
    "INSERT INTO ingest_initiative_row (row, municipality, initiative_id, submitted_on) VALUES "   \
    "(1, '1', 'I', '2026-01-01');"
/* Applications of which `informal` in ten of informal and `legal` in ten of other applicants are
 * approved, at every score. */
#define JUDGED(n, informal, legal)                                                                 \
    COUNT_TO("12")                                                                                 \
    "INSERT INTO ingest_community_row (row, community_id, region, setting) SELECT k, 'C' || k, "   \
    "'riga', CASE k % 3 WHEN 0 THEN 'urban' ELSE 'rural' END FROM c;" COUNT_TO(                    \
        n) "INSERT INTO ingest_initiative_row (row, region, initiative_id, community_id, "         \
           "applicant, "                                                                           \
           "stage, score, decision, submitted_on) SELECT k, 'riga', 'I' || k, 'C' || (1 + k % "    \
           "12), CASE "                                                                            \
           "k % 2 WHEN 0 THEN 'informal_group' ELSE 'legal_person' END, CASE k % 5 WHEN 0 THEN "   \
           "'new' "                                                                                \
           "ELSE 'mature' END, 50 + k * 7 % 19, CASE WHEN (k / 2) % 10 < CASE k % 2 WHEN 0 "       \
           "THEN " informal " ELSE " legal                                                         \
           " END THEN 'approved' ELSE 'rejected' END, '2027-02-01' FROM c;"

static const Case CASES[] = {
    {"continue_support",
     "withheld",
     "",
     "",
     {0},
     "there is no effect estimate of a primary outcome"},
    {"continue_support",
     "issued",
     "",
     OUTCOME("P1", "0.5", "0.3", "0.7", "moderate", "effect", "0.2") BREAKDOWN("P1", "0.8"),
     {0},
     NULL},
    {"continue_support",
     "not_called_for",
     "",
     OUTCOME("P1", "0.5", "0.3", "0.7", "moderate", "effect", "0.2") BREAKDOWN("P1", "0.3"),
     {0},
     NULL},
    {"continue_support",
     "not_called_for",
     "",
     OUTCOME("P1", "-0.5", "-0.7", "-0.3", "moderate", "effect", "0.2") BREAKDOWN("P1", "0.8"),
     {0},
     NULL},
    {"continue_support",
     "withheld",
     "",
     OUTCOME("P1", "0.5", "0.3", "0.7", "moderate", "effect", "0.2"),
     {0},
     "it is not known how large a difference in trends the finding stands (two surveys before "
     "support are needed)"},
    {"decide_later",
     "issued",
     "",
     OUTCOME("P1", "0.1", "-0.2", "0.4", "low", "too_small_to_tell", "0.4"),
     {0},
     NULL},
    {"decide_later",
     "not_called_for",
     "",
     OUTCOME("P1", "0.1", "-0.2", "0.4", "low", "too_small_to_tell", "0.4")
         OUTCOME("P2", "0.5", "0.3", "0.7", "moderate", "effect", "0.2"),
     {0},
     NULL},
    {"redesign",
     "issued",
     "",
     OUTCOME("P1", "0.01", "-0.1", "0.12", "low", "no_effect", "0.1"),
     {"initiatives_approved=40", "initiatives_completed=30"},
     NULL},
    {"redesign",
     "not_called_for",
     "",
     OUTCOME("P1", "0.01", "-0.1", "0.12", "low", "no_effect", "0.1"),
     {"initiatives_approved=40", "initiatives_completed=20"},
     NULL},
    {"draw_the_order",
     "issued",
     CALL APPLY("30", "approved") APPLY("10", "rejected"),
     "",
     {0},
     NULL},
    {"draw_the_order",
     "not_called_for",
     CALL APPLY("30", "approved") APPLY("3", "rejected"),
     "",
     {0},
     NULL},
    {"draw_the_order",
     "withheld",
     CALL APPLY("3", "rejected"),
     "",
     {0},
     "there are no applications of a call"},
    {"second_year", "withheld", "", "", {0}, "no community was checked a year after support"},
    {"lighter_participant_data",
     "issued",
     "",
     "",
     {"incomplete_participants=30", "esf_participants=200"},
     NULL},
    {"lighter_participant_data",
     "issued",
     "",
     "",
     {"incomplete_participants=3", "esf_participants=200", "results_on_time=0.7"},
     NULL},
    {"lighter_participant_data",
     "not_called_for",
     "",
     "",
     {"incomplete_participants=3", "esf_participants=200", "results_on_time=0.8"},
     NULL},
    {"second_year", "issued", FOLLOWED("30", "15", "0"), "", {0}, NULL},
    {"second_year", "not_called_for", FOLLOWED("30", "28", "0"), "", {0}, NULL},
    {"second_year",
     "withheld",
     FOLLOWED("10", "5", "0"),
     "",
     {0},
     "communities checked a year after support: 10, at least 20 needed"},
    {"municipal_partner", "issued", FOLLOWED("30", "28", "10"), "", {0}, NULL},
    {"municipal_partner", "not_called_for", FOLLOWED("30", "28", "27"), "", {0}, NULL},
    {"language_and_access", "issued", EVENTS("40", "20"), "", {0}, NULL},
    {"language_and_access", "not_called_for", EVENTS("40", "36"), "", {0}, NULL},
    {"language_and_access",
     "withheld",
     EVENTS("10", "2"),
     "",
     {0},
     "events whose accessibility is known: 10, at least 30 needed"},
    {"reach_the_unreached", "issued", REACHED("500"), "", {0}, NULL},
    {"reach_the_unreached", "not_called_for", REACHED("100"), "", {0}, NULL},
    {"criteria_fair", "issued", JUDGED("200", "3", "8"), "", {0}, NULL},
    {"criteria_fair", "not_called_for", JUDGED("200", "6", "6"), "", {0}, NULL},
    {"criteria_fair",
     "withheld",
     JUDGED("60", "3", "8"),
     "",
     {0},
     "decided applications: 60, at least 100 needed"},
    {"multi_year_centres", "withheld", "", "", {0}, "no targets of the basket were entered"},
};

static const Case *current; /* the case whose analysis tables are to be filled */

static bool fill_and_recommend(Run *run)
{
    return (!*current->analysis || db_exec(run, SQL(current->analysis))) && recommend_run(run);
}

static void built_in_rules(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        Arena *arena = arena_open();
        Options options = {0};
        Run run = impact_open(arena, &options, stderr);
        current = &CASES[i];
        if (*current->ingest)
            store_exec(&run, current->ingest);
        for (int k = 0; k < COUNT(current->kpi) && current->kpi[k]; k++) {
            char *kpi = arena_text(arena, current->kpi[k]), *equals = strchr(kpi, '=');
            *equals = '\0';
            impact_value(&run, kpi, "LV", strtod(equals + 1, NULL), NAN, NAN);
        }
        assert_true(impact_run_stage(&run, fill_and_recommend));
        assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 0);
        const char *found =
            db_text(&run, arena,
                    SQL("SELECT status FROM analysis_recommendation WHERE recommendation = ?1"),
                    current->rule, "absent");
        if (strcmp(found, current->wanted) != 0)
            fail_msg("case %d: %s is %s, wanted %s", i, current->rule, found, current->wanted);
        const char *missing =
            db_text(&run, arena,
                    SQL("SELECT missing_en FROM analysis_recommendation WHERE recommendation = ?1"),
                    current->rule, NULL);
        if (current->missing)
            assert_string_equal(missing, current->missing);
        db_close(&run);
        arena_close(arena);
    }
}

/* Every rule has its place, both languages and a reason for each threshold, whatever the data. */
static void all_rules_stand(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = impact_open(arena, &options, stderr);
    assert_true(impact_run_stage(&run, recommend_run));
    assert_string_equal(impact_rows(&run,
                                    "SELECT count(*), count(DISTINCT position), max(position), "
                                    "sum(status = 'withheld'), count(missing_lv), "
                                    "count(missing_en) FROM analysis_recommendation"),
                        "18|18|18|18|18|18\n");
    db_close(&run);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(own_rules),
        cmocka_unit_test(earlier_reports),
        cmocka_unit_test(built_in_rules),
        cmocka_unit_test(all_rules_stand),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
