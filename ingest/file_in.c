/* One file: recognises its content, finds the separator by the header, notes it in ingest_file. */
#include "ingest/file_in.h"

#include "core/stage.h"
#include "core/text.h"
#include "ingest/csv.h"
#include "ingest/form.h"
#include "ingest/header.h"
#include "ingest/load.h"
#include "ingest/xlsx_in.h"

#include <string.h>

/* ---- ingest_file ---- */

static bool store_file(Ingest *in, const FileEntry *file)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_file (file, path, sheet, region, submission, dataset, "
                        "sha256, encoding, delimiter, evidence, rows, accepted, rejected, warned) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, 0, 0)")))
        return false;
    query_bind(&query, 1, "ittttttttti", file->file, file->shown, file->sheet, file->region,
               file->submission, file->dataset ? file->dataset->name : NULL, file->sha256,
               file->encoding, file->delimiter, file->evidence, file->nrow);
    query_run(&query);
    return query_close(&query);
}

bool file_note(Ingest *in, FileEntry *file, const char *sha256)
{
    file->file = ++in->nfile;
    file->sha256 = sha256;
    file->evidence = "";
    return store_file(in, file);
}

/* A file that cannot be read as a table. */
static bool keep_out(Ingest *in, FileEntry *file, MessageId message)
{
    fault_put(in, (FaultAt){.file = file}, message);
    return store_file(in, file);
}

/* ---- CSV ---- */

typedef struct {
    Ingest *in;
    const Source *source;
    CsvDialect dialect;
} CsvTable;

static bool each_csv_row(void *self, RowTaker *take, void *user)
{
    CsvTable *table = self;
    return csv_each(table->in->run, table->source, &table->dialect, take, user);
}

typedef struct {
    Arena *arena;
    HeaderSource source;
    HeaderMap header;
    int ncell;
} HeaderLook;

static bool look_at_header(void *user, const RawRow *row)
{
    HeaderLook *look = user;
    look->ncell = row->ncell;
    if (row->state == ROW_WHOLE)
        header_read_row(look->arena, &look->source, row, &look->header);
    return false;
}

/* The separator under which most columns are known; then most fields. */
static bool choose_separator(Ingest *in, FileEntry *file, CsvTable *table)
{
    if (!csv_declared(in->run, table->source, &table->dialect))
        return false;
    if (table->dialect.declared) {
        file->evidence = "sep=";
        return true;
    }
    int known = -1, nfield = 0;
    for (const char *separator = CSV_SEPARATORS; *separator; separator++) {
        CsvDialect candidate = {*separator, 0, false};
        HeaderLook look = {.arena = in->arena,
                           .source = {file->dataset, &in->mapping, file->shown}};
        if (!csv_each(in->run, table->source, &candidate, look_at_header, &look))
            return false;
        if (look.header.nknown > known || (look.header.nknown == known && look.ncell > nfield)) {
            known = look.header.nknown;
            nfield = look.ncell;
            table->dialect = candidate;
        }
    }
    file->evidence = arena_format(in->arena, "header %d/%d", known, nfield);
    return true;
}

static const char *encoding_evidence(Arena *arena, const Source *source, const char *rest)
{
    if (source->bom)
        return arena_format(arena, "BOM; %s", rest);
    if (source->nsequence + source->nstray == 0)
        return arena_format(arena, "ASCII; %s", rest);
    return arena_format(arena, "UTF-8 %lld, stray %lld; %s", (long long)source->nsequence,
                        (long long)source->nstray, rest);
}

static bool read_csv(Ingest *in, FileEntry *file, const Source *source)
{
    CsvTable table = {.in = in, .source = source};
    if (!choose_separator(in, file, &table))
        return false;
    file->encoding = source_encoding(source);
    file->delimiter = table.dialect.separator == '\t'
                          ? "TAB"
                          : arena_format(in->arena, "%c", table.dialect.separator);
    file->evidence = encoding_evidence(in->arena, source, file->evidence);
    TableReader reader = {each_csv_row, &table};
    return load_table(in, file, &reader) && store_file(in, file);
}

