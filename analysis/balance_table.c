/* Standardised mean differences (estimator `balance`) of residents at the first wave: sex, age,
 * language, education, work, and the outcome itself. Weights after adjustment are not made here, so
 * smd_after stays empty unless the plan weights. */
#include "analysis/balance_table.h"

#include "analysis/call.h"
#include "core/text.h"

#include <math.h>

static const char BASE_SQL[] =
    "SELECT coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN 'comparison' ELSE "
    "'supported' END) = 'supported' AS treated, "
    "s.sex = 'f' AS female, CAST(substr(s.interviewed_on, 1, 4) AS INTEGER) - s.birth_year AS "
    "age, s.home_language <> 'lv' AS other_language, s.education = 'higher' AS higher, "
    "s.employment = 'employed' AS employed, c.setting <> 'urban' AS outside, c.stage = 'new' AS "
    "young, x.score AS outcome, s.weight AS weight "
    "FROM ingest_survey AS s JOIN ingest_community AS c ON c.community_id = s.community_id AND "
    "coalesce(c.study, '') <> 'none' LEFT JOIN analysis_score AS x ON x.row = s.row AND "
    "x.instrument = (SELECT outcome FROM analysis_plan WHERE role = 'primary' ORDER BY rowid "
    "LIMIT 1) WHERE s.sample = 'resident' AND s.wave = (SELECT min(wave) FROM ingest_survey WHERE "
    "sample = 'resident') AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = "
    "'as_of') ORDER BY s.row";

static const struct {
    const char *column, *title[LANG_COUNT];
} COVARIATES[] = {
    {"outcome", {"Iznākums pirms atbalsta", "Outcome before support"}},
    {"age", {"Vecums", "Age"}},
    {"female", {"Sievietes", "Women"}},
    {"other_language", {"Mājās runā citā valodā", "Other home language"}},
    {"higher", {"Augstākā izglītība", "Higher education"}},
    {"employed", {"Strādā", "Employed"}},
    {"outside", {"Lauku vai pierobežas kopiena", "Rural or border community"}},
    {"young", {"Jauna kopiena", "New community"}},
};

typedef struct {
    double smd[2], ratio;
    int n[2];
} Balance;

static int count_arm(const Frame *frame, const char *name, double arm)
{
    const Column *treated = frame_column(frame, "treated"), *x = frame_column(frame, name);
    int n = 0;
    for (int i = 0; i < frame->nrow; i++)
        n += treated->x[i] == arm && !isnan(x->x[i]);
    return n;
}

static Balance measure(Run *run, const Frame *frame, const char *name, bool weighted, Arena *step)
{
    EstimateList list;
    Balance balance = {{NAN, NAN}, NAN, {count_arm(frame, name, 1.0), count_arm(frame, name, 0.0)}};
    const char *settings = arena_format(step, "treated=treated;x=%s", name);
    const char *smd = arena_format(step, "smd[%s]", name);
    if (call_estimator(run, "balance", frame, settings, step, &list)) {
        balance.smd[0] = call_term(&list, smd)->estimate;
        balance.ratio = call_term(&list, arena_format(step, "variance_ratio[%s]", name))->estimate;
    }
    settings = arena_format(step, "%s;weights=weight", settings);
    if (weighted && call_estimator(run, "balance", frame, settings, step, &list))
        balance.smd[1] = call_term(&list, smd)->estimate;
    return balance;
}

static bool store(Run *run, Query *insert, const char *plan, int position, const Balance *balance,
                  double threshold)
{
    bool hidden = balance->n[0] < threshold || balance->n[1] < threshold;
    const char *column = COVARIATES[position].column;
    query_bind(insert, 1, "ttitt", plan, column, (int64_t)(position + 1),
               COVARIATES[position].title[LANG_LV], COVARIATES[position].title[LANG_EN]);
    query_bind(insert, 6, "ddd", hidden ? NAN : balance->smd[0], hidden ? NAN : balance->smd[1],
               hidden ? NAN : balance->ratio);
    for (int i = 0; i < 2; i++) {
        if (hidden)
            query_bind(insert, 9 + i, "n");
        else
            query_bind(insert, 9 + i, "i", (int64_t)balance->n[i]);
    }
    query_bind(insert, 11, "t", arena_format(run->arena, "balance.%s.%s", plan, column));
    return query_run(insert);
}

static bool fill(Run *run, const char *plan, bool weighted, Arena *step)
{
    Frame frame;
    Query insert;
    if (!call_frame(run, (Sql){__FILE__, __LINE__, BASE_SQL}, step, &frame))
        return false;
    if (frame.nrow == 0)
        return true;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_balance_published (plan, covariate, position, "
                        "title_lv, title_en, smd_before, smd_after, variance_ratio, n_treated, "
                        "n_control, figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                        "?11)")))
        return false;
    double threshold = db_double(
        run, SQL("SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold'"),
        NULL, 5.0);
    for (int i = 0; i < COUNT(COVARIATES); i++) {
        Balance balance = measure(run, &frame, COVARIATES[i].column, weighted, step);
        store(run, &insert, plan, i, &balance, threshold);
    }
    return query_close(&insert);
}

bool balance_table_run(Run *run)
{
    const char *plan = db_text(run, run->arena,
                               SQL("SELECT plan FROM analysis_plan WHERE role = 'primary' AND "
                                   "frame IN ('resident_waves', 'resident_panel') ORDER BY rowid "
                                   "LIMIT 1"),
                               NULL, NULL);
    if (!plan)
        return true;
    bool weighted = db_double(run,
                              SQL("SELECT count(*) FROM analysis_plan WHERE plan = ?1 AND options "
                                  "LIKE '%weights=weight%'"),
                              plan, 0.0) > 0.0;
    Arena *step = arena_open();
    bool good = fill(run, plan, weighted, step);
    arena_close(step);
    return good;
}
