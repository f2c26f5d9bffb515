/* What centres find out about communities: the self-assessment, whether they go on after support,
 * and communities a region maps itself. */
#include "data/sim.h"

#include <string.h>

enum { CRITERIA = 10 };

/* The two days on which a supported community assesses itself. */
static Date assessed(const Sim *sim, int community, int turn)
{
    const Community *at = &sim->community[community];
    Draw random = SIM_STREAM(sim, "assessment", community, turn);
    if (at->cohort > COHORT_C || at->cohort == COHORT_PILOT)
        return DATE_NONE;
    Date first = at->supported_from + (turn ? 200 : 15);
    return first + draw_between(&random, 0, 45);
}

static void put_assessment(const Sim *sim, SimFile *file, int community, int turn)
{
    static const double BEFORE[] = {0.45, 0.40, 0.15}, AFTER[] = {0.22, 0.45, 0.33};
    for (int criterion = 0; criterion < CRITERIA; criterion++) {
        Draw random = SIM_STREAM(sim, "score", community * 10 + turn, criterion);
        put_text(file, sim->community[community].id);
        put_date(file, assessed(sim, community, turn));
        put_text(file, arena_format(sim->step, "K%02d", criterion + 1));
        put_integer(file, draw_weighted(&random, turn ? AFTER : BEFORE, 3));
    }
}

static bool write_assessments(Sim *sim, int region, int period)
{
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "assessment",
                              "community_id assessed_on criterion score");
    for (int i = sim->first_community[region]; i < sim->first_community[region + 1]; i++)
        for (int turn = 0; turn < 2; turn++) {
            Date on = assessed(sim, i, turn);
            if (on != DATE_NONE && on <= sim->as_of && sim_period_of(sim, on) == period)
                put_assessment(sim, file, i, turn);
        }
    return file_write(file, period > 0);
}

static bool write_followups(Sim *sim, int region, int period)
{
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "followup",
                              "community_id checked_on active events_12m other_funding_eur "
                              "municipal_cooperation");
    for (int i = sim->first_community[region]; i < sim->first_community[region + 1]; i++) {
        const Community *at = &sim->community[i];
        Draw random = SIM_STREAM(sim, "followup", i, 0);
        Date on = at->supported_to + draw_between(&random, 320, 420);
        if (at->cohort != COHORT_PILOT || sim_period_of(sim, on) != period)
            continue;
        bool active = draw_chance(&random, 0.72);
        put_text(file, at->id);
        put_date(file, on);
        put_yes(file, active);
        put_integer(file, active ? draw_between(&random, 1, 9) : 0);
        put_number(file,
                   active && draw_chance(&random, 0.4) ? draw_between(&random, 2, 30) * 100 : 0, 0);
        put_yes(file, draw_chance(&random, active ? 0.6 : 0.3));
    }
    return file_write(file, false);
}

/* Communities that a centre reports itself: one that is new, one in a municipality that is closed.
 */
static bool write_communities(Sim *sim, int region, int period)
{
    bool new = region == 0 && period == 3, closed = region == 3 && period == 1;
    if (!new && !closed)
        return true;
    const Community *like = &sim->community[sim->first_community[region]];
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "community",
                              "community_id name municipality kind setting stage mapped_on study");
    put_text(file, new ? "KUR-501" : "VID-502");
    put_text(file, new ? "Ostmalas kaimiņi" : "Vecā centra kaimiņi");
    if (new)
        put_municipality(file, like->municipality);
    else
        put_text(file, "0055000");
    put_code(file, "neighbourhood");
    put_code(file, new ? "urban" : "rural");
    put_code(file, "new");
    put_date(file, sim->period[period].from + 75);
    put_code(file, "none");
    if (closed)
        file_fault(file, "municipality that is closed");
    return file_write(file, true);
}

bool community_care_write(Sim *sim, int region, int period)
{
    return write_assessments(sim, region, period) && write_followups(sim, region, period) &&
           write_communities(sim, region, period);
}
