/* programme.csv: key and value. Required keys, known keys, defaults; stored in ingest_programme. */
#include "ingest/csv.h"
#include "ingest/fault.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Known keys, their check and default. A key that ends in . stands for all that start so. */
typedef enum {
    KEY_TEXT,
    KEY_DATE,
    KEY_NUMBER,
    KEY_MONTHS,
    KEY_LANGUAGES,
    KEY_PROFILE,
    KEY_FLAG
} KeyKind;
typedef struct {
    const char *name;
    KeyKind kind;
    const char *fallback; /* NULL: none */
    bool required;
} KnownKey;

static const KnownKey KNOWN[] = {
    {"programme.number", KEY_TEXT, NULL, true},
    {"programme.start", KEY_DATE, NULL, true},
    {"programme.end", KEY_DATE, NULL, true},
    {"programme.title_lv", KEY_TEXT, NULL, false},
    {"programme.title_en", KEY_TEXT, NULL, false},
    {"programme.beneficiary_lv", KEY_TEXT, NULL, false},
    {"programme.beneficiary_en", KEY_TEXT, NULL, false},
    {"programme.measure_lv", KEY_TEXT, NULL, false},
    {"programme.measure_en", KEY_TEXT, NULL, false},
    {"programme.budget_eur", KEY_NUMBER, NULL, false},
    {"programme.eu_rate", KEY_NUMBER, NULL, false},
    {"programme.made_up", KEY_FLAG, NULL, false},
    {"period.months", KEY_MONTHS, "6", false},
    {"report.languages", KEY_LANGUAGES, "lv,en", false},
    {"report.as_of", KEY_DATE, NULL, false},
    {"report.prepared_by_lv", KEY_TEXT, NULL, false},
    {"report.prepared_by_en", KEY_TEXT, NULL, false},
    {"report.contact", KEY_TEXT, NULL, false},
    {"profile.", KEY_PROFILE, NULL, false},
    {"study.", KEY_TEXT, NULL, false},
    {"privacy.key_file", KEY_TEXT, NULL, false},
    {"privacy.threshold", KEY_NUMBER, "5", false},
    {"privacy.area_threshold", KEY_NUMBER, "10", false},
    {"expected.", KEY_TEXT, NULL, false},
    {"cumulative.", KEY_FLAG, NULL, false},
    {"due.days", KEY_NUMBER, "15", false},
    {"communities.per_municipality", KEY_NUMBER, "5", false},
    {"logo.eu", KEY_TEXT, NULL, false},
    {"logo.nap", KEY_TEXT, NULL, false},
    {"logo.own", KEY_TEXT, NULL, false},
};

static const KnownKey *find_known(const char *key)
{
    for (int i = 0; i < COUNT(KNOWN); i++)
        if (strcmp(KNOWN[i].name, key) == 0 ||
            (text_ends(KNOWN[i].name, ".") && text_starts(key, KNOWN[i].name)))
            return &KNOWN[i];
    return NULL;
}

static const char *find(const Programme *programme, const char *key)
{
    for (int i = 0; i < programme->count; i++)
        if (strcmp(programme->keys[i], key) == 0)
            return programme->values[i];
    return NULL;
}

const char *programme_get(const Ingest *in, const char *key, const char *fallback)
{
    const char *value = find(&in->programme, key);
    const KnownKey *known = value ? NULL : find_known(key);
    if (!value && known && strcmp(known->name, key) == 0)
        value = known->fallback;
    return value && *value ? value : fallback;
}

static bool is_number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return end != text && *end == '\0' && value >= 0;
}

