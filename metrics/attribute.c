/* Matches the counted rows of two stores by dataset and key (the columns of ingest's key index). A
 * row is late if the earlier store did not know its key, re-submitted if it did, withdrawn if the
 * later store has no current row with it. */
#include "metrics/attribute.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A counted row with its key. */
typedef struct {
    const char *dataset, *key, *file;
    int64_t row;
    int region, sex;
    Date on;
    double value;
} Entry;

typedef struct {
    Entry *items;
    int count, capacity;
} EntryList;

/* The key's columns of a dataset: what stands in brackets in its index, without the state, and with
 * the region in any case, so that two stores say the same. */
static const char *key_columns(Run *run, const char *dataset)
{
    char *sql = db_text(run, run->arena, SQL("SELECT sql FROM sqlite_master WHERE name = ?1"),
                        arena_format(run->arena, "ingest_%s_key", dataset), NULL);
    char *open = sql ? strrchr(sql, '(') : NULL;
    const char **names;
    if (!open)
        return NULL;
    open[strcspn(open, ")")] = '\0';
    Buffer columns = buffer_open(run->arena);
    int n = text_split(run->arena, open + 1, ',', &names);
    for (int i = 0; i < n; i++)
        if (!text_equal(names[i], "state") && !text_equal(names[i], "region") &&
            !text_equal(names[i], "\"region\""))
            buffer_format(&columns, "%s, ", names[i]);
    buffer_text(&columns, "region");
    return buffer_end(&columns);
}

/* The place of a row, path:line, and its dataset. */
static bool find_file(Run *run, int64_t row, Entry *entry)
{
    Query query;
    if (!query_open(&query, run, SQL("SELECT dataset, path FROM ingest_file WHERE file = ?1")))
        return false;
    query_bind(&query, 1, "i", row >> 32);
    bool found = query_next(&query) && !query_is_null(&query, 0);
    if (found) {
        entry->dataset = query_text_in(&query, 0, run->arena);
        entry->file =
            arena_format(run->arena, "%s:%d", query_text(&query, 1), (int)(row & 0xFFFFFFFF));
    }
    return query_close(&query) && found;
}

static bool find_key(Run *run, int64_t row, Entry *entry)
{
    Query query;
    if (!find_file(run, row, entry))
        return false;
    const char *columns = key_columns(run, entry->dataset);
    entry->key = entry->file;
    if (!columns)
        return true;
    char *sql =
        arena_format(run->arena, "SELECT json_array(%s) FROM \"ingest_%s_row\" WHERE row = ?1",
                     columns, entry->dataset);
    if (!query_open(&query, run, SQL(sql)))
        return false;
    query_bind(&query, 1, "i", row);
    if (query_next(&query))
        entry->key = query_text_in(&query, 0, run->arena);
    return query_close(&query);
}

static int by_key(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    int order = strcmp(a->dataset, b->dataset);
    if (!order)
        order = strcmp(a->key, b->key);
    if (!order)
        order = (a->on > b->on) - (a->on < b->on);
    return order ? order : (a->value > b->value) - (a->value < b->value);
}

static bool list_rows(Run *run, const Kpi *kpi, Date end, EntryList *list)
{
    Query query;
    if (!query_open(&query, run, kpi_rows(run, kpi, "WHERE on_date <= ?1 ORDER BY row")))
        return false;
    query_bind(&query, 1, "t", date_iso(run->arena, end));
    while (query_next(&query)) {
        FoldRow row;
        Entry entry = {0};
        if (!fold_read(kpi, &query, &row) || !find_key(run, row.row, &entry))
            continue;
        entry.row = row.row;
        entry.region = row.region;
        entry.sex = row.sex;
        entry.on = row.on;
        entry.value = kpi->fold == FOLD_SUM ? row.value : 1;
        list->items =
            arena_room(run->arena, list->items, sizeof entry, list->count, &list->capacity);
        list->items[list->count++] = entry;
    }
    if (list->count)
        qsort(list->items, (size_t)list->count, sizeof *list->items, by_key);
    return query_close(&query);
}

/* Whether a store knows a key; `current`: has a current row with it. */
static bool knows_key(Run *run, const Entry *entry, bool current)
{
    const char *columns = key_columns(run, entry->dataset);
    if (!columns)
        return false;
    char *sql =
        arena_format(run->arena,
                     "SELECT 1 FROM \"ingest_%s_row\" WHERE json_array(%s) = ?1 AND "
                     "state %s LIMIT 1",
                     entry->dataset, columns, current ? "= 'current'" : "NOT IN ('delete')");
    return db_double(run, SQL(sql), entry->key, 0) > 0;
}

static bool same_entry(const Entry *a, const Entry *b)
{
    return a->region == b->region && a->sex == b->sex && a->on == b->on && a->value == b->value;
}

typedef struct {
    Run *now, *before;
    Change *items;
    int count, capacity;
} Changes;

static void add_change(Changes *changes, const Entry *entry, Reason reason, double sign)
{
    changes->items = arena_room(changes->now->arena, changes->items, sizeof *changes->items,
                                changes->count, &changes->capacity);
    changes->items[changes->count++] =
        (Change){reason, entry->region, entry->sex, sign * entry->value, entry->row};
}

static void add_new(Changes *changes, const Entry *entry)
{
    add_change(changes, entry,
               knows_key(changes->before, entry, false) ? REASON_RESUBMITTED : REASON_LATE, 1);
}

/* A row that counts no more though its file says the same was displaced by a late one (the first
 * record of a person). */
static void add_old(Changes *changes, const Entry *entry)
{
    Entry same = *entry;
    Reason reason = REASON_WITHDRAWN;
    if (knows_key(changes->now, entry, true)) {
        char *sql = arena_format(
            changes->now->arena,
            "SELECT 1 FROM ingest_file AS f JOIN \"ingest_%s_row\" AS r ON r.row >> 32 = f.file "
            "WHERE f.path || ':' || (r.row & 4294967295) = ?1 AND r.state = 'current'",
            same.dataset);
        reason =
            db_double(changes->now, SQL(sql), same.file, 0) > 0 ? REASON_LATE : REASON_RESUBMITTED;
    }
    add_change(changes, entry, reason, -1);
}

static bool same_key(const Entry *a, const Entry *b)
{
    return strcmp(a->dataset, b->dataset) == 0 && strcmp(a->key, b->key) == 0;
}

/* Walks both sorted lists. */
static void match(Changes *changes, const EntryList *now, const EntryList *before)
{
    int i = 0, j = 0;
    while (i < now->count || j < before->count) {
        const Entry *a = i < now->count ? &now->items[i] : NULL;
        const Entry *b = j < before->count ? &before->items[j] : NULL;
        if (a && b && same_key(a, b)) {
            if (!same_entry(a, b)) {
                add_change(changes, a, REASON_RESUBMITTED, 1);
                add_change(changes, b, REASON_RESUBMITTED, -1);
            }
            i++, j++;
        } else if (!b || (a && by_key(a, b) < 0)) {
            add_new(changes, a);
            i++;
        } else {
            add_old(changes, b);
            j++;
        }
    }
}

bool attribute_rows(Run *now, Run *before, const Kpi *kpi, Date end, const Change **changes,
                    int *count)
{
    EntryList current = {0}, earlier = {0};
    Changes found = {.now = now, .before = before};
    if (!list_rows(now, kpi, end, &current) || !list_rows(before, kpi, end, &earlier))
        return false;
    match(&found, &current, &earlier);
    *changes = found.items;
    *count = found.count;
    return true;
}
