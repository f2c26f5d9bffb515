/* Weights of residents drawn with known probabilities, wave by wave, mean 1: base weight, times
 * invited / answered in the community, raked to region × sex and region × age of the population;
 * then cut at five times the median. People of unknown sex or age keep the weight before raking. */
#include "analysis/weight.h"

#include "analysis/call.h"
#include "analysis/rake.h"
#include "analysis/statistic.h"

#include <math.h>
#include <string.h>

static const double MOST_TIMES_MEDIAN = 5.0;
enum { LEAST_AGE = 15 };

/* Residents by region, sex and age band in the newest year not after as-of. */
static const char CELLS_SQL[] =
    "SELECT m.region AS region, p.sex AS sex, p.age_from AS age_from, sum(p.residents) AS "
    "residents "
    "FROM ingest_population AS p JOIN ingest_municipality AS m ON m.atvk = p.atvk WHERE p.age_to "
    ">= "
    "15 AND p.year = (SELECT max(year) FROM ingest_population WHERE year <= CAST(substr((SELECT "
    "value FROM metrics_setting WHERE key = 'as_of'), 1, 4) AS INTEGER)) GROUP BY 1, 2, 3 ORDER BY "
    "1, 2, 3";

static const char ROWS_SQL[] =
    "WITH answered AS (SELECT wave, community_id, count(*) AS n FROM ingest_survey WHERE sample = "
    "'resident' GROUP BY wave, community_id), drawn AS (SELECT wave, community_id, sum(invited) AS "
    "invited FROM ingest_fieldwork WHERE sample = 'resident' GROUP BY wave, community_id HAVING "
    "min(drawn) = 'probability' AND max(drawn) = 'probability') "
    "SELECT s.row >> 32 AS file, s.row & 4294967295 AS line, s.wave AS wave, c.region AS region, "
    "s.sex AS sex, CAST(substr(s.interviewed_on, 1, 4) AS INTEGER) - s.birth_year AS age, "
    "coalesce(s.weight, 1.0) AS base, CASE WHEN d.invited >= a.n THEN 1.0 * d.invited / a.n ELSE "
    "1.0 END AS response FROM ingest_survey AS s JOIN ingest_community AS c ON c.community_id = "
    "s.community_id JOIN drawn AS d ON d.wave = s.wave AND d.community_id = s.community_id JOIN "
    "answered AS a ON a.wave = s.wave AND a.community_id = s.community_id WHERE s.sample = "
    "'resident' AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of') "
    "ORDER BY s.wave, s.row";

/* The columns of both frames. */
typedef struct {
    const Column *region, *sex, *age, *residents;
    int n;
} Cells;
typedef struct {
    const Column *file, *line, *wave, *region, *sex, *age, *base, *response;
    int first, n; /* the rows of one wave */
} Wave;

static const char *level_of(const Column *column, int row)
{
    return isnan(column->x[row]) ? NULL : column->level[(int)column->x[row]];
}

static bool same(const char *left, const char *right)
{
    return left && right && strcmp(left, right) == 0;
}

/* The cell of a respondent: the region, sex and age band; -1 if unknown. */
static int cell_of(const Cells *cells, const Wave *wave, int row)
{
    int found = -1;
    for (int k = 0; k < cells->n; k++)
        if (same(level_of(cells->region, k), level_of(wave->region, row)) &&
            same(level_of(cells->sex, k), level_of(wave->sex, row)) &&
            wave->age->x[row] >= fmax(cells->age->x[k], LEAST_AGE))
            found = k; /* the last band that begins at or below the age */
    return found;
}

/* region × sex (with_age: region × age band): the margin's level of a cell. */
static int level_in_margin(const Cells *cells, int cell, bool with_age)
{
    for (int k = 0; k <= cell; k++)
        if (same(level_of(cells->region, k), level_of(cells->region, cell)) &&
            (with_age ? cells->age->x[k] == cells->age->x[cell]
                      : same(level_of(cells->sex, k), level_of(cells->sex, cell))))
            return k;
    return cell;
}

/* A margin over the respondents `cell`; regions without any respondent are not wanted. */
static Margin make_margin(const Cells *cells, const int *cell, int n, bool with_age, Arena *step)
{
    double *code = arena_new(step, double, n + 1), *total = arena_new(step, double, cells->n + 1);
    bool *seen = arena_new(step, bool, cells->region->nlevel + 1);
    for (int i = 0; i < n; i++) {
        code[i] = level_in_margin(cells, cell[i], with_age);
        seen[(int)cells->region->x[cell[i]]] = true;
    }
    for (int k = 0; k < cells->n; k++)
        if (seen[(int)cells->region->x[k]])
            total[level_in_margin(cells, k, with_age)] += cells->residents->x[k];
    return (Margin){code, cells->n, total};
}

