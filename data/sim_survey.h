/* What the surveys of residents and of participants share. */
#ifndef DATA_SIM_SURVEY_H
#define DATA_SIM_SURVEY_H

#include "data/sim.h"

enum { SKILL_COUNT = 6 };

/* The answer to one item: a trait seen through noise, cut to the scale; reversed items turned. */
int sim_answer(const Outcome *outcome, double trait, double noise, int item);
/* Writes an answer, now and then none or the code for none. */
void sim_put_answer(SimFile *file, const Outcome *outcome, Draw *random, int answer, int region);
/* The rows of participants interviewed in the half-year. */
void learner_put(Sim *sim, SimFile *file, int region, int period);

#endif
