/* The made-up world: communities, people, initiatives, and the clock of surveys and half-years.
 * Each sim_*.c writes some datasets of it; simulate.c calls them in order. */
#ifndef DATA_SIM_H
#define DATA_SIM_H

#include "data/draw.h"
#include "data/sim_file.h"

enum { PERIOD_COUNT = 4, WAVE_COUNT = 4, OUTCOME_COUNT = 6, LINE_COUNT = 11, REQUEST_COUNT = 4 };

/* Why a community is in the list. COHORT_A … COHORT_C start support before waves 1, 2, 3; pilots
 * started before the baseline and are not surveyed. */
typedef enum {
    COHORT_PILOT,
    COHORT_A,
    COHORT_B,
    COHORT_C,
    COHORT_WAITING,
    COHORT_COMPARISON,
    COHORT_MAPPED,
    COHORT_COUNT
} Cohort;

typedef struct {
    const char *id, *name, *kind, *setting, *stage;
    int region, municipality; /* row of municipality.csv */
    Cohort cohort;
    Date mapped_on, supported_from, supported_to;
    int residents;
    double level[OUTCOME_COUNT];            /* stable differences between communities */
    double wave[WAVE_COUNT][OUTCOME_COUNT]; /* and those that come and go */
} Community;

/* One entry of the register of participants. */
typedef struct {
    const char *activity;
    Date entered_on, left_on, result_on;
} Entry;

typedef struct {
    const char *id, *sex, *employment, *education;
    int birth_year, community; /* index */
    bool complete, foreign, minority, disabled, homeless;
    bool register_used; /* data come from a register */
    double zeal;        /* how often they come */
    double skill, hours;
    Entry entry[2];
    int nentry;
} Person;

typedef struct {
    const char *id, *title, *result, *theme, *applicant, *stage, *decision;
    int region, call, community, representatives, households;
    Date submitted_on, decided_on, starts_on, ends_on;
    double score, requested_eur, granted_eur, spent_eur, own_eur;
    int participants, volunteers, volunteer_hours;
    bool terminated;
} Initiative;

typedef struct {
    SimDesk desk;
    Run *run;
    Arena *arena; /* the world's life */
    Arena *step;  /* emptied after each region and half-year */
    int scale;
    uint64_t seed;
    double effect;
    Period period[PERIOD_COUNT];
    Date as_of;
    Community *community;
    int ncommunity;
    int first_community[REGION_COUNT + 1]; /* of each region, and the end */
    int *municipality[REGION_COUNT];       /* rows of municipality.csv in force */
    int nmunicipality[REGION_COUNT];
    Person *person[REGION_COUNT];
    int nperson[REGION_COUNT];
    Initiative *initiative[REGION_COUNT];
    int ninitiative[REGION_COUNT];
    double paid[REQUEST_COUNT][LINE_COUNT]; /* eligible euro by request and budget line */
    double truth[OUTCOME_COUNT], truth_cells, spread[OUTCOME_COUNT][3]; /* see sim_survey.c */
} Sim;

/* 0 for the first half-year; random streams are told apart by it. */
#define SIM_STREAM(sim, name, region, period)                                                      \
    draw_stream((sim)->seed, name, ((uint64_t)(region) << 32) + (uint64_t)(period))

Date sim_date(Draw *random, Date from, Date to);
/* The half-year that holds `date`, or -1. */
int sim_period_of(const Sim *sim, Date date);
bool sim_supported(const Community *community, Date date);
/* A community of the region that is supported on the day, or any of the region. */
int sim_pick_community(const Sim *sim, Draw *random, int region, Date date);
/* The first day of the survey of `wave` in a community, and whether support had begun by then. */
Date sim_wave_start(const Sim *sim, int community, int wave);
bool sim_treated(const Sim *sim, int community, int wave);

/* The outcomes that support is to change. */
typedef struct {
    const char *instrument, *item; /* items are item1 … itemN, or `names` */
    int nitem;
    const char *const *names;
    bool sum;
    double share;          /* of the effect asked for */
    double centre, spread; /* of an answer */
    int low, high, reversed_from, missing;
} Outcome;
extern const Outcome SIM_OUTCOME[OUTCOME_COUNT];
const char *sim_item_name(Arena *arena, const Outcome *outcome, int item);

bool world_make(Sim *sim);
bool world_write(Sim *sim);                         /* community.csv, population.csv */
void people_make(Sim *sim, int region);             /* before the events */
bool event_write(Sim *sim, int region, int period); /* event, attendance */
bool event_write_national(Sim *sim, int period);    /* of incoming/LV */
bool event_write_correction(Sim *sim);              /* kurzeme, 2027H1-b */
bool participant_write(Sim *sim, int region, int period);
bool survey_write(Sim *sim, int region, int period); /* survey, fieldwork */
bool initiative_make(Sim *sim, int region);
bool initiative_write(Sim *sim, int region, int period);
bool expense_write(Sim *sim, int region, int period);        /* region: REGION_LV too */
bool network_write(Sim *sim, int region, int period);        /* network, network_member, partner */
bool community_care_write(Sim *sim, int region, int period); /* assessment, followup, community */
bool voice_write(Sim *sim, int region, int period);          /* publicity, focus_group, mapping */
bool central_write(Sim *sim); /* programme, plan, budget …, narratives, truth, rejects */

#endif
