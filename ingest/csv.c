/* CSV → raw rows. libcsv is fed one physical line at a time, so that the line is always known; a
 * row's cells are kept together until its end. */
#include "ingest/csv.h"

#include "core/text.h"

#include <csv.h>
#include <string.h>

const char CSV_SEPARATORS[] = {';', ',', '\t', '\0'};

enum { ROW_LIMIT = 1 << 20, CELL_LIMIT = 20000 };

/* libcsv's parser states (its own header names none). */
enum { STATE_ROW_NOT_BEGUN = 0, STATE_FIELD_BEGUN = 2, STATE_MIGHT_HAVE_ENDED = 3 };

typedef struct {
    size_t start, length;
} Field;

typedef struct {
    Arena *arena;
    struct csv_parser parser;
    bool parsing;
    RowTaker *take;
    void *user;
    bool stopped;
    bool sound; /* the whole file is known to be valid UTF-8 */
    /* the row being read */
    char *bytes;
    size_t nbyte, capacity;
    Field *fields;
    int nfield, field_capacity;
    RawCell *cells;
    int cell_capacity;
    bool ended;     /* libcsv saw its end */
    int line;       /* where it begins */
    int field_line; /* where its present field begins */
    RowState state;
    int *lines; /* physical lines of the row that are not blank */
    int nline, line_capacity;
    size_t row_size; /* bytes fed since it began */
} CsvReader;

static void take_field(void *text, size_t length, void *user)
{
    CsvReader *reader = user;
    if (reader->nbyte + length + 1 > reader->capacity) {
        size_t wanted = (reader->nbyte + length + 1) * 2;
        char *moved = arena_new(reader->arena, char, wanted);
        memcpy(moved, reader->bytes, reader->nbyte);
        reader->bytes = moved;
        reader->capacity = wanted;
    }
    if (reader->nfield >= CELL_LIMIT)
        return;
    if (reader->nfield == reader->field_capacity)
        reader->fields = arena_room(reader->arena, reader->fields, sizeof *reader->fields,
                                    reader->nfield, &reader->field_capacity);
    reader->fields[reader->nfield++] = (Field){reader->nbyte, length};
    if (length)
        memcpy(reader->bytes + reader->nbyte, text, length);
    reader->bytes[reader->nbyte + length] = '\0';
    reader->nbyte += length + 1;
}

static void take_end(int terminator, void *user)
{
    (void)terminator;
    ((CsvReader *)user)->ended = true;
}

static void begin_row(CsvReader *reader)
{
    reader->nbyte = 0;
    reader->nfield = 0;
    reader->nline = 0;
    reader->row_size = 0;
    reader->ended = false;
    reader->state = ROW_WHOLE;
}

static bool is_faulty(const RawCell *cell, RowState state)
{
    if (state == ROW_NUL)
        return memchr(cell->text, 0, cell->length) != NULL;
    return !text_is_utf8(cell->text, cell->length);
}

static void push(CsvReader *reader, int line, RowState state, int fault_column, int fault_line)
{
    while (reader->cell_capacity < reader->nfield)
        reader->cells = arena_room(reader->arena, reader->cells, sizeof *reader->cells,
                                   reader->cell_capacity, &reader->cell_capacity);
    RawRow row = {.line = line,
                  .ncell = reader->nfield,
                  .cells = reader->cells,
                  .state = state,
                  .fault_column = fault_column,
                  .fault_line = fault_line};
    for (int i = 0; i < reader->nfield; i++) {
        const Field *field = &reader->fields[i];
        reader->cells[i] = (RawCell){reader->bytes + field->start, field->length, RAW_TEXT};
        if (row.fault_column == 0 && (state == ROW_BYTES || state == ROW_NUL) &&
            is_faulty(&reader->cells[i], state))
            row.fault_column = i + 1;
    }
    if (!reader->stopped && !reader->take(reader->user, &row))
        reader->stopped = true;
}

static void open_parser(CsvReader *reader, char separator)
{
    if (reader->parsing)
        csv_free(&reader->parser);
    csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_delim(&reader->parser, (unsigned char)separator);
    reader->parsing = true;
}

