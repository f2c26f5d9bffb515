/* Random numbers with a stream for each task: xoshiro256** (Blackman and Vigna 2021) seeded from
 * the seed and the task's name, so that no result depends on the order of tasks. */
#ifndef ANALYSIS_RANDOM_H
#define ANALYSIS_RANDOM_H

#include <stdint.h>

typedef struct {
    uint64_t state[4];
} Random;

Random random_open(uint64_t seed, const char *task);
uint64_t random_next(Random *random);
/* A whole number from 0 to limit − 1, without bias. */
uint32_t random_below(Random *random, uint32_t limit);
/* From the open interval (0, 1). */
double random_uniform(Random *random);

#endif
