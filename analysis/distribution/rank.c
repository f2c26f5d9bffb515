/* Exact null distributions of the signed-rank and rank-sum statistics, by counting. */
#include "analysis/distribution/distribution.h"

#include "core/arena.h"

#include <math.h>

/* Probabilities of V = 0 … n(n+1)/2: each rank is in the sum or not. */
double distribution_signed_rank(double v, int n)
{
    int most = n * (n + 1) / 2;
    if (v < 0)
        return 0.0;
    if (v >= most)
        return 1.0;
    Arena *arena = arena_open();
    double *share = arena_new(arena, double, most + 1);
    share[0] = 1.0;
    for (int rank = 1, top = 0; rank <= n; rank++) {
        top += rank;
        for (int sum = top; sum >= 0; sum--)
            share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0.0)) / 2.0;
    }
    double p = 0.0;
    for (int sum = 0; sum <= (int)floor(v + 1e-7); sum++)
        p += share[sum];
    arena_close(arena);
    return p < 1.0 ? p : 1.0;
}

/* W = number of pairs with x > y. count[j][w]: ways with j of the first sample among the items so
 * far, as shares of the binomial total, so that nothing overflows. */
double distribution_rank_sum(double w, int m, int n)
{
    int most = m * n;
    if (w < 0)
        return 0.0;
    if (w >= most)
        return 1.0;
    Arena *arena = arena_open();
    double *ways = arena_new(arena, double, (m + 1) * (most + 1));
    ways[0] = 1.0;
    /* the item of rank k is the j-th of the first sample: it beats the k − j others below it */
    for (int k = 1; k <= m + n; k++)
        for (int j = k < m ? k : m; j >= 0; j--)
            for (int u = most; u >= 0; u--) {
                int below = k - j;
                double with = 0.0, without = ways[j * (most + 1) + u];
                if (j > 0 && below <= n && u >= below)
                    with = ways[(j - 1) * (most + 1) + u - below];
                if (below > n)
                    without = 0.0;
                ways[j * (most + 1) + u] = with + without;
            }
    double part = 0.0, all = 0.0;
    for (int u = 0; u <= most; u++) {
        all += ways[m * (most + 1) + u];
        if (u <= (int)floor(w + 1e-7))
            part += ways[m * (most + 1) + u];
    }
    arena_close(arena);
    return part / all;
}
