/* Which region delivered which dataset for which period: expected, late and missing are visible,
 * never zero. A dataset is delivered by a submission whose label starts with the period; late by
 * a later one that holds rows dated in it. */
#include "ingest/fault.h"

#include "core/lang.h"
#include "core/stage.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const REGIONS[] = {"kurzeme", "latgale", "riga", "vidzeme", "zemgale"};

/* Whether a label belongs to a period: it is its name, or that with a further part. */
static bool belongs(const char *label, const char *period)
{
    size_t length = strlen(period);
    return strncmp(label, period, length) == 0 &&
           (label[length] == '\0' || strchr("-_ ", label[length]) != NULL);
}

/* The end of the newest period that a label starts with. */
static Date newest_end(Ingest *in, const char **name)
{
    Date newest = DATE_NONE;
    for (int i = 0; i < in->nsubmission; i++) {
        Period period;
        char *label = arena_copy(in->arena, in->submissions[i], strcspn(in->submissions[i], "-_ "));
        if (period_parse(in->arena, label, &period) &&
            (newest == DATE_NONE || period.to > newest)) {
            newest = period.to;
            *name = label;
        }
    }
    return newest;
}

/* --as-of, else the end of --period, else report.as_of, else the newest period's end. */
static Date as_of(Ingest *in, Date newest)
{
    Period period;
    const Options *options = in->run->options;
    if (options->as_of)
        return date_parse(options->as_of);
    if (options->period && period_parse(in->arena, options->period, &period))
        return period.to;
    Date stated = date_parse(programme_get(in, "report.as_of", ""));
    return stated != DATE_NONE ? stated : newest;
}

typedef struct {
    const char *submission; /* NULL: none */
    int64_t nrow;
    bool late;
} Delivered;

/* Files of the dataset in submissions of the period. */
static Delivered find_on_time(Ingest *in, const Dataset *dataset, const char *region,
                              const char *period)
{
    Query query;
    Delivered found = {0};
    if (!query_open(
            &query, in->run,
            SQL("SELECT submission, accepted FROM ingest_file WHERE dataset = ?1 AND region = ?2 "
                "AND submission IS NOT NULL AND file NOT IN (SELECT file FROM ingest_fault "
                "WHERE file IS NOT NULL AND severity = 'error' AND (line IS NULL OR code LIKE "
                "'header.%')) "
                "ORDER BY submission, file")))
        return found;
    query_bind(&query, 1, "tt", dataset->name, region);
    while (query_next(&query)) {
        if (!belongs(query_text(&query, 0), period))
            continue;
        if (!found.submission)
            found.submission = query_text_in(&query, 0, in->arena);
        found.nrow += query_int(&query, 1);
    }
    query_close(&query);
    return found;
}

/* Rows of a dataset by file and month of their date. */
typedef struct {
    int64_t file;
    const char *region, *submission, *month;
    int64_t nrow;
} Monthly;
typedef struct {
    Monthly *items;
    int count, capacity;
} MonthlyList;

static Monthly *find_month(Ingest *in, MonthlyList *list, int64_t file, const char *month)
{
    for (int i = list->count - 1; i >= 0; i--)
        if (list->items[i].file == file && strncmp(list->items[i].month, month, 7) == 0)
            return &list->items[i];
    list->items =
        arena_room(in->arena, list->items, sizeof *list->items, list->count, &list->capacity);
    list->items[list->count] = (Monthly){.file = file, .month = arena_copy(in->arena, month, 7)};
    return &list->items[list->count++];
}

static void find_submission(Ingest *in, Query *query, Monthly *item)
{
    query_bind(query, 1, "i", item->file);
    if (query_next(query)) {
        item->region = query_text_in(query, 0, in->arena);
        item->submission = query_text_in(query, 1, in->arena);
    }
    query_reset(query);
}

static bool count_months(Ingest *in, const Dataset *dataset, MonthlyList *list)
{
    Query query, file;
    *list = (MonthlyList){0};
    if (!dataset->date_column || !dataset->nfile || !dataset->early)
        return true;
    const char *sql = arena_format(in->arena,
                                   "SELECT \"row\", \"%s\" FROM \"ingest_%s\" WHERE \"%s\" IS NOT "
                                   "NULL",
                                   dataset->date_column, dataset->name, dataset->date_column);
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}) ||
        !query_open(&file, in->run,
                    SQL("SELECT region, submission FROM ingest_file WHERE file = ?1")))
        return false;
    Monthly *last = NULL;
    while (query_next(&query)) {
        int64_t number = query_int(&query, 0) >> 32;
        const char *date = query_text(&query, 1);
        if (!last || last->file != number || strncmp(last->month, date, 7) != 0)
            last = find_month(in, list, number, date);
        last->nrow++;
    }
    for (int i = 0; i < list->count; i++)
        find_submission(in, &file, &list->items[i]);
    bool done = query_close(&query);
    return query_close(&file) && done;
}

