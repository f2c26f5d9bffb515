/* Reference data from data/reference/, and the *_published tables: copies that reports may read,
 * without rows of persons. */
#include "ingest/room.h"

#include "core/asset.h"
#include "core/text.h"
#include "ingest/text_table.h"

#include <string.h>

/* ---- reference data ---- */

/* Inserts the columns of a reference CSV that the table has. */
static bool fill_table(Ingest *in, const char *path, const char *table, const char *const *columns,
                       int ncolumn)
{
    TextTable text;
    const Asset *asset = asset_find(in->run, path);
    if (!asset || !text_table_read(in->arena, asset->text, asset->size, &text))
        return diag_fail(in->run->diag, (Place){path, 0, 0}, MSG_FILE_OPEN, path, "?");
    Buffer names = buffer_open(in->arena), values = buffer_open(in->arena);
    for (int i = 0; i < ncolumn; i++) {
        buffer_format(&names, "%s%s", i ? ", " : "", columns[i]);
        buffer_format(&values, "%s?%d", i ? ", " : "", i + 1);
    }
    Query query;
    const char *sql = arena_format(in->arena, "INSERT INTO %s (%s) VALUES (%s)", table,
                                   buffer_end(&names), buffer_end(&values));
    if (!query_open(&query, in->run, (Sql){path, 1, sql}))
        return false;
    for (int row = 1; row < text.nrow; row++) {
        for (int i = 0; i < ncolumn; i++) {
            const char *value = text_table_get(&text, row, columns[i]);
            query_bind(&query, i + 1, "t", *value ? value : NULL);
        }
        query_run(&query);
    }
    return query_close(&query);
}

bool reference_data(Ingest *in)
{
    static const char *const REGION[] = {"region",  "position", "name_lv",
                                         "name_en", "nuts",     "centre_lv"};
    static const char *const MUNICIPALITY[] = {"atvk",      "name_lv",     "short_lv",   "region",
                                               "iso",       "kind",        "valid_from", "valid_to",
                                               "successor", "tile_column", "tile_row"};
    static const char *const POINT[] = {"point", "position", "title_lv", "title_en"};
    return fill_table(in, "data/reference/region.csv", "ingest_region", REGION, COUNT(REGION)) &&
           fill_table(in, "data/reference/municipality.csv", "ingest_municipality", MUNICIPALITY,
                      COUNT(MUNICIPALITY)) &&
           fill_table(in, "data/reference/point.csv", "ingest_point", POINT, COUNT(POINT));
}

/* ---- published ---- */

/* Datasets whose rows reports may see; none has persons. */
static const char *const PUBLISHED[] = {"activity",   "budget",   "call",      "indicator",
                                        "instrument", "item",     "milestone", "procurement",
                                        "request",    "risk",     "theory",    "reply",
                                        "plan",       "approved", "publicity"};

static bool publish_dataset(Ingest *in, const Dataset *dataset)
{
    Buffer columns = buffer_open(in->arena);
    bool regional = (dataset->origin & ORIGIN_REGIONAL) && dataset->region_column < 0;
    if (regional)
        buffer_text(&columns, "region");
    for (int i = 0; i < dataset->ncolumn; i++)
        if (dataset->columns[i].type != TYPE_PERSON && dataset->columns[i].type != TYPE_ITEMS)
            buffer_format(&columns, "%s\"%s\"", columns.length ? ", " : "",
                          dataset->columns[i].name);
    bool plan = strcmp(dataset->name, "plan") == 0;
    const char *changed = plan ? ", 0 AS changed" : "";
    const char *sql = arena_format(in->arena,
                                   "CREATE TABLE \"ingest_%s_published\" AS SELECT %s%s FROM "
                                   "\"ingest_%s\" ORDER BY \"row\"",
                                   dataset->name, buffer_end(&columns), changed, dataset->name);
    return db_exec(in->run, (Sql){dataset->file, 1, sql});
}

