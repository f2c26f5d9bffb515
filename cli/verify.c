/* ietekme verify DIR: reads the written PDF and XLSX back and compares every figure in them with
 * the store; checks the hashes of the manifest; names each difference. */
#include "cli/command.h"

#include "core/asset.h"
#include "core/text.h"
#include "core/workbook.h"
#include "ingest/ingest.h"
#include "report/report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Run *run;
    Arena *arena; /* of the document at hand */
    const char *id;
    Lang lang;
    bool authority;
    Query look; /* a stored value by figure and edition */
    int nfigure, ncell, nhash, nwrong;
} Verify;

/* ---- what the store says ---- */

/* Figure ids with their field, and the value, from one column of one published table. */
static bool load_column(Run *run, const char *table, const char *column)
{
    char *sql =
        arena_format(run->arena,
                     "INSERT OR IGNORE INTO verify_value SELECT figure || '.%s', \"%s\", %d "
                     "FROM \"%s\" WHERE figure IS NOT NULL AND typeof(\"%s\") <> 'text'",
                     column, column, text_ends(table, "_authority"), table, column);
    return db_exec(run, SQL(sql));
}

static bool load_values(Run *run)
{
    if (!db_exec(run, SQL("CREATE TEMP TABLE verify_value (figure TEXT NOT NULL, value REAL, "
                          "authority INTEGER NOT NULL, PRIMARY KEY (figure, authority)) "
                          "WITHOUT ROWID")))
        return false;
    Query query;
    if (!query_open(
            &query, run,
            SQL("SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
                "WHERE (m.name LIKE '%\\_published' ESCAPE '\\' "
                "  OR m.name LIKE '%\\_authority' ESCAPE '\\') AND c.name <> 'figure' "
                "  AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS f "
                "    WHERE f.name = 'figure') ORDER BY m.name, c.cid")))
        return false;
    bool done = true;
    while (done && query_next(&query))
        done = load_column(run, query_text_in(&query, 0, run->arena),
                           query_text_in(&query, 1, run->arena));
    return query_close(&query) && done;
}

/* The stored value of a figure in the document's edition; false if the store knows no such figure.
 */
static bool look_up(Verify *verify, const char *figure, double *value)
{
    query_reset(&verify->look);
    query_bind(&verify->look, 1, "ti", figure, (int64_t)verify->authority);
    bool known = query_next(&verify->look);
    *value = known ? query_double(&verify->look, 0) : NAN;
    return known;
}

/* ---- one document ---- */

