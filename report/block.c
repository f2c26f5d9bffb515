/* A block's rows: finds the asset, runs its SELECT behind the fence, and makes cells of what comes.
 * Nothing is computed here: formats, states and figure ids are read, not made. */
#include "report/block.h"

#include "core/text.h"
#include "report/value.h"

#include <string.h>

int block_column(const Block *block, const char *key)
{
    for (int i = 0; i < block->ncolumn; i++)
        if (text_equal(block->columns[i].key, key))
            return i;
    return -1;
}

const Cell *block_cell(const Block *block, int row, int column)
{
    return &block->cells[row * block->ncolumn + column];
}

const char *block_raw(const Block *block, int row, int column)
{
    return block->raw[row * block->ncolumn + column];
}

bool block_exists(Run *run, const char *name, const char **nearest)
{
    const Asset **list;
    int count = asset_list(run, "report/blocks", ".sql", &list);
    const char **names = arena_new(run->arena, const char *, count + 1);
    bool found = false;
    for (int i = 0; i < count; i++) {
        names[i] = list[i]->name;
        found = found || strcmp(list[i]->name, name) == 0;
    }
    if (!found && nearest)
        *nearest = text_nearest(run->arena, name, names, count);
    return found;
}

/* In SQL for a report of profile authority: NAME_published becomes NAME_authority (as long) where
 * that table exists. */
static char *swap_authority(BlockSource *source, const char *text)
{
    char *sql = arena_text(source->arena, text);
    for (char *at = strstr(sql, "_published"); at; at = strstr(at + 1, "_published")) {
        char *start = at;
        while (start > sql && (start[-1] == '_' || (start[-1] >= 'a' && start[-1] <= 'z')))
            start--;
        char *table = arena_format(source->arena, "%.*s_authority", (int)(at - start), start);
        if (db_has_table(source->run, table))
            memcpy(at, "_authority", strlen("_authority"));
    }
    return sql;
}

static const char *scope_value(const Scope *scope, const char *name, bool *found)
{
    for (; scope; scope = scope->outer) {
        int column = block_column(scope->block, name);
        if (column >= 0 && scope->row < scope->block->nrow) {
            *found = true;
            return block_raw(scope->block, scope->row, column);
        }
    }
    return NULL;
}

/* The value of a named parameter; `local` is set if a section gave it. */
static bool find_parameter(const BlockSource *source, const Scope *scope, const char *name,
                           const char **value, bool *local)
{
    *local = false;
    *value = scope_value(scope, name, local);
    if (*local)
        return true;
    for (int i = 0; i < source->nparameter; i++)
        if (strcmp(source->parameters[i].name, name) == 0) {
            *value = source->parameters[i].value;
            return true;
        }
    return false;
}

/* Binds all parameters; `key` gets the block's name with the values that sections gave. */
static bool bind_parameters(BlockSource *source, Query *query, const Scope *scope, Place at,
                            Buffer *key)
{
    int count = sqlite3_bind_parameter_count(query->stmt);
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(query->stmt, i), *value;
        bool local;
        if (!name || !find_parameter(source, scope, name + 1, &value, &local))
            return diag_fail(source->run->diag, at, MSG_BLOCK_PARAMETER, query->sql.file,
                             name ? name : "?");
        query_bind(query, i, "t", value);
        if (local)
            buffer_format(key, "-%s", value ? value : "");
    }
    return true;
}

static void expand_texts(const BlockSource *source, const BlockHeader *header, Block *block)
{
    Arena *arena = source->arena;
    block->title = value_expand(arena, source->lang, block, 0, header->title);
    block->subtitle = value_expand(arena, source->lang, block, 0, header->subtitle);
    block->note = value_expand(arena, source->lang, block, 0, header->note);
    block->alt = value_expand(arena, source->lang, block, 0, header->alt);
    block->empty = header->empty;
    block->sheet = header->sheet;
    block->group = header->group;
    block->below = header->below;
}

/* The block of this key if it was loaded before. */
static const Block *find_loaded(const BlockSource *source, const char *key)
{
    for (int i = 0; i < source->nloaded; i++)
        if (strcmp(source->keys[i], key) == 0)
            return source->loaded[i];
    return NULL;
}

