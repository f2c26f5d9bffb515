/* Scores: mean (or sum) of the items answered, reversed ones turned, if the share answered reaches
 * min_answered; and per instrument, wave and sample the reliability of the complete answers. */
#include "analysis/scale.h"

#include "analysis/frame.h"
#include "core/sum.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *name;
    double low, high;
    bool reversed;
} Item;

typedef struct {
    const char *name;
    bool is_sum;
    double min_answered;
    Item *items;
    int nitem;
} Instrument;

/* The respondents of one wave and sample. */
typedef struct {
    int64_t wave;
    const char *sample;
    double *answer; /* n × items, turned */
    double *score;
    int n, nanswer, nscore;
} Group;

static bool read_instruments(Run *run, Instrument **list, int *count)
{
    Query query;
    int capacity = 0;
    *count = 0;
    *list = NULL;
    if (!query_open(&query, run,
                    SQL("SELECT i.instrument, i.score, coalesce(i.min_answered, 0.5), t.item, "
                        "t.min, t.max, "
                        "coalesce(t.reversed, 0) FROM ingest_instrument AS i JOIN ingest_item AS t "
                        "ON t.instrument = i.instrument ORDER BY i.row, t.row")))
        return false;
    int room = 0;
    while (query_next(&query)) {
        const char *name = query_text(&query, 0);
        if (*count == 0 || strcmp((*list)[*count - 1].name, name) != 0) {
            *list = arena_room(run->arena, *list, sizeof **list, *count, &capacity);
            (*list)[(*count)++] = (Instrument){.name = arena_text(run->arena, name),
                                               .is_sum = text_equal(query_text(&query, 1), "sum"),
                                               .min_answered = query_double(&query, 2)};
            room = 0;
        }
        Instrument *instrument = &(*list)[*count - 1];
        instrument->items =
            arena_room(run->arena, instrument->items, sizeof(Item), instrument->nitem, &room);
        instrument->items[instrument->nitem++] =
            (Item){query_text_in(&query, 3, run->arena), query_double(&query, 4),
                   query_double(&query, 5), query_int(&query, 6) != 0};
    }
    return query_close(&query);
}

/* SELECT row, wave, sample and the items, whose names are columns of the survey. */
static const char *survey_sql(Run *run, const Instrument *instrument)
{
    Buffer sql = buffer_open(run->arena);
    buffer_text(&sql, "SELECT row, wave, sample");
    for (int i = 0; i < instrument->nitem; i++) {
        buffer_text(&sql, ", \"");
        for (const char *at = instrument->items[i].name; *at; at++)
            buffer_add(&sql, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
        buffer_text(&sql, "\"");
    }
    buffer_text(&sql,
                " FROM ingest_survey WHERE interviewed_on <= (SELECT value FROM metrics_setting "
                "WHERE key = 'as_of') ORDER BY row");
    return buffer_end(&sql);
}

static Group *find_group(Arena *arena, Group **groups, int *ngroup, int *capacity, int64_t wave,
                         const char *sample)
{
    for (int i = 0; i < *ngroup; i++)
        if ((*groups)[i].wave == wave && !strcmp((*groups)[i].sample, sample))
            return &(*groups)[i];
    *groups = arena_room(arena, *groups, sizeof **groups, *ngroup, capacity);
    Group *group = &(*groups)[(*ngroup)++];
    *group = (Group){.wave = wave, .sample = arena_text(arena, sample)};
    return group;
}

/* The score, or NaN if too little was answered. */
static double score_of(const Instrument *instrument, const double *answer, int *answered)
{
    ExactSum sum = {0};
    *answered = 0;
    for (int i = 0; i < instrument->nitem; i++)
        if (!isnan(answer[i])) {
            sum_add(&sum, answer[i]);
            (*answered)++;
        }
    if (*answered == 0 || *answered < instrument->min_answered * instrument->nitem - 1e-9)
        return NAN;
    double mean = sum_value(&sum) / *answered;
    return instrument->is_sum ? mean * instrument->nitem : mean;
}

static void keep_answers(Arena *arena, Group *group, const double *answer, int nitem, double score)
{
    for (int i = 0; i < nitem; i++) {
        group->answer =
            arena_room(arena, group->answer, sizeof(double), group->n * nitem + i, &group->nanswer);
        group->answer[group->n * nitem + i] = answer[i];
    }
    group->score = arena_room(arena, group->score, sizeof(double), group->n, &group->nscore);
    group->score[group->n++] = score;
}

static bool score_survey(Run *run, const Instrument *instrument, Arena *arena, Group **groups,
                         int *ngroup)
{
    Query survey, insert;
    int capacity = 0;
    double *answer = arena_new(arena, double, instrument->nitem + 1);
    if (!query_open(&survey, run, (Sql){__FILE__, __LINE__, survey_sql(run, instrument)}))
        return false;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_score (row, instrument, score, answered) VALUES (?1, "
                        "?2, ?3, ?4)"))) {
        query_close(&survey);
        return false;
    }
    while (query_next(&survey)) {
        int answered;
        for (int i = 0; i < instrument->nitem; i++) {
            const Item *item = &instrument->items[i];
            double value = query_double(&survey, 3 + i);
            answer[i] = item->reversed ? item->low + item->high - value : value;
        }
        double score = score_of(instrument, answer, &answered);
        if (answered == 0)
            continue;
        query_bind(&insert, 1, "itdi", query_int(&survey, 0), instrument->name, score,
                   (int64_t)answered);
        query_run(&insert);
        const char *sample = query_text(&survey, 2);
        Group *group = find_group(arena, groups, ngroup, &capacity, query_int(&survey, 1),
                                  sample ? sample : "");
        keep_answers(arena, group, answer, instrument->nitem, score);
    }
    bool good = query_close(&survey);
    return query_close(&insert) && good;
}

