/* The stage: programme.csv, declarations, files, history, rules, references, deliveries, published
 * tables; then all diagnostics in order of place. */
#include "ingest/ingest.h"

#include "core/stage.h"
#include "core/text.h"
#include "ingest/fault.h"
#include "ingest/load.h"
#include "ingest/returned.h"
#include "ingest/store.h"

#include <string.h>

/* Rows kept out late (by a rule, for want of a parent) bring back what they had superseded, which
 * must then pass the same checks: again until nothing changes. Each round keeps at least one row
 * out for good, so it ends. */
static bool settle(Ingest *in)
{
    int64_t nkept_out = 1;
    for (bool first = true; nkept_out > 0; first = false) {
        nkept_out = 0;
        if (!history_resolve(in, first) || !history_cumulative(in) ||
            !rule_run(in, SEVERITY_ERROR, &nkept_out) || !reference_check(in, false, &nkept_out))
            return false;
    }
    return reference_check(in, true, &nkept_out) && rule_run(in, SEVERITY_WARNING, &nkept_out) &&
           history_vanished(in);
}

/* Items of an instrument as `"a" = "b" AND "b" = "c"`, or NULL if it has no reversed one. */
static const char *same_condition(Ingest *in, const Dataset *survey, const char *instrument,
                                  const char **field)
{
    Query query;
    Buffer sql = buffer_open(in->arena);
    const char *before = NULL;
    bool reversed = false;
    int count = 0;
    if (!query_open(&query, in->run,
                    SQL("SELECT item, coalesce(reversed, 0) FROM ingest_item WHERE instrument = ?1 "
                        "ORDER BY \"row\"")))
        return NULL;
    query_bind(&query, 1, "t", instrument);
    while (query_next(&query)) {
        const char *item = query_text_in(&query, 0, in->arena);
        int column = dataset_column(survey, item);
        if (column < 0 || !survey->columns[column].item)
            continue;
        reversed = reversed || query_int(&query, 1) == 1;
        if (before)
            buffer_format(&sql, "%s\"%s\" = \"%s\"", count > 1 ? " AND " : "", before, item);
        else
            *field = item;
        before = item;
        count++;
    }
    return query_close(&query) && reversed && count > 2 ? buffer_end(&sql) : NULL;
}

/* The view ingest_same_answer: interviews whose answers to a scale with reversed items are alike.
 */
static bool make_same_answer(Ingest *in)
{
    Query query;
    const Dataset *survey = dataset_find(&in->datasets, "survey");
    Buffer sql = buffer_open(in->arena);
    buffer_text(&sql, "CREATE VIEW ingest_same_answer AS ");
    size_t start = sql.length;
    if (!query_open(&query, in->run,
                    SQL("SELECT instrument FROM ingest_instrument ORDER BY \"row\"")))
        return false;
    while (survey && query_next(&query)) {
        const char *field = NULL, *instrument = query_text_in(&query, 0, in->arena);
        const char *same = same_condition(in, survey, instrument, &field);
        if (same && strcspn(instrument, "'\"") == strlen(instrument))
            buffer_format(&sql,
                          "%sSELECT \"row\", '%s' AS field, '%s' AS instrument FROM "
                          "ingest_survey WHERE %s",
                          sql.length > start ? " UNION ALL " : "", field, instrument, same);
    }
    if (sql.length == start)
        buffer_text(&sql, "SELECT NULL AS \"row\", NULL AS field, NULL AS instrument WHERE 0");
    return query_close(&query) &&
           db_exec(in->run, (Sql){"ingest_same_answer", 1, buffer_end(&sql)});
}

static bool make_indexes(Ingest *in)
{
    for (int i = 0; i < in->datasets.count; i++)
        if (in->datasets.items[i].nfile && !store_index(in, &in->datasets.items[i]))
            return false;
    return true;
}

static bool put_setting(Ingest *in, const char *key, const char *value)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_setting (key, value) VALUES (?1, ?2)")))
        return false;
    query_bind(&query, 1, "tt", key, value);
    query_run(&query);
    return query_close(&query);
}

static bool put_settings(Ingest *in)
{
    return put_setting(in, "made_up", programme_get(in, "programme.made_up", "0")) &&
           put_setting(in, "key_fingerprint", in->key.fingerprint) &&
           put_setting(in, "plan_sha256",
                       db_text(in->run, in->arena,
                               SQL("SELECT sha256 FROM ingest_file WHERE dataset = 'plan' "
                                   "ORDER BY file LIMIT 1"),
                               NULL, NULL));
}

/* A store in memory (check) keeps nothing, so it makes no key file either. */
static bool is_kept(const Run *run)
{
    const char *file = sqlite3_db_filename(run->db, "main");
    return file && *file;
}

static bool read_all(Ingest *in)
{
    if (!programme_read(in) || !programme_store(in) ||
        !person_key_open(in->run, programme_get(in, "privacy.key_file", NULL), is_kept(in->run),
                         &in->key))
        return false;
    in->places = place_open(in->run, in->arena);
    return in->places && dataset_list(in->run, in->arena, &in->datasets) && reference_data(in) &&
           folder_read(in) && folder_narrative(in) && make_indexes(in) && make_same_answer(in) &&
           settle(in) && fault_count(in) && delivery_make(in) && put_settings(in) &&
           publish_all(in) && (!is_kept(in->run) || !in->run->options->out || returned_write(in));
}

static bool ingest_run(Run *run)
{
    Ingest in = {.run = run, .arena = arena_open()};
    bool done = fault_open(&in) && read_all(&in);
    done = fault_close(&in, true) && done;
    arena_close(in.arena);
    return done;
}

const Stage INGEST = {"ingest", "ingest/schema.sql", false, ingest_run};

bool ingest_summary(Run *run, IngestSummary *summary)
{
    Query query;
    *summary = (IngestSummary){0};
    if (!query_open(
            &query, run,
            SQL("SELECT count(*), sum(rows), sum(accepted), sum(rejected), sum(warned), "
                "(SELECT count(DISTINCT person_id) FROM ingest_attendance), "
                "(SELECT count(DISTINCT person_id) FROM ingest_attendance WHERE person_id IN "
                "  (SELECT person_id FROM ingest_participant)) "
                "FROM ingest_file")))
        return false;
    if (query_next(&query)) {
        summary->nfile = (int)query_int(&query, 0);
        summary->nrow = (int)query_int(&query, 1);
        summary->naccepted = (int)query_int(&query, 2);
        summary->nrejected = (int)query_int(&query, 3);
        summary->nwarned = (int)query_int(&query, 4);
        summary->nvisitor = (int)query_int(&query, 5);
        summary->nregistered = (int)query_int(&query, 6);
    }
    return query_close(&query);
}
