/* Text of workbooks without the library: what may stand in a cell, how wide it is, what a cell is
 * called. Widths are those of Carlito, which has Calibri's. */
#include "core/workbook_private.h"

#include "core/text.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Advance widths of Carlito in 1/2048 em for U+0020–U+007E, regular and bold. */
static const short ADVANCE[2][95] = {
    {463,  667,  821,  1020, 1038, 1464, 1397, 452,  621,  621,  1020, 1020, 511,  627,  517,  791,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548,  548,  1020, 1020, 1020, 949,
     1831, 1185, 1114, 1092, 1260, 1000, 941,  1292, 1276, 516,  653,  1064, 861,  1751, 1322, 1356,
     1058, 1378, 1112, 941,  998,  1314, 1162, 1822, 1063, 998,  959,  628,  791,  628,  1020, 1020,
     596,  981,  1076, 866,  1076, 1019, 625,  964,  1076, 470,  490,  931,  470,  1636, 1076, 1080,
     1076, 1076, 714,  801,  686,  1076, 925,  1464, 887,  927,  809,  644,  943,  644,  1020},
    {463,  667,  898,  1020, 1038, 1493, 1443, 478,  638,  638,  1020, 1020, 528,  627,  547,  880,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565,  565,  1020, 1020, 1020, 949,
     1840, 1241, 1148, 1084, 1291, 999,  940,  1305, 1292, 546,  678,  1120, 866,  1790, 1349, 1385,
     1090, 1405, 1153, 968,  1014, 1337, 1211, 1856, 1128, 1064, 979,  665,  880,  665,  1020, 1020,
     615,  1011, 1099, 857,  1099, 1031, 648,  971,  1099, 503,  523,  983,  503,  1666, 1099, 1101,
     1099, 1099, 728,  817,  710,  1099, 969,  1526, 941,  970,  814,  704,  973,  704,  1020}};

/* Signs that reports use, and their widths. */
static const struct {
    uint32_t code;
    short advance;
} SIGN[] = {{0xA0, 463},    {0xB1, 1020},   {0xB7, 517},    {0x2013, 1020}, {0x2014, 1854},
            {0x2019, 511},  {0x201C, 857},  {0x201D, 857},  {0x201E, 857},  {0x2026, 1414},
            {0x20AC, 1038}, {0x2212, 1020}, {0x2264, 1020}, {0x2265, 1020}, {0x25CF, 1237}};

/* The letter under the accent for U+00C0–U+017F, whose width it shares. */
static const char BASE[] = "AAAAAAWCEEEEIIIIDNOOOOO+OUUUUYPs"
                           "aaaaaamceeeeiiiidnooooo+ouuuuypy"
                           "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
                           "GgGgHhHhIiIiIiIiIiMmJjKkkLlLlLlL"
                           "lLlNnNnNnnNnOoOoOoMmRrRrRrSsSsSs"
                           "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

enum { EM = 2048, WIDE = 1280 };

static int advance(uint32_t code, bool bold)
{
    if (code >= 0xC0 && code < 0x180)
        code = (unsigned char)BASE[code - 0xC0];
    if (code >= 32 && code < 127)
        return ADVANCE[bold][code - 32];
    for (int i = 0; i < COUNT(SIGN); i++)
        if (SIGN[i].code == code)
            return SIGN[i].advance;
    return WIDE;
}

/* Pixels of Excel at 100 %: 96 to the inch, 7 to a character of the widest digit, 5 of padding. */
static double pixels(double advances, double size_pt)
{
    return advances / EM * size_pt * 96 / 72;
}

static double characters(double width_px)
{
    return (width_px + 7) / 7;
}

double text_width_characters(const char *text, double size_pt, bool bold)
{
    double widest = 0, line = 0;
    for (const char *at = text; *at;) {
        unsigned char byte = (unsigned char)*at;
        if (byte >= 32 && byte < 127) {
            line += ADVANCE[bold][byte - 32];
            at++;
        } else if (byte == '\n') {
            widest = line > widest ? line : widest;
            line = 0;
            at++;
        } else {
            line += advance(text_next(&at), bold);
        }
    }
    widest = line > widest ? line : widest;
    return characters(pixels(widest, size_pt));
}

/* Lines that a paragraph takes when words are set into `room` of advances. */
static int line_count(const char *text, bool bold, double room)
{
    int lines = 1;
    double line = 0, word = 0;
    for (const char *at = text; *at;) {
        uint32_t code = text_next(&at);
        double step = code == '\n' ? 0 : advance(code, bold);
        word += step;
        if (line + word > room && line > 0) {
            lines++;
            line = 0;
        }
        if (code == ' ' || code == '\n' || code == '-') {
            line += word;
            word = 0;
        }
        if (code == '\n') {
            lines++;
            line = 0;
        }
        if (word > room) {
            lines++;
            word = step;
        }
    }
    return lines;
}

