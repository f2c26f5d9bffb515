/* Draw numbers for made-up data: xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018), one
 * stream per name and index, so that adding rows to one thing changes no other. Only additions and
 * multiplications: the same numbers on every machine. */
#ifndef DATA_DRAW_H
#define DATA_DRAW_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t state[4];
} Draw;

Draw draw_stream(uint64_t seed, const char *name, uint64_t index);
uint64_t draw_bits(Draw *random);
double draw_uniform(Draw *random);                 /* 0 ≤ x < 1 */
int draw_between(Draw *random, int low, int high); /* both ends included */
bool draw_chance(Draw *random, double probability);
/* Mean 0, variance 1: the sum of twelve uniforms less six, free of the mathematical library. */
double draw_normal(Draw *random);
/* An index below `n`, by weights that need not sum to one. */
int draw_weighted(Draw *random, const double *weight, int n);

#endif
