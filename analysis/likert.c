/* Distributions of answers, as asked (not turned), by wave and arm: residents of supported and of
 * comparison communities, and participants all together. A group with fewer answers than the
 * threshold is hidden. */
#include "analysis/likert.h"

#include "analysis/frame.h"
#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ANSWERS = 11 };

typedef struct {
    const char *instrument, *name[LANG_COUNT], *item, *text[LANG_COUNT], *labels[LANG_COUNT];
    int low, high, position;
} Item;

/* One wave, sample and arm of an item. */
typedef struct {
    int64_t wave;
    const char *sample, *arm;
    int64_t count[MOST_ANSWERS], n;
} Group;

static const char ITEM_SQL[] =
    "SELECT i.instrument, i.name_lv, coalesce(i.name_en, i.name_lv), t.item, t.text_lv, "
    "coalesce(t.text_en, t.text_lv), t.labels_lv, coalesce(t.labels_en, t.labels_lv), t.min, t.max "
    "FROM ingest_item AS t JOIN ingest_instrument AS i ON i.instrument = t.instrument "
    "WHERE t.max - t.min < 11 AND t.max > t.min ORDER BY i.row, t.row";

static bool read_items(Run *run, Item **items, int *count)
{
    Query query;
    int capacity = 0;
    *items = NULL;
    *count = 0;
    if (!query_open(&query, run, SQL(ITEM_SQL)))
        return false;
    while (query_next(&query)) {
        *items = arena_room(run->arena, *items, sizeof **items, *count, &capacity);
        Item *item = &(*items)[*count];
        *item = (Item){.low = (int)query_int(&query, 8), .high = (int)query_int(&query, 9)};
        const char **texts[] = {&item->instrument,      &item->name[LANG_LV],
                                &item->name[LANG_EN],   &item->item,
                                &item->text[LANG_LV],   &item->text[LANG_EN],
                                &item->labels[LANG_LV], &item->labels[LANG_EN]};
        for (int i = 0; i < COUNT(texts); i++)
            *texts[i] = query_text_in(&query, i, run->arena);
        item->position = ++*count;
    }
    return query_close(&query);
}

/* "1=Nē;2=Jā": the label of an answer, else the number itself. */
static const char *label_of(Arena *arena, const char *labels, int answer)
{
    const char **parts, *equals;
    int n = labels ? text_split(arena, labels, ';', &parts) : 0;
    for (int i = 0; i < n; i++)
        if ((equals = strchr(parts[i], '=')) && atoi(parts[i]) == answer)
            return equals + 1;
    return arena_format(arena, "%d", answer);
}

static const char *answers_sql(Arena *arena, const Item *item)
{
    return arena_format(
        arena,
        "SELECT s.wave, s.sample, CASE WHEN s.sample = 'participant' THEN 'all' WHEN "
        "coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN 'comparison' ELSE 'supported' "
        "END) = 'supported' THEN 'supported' ELSE 'comparison' END AS arm, "
        "CAST(s.\"%s\" AS INTEGER) AS answer, count(*) AS n "
        "FROM ingest_survey AS s JOIN ingest_community AS c ON c.community_id = s.community_id "
        "WHERE s.\"%s\" IS NOT NULL AND (s.sample = 'participant' OR coalesce(c.study, '') <> "
        "'none') AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of') "
        "GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3 DESC, 4",
        item->item, item->item);
}

static bool store_group(Run *run, Query *insert, const Item *item, const Group *group,
                        int64_t threshold)
{
    bool hidden = group->n < threshold;
    for (int answer = item->low; answer <= item->high; answer++) {
        query_bind(insert, 1, "tttti", item->instrument, item->name[LANG_LV], item->name[LANG_EN],
                   item->item, (int64_t)item->position);
        query_bind(insert, 6, "ttitti", item->text[LANG_LV], item->text[LANG_EN], group->wave,
                   group->sample, group->arm, (int64_t)answer);
        query_bind(insert, 12, "tt", label_of(run->arena, item->labels[LANG_LV], answer),
                   label_of(run->arena, item->labels[LANG_EN], answer));
        query_bind(insert, 14, "d",
                   hidden ? NAN : (double)group->count[answer - item->low] / (double)group->n);
        if (hidden)
            query_bind(insert, 15, "n");
        else
            query_bind(insert, 15, "i", group->n);
        query_bind(insert, 16, "it", (int64_t)hidden,
                   arena_format(run->arena, "likert.%s.%d.%s.%s.%d", item->item, (int)group->wave,
                                group->sample, group->arm, answer));
        if (!query_run(insert))
            return false;
    }
    return true;
}

static bool same_group(const Group *group, const Query *query)
{
    return group->n > 0 && group->wave == query_int(query, 0) &&
           text_equal(group->sample, query_text(query, 1)) &&
           text_equal(group->arm, query_text(query, 2));
}

static bool count_item(Run *run, Query *insert, const Item *item, int64_t threshold)
{
    Query query;
    Group group = {0};
    bool good = true;
    if (!query_open(&query, run, (Sql){__FILE__, __LINE__, answers_sql(run->arena, item)}))
        return false;
    while (good && query_next(&query)) {
        if (!same_group(&group, &query)) {
            good = group.n == 0 || store_group(run, insert, item, &group, threshold);
            group = (Group){.wave = query_int(&query, 0),
                            .sample = query_text_in(&query, 1, run->arena),
                            .arm = query_text_in(&query, 2, run->arena)};
        }
        int answer = (int)query_int(&query, 3);
        if (answer < item->low || answer > item->high)
            continue;
        group.count[answer - item->low] = query_int(&query, 4);
        group.n += query_int(&query, 4);
    }
    good = good && (group.n == 0 || store_group(run, insert, item, &group, threshold));
    return query_close(&query) && good;
}

bool likert_run(Run *run)
{
    Item *items;
    int count;
    Query insert;
    if (!frame_has_table(run, "ingest_item") || !frame_has_table(run, "ingest_survey"))
        return true;
    if (!read_items(run, &items, &count))
        return false;
    int64_t threshold = (int64_t)db_double(
        run, SQL("SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold'"),
        NULL, 5.0);
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_likert_published (instrument, name_lv, name_en, "
                        "item, position, text_lv, text_en, wave, sample, arm, answer, label_lv, "
                        "label_en, share, n, hidden, figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                        "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")))
        return false;
    bool good = true;
    for (int i = 0; i < count && good; i++)
        good = count_item(run, &insert, &items[i], threshold);
    return query_close(&insert) && good;
}
