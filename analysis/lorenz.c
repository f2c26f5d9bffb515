/* Lorenz curves: hours of attendance over the people who came, grants over the communities that had
 * one. The points are at every twentieth of the units, in order of size; between two units the
 * curve is straight. Gini with its interval is the estimator `inequality`. */
#include "analysis/lorenz.h"

#include "analysis/call.h"
#include "analysis/statistic.h"
#include "core/sum.h"

#include <math.h>

enum { POINTS = 20 };

static const struct {
    const char *kind, *sql;
    bool persons;
} KINDS[] = {
    {"hours",
     "SELECT exact_sum(coalesce(a.hours, e.hours)) AS y FROM ingest_attendance AS a JOIN "
     "ingest_event AS e ON e.event_id = a.event_id AND e.region = a.region WHERE a.role = "
     "'participant' AND e.open = 0 AND coalesce(e.status, 'held') = 'held' AND e.held_on <= "
     "(SELECT value FROM metrics_setting WHERE key = 'as_of') GROUP BY a.person_id HAVING "
     "exact_sum(coalesce(a.hours, e.hours)) > 0 ORDER BY 1",
     true},
    {"grants",
     "SELECT exact_sum(granted_eur) AS y FROM ingest_initiative WHERE decision = 'approved' AND "
     "community_id IS NOT NULL AND decided_on <= (SELECT value FROM metrics_setting WHERE key = "
     "'as_of') GROUP BY community_id HAVING exact_sum(granted_eur) > 0 ORDER BY 1",
     false},
};

/* The share of the whole held by the first `count` units (a part of one counts as a part). */
static double share_of_first(const double *sorted, int n, double count, double total)
{
    ExactSum sum = {0};
    int whole = (int)floor(count);
    for (int i = 0; i < whole; i++)
        sum_add(&sum, sorted[i]);
    if (whole < n)
        sum_add(&sum, (count - whole) * sorted[whole]);
    return sum_value(&sum) / total;
}

static bool store_points(Run *run, int kind, const double *sorted, int n, const Estimate *gini,
                         bool hidden)
{
    Query insert;
    ExactSum sum = {0};
    for (int i = 0; i < n; i++)
        sum_add(&sum, sorted[i]);
    double total = sum_value(&sum), top = 1.0 - share_of_first(sorted, n, 0.9 * n, total);
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_inequality_published (kind, x, y, gini, gini_low, "
                        "gini_high, top_tenth, n, hidden, figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                        "?7, ?8, ?9, ?10)")))
        return false;
    for (int i = 0; i <= POINTS; i++) {
        double x = (double)i / POINTS;
        double values[] = {i == POINTS ? 1.0 : share_of_first(sorted, n, x * n, total),
                           gini->estimate, gini->ci_low, gini->ci_high, top};
        for (int k = 0; hidden && k < COUNT(values); k++)
            values[k] = NAN;
        query_bind(&insert, 1, "tdddddd", KINDS[kind].kind, x, values[0], values[1], values[2],
                   values[3], values[4]);
        if (hidden)
            query_bind(&insert, 8, "n");
        else
            query_bind(&insert, 8, "i", (int64_t)n);
        query_bind(&insert, 9, "it", (int64_t)hidden,
                   arena_format(run->arena, "inequality.%s.%d", KINDS[kind].kind, i));
        query_run(&insert);
    }
    return query_close(&insert);
}

bool lorenz_run(Run *run)
{
    double threshold = db_double(
        run, SQL("SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold'"),
        NULL, 5.0);
    for (int kind = 0; kind < COUNT(KINDS); kind++) {
        Arena *step = arena_open();
        Frame frame;
        EstimateList list;
        bool good = call_frame(run, (Sql){__FILE__, __LINE__, KINDS[kind].sql}, step, &frame);
        if (good && frame.nrow > 1) {
            double *sorted = arena_new(step, double, frame.nrow);
            for (int i = 0; i < frame.nrow; i++)
                sorted[i] = frame.column[0].x[i];
            statistic_sort(sorted, frame.nrow);
            call_estimator(run, "inequality", &frame, "y=y;reps=999", step, &list);
            good = store_points(run, kind, sorted, frame.nrow, call_term(&list, "gini"),
                                KINDS[kind].persons && frame.nrow < threshold);
        }
        arena_close(step);
        if (!good)
            return false;
    }
    return true;
}
