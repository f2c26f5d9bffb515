/* Draw numbers for made-up data; see random.h. */
#include "data/draw.h"

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Draw draw_stream(uint64_t seed, const char *name, uint64_t index)
{
    uint64_t mix = seed;
    uint64_t hash = 0xcbf29ce484222325u;
    for (const char *at = name; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
    mix = splitmix(&mix) ^ hash;
    mix = splitmix(&mix) ^ index;
    Draw random;
    for (int i = 0; i < 4; i++)
        random.state[i] = splitmix(&mix);
    return random;
}

static uint64_t rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t draw_bits(Draw *random)
{
    uint64_t *s = random->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return result;
}

double draw_uniform(Draw *random)
{
    return (double)(draw_bits(random) >> 11) * 0x1p-53;
}

int draw_between(Draw *random, int low, int high)
{
    return low + (int)(draw_uniform(random) * (double)(high - low + 1));
}

bool draw_chance(Draw *random, double probability)
{
    return draw_uniform(random) < probability;
}

double draw_normal(Draw *random)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += draw_uniform(random);
    return sum;
}

int draw_weighted(Draw *random, const double *weight, int n)
{
    double all = 0;
    for (int i = 0; i < n; i++)
        all += weight[i];
    double at = draw_uniform(random) * all;
    for (int i = 0; i < n - 1; i++) {
        if (at < weight[i])
            return i;
        at -= weight[i];
    }
    return n - 1;
}