/* ---- XLSX ---- */

typedef struct {
    Ingest *in;
    FileEntry *file;
    XlsxBook *workbook;
    int sheet;
    bool told;
} SheetTable;

static bool each_sheet_row(void *self, RowTaker *take, void *user)
{
    SheetTable *table = self;
    XlsxFault fault = {0};
    if (xlsx_each(table->workbook, table->sheet, take, user, &fault) || table->told)
        return true;
    table->told = true;
    table->file->kept_out = true; /* of what there is no more; rows before stay */
    fault_put(table->in, (FaultAt){.file = table->file, .line = fault.line},
              fault.limit ? MSG_XLSX_LIMIT : MSG_XLSX_BROKEN, fault.text);
    return true;
}

static void tell_merged(Ingest *in, const FileEntry *file, const XlsxBook *workbook)
{
    for (int i = 0; i < workbook->nmerged; i++)
        fault_put(in,
                  (FaultAt){.file = file,
                            .line = workbook->merged[i].line,
                            .column = workbook->merged[i].column},
                  MSG_XLSX_MERGED);
}

static bool is_allowed_here(Ingest *in, FileEntry *file);

static bool read_sheet(Ingest *in, const FileEntry *whole, XlsxBook *workbook, int sheet,
                       Dataset *dataset, bool named)
{
    FileEntry file = *whole;
    if (sheet != 0 || named)
        file.file = whole->nrow ? ++in->nfile : whole->file;
    file.nrow = 0;
    file.dataset = dataset;
    file.sheet = named ? workbook->sheets[sheet].name : NULL;
    file.encoding = "XLSX";
    file.evidence = arena_format(in->arena, "sheet %s", workbook->sheets[sheet].name);
    if (!is_allowed_here(in, &file))
        return store_file(in, &file);
    SheetTable table = {.in = in, .file = &file, .workbook = workbook, .sheet = sheet};
    TableReader reader = {each_sheet_row, &table};
    workbook->nmerged = 0;
    if (!load_table(in, &file, &reader))
        return false;
    tell_merged(in, &file, workbook);
    return store_file(in, &file);
}

/* Sheets of our own form that hold no data. */
static bool is_form_sheet(const char *name)
{
    return strcmp(name, FORM_COVER) == 0 || strcmp(name, FORM_LISTS) == 0;
}

/* Sheets that carry dataset names are read each; without any the first is, by the file's name. */
static bool read_sheets(Ingest *in, FileEntry *file, XlsxBook *workbook)
{
    int nnamed = 0;
    for (int i = 0; i < workbook->nsheet; i++)
        nnamed += dataset_match(in->arena, &in->datasets, workbook->sheets[i].name) != NULL;
    if (nnamed == 0) {
        if (file->dataset)
            return read_sheet(in, file, workbook, 0, file->dataset, false);
        fault_put(in, (FaultAt){.file = file}, MSG_FILE_DATASET, file->shown);
        return store_file(in, file);
    }
    for (int i = 0; i < workbook->nsheet; i++) {
        Dataset *dataset = dataset_match(in->arena, &in->datasets, workbook->sheets[i].name);
        if (!dataset && is_form_sheet(workbook->sheets[i].name))
            continue;
        if (!dataset) {
            fault_put(in, (FaultAt){.file = file}, MSG_XLSX_SHEET, workbook->sheets[i].name);
            continue;
        }
        if (!read_sheet(in, file, workbook, i, dataset, true))
            return false;
        file->nrow = 1; /* its id is taken: the next sheet gets a new one */
    }
    return true;
}

static bool read_xlsx(Ingest *in, FileEntry *file)
{
    XlsxFault fault = {0};
    Arena *arena = arena_open();
    XlsxBook *workbook = xlsx_open(arena, file->path, &fault);
    bool done;
    if (workbook) {
        done = read_sheets(in, file, workbook);
        xlsx_close(workbook);
    } else {
        fault_put(in, (FaultAt){.file = file}, fault.limit ? MSG_XLSX_LIMIT : MSG_XLSX_BROKEN,
                  fault.text);
        done = store_file(in, file);
    }
    arena_close(arena);
    return done;
}

