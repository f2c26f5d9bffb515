/* Rates by SQL; then for each plan row of residents the bounds of the difference in change between
 * the first and the last wave, supported against comparison communities. */
#include "analysis/attrition.h"

#include "analysis/call.h"
#include "core/asset.h"
#include "core/text.h"

#include <math.h>

/* Everyone of the first wave who can be linked, with the change where they came back. */
static const char PANEL_SQL[] =
    "WITH last AS (SELECT max(wave) AS wave FROM ingest_survey WHERE sample = 'resident' AND "
    "interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')), "
    "interview AS (SELECT s.respondent_id, s.wave, min(s.community_id) AS community_id, "
    "avg(o.y) AS y FROM ingest_survey AS s JOIN analysis_outcome AS o ON o.row = s.row "
    "WHERE s.sample = 'resident' AND s.respondent_id IS NOT NULL AND coalesce(s.linked_by, "
    "'issued_code') <> 'none' AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE "
    "key = 'as_of') GROUP BY s.respondent_id, s.wave) "
    "SELECT coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN 'comparison' ELSE "
    "'supported' END) = 'supported' AS treated, z.y IS NOT NULL AS answered, z.y - a.y AS y "
    "FROM interview AS a JOIN ingest_community AS c ON c.community_id = a.community_id AND "
    "coalesce(c.study, '') <> 'none' LEFT JOIN interview AS z ON z.respondent_id = "
    "a.respondent_id AND z.wave = (SELECT wave FROM last) WHERE a.wave = 0 AND a.y IS NOT NULL "
    "AND (SELECT wave FROM last) > 0 ORDER BY a.respondent_id";

typedef struct {
    const char *plan, *outcome;
    double range; /* of the scale: what a change can be at most */
} Panel;

static bool read_panels(Run *run, Panel **panels, int *count)
{
    Query query;
    int capacity = 0;
    *panels = NULL;
    *count = 0;
    if (!query_open(&query, run,
                    SQL("SELECT DISTINCT a.plan, p.outcome, (SELECT CASE i.score WHEN 'sum' THEN "
                        "sum(t.max - t.min) ELSE avg(t.max - t.min) END FROM ingest_item AS t "
                        "WHERE t.instrument = i.instrument) FROM analysis_attrition AS a JOIN "
                        "analysis_plan AS p ON p.plan = a.plan JOIN ingest_instrument AS i ON "
                        "i.instrument = p.outcome WHERE a.sample = 'resident' ORDER BY p.rowid")))
        return false;
    while (query_next(&query)) {
        *panels = arena_room(run->arena, *panels, sizeof **panels, *count, &capacity);
        (*panels)[(*count)++] =
            (Panel){query_text_in(&query, 0, run->arena), query_text_in(&query, 1, run->arena),
                    query_double(&query, 2)};
    }
    return query_close(&query);
}

static bool fill_outcome(Run *run, const char *instrument)
{
    Query query;
    if (!db_exec(run, SQL("DELETE FROM analysis_outcome")) ||
        !query_open(&query, run,
                    SQL("INSERT INTO analysis_outcome (row, y) SELECT row, score FROM "
                        "analysis_score WHERE instrument = ?1")))
        return false;
    query_bind(&query, 1, "t", instrument);
    query_run(&query);
    return query_close(&query);
}

static bool store_bounds(Run *run, const char *plan, const EstimateList *list)
{
    Query update;
    if (!query_open(&update, run,
                    SQL("UPDATE analysis_attrition SET lee_low = ?2, lee_high = ?3, manski_low = "
                        "?4, manski_high = ?5 WHERE plan = ?1 AND wave = (SELECT max(wave) FROM "
                        "analysis_attrition WHERE plan = ?1)")))
        return false;
    query_bind(&update, 1, "tdddd", plan, call_term(list, "lee_low")->estimate,
               call_term(list, "lee_high")->estimate, call_term(list, "manski_low")->estimate,
               call_term(list, "manski_high")->estimate);
    query_run(&update);
    return query_close(&update);
}

static bool bound(Run *run, const Panel *panel)
{
    Arena *step = arena_open();
    Frame frame;
    EstimateList list;
    bool good = fill_outcome(run, panel->outcome) &&
                call_frame(run, (Sql){__FILE__, __LINE__, PANEL_SQL}, step, &frame);
    const char *settings = arena_format(step,
                                        "y=y;treated=treated;answered=answered;min=%.15g;"
                                        "max=%.15g",
                                        -panel->range, panel->range);
    if (good && call_estimator(run, "bounds", &frame, settings, step, &list))
        good = store_bounds(run, panel->plan, &list);
    arena_close(step);
    return good;
}

bool attrition_run(Run *run)
{
    const Asset *rates = asset_find(run, "analysis/attrition.sql");
    Panel *panels;
    int count;
    if (!rates || !db_exec(run, asset_sql(rates)) || !read_panels(run, &panels, &count))
        return false;
    for (int i = 0; i < count; i++)
        if (!bound(run, &panels[i]))
            return false;
    return true;
}
