/* A scale may hold in one language and fail in another: alpha and the number of items whose
 * item-rest correlation is negative, by language of the questionnaire. */
#include "analysis/scale_language.h"

#include "analysis/call.h"
#include "analysis/frame.h"
#include "core/text.h"

#include <string.h>

typedef struct {
    const char *instrument;
    int nitem;
    Buffer select, names;
} Codebook;

static void add_item(Codebook *book, const Query *query)
{
    const char *item = query_text(query, 1);
    buffer_text(&book->names, book->nitem ? "," : "");
    buffer_text(&book->names, item);
    if (query_int(query, 4))
        buffer_format(&book->select, ", %.15g - \"%s\" AS \"%s\"",
                      query_double(query, 2) + query_double(query, 3), item, item);
    else
        buffer_format(&book->select, ", \"%s\"", item);
    book->nitem++;
}

static bool store(Run *run, const Codebook *book, const char *language, const EstimateList *list)
{
    Query insert;
    int64_t negative = 0;
    const Estimate *alpha = call_term(list, "alpha");
    for (int i = 0; i < list->count; i++)
        negative += text_starts(list->items[i].term, "item_rest[") && list->items[i].estimate < 0.0;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_scale_language (instrument, language, n, alpha, "
                        "alpha_low, alpha_high, negative) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")))
        return false;
    query_bind(&insert, 1, "ttidddi", book->instrument, language, (int64_t)alpha->n,
               alpha->estimate, alpha->ci_low, alpha->ci_high, negative);
    query_run(&insert);
    return query_close(&insert);
}

static bool measure(Run *run, Codebook *book)
{
    Arena *step = arena_open();
    Frame frame;
    EstimateList list;
    buffer_text(&book->select,
                " FROM ingest_survey WHERE language IS NOT NULL AND interviewed_on <= (SELECT "
                "value FROM metrics_setting WHERE key = 'as_of') ORDER BY row");
    bool good = call_frame(run, (Sql){__FILE__, __LINE__, buffer_end(&book->select)}, step, &frame);
    const Column *language = good ? frame_column(&frame, "language") : NULL;
    for (int i = 0; good && language && i < language->nlevel; i++) {
        const char *settings = arena_format(step, "items=%s;where=language:%s",
                                            buffer_end(&book->names), language->level[i]);
        if (call_estimator(run, "reliability", &frame, settings, step, &list))
            good = store(run, book, language->level[i], &list);
    }
    arena_close(step);
    return good;
}

bool scale_language_run(Run *run)
{
    Codebook *books = NULL;
    int count = 0, capacity = 0;
    Query query;
    if (!frame_has_table(run, "ingest_instrument") || !frame_has_table(run, "ingest_survey"))
        return true;
    if (!query_open(&query, run,
                    SQL("SELECT i.instrument, t.item, t.min, t.max, coalesce(t.reversed, 0) FROM "
                        "ingest_instrument AS i JOIN ingest_item AS t ON t.instrument = "
                        "i.instrument ORDER BY i.row, t.row")))
        return false;
    while (query_next(&query)) {
        const char *name = query_text(&query, 0);
        if (count == 0 || !text_equal(books[count - 1].instrument, name)) {
            books = arena_room(run->arena, books, sizeof *books, count, &capacity);
            books[count] = (Codebook){arena_text(run->arena, name), 0, buffer_open(run->arena),
                                      buffer_open(run->arena)};
            buffer_text(&books[count++].select, "SELECT language");
        }
        add_item(&books[count - 1], &query);
    }
    bool good = query_close(&query);
    for (int i = 0; i < count && good; i++)
        good = books[i].nitem < 2 || measure(run, &books[i]);
    return good;
}
