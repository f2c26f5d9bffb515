/* The stage runner and the fence: SQLite's authorizer while a stage runs. Permission goes by table
 * name alone; the accessor argument is never trusted, since a CTE may bear any name. */
#include "core/stage.h"

#include "core/asset.h"
#include "core/text.h"

#include <string.h>

static bool owns(const char *prefix, const char *table)
{
    size_t length = prefix ? strlen(prefix) : 0;
    return length && strncmp(table, prefix, length) == 0 && table[length] == '_';
}

static bool is_catalogue(const char *table)
{
    return text_equal(table, "sqlite_master") || text_equal(table, "sqlite_schema");
}

static bool may_read(const Fence *fence, const char *table)
{
    if (owns(fence->own, table))
        return true;
    if (fence->own && is_catalogue(table))
        return true;
    for (int i = 0; i < fence->nearlier; i++) {
        if (!owns(fence->earlier[i], table))
            continue;
        if (!fence->published_only || text_ends(table, "_published") ||
            (fence->authority && text_ends(table, "_authority")))
            return true;
    }
    return text_equal(table, "json_each") || text_equal(table, "json_tree");
}

/* Functions that read a clock, a random device or the file system, or reach into SQLite. */
static bool is_banned_function(const char *name)
{
    static const char *const BANNED[] = {"load_extension",
                                         "random",
                                         "randomblob",
                                         "datetime",
                                         "date",
                                         "time",
                                         "julianday",
                                         "strftime",
                                         "unixepoch",
                                         "timediff",
                                         "readfile",
                                         "writefile",
                                         "edit",
                                         "fts3_tokenizer",
                                         "sqlite_compileoption_used",
                                         "sqlite_compileoption_get",
                                         "sqlite_source_id",
                                         "last_insert_rowid",
                                         "changes",
                                         "total_changes"};
    for (int i = 0; i < COUNT(BANNED); i++)
        if (sqlite3_stricmp(name, BANNED[i]) == 0)
            return true;
    return false;
}

static bool is_allowed(const Fence *fence, int action, const char *first, const char *second)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_FUNCTION:
        return !is_banned_function(second);
    case SQLITE_READ:
        return may_read(fence, first);
    case SQLITE_INSERT:
    case SQLITE_DELETE:
    case SQLITE_UPDATE:
        return owns(fence->own, first) || (fence->own && is_catalogue(first));
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_VIEW:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_VIEW:
        return owns(fence->own, first);
    case SQLITE_CREATE_INDEX:
    case SQLITE_DROP_INDEX:
    case SQLITE_ALTER_TABLE:
        return owns(fence->own, second);
    case SQLITE_REINDEX:
        return fence->own != NULL &&
               (owns(fence->own, first) || text_starts(first, "sqlite_autoindex_"));
    default:
        return false; /* ATTACH, PRAGMA, TEMP objects, triggers, virtual tables, transactions … */
    }
}

static int authorize(void *user, int action, const char *first, const char *second,
                     const char *database, const char *accessor)
{
    Fence *fence = user;
    (void)accessor;
    if (database && !text_equal(database, "main")) {
        fence->denied = database;
        return SQLITE_DENY;
    }
    if (is_allowed(fence, action, first ? first : "", second ? second : ""))
        return SQLITE_OK;
    fence->denied = "";
    return SQLITE_DENY;
}

void stage_fence(Run *run, Fence *fence)
{
    run->fence = fence;
    sqlite3_set_authorizer(run->db, fence ? authorize : NULL, fence);
}

/* Names of tables and views with a stage's prefix, in `arena`. */
static int list_objects(Run *run, const char *prefix, const char *type, const char ***names)
{
    Query query;
    int count = 0, capacity = 0;
    *names = NULL;
    if (!query_open(&query, run,
                    SQL("SELECT name FROM sqlite_master WHERE type = ?1 "
                        "AND substr(name, 1, length(?2) + 1) = ?2 || '_' ORDER BY name")))
        return 0;
    query_bind(&query, 1, "tt", type, prefix);
    while (query_next(&query)) {
        *names = arena_room(run->arena, *names, sizeof **names, count, &capacity);
        (*names)[count++] = query_text_in(&query, 0, run->arena);
    }
    query_close(&query);
    return count;
}

static bool drop_objects(Run *run, const char *prefix)
{
    static const char *const TYPES[] = {"view", "table"};
    for (int type = 0; type < COUNT(TYPES); type++) {
        const char **names;
        int n = list_objects(run, prefix, TYPES[type], &names);
        for (int i = 0; i < n; i++) {
            char *sql = arena_format(run->arena, "DROP %s \"%s\"", TYPES[type], names[i]);
            if (!db_exec(run, SQL(sql)))
                return false;
        }
    }
    return true;
}

static bool run_fenced(const Stage *stage, Fence *fence, Run *run)
{
    const Asset *schema = asset_find(run, stage->schema);
    if (!schema)
        return diag_fail(run->diag, (Place){stage->schema, 0, 0}, MSG_FILE_OPEN, stage->schema,
                         "?");
    stage_fence(run, fence);
    bool done = db_exec(run, asset_sql(schema)) && stage->run(run);
    stage_fence(run, NULL);
    return done;
}

bool stage_run(const Stage *const *stages, int nstage, int which, Run *run)
{
    const char **earlier = arena_new(run->arena, const char *, which + 1);
    for (int i = 0; i < which; i++)
        earlier[i] = stages[i]->name;
    Fence fence = {.own = stages[which]->name,
                   .earlier = earlier,
                   .nearlier = which,
                   .published_only = stages[which]->published_only};
    if (!db_exec(run, SQL("BEGIN IMMEDIATE")))
        return false;
    bool done = true;
    for (int i = nstage - 1; done && i >= which; i--)
        done = drop_objects(run, stages[i]->name);
    done = done && run_fenced(stages[which], &fence, run);
    if (done)
        return db_exec(run, SQL("COMMIT"));
    db_exec(run, SQL("ROLLBACK"));
    return false;
}
