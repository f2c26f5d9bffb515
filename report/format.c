/* Formats by name, words for codes, and the text of a cell: the last step before a renderer. */
#include "report/format.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

const char FORMAT_NAMES[] = "text, integer, decimal1, decimal2, share, share0, eur, eur2, date, p, "
                            "status, grade";

typedef struct {
    const char *name;
    FormatKind kind;
    int decimals;
    bool counted; /* the name may end in a number of decimals */
} FormatName;

static const FormatName NAMES[] = {
    {"text", FORMAT_TEXT, 0, false},     {"integer", FORMAT_NUMBER, 0, false},
    {"decimal", FORMAT_NUMBER, 1, true}, {"share", FORMAT_SHARE, 1, true},
    {"eur", FORMAT_EUR, 0, true},        {"date", FORMAT_DATE, 0, false},
    {"p", FORMAT_P, 0, false},           {"status", FORMAT_STATUS, 0, false},
    {"grade", FORMAT_GRADE, 0, false},
};

bool format_parse(const char *name, Format *format)
{
    for (int i = 0; i < COUNT(NAMES); i++) {
        size_t length = strlen(NAMES[i].name);
        if (strncmp(name, NAMES[i].name, length) != 0)
            continue;
        const char *rest = name + length;
        bool digit = NAMES[i].counted && rest[0] >= '0' && rest[0] <= '6' && rest[1] == '\0';
        if (*rest != '\0' && !digit)
            continue;
        *format = (Format){NAMES[i].kind, digit ? rest[0] - '0' : NAMES[i].decimals};
        return true;
    }
    return false;
}

bool format_is_number(Format format)
{
    return format.kind == FORMAT_NUMBER || format.kind == FORMAT_SHARE ||
           format.kind == FORMAT_EUR || format.kind == FORMAT_DATE || format.kind == FORMAT_P;
}

typedef struct {
    const char *kind, *code, *text[LANG_COUNT];
} Word;

static const Word WORDS[] = {
#define WORD(kind, code, lv, en) {kind, code, {lv, en}},
#include "report/words.def"
#undef WORD
};

const char *word_find(Lang lang, const char *kind, const char *code)
{
    for (int i = 0; code && i < COUNT(WORDS); i++)
        if (strcmp(WORDS[i].kind, kind) == 0 && strcmp(WORDS[i].code, code) == 0)
            return WORDS[i].text[lang];
    return NULL;
}

char *format_number(Arena *arena, Lang lang, Format format, double number)
{
    switch (format.kind) {
    case FORMAT_SHARE:
        return lang_share(arena, lang, number, format.decimals);
    case FORMAT_EUR:
        return lang_eur(arena, lang, number, format.decimals);
    case FORMAT_P:
        return lang_p(arena, lang, number);
    case FORMAT_DATE:
        return lang_date(arena, lang, isnan(number) ? DATE_NONE : (Date)number);
    case FORMAT_NUMBER:
    case FORMAT_TEXT:
    case FORMAT_STATUS:
    case FORMAT_GRADE:
        break;
    }
    return lang_number(arena, lang, number, format.decimals);
}

const char *format_mark(Lang lang, CellState state)
{
    switch (state) {
    case CELL_HIDDEN:
        return "…";
    case CELL_NOT_DELIVERED:
        return lang == LANG_LV ? "n." NBSP "i." : "n/d";
    case CELL_BLANK:
        return "";
    case CELL_VALUE:
    case CELL_NOT_APPLICABLE:
        break;
    }
    return "–";
}

const char *format_cell(Arena *arena, Lang lang, const Cell *cell)
{
    if (cell->state != CELL_VALUE)
        return format_mark(lang, cell->state);
    if (format_is_number(cell->format)) {
        if (isnan(cell->number))
            return "–";
        return format_number(arena, lang, cell->format, cell->number);
    }
    if (!cell->text || !*cell->text)
        return "–";
    const char *word = NULL;
    if (cell->format.kind == FORMAT_STATUS)
        word = word_find(lang, "status", cell->text);
    if (cell->format.kind == FORMAT_GRADE)
        word = word_find(lang, "grade", cell->text);
    return word ? word : cell->text;
}
