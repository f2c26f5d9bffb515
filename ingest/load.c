/* Reads a table twice: first for what only the whole tells (decimal marks, empty fields at the
 * end), then row by row into the store. */
#include "ingest/load.h"

#include "core/progress.h"
#include "core/text.h"
#include "ingest/header.h"
#include "ingest/store.h"

#include <string.h>

typedef struct {
    Ingest *in;
    FileEntry *file;
    Dataset *dataset;
    Arena *arena;   /* the file */
    Arena *scratch; /* the row */
    HeaderMap header;
    bool has_header;
    int action;         /* field of `action`, or -1 */
    int (*evidence)[2]; /* a field: cells that show comma, point */
    DecimalMark *marks; /* a field */
    int least_excess;   /* empty fields that every row has behind the header's last */
    int64_t nscanned;
    RowStore store;
    bool *bound;   /* a column: whether the file gives it (else it stays NULL) */
    Value *values; /* a column of the dataset */
    CellReader reader;
    int nlocal, local_column, nrefused_consent;
    int consent; /* column, or -1 */
    bool broken; /* the store refused */
} Load;

static FaultAt at(const Load *load, int line, int column)
{
    return (FaultAt){.file = load->file, .line = line, .column = column};
}

/* ---- the first reading ---- */

/* Fields behind the header's last: -1 if one of them holds something. */
static int excess_of(const Load *load, const RawRow *row)
{
    for (int i = load->header.nfield; i < row->ncell; i++)
        if (row->cells[i].length)
            return -1;
    return row->ncell > load->header.nfield ? row->ncell - load->header.nfield : 0;
}

static void note_evidence(Load *load, const RawRow *row)
{
    for (int i = 0; i < load->header.nfield && i < row->ncell; i++) {
        int column = load->header.columns[i];
        if (column < 0)
            continue;
        DecimalMark mark = cell_evidence(&load->dataset->columns[column], &row->cells[i]);
        if (mark)
            load->evidence[i][mark == '.']++;
    }
}

static bool scan_row(void *user, const RawRow *row)
{
    Load *load = user;
    if (!load->has_header) {
        load->has_header = true;
        if (row->state != ROW_WHOLE)
            return false;
        header_read_row(load->arena, load->dataset, row, &load->header);
        load->evidence = arena_alloc(load->arena, sizeof *load->evidence, (size_t)row->ncell + 1);
        load->least_excess = -1;
        return true;
    }
    load->nscanned++;
    if (row->state != ROW_WHOLE)
        return true;
    note_evidence(load, row);
    int excess = excess_of(load, row);
    if (excess >= 0 && (load->least_excess < 0 || excess < load->least_excess))
        load->least_excess = excess;
    return true;
}

static void decide_marks(Load *load)
{
    Buffer buffer = buffer_open(load->arena);
    buffer_text(&buffer, load->file->evidence);
    load->marks = arena_new(load->arena, DecimalMark, load->header.nfield + 1);
    for (int i = 0; i < load->header.nfield; i++) {
        int comma = load->evidence[i][0], point = load->evidence[i][1];
        load->marks[i] = comma > point ? ',' : point > comma ? '.' : comma ? '!' : 0;
        if (load->marks[i])
            buffer_format(&buffer, "; %s: ,%d .%d",
                          load->dataset->columns[load->header.columns[i]].name, comma, point);
    }
    load->file->evidence = arena_text(load->in->arena, buffer_end(&buffer));
    if (load->least_excess < load->header.nempty)
        load->least_excess = load->header.nempty;
}

/* ---- the header ---- */

static bool check_twice(Load *load)
{
    const HeaderMap *header = &load->header;
    bool good = true;
    for (int i = 0; i < header->nfield; i++)
        for (int k = 0; k < i; k++) {
            bool same = *header->keys[i] && strcmp(header->keys[i], header->keys[k]) == 0;
            if (!same && (header->columns[i] < 0 || header->columns[i] != header->columns[k]))
                continue;
            fault_put(load->in, at(load, header->line, i + 1), MSG_HEADER_TWICE, header->texts[i]);
            good = false;
            break;
        }
    return good;
}