static void differs(Verify *verify, Place at, const char *figure, const char *text, bool known,
                    double stored)
{
    char number[40] = "–";
    if (!isnan(stored))
        snprintf(number, sizeof number, "%.15g", stored);
    if (known)
        diag_report(verify->run->diag, at, MSG_VERIFY_FIGURE, figure, text, number);
    else
        diag_report(verify->run->diag, at, MSG_VERIFY_UNKNOWN, figure, text);
    verify->nwrong++;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Every figure that the document prints in prose or a table must be found again. */
static bool check_coverage(Verify *verify, const char *file, const char **found, int nfound,
                           Sql wanted)
{
    Query query;
    qsort(found, (size_t)nfound, sizeof *found, by_text);
    if (!query_open(&query, verify->run, wanted))
        return false;
    query_bind(&query, 1, "tt", verify->id, lang_code(verify->lang));
    while (query_next(&query)) {
        const char *figure = query_text(&query, 0);
        if (nfound && bsearch(&figure, found, (size_t)nfound, sizeof *found, by_text))
            continue;
        diag_report(verify->run->diag, (Place){file, 0, 0}, MSG_VERIFY_MISSING, figure);
        verify->nwrong++;
    }
    return query_close(&query);
}

static char *output_name(const Verify *verify, const char *extension)
{
    return arena_format(verify->arena, "%s.%s.%s", verify->id, lang_code(verify->lang), extension);
}

static char *output_path(const Verify *verify, const char *name)
{
    return arena_format(verify->arena, "%s/%s", verify->run->options->out, name);
}

static bool check_pdf(Verify *verify)
{
    char *name = output_name(verify, "pdf");
    const PrintedFigure *list;
    int count;
    if (!report_read_pdf(verify->run, verify->arena, output_path(verify, name), &list, &count))
        return false;
    const char **found = arena_new(verify->arena, const char *, count + 1);
    for (int i = 0; i < count; i++) {
        double stored;
        bool known = look_up(verify, list[i].figure, &stored);
        found[i] = list[i].figure;
        verify->nfigure++;
        if (!known || !report_agrees(verify->lang, list[i].text, stored))
            differs(verify, (Place){name, list[i].page, 0}, list[i].figure, list[i].text, known,
                    stored);
    }
    return check_coverage(verify, name, found, count,
                          SQL("SELECT DISTINCT figure FROM report_figure WHERE document = ?1 "
                              "AND lang = ?2 AND place IN ('prose', 'table') "
                              "AND text NOT IN ('…', '–', 'n/d') AND text NOT LIKE 'n._i.' "
                              "ORDER BY figure"));
}

static bool same_number(double found, double stored)
{
    return fabs(found - stored) <= 1e-12 * (1 + fabs(stored));
}

static int by_name(const void *left, const void *right)
{
    return strcmp(((const NamedCell *)left)->name, ((const NamedCell *)right)->name);
}

static void check_cell(Verify *verify, const char *file, const char *figure, const NamedCell *cell)
{
    double stored;
    bool known = look_up(verify, figure, &stored);
    bool good = cell->is_number ? same_number(strtod(cell->text, NULL), stored) : isnan(stored);
    verify->ncell++;
    if (!known || !good)
        differs(verify, (Place){file, cell->line, cell->column}, figure,
                cell->text ? cell->text : "", known, stored);
}

/* All cells named after each figure that the document's tables and charts hold. */
static bool check_cells(Verify *verify, const char *file, const NamedCell *list, int count)
{
    Query query;
    if (!query_open(
            &query, verify->run,
            SQL("SELECT DISTINCT figure FROM report_figure WHERE document = ?1 AND lang = ?2 "
                "AND place = 'table' ORDER BY figure")))
        return false;
    query_bind(&query, 1, "tt", verify->id, lang_code(verify->lang));
    while (query_next(&query)) {
        const char *figure = query_text_in(&query, 0, verify->arena);
        NamedCell key = {.name = book_name_text(verify->arena, figure)};
        const NamedCell *found =
            count ? bsearch(&key, list, (size_t)count, sizeof *list, by_name) : NULL;
        if (!found) {
            diag_report(verify->run->diag, (Place){file, 0, 0}, MSG_VERIFY_MISSING, figure);
            verify->nwrong++;
            continue;
        }
        while (found > list && by_name(found - 1, &key) == 0)
            found--;
        for (; found < list + count && by_name(found, &key) == 0; found++)
            check_cell(verify, file, figure, found);
    }
    return query_close(&query);
}

static bool check_workbook(Verify *verify)
{
    char *name = output_name(verify, "xlsx");
    const NamedCell *cells;
    int count;
    if (!ingest_named_cells(verify->run, verify->arena, output_path(verify, name), &cells, &count))
        return false;
    NamedCell *list = arena_new(verify->arena, NamedCell, count + 1);
    memcpy(list, cells, (size_t)count * sizeof *list);
    qsort(list, (size_t)count, sizeof *list, by_name);
    return check_cells(verify, name, list, count);
}

static bool check_documents(Verify *verify)
{
    Query query;
    if (!query_open(&query, verify->run,
                    SQL("SELECT document, lang, profile = 'authority' FROM report_document "
                        "ORDER BY document, lang DESC")))
        return false;
    bool done = true;
    while (query_next(&query)) {
        verify->arena = arena_open();
        verify->id = query_text_in(&query, 0, verify->arena);
        verify->authority = query_int(&query, 2);
        done = lang_parse(query_text(&query, 1), &verify->lang) && check_pdf(verify) && done;
        done = check_workbook(verify) && done;
        arena_close(verify->arena);
    }
    return query_close(&query) && done;
}

/* ---- hashes ---- */

static void check_hash(Verify *verify, const char *folder, const char *name, const char *sum,
                       MessageId message)
{
    size_t size = 0;
    Arena *arena = arena_open();
    char *path = arena_format(arena, "%s/%s", folder, name);
    diag_silence(verify->run->diag, true);
    char *bytes = file_read(verify->run, arena, path, &size);
    diag_silence(verify->run->diag, false);
    bool same = bytes && text_equal(text_sha256(arena, bytes, size), sum);
    verify->nhash++;
    if (!same) {
        diag_report(verify->run->diag, (Place){name, 0, 0}, message, name);
        verify->nwrong++;
    }
    arena_close(arena);
}

static bool check_list(Verify *verify, const char *manifest, const char *list, const char *folder,
                       MessageId message)
{
    Query query;
    if (!query_open(&query, verify->run,
                    SQL("SELECT DISTINCT json_extract(value, '$.path'), json_extract(value, "
                        "'$.sha256') FROM json_each(?1, '$.' || ?2) ORDER BY 1")))
        return false;
    query_bind(&query, 1, "tt", manifest, list);
    while (query_next(&query))
        check_hash(verify, folder, query_text(&query, 0), query_text(&query, 1), message);
    return query_close(&query);
}

static bool check_manifest(Verify *verify)
{
    const Options *options = verify->run->options;
    size_t size;
    char *path = arena_format(verify->run->arena, "%s/manifest.json", options->out);
    char *text = file_read(verify->run, verify->run->arena, path, &size);
    return text && check_list(verify, text, "inputs", options->folder, MSG_VERIFY_HASH) &&
           check_list(verify, text, "outputs", options->out, MSG_VERIFY_HASH);
}

static void tell(const Verify *verify)
{
    bool latvian = diag_lang(verify->run->diag) == LANG_LV;
    printf(latvian ? "PDF skaitļi: %d, darbgrāmatu šūnas: %d, datnes: %d; atšķirības: %d\n"
                   : "figures in PDF: %d, cells in workbooks: %d, files: %d; differences: %d\n",
           verify->nfigure, verify->ncell, verify->nhash, verify->nwrong);
}

static int run_verify(Run *run, int nargs, char **args)
{
    (void)nargs;
    (void)args;
    Verify verify = {.run = run};
    if (!folder_store_open(run, true))
        return EXIT_NOT_DONE;
    bool done = db_has_table(run, "report_figure");
    if (!done)
        diag_report(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_STAGE, "report", "report");
    done = done && load_values(run) &&
           query_open(&verify.look, run,
                      SQL("SELECT value FROM verify_value WHERE figure = ?1 AND authority <= ?2 "
                          "ORDER BY authority DESC LIMIT 1"));
    if (done) {
        done = check_documents(&verify);
        done = check_manifest(&verify) && done;
        done = query_close(&verify.look) && done;
        tell(&verify);
    }
    db_close(run);
    return !done ? EXIT_NOT_DONE : verify.nwrong ? EXIT_KEPT_OUT : EXIT_DONE;
}

const Command COMMAND_VERIFY = {
    "verify",
    "DIR",
    1,
    1,
    0,
    true,
    {"nolasa uzrakstītos PDF un XLSX un salīdzina katru skaitli ar krātuvi; pārbauda kontrolsummas",
     "read the written PDF and XLSX back and compare every figure with the store; check the "
     "hashes"},
    run_verify};
