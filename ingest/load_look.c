/* What is known of a table before its rows are taken: its header, and, where rows leave a doubt
 * that only the whole can settle, decimal marks and empty fields at the end of rows. */
#include "ingest/load_type.h"

#include "core/text.h"

#include <string.h>

FaultAt load_at(const Load *load, int line, int column)
{
    return (FaultAt){.file = load->file, .line = line, .column = column};
}

/* Fields behind the header's last: -1 if one of them holds something. */
int load_excess(const Load *load, const RawRow *row)
{
    for (int i = load->header.nfield; i < row->ncell; i++)
        if (row->cells[i].length)
            return -1;
    return row->ncell > load->header.nfield ? row->ncell - load->header.nfield : 0;
}

bool load_note_row(Load *load, const RawRow *row)
{
    bool agreed = true;
    for (int i = 0; i < load->header.nfield && i < row->ncell; i++) {
        int column = load->header.columns[i];
        if (column < 0)
            continue;
        DecimalMark mark = cell_evidence(&load->dataset->columns[column], &row->cells[i]);
        if (!mark)
            continue;
        load->evidence[i][mark == '.']++;
        agreed = agreed && load->evidence[i][mark != '.'] == 0;
        if (!load->settled)
            load->marks[i] = mark;
    }
    return agreed;
}

static MessageId bytes_message(const FileEntry *file)
{
    if (text_starts(file->encoding, "UTF-16"))
        return MSG_ENCODING_UTF16;
    return text_starts(file->encoding, "UTF-8") ? MSG_ENCODING_UTF8 : MSG_ENCODING_1257;
}

/* A row that cannot be read as cells. */
void load_put_broken(Load *load, const RawRow *row)
{
    FaultAt place = load_at(load, row->line, row->fault_column);
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

static bool look_at_header(void *user, const RawRow *row)
{
    Load *load = user;
    if (row->state != ROW_WHOLE) {
        load_put_broken(load, row);
        load->broken_header = true;
        return false;
    }
    HeaderSource source = {load->dataset, &load->in->mapping, load->file->shown};
    header_read_row(load->arena, &source, row, &load->header);
    load->evidence = arena_alloc(load->arena, sizeof *load->evidence, (size_t)row->ncell + 1);
    load->marks = arena_new(load->arena, DecimalMark, row->ncell + 1);
    load->least_excess = load->header.nempty;
    return false;
}

static bool scan_row(void *user, const RawRow *row)
{
    Load *load = user;
    if (row->line == load->header.line)
        return true;
    load->nscanned++;
    if (row->state != ROW_WHOLE)
        return true;
    load_note_row(load, row);
    int excess = load_excess(load, row);
    if (excess >= 0 && (load->least_excess < 0 || excess < load->least_excess))
        load->least_excess = excess;
    return true;
}

/* The mark of each column by its evidence, and that evidence in words. */
void load_settle_marks(Load *load)
{
    Buffer buffer = buffer_open(load->arena);
    buffer_text(&buffer, load->file->evidence);
    for (int i = 0; i < load->header.nfield; i++) {
        int comma = load->evidence[i][0], point = load->evidence[i][1];
        load->marks[i] = comma > point ? ',' : point > comma ? '.' : comma ? '!' : 0;
        if (load->marks[i])
            buffer_format(&buffer, "; %s: ,%d .%d",
                          load->dataset->columns[load->header.columns[i]].name, comma, point);
    }
    load->file->evidence = arena_text(load->in->arena, buffer_end(&buffer));
}

bool load_scan(Load *load, const TableReader *reader)
{
    load->nscanned = 0;
    load->least_excess = -1;
    load->settled = true;
    memset(load->evidence, 0, sizeof *load->evidence * (size_t)(load->header.nfield + 1));
    if (!reader->each(reader->self, scan_row, load))
        return false;
    if (load->least_excess < load->header.nempty)
        load->least_excess = load->header.nempty;
    return true;
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
            fault_put(load->in, load_at(load, header->line, i + 1), MSG_HEADER_TWICE,
                      header->texts[i]);
            good = false;
            break;
        }
    return good;
}

bool load_is_present(const Load *load, int column)
{
    for (int i = 0; i < load->header.nfield; i++)
        if (load->header.columns[i] == column)
            return true;
    for (int i = 0; i < load->nconstant; i++)
        if (load->constants[i].column == column)
            return true;
    return false;
}

bool load_is_given(const Load *load, int column)
{
    return column == load->dataset->region_column && load->file->region != NULL;
}

static bool check_required(Load *load)
{
    bool good = true;
    for (int i = 0; i < load->dataset->ncolumn; i++) {
        const DataColumn *column = &load->dataset->columns[i];
        if (!column->required || load_is_given(load, i) || load_is_present(load, i))
            continue;
        Diagnostic d = diag_make(load->arena, (Place){0}, MSG_HEADER_LACKS, column->name,
                                 column->title[LANG_LV]);
        d.text[LANG_EN] = diag_make(load->arena, (Place){0}, MSG_HEADER_LACKS, column->name,
                                    column->title[LANG_EN])
                              .text[LANG_EN];
        fault_text(load->in, load_at(load, load->header.line, 0), &d);
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
            fault_put(load->in, load_at(load, header->line, i + 1), MSG_HEADER_UNKNOWN,
                      header->texts[i]);
        if (column == FIELD_ACTION)
            load->action = i;
    }
    return query_close(&query);
}

/* What the region's mapping says of this file besides its headers. */
static void take_mapping(Load *load)
{
    const Mapping *mapping = &load->in->mapping;
    int capacity = 0, recode_capacity = 0;
    for (int i = 0; i < mapping->count; i++) {
        const MappingRow *row = &mapping->rows[i];
        int column = dataset_column(load->dataset, row->column);
        if (column < 0 || !mapping_applies(row, load->dataset, load->file->shown))
            continue;
        if (!row->source_key) {
            load->constants = arena_room(load->arena, load->constants, sizeof *load->constants,
                                         load->nconstant, &capacity);
            load->constants[load->nconstant++] =
                (Constant){column, {row->value, strlen(row->value), RAW_TEXT}};
        } else if (row->value_key) {
            load->recodes = arena_room(load->arena, load->recodes, sizeof *load->recodes,
                                       load->nrecode, &recode_capacity);
            load->recodes[load->nrecode++] = (Recode){column, row};
        }
    }
}

bool load_look(Load *load, const TableReader *reader, bool *whole)
{
    *whole = false;
    if (!reader->each(reader->self, look_at_header, load))
        return false;
    if (load->header.nfield == 0) {
        if (!load->broken_header && !load->file->kept_out)
            fault_put(load->in, load_at(load, 1, 0), MSG_HEADER_NONE);
        return true;
    }
    take_mapping(load);
    *whole = check_twice(load);
    *whole = check_required(load) && *whole;
    if (!*whole && !load_scan(load, reader))
        return false; /* only to know how many rows are kept out with the file */
    return store_header(load);
}
