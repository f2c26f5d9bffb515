/* Random numbers for made-up data: xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018), one
 * stream per name and index, so that adding rows to one thing changes no other. Only additions and
 * multiplications: the same numbers on every machine. */
#ifndef DATA_RANDOM_H
#define DATA_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t state[4];
} Random;

Random random_stream(uint64_t seed, const char *name, uint64_t index);
uint64_t random_bits(Random *random);
double random_uniform(Random *random);                 /* 0 ≤ x < 1 */
int random_between(Random *random, int low, int high); /* both ends included */
bool random_chance(Random *random, double probability);
/* Mean 0, variance 1: the sum of twelve uniforms less six, free of the mathematical library. */
double random_normal(Random *random);
/* An index below `n`, by weights that need not sum to one. */
int random_weighted(Random *random, const double *weight, int n);

#endif
