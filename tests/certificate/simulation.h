/* Made-up communities with known truth, and what the study's intervals make of them. Residents are
 * asked anew in each wave; the intraclass correlation is 0.10, of which 70 % stays over waves. */
#ifndef TESTS_CERTIFICATE_SIMULATION_H
#define TESTS_CERTIFICATE_SIMULATION_H

#include "analysis/estimator.h"
#include "analysis/random.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PER_COMMUNITY = 10, MOST_ROWS = 40 * 3 * PER_COMMUNITY };
static const double STABLE = 0.07, SHOCK = 0.03, PERSON = 0.90;

/* One data set; columns are views of these arrays. */
typedef struct {
    int n;
    double y[MOST_ROWS], treated[MOST_ROWS], post[MOST_ROWS], both[MOST_ROWS], time[MOST_ROWS];
    double first[MOST_ROWS], cluster[MOST_ROWS];
} World;

static inline double draw_normal(Random *random)
{
    return sqrt(-2.0 * log(random_uniform(random))) * cos(2.0 * M_PI * random_uniform(random));
}

/* `waves` 2 or 3; with three, half of the treated begin at the last one. */
static inline void make_world(World *world, int clusters, int treated, int waves, double effect,
                              Random *random)
{
    world->n = 0;
    for (int c = 0; c < clusters; c++) {
        double level = sqrt(STABLE) * draw_normal(random);
        double first = c >= treated ? NAN : waves == 3 && c % 2 ? 2.0 : 1.0;
        for (int t = 0; t < waves; t++) {
            double shock = sqrt(SHOCK) * draw_normal(random);
            for (int i = 0; i < PER_COMMUNITY; i++) {
                int row = world->n++;
                double on = !isnan(first) && t >= first;
                world->y[row] =
                    level + shock + 0.2 * t + effect * on + sqrt(PERSON) * draw_normal(random);
                world->treated[row] = c < treated;
                world->post[row] = t > 0;
                world->both[row] = on;
                world->time[row] = t;
                world->first[row] = first;
                world->cluster[row] = c;
            }
        }
    }
}

/* A way to an interval: estimator, settings, term, waves. */
typedef struct {
    const char *name, *estimator, *settings, *term;
    int waves, nsim;
} Method;

typedef struct {
    int n, covered, rejected;
    double sum, squares;
} Outcome;

static inline bool run_method(const Method *method, const World *world, Arena *arena, Diag *diag,
                              Estimate *row)
{
    Column columns[] = {
        {.name = "y", .x = world->y},       {.name = "treated", .x = world->treated},
        {.name = "post", .x = world->post}, {.name = "both", .x = world->both},
        {.name = "time", .x = world->time}, {.name = "first", .x = world->first},
        {.name = "c", .x = world->cluster},
    };
    Frame frame = {.nrow = world->n, .ncolumn = COUNT(columns), .column = columns};
    Setting settings[12];
    int n = 0;
    char *text = arena_text(arena, method->settings);
    for (char *part = text; part; n++) {
        char *next = strchr(part, ';'), *equals = strchr(part, '=');
        if (next)
            *next++ = '\0';
        *equals = '\0';
        settings[n] = (Setting){part, equals + 1};
        part = next;
    }
    Spec spec = {0};
    EstimateList list = {.arena = arena};
    if (!spec_parse(estimator_find(method->estimator), settings, n,
                    (SettingPlaces){{NULL, 0, 0}, 0}, arena, diag, &spec) ||
        !estimator_run(&frame, &spec, arena, diag, &list))
        return false;
    for (int i = 0; i < list.count; i++)
        if (!strcmp(list.items[i].term, method->term)) {
            *row = list.items[i];
            return !isnan(row->estimate) && !isnan(row->ci_low);
        }
    return false;
}

static inline void simulate(const Method *method, int clusters, int treated, double effect,
                            Outcome *outcome)
{
    static World world;
    char task[64];
    snprintf(task, sizeof task, "%s/%d/%d/%g", method->name, clusters, treated, effect);
    Random random = random_open(20260101, task);
    *outcome = (Outcome){0};
    for (int sim = 0; sim < method->nsim; sim++) {
        Arena *arena = arena_open();
        Diag *diag = diag_open(arena, NULL, LANG_EN, false);
        Estimate row;
        make_world(&world, clusters, treated, method->waves, effect, &random);
        if (run_method(method, &world, arena, diag, &row)) {
            outcome->n++;
            outcome->covered += row.ci_low <= effect && effect <= row.ci_high;
            outcome->rejected += row.p < 0.05;
            outcome->sum += row.estimate - effect;
            outcome->squares += (row.estimate - effect) * (row.estimate - effect);
        }
        arena_close(arena);
    }
}

#endif
