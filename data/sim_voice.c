/* Publicity and focus groups; Zemgale writes publicity in its own words, with a mapping. */
#include "data/sim.h"

#include <string.h>

/* Publications of a region in a half-year, at scale 1. */
static const int ITEMS[REGION_COUNT] = {7, 5, 10, 6, 4};

#define PUBLICITY_COLUMNS "item_id published_on channel title reach url emblem initiative_id"

/* Zemgale's own words for channels, as its mapping.csv declares them. */
static const char *own_word(const char *channel)
{
    static const char *const WORD[][2] = {{"web", "internets"}, {"social", "sociālie mediji"},
                                          {"print", "avīze"},   {"radio", "radio"},
                                          {"tv", "tv"},         {"event", "pasākums"}};
    for (int i = 0; i < COUNT(WORD); i++)
        if (strcmp(WORD[i][0], channel) == 0)
            return WORD[i][1];
    return channel;
}

static void put_item(Sim *sim, SimFile *file, const SeedTable *titles, int region, int period,
                     int i)
{
    Draw random = SIM_STREAM(sim, "publicity", region * 10 + period, i);
    int row = draw_between(&random, 0, titles->nrow - 1);
    const char *channel = seed_text(titles, row, "channel");
    const char *id = arena_format(sim->step, "PB-%s-%02d", sim->period[period].name, i + 1);
    int which = draw_between(&random, 0, sim->ninitiative[region] / 2 - 1);
    const Initiative *about = &sim->initiative[region][which];
    bool approved = strcmp(about->decision, "approved") == 0;
    put_text(file, id);
    put_date(file, sim_date(&random, sim->period[period].from, sim->period[period].to));
    put_text(file, region == 4 ? own_word(channel) : channel);
    put_text(file, seed_text(titles, row, "title_lv"));
    put_integer(file, draw_between(&random, 8, 640) * 10);
    put_text(file, strcmp(channel, "web") == 0 || strcmp(channel, "social") == 0
                       ? arena_format(sim->step, "https://example.org/%s?kopiena=1", id)
                       : NULL);
    put_yes(file, draw_chance(&random, 0.93));
    put_text(file, approved && draw_chance(&random, 0.6) ? about->id : NULL);
}

static bool write_publicity(Sim *sim, int region, int period)
{
    SeedTable titles;
    if (!seed_read(sim->run, "data/simulate/publicity_title.csv", &titles))
        return false;
    if (region == 4 && period == 1) /* Zemgale forgot it */
        return true;
    SimFile *file = file_open(&sim->desk, sim->step, region, sim->period[period].name, "publicity",
                              PUBLICITY_COLUMNS);
    if (region == 4) {
        file_header(file, "published_on", "Datums");
        file_header(file, "channel", "Kur");
    }
    int n = region == 1 && period == 0 ? 0 : ITEMS[region] * sim->scale; /* Latgale had none */
    for (int i = 0; i < n; i++)
        put_item(sim, file, &titles, region, period, i);
    if (region == 0 && period == 2) {
        file_line(file, "PB-KL;12.04.2027;web;Kop\xe2 varam;100;;1;"); /* a byte of Windows-1257 */
        file_fault(file, "stray byte");
    }
    return file_write(file, true);
}

/* Six different excerpts of the thirty go to each region, three a year. */
static bool write_focus_groups(Sim *sim, int region, int period)
{
    SeedTable quotes;
    if (period % 2 == 0)
        return true;
    if (!seed_read(sim->run, "data/simulate/quote.csv", &quotes))
        return false;
    SimFile *file =
        file_open(&sim->desk, sim->step, region, sim->period[period].name, "focus_group",
                  "group_id excerpt_no held_on theme stance speaker publishable "
                  "excerpt_lv excerpt_en");
    Draw random = SIM_STREAM(sim, "focus group", region, period);
    Date on = date_parse(period == 1 ? "2026-10-13" : "2027-10-12") + draw_between(&random, 0, 9);
    for (int i = 0; i < 3; i++) {
        int row = (i * 10 + region * 2 + period / 2) % quotes.nrow;
        put_text(file, arena_format(sim->step, "FG-%d", period == 1 ? 2026 : 2027));
        put_integer(file, i + 1);
        put_date(file, on);
        put_text(file, seed_text(&quotes, row, "theme"));
        put_integer(file, (int)seed_number(&quotes, row, "stance"));
        put_text(file, arena_format(sim->step, "S-%s-%d", region_code(region), i + 1));
        put_yes(file, draw_chance(&random, 0.85));
        put_text(file, seed_text(&quotes, row, "excerpt_lv"));
        put_text(file, seed_text(&quotes, row, "excerpt_en"));
    }
    return file_write(file, true);
}

static bool write_mapping(Sim *sim)
{
    static const char MAPPING[] = "dataset,file,source_column,column,source_value,value\n"
                                  "publicity,publicity*,Datums,published_on,,\n"
                                  "publicity,publicity*,Kur,channel,,\n"
                                  "publicity,publicity*,Kur,channel,internets,web\n"
                                  "publicity,publicity*,Kur,channel,sociālie mediji,social\n"
                                  "publicity,publicity*,Kur,channel,avīze,print\n"
                                  "publicity,publicity*,Kur,channel,pasākums,event\n";
    return desk_write(&sim->desk, "incoming/zemgale/mapping.csv", MAPPING, sizeof MAPPING - 1);
}

bool voice_write(Sim *sim, int region, int period)
{
    bool mapped = region != 4 || period != 0 || write_mapping(sim);
    return mapped && write_publicity(sim, region, period) &&
           write_focus_groups(sim, region, period);
}
