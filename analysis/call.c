/* Calls estimators for tables and rules, in silence. */
#include "analysis/call.h"

#include "analysis/frame.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

static int read_settings(const char *text, Arena *arena, Setting **settings)
{
    const char **parts = NULL;
    int n = text ? text_split(arena, text, ';', &parts) : 0, count = 0;
    *settings = arena_new(arena, Setting, n + 1);
    for (int i = 0; i < n; i++) {
        const char *equals = strchr(parts[i], '=');
        if (!equals)
            continue;
        (*settings)[count].key = text_normal(arena, parts[i], (size_t)(equals - parts[i]));
        (*settings)[count++].value = text_normal(arena, equals + 1, strlen(equals + 1));
    }
    return count;
}

bool call_estimator(Run *run, const char *estimator, const Frame *frame, const char *settings,
                    Arena *arena, EstimateList *list)
{
    const Estimator *found = estimator_find(estimator);
    Setting *items;
    Spec spec = {0};
    *list = (EstimateList){.arena = arena};
    if (!found || frame->nrow == 0)
        return false;
    int n = read_settings(settings, arena, &items);
    diag_silence(run->diag, true);
    bool ran =
        spec_parse(found, items, n, (SettingPlaces){{NULL, 0, 0}, 0}, arena, run->diag, &spec) &&
        estimator_run(frame, &spec, arena, run->diag, list);
    diag_silence(run->diag, false);
    return ran;
}

const Estimate *call_term(const EstimateList *list, const char *term)
{
    static const Estimate NONE = {.estimate = NAN,
                                  .se = NAN,
                                  .df = NAN,
                                  .statistic = NAN,
                                  .p = NAN,
                                  .ci_low = NAN,
                                  .ci_high = NAN};
    for (int i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].term, term))
            return &list->items[i];
    return &NONE;
}

bool call_frame(Run *run, Sql sql, Arena *arena, Frame *frame)
{
    Asset asset = {.name = "select", .file = sql.file, .text = sql.text, .size = strlen(sql.text)};
    return frame_from_sql(run, &asset, arena, frame);
}
