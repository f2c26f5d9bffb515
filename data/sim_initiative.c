/* Initiatives: applications to two calls, decisions, and what became of them; each half-year a
 * centre sends the new ones and those whose state has changed. */
#include "data/sim.h"

#include <math.h>
#include <string.h>

/* Applications of a region to a call, at scale 1. */
static const int APPLICATIONS[REGION_COUNT] = {13, 10, 18, 15, 9};

static double money(double value)
{
    return floor(value / 10 + 0.5) * 10;
}

static void decide(Initiative *one, Draw *random)
{
    static const double CUTOFF[] = {60, 62};
    double ceiling = strcmp(one->stage, "new") == 0 ? 1000 : 3000;
    bool good = one->score + 4 * draw_normal(random) >= CUTOFF[one->call];
    one->decision = draw_chance(random, 0.04) ? "withdrawn" : good ? "approved" : "rejected";
    one->decided_on =
        date_parse(one->call ? "2027-04-22" : "2026-04-16") + draw_between(random, 0, 12);
    if (strcmp(one->decision, "approved") != 0)
        return;
    one->granted_eur =
        draw_chance(random, 0.75) ? one->requested_eur : money(one->requested_eur * 0.85);
    if (one->granted_eur > ceiling)
        one->granted_eur = ceiling;
    one->starts_on = one->decided_on + draw_between(random, 12, 35);
    one->ends_on = one->starts_on + draw_between(random, 150, 345);
    one->terminated = draw_chance(random, 0.05);
}

static void carry_out(Initiative *one, Draw *random)
{
    double share = draw_chance(random, 0.02) ? 1.04 : 0.86 + 0.14 * draw_uniform(random);
    double spent = one->granted_eur * share;
    one->spent_eur = floor(100 * spent + 0.5) / 100;
    one->own_eur = draw_chance(random, 0.7) ? money(30 + 370 * draw_uniform(random)) : 0;
    one->participants = draw_between(random, 14, 120);
    one->volunteers = draw_between(random, 2, 18);
    one->volunteer_hours = one->volunteers * draw_between(random, 4, 22);
}

static void make_initiative(Sim *sim, const SeedTable *titles, Initiative *one, int region, int i)
{
    static const double WHO[] = {0.52, 0.18, 0.30};
    static const char *const APPLICANT[] = {"legal_person", "natural_person", "informal_group"};
    Draw random = SIM_STREAM(sim, "initiative", region, i);
    int title = draw_between(&random, 0, titles->nrow - 1);
    *one = (Initiative){.region = region, .call = i / (APPLICATIONS[region] * sim->scale)};
    one->id = arena_format(sim->arena, "I%s%04d", region == 2 ? "-" : "", i + 1);
    one->title = seed_text(titles, title, "title_lv");
    one->result = seed_text(titles, title, "result_lv");
    one->theme = seed_text(titles, title, "theme");
    one->applicant = APPLICANT[draw_weighted(&random, WHO, COUNT(WHO))];
    one->submitted_on = sim_date(&random, date_parse(one->call ? "2027-01-22" : "2026-01-19"),
                                 date_parse(one->call ? "2027-03-26" : "2026-03-21"));
    one->community = sim_pick_community(sim, &random, region, one->submitted_on + 60);
    one->stage = sim->community[one->community].stage;
    bool fresh = strcmp(one->stage, "new") == 0;
    one->requested_eur =
        money(fresh ? 480 + 520 * draw_uniform(&random) : 1300 + 1700 * draw_uniform(&random));
    one->representatives = draw_between(&random, 2, 3);
    one->households = draw_chance(&random, 0.97) ? draw_between(&random, 2, 3) : 1;
    one->score = floor(66 + 11 * draw_normal(&random) + 0.5);
    one->starts_on = one->ends_on = DATE_NONE;
    decide(one, &random);
    carry_out(one, &random);
}

