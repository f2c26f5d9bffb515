/* Raw cell → typed value. A reader a type, found through one table. */
#include "ingest/cell.h"

#include "core/date.h"
#include "core/text.h"
#include "ingest/date_in.h"
#include "ingest/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_LIMIT = 20000 };

typedef struct {
    const CellReader *reader;
    const DataColumn *column;
    const RawCell *raw;
    const char *text; /* normal form, not missing */
    DecimalMark mark;
    CellNote *note;
} Cell;

static bool refuse(const Cell *cell, MessageId message, const char *first, const char *second)
{
    *cell->note = (CellNote){true, SEVERITY_ERROR, message, first, second, false};
    return false;
}

static bool warn(const Cell *cell, MessageId message, const char *first, const char *second)
{
    *cell->note = (CellNote){true, SEVERITY_WARNING, message, first, second, false};
    return true;
}

static void set_text(Value *value, const char *text)
{
    *value = (Value){.kind = VALUE_TEXT, .text = text};
}

const char *cell_text(Arena *arena, const RawCell *raw)
{
    const char *text = text_normal(arena, raw->text, raw->length);
    return strcmp(text, "-") == 0 ? "" : text;
}

/* An XLSX number as one would write it: 24.1, 38001, 0.5. */
static const char *plain_number(const Cell *cell)
{
    double value = strtod(cell->text, NULL);
    if (value == floor(value) && fabs(value) < 1e15)
        return arena_format(cell->reader->arena, "%.0f", value);
    return arena_format(cell->reader->arena, "%.15g", value);
}

static bool read_text(const Cell *cell, Value *value)
{
    if (strlen(cell->text) > TEXT_LIMIT)
        return refuse(cell, MSG_CELL_LONG, "20 000", "");
    set_text(value, cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text);
    return true;
}

static bool read_id(const Cell *cell, Value *value)
{
    if (cell->raw->kind == RAW_DATE)
        return refuse(cell, MSG_ID_DATE, cell->text, "");
    return read_text(cell, value);
}

static bool read_person(const Cell *cell, Value *value)
{
    char normal[512];
    bool number = cell->raw->kind == RAW_NUMBER;
    if (cell->raw->kind == RAW_DATE)
        return refuse(cell, MSG_ID_DATE, "", "");
    if (strlen(cell->text) >= 300)
        return refuse(cell, MSG_CELL_LONG, "300", "");
    const char *id = number ? plain_number(cell) : cell->text;
    PersonKind kind = person_normal(id, cell->reader->region, number, normal, sizeof normal);
    if (kind == PERSON_WRONG_LENGTH)
        return refuse(cell, MSG_PERSON_SHAPE, "", "");
    if (kind == PERSON_WRONG_DATE)
        return refuse(cell, MSG_PERSON_DATE, "", "");
    if (kind == PERSON_SHORT_PHONE)
        return refuse(cell, MSG_PERSON_PHONE, "", "");
    char *hash = arena_alloc(cell->reader->arena, 1, 33);
    person_hash(cell->reader->key, normal, hash);
    set_text(value, hash);
    if (kind == PERSON_WRONG_CHECK)
        warn(cell, MSG_PERSON_CHECK, "", "");
    if (kind == PERSON_ZERO_RESTORED)
        warn(cell, MSG_PERSON_ZERO, "", "");
    cell->note->local = kind == PERSON_LOCAL;
    return true;
}

static const char *show_bound(const Cell *cell, double bound)
{
    return arena_format(cell->reader->arena, "%.15g", bound);
}

static bool check_bounds(const Cell *cell, double value)
{
    if (value < cell->column->min)
        return refuse(cell, MSG_NUMBER_LOW, cell->text, show_bound(cell, cell->column->min));
    if (value > cell->column->max)
        return refuse(cell, MSG_NUMBER_HIGH, cell->text, show_bound(cell, cell->column->max));
    return true;
}

/* A number written as text: its mark must be the column's. */
static bool written_number(const Cell *cell, double *out)
{
    Number number;
    if (!number_parse(cell->text, &number))
        return refuse(cell, MSG_NUMBER_INVALID, cell->text, "");
    *out = number.value;
    if (number.mark == 0 || number.mark == cell->mark)
        return true;
    if (cell->mark == '!')
        return refuse(cell, MSG_NUMBER_MIXED, cell->text, "");
    if (cell->mark)
        return refuse(cell, MSG_NUMBER_MARK, cell->text, cell->mark == ',' ? "," : ".");
    char *readings = arena_alloc(cell->reader->arena, 1, 160);
    number_readings(cell->text, readings, 160);
    return refuse(cell, MSG_NUMBER_AMBIGUOUS, cell->text, readings);
}