static bool is_present(const Load *load, int column)
{
    for (int i = 0; i < load->header.nfield; i++)
        if (load->header.columns[i] == column)
            return true;
    return false;
}

static bool is_given(const Load *load, int column)
{
    return column == load->dataset->region_column && load->file->region != NULL;
}

static bool check_required(Load *load)
{
    bool good = true;
    for (int i = 0; i < load->dataset->ncolumn; i++) {
        const DataColumn *column = &load->dataset->columns[i];
        if (!column->required || is_given(load, i) || is_present(load, i))
            continue;
        fault_put(load->in, at(load, load->header.line, 0), MSG_HEADER_LACKS, column->name,
                  column->title[diag_lang(load->in->run->diag)]);
        good = false;
    }
    return good;
}

static bool store_header(Load *load)
{
    Query query;
    const HeaderMap *header = &load->header;
    if (!query_open(&query, load->in->run,
                    SQL("INSERT INTO ingest_file_column (file, position, header, field) "
                        "VALUES (?1, ?2, ?3, ?4)")))
        return false;
    for (int i = 0; i < header->nfield; i++) {
        int column = header->columns[i];
        if (column == FIELD_EMPTY)
            continue;
        query_bind(&query, 1, "iitt", load->file->file, (int64_t)(i + 1), header->texts[i],
                   column >= 0              ? load->dataset->columns[column].name
                   : column == FIELD_ACTION ? "action"
                                            : NULL);
        query_run(&query);
        if (column == FIELD_UNKNOWN)
            fault_put(load->in, at(load, header->line, i + 1), MSG_HEADER_UNKNOWN,
                      header->texts[i]);
        if (column == FIELD_ACTION)
            load->action = i;
    }
    return query_close(&query);
}

/* ---- the second reading ---- */

static MessageId bytes_message(const FileEntry *file)
{
    if (text_starts(file->encoding, "UTF-16"))
        return MSG_ENCODING_UTF16;
    return text_starts(file->encoding, "UTF-8") ? MSG_ENCODING_UTF8 : MSG_ENCODING_1257;
}

/* A row that cannot be read as cells. */
static void put_broken(Load *load, const RawRow *row)
{
    FaultAt place = at(load, row->line, row->fault_column);
    switch (row->state) {
    case ROW_BYTES:
        fault_put(load->in, place, bytes_message(load->file));
        break;
    case ROW_NUL:
        fault_put(load->in, place, MSG_ROW_NUL);
        break;
    case ROW_QUOTE_STRAY:
        fault_put(load->in, place, MSG_CSV_QUOTE_STRAY);
        break;
    case ROW_QUOTE_AFTER:
        fault_put(load->in, place, MSG_CSV_QUOTE_AFTER);
        break;
    case ROW_QUOTE_OPEN:
        fault_put(load->in, place, MSG_CSV_QUOTE_OPEN);
        break;
    default:
        fault_put(load->in, place, MSG_CSV_UNREAD, row->fault_line);
    }
}

/* Kopā, Total … in the first cell that is not empty. */
static const char *total_word(Load *load, const RawRow *row)
{
    static const char *const WORDS[] = {
        "kopa",     "kopa:",    "total",     "total:",      "pavisam",
        "pavisam:", "kopsumma", "kopsumma:", "pavisamkopa", "grandtotal"};
    for (int i = 0; i < row->ncell; i++) {
        if (row->cells[i].length == 0)
            continue;
        unsigned char first = (unsigned char)*row->cells[i].text;
        if (row->cells[i].length > 20 || (first < 0x80 && !strchr(" \tKkTtPpGg", first)))
            return NULL;
        const char *text = text_normal(load->scratch, row->cells[i].text, row->cells[i].length);
        const char *key = text_key(load->scratch, text);
        for (int k = 0; k < COUNT(WORDS); k++)
            if (strcmp(key, WORDS[k]) == 0)
                return text;
        return NULL;
    }
    return NULL;
}

