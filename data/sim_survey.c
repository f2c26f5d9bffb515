/* Surveys of residents: a latent trait a person and outcome, shared by community, shifted by
 * support, answered through items. Each answer is made twice, with and without the shift, from the
 * same draws: the mean difference over treated interviews is the truth. The survey of participants
 * is in sim_learner.c. */
#include "data/sim.h"

#include "core/text.h"
#include "data/sim_survey.h"

#include <math.h>
#include <string.h>

static const char *const TRUST[] = {"ppltrst", "pplfair", "pplhlp"};
const Outcome SIM_OUTCOME[OUTCOME_COUNT] = {
    {"collective_efficacy", "ce", 10, NULL, true, 1.0, 3.2, 1.1, 1, 5, 9, 9},
    {"social_trust", "", 3, TRUST, false, 0.4, 5.0, 2.2, 0, 10, 99, 88},
    {"preparedness", "prep", 5, NULL, false, 0.8, 2.9, 1.1, 1, 5, 99, 9},
    {"civic_participation", "civ", 6, NULL, true, 0.7, 0.35, 0.5, 0, 1, 99, 9},
    {"neighbour_help", "nb", 1, NULL, false, 0.5, 4.5, 2.5, 0, 30, 99, 99},
    {"social_norm", "norm", 1, NULL, false, 0.0, 3.0, 1.1, 1, 5, 99, 9}};

const char *sim_item_name(Arena *arena, const Outcome *outcome, int item)
{
    return outcome->names ? outcome->names[item]
                          : arena_format(arena, "%s%d", outcome->item, item + 1);
}

Date sim_wave_start(const Sim *sim, int community, int wave)
{
    static const char *const START[WAVE_COUNT] = {"2026-02-16", "2026-10-05", "2027-04-05",
                                                  "2027-10-04"};
    Draw random = SIM_STREAM(sim, "wave start", community, wave);
    return date_parse(START[wave]) + draw_between(&random, 0, 20);
}

bool sim_treated(const Sim *sim, int community, int wave)
{
    Date from = sim->community[community].supported_from;
    return from != DATE_NONE && from <= sim_wave_start(sim, community, wave);
}

/* A resident who answers, possibly in several waves. */
typedef struct {
    const char *code; /* NULL: none was issued */
    const char *sex, *language, *education, *employment;
    int birth_year;
    double trait[OUTCOME_COUNT];
} Resident;

static Resident make_resident(const Sim *sim, int community, int slot, int generation)
{
    static const double RUSSIAN[REGION_COUNT] = {0.20, 0.45, 0.40, 0.12, 0.25};
    static const double EDUCATION[] = {0.18, 0.50, 0.32}, WORK[] = {0.62, 0.08, 0.30};
    static const char *const LEVEL[] = {"basic", "secondary", "higher"};
    static const char *const STATUS[] = {"employed", "unemployed", "inactive"};
    const Community *at = &sim->community[community];
    Draw random =
        draw_stream(sim->seed, "resident", (uint64_t)((community * 64 + slot) * 8 + generation));
    Resident one = {.sex = draw_chance(&random, 0.57) ? "f" : "m"};
    if (draw_chance(&random, 0.65))
        one.code = arena_format(sim->step, "%s-%02d%c", at->id, slot + 1, 'A' + generation);
    one.birth_year = 2026 - draw_between(&random, 16, 84);
    one.language = draw_chance(&random, RUSSIAN[at->region]) ? "ru"
                   : draw_chance(&random, 0.03)              ? "other"
                                                             : "lv";
    one.education = LEVEL[draw_weighted(&random, EDUCATION, COUNT(EDUCATION))];
    one.employment = STATUS[draw_weighted(&random, WORK, COUNT(WORK))];
    /* 0.45 of the variance is the person's own, two fifths of it shared by all outcomes. */
    double shared = draw_normal(&random);
    for (int k = 0; k < OUTCOME_COUNT; k++)
        one.trait[k] = 0.4242640687119285 * shared + 0.5196152422706632 * draw_normal(&random);
    return one;
}

