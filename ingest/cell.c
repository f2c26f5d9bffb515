/* Raw cell → typed value. A reader a type, found through one table. */
#include "ingest/cell_type.h"

#include "core/date.h"
#include "core/text.h"
#include "ingest/date_in.h"
#include "ingest/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_LIMIT = 20000 };

bool cell_refuse(const Cell *cell, MessageId message, const char *first, const char *second)
{
    *cell->note = (CellNote){true, SEVERITY_ERROR, message, first, second, false};
    return false;
}

bool cell_warn(const Cell *cell, MessageId message, const char *first, const char *second)
{
    *cell->note = (CellNote){true, SEVERITY_WARNING, message, first, second, false};
    return true;
}

void cell_set_text(Value *value, const char *text)
{
    *value = (Value){.kind = VALUE_TEXT, .text = text};
}

/* Printable ASCII without a space at either end: its own normal form. */
static bool is_plain(const RawCell *raw)
{
    const unsigned char *bytes = (const unsigned char *)raw->text;
    for (size_t i = 0; i < raw->length; i++)
        if (bytes[i] < 0x20 || bytes[i] >= 0x7F)
            return false;
    return raw->length && bytes[0] != ' ' && bytes[raw->length - 1] != ' ';
}

const char *cell_text(Arena *arena, const RawCell *raw)
{
    if (is_plain(raw))
        return raw->length == 1 && *raw->text == '-' ? "" : raw->text;
    const char *text = text_normal(arena, raw->text, raw->length);
    return strcmp(text, "-") == 0 ? "" : text;
}

const char *cell_plain(const Cell *cell)
{
    if (cell->raw->kind != RAW_NUMBER)
        return cell->text;
    double value = strtod(cell->text, NULL);
    if (value == floor(value) && fabs(value) < 1e15)
        return arena_format(cell->reader->arena, "%.0f", value);
    return arena_format(cell->reader->arena, "%.15g", value);
}

/* A personal code has no place in a text or an id of anything else: it is starred out. Hyphenated
 * 6-5 digits, or eleven digits that are a code by date and check digit. */
static char *find_code(char *text)
{
    for (char *at = text; *at; at++) {
        size_t run = strspn(at, "0123456789"), length = run == 6 && at[6] == '-' ? 12 : 11;
        bool hyphen = length == 12 && strspn(at + 7, "0123456789") == 5;
        char code[12] = "", normal[16];
        if (run == 11)
            memcpy(code, at, 11);
        if (hyphen ||
            (run == 11 && person_normal(code, "", false, normal, sizeof normal) == PERSON_PLAIN))
            return at;
        at += run ? run - 1 : 0;
    }
    return NULL;
}

static bool star_codes(const Cell *cell, Value *value)
{
    char *copy = NULL;
    if (strlen(value->text) < 11)
        return true;
    copy = arena_text(cell->reader->arena, value->text);
    bool found = false;
    for (char *at = find_code(copy); at; at = find_code(copy), found = true)
        for (; (*at >= '0' && *at <= '9') || *at == '-'; at++)
            *at = *at == '-' ? '-' : '*';
    if (!found)
        return true;
    value->text = copy;
    return cell_warn(cell, MSG_PERSON_IN_TEXT, "", "");
}

static bool read_text(const Cell *cell, Value *value)
{
    if (strlen(cell->text) > TEXT_LIMIT)
        return cell_refuse(cell, MSG_CELL_LONG, "20 000", "");
    cell_set_text(value, cell_plain(cell));
    return star_codes(cell, value);
}

static bool read_id(const Cell *cell, Value *value)
{
    if (cell->raw->kind == RAW_DATE)
        return cell_refuse(cell, MSG_ID_DATE, cell->text, "");
    return read_text(cell, value);
}

