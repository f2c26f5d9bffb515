/* Communities of the made-up programme, and how many people live where. */
#include "data/sim.h"

#include <string.h>

/* How many of a region's communities are of each cohort, at scale 1. */
static const int COHORT_SIZE[COHORT_COUNT] = {5, 3, 2, 2, 2, 3, 2};
static const char *const PREFIX[REGION_COUNT] = {"KUR", "LAT", "RIG", "VID", "ZEM"};
static const char *const BORDER[] = {"0021000", "0022000", "0024000", "0032000", "0037000"};

Date sim_date(Draw *random, Date from, Date to)
{
    return draw_between(random, from, to < from ? from : to);
}

int sim_period_of(const Sim *sim, Date date)
{
    for (int i = 0; i < PERIOD_COUNT; i++)
        if (date >= sim->period[i].from && date <= sim->period[i].to)
            return i;
    return -1;
}

bool sim_supported(const Community *community, Date date)
{
    return community->supported_from != DATE_NONE && community->supported_from <= date &&
           community->supported_to >= date;
}

int sim_pick_community(const Sim *sim, Draw *random, int region, Date date)
{
    int first = sim->first_community[region], last = sim->first_community[region + 1] - 1;
    for (int attempt = 0; attempt < 12; attempt++) {
        int at = draw_between(random, first, last);
        if (sim_supported(&sim->community[at], date))
            return at;
    }
    return draw_between(random, first, last);
}

static bool is_city(const Sim *sim, int municipality)
{
    const SeedTable *table = &sim->desk.municipality;
    return strcmp(seed_text(table, municipality, "kind"), "state_city") == 0;
}

static const char *setting_of(const Sim *sim, Draw *random, int municipality)
{
    const char *atvk = seed_text(&sim->desk.municipality, municipality, "atvk");
    if (is_city(sim, municipality) || draw_chance(random, 0.15))
        return "urban";
    for (int i = 0; i < COUNT(BORDER); i++)
        if (strcmp(atvk, BORDER[i]) == 0)
            return "border";
    return "rural";
}

/* Support starts between a cohort's first and last day and takes a year. */
static void set_dates(Draw *random, Community *community)
{
    static const char *const START[][2] = {[COHORT_PILOT] = {"2025-04-01", "2025-04-25"},
                                           [COHORT_A] = {"2026-05-04", "2026-06-12"},
                                           [COHORT_B] = {"2026-12-01", "2027-01-15"},
                                           [COHORT_C] = {"2027-05-25", "2027-06-28"}};
    community->supported_from = community->supported_to = DATE_NONE;
    Date before = date_parse("2026-02-10");
    if (community->cohort <= COHORT_C) {
        const char *const *start = START[community->cohort];
        community->supported_from = sim_date(random, date_parse(start[0]), date_parse(start[1]));
        community->supported_to = date_add_months(community->supported_from, 12) - 1;
        before = community->supported_from - 20;
    }
    if (community->cohort == COHORT_MAPPED)
        before = date_parse("2027-11-30");
    Date earliest = date_parse(community->cohort == COHORT_MAPPED ? "2026-03-01" : "2025-01-20");
    community->mapped_on = sim_date(random, earliest, before);
}

/* A name not used in the region; a village only in the country. */
static void set_name(Sim *sim, const SeedTable *names, Community *community, int index, bool *used)
{
    bool urban = strcmp(community->setting, "urban") == 0;
    int n = names->nrow, round = index / n;
    int at = (index * 7 + community->region * 5) % n;
    for (int tried = 0; tried < n; tried++, at = (at + 1) % n)
        if (!used[at] && !(urban && strcmp(seed_text(names, at, "kind"), "parish") == 0))
            break;
    used[at] = true;
    community->kind = seed_text(names, at, "kind");
    community->name = seed_text(names, at, "name_lv");
    if (round > 0)
        community->name = arena_format(sim->arena, "%s %d", community->name, round + 1);
}

static void set_levels(Draw *random, Community *community)
{
    /* Intraclass correlation 0.10 of unit variance, 70 % of it stable over the waves. */
    const double stable = 0.2645751311064591, passing = 0.1732050807568877;
    for (int k = 0; k < OUTCOME_COUNT; k++) {
        community->level[k] = stable * draw_normal(random);
        for (int wave = 0; wave < WAVE_COUNT; wave++)
            community->wave[wave][k] = passing * draw_normal(random);
    }
}

static void make_community(Sim *sim, const SeedTable *names, int region, Cohort cohort, int index,
                           bool *used)
{
    Community *community = &sim->community[sim->ncommunity];
    Draw random = draw_stream(sim->seed, "community", (uint64_t)sim->ncommunity);
    *community = (Community){.region = region, .cohort = cohort};
    int n = sim->nmunicipality[region];
    community->municipality = sim->municipality[region][(index + index / n) % n];
    if (cohort == COHORT_PILOT && region == 3) /* the foundation's own municipality */
        community->municipality = sim->municipality[region][n - 1];
    community->id = arena_format(sim->arena, "%s-%03d", PREFIX[region], index + 1);
    community->setting = setting_of(sim, &random, community->municipality);
    set_name(sim, names, community, index, used);
    community->stage = draw_chance(&random, 0.6) ? "new" : "mature";
    community->residents = draw_between(&random, 12, 90) * 10;
    set_dates(&random, community);
    set_levels(&random, community);
    sim->ncommunity++;
}

