/* rake: weights adjusted until the sample's margins are those of the population.
 * Reference: Deming and Stephan (1940); Kish (1965). METHODOLOGY.md: estimator-rake. */
#include "analysis/rake.h"

#include "analysis/linear/design.h"
#include "analysis/statistic.h"

#include <math.h>
#include <string.h>

static const Option OPTIONS[] = {
    {"margins",
     OPTION_FILE,
     true,
     NULL,
     {"datne ar kolonnām column, level, total", "file with columns column, level, total"},
     false},
    {"weights", OPTION_COLUMN, false, NULL, {"bāzes svari", "base weights"}, false},
};

static const char *cell_text(const Column *column, int row, Arena *arena)
{
    return column->level ? column->level[(int)column->x[row]]
                         : arena_format(arena, "%.15g", column->x[row]);
}

/* The file has a row for each column, level and total; levels must be those of the data. */
static bool read_margins(const Frame *rows, const Spec *spec, Arena *arena, Diag *diag,
                         Margin **margins, int *count)
{
    static const char *const NAMES[] = {"column", "level", "total"};
    const Column *column[3];
    for (int k = 0; k < 3; k++) {
        column[k] = spec->file ? frame_column(spec->file, NAMES[k]) : NULL;
        if (!column[k])
            return diag_fail(diag, (Place){spec_text(spec, "margins"), 1, 0}, MSG_ESTIMATE_COLUMN,
                             NAMES[k], "–");
    }
    *margins = arena_new(arena, Margin, spec->file->nrow + 1);
    *count = 0;
    for (int i = 0; i < spec->file->nrow; i++) {
        const Column *data = frame_column(rows, cell_text(column[0], i, arena));
        const char *level = cell_text(column[1], i, arena);
        int code = -1, m = 0;
        for (int k = 0; k < data->nlevel; k++)
            if (!strcmp(data->level[k], level))
                code = k;
        if (code < 0)
            return diag_fail(
                diag, (Place){spec->file->file, spec->file->line[i], column[1]->position},
                MSG_ESTIMATE_LEVEL, data->name, level, data->nlevel ? data->level[0] : "–");
        while (m < *count && (*margins)[m].code != data->x)
            m++;
        if (m == *count)
            (*margins)[(*count)++] =
                (Margin){data->x, data->nlevel, arena_new(arena, double, data->nlevel + 1)};
        (*margins)[m].total[code] = column[2]->x[i];
    }
    return true;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    const double *base;
    Margin *margins = NULL;
    int count = 0, iterations;
    if (!design_weights(&rows, spec, arena, diag, &base) ||
        !read_margins(&rows, spec, arena, diag, &margins, &count))
        return false;
    int n = rows.nrow;
    double *weight = arena_new(arena, double, n + 1), sum = 0.0, squares = 0.0, least = INFINITY,
           most = 0.0;
    for (int i = 0; i < n; i++)
        weight[i] = base ? base[i] : 1.0;
    const char *note = rake_fit(margins, count, n, arena, weight, &iterations);
    for (int i = 0; i < n; i++) {
        sum += weight[i];
        squares += weight[i] * weight[i];
        least = fmin(least, weight[i]);
        most = fmax(most, weight[i]);
    }
    double deff = n * squares / (sum * sum);
    const struct {
        const char *term;
        double value;
    } ROWS[] = {{"min", least * n / sum},
                {"max", most * n / sum},
                {"deff", deff},
                {"ess", n / deff},
                {"iterations", iterations}};
    for (int i = 0; i < COUNT(ROWS); i++) {
        Estimate *row = statistic_row(out, ROWS[i].term, n);
        if (note)
            estimate_note(out, row, note);
        else
            row->estimate = ROWS[i].value;
    }
    return true;
}

const Estimator estimator_rake = {
    .id = "rake",
    .title = {"Svaru pielāgošana", "Raking"},
    .estimates = {"svarus, ar kuriem izlases sastāvs ir tāds kā populācijā",
                  "weights with which the sample is made up as the population"},
    .assumptions = {"visas populācijas grupas ir izlasē",
                    "every group of the population is in the sample"},
    .formula = "iterative proportional fitting to 1e-10; min, max of weights with mean 1; deff = n "
               "sum w^2/(sum w)^2; ess = n/deff",
    .reference = "Deming & Stephan (1940); Kish (1965)",
    .terms = "min, max, deff, ess, iterations",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
