/* References against the final state of all submissions: a row whose parent is not there is kept
 * out, with the reason why the parent is missing. Datasets are taken parents first. */
#include "ingest/fault.h"

#include "core/text.h"

#include <string.h>

/* Where a parent may be found, as SQL over p (parent) and a (the row). */
static const char *scope(const Dataset *parent)
{
    if (parent->programme_wide)
        return "1";
    if (parent->origin == ORIGIN_CENTRAL)
        return "(p.region IS NULL OR p.region = a.region OR p.region = 'LV')";
    return "p.region = a.region";
}

static MessageId reason(Ingest *in, const Dataset *parent, const DataColumn *column,
                        const char *value, const char *region)
{
    Query query;
    MessageId message = MSG_REFERENCE_UNKNOWN;
    const char *sql =
        arena_format(in->arena,
                     "SELECT max(p.state = 'rejected'), max(p.state IN ('withdrawn', 'delete')) "
                     "FROM \"ingest_%s_row\" p, (SELECT ?2 AS region) a WHERE p.\"%s\" = ?1 AND %s",
                     parent->name, column->reference_column, scope(parent));
    if (!query_open(&query, in->run, (Sql){parent->file, 1, sql}))
        return message;
    query_bind(&query, 1, "tt", value, region);
    if (query_next(&query)) {
        if (query_int(&query, 0))
            message = MSG_REFERENCE_KEPT_OUT;
        else if (query_int(&query, 1))
            message = MSG_REFERENCE_WITHDRAWN;
    }
    query_close(&query);
    return message;
}

typedef struct {
    int64_t row;
    const char *value, *region;
} Orphan;

/* Rows of `dataset` whose column points at nothing. */
static int find_orphans(Ingest *in, Arena *arena, const Dataset *dataset, const Dataset *parent,
                        const DataColumn *column, Orphan **orphans)
{
    Query query;
    int count = 0, capacity = 0;
    *orphans = NULL;
    const char *sql = arena_format(
        arena,
        "SELECT a.\"row\", a.\"%s\", a.region FROM \"ingest_%s_row\" a WHERE a.state = 'current' "
        "AND a.\"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"ingest_%s_row\" p "
        "WHERE p.\"%s\" = a.\"%s\" AND p.state = 'current' AND %s) ORDER BY a.\"row\"",
        column->name, dataset->name, column->name, parent->name, column->reference_column,
        column->name, scope(parent));
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return -1;
    while (query_next(&query)) {
        *orphans = arena_room(arena, *orphans, sizeof **orphans, count, &capacity);
        (*orphans)[count++] = (Orphan){query_int(&query, 0), query_text_in(&query, 1, arena),
                                       query_text_in(&query, 2, arena)};
    }
    return query_close(&query) ? count : -1;
}

static bool keep_out(Ingest *in, const Dataset *dataset, int64_t row)
{
    Query query;
    const char *sql = arena_format(
        in->arena, "UPDATE \"ingest_%s_row\" SET state = 'rejected' WHERE \"row\" = ?1",
        dataset->name);
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return false;
    query_bind(&query, 1, "i", row);
    query_run(&query);
    return query_close(&query);
}

static bool check_column(Ingest *in, const Dataset *dataset, const DataColumn *column,
                         int64_t *nkept_out)
{
    const Dataset *parent = dataset_find(&in->datasets, column->reference_dataset);
    if (!parent || dataset_column(parent, column->reference_column) < 0)
        return diag_fail(in->run->diag, (Place){dataset->file, 0, 0}, MSG_DATASET_DECLARATION,
                         dataset->name, column->reference_dataset);
    if (column->reference_soft && parent->nfile == 0)
        return true;
    Arena *arena = arena_open();
    Orphan *orphans;
    int n = find_orphans(in, arena, dataset, parent, column, &orphans);
    bool done = n >= 0;
    for (int i = 0; i < n && done; i++) {
        bool person = column->type == TYPE_PERSON;
        const char *shown = person ? "…" : orphans[i].value;
        MessageId message = column->reference_soft
                                ? MSG_REFERENCE_SOFT
                                : reason(in, parent, column, orphans[i].value, orphans[i].region);
        Diagnostic d = diag_make(arena, (Place){0}, message, shown, parent->title[LANG_LV]);
        d.text[LANG_EN] =
            diag_make(arena, (Place){0}, message, shown, parent->title[LANG_EN]).text[LANG_EN];
        fault_row_text(in, orphans[i].row, column->name, person ? NULL : orphans[i].value, &d);
        if (!column->reference_soft) {
            done = keep_out(in, dataset, orphans[i].row);
            ++*nkept_out;
        }
    }
    arena_close(arena);
    return done;
}

/* How many steps of references lead up from a dataset; cycles end at 8. */
static int depth_of(const Ingest *in, const Dataset *dataset, int limit)
{
    int depth = 0;
    for (int i = 0; i < dataset->ncolumn && limit > 0; i++) {
        const Dataset *parent = dataset_find(&in->datasets, dataset->columns[i].reference_dataset);
        int up = parent && parent != dataset ? depth_of(in, parent, limit - 1) + 1 : 0;
        depth = up > depth ? up : depth;
    }
    return depth;
}

bool reference_check(Ingest *in, bool soft, int64_t *nkept_out)
{
    for (int depth = 0; depth <= 8; depth++)
        for (int i = 0; i < in->datasets.count; i++) {
            const Dataset *dataset = &in->datasets.items[i];
            if (!dataset->nfile || depth_of(in, dataset, 8) != depth)
                continue;
            for (int c = 0; c < dataset->ncolumn; c++) {
                const DataColumn *column = &dataset->columns[c];
                if (column->reference_dataset && column->reference_soft == soft &&
                    !check_column(in, dataset, column, nkept_out))
                    return false;
            }
        }
    return true;
}
