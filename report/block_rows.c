/* The rows of a block's SELECT as cells: which result column is a value, its words, its state, its
 * format and its figure id. Nothing is computed here. */
#include "report/block.h"

#include "core/date.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

/* One column of the result and where its parts come from (SQLite's column numbers, -1: none). */
typedef struct {
    TableColumn column;
    const char *word;  /* kind of words, or NULL */
    const char *field; /* last part of the figure id, or NULL */
    bool declared;
    int value, other; /* other: the Latvian text where the English one is missing */
    int state, by, figure;
} Plan;

/* Number of a result column by name, or of NAME with an ending. */
static int find_source(const Query *query, Arena *arena, const char *key, const char *ending)
{
    return query_column(query, arena_format(arena, "%s%s", key, ending));
}

static void plan_sources(const BlockSource *source, const Query *query, Plan *plan)
{
    const char *key = plan->column.key;
    Arena *arena = source->arena;
    plan->value = query_column(query, key);
    plan->other = -1;
    if (plan->value < 0) {
        int latvian = find_source(query, arena, key, "_lv");
        int english = find_source(query, arena, key, "_en");
        plan->value = source->lang == LANG_EN && english >= 0 ? english : latvian;
        plan->other = plan->value == latvian ? -1 : latvian;
    }
    plan->state = find_source(query, arena, key, "_state");
}

static bool plan_declared(const BlockSource *source, const Query *query, const BlockHeader *header,
                          int which, Plan *plan)
{
    const BlockColumn *declared = &header->columns[which];
    *plan = (Plan){.column = declared->column, .declared = true, .by = -1, .figure = -1};
    plan_sources(source, query, plan);
    Place at = {query->sql.file, query->sql.line, 1};
    if (plan->value < 0)
        return diag_fail(source->run->diag, at, MSG_SQL_COLUMN_MISSING, plan->column.key);
    const char *by = declared->format_by, *figure = declared->figure;
    if (by && text_starts(by, "word:"))
        plan->word = by + strlen("word:");
    else if (text_equal(by, "period"))
        plan->word = by;
    else if (by && (plan->by = query_column(query, by + strlen("by:"))) < 0)
        return diag_fail(source->run->diag, at, MSG_SQL_COLUMN_MISSING, by + strlen("by:"));
    if (figure) {
        const char *colon = strchr(figure, ':');
        plan->field = colon ? colon + 1 : figure;
        const char *base =
            colon ? arena_copy(source->arena, figure, (size_t)(colon - figure)) : "figure";
        if ((plan->figure = query_column(query, base)) < 0)
            return diag_fail(source->run->diag, at, MSG_SQL_COLUMN_MISSING, base);
    }
    return true;
}

static bool is_planned(const Plan *plans, int count, const char *key)
{
    for (int i = 0; i < count; i++)
        if (text_equal(plans[i].column.key, key))
            return true;
    return false;
}

/* Result columns that the header does not declare: data for templates. */
static int plan_rest(const BlockSource *source, const Query *query, Plan *plans, int count)
{
    for (int i = 0; i < query_ncolumn(query); i++) {
        const char *name = arena_text(source->arena, query_name(query, i));
        bool pair = text_ends(name, "_lv") || text_ends(name, "_en");
        const char *key = pair ? arena_copy(source->arena, name, strlen(name) - 3) : name;
        if (is_planned(plans, count, key))
            continue;
        plans[count] = (Plan){.column = {.key = key}, .by = -1, .figure = -1};
        plan_sources(source, query, &plans[count]);
        if (plans[count].value >= 0)
            count++;
    }
    return count;
}

static CellState read_state(const Query *query, const Plan *plan)
{
    const char *state = plan->state < 0 ? NULL : query_text(query, plan->state);
    if (text_equal(state, "hidden"))
        return CELL_HIDDEN;
    if (text_equal(state, "not_delivered"))
        return CELL_NOT_DELIVERED;
    return text_equal(state, "not_applicable") ? CELL_NOT_APPLICABLE : CELL_VALUE;
}

/* The format of an undeclared value follows its type in SQLite. */
static Format natural_format(const Query *query, int column)
{
    int type = sqlite3_column_type(query->stmt, column);
    if (type == SQLITE_TEXT || type == SQLITE_NULL)
        return (Format){FORMAT_TEXT, 0};
    return (Format){FORMAT_NUMBER, type == SQLITE_FLOAT ? 2 : 0};
}

static Format read_format(const BlockSource *source, const Query *query, const Plan *plan)
{
    Format format = plan->declared ? plan->column.format : natural_format(query, plan->value);
    if (plan->by >= 0) {
        const char *name = query_text(query, plan->by);
        if (name && !format_parse(name, &format))
            diag_report(source->run->diag, (Place){query->sql.file, query->sql.line, 1},
                        MSG_TEMPLATE_FORMAT, name, FORMAT_NAMES);
    }
    return format;
}

