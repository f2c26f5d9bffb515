/* The survey of participants: at entry and at exit, skills before and after. */
#include "data/sim_survey.h"

#include <string.h>

static const Outcome SKILL = {"civic_skills", "sk", SKILL_COUNT, NULL, false, 0, 2.9,
                              0.95,           1,    5,           99,   9};

static void put_learner(Sim *sim, SimFile *file, const Person *person, int wave, Date on)
{
    Draw random = draw_stream(sim->seed, person->id, (uint64_t)wave);
    const Community *home = &sim->community[person->community];
    put_text(file, person->id);
    put_integer(file, wave);
    put_date(file, on);
    put_text(file, home->id);
    put_code(file, "participant");
    put_code(file, draw_chance(&random, 0.7) ? "online" : "paper");
    put_code(file, person->minority && draw_chance(&random, 0.6) ? "ru" : "lv");
    put_yes(file, 1);
    put_code(file, "issued_code");
    put_code(file, person->sex);
    put_integer(file, person->birth_year);
    put_code(file, person->minority ? "ru" : "lv");
    put_code(file, strcmp(person->education, "isced58") == 0   ? "higher"
                   : strcmp(person->education, "isced34") == 0 ? "secondary"
                                                               : "basic");
    put_code(file, strcmp(person->employment, "employed") == 0   ? "employed"
                   : strcmp(person->employment, "inactive") == 0 ? "inactive"
                                                                 : "unemployed");
    put_yes(file, person->disabled);
    put_yes(file, 1);
    put_number(file, 1, 2);
    for (int k = 0; k < OUTCOME_COUNT; k++)
        put_empty(file, SIM_OUTCOME[k].nitem);
    double hours = person->hours < 40 ? person->hours : 40;
    double trait =
        person->skill + (wave == 1 ? 0.25 + 0.012 * hours : 0) + 0.4 * draw_normal(&random);
    for (int i = 0; i < SKILL_COUNT; i++)
        sim_put_answer(file, &SKILL, &random, sim_answer(&SKILL, trait, draw_normal(&random), i),
                       home->region);
}

void learner_put(Sim *sim, SimFile *file, int region, int period)
{
    for (int i = 0; i < sim->nperson[region]; i++) {
        const Person *person = &sim->person[region][i];
        if (person->nentry == 0)
            continue;
        Draw random = draw_stream(sim->seed, person->id, 99);
        bool answers[2] = {draw_chance(&random, 0.82), draw_chance(&random, 0.66)};
        Date on[2] = {person->entry[0].entered_on, person->entry[0].left_on};
        for (int wave = 0; wave < 2; wave++) {
            Date day = on[wave] == DATE_NONE ? DATE_NONE : on[wave] + draw_between(&random, 0, 4);
            if (answers[wave] && day != DATE_NONE && sim_period_of(sim, day) == period)
                put_learner(sim, file, person, wave, day);
        }
    }
}
