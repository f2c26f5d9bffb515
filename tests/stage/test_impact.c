/* The tables around the estimates, each on a small programme filled by hand: what is published, and
 * what the threshold of five hides. */
#include "tests/stage/impact_store.h"

#include "analysis/impact.h"
#include "analysis/weight.h"

/* Two supported and two comparison communities; residents 1–7 can be linked, 8 and 9 cannot. In the
 * last wave 1–3 and 5 came back. */
static const char SURVEY[] =
    "[community]\n"
    "community_id,region,municipality,study,supported_from,supported_to,planned_from,setting,"
    "stage\n"
    "A,kurzeme,0001000,supported,2026-05-01,2027-04-30,,urban,new\n"
    "B,latgale,0002000,supported,2027-02-01,2028-01-31,,rural,new\n"
    "C,kurzeme,0001000,comparison,,,,urban,new\n"
    "D,latgale,0002000,waiting,,,2028-03-01,rural,new\n"
    "E,riga,0003000,none,2025-04-01,2026-03-31,,urban,new\n"
    "[instrument]\ninstrument,name_lv,name_en,score\nskill,Prasme,Skill,sum\n"
    "[item]\nitem,instrument,text_lv,text_en,min,max,labels_lv,labels_en\n"
    "q1,skill,Jautājums,Question,1,3,1=Nē;3=Jā,1=No;3=Yes\n"
    "[plan]\nplan,question_lv,outcome,frame,estimator,role,link\n"
    "P1,?,skill,resident_waves,staggered_did,primary,L1\n"
    "[survey]\n"
    "region,respondent_id,wave,interviewed_on,community_id,sample,linked_by,sex,weight,q1\n"
    "kurzeme,R1,0,2026-03-01,A,resident,issued_code,f,1,1\n"
    "kurzeme,R2,0,2026-03-01,A,resident,issued_code,f,2,1\n"
    "latgale,R3,0,2026-03-01,B,resident,issued_code,m,1,1\n"
    "latgale,R4,0,2026-03-01,B,resident,issued_code,m,1,2\n"
    "latgale,,0,2026-03-01,B,resident,none,f,1,3\n"
    "kurzeme,R5,0,2026-03-01,C,resident,issued_code,f,1,3\n"
    "kurzeme,R6,0,2026-03-01,C,resident,issued_code,f,1,3\n"
    "kurzeme,R7,0,2026-03-01,C,resident,issued_code,f,1,3\n"
    "latgale,,0,2026-03-01,D,resident,none,f,1,3\n"
    "riga,R9,0,2026-03-01,E,resident,issued_code,f,1,3\n"
    "kurzeme,R1,1,2027-09-01,A,resident,issued_code,f,1,3\n"
    "kurzeme,R2,1,2027-09-01,A,resident,issued_code,f,1,3\n"
    "latgale,R3,1,2027-09-01,B,resident,issued_code,m,1,2\n"
    "kurzeme,R5,1,2027-09-01,C,resident,issued_code,f,1,3\n"
    "kurzeme,R8,1,2027-09-01,C,resident,issued_code,f,1,\n"
    "latgale,R4,1,2028-01-01,B,resident,issued_code,m,1,2\n"
    "[fieldwork]\nregion,wave,community_id,sample,invited,started_on,ended_on,drawn,mode\n"
    "kurzeme,0,A,resident,4,2026-02-20,2026-03-10,probability,paper\n"
    "latgale,0,B,resident,6,2026-02-21,2026-03-11,probability,online\n"
    "kurzeme,0,C,resident,5,2026-02-22,2026-03-12,list,paper\n"
    "kurzeme,1,A,resident,4,2027-08-20,2027-09-10,probability,paper\n";

static const char VOICES[] =
    "[focus_group]\n"
    "region,group_id,excerpt_no,held_on,theme,stance,speaker,publishable,excerpt_lv,excerpt_en\n"
    "kurzeme,G1,1,2027-03-01,trust,1,S1,1,viens,one\n"
    "kurzeme,G1,2,2027-03-01,trust,-1,S2,0,divi,two\n"
    "kurzeme,G1,3,2027-03-01,trust,0,S3,0,trīs,three\n"
    "kurzeme,G1,4,2027-03-01,trust,1,S4,0,četri,four\n"
    "latgale,G2,1,2027-03-02,trust,1,S5,1,pieci,five\n"
    "kurzeme,G1,5,2027-03-01,noise,1,S5a,1,seši,six\n"
    "latgale,G2,2,2027-03-02,noise,-1,S6,0,septiņi,seven\n"
    "latgale,G2,3,2027-03-02,silence,1,S5,0,astoņi,eight\n"
    "latgale,G2,4,2028-03-02,trust,1,S7,1,vēlāk,later\n"
    "[plan]\nplan,outcome,frame,estimator,role,themes\n"
    "P1,x,resident_waves,mean,primary,silence; trust "
    ";unknown\nP2,x,resident_waves,mean,secondary,\n";

