/* The returned workbooks: a summary, and a sheet a file with its marked rows. Columns that identify
 * persons, and columns we do not know, stay empty: the row number identifies the row. */
#include "ingest/returned.h"

#include "core/lang.h"
#include "core/stage.h"
#include "core/text.h"
#include "core/workbook.h"
#include "ingest/file_in.h"
#include "ingest/returned_sheet.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    const char *region, *submission;
    int64_t nfault;
} Submission;

static int list_submissions(Ingest *in, Submission **list)
{
    Query query;
    int count = 0, capacity = 0;
    *list = NULL;
    if (!query_open(
            &query, in->run,
            SQL("SELECT f.region, f.submission, (SELECT count(*) FROM ingest_fault x JOIN "
                "ingest_file g ON g.file = x.file WHERE g.region = f.region AND g.submission "
                "= f.submission AND x.severity <> 'note') FROM ingest_file f "
                "WHERE f.submission IS NOT NULL GROUP BY f.region, f.submission "
                "ORDER BY f.region, f.submission")))
        return -1;
    while (query_next(&query)) {
        *list = arena_room(in->arena, *list, sizeof **list, count, &capacity);
        (*list)[count++] = (Submission){query_text_in(&query, 0, in->arena),
                                        query_text_in(&query, 1, in->arena), query_int(&query, 2)};
    }
    return query_close(&query) ? count : -1;
}

static const char *title_of(Ingest *in, const Submission *submission)
{
    Period period;
    const char *region = lang_region(LANG_LV, submission->region, CASE_NOMINATIVE);
    char *label =
        arena_copy(in->arena, submission->submission, strcspn(submission->submission, "-_ "));
    if (!period_parse(in->arena, label, &period))
        return arena_format(in->arena, "%s, iesniegums %s", region, submission->submission);
    return arena_format(in->arena, "%s, %s, iesniegums %s", text_upper_first(in->arena, region),
                        lang_period(in->arena, LANG_LV, &period, CASE_NOMINATIVE),
                        submission->submission);
}

/* ---- the summary ---- */

static int write_counts(Ingest *in, Sheet *sheet, const ReturnedStyles *styles,
                        const Submission *submission, int row)
{
    static const char *const HEADS[] = {"Datne",     "Datu kopa",  "Rindas",
                                        "Pieņemtas", "Noraidītas", "Ar brīdinājumu"};
    Query query;
    for (int i = 0; i < COUNT(HEADS); i++)
        sheet_text(sheet, row, i, HEADS[i], styles->head);
    if (!query_open(&query, in->run,
                    SQL("SELECT path, sheet, dataset, rows, accepted, rejected, warned FROM "
                        "ingest_file WHERE region = ?1 AND submission = ?2 ORDER BY file")))
        return row;
    query_bind(&query, 1, "tt", submission->region, submission->submission);
    while (query_next(&query)) {
        const Dataset *dataset = dataset_find(&in->datasets, query_text(&query, 2));
        const char *name = strrchr(query_text(&query, 0), '/');
        row++;
        sheet_text(sheet, row, 0,
                   query_is_null(&query, 1)
                       ? name + 1
                       : arena_format(in->arena, "%s, %s", name + 1, query_text(&query, 1)),
                   styles->wrap);
        sheet_text(sheet, row, 1, dataset ? dataset->title[LANG_LV] : "nav noteikta", styles->wrap);
        for (int i = 0; i < 4; i++)
            sheet_number(sheet, row, 2 + i, query_double(&query, 3 + i), styles->count);
    }
    query_close(&query);
    return row;
}

static void write_frequent(Ingest *in, Sheet *sheet, const ReturnedStyles *styles,
                           const Submission *submission, int row)
{
    Query query;
    if (!query_open(
            &query, in->run,
            SQL("SELECT count(*), x.severity, (SELECT y.message_lv FROM ingest_fault y JOIN "
                "ingest_file g ON g.file = y.file WHERE y.code = x.code AND g.region = "
                "f.region AND g.submission = f.submission ORDER BY y.fault LIMIT 1) "
                "FROM ingest_fault x JOIN ingest_file f ON f.file = x.file "
                "WHERE f.region = ?1 AND f.submission = ?2 AND x.severity <> 'note' "
                "GROUP BY x.code, x.severity ORDER BY 1 DESC, x.code LIMIT 5")))
        return;
    query_bind(&query, 1, "tt", submission->region, submission->submission);
    sheet_text(sheet, row, 0, "Biežāk sastaptais", styles->head);
    sheet_text(sheet, row, 1, "Piemērs", styles->head);
    sheet_text(sheet, row, 2, "Reizes", styles->head);
    while (query_next(&query)) {
        row++;
        bool error = strcmp(query_text(&query, 1), "error") == 0;
        sheet_text(sheet, row, 0, error ? "Kļūda" : "Brīdinājums", styles->wrap);
        sheet_text(sheet, row, 1, text_upper_first(in->arena, query_text(&query, 2)), styles->wrap);
        sheet_number(sheet, row, 2, query_double(&query, 0), styles->count);
    }
    query_close(&query);
}