static bool is_sheet(const Load *load)
{
    return text_equal(load->file->encoding, "XLSX");
}

static bool check_length(Load *load, const RawRow *row)
{
    int nfield = load->header.nfield, excess = excess_of(load, row);
    if (row->ncell < nfield && !is_sheet(load)) {
        fault_put(load->in, at(load, row->line, 0), MSG_ROW_SHORT, row->ncell, nfield);
        return false;
    }
    if (excess < 0 || (!is_sheet(load) && excess > load->least_excess)) {
        fault_put(load->in, at(load, row->line, nfield + 1), MSG_ROW_LONG, row->ncell, nfield);
        return false;
    }
    return true;
}

static const RawCell *cell_at(const RawRow *row, int field)
{
    static const RawCell EMPTY = {"", 0, RAW_TEXT};
    return field < row->ncell ? &row->cells[field] : &EMPTY;
}

static void put_note(Load *load, const RawRow *row, int field, const CellNote *note)
{
    const DataColumn *column = &load->dataset->columns[load->header.columns[field]];
    const RawCell *raw = cell_at(row, field);
    FaultAt place = at(load, row->line, field + 1);
    place.field = column->name;
    if (column->type != TYPE_PERSON)
        place.value = text_normal(load->scratch, raw->text, raw->length);
    fault_put(load->in, place, note->message, note->first, note->second);
}

/* Reads one cell into values; false if it is refused. */
static bool read_cell(Load *load, const RawRow *row, int field)
{
    int index = load->header.columns[field];
    const DataColumn *column = &load->dataset->columns[index];
    CellNote note;
    if (is_given(load, index))
        return true;
    bool good = cell_read(&load->reader, column, cell_at(row, field), load->marks[field],
                          &load->values[index], &note);
    if (note.said)
        put_note(load, row, field, &note);
    if (note.local) {
        load->nlocal++;
        load->local_column = index;
    }
    return good;
}

/* An empty `action` is an ordinary row; 1: delete; -1: refused. */
static int action_of(Load *load, const RawRow *row)
{
    if (load->action < 0)
        return 0;
    const char *text = cell_text(load->scratch, cell_at(row, load->action));
    const char *key = text_key(load->scratch, text);
    if (!*key)
        return 0;
    if (strcmp(key, "delete") == 0 || strcmp(key, "dzest") == 0)
        return 1;
    FaultAt place = at(load, row->line, load->action + 1);
    place.field = "action";
    place.value = text;
    fault_put(load->in, place, MSG_ACTION_INVALID, text);
    return -1;
}

static void put_row(Load *load, int line, const char *state)
{
    if (!store_put(&load->store, line, state, load->values))
        load->broken = true;
}

/* A kept-out row is remembered by its key, so that others can tell why they find no parent. */
static void store_rejected(Load *load, int line, const bool *refused)
{
    for (int i = 0; i < load->dataset->ncolumn; i++) {
        const DataColumn *column = &load->dataset->columns[i];
        if (column->key && (refused[i] || load->values[i].kind == VALUE_MISSING))
            return;
        if (!column->key)
            load->values[i].kind = VALUE_MISSING;
    }
    put_row(load, line, "rejected");
}

static bool has_no_consent(const Load *load)
{
    const Value *consent = load->consent >= 0 ? &load->values[load->consent] : NULL;
    return consent && consent->kind == VALUE_INTEGER && consent->integer == 0;
}

static void take_cells(Load *load, const RawRow *row)
{
    Dataset *dataset = load->dataset;
    bool *refused = arena_new(load->scratch, bool, dataset->ncolumn);
    bool good = true;
    int action = action_of(load, row);
    memset(load->values, 0, sizeof *load->values * (size_t)dataset->ncolumn);
    for (int field = 0; field < load->header.nfield; field++) {
        int column = load->header.columns[field];
        if (column < 0 || (action == 1 && !dataset->columns[column].key))
            continue;
        refused[column] = !read_cell(load, row, field);
        good = good && !refused[column];
    }
    if (has_no_consent(load))
        load->nrefused_consent++;
    else if (good && action >= 0)
        put_row(load, row->line, action == 1 ? "delete" : "current");
    else
        store_rejected(load, row->line, refused);
}

