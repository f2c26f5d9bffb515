/* A value of a block's row as prose; see value.h for the filters. Rounding and signs are
 * core/lang's. */
#include "report/value.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* What the filters of one value work on. */
typedef struct {
    ValueWriter *writer;
    const Block *block;
    int row, column;
    Cell cell;
    bool is_signed;
    const char *range; /* column of the upper end, or NULL */
    const char *singular, *plural, *zero;
    bool noun_only;
    const char *suffix; /* after the number: " eiro" */
    const char *text;   /* made by a filter; replaces the cell's */
    const char *wrong;
} Value;

void value_escape(Buffer *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if ((unsigned char)*at == 0xEE && ((unsigned char)at[1] & 0xFC) == 0x80 && at[2]) {
            at += 2; /* our marks' range */
            continue;
        }
        if (*at == '\n' || *at == '\r' || *at == '\t') {
            buffer_text(out, " ");
            continue;
        }
        if (ispunct((unsigned char)*at))
            buffer_text(out, "\\");
        buffer_add(out, at, 1);
    }
}

static const char *argument(const char *filter, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(filter, name, length) != 0 || filter[length] != ':')
        return NULL;
    return filter + length + 1;
}

/* "kopiena,kopienas,nav nevienas kopienas" */
static bool read_plural(Value *value, const char *list)
{
    const char **parts;
    int count = text_split(value->writer->arena, list, ',', &parts);
    if (count < 2 || count > 3)
        return false;
    value->singular = parts[0];
    value->plural = parts[1];
    value->zero = count == 3 ? parts[2] : NULL;
    return true;
}

static const char *raw_of(const Value *value, const char *key)
{
    int column = block_column(value->block, key);
    return column < 0 ? NULL : block_raw(value->block, value->row, column);
}

static bool write_period(Value *value, Case wanted)
{
    Arena *arena = value->writer->arena;
    Period period = {0};
    const char *name = block_raw(value->block, value->row, value->column);
    if (!name || !period_parse(arena, name, &period)) {
        const char *from = raw_of(value, "from_on"), *to = raw_of(value, "to_on");
        if (!from || !to)
            return true;
        period = (Period){name, date_parse(from), date_parse(to)};
    }
    value->text = lang_period(arena, value->writer->lang, &period, wanted);
    return true;
}

static bool apply_case(Value *value, const char *filter)
{
    Arena *arena = value->writer->arena;
    Lang lang = value->writer->lang;
    const char *raw = block_raw(value->block, value->row, value->column), *word;
    Case wanted;
    if ((word = argument(filter, "period")) && lang_case(word, &wanted))
        return write_period(value, wanted);
    if ((word = argument(filter, "region")) && lang_case(word, &wanted)) {
        value->text = raw ? lang_region(lang, raw, wanted) : NULL;
        return true;
    }
    if ((word = argument(filter, "date_long")) && lang_case(word, &wanted)) {
        value->text = raw ? lang_date_long(arena, lang, date_parse(raw), wanted) : NULL;
        return true;
    }
    return false;
}

/* Lower case first letter, but for an abbreviation (ESF+, NVO). */
static const char *lower_first(Arena *arena, const char *text)
{
    const char *second = text;
    text_next(&second);
    return *second >= 'A' && *second <= 'Z' ? text : text_lower_first(arena, text);
}

static bool apply_simple(Value *value, const char *filter)
{
    const char *now = value->text ? value->text : value->cell.text;
    if (strcmp(filter, "signed") == 0)
        value->is_signed = true;
    else if (strcmp(filter, "abs") == 0)
        value->cell.number = fabs(value->cell.number);
    else if (strcmp(filter, "lower") == 0)
        value->text = now ? lower_first(value->writer->arena, now) : NULL;
    else if (strcmp(filter, "upper") == 0)
        value->text = now ? text_upper_first(value->writer->arena, now) : NULL;
    else if (strcmp(filter, "eiro") == 0 || strcmp(filter, "euro") == 0)
        value->suffix = filter;
    else
        return false;
    return true;
}

static bool apply(Value *value, const char *filter)
{
    const char *list;
    if ((list = argument(filter, "plural")))
        return read_plural(value, list);
    if ((list = argument(filter, "noun"))) {
        value->noun_only = true;
        return read_plural(value, list);
    }
    if ((list = argument(filter, "to"))) {
        value->range = list;
        return block_column(value->block, list) >= 0;
    }
    if ((list = argument(filter, "word"))) {
        value->text = word_find(value->writer->lang, list,
                                block_raw(value->block, value->row, value->column));
        return true;
    }
    if (apply_simple(value, filter) || apply_case(value, filter))
        return true;
    return format_parse(filter, &value->cell.format);
}

/* Adds plain text, marked as a figure if it has an id. */
static void write_marked(ValueWriter *writer, Buffer *out, const char *text, const char *figure)
{
    if (!writer->markdown) {
        buffer_text(out, text);
        return;
    }
    if (figure) {
        writer->figures = arena_room(writer->arena, writer->figures, sizeof *writer->figures,
                                     writer->nfigure, &writer->capacity);
        writer->figures[writer->nfigure] = figure;
        buffer_format(out, MARK_OPEN "f%d" MARK_CLOSE, writer->nfigure++);
    }
    value_escape(out, text);
    if (figure)
        buffer_text(out, MARK_END);
}