static void write_summary(Ingest *in, Workbook *book, const ReturnedStyles *styles,
                          const Submission *submission)
{
    Sheet *sheet = book_sheet(book, "Kopsavilkums");
    sheet_measure(sheet, false);
    sheet_text(sheet, 0, 0, "Iesniegto datu pārbaude", styles->title);
    sheet_text(sheet, 1, 0, title_of(in, submission), styles->text);
    sheet_text(sheet, 3, 0,
               "Sarkanās šūnas jāizlabo: šo rindu dati nav pieņemti. Dzeltenās šūnas lūdzam "
               "pārbaudīt: šo rindu dati ir pieņemti.",
               styles->text);
    sheet_text(
        sheet, 4, 0,
        arena_format(in->arena,
                     "Labotās rindas iesniedziet jaunā mapē, piemēram, %s-labots; pietiek ar "
                     "labotajām rindām, pārējās paliek spēkā.",
                     submission->submission),
        styles->text);
    sheet_text(
        sheet, 5, 0,
        "Kolonnas, no kurām var uzzināt personu, un nezināmas kolonnas šeit ir tukšas; rindu "
        "atrodiet pēc tās numura datnē.",
        styles->text);
    int row = write_counts(in, sheet, styles, submission, 7);
    write_frequent(in, sheet, styles, submission, row + 2);
    sheet_width(sheet, 0, 34);
    sheet_width(sheet, 1, 70);
    for (int i = 2; i < 6; i++)
        sheet_width(sheet, i, 15);
    sheet_hide_gridlines(sheet);
    sheet_print(sheet, &(SheetPrint){.pages_wide = 1,
                                     .first_row = -1,
                                     .last_row = -1,
                                     .last_used_row = -1,
                                     .last_used_column = -1});
}

/* ---- one workbook ---- */

static bool write_sheets(Ingest *in, Workbook *book, const ReturnedStyles *styles,
                         const Submission *submission)
{
    Query query;
    if (!query_open(
            &query, in->run,
            SQL("SELECT file, path, sheet, delimiter, dataset FROM ingest_file f WHERE region "
                "= ?1 AND submission = ?2 AND EXISTS (SELECT 1 FROM ingest_fault x WHERE "
                "x.file = f.file AND x.severity <> 'note') ORDER BY file")))
        return false;
    query_bind(&query, 1, "tt", submission->region, submission->submission);
    bool done = true;
    while (done && query_next(&query)) {
        ReturnedFile file = {.file = query_int(&query, 0),
                             .path = query_text_in(&query, 1, in->arena),
                             .sheet = query_text_in(&query, 2, in->arena),
                             .delimiter = query_text_in(&query, 3, in->arena),
                             .dataset = dataset_find(&in->datasets, query_text(&query, 4))};
        done = returned_sheet(in, book, styles, &file);
    }
    return query_close(&query) && done;
}

static bool write_one(Ingest *in, const Submission *submission, const char *path)
{
    WorkbookInfo info = {.title = "Iesniegto datu pārbaude",
                         .subject = title_of(in, submission),
                         .author = programme_get(in, "programme.beneficiary_lv", "ietekme"),
                         .created = DATE_NONE};
    Workbook *book = book_open(in->arena, in->run->diag, path, &info);
    ReturnedStyles styles = returned_styles(book);
    write_summary(in, book, &styles, submission);
    if (write_sheets(in, book, &styles, submission))
        return book_close(book);
    book_abandon(book);
    return false;
}

bool returned_write(Ingest *in)
{
    Submission *list;
    int n = list_submissions(in, &list);
    char *folder = arena_format(in->arena, "%s/returned", in->run->options->out);
    bool any = false, done = n >= 0;
    for (int i = 0; i < n; i++)
        any = any || list[i].nfault > 0;
    if (any && mkdir(folder, 0750) != 0 && errno != EEXIST)
        return diag_fail(in->run->diag, (Place){folder, 0, 0}, MSG_FILE_WRITE, folder,
                         strerror(errno));
    for (int i = 0; i < n && done; i++) {
        char *path =
            arena_format(in->arena, "%s/%s-%s.xlsx", folder, list[i].region, list[i].submission);
        if (list[i].nfault > 0)
            done = write_one(in, &list[i], path);
        else
            unlink(path);
    }
    return done;
}