static void list_municipalities(Sim *sim)
{
    const SeedTable *table = &sim->desk.municipality;
    for (int region = 0; region < REGION_COUNT; region++) {
        sim->municipality[region] = arena_new(sim->arena, int, table->nrow);
        for (int row = 0; row < table->nrow; row++)
            if (strcmp(seed_text(table, row, "region"), region_code(region)) == 0 &&
                *seed_text(table, row, "valid_to") == '\0')
                sim->municipality[region][sim->nmunicipality[region]++] = row;
    }
}

bool world_make(Sim *sim)
{
    SeedTable names;
    if (!seed_read(sim->run, "data/reference/municipality.csv", &sim->desk.municipality) ||
        !seed_read(sim->run, "data/simulate/community_name.csv", &names))
        return false;
    list_municipalities(sim);
    int each = 0;
    for (int cohort = 0; cohort < COHORT_COUNT; cohort++)
        each += COHORT_SIZE[cohort] * sim->scale;
    sim->community = arena_new(sim->arena, Community, each * REGION_COUNT);
    for (int region = 0; region < REGION_COUNT; region++) {
        sim->first_community[region] = sim->ncommunity;
        bool *used = arena_new(sim->arena, bool, names.nrow);
        for (int cohort = 0, index = 0; cohort < COHORT_COUNT; cohort++)
            for (int i = 0; i < COHORT_SIZE[cohort] * sim->scale; i++, index++) {
                if (index % names.nrow == 0)
                    memset(used, 0, (size_t)names.nrow * sizeof *used);
                make_community(sim, &names, region, (Cohort)cohort, index, used);
            }
    }
    sim->first_community[REGION_COUNT] = sim->ncommunity;
    return true;
}

static const char *study_of(Cohort cohort)
{
    static const char *const STUDY[COHORT_COUNT] = {
        "none", "supported", "supported", "supported", "waiting", "comparison", "none"};
    return STUDY[cohort];
}

static const char *recruited_as(const Community *community, int index)
{
    static const char *const WAY[] = {"rejected_applicant", "matched", "volunteer"};
    if (community->cohort == COHORT_WAITING)
        return "waiting_list";
    return community->cohort == COHORT_COMPARISON ? WAY[index % COUNT(WAY)] : NULL;
}

static bool write_communities(Sim *sim)
{
    SimFile *file = file_open(&sim->desk, sim->step, REGION_CENTRAL, "", "community",
                              "community_id name region municipality kind setting stage mapped_on "
                              "activity_level supported_from supported_to residents study "
                              "recruited planned_from order_drawn");
    for (int i = 0; i < sim->ncommunity; i++) {
        const Community *at = &sim->community[i];
        Draw random = draw_stream(sim->seed, "community row", (uint64_t)i);
        put_text(file, at->id);
        put_text(file, at->name);
        put_code(file, region_code(at->region));
        put_municipality(file, at->municipality);
        put_code(file, at->kind);
        put_code(file, at->setting);
        put_code(file, at->stage);
        put_date(file, at->mapped_on);
        put_integer(file, draw_between(&random, 0, 1) + (strcmp(at->stage, "mature") == 0));
        put_date(file, at->supported_from);
        put_date(file, at->supported_to);
        put_integer(file, at->residents);
        put_code(file, study_of(at->cohort));
        put_code(file, recruited_as(at, i));
        put_date(file, at->cohort == COHORT_WAITING ? date_parse("2028-03-01") : DATE_NONE);
        put_yes(file, 0);
    }
    return file_write(file, true);
}

static bool write_population(Sim *sim)
{
    static const int AGE[][2] = {{0, 14}, {15, 29}, {30, 54}, {55, 74}, {75, 120}};
    static const double SHARE[] = {0.15, 0.15, 0.34, 0.26, 0.10};
    static const int EACH[REGION_COUNT] = {30000, 24000, 27000, 29000, 35000};
    SimFile *file = file_open(&sim->desk, sim->step, REGION_CENTRAL, "", "population",
                              "atvk year sex age_from age_to residents");
    for (int region = 0; region < REGION_COUNT; region++)
        for (int i = 0; i < sim->nmunicipality[region]; i++) {
            int row = sim->municipality[region][i];
            Draw random = draw_stream(sim->seed, "population", (uint64_t)row);
            const char *atvk = seed_text(&sim->desk.municipality, row, "atvk");
            double all = EACH[region] * (0.6 + 0.8 * draw_uniform(&random));
            all = strcmp(atvk, "0001000") == 0 ? 600000 : is_city(sim, row) ? 1.6 * all : all;
            for (int k = 0; k < 2 * COUNT(AGE); k++) {
                put_text(file, atvk);
                put_integer(file, 2026);
                put_code(file, k % 2 ? "m" : "f");
                put_integer(file, AGE[k / 2][0]);
                put_integer(file, AGE[k / 2][1]);
                put_integer(file, (int)(all * SHARE[k / 2] * (k % 2 ? 0.47 : 0.53)));
            }
        }
    return file_write(file, true);
}

bool world_write(Sim *sim)
{
    return write_communities(sim) && write_population(sim);
}