/* The label of a numbered answer: 1=Pilnīgi nepiekrītu. */
static bool labelled_number(const Cell *cell, double *out)
{
    if (cell->column->ncode == 0)
        return false;
    const char *key = text_key(cell->reader->arena, cell->text);
    for (int i = 0; i < cell->column->ncode; i++)
        for (int k = 1; k < COUNT(cell->column->codes[i].keys); k++)
            if (cell->column->codes[i].keys[k] &&
                strcmp(cell->column->codes[i].keys[k], key) == 0) {
                *out = strtod(cell->column->codes[i].code, NULL);
                return true;
            }
    return false;
}

static bool any_number(const Cell *cell, double *out)
{
    if (cell->raw->kind == RAW_DATE)
        return refuse(cell, MSG_NUMBER_DATE, cell->text, "");
    if (cell->raw->kind != RAW_NUMBER && labelled_number(cell, out))
        return check_bounds(cell, *out);
    if (cell->raw->kind == RAW_NUMBER) {
        char *end;
        *out = strtod(cell->text, &end);
        if (*end || !isfinite(*out))
            return refuse(cell, MSG_NUMBER_INVALID, cell->text, "");
    } else if (!written_number(cell, out)) {
        return false;
    }
    return check_bounds(cell, *out);
}

static bool read_number(const Cell *cell, Value *value)
{
    double number;
    if (!any_number(cell, &number))
        return false;
    *value = (Value){.kind = VALUE_REAL, .real = number};
    return true;
}

static bool read_integer(const Cell *cell, Value *value)
{
    double number;
    if (!any_number(cell, &number))
        return false;
    if (number != floor(number) || fabs(number) > 9e15)
        return refuse(cell, MSG_NUMBER_WHOLE, cell->text, "");
    *value = (Value){.kind = VALUE_INTEGER, .integer = (int64_t)number};
    return true;
}

/* As date_iso, without printf: a date is in every row. */
static const char *iso_text(Arena *arena, Date date)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    char *text = arena_alloc(arena, 1, 11);
    text[0] = (char)('0' + year / 1000 % 10);
    text[1] = (char)('0' + year / 100 % 10);
    text[2] = (char)('0' + year / 10 % 10);
    text[3] = (char)('0' + year % 10);
    text[5] = (char)('0' + month / 10);
    text[6] = (char)('0' + month % 10);
    text[8] = (char)('0' + day / 10);
    text[9] = (char)('0' + day % 10);
    text[4] = text[7] = '-';
    return text;
}

static bool read_date(const Cell *cell, Value *value)
{
    if (cell->raw->kind == RAW_NUMBER)
        return refuse(cell, MSG_DATE_SERIAL, cell->text, "");
    Date date = date_in(cell->text);
    if (date == DATE_NONE)
        return refuse(cell, MSG_DATE_INVALID, cell->text, "");
    set_text(value, iso_text(cell->reader->arena, date));
    return true;
}

static bool read_boolean(const Cell *cell, Value *value)
{
    static const char *const YES[] = {"1", "ja", "yes", "true", "patiess"};
    static const char *const NO[] = {"0", "ne", "no", "false", "aplams"};
    const char *text = cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text;
    const char *key = text_key(cell->reader->arena, text);
    for (int i = 0; i < COUNT(YES); i++) {
        bool yes = strcmp(key, YES[i]) == 0;
        if (yes || strcmp(key, NO[i]) == 0) {
            *value = (Value){.kind = VALUE_INTEGER, .integer = yes};
            return true;
        }
    }
    return refuse(cell, MSG_BOOLEAN_INVALID, cell->text, "");
}

static const char *find_code(const Cell *cell, const char *text)
{
    const DataColumn *column = cell->column;
    for (int i = 0; i < column->ncode; i++)
        if (strcmp(column->codes[i].code, text) == 0)
            return column->codes[i].code;
    const char *key = text_key(cell->reader->arena, text);
    for (int i = 0; i < column->ncode; i++)
        for (int k = 0; k < COUNT(column->codes[i].keys); k++)
            if (column->codes[i].keys[k] && strcmp(column->codes[i].keys[k], key) == 0)
                return column->codes[i].code;
    return NULL;
}