static const char CHAIN[] =
    "[theory]\nlink,from_lv,from_en,to_lv,to_en,level,measures,assumption_lv\n"
    "L1,S1 Prasmes,,M1 Spēja,,outcome,skill;P1,x\n"
    "L2,I1 Nauda,,Viss,,activity,events_held,x\n"
    "L3,M1 M3,,X2 Krīze,,impact,,x\n"
    "L4,P4 Cilvēki,,S1 Prasmes,,outcome,absent,x\n";

static const char GRANTS[] =
    "[initiative]\nregion,initiative_id,community_id,decision,decided_on,granted_eur\n"
    "riga,1,A,approved,2027-01-01,100\nriga,2,B,approved,2027-01-01,200\n"
    "riga,3,C,approved,2027-01-01,300\nriga,4,D,approved,2027-01-01,400\n"
    "riga,5,D,rejected,2027-01-01,\nriga,6,D,approved,2028-01-01,400\n"
    "[event]\nregion,event_id,held_on,hours,open\nriga,E1,2027-05-01,4,0\nriga,E2,2027-05-01,9,1\n"
    "[attendance]\nregion,event_id,person_id,role,hours\nriga,E1,P1,participant,\n"
    "riga,E1,P2,participant,2\nriga,E1,P3,speaker,\nriga,E2,P4,participant,\n";

/* What earlier parts of the stage would have left. */
static const char EARLIER[] =
    "INSERT INTO analysis_score (row, instrument, score, answered) SELECT row, 'skill', q1, 1 FROM "
    "ingest_survey WHERE q1 IS NOT NULL;"
    "INSERT INTO analysis_scale (instrument, wave, sample, n, items, figure) VALUES ('skill', 0, "
    "'resident', 9, 1, 'scale.skill.0.resident');"
    "INSERT INTO analysis_plan (plan, outcome, frame, estimator, role, link, changed, state) "
    "VALUES "
    "('P1', 'skill', 'resident_waves', 'staggered_did', 'primary', 'L1', 0, 'run');"
    "INSERT INTO analysis_plan_published (plan, outcome, role, link, state) VALUES ('P1', 'skill', "
    "'primary', 'L1', 'run');"
    "INSERT INTO analysis_estimate_published (plan, outcome, role, term, headline, estimate, "
    "verdict, "
    "grade, hidden, figure) VALUES ('P1', 'skill', 'primary', 'simple', 1, 0.5, 'effect', 'low', "
    "0, "
    "'est.P1.simple');";

static bool with_survey; /* whether analysis_score can be filled */

static bool work(Run *run)
{
    return (!with_survey || db_exec(run, SQL(EARLIER))) && impact_run(run);
}

typedef struct {
    const char *name, *data, *threshold, *sql, *wanted;
} Case;