static bool publish_own(Ingest *in)
{
    return db_exec(
        in->run,
        SQL("INSERT INTO ingest_programme_published SELECT key, value FROM ingest_programme "
            "  WHERE key NOT LIKE 'privacy.key%' ORDER BY key;"
            "INSERT INTO ingest_programme_published SELECT key, value FROM ingest_setting "
            "  WHERE key <> 'key_fingerprint' ORDER BY key;"
            "INSERT INTO ingest_file_published SELECT path, sheet, region, submission, dataset, "
            "  sha256, encoding, delimiter, rows, accepted, rejected, warned FROM ingest_file "
            "  ORDER BY file;"
            "INSERT INTO ingest_fault_published SELECT f.region, f.submission, x.path, x.severity, "
            "  x.code, NULL, NULL, count(*) FROM ingest_fault x LEFT JOIN ingest_file f "
            "  ON f.file = x.file GROUP BY f.region, f.submission, x.path, x.severity, x.code "
            "  ORDER BY 1, 2, 3, 4, 5;"
            "INSERT INTO ingest_narrative_published SELECT period, name, lang, markdown "
            "  FROM ingest_narrative ORDER BY period, name, lang;"
            "INSERT INTO ingest_region_published SELECT region, position, name_lv, name_en, nuts, "
            "  centre_lv FROM ingest_region ORDER BY position;"
            "INSERT INTO ingest_municipality_published SELECT atvk, name_lv, short_lv, region, "
            "kind, "
            "  tile_column, tile_row FROM ingest_municipality WHERE valid_to IS NULL ORDER BY atvk;"
            "INSERT INTO ingest_point_published SELECT point, position, title_lv, title_en "
            "  FROM ingest_point ORDER BY position;"));
}

static bool publish_delivery(Ingest *in)
{
    Query query;
    if (!query_open(
            &query, in->run,
            SQL("INSERT INTO ingest_delivery_published SELECT region, dataset, ?2, ?3, period, "
                "due_on, submission, rows, late, missing, expected, "
                "CASE WHEN missing THEN 'missing' WHEN late THEN 'late' "
                "WHEN submission IS NOT NULL THEN 'delivered' "
                "WHEN expected THEN 'not_due' ELSE 'not_expected' END "
                "FROM ingest_delivery WHERE dataset = ?1 ORDER BY period, region")))
        return false;
    for (int i = 0; i < in->datasets.count; i++) {
        const Dataset *dataset = &in->datasets.items[i];
        query_bind(&query, 1, "ttt", dataset->name, dataset->title[LANG_LV],
                   dataset->title[LANG_EN]);
        query_run(&query);
    }
    return query_close(&query);
}

/* What stands between `open` and `close` may come from a row: it is left out. */
static const char *without(Arena *arena, const char *text, char open, char close)
{
    Buffer out = buffer_open(arena);
    for (const char *end; text && *text; text = end + 1) {
        const char *start = strchr(text, open);
        end = start ? strchr(start + 1, close) : NULL;
        if (!end) {
            buffer_text(&out, text);
            break;
        }
        buffer_add(&out, text, (size_t)(start - text));
        buffer_text(&out, open == '{' ? "…" : "'…'");
    }
    return buffer_end(&out);
}

/* A code's message in one language, without values: a rule's from its header, else from a fault. */
static const char *general_message(Ingest *in, const char *code, Lang lang)
{
    const char *name = text_starts(code, "rule.") ? code + 5 : NULL;
    const Asset *rule =
        name ? asset_find(in->run, arena_format(in->arena, "ingest/rules/%s.sql", name)) : NULL;
    if (rule) {
        Header header = header_read(in->arena, rule);
        return without(in->arena, header_lang(in->run, &header, "message", lang), '{', '}');
    }
    Sql sql = lang == LANG_LV ? SQL("SELECT message_lv FROM ingest_fault WHERE code = ?1 "
                                    "ORDER BY fault LIMIT 1")
                              : SQL("SELECT message_en FROM ingest_fault WHERE code = ?1 "
                                    "ORDER BY fault LIMIT 1");
    return without(in->arena, db_text(in->run, in->arena, sql, code, ""), '\'', '\'');
}

/* ingest_fault_published says what a code means, without any row's values. */
static bool describe_faults(Ingest *in)
{
    Query codes, update;
    if (!query_open(&codes, in->run, SQL("SELECT DISTINCT code FROM ingest_fault ORDER BY code")) ||
        !query_open(&update, in->run,
                    SQL("UPDATE ingest_fault_published SET message_lv = ?2, message_en = ?3 "
                        "WHERE code = ?1")))
        return false;
    while (query_next(&codes)) {
        const char *code = query_text_in(&codes, 0, in->arena);
        query_bind(&update, 1, "ttt", code, general_message(in, code, LANG_LV),
                   general_message(in, code, LANG_EN));
        query_run(&update);
    }
    bool done = query_close(&codes);
    return query_close(&update) && done;
}

bool publish_all(Ingest *in)
{
    for (int i = 0; i < COUNT(PUBLISHED); i++) {
        const Dataset *dataset = dataset_find(&in->datasets, PUBLISHED[i]);
        if (dataset && !publish_dataset(in, dataset))
            return false;
    }
    return publish_own(in) && publish_delivery(in) && describe_faults(in);
}