double text_height_pt(const char *text, double size_pt, bool bold, double width, double leading_pt)
{
    double room = fmax(7, width * 7 - 7) / size_pt / 96 * 72 * EM;
    return line_count(text, bold, room) * leading_pt;
}

/* The part of a number format that stands after the digits: " %", " €". */
static const char *format_tail(const char *format)
{
    const char *end = strchr(format, ';');
    size_t length = end ? (size_t)(end - format) : strlen(format);
    while (length > 0 && !strchr("0#?", format[length - 1]))
        length--;
    return format + length;
}

double number_width_characters(double value, const char *format, double size_pt, bool bold)
{
    char digits[64];
    if (!format || strcmp(format, "General") == 0) {
        snprintf(digits, sizeof digits, "%.10g", value);
        return text_width_characters(digits, size_pt, bold);
    }
    if (strpbrk(format, "yd"))
        return text_width_characters("00.00.0000", size_pt, bold);
    const char *point = strchr(format, '.'), *tail = format_tail(format);
    int decimals = 0;
    if (point && point < tail)
        decimals = (int)strspn(point + 1, "0#?");
    snprintf(digits, sizeof digits, "%.*f", decimals, strchr(tail, '%') ? value * 100 : value);
    double width = text_width_characters(digits, size_pt, bold);
    size_t whole = strspn(digits[0] == '-' ? digits + 1 : digits, "0123456789");
    double groups = strchr(format, ',') && whole > 3 ? (double)((whole - 1) / 3) : 0;
    double rest = 0;
    for (const char *at = tail; *at && *at != ';';)
        rest += advance(text_next(&at), bold);
    return width + pixels(groups * advance(' ', bold) + rest, size_pt) / 7;
}

/* --- what may stand in a cell --- */

enum { CELL_LIMIT = 32767 };

/* A text "_x0041_" would be read as the letter A; its first sign is written as an escape. */
static bool is_escape(const char *at)
{
    if (at[0] != '_' || at[1] != 'x')
        return false;
    for (int i = 2; i < 6; i++)
        if (!isxdigit((unsigned char)at[i]))
            return false;
    return at[6] == '_';
}

static bool is_plain(const char *text)
{
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++, length++)
        if ((*at < 32 && *at != '\n') || *at >= 127 || *at == '_')
            return false;
    return length <= CELL_LIMIT;
}

char *text_cut(Arena *arena, const char *text, int length)
{
    const char *at = text;
    for (int i = 0; i < length && *at; i++)
        text_next(&at);
    return arena_copy(arena, text, (size_t)(at - text));
}

static bool may_stand(uint32_t code)
{
    if (code < 32)
        return code == '\n' || code == '\t';
    return code != 127 && (code < 0x80 || code >= 0xA0) && code != 0xFFFE && code != 0xFFFF;
}

const char *text_for_cell(Arena *arena, const char *text)
{
    if (is_plain(text))
        return text;
    Buffer buffer = buffer_open(arena);
    int length = 0;
    for (const char *at = text; *at;) {
        if (is_escape(at))
            buffer_text(&buffer, "_x005F");
        uint32_t code = text_next(&at);
        if (!may_stand(code))
            continue;
        length += code > 0xFFFF ? 2 : 1;
        if (length >= CELL_LIMIT) {
            buffer_text(&buffer, "…");
            break;
        }
        char bytes[5];
        buffer_add(&buffer, bytes, (size_t)text_encode(code, bytes));
    }
    return buffer_end(&buffer);
}

/* --- addresses --- */

static void column_letters(int column, char out[4])
{
    char letters[4];
    int n = 0;
    for (int rest = column + 1; rest > 0 && n < 3; rest = (rest - 1) / 26)
        letters[n++] = (char)('A' + (rest - 1) % 26);
    for (int i = 0; i < n; i++)
        out[i] = letters[n - 1 - i];
    out[n] = '\0';
}

char *cell_address(Arena *arena, int row, int column)
{
    char letters[4];
    column_letters(column, letters);
    return arena_format(arena, "%s%d", letters, row + 1);
}

char *cell_address_fixed(Arena *arena, int row, int column)
{
    char letters[4];
    column_letters(column, letters);
    return arena_format(arena, "$%s$%d", letters, row + 1);
}

char *range_address(Arena *arena, const Sheet *sheet, CellRange range)
{
    char *first = cell_address_fixed(arena, range.first_row, range.first_column);
    char *last = cell_address_fixed(arena, range.last_row, range.last_column);
    Buffer buffer = buffer_open(arena);
    for (const char *at = sheet->name; *at; at++) {
        buffer_add(&buffer, at, 1);
        if (*at == '\'')
            buffer_add(&buffer, at, 1);
    }
    const char *name = buffer_end(&buffer);
    if (strcmp(first, last) == 0)
        return arena_format(arena, "'%s'!%s", name, first);
    return arena_format(arena, "'%s'!%s:%s", name, first, last);
}
