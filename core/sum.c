/* Exact sums: a list of partial sums of falling size that do not overlap (Shewchuk 1997). */
#include "core/sum.h"

#include <math.h>

void sum_add(ExactSum *sum, double value)
{
    if (!isfinite(value)) {
        sum->special += value;
        sum->nspecial++;
        return;
    }
    int kept = 0;
    for (int i = 0; i < sum->npartial; i++) {
        double part = sum->partial[i];
        if (fabs(value) < fabs(part)) {
            double swap = value;
            value = part;
            part = swap;
        }
        double high = value + part;
        double low = part - (high - value);
        if (low != 0.0)
            sum->partial[kept++] = low;
        value = high;
    }
    sum->partial[kept] = value;
    sum->npartial = kept + 1;
}

double sum_value(const ExactSum *sum)
{
    if (sum->nspecial)
        return sum->special;
    int n = sum->npartial;
    if (n == 0)
        return 0.0;
    double high = sum->partial[--n], low = 0.0;
    while (n > 0) {
        double before = high, part = sum->partial[--n];
        high = before + part;
        low = part - (high - before);
        if (low != 0.0)
            break;
    }
    /* half-way cases: round to even as one exact addition would */
    if (n > 0 &&
        ((low < 0.0 && sum->partial[n - 1] < 0.0) || (low > 0.0 && sum->partial[n - 1] > 0.0))) {
        double twice = low * 2.0, next = high + twice;
        if (twice == next - high)
            high = next;
    }
    return high;
}
