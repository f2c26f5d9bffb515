/* Exact sums after Shewchuk (1997): the result does not depend on the order of the terms. */
#ifndef CORE_SUM_H
#define CORE_SUM_H

/* Partial sums that do not overlap; zero-initialise to start. Forty cover the range of a double. */
typedef struct {
    double partial[40];
    int npartial;
    double special; /* sum of infinities and NaN, kept apart */
    int nspecial;
} ExactSum;

void sum_add(ExactSum *sum, double value);
/* The correctly rounded sum. */
double sum_value(const ExactSum *sum);

#endif