static bool read_person(const Cell *cell, Value *value)
{
    char normal[512];
    bool number = cell->raw->kind == RAW_NUMBER;
    if (cell->raw->kind == RAW_DATE)
        return cell_refuse(cell, MSG_ID_DATE, "", "");
    if (strlen(cell->text) >= 300)
        return cell_refuse(cell, MSG_CELL_LONG, "300", "");
    const char *id = cell_plain(cell);
    PersonKind kind = person_normal(id, cell->reader->region, number, normal, sizeof normal);
    if (kind == PERSON_WRONG_LENGTH)
        return cell_refuse(cell, MSG_PERSON_SHAPE, "", "");
    if (kind == PERSON_WRONG_DATE)
        return cell_refuse(cell, MSG_PERSON_DATE, "", "");
    if (kind == PERSON_SHORT_PHONE)
        return cell_refuse(cell, MSG_PERSON_PHONE, "", "");
    char *hash = arena_alloc(cell->reader->arena, 1, 33);
    person_hash(cell->reader->key, normal, hash);
    cell_set_text(value, hash);
    if (kind == PERSON_WRONG_CHECK)
        cell_warn(cell, MSG_PERSON_CHECK, "", "");
    if (kind == PERSON_ZERO_RESTORED)
        cell_warn(cell, MSG_PERSON_ZERO, "", "");
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
        return cell_refuse(cell, MSG_NUMBER_LOW, cell->text, show_bound(cell, cell->column->min));
    if (value > cell->column->max)
        return cell_refuse(cell, MSG_NUMBER_HIGH, cell->text, show_bound(cell, cell->column->max));
    return true;
}

/* A number written as text: its mark must be the column's. */
static bool written_number(const Cell *cell, double *out)
{
    Number number;
    if (!number_parse(cell->text, &number))
        return cell_refuse(cell, MSG_NUMBER_INVALID, cell->text, "");
    *out = number.value;
    if (number.mark == 0 || number.mark == cell->mark)
        return true;
    if (cell->mark == '!')
        return cell_refuse(cell, MSG_NUMBER_MIXED, cell->text, "");
    if (cell->mark)
        return cell_refuse(cell, MSG_NUMBER_MARK, cell->text, cell->mark == ',' ? "," : ".");
    char *readings = arena_alloc(cell->reader->arena, 1, 160);
    number_readings(cell->text, readings, 160);
    return cell_refuse(cell, MSG_NUMBER_AMBIGUOUS, cell->text, readings);
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
        return cell_refuse(cell, MSG_NUMBER_DATE, cell->text, "");
    if (cell->raw->kind != RAW_NUMBER && labelled_number(cell, out))
        return check_bounds(cell, *out);
    if (cell->raw->kind == RAW_NUMBER) {
        char *end;
        *out = strtod(cell->text, &end);
        if (*end || !isfinite(*out))
            return cell_refuse(cell, MSG_NUMBER_INVALID, cell->text, "");
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
        return cell_refuse(cell, MSG_NUMBER_WHOLE, cell->text, "");
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
        return cell_refuse(cell, MSG_DATE_SERIAL, cell->text, "");
    Date date = date_in(cell->text);
    if (date == DATE_NONE)
        return cell_refuse(cell, MSG_DATE_INVALID, cell->text, "");
    cell_set_text(value, iso_text(cell->reader->arena, date));
    return true;
}

static bool read_boolean(const Cell *cell, Value *value)
{
    static const char *const YES[] = {"1", "ja", "yes", "true", "patiess"};
    static const char *const NO[] = {"0", "ne", "no", "false", "aplams"};
    const char *text = cell_plain(cell);
    const char *key = text_key(cell->reader->arena, text);
    for (int i = 0; i < COUNT(YES); i++) {
        bool yes = strcmp(key, YES[i]) == 0;
        if (yes || strcmp(key, NO[i]) == 0) {
            *value = (Value){.kind = VALUE_INTEGER, .integer = yes};
            return true;
        }
    }
    return cell_refuse(cell, MSG_BOOLEAN_INVALID, cell->text, "");
}

static TypeReader *const READERS[TYPE_COUNT] = {
    [TYPE_TEXT] = read_text,          [TYPE_ID] = read_id,
    [TYPE_PERSON] = read_person,      [TYPE_INTEGER] = read_integer,
    [TYPE_NUMBER] = read_number,      [TYPE_DATE] = read_date,
    [TYPE_BOOLEAN] = read_boolean,    [TYPE_CODE] = cell_read_code,
    [TYPE_CODES] = cell_read_codes,   [TYPE_MUNICIPALITY] = cell_read_municipality,
    [TYPE_PARISH] = cell_read_parish, [TYPE_ACTIVITY] = cell_read_activity,
    [TYPE_REGION] = cell_read_region, [TYPE_PERIOD] = cell_read_period,
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
        return cell_refuse(&cell, MSG_CELL_ERROR, raw->text, "");
    if (raw->kind == RAW_UNCOMPUTED)
        return cell_refuse(&cell, MSG_CELL_UNCOMPUTED, "", "");
    cell.text = raw->length ? cell_text(reader->arena, raw) : "";
    if (is_missing(column, cell.text))
        return !column->required || cell_refuse(&cell, MSG_CELL_REQUIRED, "", "");
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