static void describe(const Instrument *instrument, const Group *group, double *values, int64_t *n)
{
    ExactSum sum = {0}, squares = {0};
    double low = 0.0, high = 0.0, factor = instrument->is_sum ? 1.0 : 1.0 / instrument->nitem;
    for (int i = 0; i < instrument->nitem; i++) {
        low += instrument->items[i].low * factor;
        high += instrument->items[i].high * factor;
    }
    int64_t floor_count = 0, ceiling_count = 0;
    *n = 0;
    for (int i = 0; i < group->n; i++)
        if (!isnan(group->score[i])) {
            sum_add(&sum, group->score[i]);
            (*n)++;
            floor_count += group->score[i] <= low + 1e-9;
            ceiling_count += group->score[i] >= high - 1e-9;
        }
    double mean = *n ? sum_value(&sum) / (double)*n : NAN;
    for (int i = 0; i < group->n; i++)
        if (!isnan(group->score[i]))
            sum_add(&squares, (group->score[i] - mean) * (group->score[i] - mean));
    values[0] = mean;
    values[1] = *n > 1 ? sqrt(sum_value(&squares) / (double)(*n - 1)) : NAN;
    values[2] = *n ? (double)floor_count / (double)*n : NAN;
    values[3] = *n ? (double)ceiling_count / (double)*n : NAN;
}

/* The estimator `reliability` on the answers of a group. */
static void measure(Run *run, const Instrument *instrument, const Group *group, Arena *arena,
                    EstimateList *out)
{
    int n = group->n, k = instrument->nitem;
    Column *columns = arena_new(arena, Column, k + 1);
    Buffer items = buffer_open(arena);
    for (int i = 0; i < k; i++) {
        double *x = arena_new(arena, double, n + 1);
        for (int row = 0; row < n; row++)
            x[row] = group->answer[row * k + i];
        columns[i] = (Column){.name = instrument->items[i].name, .x = x};
        buffer_format(&items, "%s%s", i ? "," : "", instrument->items[i].name);
    }
    Setting setting = {"items", buffer_end(&items)};
    Frame frame = {.nrow = n, .ncolumn = k, .column = columns};
    Spec spec = {0};
    SettingPlaces places = {{NULL, 0, 0}, 0};
    diag_silence(run->diag, true); /* a wave without complete answers is no fault */
    if (spec_parse(estimator_find("reliability"), &setting, 1, places, arena, run->diag, &spec))
        estimator_run(&frame, &spec, arena, run->diag, out);
    diag_silence(run->diag, false);
}

static const Estimate *find_term(const EstimateList *list, const char *term)
{
    static const Estimate NONE = {.estimate = NAN, .ci_low = NAN, .ci_high = NAN};
    for (int i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].term, term))
            return &list->items[i];
    return &NONE;
}

static bool store_scale(Run *run, Query *insert, const Instrument *instrument, const Group *group,
                        Arena *arena)
{
    double values[4];
    int64_t n;
    EstimateList list = {.arena = arena};
    describe(instrument, group, values, &n);
    measure(run, instrument, group, arena, &list);
    const Estimate *alpha = find_term(&list, "alpha");
    query_bind(insert, 1, "titii", instrument->name, group->wave, group->sample, n,
               (int64_t)instrument->nitem);
    query_bind(insert, 6, "dddddddd", alpha->estimate, alpha->ci_low, alpha->ci_high,
               find_term(&list, "omega")->estimate, values[0], values[1], values[2], values[3]);
    query_bind(
        insert, 14, "tt", alpha->note,
        arena_format(arena, "scale.%s.%d.%s", instrument->name, (int)group->wave, group->sample));
    return query_run(insert);
}

bool scale_run(Run *run)
{
    Instrument *instruments;
    int ninstrument;
    if (!frame_has_table(run, "ingest_instrument") || !frame_has_table(run, "ingest_survey"))
        return true;
    if (!read_instruments(run, &instruments, &ninstrument))
        return false;
    Query insert;
    if (!query_open(
            &insert, run,
            SQL("INSERT INTO analysis_scale (instrument, wave, sample, n, items, alpha, alpha_low, "
                "alpha_high, omega, mean, sd, floor, ceiling, flag, figure) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")))
        return false;
    for (int i = 0; i < ninstrument; i++) {
        Arena *arena = arena_open();
        Group *groups = NULL;
        int ngroup = 0;
        bool good = score_survey(run, &instruments[i], arena, &groups, &ngroup);
        for (int k = 0; k < ngroup && good; k++)
            good = store_scale(run, &insert, &instruments[i], &groups[k], arena);
        arena_close(arena);
        if (!good) {
            query_close(&insert);
            return false;
        }
    }
    return query_close(&insert);
}