/* Who answers in a slot of the panel: those with a code mostly stay, others are new each time. */
static Resident resident_at(const Sim *sim, int community, int slot, int wave)
{
    int generation = 0;
    Resident one = make_resident(sim, community, slot, 0);
    for (int i = 1; i <= wave; i++) {
        Draw random = draw_stream(sim->seed, "stays", (uint64_t)((community * 64 + slot) * 8 + i));
        double stay = one.birth_year > 1996 ? 0.60 : 0.78;
        if (!one.code || !draw_chance(&random, stay))
            one = make_resident(sim, community, slot, ++generation);
    }
    return one;
}

int sim_answer(const Outcome *outcome, double trait, double noise, int item)
{
    double loading = outcome->nitem > 1 ? 0.7 : 0.9;
    double rest = outcome->nitem > 1 ? 0.714142842854285 : 0.4358898943540673;
    double value = outcome->centre + outcome->spread * (loading * trait + rest * noise);
    int answer = (int)floor(value + 0.5);
    answer = answer < outcome->low ? outcome->low : answer;
    answer = answer > outcome->high ? outcome->high : answer;
    return item + 1 >= outcome->reversed_from ? outcome->low + outcome->high - answer : answer;
}

/* A score without gaps, reversed items turned: what the truth is about. */
static double score_of(const Outcome *outcome, double trait, const double *noise)
{
    double sum = 0;
    for (int i = 0; i < outcome->nitem; i++)
        sum += sim_answer(outcome, trait, noise[i], 0);
    return outcome->sum ? sum : sum / outcome->nitem;
}

static void note_truth(Sim *sim, int k, double trait, double shift, const double *noise,
                       bool baseline)
{
    const Outcome *outcome = &SIM_OUTCOME[k];
    double without = score_of(outcome, trait, noise);
    if (shift != 0)
        sim->truth[k] += score_of(outcome, trait + shift, noise) - without;
    if (baseline) {
        sim->spread[k][0] += 1;
        sim->spread[k][1] += without;
        sim->spread[k][2] += without * without;
    }
}

void sim_put_answer(SimFile *file, const Outcome *outcome, Draw *random, int answer, int region)
{
    if (draw_chance(random, 0.02))
        put_empty(file, 1);
    else if (draw_chance(random, 0.008))
        put_integer(file, outcome->missing);
    else if (region == 3 && outcome->high == 1)
        put_text(file, answer ? "Jā" : "Nē");
    else
        put_integer(file, answer);
}

static void put_answers(Sim *sim, SimFile *file, const Resident *one, int community, int slot,
                        int wave)
{
    const Community *at = &sim->community[community];
    Draw random = draw_stream(sim->seed, "answers", (uint64_t)((community * 64 + slot) * 8 + wave));
    bool treated = sim_treated(sim, community, wave), flat = draw_chance(&random, 0.004);
    for (int k = 0; k < OUTCOME_COUNT; k++) {
        const Outcome *outcome = &SIM_OUTCOME[k];
        double noise[10], shift = treated ? sim->effect * outcome->share : 0;
        double trait = one->trait[k] + at->level[k] + at->wave[wave][k] + 0.04 * wave +
                       0.6708203932499369 * draw_normal(&random);
        for (int i = 0; i < outcome->nitem; i++)
            noise[i] = draw_normal(&random);
        note_truth(sim, k, trait, shift, noise, wave == 0);
        for (int i = 0; i < outcome->nitem; i++)
            sim_put_answer(file, outcome, &random,
                           flat ? outcome->high : sim_answer(outcome, trait + shift, noise[i], i),
                           at->region);
    }
    sim->truth_cells += treated;
}

static void put_resident(Sim *sim, SimFile *file, int community, int slot, int wave)
{
    static const char *const MODE[] = {"online", "paper", "phone", "in_person"};
    static const double MODE_SHARE[] = {0.45, 0.25, 0.10, 0.20};
    const Community *at = &sim->community[community];
    Draw random =
        draw_stream(sim->seed, "interview", (uint64_t)((community * 64 + slot) * 8 + wave));
    Resident one = resident_at(sim, community, slot, wave);
    put_text(file, one.code);
    put_integer(file, wave);
    put_date(file, sim_wave_start(sim, community, wave) + draw_between(&random, 0, 14));
    put_text(file, at->id);
    put_code(file, "resident");
    put_code(file, MODE[draw_weighted(&random, MODE_SHARE, COUNT(MODE))]);
    put_code(file, strcmp(one.language, "ru") == 0 && draw_chance(&random, 0.7) ? "ru" : "lv");
    put_yes(file, !draw_chance(&random, 0.006));
    put_code(file, one.code ? "issued_code" : "none");
    put_code(file, one.sex);
    put_integer(file, one.birth_year);
    put_code(file, one.language);
    put_code(file, one.education);
    put_code(file, one.employment);
    put_yes(file, draw_chance(&random, 0.9) ? draw_chance(&random, 0.08) : -1);
    put_yes(file, 1);
    bool drawn = at->region == 2 || at->region == 3;
    put_number(file, drawn ? 0.6 + 1.1 * draw_uniform(&random) : 1, 2);
    put_answers(sim, file, &one, community, slot, wave);
    put_empty(file, SKILL_COUNT);
}

