/* Takes a table row by row, cell by cell, into the store. One reading is enough as long as each row
 * can be judged by what came before it; else the whole is looked at and the file taken again. */
#include "ingest/load_type.h"

#include "core/progress.h"
#include "core/text.h"

#include <string.h>

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
    int nfield = load->header.nfield, excess = load_excess(load, row);
    if (row->ncell < nfield && !is_sheet(load)) {
        fault_put(load->in, load_at(load, row->line, 0), MSG_ROW_SHORT, row->ncell, nfield);
        return false;
    }
    if (excess > load->least_excess && !is_sheet(load) && !load->settled) {
        load->again = true;
        return false;
    }
    if (excess < 0 || (!is_sheet(load) && excess > load->least_excess)) {
        fault_put(load->in, load_at(load, row->line, nfield + 1), MSG_ROW_LONG, row->ncell, nfield);
        return false;
    }
    return true;
}

static const RawCell *cell_at(const RawRow *row, int field)
{
    static const RawCell EMPTY = {"", 0, RAW_TEXT};
    return field < row->ncell ? &row->cells[field] : &EMPTY;
}

static void put_note(Load *load, int line, int field, int index, const RawCell *raw,
                     const CellNote *note)
{
    const DataColumn *column = &load->dataset->columns[index];
    FaultAt place = load_at(load, line, field + 1);
    place.field = column->name;
    if (column->type != TYPE_PERSON)
        place.value = text_normal(load->scratch, raw->text, raw->length);
    fault_put(load->in, place, note->message, note->first, note->second);
}

/* What the mapping makes of a cell. */
static RawCell recode(Load *load, int column, const RawCell *raw)
{
    const char *key = NULL;
    for (int i = 0; i < load->nrecode; i++) {
        if (load->recodes[i].column != column)
            continue;
        if (!key)
            key = text_key(load->scratch, text_normal(load->scratch, raw->text, raw->length));
        const MappingRow *row = load->recodes[i].row;
        if (strcmp(row->value_key, key) == 0)
            return (RawCell){row->value, strlen(row->value), RAW_TEXT};
    }
    return *raw;
}

/* Reads one cell into values; false if it is refused. Field -1: a constant of the mapping. */
static bool read_cell(Load *load, int line, int field, int index, const RawCell *raw)
{
    const DataColumn *column = &load->dataset->columns[index];
    CellNote note;
    RawCell recoded;
    if (load_is_given(load, index))
        return true;
    if (load->nrecode) {
        recoded = recode(load, index, raw);
        raw = &recoded;
    }
    bool good = cell_read(&load->reader, column, raw, field < 0 ? '.' : load->marks[field],
                          &load->values[index], &note);
    if (note.said && note.message == MSG_NUMBER_AMBIGUOUS && !load->settled) {
        load->again = true;
        return false;
    }
    if (note.said)
        put_note(load, line, field, index, raw, &note);
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
    FaultAt place = load_at(load, row->line, load->action + 1);
    place.field = "action";
    place.value = text;
    fault_put(load->in, place, MSG_ACTION_INVALID, text);
    return -1;
}

/* The earliest date tells whether the file holds rows of an earlier period. */
static void note_date(Load *load)
{
    const Value *date = load->date >= 0 ? &load->values[load->date] : NULL;
    char *first = load->file->first_date;
    if (date && date->kind == VALUE_TEXT && (!*first || strcmp(date->text, first) < 0))
        memcpy(first, date->text, sizeof load->file->first_date);
}