static const Block *keep(BlockSource *source, const char *key, Block *block)
{
    source->loaded = arena_room(source->arena, source->loaded, sizeof(Block *), source->nloaded,
                                &source->loaded_capacity);
    source->keys = arena_room(source->arena, source->keys, sizeof(char *), source->nloaded,
                              &source->key_capacity);
    source->loaded[source->nloaded] = block;
    source->keys[source->nloaded++] = key;
    return block;
}

static const Block *run_query(BlockSource *source, Query *query, const Asset *asset,
                              const Scope *scope, Place at)
{
    Buffer key = buffer_open(source->arena);
    buffer_text(&key, asset->name);
    if (!bind_parameters(source, query, scope, at, &key))
        return NULL;
    const Block *known = find_loaded(source, buffer_end(&key));
    if (known)
        return known;
    BlockHeader header;
    Block *block = arena_new(source->arena, Block, 1);
    if (!block_read_header(source->run, source->arena, asset, source->lang, &header))
        return NULL;
    *block = (Block){.name = asset->name,
                     .anchor = arena_text(source->arena, buffer_end(&key)),
                     .kind = header.kind,
                     .chart = header.chart};
    if (!block_read_result(source, query, &header, block))
        return NULL;
    expand_texts(source, &header, block);
    return keep(source, block->anchor, block);
}

static const Block *run_block(BlockSource *source, const Asset *asset, const Scope *scope, Place at)
{
    Sql sql = asset_sql(asset);
    if (source->authority)
        sql.text = swap_authority(source, sql.text);
    Query query;
    if (!query_open(&query, source->run, sql))
        return NULL;
    const Block *block = NULL;
    if (query.stmt && sqlite3_stmt_readonly(query.stmt) && query_ncolumn(&query) > 0)
        block = run_query(source, &query, asset, scope, at);
    else
        diag_report(source->run->diag, (Place){sql.file, sql.line, 1}, MSG_SQL_NOT_SELECT);
    return query_close(&query) ? block : NULL;
}

/* Behind its own fence: nothing but published tables; afterwards the stage's fence again. */
static const Block *run_fenced(BlockSource *source, const Asset *asset, const Scope *scope,
                               Place at)
{
    static const char *const EARLIER[] = {"ingest", "metrics", "analysis"};
    Fence *before = source->run->fence;
    Fence fence = {.earlier = EARLIER,
                   .nearlier = COUNT(EARLIER),
                   .published_only = true,
                   .authority = source->authority};
    stage_fence(source->run, &fence);
    const Block *block = run_block(source, asset, scope, at);
    stage_fence(source->run, before);
    return block;
}

/* A row that gives the parameter :argument. */
static Scope argument_scope(BlockSource *source, const char *argument, const Scope *outer)
{
    Block *block = arena_new(source->arena, Block, 1);
    TableColumn *column = arena_new(source->arena, TableColumn, 1);
    const char **raw = arena_new(source->arena, const char *, 1);
    *column = (TableColumn){.key = "argument"};
    raw[0] = argument;
    *block = (Block){.name = "", .columns = column, .ncolumn = 1, .nrow = 1, .raw = raw};
    return (Scope){block, 0, outer};
}

const Block *block_load(BlockSource *source, const char *name, const Scope *scope, Place at)
{
    const char *nearest = NULL, *colon = strchr(name, ':');
    char *base = arena_copy(source->arena, name, colon ? (size_t)(colon - name) : strlen(name));
    char *path = arena_format(source->run->arena, "report/blocks/%s.sql", base);
    const Asset *asset = asset_find(source->run, path);
    if (asset && colon) {
        Scope inner = argument_scope(source, colon + 1, scope);
        return run_fenced(source, asset, &inner, at);
    }
    if (asset)
        return run_fenced(source, asset, scope, at);
    block_exists(source->run, base, &nearest);
    diag_report(source->run->diag, at, MSG_TEMPLATE_BLOCK, base, nearest ? nearest : "–");
    return NULL;
}