/* Interviews of one community and wave; returns how many were invited for them. */
static int put_community(Sim *sim, SimFile *file, int community, int wave)
{
    Draw random = SIM_STREAM(sim, "interviews", community, wave);
    int slots = draw_between(&random, 13, 17), answered = 0;
    for (int slot = 0; slot < slots; slot++) {
        if (!draw_chance(&random, 0.92))
            continue;
        put_resident(sim, file, community, slot, wave);
        answered++;
    }
    return (int)(answered / (0.36 + 0.24 * draw_uniform(&random)));
}

static void put_fieldwork(Sim *sim, SimFile *file, int community, int wave, int invited)
{
    static const char *const DRAWN[REGION_COUNT] = {"list", "list", "probability", "probability",
                                                    "everyone"};
    const Community *at = &sim->community[community];
    Date start = sim_wave_start(sim, community, wave);
    put_integer(file, wave);
    put_text(file, at->id);
    put_code(file, "resident");
    put_integer(file, invited);
    put_date(file, start);
    put_date(file, start + 16);
    put_code(file, DRAWN[at->region]);
    put_code(file, "online");
    put_number(file, at->region == 2 ? 3 : NAN, 2);
}

/* Rows that ingest must keep out. */
static void put_survey_faults(Sim *sim, SimFile *file, int region, int period)
{
    const Community *at = &sim->community[sim->first_community[region] + 6];
    bool range = region == 0 && period == 2, unknown = region == 2 && period == 3;
    if (!range && !unknown)
        return;
    put_text(file, "X-1");
    put_integer(file, period);
    put_date(file, sim_wave_start(sim, sim->first_community[region] + 6, period) + 15);
    put_text(file, unknown ? "RIG-990" : at->id);
    put_code(file, "resident");
    put_empty(file, 12);
    for (int k = 0; k < OUTCOME_COUNT; k++)
        for (int i = 0; i < SIM_OUTCOME[k].nitem; i++)
            put_integer(file, range && k == 0 && i == 2 ? 7 : SIM_OUTCOME[k].low);
    put_empty(file, SKILL_COUNT);
    file_fault(file, unknown ? "unknown community" : "answer out of range");
}

bool survey_write(Sim *sim, int region, int period)
{
    Buffer columns = buffer_open(sim->step);
    buffer_text(&columns, "respondent_id wave interviewed_on community_id sample mode language "
                          "consent linked_by sex birth_year home_language education employment "
                          "disability invited weight");
    for (int k = 0; k < OUTCOME_COUNT; k++)
        for (int i = 0; i < SIM_OUTCOME[k].nitem; i++)
            buffer_format(&columns, " %s", sim_item_name(sim->step, &SIM_OUTCOME[k], i));
    for (int i = 0; i < SKILL_COUNT; i++)
        buffer_format(&columns, " sk%d", i + 1);
    const char *label = sim->period[period].name;
    SimFile *survey =
        file_open(&sim->desk, sim->step, region, label, "survey", buffer_end(&columns));
    SimFile *work = file_open(&sim->desk, sim->step, region, label, "fieldwork",
                              "wave community_id sample invited started_on ended_on drawn mode "
                              "incentive_eur");
    for (int i = sim->first_community[region]; i < sim->first_community[region + 1]; i++) {
        Cohort cohort = sim->community[i].cohort;
        if (cohort == COHORT_PILOT || cohort == COHORT_MAPPED)
            continue;
        put_fieldwork(sim, work, i, period, put_community(sim, survey, i, period));
    }
    learner_put(sim, survey, region, period);
    put_survey_faults(sim, survey, region, period);
    return file_write(survey, true) && file_write(work, true);
}
