/* Writes ACCURACY.md on standard output: digits agreed with NIST, agreement with R, and Monte Carlo
 * coverage, bias and size of the study's intervals. What falls short is printed as falling short.
 */
#include "tests/certificate/simulation.h"
#include "tests/numeric/expected.h"

#include <gsl/gsl_errno.h>

enum { MOST_GROUPS = 64 };

/* The worst agreement of a group (a data set, an estimator). */
typedef struct {
    char name[48];
    int n, beyond;
    double worst;
} Group;

typedef struct {
    Group groups[MOST_GROUPS];
    int n;
    bool by_data;
} Groups;

static void take(void *user, const char *path, const Expected *row)
{
    (void)path;
    Groups *all = user;
    char name[48];
    snprintf(name, sizeof name, "%s", all->by_data ? row->data : row->estimator);
    if (strrchr(name, '.') && all->by_data)
        *strrchr(name, '.') = '\0';
    int i = 0;
    while (i < all->n && strcmp(all->groups[i].name, name) != 0)
        i++;
    if (i == MOST_GROUPS)
        return;
    Group *group = &all->groups[i];
    if (i == all->n) {
        all->n++;
        *group = (Group){.worst = 0.0};
        memcpy(group->name, name, sizeof name);
    }
    double scale = fabs(row->expected) > 1e-300 ? fabs(row->expected) : 1.0;
    group->n++;
    group->beyond += !row->has_term || !expected_close(row->found, row->expected, row->tolerance);
    if (!isnan(row->expected))
        group->worst = fmax(
            group->worst, isnan(row->found) ? INFINITY : fabs(row->found - row->expected) / scale);
}

static double digits(double error)
{
    return error > 1e-15 ? -log10(error) : 15.0;
}

static void write_nist(Cache *cache)
{
    static Groups all = {.by_data = true};
    expected_each(cache, "expected_nist.csv", take, &all);
    puts("## Digits agreed with NIST\n\nLeast squares and analysis of variance of the Statistical "
         "Reference Datasets; the fewest "
         "digits over coefficients,\nstandard errors, residual deviation and R². Filip's powers "
         "and 1e12 + 0.4 (SmLs07, 08) are "
         "rounded to doubles before\nanyone reads them, which costs the digits that lack there.\n");
    puts("| data set | figures | digits |\n|---|---|---|");
    for (int i = 0; i < all.n; i++)
        printf("| %s | %d | %.1f |\n", all.groups[i].name, all.groups[i].n,
               digits(all.groups[i].worst));
}

static void write_agreement(Cache *cache)
{
    static Groups all = {.by_data = false};
    const char **names;
    int n = expected_files(cache->run->arena, &names), figures = 0;
    for (int i = 0; i < n; i++)
        if (strcmp(names[i], "expected_nist.csv") != 0)
            expected_each(cache, names[i], take, &all);
    puts("\n## Agreement with R\n\nThe scripts that made the numbers stand in `tests/numeric/`. "
         "Iterated fits are compared at 1e-6 "
         "(degrees of freedom\nof mixed models, which rest on numerical second derivatives, at "
         "1e-4; smoothing at 1e-4), all else at "
         "1e-8. Where no\nR package of Debian has a method (`did`, `DRDID`, `bacondecomp`, wild "
         "bootstrap), its published formula was "
         "written\nout in R, apart from the C code.\n");
    puts("| estimator | figures | worst relative difference | beyond tolerance "
         "|\n|---|---|---|---|");
    for (int i = 0; i < all.n; i++) {
        printf("| %s | %d | %.0e | %d |\n", all.groups[i].name, all.groups[i].n,
               all.groups[i].worst, all.groups[i].beyond);
        figures += all.groups[i].n;
    }
    printf("\n%d figures in all.\n", figures);
    const Estimator *const *list;
    int nlist = estimator_list(&list);
    for (int i = 0; i < nlist; i++) {
        bool seen = false;
        for (int k = 0; k < all.n; k++)
            seen |= !strcmp(all.groups[k].name, list[i]->id);
        if (!seen)
            printf("\nNot compared: %s.\n", list[i]->id);
    }
}