/* Rows dated in the period that came with a later submission: periods are whole months. */
static Delivered find_late(Ingest *in, const MonthlyList *list, const char *region,
                           const Period *period)
{
    Delivered found = {.late = true};
    char *from = date_iso(in->arena, period->from), *to = date_iso(in->arena, period->to);
    from[7] = to[7] = '\0';
    for (int i = 0; i < list->count; i++) {
        const Monthly *item = &list->items[i];
        if (!item->submission || !text_equal(item->region, region) ||
            strcmp(item->submission, period->name) <= 0 || strcmp(item->month, from) < 0 ||
            strcmp(item->month, to) > 0)
            continue;
        if (!found.submission || strcmp(item->submission, found.submission) < 0)
            found.submission = item->submission;
        found.nrow += item->nrow;
    }
    return found;
}

static bool is_expected(Ingest *in, const Dataset *dataset, const char *period)
{
    const char **parts;
    char *key = arena_format(in->arena, "expected.%s", dataset->name);
    int n = text_split(in->arena, programme_get(in, key, ""), ',', &parts);
    for (int i = 0; i < n; i++)
        if (strcmp(parts[i], period) == 0 || strcmp(parts[i], "*") == 0)
            return true;
    return false;
}

static void tell_missing(Ingest *in, const Dataset *dataset, const char *region,
                         const Period *period, Date due)
{
    FileEntry file = {.shown = arena_format(in->arena, "incoming/%s", region)};
    Arena *arena = in->arena;
    Diagnostic d =
        diag_make(arena, (Place){0}, MSG_DELIVERY_MISSING, dataset->title[LANG_LV],
                  lang_period(arena, LANG_LV, period, CASE_ACCUSATIVE),
                  lang_region(LANG_LV, region, CASE_NOMINATIVE), lang_date(arena, LANG_LV, due));
    d.text[LANG_EN] =
        diag_make(arena, (Place){0}, MSG_DELIVERY_MISSING, dataset->title[LANG_EN],
                  lang_period(arena, LANG_EN, period, CASE_ACCUSATIVE),
                  lang_region(LANG_EN, region, CASE_NOMINATIVE), lang_date(arena, LANG_EN, due))
            .text[LANG_EN];
    fault_text(in, (FaultAt){.file = &file}, &d);
}

static void store_one(Ingest *in, Query *query, const Dataset *dataset, const MonthlyList *months,
                      const char *region, const Period *period, Date now)
{
    Date due = period->to + in->programme.due_days;
    bool expected = is_expected(in, dataset, period->name);
    Delivered found = find_on_time(in, dataset, region, period->name);
    if (!found.submission)
        found = find_late(in, months, region, period);
    bool missing = expected && !found.submission && now != DATE_NONE && due <= now;
    if (!expected && !found.submission)
        return;
    query_bind(query, 1, "ttttt", region, dataset->name, period->name, date_iso(in->arena, due),
               found.submission);
    if (found.submission)
        query_bind(query, 6, "i", found.nrow);
    else
        query_bind(query, 6, "n");
    query_bind(query, 7, "iii", (int64_t)(found.submission && found.late), (int64_t)missing,
               (int64_t)expected);
    query_run(query);
    if (missing)
        tell_missing(in, dataset, region, period, due);
}

/* The programme's periods, and those that only a submission names. */
static int list_periods(Ingest *in, Period **periods)
{
    int capacity, n = period_list(in->arena, in->programme.start, in->programme.end,
                                  in->programme.months, periods);
    capacity = n;
    for (int i = 0; i < in->nsubmission; i++) {
        Period period;
        char *label = arena_copy(in->arena, in->submissions[i], strcspn(in->submissions[i], "-_ "));
        bool known = !period_parse(in->arena, label, &period);
        for (int k = 0; k < n; k++)
            known = known || strcmp((*periods)[k].name, label) == 0;
        if (known)
            continue;
        *periods = arena_room(in->arena, *periods, sizeof **periods, n, &capacity);
        (*periods)[n++] = period;
    }
    return n;
}

static bool set(Ingest *in, const char *key, const char *value)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_setting (key, value) VALUES (?1, ?2)")))
        return false;
    query_bind(&query, 1, "tt", key, value);
    query_run(&query);
    return query_close(&query);
}

bool delivery_make(Ingest *in)
{
    Query query;
    const char *name = NULL;
    Date newest = newest_end(in, &name), now = as_of(in, newest);
    if (!set(in, "newest_period", name) ||
        !set(in, "as_of_default", newest != DATE_NONE ? date_iso(in->arena, newest) : NULL) ||
        !query_open(
            &query, in->run,
            SQL("INSERT INTO ingest_delivery (region, dataset, period, due_on, submission, "
                "rows, late, missing, expected) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")))
        return false;
    Period *periods;
    int nperiod = list_periods(in, &periods);
    for (int i = 0; i < in->datasets.count; i++) {
        const Dataset *dataset = &in->datasets.items[i];
        if (!(dataset->origin & ORIGIN_REGIONAL) || strcmp(dataset->name, "mapping") == 0)
            continue;
        MonthlyList months;
        if (!count_months(in, dataset, &months))
            return false;
        for (int r = 0; r < COUNT(REGIONS); r++)
            for (int p = 0; p < nperiod; p++)
                store_one(in, &query, dataset, &months, REGIONS[r], &periods[p], now);
    }
    return query_close(&query);
}