static bool read_code(const Cell *cell, Value *value)
{
    const char *text = cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text;
    const char *code = find_code(cell, text);
    if (!code)
        return refuse(cell, MSG_CODE_INVALID, cell->text, cell->column->expected);
    set_text(value, code);
    return true;
}

static bool read_codes(const Cell *cell, Value *value)
{
    const char **parts;
    Buffer buffer = buffer_open(cell->reader->arena);
    int n = text_split(cell->reader->arena, cell->text, ';', &parts);
    for (int i = 0; i < n; i++) {
        const char *code = find_code(cell, parts[i]);
        if (!code)
            return refuse(cell, MSG_CODE_INVALID, parts[i], cell->column->expected);
        buffer_format(&buffer, "%s%s", i ? ";" : "", code);
    }
    set_text(value, buffer_end(&buffer));
    return true;
}

static bool read_municipality(const Cell *cell, Value *value)
{
    const char *atvk, *hint;
    const char *text = cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text;
    PlaceKind kind = place_find(cell->reader->places, cell->reader->arena, text, &atvk, &hint);
    set_text(value, atvk);
    switch (kind) {
    case PLACE_FOUND:
        return true;
    case PLACE_RESTORED:
        return warn(cell, MSG_PLACE_ZERO, cell->text, atvk);
    case PLACE_CLOSED:
        return refuse(cell, MSG_PLACE_CLOSED, cell->text, hint);
    case PLACE_OLD:
        return refuse(cell, MSG_PLACE_OLD, cell->text, hint);
    case PLACE_PARISH:
        return refuse(cell, MSG_PLACE_PARISH, cell->text, hint);
    default:
        return refuse(cell, MSG_PLACE_UNKNOWN, cell->text, "");
    }
}

static bool read_parish(const Cell *cell, Value *value)
{
    const char *code = NULL;
    const char *text = cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text;
    PlaceKind kind = place_parish(cell->reader->places, cell->reader->arena, text, &code);
    set_text(value, code);
    if (kind == PLACE_UNKNOWN)
        return refuse(cell, MSG_PARISH_INVALID, cell->text, "");
    return kind == PLACE_FOUND || warn(cell, MSG_PLACE_ZERO, cell->text, code);
}

/* "24.3" → 3; 0 if it is no point of the regulation. */
static int point_number(const char *text, char mark)
{
    if (strncmp(text, "24", 2) != 0 || text[2] != mark)
        return 0;
    const char *digits = text + 3;
    size_t length = strlen(digits);
    if (length && digits[length - 1] == '.')
        length--;
    if (length == 1 && *digits >= '1' && *digits <= '9')
        return *digits - '0';
    return length == 2 && digits[0] == '1' && digits[1] == '0' ? 10 : 0;
}

static bool read_activity(const Cell *cell, Value *value)
{
    bool number = cell->raw->kind == RAW_NUMBER;
    const char *text = number ? plain_number(cell) : cell->text;
    if (cell->raw->kind == RAW_DATE)
        return refuse(cell, MSG_ID_DATE, cell->text, "");
    int point = point_number(text, '.');
    bool comma = point == 0 && (point = point_number(text, ',')) != 0;
    if (point == 0)
        return refuse(cell, MSG_ACTIVITY_INVALID, cell->text, "");
    const char *code = arena_format(cell->reader->arena, "24.%d", point);
    set_text(value, code);
    if (!number && !comma)
        return true;
    if (point == 1)
        return refuse(cell, MSG_ACTIVITY_AMBIGUOUS, cell->text, "");
    return warn(cell, MSG_ACTIVITY_RESTORED, cell->text, code);
}

static bool read_region(const Cell *cell, Value *value)
{
    static const char *const REGIONS[][4] = {
        {"kurzeme", "kurzeme", "kurzemesplanosanasregions", "kurzemesregions"},
        {"latgale", "latgale", "latgalesplanosanasregions", "latgalesregions"},
        {"riga", "riga", "rigasplanosanasregions", "rigasregions"},
        {"vidzeme", "vidzeme", "vidzemesplanosanasregions", "vidzemesregions"},
        {"zemgale", "zemgale", "zemgalesplanosanasregions", "zemgalesregions"},
        {"LV", "lv", "latvija", "latvia"},
    };
    const char *key = text_key(cell->reader->arena, cell->text);
    for (int i = 0; i < COUNT(REGIONS); i++)
        for (int k = 1; k < 4; k++)
            if (strcmp(REGIONS[i][k], key) == 0) {
                set_text(value, REGIONS[i][0]);
                return true;
            }
    return refuse(cell, MSG_CODE_INVALID, cell->text,
                  "kurzeme, latgale, riga, vidzeme, zemgale, LV");
}

