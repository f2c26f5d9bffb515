/* The texts of a rule: `{column}`, `{column|format}` and `{low..high|format}` become numbers as
 * people of a language write them. */
#include "analysis/rule.h"

#include "core/lang.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    Run *run;
    const RuleRow *row;
    Lang lang;
    Place at;
} Filling;

/* A named form of a number: digits after the mark, the factor, and what closes it. "decimal2:one,
 * many" adds the noun in the form that the number asks for. */
typedef struct {
    const char *name;
    int decimals;
    double factor;
    enum { PLAIN, PERCENT, EUR, P_VALUE, DATE, GRADE } kind;
} Form;

static const Form FORMS[] = {
    {"integer", 0, 1.0, PLAIN},  {"decimal1", 1, 1.0, PLAIN},  {"decimal2", 2, 1.0, PLAIN},
    {"decimal3", 3, 1.0, PLAIN}, {"percent", 0, 1.0, PERCENT}, {"share", 1, 1.0, PERCENT},
    {"points", 1, 100.0, PLAIN}, {"eur", 0, 1.0, EUR},         {"eur2", 2, 1.0, EUR},
    {"p", 3, 1.0, P_VALUE},      {"date", 0, 1.0, DATE},       {"grade", 0, 1.0, GRADE},
};

static const Form *find_form(const char *name)
{
    for (int i = 0; i < COUNT(FORMS); i++)
        if (text_equal(FORMS[i].name, name))
            return &FORMS[i];
    return NULL;
}

/* The column itself, else its text in the language. */
static const RuleValue *find_value(const Filling *filling, const char *name)
{
    const char *other = arena_format(filling->run->arena, "%s_%s", name, lang_code(filling->lang));
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < filling->row->n; i++)
            if (text_equal(filling->row->values[i].name, pass ? other : name))
                return &filling->row->values[i];
    diag_report(filling->run->diag, filling->at, MSG_RULE_PLACEHOLDER, name);
    return NULL;
}

static const char *grade_word(const char *grade, Lang lang)
{
    static const char *const WORDS[][1 + LANG_COUNT] = {{"high", "augsta", "high"},
                                                        {"moderate", "vidēja", "moderate"},
                                                        {"low", "zema", "low"},
                                                        {"very_low", "ļoti zema", "very low"}};
    for (int i = 0; i < COUNT(WORDS); i++)
        if (text_equal(WORDS[i][0], grade))
            return WORDS[i][1 + lang];
    return "–";
}

static const char *add_noun(const Filling *filling, const Form *form, double value,
                            const char *number, const char *nouns)
{
    const char **words;
    Arena *arena = filling->run->arena;
    if (!nouns || text_split(arena, nouns, ',', &words) != 2)
        return number;
    bool one = lang_is_singular(filling->lang, value * form->factor, form->decimals);
    return arena_format(arena, "%s %s", number, words[one ? 0 : 1]);
}

static const char *write_number(const Filling *filling, const Form *form, double value)
{
    Arena *arena = filling->run->arena;
    if (form->kind == PERCENT)
        return lang_share(arena, filling->lang, value, form->decimals);
    if (form->kind == EUR)
        return lang_eur(arena, filling->lang, value, form->decimals);
    if (form->kind == P_VALUE)
        return lang_p(arena, filling->lang, value);
    return lang_number(arena, filling->lang, value * form->factor, form->decimals);
}

static const char *write_value(const Filling *filling, const Form *form, const RuleValue *value)
{
    if (form && form->kind == GRADE)
        return grade_word(value->text, filling->lang);
    if (form && form->kind == DATE && value->text) {
        Date date = date_parse(value->text);
        return date == DATE_NONE ? value->text
                                 : lang_date(filling->run->arena, filling->lang, date);
    }
    if (value->text)
        return value->text;
    static const Form WHOLE = {"integer", 0, 1.0, PLAIN}, BROKEN = {"decimal2", 2, 1.0, PLAIN};
    if (!form)
        form = value->number == floor(value->number) ? &WHOLE : &BROKEN;
    return write_number(filling, form, value->number);
}

/* 0,3–2,5; no −0,2 līdz 0,5; 0.3 to 2.5: the unit once, at the end. */
static const char *write_range(const Filling *filling, const Form *form, double low, double high)
{
    static const Form BROKEN = {"decimal2", 2, 1.0, PLAIN};
    Arena *arena = filling->run->arena;
    Form first = form ? *form : BROKEN;
    const char *last = write_number(filling, &first, high);
    if (first.kind == PERCENT)
        first = (Form){"", first.decimals, 100.0, PLAIN};
    else if (first.kind == EUR && filling->lang == LANG_LV)
        first.kind = PLAIN;
    const char *start = write_number(filling, &first, low);
    if (filling->lang == LANG_EN)
        return arena_format(arena, "%s to %s", start, last);
    if (low < 0.0 || high < 0.0)
        return arena_format(arena, "no %s līdz %s", start, last);
    return arena_format(arena, "%s–%s", start, last);
}

static const char *fill_one(const Filling *filling, const char *from, const char *to)
{
    Arena *arena = filling->run->arena;
    char *name = arena_copy(arena, from, (size_t)(to - from));
    char *bar = strchr(name, '|');
    const Form *form = NULL;
    char *nouns = NULL;
    if (bar) {
        *bar = '\0';
        nouns = strchr(bar + 1, ':');
        if (nouns)
            *nouns++ = '\0';
        form = find_form(bar + 1);
        if (!form)
            diag_report(filling->run->diag, filling->at, MSG_RULE_FORMAT, bar + 1);
    }
    char *dots = strstr(name, "..");
    if (dots) {
        *dots = '\0';
        const RuleValue *low = find_value(filling, name), *high = find_value(filling, dots + 2);
        return low && high ? write_range(filling, form, low->number, high->number) : "–";
    }
    const RuleValue *value = find_value(filling, name);
    if (!value)
        return "–";
    const char *written = write_value(filling, form, value);
    return form && !value->text ? add_noun(filling, form, value->number, written, nouns) : written;
}

const char *rule_fill(Run *run, const RuleRow *row, const char *text, Place at, Lang lang)
{
    if (!text)
        return NULL;
    Filling filling = {run, row, lang, at};
    Buffer out = buffer_open(run->arena);
    for (const char *open = strchr(text, '{'); open; open = strchr(text, '{')) {
        const char *close = strchr(open, '}');
        if (!close)
            break;
        buffer_add(&out, text, (size_t)(open - text));
        buffer_text(&out, fill_one(&filling, open + 1, close));
        text = close + 1;
    }
    buffer_text(&out, text);
    return arena_text(run->arena, buffer_end(&out));
}
