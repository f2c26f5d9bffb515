/* A made-up programme folder with known truth, the same bytes for the same arguments on any
 * machine: what demo, tests of coverage and people trying the program out use. Writes every file
 * that a programme would have after its fourth half-year, in each region's own habits, with some
 * rows wrong on purpose; truth/truth.csv says the effects, truth/rejects.csv which rows are wrong.
 */
#ifndef DATA_SIMULATE_H
#define DATA_SIMULATE_H

#include "core/stage.h"

/* `scale` multiplies the number of communities, people and events; `effect` is the true effect on
 * the strongest outcome in standard deviations. Refuses a folder with a programme that is not made
 * up. False when something was reported. */
bool simulate_run(Run *run, const char *folder, int scale, uint64_t seed, double effect);

#endif
