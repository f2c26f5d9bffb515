/* Readers of cells whose values come from a list: codes, places, points of the regulation, regions,
 * periods. */
#include "ingest/cell_type.h"

#include "core/date.h"
#include "core/text.h"
#include "ingest/date_in.h"

#include <stdlib.h>
#include <string.h>

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

bool cell_read_code(const Cell *cell, Value *value)
{
    const char *text = cell_plain(cell);
    const char *code = find_code(cell, text);
    if (!code)
        return cell_refuse(cell, MSG_CODE_INVALID, cell->text, cell->column->expected);
    cell_set_text(value, code);
    if (cell->column->whole_codes)
        *value = (Value){.kind = VALUE_INTEGER, .integer = strtol(code, NULL, 10)};
    return true;
}

bool cell_read_codes(const Cell *cell, Value *value)
{
    const char **parts;
    Buffer buffer = buffer_open(cell->reader->arena);
    int n = text_split(cell->reader->arena, cell->text, ';', &parts);
    for (int i = 0; i < n; i++) {
        const char *code = find_code(cell, parts[i]);
        if (!code)
            return cell_refuse(cell, MSG_CODE_INVALID, parts[i], cell->column->expected);
        buffer_format(&buffer, "%s%s", i ? ";" : "", code);
    }
    cell_set_text(value, buffer_end(&buffer));
    return true;
}

bool cell_read_municipality(const Cell *cell, Value *value)
{
    const char *atvk, *hint;
    const char *text = cell_plain(cell);
    PlaceKind kind = place_find(cell->reader->places, cell->reader->arena, text, &atvk, &hint);
    cell_set_text(value, atvk);
    switch (kind) {
    case PLACE_FOUND:
        return true;
    case PLACE_RESTORED:
        return cell_warn(cell, MSG_PLACE_ZERO, cell->text, atvk);
    case PLACE_CLOSED:
        return cell_refuse(cell, MSG_PLACE_CLOSED, cell->text, hint);
    case PLACE_OLD:
        return cell_refuse(cell, MSG_PLACE_OLD, cell->text, hint);
    case PLACE_PARISH:
        return cell_refuse(cell, MSG_PLACE_PARISH, cell->text, hint);
    default:
        return cell_refuse(cell, MSG_PLACE_UNKNOWN, cell->text, "");
    }
}

bool cell_read_parish(const Cell *cell, Value *value)
{
    const char *code = NULL;
    const char *text = cell_plain(cell);
    PlaceKind kind = place_parish(cell->reader->places, cell->reader->arena, text, &code);
    cell_set_text(value, code);
    if (kind == PLACE_UNKNOWN)
        return cell_refuse(cell, MSG_PARISH_INVALID, cell->text, "");
    return kind == PLACE_FOUND || cell_warn(cell, MSG_PLACE_ZERO, cell->text, code);
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

bool cell_read_activity(const Cell *cell, Value *value)
{
    bool number = cell->raw->kind == RAW_NUMBER;
    const char *text = cell_plain(cell);
    if (cell->raw->kind == RAW_DATE)
        return cell_refuse(cell, MSG_ID_DATE, cell->text, "");
    int point = point_number(text, '.');
    bool comma = point == 0 && (point = point_number(text, ',')) != 0;
    if (point == 0)
        return cell_refuse(cell, MSG_ACTIVITY_INVALID, cell->text, "");
    const char *code = arena_format(cell->reader->arena, "24.%d", point);
    cell_set_text(value, code);
    if (!number && !comma)
        return true;
    if (point == 1)
        return cell_refuse(cell, MSG_ACTIVITY_AMBIGUOUS, cell->text, "");
    return cell_warn(cell, MSG_ACTIVITY_RESTORED, cell->text, code);
}

bool cell_read_region(const Cell *cell, Value *value)
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
                cell_set_text(value, REGIONS[i][0]);
                return true;
            }
    return cell_refuse(cell, MSG_CODE_INVALID, cell->text,
                       "kurzeme, latgale, riga, vidzeme, zemgale, LV");
}

bool cell_read_period(const Cell *cell, Value *value)
{
    Period period;
    const char *text = cell_plain(cell);
    Date date = cell->raw->kind == RAW_NUMBER ? DATE_NONE : date_in(text);
    if (date != DATE_NONE) {
        cell_set_text(value, date_iso(cell->reader->arena, date));
        return true;
    }
    if (strcmp(text, "*") != 0 && !period_parse(cell->reader->arena, text, &period))
        return cell_refuse(cell, MSG_PERIOD_INVALID, cell->text, "");
    cell_set_text(value, text);
    return true;
}
