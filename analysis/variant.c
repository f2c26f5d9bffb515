/* The choices an evaluator could also have made: comparison group, covariates, weights, one region
 * left out; and each region by itself with a random-effects summary. */
#include "analysis/variant.h"

#include "analysis/distribution/distribution.h"
#include "analysis/meta.h"

#include <math.h>
#include <string.h>

enum { MOST_CHANGES = 2, MOST_REGIONS = 8 };

typedef struct {
    const char *name;
    const char *choice[LANG_COUNT], *value[LANG_COUNT];
    Setting changes[MOST_CHANGES];
    int nchange;
} Variant;

static const char *current(const PlanRow *row, const char *key)
{
    for (int i = row->nsetting - 1; i >= 0; i--)
        if (!strcmp(row->settings[i].key, key))
            return row->settings[i].value;
    return NULL;
}

static bool has_option(const PlanRow *row, const char *key)
{
    for (int i = 0; i < row->estimator->noption; i++)
        if (!strcmp(row->estimator->options[i].key, key))
            return true;
    return false;
}

static bool has_values(const Frame *frame, const char *name)
{
    const Column *column = frame_column(frame, name);
    for (int i = 0; column && i < frame->nrow; i++)
        if (!isnan(column->x[i]))
            return true;
    return false;
}

/* The other choices that this row's estimator and data allow. */
static int list_variants(const PlanRow *row, Variant *list)
{
    int n = 0;
    bool never = !current(row, "control") || !strcmp(current(row, "control"), "never");
    const char *covariates = header_get(row->header, "covariates");
    if (has_option(row, "control") && never)
        list[n++] =
            (Variant){"control_notyet",
                      {"salīdzinājuma grupa", "comparison group"},
                      {"arī vēl neatbalstītās kopienas", "not yet supported communities too"},
                      {{"control", "notyet"}},
                      1};
    if (has_option(row, "control") && !never)
        list[n++] =
            (Variant){"control_never",
                      {"salīdzinājuma grupa", "comparison group"},
                      {"tikai nekad neatbalstītās kopienas", "never supported communities only"},
                      {{"control", "never"}},
                      1};
    if (has_option(row, "x") && covariates && !current(row, "x"))
        list[n++] =
            (Variant){"covariates",
                      {"pazīmes", "covariates"},
                      {"ņemot vērā atbildētāju sastāvu", "given the make-up of respondents"},
                      {{"x", covariates}},
                      1};
    if (has_option(row, "x") && current(row, "x"))
        list[n++] = (Variant){"no_covariates",
                              {"pazīmes", "covariates"},
                              {"bez tām", "without them"},
                              {{"x", NULL}},
                              1};
    if (has_option(row, "weights") && current(row, "weights"))
        list[n++] = (Variant){"unweighted",
                              {"svari", "weights"},
                              {"bez svariem", "without weights"},
                              {{"weights", NULL}},
                              1};
    else if (has_option(row, "weights") && has_values(&row->data, "weight"))
        list[n++] = (Variant){"weighted",
                              {"svari", "weights"},
                              {"ar izlases svariem", "with survey weights"},
                              {{"weights", "weight"}},
                              1};
    return n;
}

static bool store_specification(Run *run, const PlanRow *row, const Variant *variant, int position)
{
    Query insert;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_specification (plan, variant, position, choice_lv, "
                        "choice_en, value_lv, "
                        "value_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")))
        return false;
    query_bind(&insert, 1, "ttitttt", row->plan, variant->name, (int64_t)position,
               variant->choice[LANG_LV], variant->choice[LANG_EN], variant->value[LANG_LV],
               variant->value[LANG_EN]);
    query_run(&insert);
    return query_close(&insert);
}

/* One variant: its headline goes to analysis_estimate as PLAN/VARIANT. */
static bool run_variant(Run *run, const PlanRow *row, const Variant *variant, const char *column,
                        const char *without, int position)
{
    static const Evidence NONE = {NAN, NAN, NAN, NAN, "none", 0, NULL, {NULL, NULL}};
    Arena *arena = arena_open();
    EstimateList list = {.arena = arena};
    bool good = true;
    if (plan_row_again(run, row, variant->changes, variant->nchange, column, without, &list)) {
        int headline = plan_row_headline(row, &list);
        good =
            headline < 0 ||
            (store_specification(run, row, variant, position) &&
             plan_row_store(run, row, arena_format(run->arena, "%s/%s", row->plan, variant->name),
                            &list.items[headline], 1, false, NAN, &NONE));
    }
    arena_close(arena);
    return good;
}

