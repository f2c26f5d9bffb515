/* Random numbers for made-up data; see random.h. */
#include "data/random.h"

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Random random_stream(uint64_t seed, const char *name, uint64_t index)
{
    uint64_t mix = seed;
    uint64_t hash = 0xcbf29ce484222325u;
    for (const char *at = name; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
    mix = splitmix(&mix) ^ hash;
    mix = splitmix(&mix) ^ index;
    Random random;
    for (int i = 0; i < 4; i++)
        random.state[i] = splitmix(&mix);
    return random;
}

static uint64_t rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t random_bits(Random *random)
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

double random_uniform(Random *random)
{
    return (double)(random_bits(random) >> 11) * 0x1p-53;
}

int random_between(Random *random, int low, int high)
{
    return low + (int)(random_uniform(random) * (double)(high - low + 1));
}

bool random_chance(Random *random, double probability)
{
    return random_uniform(random) < probability;
}

double random_normal(Random *random)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += random_uniform(random);
    return sum;
}

int random_weighted(Random *random, const double *weight, int n)
{
    double all = 0;
    for (int i = 0; i < n; i++)
        all += weight[i];
    double at = random_uniform(random) * all;
    for (int i = 0; i < n - 1; i++) {
        if (at < weight[i])
            return i;
        at -= weight[i];
    }
    return n - 1;
}
