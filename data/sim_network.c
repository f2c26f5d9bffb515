/* Networks and who is in them, and partners of the centres. */
#include "data/sim.h"

#include <string.h>

enum { NETWORKS = 3 };

static Date founded(const Sim *sim, int region, int network)
{
    static const char *const DAY[NETWORKS] = {"2026-03-12", "2026-09-03", "2027-03-04"};
    Draw random = SIM_STREAM(sim, "network", region, network);
    return date_parse(DAY[network]) + draw_between(&random, 0, 40);
}

/* The third network exists in two regions only; the first of Kurzeme closes. */
static bool has_network(int region, int network)
{
    return network < 2 || region == 1 || region == 3;
}

static void put_network(const Sim *sim, SimFile *file, int region, int network)
{
    static const char *const NAME[NETWORKS] = {"Kopienu tīkls", "Gatavi krīzei",
                                               "Kaimiņi tiešsaistē"};
    static const char *const KIND[NETWORKS] = {"geographic", "thematic", "online"};
    put_text(file, arena_format(sim->step, "T%d", network + 1));
    put_text(file, NAME[network]);
    put_code(file, KIND[network]);
    put_date(file, founded(sim, region, network));
    put_date(file, DATE_NONE);
}

/* The day a supported community joins, or DATE_NONE. */
static Date joined(const Sim *sim, int community, int region, int network)
{
    const Community *at = &sim->community[community];
    Draw random = SIM_STREAM(sim, "member", community, network);
    if (at->supported_from == DATE_NONE || !draw_chance(&random, network ? 0.4 : 0.75))
        return DATE_NONE;
    Date first = founded(sim, region, network);
    first = at->supported_from > first ? at->supported_from : first;
    return first + draw_between(&random, 6, 90);
}

static bool write_members(Sim *sim, int region, int period)
{
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name,
                              "network_member", "network_id community_id joined_on left_on");
    for (int network = 0; network < NETWORKS; network++)
        for (int i = sim->first_community[region]; i < sim->first_community[region + 1]; i++) {
            Date on = joined(sim, i, region, network);
            if (on == DATE_NONE || !has_network(region, network) ||
                sim_period_of(sim, on) != period)
                continue;
            put_text(file, arena_format(sim->step, "T%d", network + 1));
            put_text(file, sim->community[i].id);
            put_date(file, on);
            put_date(file, DATE_NONE);
        }
    return file_write(file, false);
}

static bool write_partners(Sim *sim, int region, int period)
{
    SeedTable names;
    if (!seed_read(sim->run, "data/simulate/partner_name.csv", &names))
        return false;
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "partner",
                              "partner_id name kind joined_on left_on");
    int first = period == 0 ? 0 : 5 + 2 * period, last = 6 + 2 * period;
    for (int i = first; i <= last; i++) {
        Draw random = SIM_STREAM(sim, "partner", region, i);
        int row = (i + 3 * region) % names.nrow;
        Date on = sim_date(&random, sim->period[period].from, sim->period[period].to - 30);
        put_text(file, arena_format(sim->step, "PA-%02d", i + 1));
        put_text(file, seed_text(&names, row, "name_lv"));
        put_code(file, seed_text(&names, row, "kind"));
        put_date(file, on);
        put_date(file, period == 0 && i == 3 ? on + 20 : DATE_NONE);
    }
    return file_write(file, false);
}

bool network_write(Sim *sim, int region, int period)
{
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "network",
                              "network_id name kind founded_on closed_on");
    for (int network = 0; network < NETWORKS; network++)
        if (has_network(region, network) &&
            sim_period_of(sim, founded(sim, region, network)) == period)
            put_network(sim, file, region, network);
    return file_write(file, period < 2) && write_members(sim, region, period) &&
           write_partners(sim, region, period);
}