/* What was expected, or NULL if the value is right. A date is written as ISO. */
static const char *check_value(Arena *arena, KeyKind kind, const char **value)
{
    static const char *const MONTHS[] = {"1", "2", "3", "4", "6", "12"};
    if (kind == KEY_DATE) {
        Value date;
        CellNote note;
        CellReader reader = {.arena = arena};
        DataColumn column = {.type = TYPE_DATE};
        RawCell raw = {*value, strlen(*value), RAW_TEXT};
        if (!cell_read(&reader, &column, &raw, 0, &date, &note))
            return "GGGG-MM-DD";
        *value = date.kind == VALUE_TEXT ? date.text : "";
    } else if (kind == KEY_NUMBER && !is_number(*value)) {
        return "0, 1, 2.5 …";
    } else if (kind == KEY_FLAG && strcmp(*value, "0") && strcmp(*value, "1")) {
        return "0, 1";
    } else if (kind == KEY_PROFILE && strcmp(*value, "public") && strcmp(*value, "authority")) {
        return "public, authority";
    } else if (kind == KEY_LANGUAGES) {
        const char **parts;
        int n = text_split(arena, *value, ',', &parts);
        for (int i = 0; i < n; i++)
            if (strcmp(parts[i], "lv") && strcmp(parts[i], "en"))
                return "lv,en";
        return n ? NULL : "lv,en";
    } else if (kind == KEY_MONTHS) {
        for (int i = 0; i < COUNT(MONTHS); i++)
            if (strcmp(*value, MONTHS[i]) == 0)
                return NULL;
        return "1, 2, 3, 4, 6, 12";
    }
    return NULL;
}

typedef struct {
    Ingest *in;
    FileEntry *file;
    bool header, good;
    int key, value, capacity; /* fields; room for entries */
} ProgrammeReader;

static bool take_header(ProgrammeReader *reader, const RawRow *row)
{
    reader->header = true;
    reader->key = reader->value = -1;
    for (int i = 0; i < row->ncell && row->state == ROW_WHOLE; i++) {
        const char *name =
            text_key(reader->in->arena, cell_text(reader->in->arena, &row->cells[i]));
        if (strcmp(name, "key") == 0)
            reader->key = i;
        if (strcmp(name, "value") == 0)
            reader->value = i;
    }
    if (reader->key >= 0 && reader->value >= 0)
        return true;
    fault_put(reader->in, (FaultAt){.file = reader->file, .line = row->line}, MSG_HEADER_LACKS,
              reader->key < 0 ? "key" : "value", "programme.csv");
    reader->good = false;
    return false;
}

static const char *nearest_key(Arena *arena, const char *key)
{
    const char *names[COUNT(KNOWN)];
    for (int i = 0; i < COUNT(KNOWN); i++)
        names[i] = KNOWN[i].name;
    const char *near = text_nearest(arena, key, names, COUNT(KNOWN));
    return near ? near : "programme.number";
}

static void take_entry(ProgrammeReader *reader, int line, const char *key, const char *value)
{
    Ingest *in = reader->in;
    Programme *programme = &in->programme;
    FaultAt at = {
        .file = reader->file, .line = line, .column = reader->value + 1, .field = "value"};
    const KnownKey *known = find_known(key);
    const char *expected = known && *value ? check_value(in->arena, known->kind, &value) : NULL;
    if (!known)
        fault_put(in, at, MSG_PROGRAMME_KEY, key, nearest_key(in->arena, key));
    if (find(programme, key)) {
        fault_put(in, at, MSG_PROGRAMME_TWICE, key);
    } else if (expected) {
        fault_put(in, at, MSG_PROGRAMME_VALUE, key, value, expected);
    } else {
        int capacity = reader->capacity;
        programme->keys = arena_room(in->arena, programme->keys, sizeof *programme->keys,
                                     programme->count, &capacity);
        programme->values = arena_room(in->arena, programme->values, sizeof *programme->values,
                                       programme->count, &reader->capacity);
        programme->keys[programme->count] = key;
        programme->values[programme->count++] = value;
    }
}

static bool take_row(void *user, const RawRow *row)
{
    ProgrammeReader *reader = user;
    if (!reader->header)
        return take_header(reader, row);
    reader->file->nrow++;
    if (row->state != ROW_WHOLE) {
        fault_put(reader->in,
                  (FaultAt){.file = reader->file, .line = row->line, .column = row->fault_column},
                  row->state == ROW_BYTES ? MSG_ENCODING_UTF8 : MSG_CSV_QUOTE_OPEN);
        return true;
    }
    if (row->ncell <= reader->key || row->ncell <= reader->value) {
        fault_put(reader->in, (FaultAt){.file = reader->file, .line = row->line}, MSG_ROW_SHORT,
                  row->ncell, reader->value + 1);
        return true;
    }
    Arena *arena = reader->in->arena;
    const char *key = arena_text(arena, cell_text(arena, &row->cells[reader->key]));
    const char *value = arena_text(arena, cell_text(arena, &row->cells[reader->value]));
    if (*key && *key != '#')
        take_entry(reader, row->line, key, value);
    return true;
}

