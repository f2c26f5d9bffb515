/* The registry of estimators, running one of them, and what all share: rows of the result, notes,
 * intervals. */
#include "analysis/estimator.h"

#include "analysis/distribution/distribution.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define ESTIMATOR(id) extern const Estimator estimator_##id;
#include "analysis/estimators.def"
#undef ESTIMATOR

static const Estimator *const ESTIMATORS[] = {
#define ESTIMATOR(id) &estimator_##id,
#include "analysis/estimators.def"
#undef ESTIMATOR
};

int estimator_list(const Estimator *const **list)
{
    *list = ESTIMATORS;
    return COUNT(ESTIMATORS);
}

const Estimator *estimator_find(const char *id)
{
    for (int i = 0; i < COUNT(ESTIMATORS); i++)
        if (!strcmp(ESTIMATORS[i]->id, id))
            return ESTIMATORS[i];
    return NULL;
}

bool estimator_run(const Frame *frame, Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame prepared;
    if (!sample_prepare(frame, spec, arena, diag, &prepared))
        return false;
    int first = out->count;
    if (!spec->estimator->run(&prepared, spec, arena, diag, out))
        return false;
    if (spec->ndropped > 0)
        for (int i = first; i < out->count; i++)
            estimate_note(out, &out->items[i],
                          arena_format(out->arena, "missing dropped=%d", spec->ndropped));
    return true;
}

bool column_check_range(const Frame *frame, const Column *column, double low, double high,
                        const char *expected, Diag *diag)
{
    for (int i = 0; i < frame->nrow; i++)
        if (column->x[i] < low || column->x[i] > high) {
            char value[32];
            snprintf(value, sizeof value, "%.15g", column->x[i]);
            Place at = {frame->file, frame->line ? frame->line[i] : 0, column->position};
            return diag_fail(diag, at, MSG_ESTIMATE_VALUE, column->name, value, expected);
        }
    return true;
}

bool column_check_binary(const Frame *frame, const Column *column, Diag *diag)
{
    for (int i = 0; i < frame->nrow; i++)
        if (column->x[i] != 0.0 && column->x[i] != 1.0 && !isnan(column->x[i])) {
            char value[32];
            snprintf(value, sizeof value, "%.15g", column->x[i]);
            Place at = {frame->file, frame->line ? frame->line[i] : 0, column->position};
            return diag_fail(diag, at, MSG_ESTIMATE_VALUE, column->name, value, "0 / 1");
        }
    return true;
}

Estimate *estimate_add(EstimateList *list, const char *term)
{
    list->items =
        arena_room(list->arena, list->items, sizeof *list->items, list->count, &list->capacity);
    Estimate *row = &list->items[list->count++];
    *row = (Estimate){.term = arena_text(list->arena, term),
                      .estimate = NAN,
                      .se = NAN,
                      .df = NAN,
                      .statistic = NAN,
                      .p = NAN,
                      .ci_low = NAN,
                      .ci_high = NAN,
                      .band_low = NAN,
                      .band_high = NAN};
    return row;
}

Estimate *estimate_addf(EstimateList *list, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *term = arena_vformat(list->arena, format, arguments);
    va_end(arguments);
    return estimate_add(list, term);
}

void estimate_infer(EstimateList *list, Estimate *row, double conf)
{
    if (isnan(row->estimate) || isnan(row->se))
        return;
    if (row->se <= 0.0) {
        estimate_note(list, row, "zero variance");
        return;
    }
    double quantile = distribution_t_quantile(0.5 + conf / 2.0, row->df);
    row->statistic = row->estimate / row->se;
    row->p = distribution_t_two_sided(row->statistic, row->df);
    row->ci_low = row->estimate - quantile * row->se;
    row->ci_high = row->estimate + quantile * row->se;
}

void estimate_note(EstimateList *list, Estimate *row, const char *note)
{
    if (!note || !*note)
        return;
    row->note = row->note ? arena_format(list->arena, "%s; %s", row->note, note)
                          : arena_text(list->arena, note);
}
