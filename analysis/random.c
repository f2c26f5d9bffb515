/* Streams of random numbers. */
#include "analysis/random.h"

static uint64_t mix(uint64_t *state) /* splitmix64 */
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Random random_open(uint64_t seed, const char *task)
{
    uint64_t state = seed;
    for (; *task; task++) /* FNV-1a of the name */
        state = (state ^ (unsigned char)*task) * 0x100000001b3u;
    Random random;
    for (int i = 0; i < 4; i++)
        random.state[i] = mix(&state);
    return random;
}

static uint64_t rotate(uint64_t x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

uint64_t random_next(Random *random)
{
    uint64_t *s = random->state, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

uint32_t random_below(Random *random, uint32_t limit)
{
    uint64_t reject = (0x100000000u / limit) * limit;
    for (;;) {
        uint64_t value = random_next(random) >> 32;
        if (value < reject)
            return (uint32_t)(value % limit);
    }
}

double random_uniform(Random *random)
{
    return ((double)(random_next(random) >> 11) + 0.5) / 9007199254740992.0;
}
