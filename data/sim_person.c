/* People who come to events, and the register of ESF+ participants. */
#include "data/sim.h"

#include <string.h>

/* New people of a region in a half-year, at scale 1. */
static const int NEW_PEOPLE[REGION_COUNT] = {22, 18, 33, 24, 16};

static const char *person_id(const Sim *sim, int region, int i)
{
    switch (region) {
    case 0:
        return arena_format(sim->arena, "KU-P%04d", i + 1);
    case 1:
        return arena_format(sim->arena, "dalibnieks%d@latgale.example.org", i + 1);
    case 2:
        return arena_format(sim->arena, "R%05dX", 10000 + i * 7);
    case 3:
        return arena_format(sim->arena, "V-%04d", i + 1);
    default: /* some centres number their people: such ids are local */
        return i % 3 ? arena_format(sim->arena, "ZE%05d", 20000 + i)
                     : arena_format(sim->arena, "%d", 41000 + i);
    }
}

static void make_person(const Sim *sim, Person *person, int region, int i)
{
    static const double WORK[] = {0.56, 0.09, 0.05, 0.30}, LEVEL[] = {0.14, 0.46, 0.40};
    static const char *const STATUS[] = {"employed", "unemployed", "long_term_unemployed",
                                         "inactive"};
    static const char *const EDUCATION[] = {"isced02", "isced34", "isced58"};
    Draw random = SIM_STREAM(sim, "person", region, i * 10);
    double zeal = draw_uniform(&random);
    *person = (Person){.id = person_id(sim, region, i)};
    person->sex = draw_chance(&random, 0.66) ? "f" : draw_chance(&random, 0.98) ? "m" : "x";
    person->birth_year = 2026 - draw_between(&random, 15, 79);
    person->employment = STATUS[draw_weighted(&random, WORK, COUNT(WORK))];
    person->education = EDUCATION[draw_weighted(&random, LEVEL, COUNT(LEVEL))];
    person->complete = draw_chance(&random, 0.91);
    person->minority = draw_chance(&random, region == 1 ? 0.3 : 0.12);
    person->foreign = draw_chance(&random, 0.04);
    person->disabled = draw_chance(&random, 0.07);
    person->homeless = draw_chance(&random, 0.01);
    person->register_used = draw_chance(&random, 0.2);
    person->zeal = 0.15 + 2 * zeal * zeal * zeal;
    person->skill = 0.9 * draw_normal(&random);
    person->community = sim_pick_community(
        sim, &random, region, draw_between(&random, sim->period[0].from + 120, sim->as_of));
}

void people_make(Sim *sim, int region)
{
    sim->nperson[region] = NEW_PEOPLE[region] * sim->scale * PERIOD_COUNT;
    sim->person[region] = arena_new(sim->arena, Person, sim->nperson[region]);
    for (int i = 0; i < sim->nperson[region]; i++)
        make_person(sim, &sim->person[region][i], region, i);
}

/* Whether what is known of the entry changed in the half-year. */
static bool is_news(const Sim *sim, const Entry *entry, int period)
{
    return sim_period_of(sim, entry->entered_on) == period ||
           (entry->left_on != DATE_NONE && sim_period_of(sim, entry->left_on) == period) ||
           (entry->result_on != DATE_NONE && sim_period_of(sim, entry->result_on) == period);
}

static Date known(Date date, Date end)
{
    return date != DATE_NONE && date <= end ? date : DATE_NONE;
}

static void put_entry(const Sim *sim, SimFile *file, const Person *person, const Entry *entry,
                      Date end)
{
    Draw random = draw_stream(sim->seed, person->id, 7);
    const Community *home = &sim->community[person->community];
    Date result = known(entry->result_on, end);
    bool gap = !person->complete;
    put_text(file, person->id);
    put_code(file, entry->activity);
    put_date(file, entry->entered_on);
    put_date(file, known(entry->left_on, end));
    put_date(file, result);
    put_code(file, person->register_used ? "register" : "form");
    put_code(file, gap && draw_chance(&random, 0.2) ? NULL : person->sex);
    put_integer(file, person->birth_year);
    put_code(file, gap && draw_chance(&random, 0.6) ? NULL : person->employment);
    put_code(file, gap ? NULL : person->education);
    put_yes(file, person->disabled);
    put_yes(file, person->foreign);
    put_yes(file, person->foreign || draw_chance(&random, 0.03));
    put_yes(file, person->minority);
    put_yes(file, person->homeless);
    put_yes(file, strcmp(home->setting, "urban") != 0);
    bool done = result != DATE_NONE, idle = strcmp(person->employment, "employed") != 0;
    put_yes(file, done ? idle && draw_chance(&random, 0.12) : -1);
    put_yes(file, done ? draw_chance(&random, 0.10) : -1);
    put_yes(file, done ? draw_chance(&random, 0.06) : -1);
    put_yes(file, done ? !idle || draw_chance(&random, 0.10) : -1);
}

static void put_participant_faults(const Sim *sim, SimFile *file, int region, int period)
{
    bool baby = region == 1 && period == 0, future = region == 3 && period == 3;
    if (!baby && !future)
        return;
    put_text(file, baby ? "kluda1@latgale.example.org" : "V-9001");
    put_code(file, "24.3");
    put_date(file, baby ? sim->period[0].from + 80 : date_parse("2031-01-15"));
    put_empty(file, 2);
    put_code(file, "form");
    put_code(file, "f");
    put_integer(file, baby ? 2025 : 1980);
    put_code(file, "employed");
    put_code(file, "isced34");
    put_empty(file, 10);
    file_fault(file, baby ? "age below 3" : "after the programme's end");
}

bool participant_write(Sim *sim, int region, int period)
{
    SimFile *file = file_open(
        &sim->desk, sim->step, region, sim->period[period].name, "participant",
        "person_id activity entered_on left_on result_on source sex birth_year employment "
        "education disability third_country foreign_background minority homeless rural "
        "result_job_search result_education result_qualification result_employment");
    for (int i = 0; i < sim->nperson[region]; i++) {
        const Person *person = &sim->person[region][i];
        for (int k = 0; k < person->nentry; k++)
            if (is_news(sim, &person->entry[k], period))
                put_entry(sim, file, person, &person->entry[k], sim->period[period].to);
    }
    put_participant_faults(sim, file, region, period);
    return file_write(file, true);
}