/* A line is noted for the row it belongs to. */
static void note_line(CsvReader *reader, int line, const char *text, size_t length)
{
    if (reader->nline == 0)
        reader->line = line;
    reader->lines = arena_room(reader->arena, reader->lines, sizeof *reader->lines, reader->nline,
                               &reader->line_capacity);
    reader->lines[reader->nline++] = line;
    reader->row_size += length;
    if (memchr(text, 0, length))
        reader->state = ROW_NUL;
    else if (!reader->sound && reader->state == ROW_WHOLE && !text_is_utf8(text, length))
        reader->state = ROW_BYTES;
}

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r' && text[i] != '\n' && text[i] != ' ')
            return false;
    return true;
}

/* Where the present field begins: each line end inside the fields before it moves it down. */
static int field_line(const CsvReader *reader)
{
    int line = reader->line;
    for (size_t i = 0; i < reader->nbyte; i++) {
        char byte = reader->bytes[i];
        if (byte == '\n' || (byte == '\r' && reader->bytes[i + 1] != '\n'))
            line++;
    }
    return line;
}

/* The row cannot be read to its end; neither can what follows. */
static void give_up(CsvReader *reader, RowState state, Lines *lines, int line)
{
    int column = reader->nfield + 1, opened = field_line(reader), noted = reader->nline;
    reader->nfield = 0;
    push(reader, opened, state, column, opened);
    for (int i = 0; i < noted; i++)
        if (reader->lines[i] != opened)
            push(reader, reader->lines[i], ROW_UNREAD, 0, opened);
    const char *text;
    size_t length;
    while (!reader->stopped && lines_next(lines, &text, &length)) {
        line++;
        if (!is_blank(text, length))
            push(reader, line, ROW_UNREAD, 0, opened);
    }
    reader->stopped = true;
}

/* One physical line. */
static void feed(CsvReader *reader, Lines *lines, char separator, int line, const char *text,
                 size_t length)
{
    if (reader->nline == 0 && is_blank(text, length))
        return;
    if (reader->nline > 0 && is_blank(text, length))
        reader->row_size += length;
    else
        note_line(reader, line, text, length);
    size_t used = csv_parse(&reader->parser, text, length, take_field, take_end, reader);
    if (used < length && reader->parser.pstate == STATE_FIELD_BEGUN && !reader->parser.quoted) {
        int column = reader->nfield + 1;
        push(reader, reader->line, ROW_QUOTE_STRAY, column, line);
        open_parser(reader, separator);
        begin_row(reader);
    } else if (used < length) {
        give_up(reader, ROW_QUOTE_AFTER, lines, line);
    } else if (reader->ended) {
        push(reader, reader->line, reader->state, 0, 0);
        begin_row(reader);
    } else if (reader->row_size > ROW_LIMIT) {
        give_up(reader, ROW_QUOTE_OPEN, lines, line);
    }
}

static void finish(CsvReader *reader, Lines *lines, int line)
{
    if (reader->stopped || reader->nline == 0)
        return;
    if (csv_fini(&reader->parser, take_field, take_end, reader) != 0)
        give_up(reader, ROW_QUOTE_OPEN, lines, line);
    else if (reader->ended)
        push(reader, reader->line, reader->state, 0, 0);
}

bool csv_each(Run *run, const Source *source, const CsvDialect *dialect, RowTaker *take, void *user)
{
    Lines *lines = lines_open(run, source);
    if (!lines)
        return false;
    CsvReader reader = {.arena = arena_open(), .take = take, .user = user, .capacity = 4096};
    reader.bytes = arena_new(reader.arena, char, reader.capacity);
    reader.sound = source->encoding == ENCODING_UTF8 && source->nstray == 0;
    open_parser(&reader, dialect->separator);
    begin_row(&reader);
    const char *text;
    size_t length;
    int line = 0;
    while (!reader.stopped && lines_next(lines, &text, &length)) {
        line++;
        if (line > dialect->skip)
            feed(&reader, lines, dialect->separator, line, text, length);
    }
    finish(&reader, lines, line);
    csv_free(&reader.parser);
    arena_close(reader.arena);
    lines_close(lines);
    return true;
}

bool csv_declared(Run *run, const Source *source, CsvDialect *dialect)
{
    *dialect = (CsvDialect){0};
    Lines *lines = lines_open(run, source);
    if (!lines)
        return false;
    const char *text;
    size_t length;
    if (lines_next(lines, &text, &length)) {
        while (length && (text[length - 1] == '\n' || text[length - 1] == '\r'))
            length--;
        if (length == 5 && memcmp(text, "sep=", 4) == 0 && strchr(CSV_SEPARATORS, text[4])) {
            dialect->separator = text[4];
            dialect->skip = 1;
            dialect->declared = true;
        }
    }
    lines_close(lines);
    return true;
}
