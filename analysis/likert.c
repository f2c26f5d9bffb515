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

/* One wave, sample and arm: how often each answer to each item was given. */
typedef struct {
    int64_t wave;
    const char *sample, *arm;
    int64_t (*count)[MOST_ANSWERS]; /* of each item */
} Group;

typedef struct {
    Item *items;
    int nitem;
    Group *groups;
    int ngroup, capacity;
    int64_t threshold;
} Answers;

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

/* One row an interview: wave, sample, arm, then the items. */
static const char *answers_sql(Arena *arena, const Answers *answers)
{
    Buffer sql = buffer_open(arena);
    buffer_text(&sql, "SELECT s.wave, s.sample, CASE WHEN s.sample = 'participant' THEN 'all' "
                      "WHEN coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN "
                      "'comparison' ELSE 'supported' END) = 'supported' THEN 'supported' ELSE "
                      "'comparison' END");
    for (int i = 0; i < answers->nitem; i++)
        buffer_format(&sql, ", s.\"%s\"", answers->items[i].item);
    buffer_text(&sql, " FROM ingest_survey AS s JOIN ingest_community AS c ON c.community_id = "
                      "s.community_id WHERE (s.sample = 'participant' OR coalesce(c.study, '') <> "
                      "'none') AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE "
                      "key = 'as_of')");
    return buffer_end(&sql);
}

static Group *find_group(Arena *arena, Answers *answers, const Query *query)
{
    int64_t wave = query_int(query, 0);
    for (int i = 0; i < answers->ngroup; i++) {
        Group *group = &answers->groups[i];
        if (group->wave == wave && text_equal(group->sample, query_text(query, 1)) &&
            text_equal(group->arm, query_text(query, 2)))
            return group;
    }
    answers->groups =
        arena_room(arena, answers->groups, sizeof(Group), answers->ngroup, &answers->capacity);
    Group *group = &answers->groups[answers->ngroup++];
    *group = (Group){wave, query_text_in(query, 1, arena), query_text_in(query, 2, arena),
                     arena_alloc(arena, sizeof *group->count, (size_t)answers->nitem)};
    return group;
}

static bool count_answers(Run *run, Answers *answers)
{
    Query query;
    if (!query_open(&query, run, (Sql){__FILE__, __LINE__, answers_sql(run->arena, answers)}))
        return false;
    while (query_next(&query)) {
        Group *group = find_group(run->arena, answers, &query);
        for (int i = 0; i < answers->nitem; i++) {
            const Item *item = &answers->items[i];
            double answer = query_double(&query, 3 + i);
            if (answer >= item->low && answer <= item->high)
                group->count[i][(int)answer - item->low]++;
        }
    }
    return query_close(&query);
}

/* Residents before participants, supported before comparison communities. */
static int by_group(const void *left, const void *right)
{
    const Group *a = left, *b = right;
    int sample = strcmp(b->sample, a->sample);
    if (sample)
        return sample;
    return a->wave != b->wave ? (a->wave > b->wave) - (a->wave < b->wave) : strcmp(b->arm, a->arm);
}

static bool store_answers(Run *run, Query *insert, const Answers *answers, int at,
                          const Group *group)
{
    const Item *item = &answers->items[at];
    int64_t n = 0;
    for (int k = 0; k <= item->high - item->low; k++)
        n += group->count[at][k];
    bool hidden = n < answers->threshold, good = true;
    for (int answer = item->low; n > 0 && good && answer <= item->high; answer++) {
        query_bind(insert, 1, "ttttitt", item->instrument, item->name[LANG_LV], item->name[LANG_EN],
                   item->item, (int64_t)item->position, item->text[LANG_LV], item->text[LANG_EN]);
        query_bind(insert, 8, "ittitt", group->wave, group->sample, group->arm, (int64_t)answer,
                   label_of(run->arena, item->labels[LANG_LV], answer),
                   label_of(run->arena, item->labels[LANG_EN], answer));
        query_bind(insert, 14, "d",
                   hidden ? NAN : (double)group->count[at][answer - item->low] / (double)n);
        if (hidden)
            query_bind(insert, 15, "n");
        else
            query_bind(insert, 15, "i", n);
        query_bind(insert, 16, "it", (int64_t)hidden,
                   arena_format(run->arena, "likert.%s.%d.%s.%s.%d", item->item, (int)group->wave,
                                group->sample, group->arm, answer));
        good = query_run(insert);
    }
    return good;
}

static bool store_all(Run *run, const Answers *answers)
{
    Query insert;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_likert_published (instrument, name_lv, name_en, "
                        "item, position, text_lv, text_en, wave, sample, arm, answer, label_lv, "
                        "label_en, share, n, hidden, figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                        "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")))
        return false;
    bool good = true;
    for (int i = 0; i < answers->nitem; i++)
        for (int k = 0; k < answers->ngroup && good; k++)
            good = store_answers(run, &insert, answers, i, &answers->groups[k]);
    return query_close(&insert) && good;
}

bool likert_run(Run *run)
{
    Answers answers = {0};
    if (!frame_has_table(run, "ingest_item") || !frame_has_table(run, "ingest_survey"))
        return true;
    if (!read_items(run, &answers.items, &answers.nitem))
        return false;
    if (answers.nitem == 0)
        return true;
    answers.threshold = (int64_t)db_double(
        run, SQL("SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold'"),
        NULL, 5.0);
    if (!count_answers(run, &answers))
        return false;
    if (answers.ngroup)
        qsort(answers.groups, (size_t)answers.ngroup, sizeof(Group), by_group);
    return store_all(run, &answers);
}