static const Method METHODS[] = {
    {"did, CR2", "did", "y=y;treated=treated;post=post;cluster=c", "att", 2, 2000},
    {"linear, CR1", "linear", "y=y;x=both,treated,post;cluster=c;vcov=cr1", "both", 2, 2000},
    {"wild bootstrap", "wild_bootstrap", "y=y;x=both,treated,post;test=both;cluster=c;reps=399",
     "both", 2, 400},
    {"mixed model", "mixed", "y=y;x=both,treated,post;cluster=c", "both", 2, 400},
    {"dr_did, clustered (normal)", "dr_did", "y=y;treated=treated;post=post;cluster=c", "att", 2,
     1000},
    {"staggered_did simple, normal", "staggered_did",
     "y=y;time=time;first_treated=first;panel=no;control=notyet;cluster=c;reps=1", "simple", 3,
     1000},
    {"staggered_did simple, welch (as the study's frames set it)", "staggered_did",
     "y=y;time=time;first_treated=first;panel=no;control=notyet;cluster=c;reps=1;inference=welch",
     "simple", 3, 1000},
};

static const char *judge(double coverage, double error)
{
    if (coverage < 0.95 - 0.01 - 2.0 * error)
        return "**falls short**";
    return coverage > 0.95 + 0.01 + 2.0 * error ? "cautious" : "holds";
}

static void write_line(const Method *method, int clusters, int treated)
{
    Outcome some, none;
    simulate(method, clusters, treated, 0.3, &some);
    simulate(method, clusters, treated, 0.0, &none);
    printf("| %s | %d | %d | ", method->name, clusters, treated);
    if (some.n < method->nsim / 2 || none.n < method->nsim / 2) {
        printf("– | – | – | gives no interval |\n");
        return;
    }
    double bias = some.sum / some.n, spread = sqrt(some.squares / some.n - bias * bias);
    double coverage = (double)some.covered / some.n,
           error = sqrt(coverage * (1.0 - coverage) / some.n);
    double size = (double)none.rejected / none.n;
    printf("%+.3f (%.3f) | %.1f %% (%.1f) | %.1f %% | %s |\n", bias, spread / sqrt(some.n),
           100.0 * coverage, 100.0 * error, 100.0 * size, judge(coverage, error));
}

static void write_coverage(void)
{
    static const int CLUSTERS[] = {6, 10, 20, 40};
    puts("\n## Coverage, bias and size with few communities\n\nMade-up communities, 10 residents "
         "asked anew in each wave, intraclass "
         "correlation 0.10 of which 70 % stays; true effect\n0.3 standard deviations (bias, "
         "coverage of the 95 % interval) and 0 (size: "
         "share of p < 0.05). Monte Carlo errors in\nbrackets. *Falls short*: coverage below 95 % "
         "by more than a point and two Monte Carlo "
         "errors. With one treated community\nno clustered error can be trusted, whatever its "
         "formula; the program notes it (`treated "
         "clusters<4`).\n");
    puts("| interval | communities | treated | bias | coverage | size at 0 | "
         "|\n|---|---|---|---|---|---|---|");
    for (int m = 0; m < COUNT(METHODS); m++)
        for (int g = 0; g < COUNT(CLUSTERS); g++) {
            int shares[] = {1, CLUSTERS[g] / 4 > 1 ? CLUSTERS[g] / 4 : 2, CLUSTERS[g] / 2};
            for (int k = 0; k < COUNT(shares); k++)
                write_line(&METHODS[m], CLUSTERS[g], shares[k]);
            fflush(stdout);
        }
}

int main(void)
{
    gsl_set_error_handler_off();
    Arena *arena = arena_open();
    Run run = {.diag = diag_open(arena, stderr, LANG_EN, false), .arena = arena};
    Cache cache = {.run = &run};
    puts("# Accuracy\n\nWritten by `make certificate`. METHODOLOGY.md says what each estimator "
         "is.\n");
    write_nist(&cache);
    write_agreement(&cache);
    write_coverage();
    arena_close(arena);
    return 0;
}