static bool leave_regions_out(Run *run, const PlanRow *row, const Column *region, int position)
{
    static const char LV[] = "bez šī reģiona", EN[] = "without this region";
    for (int k = 0; k < region->nlevel && k < MOST_REGIONS; k++) {
        Variant variant = {arena_format(run->arena, "without_%s", region->level[k]),
                           {LV, EN},
                           {region->level[k], region->level[k]},
                           {{NULL, NULL}},
                           0};
        if (!run_variant(run, row, &variant, "region", region->level[k], position + k))
            return false;
    }
    return true;
}

typedef struct {
    const char *region;
    Estimate estimate;
} Part;

static const char REGION_SQL[] = "INSERT INTO analysis_region (plan, region, estimate, se, low, "
                                 "high, shrunken, prediction_low, prediction_high, "
                                 "interaction_p, n, n_clusters, note, figure) VALUES (?1, ?2, ?3, "
                                 "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

static bool store_regions(Run *run, const PlanRow *row, const Part *parts, int n)
{
    double estimate[MOST_REGIONS], se[MOST_REGIONS];
    int k = 0;
    for (int i = 0; i < n; i++)
        if (parts[i].estimate.se > 0.0) {
            estimate[k] = parts[i].estimate.estimate;
            se[k++] = parts[i].estimate.se;
        }
    Meta meta;
    bool summed = meta_fit(estimate, se, k, false, false, &meta);
    double quantile = distribution_normal_quantile(0.975), reach = NAN, p = NAN;
    if (summed) {
        reach = quantile * sqrt(meta.se * meta.se + meta.tau2);
        p = distribution_chisq_upper(meta.q, k - 1.0);
    }
    Query insert;
    if (!query_open(&insert, run, SQL(REGION_SQL)))
        return false;
    for (int i = 0; i < n; i++) {
        const Estimate *e = &parts[i].estimate;
        double shrunken = NAN, unused;
        if (summed && e->se > 0.0)
            meta_shrink(&meta, e->estimate, e->se, &shrunken, &unused);
        query_bind(&insert, 1, "ttdddddddd", row->plan, parts[i].region, e->estimate, e->se,
                   e->ci_low, e->ci_high, shrunken, summed ? meta.mu - reach : NAN,
                   summed ? meta.mu + reach : NAN, p);
        query_bind(&insert, 11, "iitt", (int64_t)e->n, (int64_t)e->n_clusters, e->note,
                   arena_format(run->arena, "est.%s.%s", row->plan, parts[i].region));
        query_run(&insert);
    }
    return query_close(&insert);
}

static bool run_regions(Run *run, const PlanRow *row, const Column *region)
{
    Arena *arena = arena_open();
    Part parts[MOST_REGIONS];
    int n = 0;
    for (int k = 0; k < region->nlevel && n < MOST_REGIONS; k++) {
        EstimateList list = {.arena = arena};
        Setting only = {"where", arena_format(arena, "region:%s", region->level[k])};
        if (!plan_row_again(run, row, &only, 1, NULL, NULL, &list))
            continue;
        int headline = plan_row_headline(row, &list);
        if (headline >= 0)
            parts[n++] = (Part){region->level[k], list.items[headline]};
    }
    bool good = store_regions(run, row, parts, n);
    arena_close(arena);
    return good;
}

bool variant_run(Run *run, const PlanRow *row)
{
    Variant list[8];
    int n = list_variants(row, list);
    for (int i = 0; i < n; i++)
        if (!run_variant(run, row, &list[i], NULL, NULL, i + 1))
            return false;
    const Column *region = frame_column(&row->data, "region");
    if (!region || !region->level || row->headline < 0)
        return true;
    return leave_regions_out(run, row, region, n + 1) && run_regions(run, row, region);
}