static bool is_empty(const RawRow *row)
{
    for (int i = 0; i < row->ncell; i++)
        if (row->cells[i].length)
            return false;
    return true;
}

static bool take_row(void *user, const RawRow *row)
{
    Load *load = user;
    if (row->line == load->header.line)
        return true;
    if (row->state == ROW_WHOLE && is_empty(row))
        return true;
    ArenaMark mark = arena_mark(load->scratch);
    if (row->state != ROW_WHOLE) {
        load->file->nrow++;
        put_broken(load, row);
    } else if (header_is_repeat(load->scratch, &load->header, row)) {
        fault_put(load->in, at(load, row->line, 0), MSG_ROW_HEADER);
    } else {
        load->file->nrow++;
        const char *total = total_word(load, row);
        if (total)
            fault_put(load->in, at(load, row->line, 1), MSG_ROW_TOTAL, total);
        else if (check_length(load, row))
            take_cells(load, row);
    }
    arena_release(load->scratch, mark);
    if (load->file->nrow % 4096 == 0)
        progress_show(load->in->run, "ingest", load->file->shown, (double)load->file->nrow,
                      (double)load->nscanned);
    return !load->broken;
}

/* ---- one table ---- */

static void tell_counts(Load *load)
{
    if (load->nlocal)
        fault_put(load->in, at(load, 0, 0), MSG_PERSON_LOCAL,
                  load->dataset->columns[load->local_column].name, load->nlocal);
    if (load->nrefused_consent)
        fault_put(load->in, at(load, 0, 0), MSG_CONSENT_NONE, load->nrefused_consent);
}

static bool take_rows(Load *load, const TableReader *reader)
{
    load->values = arena_new(load->arena, Value, load->dataset->ncolumn + 1);
    load->bound = arena_new(load->arena, bool, load->dataset->ncolumn + 1);
    for (int i = 0; i < load->dataset->ncolumn; i++)
        load->bound[i] = is_present(load, i) || is_given(load, i);
    load->reader = (CellReader){.arena = load->scratch,
                                .places = load->in->places,
                                .key = &load->in->key,
                                .region = load->file->region};
    arena_alloc(load->scratch, 1, 1); /* so that a row's end never frees the first chunk */
    if (!store_make(load->in, load->dataset) ||
        !store_open(load->in, &load->store, load->dataset, load->file, load->bound))
        return false;
    load->dataset->nfile++;
    bool done = reader->each(reader->self, take_row, load);
    tell_counts(load);
    return store_close(&load->store) && done && !load->broken;
}

static bool read_both(Load *load, const TableReader *reader)
{
    if (!reader->each(reader->self, scan_row, load))
        return false;
    if (load->header.nfield == 0) {
        fault_put(load->in, at(load, 1, 0), MSG_HEADER_NONE);
        return true;
    }
    decide_marks(load);
    bool whole = check_twice(load);
    whole = check_required(load) && whole;
    if (!store_header(load))
        return false;
    if (whole)
        return take_rows(load, reader);
    load->file->kept_out = true;
    load->file->nrow = load->nscanned;
    return true;
}

bool load_table(Ingest *in, FileEntry *file, const TableReader *reader)
{
    Load load = {.in = in,
                 .file = file,
                 .dataset = file->dataset,
                 .arena = arena_open(),
                 .scratch = arena_open(),
                 .action = -1,
                 .consent = -1};
    if (strcmp(file->dataset->name, "survey") == 0)
        load.consent = dataset_column(file->dataset, "consent");
    progress_show(in->run, "ingest", file->shown, 0, 1);
    bool done = read_both(&load, reader);
    arena_close(load.scratch);
    arena_close(load.arena);
    return done;
}
