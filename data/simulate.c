/* Builds the made-up programme: the world first, then each half-year of each region, then what the
 * centre keeps. See simulate.h. */
#include "data/simulate.h"

#include "core/text.h"
#include "data/sim.h"

#include <stdio.h>
#include <string.h>

/* A folder with a programme that is not marked as made up is never written into. */
static bool may_write(Run *run, const char *folder)
{
    char *path = arena_format(run->arena, "%s/programme.csv", folder);
    FILE *file = fopen(path, "rb");
    if (!file)
        return true;
    fclose(file);
    size_t size;
    const char *text = file_read(run, run->arena, path, &size);
    if (text && strstr(text, "\nprogramme.made_up,1\n"))
        return true;
    return text && diag_fail(run->diag, (Place){path, 0, 0}, MSG_DATA_FOLDER, folder);
}

static void set_clock(Sim *sim)
{
    static const char *const NAME[PERIOD_COUNT] = {"2026H1", "2026H2", "2027H1", "2027H2"};
    for (int i = 0; i < PERIOD_COUNT; i++)
        period_parse(sim->arena, NAME[i], &sim->period[i]);
    sim->as_of = sim->period[PERIOD_COUNT - 1].to;
}

/* Vidzeme sends its last half-year as one workbook with a sheet a dataset. */
static bool write_region(Sim *sim, int region, int period)
{
    return participant_write(sim, region, period) && survey_write(sim, region, period) &&
           initiative_write(sim, region, period) && expense_write(sim, region, period) &&
           network_write(sim, region, period) && community_care_write(sim, region, period) &&
           voice_write(sim, region, period);
}

static bool write_period(Sim *sim, int period)
{
    bool one_book = period == PERIOD_COUNT - 1;
    if (one_book)
        desk_book_start(&sim->desk, "incoming/vidzeme/2027H2/vidzeme_2027H2.xlsx");
    bool done = true;
    for (int region = 0; region < REGION_COUNT && done; region++)
        done = event_write(sim, region, period);
    done = done && event_write_national(sim, period);
    for (int region = 0; region < REGION_COUNT && done; region++)
        done = write_region(sim, region, period);
    done = done && expense_write(sim, REGION_LV, period);
    if (one_book)
        done = desk_book_end(&sim->desk) && done;
    return done;
}

static bool write_all(Sim *sim)
{
    bool done = world_write(sim);
    for (int period = 0; period < PERIOD_COUNT && done; period++) {
        ArenaMark mark = arena_mark(sim->step);
        done = write_period(sim, period) && (period != 2 || event_write_correction(sim));
        arena_release(sim->step, mark);
    }
    return done && central_write(sim);
}

bool simulate_run(Run *run, const char *folder, int scale, uint64_t seed, double effect)
{
    if (!may_write(run, folder))
        return false;
    Sim sim = {.run = run,
               .arena = run->arena,
               .step = arena_open(),
               .scale = scale < 1 ? 1 : scale,
               .seed = seed,
               .effect = effect};
    sim.desk = (SimDesk){.run = run, .arena = run->arena, .folder = folder};
    set_clock(&sim);
    bool done = world_make(&sim);
    for (int region = 0; region < REGION_COUNT && done; region++) {
        people_make(&sim, region);
        done = initiative_make(&sim, region);
    }
    done = done && write_all(&sim);
    arena_close(sim.step);
    return done;
}
