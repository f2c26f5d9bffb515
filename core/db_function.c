/* SQL functions and the Latvian collation. Aggregates keep an exact sum: order changes nothing. */
#include "core/db_function.h"

#include "core/date.h"
#include "core/sum.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    ExactSum sum;
    int64_t n;
} SumState;

static void sum_step(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    SumState *state = sqlite3_aggregate_context(context, sizeof *state);
    if (!state || sqlite3_value_type(value[0]) == SQLITE_NULL)
        return;
    sum_add(&state->sum, sqlite3_value_double(value[0]));
    state->n++;
}

static void sum_final(sqlite3_context *context)
{
    SumState *state = sqlite3_aggregate_context(context, 0);
    if (!state || state->n == 0)
        sqlite3_result_null(context);
    else
        sqlite3_result_double(context, sum_value(&state->sum));
}

static Date date_of(sqlite3_value *value)
{
    return date_parse((const char *)sqlite3_value_text(value));
}

static void result_date(sqlite3_context *context, Date date)
{
    if (date == DATE_NONE) {
        sqlite3_result_null(context);
        return;
    }
    Arena *arena = arena_open();
    sqlite3_result_text(context, date_iso(arena, date), -1, SQLITE_TRANSIENT);
    arena_close(arena);
}

static void date_days(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    Date date = date_of(value[0]);
    if (date == DATE_NONE)
        sqlite3_result_null(context);
    else
        sqlite3_result_int(context, date);
}

static void date_add(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    Date date = date_of(value[0]);
    result_date(context, date == DATE_NONE ? date : date + sqlite3_value_int(value[1]));
}

static void date_months(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    Date date = date_of(value[0]);
    result_date(context,
                date == DATE_NONE ? date : date_add_months(date, sqlite3_value_int(value[1])));
}

static void key_of(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    const char *text = (const char *)sqlite3_value_text(value[0]);
    if (!text) {
        sqlite3_result_null(context);
        return;
    }
    Arena *arena = arena_open();
    sqlite3_result_text(context, text_key(arena, text), -1, SQLITE_TRANSIENT);
    arena_close(arena);
}

static int collate_lv(void *user, int nleft, const void *left, int nright, const void *right)
{
    (void)user;
    return text_compare_lv_bytes(left, (size_t)nleft, right, (size_t)nright);
}

bool db_register_functions(sqlite3 *db)
{
    static const struct {
        const char *name;
        int narg;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } FUNCTIONS[] = {
        {"date_days", 1, date_days},
        {"date_add", 2, date_add},
        {"date_months", 2, date_months},
        {"text_key", 1, key_of},
    };
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (int i = 0; i < COUNT(FUNCTIONS); i++)
        if (sqlite3_create_function_v2(db, FUNCTIONS[i].name, FUNCTIONS[i].narg, flags, NULL,
                                       FUNCTIONS[i].call, NULL, NULL, NULL) != SQLITE_OK)
            return false;
    return sqlite3_create_function_v2(db, "exact_sum", 1, flags, NULL, NULL, sum_step, sum_final,
                                      NULL) == SQLITE_OK &&
           sqlite3_create_collation_v2(db, "LV", SQLITE_UTF8, NULL, collate_lv, NULL) == SQLITE_OK;
}