/* Rakes the rows whose cell is known; without the age margin if a band has nobody. */
static void rake_wave(const Cells *cells, const Wave *wave, double *weight, Arena *step)
{
    int *cell = arena_new(step, int, wave->n + 1), *place = arena_new(step, int, wave->n + 1);
    int n = 0, iterations;
    double before = 0.0, after = 0.0;
    for (int i = 0; i < wave->n; i++) {
        cell[n] = cell_of(cells, wave, wave->first + i);
        if (cell[n] >= 0)
            place[n++] = i;
    }
    double *raked = arena_new(step, double, n + 1);
    for (int count = 2; n > 0 && count > 0; count--) {
        Margin margins[] = {make_margin(cells, cell, n, false, step),
                            make_margin(cells, cell, n, true, step)};
        for (int i = 0; i < n; i++)
            raked[i] = weight[place[i]];
        if (rake_fit(margins, count, n, step, raked, &iterations))
            continue;
        for (int i = 0; i < n; i++) {
            before += weight[place[i]];
            after += raked[i];
        }
        for (int i = 0; i < n; i++)
            weight[place[i]] = raked[i] * before / after;
        return;
    }
}

/* Mean 1, cut at five times the median, mean 1 again; how many were cut. */
static void trim(double *weight, bool *cut, int n, Arena *step)
{
    double *sorted = arena_new(step, double, n + 1);
    for (int i = 0; i < n; i++)
        sorted[i] = weight[i];
    statistic_sort(sorted, n);
    double most = MOST_TIMES_MEDIAN * statistic_quantile(sorted, n, 0.5);
    for (int i = 0; i < n; i++) {
        cut[i] = weight[i] > most;
        weight[i] = fmin(weight[i], most);
    }
    double mean = statistic_mean(weight, n);
    for (int i = 0; i < n; i++)
        weight[i] /= mean;
}

static bool store_wave(Run *run, const Wave *wave, const double *weight, const bool *cut)
{
    Query insert;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_weight (row, base, response, weight, trimmed) VALUES "
                        "(?1, ?2, ?3, ?4, ?5)")))
        return false;
    for (int i = 0; i < wave->n; i++) {
        int at = wave->first + i;
        int64_t row = ((int64_t)wave->file->x[at] << 32) + (int64_t)wave->line->x[at];
        query_bind(&insert, 1, "idddi", row, wave->base->x[at], wave->response->x[at], weight[i],
                   (int64_t)cut[i]);
        query_run(&insert);
    }
    return query_close(&insert);
}

static bool weigh_wave(Run *run, const Cells *cells, const Wave *wave, Arena *step)
{
    double *weight = arena_new(step, double, wave->n + 1);
    bool *cut = arena_new(step, bool, wave->n + 1);
    for (int i = 0; i < wave->n; i++)
        weight[i] = wave->base->x[wave->first + i] * wave->response->x[wave->first + i];
    if (cells->n > 0)
        rake_wave(cells, wave, weight, step);
    trim(weight, cut, wave->n, step);
    return store_wave(run, wave, weight, cut);
}

static bool weigh_all(Run *run, Arena *step)
{
    Frame cell_frame, rows;
    if (!call_frame(run, (Sql){__FILE__, __LINE__, CELLS_SQL}, step, &cell_frame) ||
        !call_frame(run, (Sql){__FILE__, __LINE__, ROWS_SQL}, step, &rows))
        return false;
    Cells cells = {frame_column(&cell_frame, "region"), frame_column(&cell_frame, "sex"),
                   frame_column(&cell_frame, "age_from"), frame_column(&cell_frame, "residents"),
                   cell_frame.nrow};
    Wave wave = {.file = frame_column(&rows, "file"),
                 .line = frame_column(&rows, "line"),
                 .wave = frame_column(&rows, "wave"),
                 .region = frame_column(&rows, "region"),
                 .sex = frame_column(&rows, "sex"),
                 .age = frame_column(&rows, "age"),
                 .base = frame_column(&rows, "base"),
                 .response = frame_column(&rows, "response")};
    bool good = true;
    for (; good && wave.first < rows.nrow; wave.first += wave.n) {
        wave.n = 1;
        while (wave.first + wave.n < rows.nrow &&
               wave.wave->x[wave.first + wave.n] == wave.wave->x[wave.first])
            wave.n++;
        good = weigh_wave(run, &cells, &wave, step);
    }
    return good;
}

bool weight_run(Run *run)
{
    Arena *step = arena_open();
    bool good = weigh_all(run, step);
    arena_close(step);
    return good;
}