static bool take_first(void *user, const RawRow *row)
{
    *(int *)user = row->ncell;
    return false;
}

/* The separator that gives the header more than one field. */
static bool choose_separator(Ingest *in, const Source *source, CsvDialect *dialect)
{
    if (!csv_declared(in->run, source, dialect))
        return false;
    int most = 0;
    char best = dialect->declared ? dialect->separator : ',';
    for (const char *separator = CSV_SEPARATORS; *separator && !dialect->declared; separator++) {
        int n = 0;
        CsvDialect candidate = {*separator, dialect->skip, false};
        if (!csv_each(in->run, source, &candidate, take_first, &n))
            return false;
        if (n > most) {
            most = n;
            best = *separator;
        }
    }
    dialect->separator = best;
    return true;
}

static bool check_needed(Ingest *in, const FileEntry *file)
{
    bool good = true;
    Programme *programme = &in->programme;
    for (int i = 0; i < COUNT(KNOWN); i++)
        if (KNOWN[i].required && !programme_get(in, KNOWN[i].name, NULL)) {
            fault_put(in, (FaultAt){.file = file}, MSG_PROGRAMME_NEED, KNOWN[i].name);
            good = false;
        }
    if (!good)
        return false;
    programme->start = date_parse(programme_get(in, "programme.start", ""));
    programme->end = date_parse(programme_get(in, "programme.end", ""));
    programme->months = atoi(programme_get(in, "period.months", "6"));
    programme->due_days = atoi(programme_get(in, "due.days", "15"));
    if (programme->start <= programme->end)
        return true;
    fault_put(in, (FaultAt){.file = file}, MSG_PROGRAMME_VALUE, "programme.end",
              programme_get(in, "programme.end", ""), "programme.start …");
    return false;
}

static bool store_file(Ingest *in, const FileEntry *file)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_file (file, path, sha256, encoding, delimiter, "
                        "evidence, rows, accepted, rejected, warned) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?6, 0, 0)")))
        return false;
    query_bind(&query, 1, "itttti", file->file, file->shown, file->sha256, file->encoding,
               file->delimiter, file->nrow);
    query_run(&query);
    return query_close(&query);
}

bool programme_read(Ingest *in)
{
    Source source;
    CsvDialect dialect;
    char *path = arena_format(in->arena, "%s/programme.csv", in->run->options->folder);
    if (access(path, F_OK) != 0)
        return diag_fail(in->run->diag, (Place){path, 0, 0}, MSG_PROGRAMME_MISSING);
    if (!source_probe(in->run, path, "programme.csv", &source) ||
        !choose_separator(in, &source, &dialect))
        return false;
    FileEntry file = {.file = ++in->nfile,
                      .path = path,
                      .shown = "programme.csv",
                      .sha256 = source.sha256,
                      .encoding = source_encoding(&source)};
    file.delimiter = arena_format(in->arena, "%c", dialect.separator);
    ProgrammeReader reader = {.in = in, .file = &file, .good = true};
    if (!csv_each(in->run, &source, &dialect, take_row, &reader))
        return false;
    return store_file(in, &file) && reader.good && check_needed(in, &file);
}

static bool put(Query *query, const char *key, const char *value)
{
    query_bind(query, 1, "tt", key, value);
    return query_run(query);
}

bool programme_store(Ingest *in)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_programme (key, value) VALUES (?1, ?2)")))
        return false;
    for (int i = 0; i < in->programme.count; i++)
        put(&query, in->programme.keys[i], in->programme.values[i]);
    for (int i = 0; i < COUNT(KNOWN); i++)
        if (KNOWN[i].fallback && !find(&in->programme, KNOWN[i].name))
            put(&query, KNOWN[i].name, KNOWN[i].fallback);
    return query_close(&query);
}