/* ---- any ---- */

/* Whether its dataset belongs into this folder. */
static bool is_allowed_here(Ingest *in, FileEntry *file)
{
    const Dataset *dataset = file->dataset;
    bool regional = file->region && (file->submission || strcmp(dataset->name, "mapping") == 0);
    if (file->region && !file->submission && regional)
        return true;
    if (regional && (dataset->origin & ORIGIN_REGIONAL))
        return true;
    if (!file->region && (dataset->origin & ORIGIN_CENTRAL))
        return true;
    fault_put(in, (FaultAt){.file = file}, MSG_FILE_WHERE, dataset->name,
              dataset->origin & ORIGIN_REGIONAL ? "incoming/REGION/SUBMISSION" : "programme.csv …");
    file->kept_out = true;
    return false;
}

static bool read_known(Ingest *in, FileEntry *file, const Source *source, bool sheet)
{
    if (source->content == CONTENT_EMPTY)
        return keep_out(in, file, MSG_FILE_EMPTY);
    if (source->content == CONTENT_XLS)
        return keep_out(in, file, MSG_FILE_IS_XLS);
    if (source->content == CONTENT_HTML)
        return keep_out(in, file, MSG_FILE_IS_HTML);
    if (sheet)
        return source->content == CONTENT_ZIP ? read_xlsx(in, file)
                                              : keep_out(in, file, MSG_FILE_NOT_ZIP);
    if (source->content == CONTENT_ZIP)
        return keep_out(in, file, MSG_FILE_IS_ZIP);
    if (!file->dataset) {
        fault_put(in, (FaultAt){.file = file}, MSG_FILE_DATASET, file->shown);
        return store_file(in, file);
    }
    if (!is_allowed_here(in, file))
        return store_file(in, file);
    return read_csv(in, file, source);
}

bool file_in(Ingest *in, FileEntry *file)
{
    Source source;
    file->file = ++in->nfile;
    file->evidence = "";
    const char *folded = text_fold(in->arena, file->shown);
    bool sheet = text_ends(folded, ".xlsx");
    if (!source_probe(in->run, file->path, file->shown, &source)) {
        file->sha256 = "";
        return store_file(in, file);
    }
    file->sha256 = source.sha256;
    if (!sheet && !text_ends(folded, ".csv")) {
        fault_put(in, (FaultAt){.file = file}, MSG_FILE_KIND, file->shown);
        return store_file(in, file);
    }
    return read_known(in, file, &source, sheet);
}

/* ---- once more ---- */

static bool sheet_again(const char *path, const char *sheet, RowTaker *take, void *user)
{
    XlsxFault fault = {0};
    Arena *arena = arena_open();
    XlsxBook *workbook = xlsx_open(arena, path, &fault);
    bool done = false;
    for (int i = 0; workbook && i < workbook->nsheet && !done; i++)
        if (!sheet || text_equal(sheet, workbook->sheets[i].name)) {
            xlsx_each(workbook, i, take, user, &fault);
            done = true;
        }
    if (workbook)
        xlsx_close(workbook);
    arena_close(arena);
    return done;
}

bool file_again(Ingest *in, const char *shown, const char *sheet, const char *delimiter,
                RowTaker *take, void *user)
{
    Source source;
    CsvTable table = {.in = in, .source = &source};
    char *path = arena_format(in->arena, "%s/%s", in->run->options->folder, shown);
    if (!delimiter)
        return sheet_again(path, sheet, take, user);
    if (!source_probe(in->run, path, arena_text(in->arena, shown), &source) ||
        !csv_declared(in->run, &source, &table.dialect))
        return false;
    table.dialect.separator = strcmp(delimiter, "TAB") == 0 ? '\t' : *delimiter;
    return each_csv_row(&table, take, user);
}