static bool read_period(const Cell *cell, Value *value)
{
    Period period;
    const char *text = cell->raw->kind == RAW_NUMBER ? plain_number(cell) : cell->text;
    Date date = cell->raw->kind == RAW_NUMBER ? DATE_NONE : date_in(text);
    if (date != DATE_NONE) {
        set_text(value, date_iso(cell->reader->arena, date));
        return true;
    }
    if (strcmp(text, "*") != 0 && !period_parse(cell->reader->arena, text, &period))
        return refuse(cell, MSG_PERIOD_INVALID, cell->text, "");
    set_text(value, text);
    return true;
}

typedef bool TypeReader(const Cell *cell, Value *value);
static TypeReader *const READERS[TYPE_COUNT] = {
    [TYPE_TEXT] = read_text,       [TYPE_ID] = read_id,
    [TYPE_PERSON] = read_person,   [TYPE_INTEGER] = read_integer,
    [TYPE_NUMBER] = read_number,   [TYPE_DATE] = read_date,
    [TYPE_BOOLEAN] = read_boolean, [TYPE_CODE] = read_code,
    [TYPE_CODES] = read_codes,     [TYPE_MUNICIPALITY] = read_municipality,
    [TYPE_PARISH] = read_parish,   [TYPE_ACTIVITY] = read_activity,
    [TYPE_REGION] = read_region,   [TYPE_PERIOD] = read_period,
    [TYPE_ITEMS] = read_number,
};

static bool is_missing(const DataColumn *column, const char *text)
{
    if (!*text)
        return true;
    for (int i = 0; i < column->nmissing; i++)
        if (strcmp(column->missing[i], text) == 0)
            return true;
    return false;
}

/* The commonest cell of all: a few digits for a number without labels. */
static bool quick_integer(const DataColumn *column, const RawCell *raw, Value *value)
{
    if (raw->length == 0 || raw->length > 9 || raw->kind != RAW_TEXT ||
        (column->type != TYPE_INTEGER && column->type != TYPE_NUMBER))
        return false;
    int64_t number = 0;
    for (size_t i = 0; i < raw->length; i++) {
        if (raw->text[i] < '0' || raw->text[i] > '9')
            return false;
        number = number * 10 + (raw->text[i] - '0');
    }
    for (int i = 0; i < column->nmissing; i++)
        if (strcmp(column->missing[i], raw->text) == 0)
            return false;
    double real = (double)number;
    if (real < column->min || real > column->max)
        return false;
    *value = column->type == TYPE_INTEGER ? (Value){.kind = VALUE_INTEGER, .integer = number}
                                          : (Value){.kind = VALUE_REAL, .real = real};
    return true;
}

bool cell_read(const CellReader *reader, const DataColumn *column, const RawCell *raw,
               DecimalMark mark, Value *value, CellNote *note)
{
    note->said = note->local = false;
    value->kind = VALUE_MISSING;
    if (quick_integer(column, raw, value))
        return true;
    Cell cell = {reader, column, raw, "", mark, note};
    if (raw->kind == RAW_ERROR)
        return refuse(&cell, MSG_CELL_ERROR, raw->text, "");
    if (raw->kind == RAW_UNCOMPUTED)
        return refuse(&cell, MSG_CELL_UNCOMPUTED, "", "");
    cell.text = raw->length ? cell_text(reader->arena, raw) : "";
    if (is_missing(column, cell.text))
        return !column->required || refuse(&cell, MSG_CELL_REQUIRED, "", "");
    return READERS[column->type](&cell, value);
}

DecimalMark cell_evidence(const DataColumn *column, const RawCell *raw)
{
    Number number;
    if (raw->kind != RAW_TEXT || raw->length < 2 || raw->length > 60 ||
        (column->type != TYPE_NUMBER && column->type != TYPE_INTEGER) ||
        (!memchr(raw->text, ',', raw->length) && !memchr(raw->text, '.', raw->length)))
        return 0;
    const char *text = raw->text;
    while (*text == ' ')
        text++;
    return number_parse(text, &number) && number_is_evidence(&number) ? number.mark : 0;
}
