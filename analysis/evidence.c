/* Verdict, Maryland level, minimum detectable effect and GRADE. The rules are stated in
 * METHODOLOGY.md (evidence): a comparison design starts at "low", as GRADE starts studies without
 * random assignment, a drawn one at "high"; each reason moves it by one step. */
#include "analysis/evidence.h"

#include "analysis/distribution/distribution.h"
#include "core/text.h"

#include <math.h>
#include <stdlib.h>

enum { FEW_CLUSTERS = 20 };
static const double POWER = 0.8, ALPHA = 0.05, LEAST_RELIABILITY = 0.7;

void evidence_holm(double *p, int n, Arena *arena)
{
    bool *done = arena_new(arena, bool, n + 1);
    int left = 0;
    for (int i = 0; i < n; i++)
        left += !isnan(p[i]);
    for (double most = 0.0; left > 0; left--) {
        int least = -1;
        for (int i = 0; i < n; i++)
            if (!done[i] && !isnan(p[i]) && (least < 0 || p[i] < p[least]))
                least = i;
        most = fmax(most, fmin(1.0, p[least] * left));
        p[least] = most;
        done[least] = true;
    }
}

static bool is_equivalent(const EvidenceInput *input)
{
    const Estimate *row = input->estimate;
    if (isnan(input->sesoi) || isnan(row->se))
        return false;
    double reach = distribution_t_quantile(1.0 - ALPHA, row->df) * row->se;
    return row->estimate - reach > -input->sesoi && row->estimate + reach < input->sesoi;
}

static const char *find_verdict(const EvidenceInput *input)
{
    static const char *const FOUND[] = {
        [DESIGN_DESCRIPTIVE] = "none",  [DESIGN_ASSOCIATION] = "association",
        [DESIGN_CHANGE] = "change",     [DESIGN_COMPARISON] = "effect",
        [DESIGN_RANDOMISED] = "effect",
    };
    if (input->design == DESIGN_DESCRIPTIVE || isnan(input->estimate->estimate))
        return "none";
    double p = isnan(input->p_adjusted) ? input->estimate->p : input->p_adjusted;
    if (!isnan(p) && p < ALPHA)
        return FOUND[input->design];
    return is_equivalent(input) ? "no_effect" : "too_small_to_tell";
}

typedef struct {
    int steps;
    Buffer reason[LANG_COUNT];
} Grading;

static void move(Grading *grading, int steps, const char *lv, const char *en)
{
    const char *const texts[LANG_COUNT] = {lv, en};
    grading->steps += steps;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        buffer_format(&grading->reason[lang], "%s%s", grading->reason[lang].length ? "; " : "",
                      texts[lang]);
}

static void grade_precision(const EvidenceInput *input, Grading *grading)
{
    const Estimate *row = input->estimate;
    if (isnan(row->se))
        move(grading, -1, "nav ticamības intervāla", "no confidence interval");
    else if (row->ci_low <= 0.0 && row->ci_high >= 0.0 &&
             (isnan(input->sesoi) || row->ci_high >= input->sesoi || row->ci_low <= -input->sesoi))
        move(grading, -1, "neprecīzi: intervāls ietver gan nulli, gan būtisku ietekmi",
             "imprecise: the interval holds both zero and an effect that matters");
    if (row->n_clusters > 0 && row->n_clusters < FEW_CLUSTERS)
        move(grading, -1, "maz kopienu", "few communities");
}

static void grade_bias(const EvidenceInput *input, Grading *grading)
{
    if (input->design == DESIGN_COMPARISON && isnan(input->pretest_p))
        move(grading, 0, "vienādas attīstības pieņēmumu nevar pārbaudīt",
             "parallel trends cannot be tested");
    else if (input->design == DESIGN_COMPARISON && input->pretest_p < ALPHA)
        move(grading, -1, "attīstība pirms atbalsta atšķīrās", "trends differed before support");
    else if (input->design == DESIGN_COMPARISON)
        move(grading, +1, "attīstība pirms atbalsta neatšķīrās",
             "trends did not differ before support");
    if (input->scale_flagged)
        move(grading, -1, "skalas jautājumi savā starpā nesaskan", "items of the scale disagree");
    else if (input->reliability < LEAST_RELIABILITY)
        move(grading, -1, "skalas ticamība ir zem 0,70", "reliability of the scale is below 0.70");
}

static void find_grade(const EvidenceInput *input, Evidence *evidence, Arena *arena)
{
    static const char *const GRADES[] = {"very_low", "low", "moderate", "high"};
    static const char *const STARTS[][LANG_COUNT] = {
        [DESIGN_DESCRIPTIVE] = {"", ""},
        [DESIGN_ASSOCIATION] = {"sakars bez salīdzināmām kopienām",
                                "an association without comparable communities"},
        [DESIGN_CHANGE] = {"pārmaiņa bez salīdzinājuma grupas",
                           "a change without a comparison group"},
        [DESIGN_COMPARISON] = {"salīdzinājums bez izlozes",
                               "a comparison without random assignment"},
        [DESIGN_RANDOMISED] = {"atbalsta secība izlozēta", "the order of support was drawn by lot"},
    };
    static const int START[] = {[DESIGN_ASSOCIATION] = 0,
                                [DESIGN_CHANGE] = 0,
                                [DESIGN_COMPARISON] = 1,
                                [DESIGN_RANDOMISED] = 3};
    Grading grading = {START[input->design], {buffer_open(arena), buffer_open(arena)}};
    move(&grading, 0, STARTS[input->design][LANG_LV], STARTS[input->design][LANG_EN]);
    grade_bias(input, &grading);
    grade_precision(input, &grading);
    int step = grading.steps < 0 ? 0 : grading.steps > 3 ? 3 : grading.steps;
    evidence->grade = GRADES[step];
    for (int lang = 0; lang < LANG_COUNT; lang++)
        evidence->reason[lang] = buffer_end(&grading.reason[lang]);
}

Evidence evidence_judge(const EvidenceInput *input, Arena *arena)
{
    static const int LEVEL[] = {[DESIGN_DESCRIPTIVE] = 0,
                                [DESIGN_ASSOCIATION] = 1,
                                [DESIGN_CHANGE] = 2,
                                [DESIGN_COMPARISON] = 3,
                                [DESIGN_RANDOMISED] = 5};
    const Estimate *row = input->estimate;
    Evidence evidence = {NAN,  NAN,         NAN, NAN, find_verdict(input), LEVEL[input->design],
                         NULL, {NULL, NULL}};
    if (input->design == DESIGN_DESCRIPTIVE)
        return evidence;
    if (input->sd > 0.0) {
        evidence.effect_size = row->estimate / input->sd;
        evidence.effect_low = row->ci_low / input->sd;
        evidence.effect_high = row->ci_high / input->sd;
    }
    if (row->se > 0.0)
        evidence.mde = (distribution_t_quantile(1.0 - ALPHA / 2.0, row->df) +
                        distribution_t_quantile(POWER, row->df)) *
                       row->se;
    if (!isnan(row->estimate))
        find_grade(input, &evidence, arena);
    return evidence;
}