static const char *number_text(const Value *value, const Cell *cell)
{
    Arena *arena = value->writer->arena;
    const char *text = format_cell(arena, value->writer->lang, cell);
    bool positive = value->is_signed && cell->state == CELL_VALUE && cell->number > 0;
    return positive ? arena_format(arena, "+%s", text) : text;
}

/* Both ends in one format; the unit of a share or a sum once, at the end. */
static void write_range(Value *value, Buffer *out)
{
    ValueWriter *writer = value->writer;
    Cell low = value->cell;
    Cell high = *block_cell(value->block, value->row, block_column(value->block, value->range));
    high.format = low.format;
    bool latvian = writer->lang == LANG_LV;
    bool words = !latvian || low.number < 0 || high.number < 0;
    const char *first = number_text(value, &low);
    if (low.format.kind == FORMAT_SHARE && latvian) {
        const char *space = strstr(first, NBSP);
        first = space ? arena_copy(writer->arena, first, (size_t)(space - first)) : first;
    }
    if (words && latvian)
        buffer_text(out, "no ");
    write_marked(writer, out, first, low.figure);
    buffer_text(out, !words ? "–" : latvian ? " līdz " : " to ");
    write_marked(writer, out, number_text(value, &high), high.figure);
}

static void write_noun(Value *value, Buffer *out)
{
    const Cell *cell = &value->cell;
    int decimals = format_is_number(cell->format) ? cell->format.decimals : 0;
    bool counts = cell->state == CELL_VALUE && !isnan(cell->number);
    if (counts && value->zero && cell->number == 0) {
        write_marked(value->writer, out, value->zero, NULL);
        return;
    }
    bool singular = counts && lang_is_singular(value->writer->lang, cell->number, decimals);
    if (!value->noun_only) {
        write_marked(value->writer, out, number_text(value, cell), cell->figure);
        buffer_text(out, NBSP);
    }
    buffer_text(out, singular ? value->singular : value->plural);
}

/* 4310 eiro, 4310 *euro*, €4,310. */
static void write_money(Value *value, Buffer *out)
{
    ValueWriter *writer = value->writer;
    Cell cell = value->cell;
    bool latvian = writer->lang == LANG_LV;
    int decimals = cell.format.kind == FORMAT_EUR ? cell.format.decimals : 0;
    cell.format = (Format){latvian ? FORMAT_NUMBER : FORMAT_EUR, decimals};
    write_marked(writer, out, number_text(value, &cell), cell.figure);
    if (!latvian || cell.state != CELL_VALUE)
        return;
    bool italic = strcmp(value->suffix, "euro") == 0 && writer->markdown;
    buffer_format(out, NBSP "%s%s%s", italic ? "*" : "", value->suffix, italic ? "*" : "");
}

static void write_result(Value *value, Buffer *out)
{
    if (value->singular)
        write_noun(value, out);
    else if (value->range)
        write_range(value, out);
    else if (value->suffix)
        write_money(value, out);
    else if (value->text)
        write_marked(value->writer, out, value->text, NULL);
    else
        write_marked(value->writer, out, number_text(value, &value->cell), value->cell.figure);
}

bool value_write(ValueWriter *writer, Buffer *out, const Block *block, int row, int column,
                 const char *filters, const char **wrong)
{
    Value value = {.writer = writer, .block = block, .row = row, .column = column};
    value.cell = *block_cell(block, row, column);
    const char **list = NULL;
    int count = filters ? text_split(writer->arena, filters, '|', &list) : 0;
    for (int i = 0; i < count; i++)
        if (!apply(&value, list[i])) {
            *wrong = list[i];
            return false;
        }
    write_result(&value, out);
    return true;
}

/* Writes the value that `{name|filters}` names; what names nothing stays as written. */
static void expand_one(ValueWriter *writer, Buffer *out, const Block *block, int row,
                       const char *name)
{
    const char *bar = strchr(name, '|'), *wrong = NULL;
    char *key = arena_copy(writer->arena, name, bar ? (size_t)(bar - name) : strlen(name));
    int column = block_column(block, key);
    if (column < 0 || !value_write(writer, out, block, row, column, bar ? bar + 1 : NULL, &wrong))
        buffer_format(out, "{%s}", name);
}

const char *value_expand(Arena *arena, Lang lang, const Block *block, int row, const char *text)
{
    if (!text || !strchr(text, '{') || block->nrow == 0)
        return text;
    ValueWriter writer = {.arena = arena, .lang = lang};
    Buffer out = buffer_open(arena);
    while (*text) {
        size_t plain = strcspn(text, "{");
        buffer_add(&out, text, plain);
        text += plain;
        const char *close = *text ? strchr(text, '}') : NULL;
        if (!close) {
            buffer_text(&out, text);
            break;
        }
        expand_one(&writer, &out, block, row,
                   arena_copy(arena, text + 1, (size_t)(close - text - 1)));
        text = close + 1;
    }
    return buffer_end(&out);
}
