/* How each region writes its files; see sim_habit.h. */
#include "data/sim_habit.h"

#include <assert.h>
#include <iconv.h>
#include <string.h>

static const Habit HABITS[] = {
    {.region = "kurzeme",
     .mark = "\xef\xbb\xbf",
     .separator = ';',
     .line_end = "\r\n",
     .date = DATES_SHORT,
     .decimal_comma = true,
     .names_period = true,
     .place = PLACE_NAME},
    {.region = "latgale",
     .encoding = "WINDOWS-1257",
     .separator = ';',
     .line_end = "\r\n",
     .date = DATES_DOTTED,
     .decimal_comma = true,
     .latvian_headers = true,
     .words = true,
     .place = PLACE_GENITIVE},
    {.region = "riga", .separator = ',', .line_end = "\n", .date = DATES_ISO},
    {.region = "vidzeme", .workbook = true, .place = PLACE_NAME},
    {.region = "zemgale",
     .encoding = "UTF-16LE",
     .mark = "\xef\xbb\xbf",
     .separator = '\t',
     .line_end = "\r\n",
     .date = DATES_SHORT,
     .decimal_comma = true,
     .latvian_headers = true},
    {.region = "LV", .separator = ',', .line_end = "\n", .date = DATES_ISO},
    {.region = "", .separator = ',', .line_end = "\n", .date = DATES_ISO},
};

const Habit *habit_of(int region)
{
    assert(region >= 0 && region < COUNT(HABITS));
    return &HABITS[region];
}

const char *region_code(int region)
{
    return habit_of(region)->region;
}

void habit_field(Buffer *line, const Habit *habit, int position, const char *text)
{
    if (position > 0)
        buffer_add(line, &habit->separator, 1);
    bool plain = !strchr(text, habit->separator) && !strpbrk(text, "\"\r\n");
    if (plain) {
        buffer_text(line, text);
        return;
    }
    buffer_text(line, "\"");
    for (const char *at = text; *at; at++)
        buffer_add(line, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_text(line, "\"");
}

static const char *number_text(Arena *arena, const Habit *habit, const SimCell *cell)
{
    char *text = arena_format(arena, "%.*f", cell->decimals, cell->number);
    char *mark = strchr(text, '.');
    if (mark && habit->decimal_comma)
        *mark = ',';
    return text;
}

static const char *date_text(Arena *arena, const Habit *habit, Date date)
{
    int year, month, day;
    if (habit->date == DATES_ISO)
        return date_iso(arena, date);
    date_split(date, &year, &month, &day);
    const char *dot = habit->date == DATES_DOTTED ? "." : "";
    return arena_format(arena, "%02d.%02d.%04d%s", day, month, year, dot);
}

const char *habit_text(Arena *arena, const Habit *habit, const SimCell *cell)
{
    switch (cell->kind) {
    case CELL_NUMBER:
        return number_text(arena, habit, cell);
    case CELL_DATE:
        return date_text(arena, habit, cell->date);
    case CELL_TEXT:
        return cell->text;
    default:
        return "";
    }
}

const char *habit_place(const Habit *habit, const SeedTable *municipality, int row)
{
    bool city = strcmp(seed_text(municipality, row, "kind"), "state_city") == 0;
    switch (habit->place) {
    case PLACE_NAME:
        return seed_text(municipality, row, "name_lv");
    case PLACE_GENITIVE:
        return seed_text(municipality, row, city ? "name_lv" : "genitive_lv");
    default:
        return seed_text(municipality, row, "atvk");
    }
}

/* Of "f=sieviete|female;m=…" the Latvian label of `code`, or the code itself. */
static const char *word_of(Arena *arena, const char *codes, const char *code)
{
    size_t length = strlen(code);
    for (const char *at = codes; at && *at; at = strchr(at, ';'), at += at != NULL) {
        if (strncmp(at, code, length) != 0 || at[length] != '=')
            continue;
        const char *start = at + length + 1;
        return arena_copy(arena, start, strcspn(start, "|"));
    }
    return code;
}

const char *habit_word(Arena *arena, const char *codes, const char *code)
{
    const char **part;
    int n = text_split(arena, code, ';', &part);
    Buffer words = buffer_open(arena);
    for (int i = 0; i < n; i++)
        buffer_format(&words, "%s%s", i ? ";" : "", word_of(arena, codes, part[i]));
    return buffer_end(&words);
}

const char *habit_encode(Arena *arena, const Habit *habit, const char *text, size_t *length)
{
    char *from = arena_format(arena, "%s%s", habit->mark ? habit->mark : "", text);
    *length = strlen(from);
    if (!habit->encoding)
        return from;
    size_t nin = *length, room = 2 * nin + 2, nout = room;
    char *bytes = arena_new(arena, char, room), *out = bytes;
    iconv_t conversion = iconv_open(habit->encoding, "UTF-8");
    assert(conversion != (iconv_t)-1);
    size_t done = iconv(conversion, &from, &nin, &out, &nout);
    iconv_close(conversion);
    assert(done != (size_t)-1);
    *length = room - nout;
    return bytes;
}