bool initiative_make(Sim *sim, int region)
{
    SeedTable titles;
    if (!seed_read(sim->run, "data/simulate/initiative_title.csv", &titles))
        return false;
    sim->ninitiative[region] = 2 * APPLICATIONS[region] * sim->scale;
    sim->initiative[region] = arena_new(sim->arena, Initiative, sim->ninitiative[region]);
    for (int i = 0; i < sim->ninitiative[region]; i++)
        make_initiative(sim, &titles, &sim->initiative[region][i], region, i);
    return true;
}

static bool is_approved(const Initiative *one)
{
    return strcmp(one->decision, "approved") == 0;
}

static bool is_news(const Sim *sim, const Initiative *one, int period)
{
    return sim_period_of(sim, one->submitted_on) == period ||
           (is_approved(one) && sim_period_of(sim, one->ends_on) == period);
}

static const char *status_at(const Initiative *one, Date end)
{
    if (!is_approved(one))
        return NULL;
    if (one->ends_on <= end)
        return one->terminated ? "terminated" : "completed";
    return one->starts_on <= end ? "running" : "planned";
}

static void put_result(SimFile *file, const Initiative *one)
{
    put_integer(file, one->participants);
    put_integer(file, one->volunteers);
    put_integer(file, one->volunteer_hours);
    put_text(file, one->result);
}

static void put_initiative(Sim *sim, SimFile *file, const Initiative *one, Date end)
{
    const Community *home = &sim->community[one->community];
    const char *status = status_at(one, end);
    bool done = status && strcmp(status, "completed") == 0, approved = is_approved(one);
    put_text(file, one->id);
    put_text(file, one->call ? "2" : "1");
    put_text(file, home->id);
    put_municipality(file, home->municipality);
    put_code(file, one->applicant);
    put_code(file, one->theme);
    put_code(file, one->stage);
    put_text(file, one->title);
    put_date(file, one->submitted_on);
    put_integer(file, one->representatives);
    put_integer(file, one->households);
    put_number(file, one->score, 0);
    put_code(file, one->decision);
    put_date(file, one->decided_on);
    put_number(file, one->requested_eur, 2);
    put_number(file, approved ? one->granted_eur : NAN, 2);
    put_number(file, done ? one->spent_eur : NAN, 2);
    put_number(file, done ? one->own_eur : NAN, 2);
    put_date(file, approved ? one->starts_on : DATE_NONE);
    put_date(file, approved ? one->ends_on : DATE_NONE);
    put_code(file, status);
    if (done)
        put_result(file, one);
    else
        put_empty(file, 4);
}

static void put_initiative_faults(Sim *sim, SimFile *file, int region, int period)
{
    bool generous = region == 1 && period == 1, undated = region == 2 && period == 0,
         endless = region == 3 && period == 2;
    if (!generous && !undated && !endless)
        return;
    Initiative one = sim->initiative[region][0];
    one.id = "I9001", one.decision = "approved", one.terminated = false;
    one.granted_eur = one.requested_eur + (generous ? 200 : 0);
    one.starts_on = one.decided_on + 20, one.ends_on = one.starts_on + 60;
    if (undated)
        one.decided_on = DATE_NONE;
    if (endless) {
        one.ends_on = DATE_NONE; /* sorts before every day: completed, but when? */
    }
    put_initiative(sim, file, &one, sim->period[period].to);
    file_fault(file, generous  ? "granted exceeds requested"
                     : undated ? "approved without date"
                               : "completed without end");
}

bool initiative_write(Sim *sim, int region, int period)
{
    SimFile *file =
        file_open(&sim->desk, sim->step, region, sim->period[period].name, "initiative",
                  "initiative_id call community_id municipality applicant theme stage title "
                  "submitted_on representatives households score decision decided_on "
                  "requested_eur granted_eur spent_eur own_contribution_eur starts_on ends_on "
                  "status participants volunteers volunteer_hours result");
    for (int i = 0; i < sim->ninitiative[region]; i++) {
        const Initiative *one = &sim->initiative[region][i];
        if (is_news(sim, one, period))
            put_initiative(sim, file, one, sim->period[period].to);
    }
    put_initiative_faults(sim, file, region, period);
    return file_write(file, true);
}