/* "word:KIND", or "word:KIND/COLUMN": KIND_one or KIND_many after the number in the column. */
static const char *find_word(const BlockSource *source, const Query *query, const Plan *plan,
                             const char *code)
{
    const char *slash = strchr(plan->word, '/'), *kind = plan->word;
    Period period;
    if (text_equal(kind, "period") && code && period_parse(source->arena, code, &period))
        return lang_period(source->arena, source->lang, &period, CASE_NOMINATIVE);
    if (slash) {
        int column = query_column(query, slash + 1);
        bool one = column >= 0 && lang_is_singular(source->lang, query_double(query, column), 0);
        kind =
            arena_format(source->arena, "%.*s_%s", (int)(slash - kind), kind, one ? "one" : "many");
    }
    const char *word = word_find(source->lang, kind, code);
    return word ? word : code;
}

static void read_value(const BlockSource *source, const Query *query, const Plan *plan, Cell *cell)
{
    const char *text = query_text_in(query, plan->value, source->arena);
    if (!text && plan->other >= 0 && (text = query_text(query, plan->other)))
        text = arena_format(source->arena, "%s [in Latvian]", text);
    cell->number = NAN;
    Date date = cell->format.kind == FORMAT_DATE && text ? date_parse(text) : DATE_NONE;
    if (date != DATE_NONE)
        cell->number = (double)date;
    else if (sqlite3_column_type(query->stmt, plan->value) != SQLITE_TEXT)
        cell->number = query_double(query, plan->value);
    if (plan->word)
        text = find_word(source, query, plan, text);
    if (!format_is_number(cell->format))
        cell->text = text;
}

static void read_cell(const BlockSource *source, const Query *query, const Plan *plan, Cell *cell)
{
    *cell = (Cell){.state = read_state(query, plan), .number = NAN};
    cell->format = read_format(source, query, plan);
    const char *base = plan->figure < 0 ? NULL : query_text(query, plan->figure);
    if (cell->state == CELL_VALUE)
        read_value(source, query, plan, cell);
    bool missing = format_is_number(cell->format) ? isnan(cell->number) : !cell->text;
    if (plan->word && cell->text && !*cell->text)
        cell->state = CELL_BLANK; /* a code that needs no word, such as the unit of a share */
    if (cell->state == CELL_VALUE && missing)
        cell->state = CELL_NOT_APPLICABLE;
    if (base && cell->state != CELL_NOT_APPLICABLE)
        cell->figure = *plan->field ? arena_format(source->arena, "%s.%s", base, plan->field)
                                    : arena_text(source->arena, base);
}

static void read_row(const BlockSource *source, Query *query, const Plan *plans, Block *block,
                     Cell *cells, const char **raw)
{
    for (int i = 0; i < block->ncolumn; i++) {
        read_cell(source, query, &plans[i], &cells[i]);
        raw[i] = query_text_in(query, plans[i].value, source->arena);
        if (!raw[i] && plans[i].other >= 0)
            raw[i] = query_text_in(query, plans[i].other, source->arena);
    }
}

static void read_rows(const BlockSource *source, Query *query, const Plan *plans, Block *block)
{
    int capacity = 0, raw_capacity = 0;
    Cell *cells = NULL;
    const char **raw = NULL;
    size_t n = (size_t)block->ncolumn;
    while (query_next(query)) {
        cells = arena_room(source->arena, cells, n * sizeof *cells, block->nrow, &capacity);
        raw = arena_room(source->arena, raw, n * sizeof *raw, block->nrow, &raw_capacity);
        size_t first = (size_t)block->nrow * n;
        read_row(source, query, plans, block, cells + first, raw + first);
        block->nrow++;
    }
    block->cells = cells;
    block->raw = raw;
}

/* Columns in the order of the header, then the rest of the SELECT. */
bool block_read_result(const BlockSource *source, Query *query, const BlockHeader *header,
                       Block *block)
{
    Plan *plans = arena_new(source->arena, Plan, header->ncolumn + query_ncolumn(query));
    int count = 0;
    for (; count < header->ncolumn; count++)
        if (!plan_declared(source, query, header, count, &plans[count]))
            return false;
    count = plan_rest(source, query, plans, count);
    TableColumn *columns = arena_new(source->arena, TableColumn, count);
    for (int i = 0; i < count; i++)
        columns[i] = plans[i].column;
    block->columns = columns;
    block->ncolumn = count;
    read_rows(source, query, plans, block);
    return !query->failed;
}