static const Case CASES[] = {
    {"theory", CHAIN, "5",
     "SELECT link, from_key, to_key, state, grade, plan, kpi, figure FROM "
     "analysis_theory_published "
     "ORDER BY position",
     "L1|S1|M1|not_measured||||\nL2|I1|viss|described|||events_held|kpi.events_held.LV.2027H2\n"
     "L3|M1|X2|not_measured||||\nL4|P4|S1|not_measured||||\n"},
    {"voices", VOICES, "5",
     "SELECT theme, excerpts, groups, regions, against, neutral, supportive, hidden FROM "
     "analysis_voice_published ORDER BY position",
     "noise|1|1|1|0|0|1|0\nsilence|||||||1\ntrust|5|2|2|1|1|3|0\n"},
    {"quotes", VOICES, "5",
     "SELECT theme, position, region, stance, excerpt_lv FROM analysis_quote_published",
     "noise|1|kurzeme|1|seši\ntrust|1|kurzeme|1|viens\ntrust|2|LV|1|pieci\n"},
    {"themes of the plan", VOICES, "5",
     "SELECT plan, position, theme, supportive, against, relation, hidden FROM "
     "analysis_plan_theme_published",
     "P1|1|silence||||1\nP1|2|trust|3|1|supports|0\n"},
    {"rollout", SURVEY, "5",
     "SELECT cohort, label_en, from_on, to_on, arm, communities FROM analysis_rollout_published "
     "ORDER BY position",
     "earlier.2025Q2|Quarter 2 of 2025|2025-04-01|2026-03-31|earlier|1\n"
     "supported.2026Q2|Quarter 2 of 2026|2026-05-01|2027-04-30|supported|1\n"
     "supported.2027Q1|Quarter 1 of 2027|2027-02-01|2028-01-31|supported|1\n"
     "waiting.2028Q1|Quarter 1 of 2028|2028-03-01||waiting|1\n"
     "comparison.none|Without support|||comparison|1\n"},
    {"fieldwork", SURVEY, "2",
     "SELECT wave, drawn, invited, answered, response_rate, started_on, ended_on, mode, "
     "communities, "
     "hidden FROM analysis_fieldwork_published",
     "0|list|5|3|0.6|2026-02-22|2026-03-12|paper|1|0\n"
     "0|probability|10|5|0.5|2026-02-20|2026-03-11||2|0\n"
     "1|probability|4|2|0.5|2027-08-20|2027-09-10|paper|1|0\n"},
    {"fieldwork hidden", SURVEY, "4",
     "SELECT wave, drawn, invited, answered, response_rate, hidden FROM "
     "analysis_fieldwork_published",
     "0|list||||1\n0|probability|10|5|0.5|0\n1|probability||||1\n"},
    {"weights", SURVEY, "2",
     "SELECT wave, drawn, n, effective_n, deff, weight_min, weight_max, weighted, hidden FROM "
     "analysis_weight_published WHERE drawn = 'probability'",
     "0|probability|5|4.5|1.11111111111111|1.0|2.0|1|0\n1|probability|2|2.0|1.0|1.0|1.0|1|0\n"},
    {"attrition", SURVEY, "1",
     "SELECT wave, arm, answered, linked, not_linkable, round(rate, 6), round(differential, 6), "
     "front_page, hidden FROM analysis_attrition_published WHERE plan = 'P1'",
     "1|supported|3|3|0|0.25|-0.416667|0|0\n1|comparison|2|1|0|0.666667|-0.416667|0|0\n"},
    {"attrition hidden", SURVEY, "2",
     "SELECT arm, linked, rate, hidden FROM analysis_attrition_published WHERE plan = 'P1'",
     "supported|3|0.25|0\ncomparison|||1\n"},
    {"answers", SURVEY, "3",
     "SELECT wave, arm, answer, label_en, share, n, hidden FROM analysis_likert_published WHERE "
     "item = 'q1' AND wave = 0",
     "0|supported|1|No|0.6|5|0\n0|supported|2|2|0.2|5|0\n0|supported|3|Yes|0.2|5|0\n"
     "0|comparison|1|No|0.0|4|0\n0|comparison|2|2|0.0|4|0\n0|comparison|3|Yes|1.0|4|0\n"},
    {"answers hidden", SURVEY, "5",
     "SELECT wave, arm, answer, share, n, hidden FROM analysis_likert_published WHERE item = 'q1' "
     "AND arm = 'comparison' AND wave = 0",
     "0|comparison|1|||1\n0|comparison|2|||1\n0|comparison|3|||1\n"},
    {"grants", GRANTS, "5",
     "SELECT x, round(y, 6), round(gini, 6), round(top_tenth, 6), n FROM "
     "analysis_inequality_published WHERE kind = 'grants' AND x IN (0.25, 0.5, 1)",
     "0.25|0.1|0.25|0.16|4\n0.5|0.3|0.25|0.16|4\n1.0|1.0|0.25|0.16|4\n"},
    {"hours hidden", GRANTS, "5",
     "SELECT x, y, gini, n, hidden FROM analysis_inequality_published WHERE kind = 'hours' AND x = "
     "1",
     "1.0||||1\n"},
    {"hours", GRANTS, "2",
     "SELECT x, round(y, 6), n, hidden FROM analysis_inequality_published WHERE kind = 'hours' AND "
     "x "
     "= 0.5",
     "0.5|0.333333|2|0\n"},
    {"nothing", "", "5",
     "SELECT count(*) FROM analysis_recommendation_published WHERE status = 'withheld'", "18\n"},
};

static void one_table(void **state)
{
    const Case *found = *state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = impact_open(arena, &options, stderr);
    store_load(&run, found->data, false, NULL);
    store_exec(&run, arena_format(arena,
                                  "UPDATE metrics_setting SET value = '%s' WHERE key = 'threshold'",
                                  found->threshold));
    impact_value(&run, "events_held", "LV", 3, NAN, NAN);
    with_survey = found->data == SURVEY;
    assert_true(impact_run_stage(&run, work));
    assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 0);
    assert_string_equal(impact_rows(&run, found->sql), found->wanted);
    db_close(&run);
    arena_close(arena);
}