static void put_row(Load *load, int line, const char *state)
{
    note_date(load);
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
    load->nwithdrawal += action == 1;
    dataset->nwithdrawal += action == 1;
    memset(load->values, 0, sizeof *load->values * (size_t)dataset->ncolumn);
    for (int field = 0; field < load->header.nfield; field++) {
        int column = load->header.columns[field];
        if (column < 0 || (action == 1 && !dataset->columns[column].key))
            continue;
        refused[column] = !read_cell(load, row->line, field, column, cell_at(row, field));
        good = good && !refused[column];
    }
    for (int i = 0; i < load->nconstant && action != 1; i++) {
        const Constant *constant = &load->constants[i];
        if (!read_cell(load, row->line, -1, constant->column, &constant->cell))
            good = false;
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

/* The form's line of explanation, right below its header. */
static bool is_help(Load *load, const RawRow *row)
{
    bool any = false;
    if (row->line != load->header.line + 1)
        return false;
    for (int i = 0; i < row->ncell; i++) {
        int column = i < load->header.nfield ? load->header.columns[i] : FIELD_UNKNOWN;
        if (row->cells[i].length == 0)
            continue;
        const char *text = cell_text(load->scratch, &row->cells[i]);
        if (column < 0 || !text_equal(text, load->dataset->columns[column].help[LANG_LV]))
            return false;
        any = true;
    }
    return any;
}

static bool take_row(void *user, const RawRow *row)
{
    Load *load = user;
    if (row->line == load->header.line)
        return true;
    if (row->state == ROW_WHOLE && is_empty(row))
        return true;
    if (row->state == ROW_WHOLE && !load->settled && !load_note_row(load, row)) {
        load->again = true;
        return false;
    }
    ArenaMark mark = arena_mark(load->scratch);
    if (row->state == ROW_WHOLE && is_help(load, row))
        return true;
    if (row->state != ROW_WHOLE) {
        load->file->nrow++;
        load_put_broken(load, row);
    } else if (header_is_repeat(load->scratch, &load->header, row)) {
        fault_put(load->in, load_at(load, row->line, 0), MSG_ROW_HEADER);
    } else {
        load->file->nrow++;
        const char *total = total_word(load, row);
        if (total)
            fault_put(load->in, load_at(load, row->line, 1), MSG_ROW_TOTAL, total);
        else if (check_length(load, row))
            take_cells(load, row);
    }
    arena_release(load->scratch, mark);
    if (load->file->nrow % 4096 == 0)
        progress_show(load->in->run, "ingest", load->file->shown, (double)load->file->nrow, 0);
    return !load->broken && !load->again;
}

static void tell_counts(Load *load)
{
    if (load->nlocal)
        fault_put(load->in, load_at(load, 0, 0), MSG_PERSON_LOCAL,
                  load->dataset->columns[load->local_column].name, load->nlocal);
    if (load->nrefused_consent)
        fault_put(load->in, load_at(load, 0, 0), MSG_CONSENT_NONE, load->nrefused_consent);
}

/* Whether rows lie before the period that the submission's label names. */
static void note_early(Load *load)
{
    Period period;
    const char *label = load->file->submission, *first = load->file->first_date;
    if (!label || !*first)
        return;
    char *name = arena_copy(load->arena, label, strcspn(label, "-_ "));
    if (!period_parse(load->arena, name, &period) || date_parse(first) < period.from)
        load->dataset->early = true;
}

/* Undoes what was taken of the file so far. */
static bool forget_rows(Load *load)
{
    Query query;
    FileEntry *file = load->file;
    file->nrow = 0;
    file->first_date[0] = '\0';
    load->nlocal = load->nrefused_consent = 0;
    load->dataset->nwithdrawal -= load->nwithdrawal;
    load->nwithdrawal = 0;
    if (!query_open(&query, load->in->run,
                    SQL("DELETE FROM ingest_fault WHERE file = ?1 AND line > ?2")))
        return false;
    query_bind(&query, 1, "ii", file->file, (int64_t)load->header.line);
    query_run(&query);
    if (!query_close(&query))
        return false;
    const char *sql = arena_format(load->arena, "DELETE FROM \"ingest_%s_row\" WHERE \"row\" >= ?1",
                                   load->dataset->name);
    if (!query_open(&query, load->in->run, (Sql){load->dataset->file, 1, sql}))
        return false;
    query_bind(&query, 1, "i", ROW_OF(file->file, 0));
    query_run(&query);
    return query_close(&query);
}

static bool take_rows(Load *load, const TableReader *reader)
{
    load->values = arena_new(load->arena, Value, load->dataset->ncolumn + 1);
    load->bound = arena_new(load->arena, bool, load->dataset->ncolumn + 1);
    for (int i = 0; i < load->dataset->ncolumn; i++)
        load->bound[i] = load_is_present(load, i) || load_is_given(load, i);
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
    if (done && load->again)
        done = forget_rows(load) && load_scan(load, reader);
    if (!load->again)
        load_settle_marks(load);
    else if (done) {
        load_settle_marks(load);
        load->again = false;
        done = reader->each(reader->self, take_row, load);
    }
    tell_counts(load);
    note_early(load);
    return store_close(&load->store) && done && !load->broken;
}

static bool read_both(Load *load, const TableReader *reader)
{
    bool whole;
    if (!load_look(load, reader, &whole))
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
    load.date =
        file->dataset->date_column ? dataset_column(file->dataset, file->dataset->date_column) : -1;
    if (strcmp(file->dataset->name, "survey") == 0)
        load.consent = dataset_column(file->dataset, "consent");
    progress_show(in->run, "ingest", file->shown, 0, 1);
    bool done = read_both(&load, reader);
    arena_close(load.scratch);
    arena_close(load.arena);
    return done;
}
