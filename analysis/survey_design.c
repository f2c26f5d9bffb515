/* Survey designs for mean and proportion. */
#include "analysis/survey_design.h"

#include "analysis/linear/design.h"

#include <math.h>
#include <string.h>

/* Units get numbers in the order of (stratum, unit). */
static int number_units(const Column *psu, const int *stratum, int nrow, Arena *arena, int *unit,
                        int *unit_stratum)
{
    if (!psu) {
        for (int i = 0; i < nrow; i++) {
            unit[i] = i;
            unit_stratum[i] = stratum[i];
        }
        return nrow;
    }
    int nstratum = 0, count = 0;
    for (int i = 0; i < nrow; i++)
        nstratum = stratum[i] >= nstratum ? stratum[i] + 1 : nstratum;
    int *number = arena_new(arena, int, nstratum * psu->nlevel + 1);
    for (int i = 0; i < nrow; i++) {
        int *mine = &number[stratum[i] * psu->nlevel + (int)psu->x[i]];
        if (*mine == 0) {
            unit_stratum[count] = stratum[i];
            *mine = ++count;
        }
        unit[i] = *mine - 1;
    }
    return count;
}

static bool read_fpc(const Frame *frame, const Column *fpc, SurveyDesign *design, double *left,
                     double *size, Diag *diag)
{
    for (int h = 0; h < design->nstratum; h++)
        left[h] = 1.0;
    for (int i = 0; fpc && i < frame->nrow; i++) {
        int h = design->stratum[i];
        if (fpc->x[i] < design->stratum_npsu[h]) {
            char value[32];
            snprintf(value, sizeof value, "%.15g", fpc->x[i]);
            return diag_fail(diag,
                             (Place){frame->file, frame->line ? frame->line[i] : 0, fpc->position},
                             MSG_ESTIMATE_VALUE, fpc->name, value, "≥ n");
        }
        size[h] = fpc->x[i];
        left[h] = (fpc->x[i] - design->stratum_npsu[h]) / fpc->x[i];
    }
    return true;
}

static Lonely read_lonely(const Spec *spec)
{
    if (spec_is(spec, "lonely", "remove"))
        return LONELY_REMOVE;
    if (spec_is(spec, "lonely", "average"))
        return LONELY_AVERAGE;
    return spec_is(spec, "lonely", "fail") ? LONELY_FAIL : LONELY_ADJUST;
}

bool survey_design_open(Frame *frame, const Spec *spec, Arena *arena, Diag *diag,
                        SurveyDesign *design)
{
    const double *weight;
    if (!design_weights(frame, spec, arena, diag, &weight))
        return false;
    int n = frame->nrow;
    const Column *strata = spec_column(spec, frame, "strata"),
                 *psu = spec_column(spec, frame, "psu");
    int *stratum = strata ? design_codes(strata, n, arena) : arena_new(arena, int, n + 1);
    int *unit = arena_new(arena, int, n + 1), *unit_stratum = arena_new(arena, int, n + 1);
    *design = (SurveyDesign){.nrow = n,
                             .nstratum = strata ? strata->nlevel : 1,
                             .stratum = stratum,
                             .psu = unit,
                             .psu_stratum = unit_stratum,
                             .lonely = read_lonely(spec),
                             .has_psu = psu != NULL,
                             .has_weight = weight != NULL};
    design->npsu = number_units(psu, stratum, n, arena, unit, unit_stratum);
    int *npsu = arena_new(arena, int, design->nstratum + 1);
    for (int j = 0; j < design->npsu; j++)
        npsu[unit_stratum[j]]++;
    design->stratum_npsu = npsu;
    double *left = arena_new(arena, double, design->nstratum + 1);
    double *size = arena_new(arena, double, design->nstratum + 1);
    const Column *fpc = spec_column(spec, frame, "fpc");
    if (!read_fpc(frame, fpc, design, left, size, diag))
        return false;
    double *made = arena_new(arena, double, n + 1);
    for (int i = 0; i < n && !weight; i++)
        made[i] = fpc ? size[stratum[i]] / npsu[stratum[i]] : 1.0;
    design->weight = weight ? weight : made;
    design->fpc = left;
    design->df = design->npsu - design->nstratum;
    return true;
}

double survey_design_variance(const SurveyDesign *design, const double *z, Arena *arena)
{
    double *total = arena_new(arena, double, design->npsu + 1);
    double *mean = arena_new(arena, double, design->nstratum + 1);
    double *part = arena_new(arena, double, design->nstratum + 1);
    for (int i = 0; i < design->nrow; i++)
        total[design->psu[i]] += z[i];
    for (int j = 0; j < design->npsu; j++)
        mean[design->psu_stratum[j]] += total[j] / design->stratum_npsu[design->psu_stratum[j]];
    for (int j = 0; j < design->npsu; j++) {
        int h = design->psu_stratum[j], m = design->stratum_npsu[h];
        double gap = m > 1 ? total[j] - mean[h] : total[j];
        part[h] += design->fpc[h] * gap * gap * (m > 1 ? m / (m - 1.0) : 1.0);
    }
    double sum = 0.0;
    int nlonely = 0;
    for (int h = 0; h < design->nstratum; h++) {
        bool alone = design->stratum_npsu[h] == 1 && design->fpc[h] > 1e-7;
        nlonely += alone;
        if (!alone || design->lonely == LONELY_ADJUST)
            sum += part[h];
    }
    if (nlonely > 0 && design->lonely == LONELY_FAIL)
        return NAN;
    if (nlonely > 0 && design->lonely == LONELY_AVERAGE)
        return nlonely < design->nstratum ? sum * design->nstratum / (design->nstratum - nlonely)
                                          : NAN;
    return sum;
}