/* With a graded estimate of its plan row a link is measured. */
static void measured_link(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = impact_open(arena, &options, stderr);
    store_load(&run, SURVEY, false, NULL);
    store_load(&run, CHAIN, false, NULL);
    with_survey = true;
    assert_true(impact_run_stage(&run, work));
    assert_string_equal(impact_rows(&run, "SELECT link, state, grade, plan, figure FROM "
                                          "analysis_theory_published WHERE link = 'L1'"),
                        "L1|measured|low|P1|est.P1.simple\n");
    db_close(&run);
    arena_close(arena);
}

/* Wave 0: three women and a man where the population is half and half, and one of unknown sex, who
 * keeps the weight before raking. Wave 1: half of those invited answered in A, all in B. Wave 2:
 * one base weight of 20 is cut at five times the median. C is no probability sample. */
static const char DRAWN[] =
    "[community]\ncommunity_id,region\nA,kurzeme\nB,kurzeme\nC,kurzeme\n"
    "[municipality]\natvk,name_lv,short_lv,region,kind\n1,K,K,kurzeme,city\n"
    "[population]\natvk,year,sex,age_from,age_to,residents\n1,2026,f,0,14,900\n1,2026,f,15,29,7\n"
    "1,2026,f,30,54,43\n1,2026,m,30,54,50\n1,2030,m,30,54,999\n"
    "[fieldwork]\nregion,wave,community_id,sample,invited,started_on,ended_on,drawn\n"
    "kurzeme,0,A,resident,6,2026-01-01,2026-02-01,probability\n"
    "kurzeme,0,C,resident,9,2026-01-01,2026-02-01,list\n"
    "kurzeme,1,A,resident,4,2026-06-01,2026-07-01,probability\n"
    "kurzeme,1,B,resident,2,2026-06-01,2026-07-01,probability\n"
    "kurzeme,2,A,resident,6,2027-06-01,2027-07-01,probability\n"
    "[survey]\nregion,wave,interviewed_on,community_id,sample,sex,birth_year,weight\n"
    "kurzeme,0,2026-01-05,A,resident,f,1986,1\nkurzeme,0,2026-01-05,A,resident,f,1986,1\n"
    "kurzeme,0,2026-01-05,A,resident,f,2006,1\nkurzeme,0,2026-01-05,A,resident,m,1986,1\n"
    "kurzeme,0,2026-01-05,A,resident,,1986,1\nkurzeme,0,2026-01-05,C,resident,f,1986,1\n"
    "kurzeme,1,2026-06-05,A,resident,,1986,1\nkurzeme,1,2026-06-05,A,resident,,1986,1\n"
    "kurzeme,1,2026-06-05,B,resident,,1986,1\nkurzeme,1,2026-06-05,B,resident,,1986,1\n"
    "kurzeme,2,2027-06-05,A,resident,,1986,1\nkurzeme,2,2027-06-05,A,resident,,1986,1\n"
    "kurzeme,2,2027-06-05,A,resident,,1986,1\nkurzeme,2,2027-06-05,A,resident,,1986,1\n"
    "kurzeme,2,2027-06-05,A,resident,,1986,20\n";

static const char DRAWN_WANTED[] =
    "0|1.2|0.86|0\n0|1.2|0.86|0\n0|1.2|0.28|0\n0|1.2|2.0|0\n0|1.2|1.0|0\n"
    "1|2.0|1.333333|0\n1|2.0|1.333333|0\n1|1.0|0.666667|0\n1|1.0|0.666667|0\n"
    "2|1.2|0.555556|0\n2|1.2|0.555556|0\n2|1.2|0.555556|0\n2|1.2|0.555556|0\n2|1.2|2.777778|1\n";

static void weights_by_hand(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = impact_open(arena, &options, stderr);
    store_load(&run, DRAWN, false, NULL);
    assert_true(impact_run_stage(&run, weight_run));
    assert_string_equal(
        impact_rows(&run, "SELECT s.wave, round(k.response, 6), round(k.weight, 6), k.trimmed FROM "
                          "analysis_weight AS k JOIN ingest_survey AS s ON s.row = k.row ORDER BY "
                          "k.row"),
        DRAWN_WANTED);
    db_close(&run);
    arena_close(arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(CASES) + 2];
    for (int i = 0; i < COUNT(CASES); i++)
        tests[i] = (struct CMUnitTest){CASES[i].name, one_table, NULL, NULL, (void *)&CASES[i]};
    tests[COUNT(CASES)] =
        (struct CMUnitTest){"a link is measured", measured_link, NULL, NULL, NULL};
    tests[COUNT(CASES) + 1] =
        (struct CMUnitTest){"weights by hand", weights_by_hand, NULL, NULL, NULL};
    return cmocka_run_group_tests_name("impact", tests, NULL, NULL);
}
