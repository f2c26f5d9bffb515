/* Numbers, dates, periods, plurals and regions in Latvian and English. */
#include "core/lang.h"

#include "core/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"
#define DASH "\xe2\x80\x93"

const char *lang_code(Lang lang)
{
    return lang == LANG_LV ? "lv" : "en";
}

bool lang_parse(const char *code, Lang *lang)
{
    if (text_equal(code, "lv"))
        *lang = LANG_LV;
    else if (text_equal(code, "en"))
        *lang = LANG_EN;
    else
        return false;
    return true;
}

/* Adds one unit to the last place of a run of digits; returns 1 if it carries over the front. */
static int carry(char *digits, int n)
{
    for (int i = n - 1; i >= 0; i--) {
        if (digits[i] != '9') {
            digits[i]++;
            return 0;
        }
        digits[i] = '0';
    }
    return 1;
}

/* The shortest digits that read back as `value` (> 0): 0.d1d2… × 10^point. */
static int shortest(double value, char digits[32], int *point)
{
    char text[48];
    for (int precision = 1; precision <= 17; precision++) {
        snprintf(text, sizeof text, "%.*e", precision - 1, value);
        if (strtod(text, NULL) == value)
            break;
    }
    int n = 0;
    const char *at = text;
    for (; *at && *at != 'e'; at++)
        if (*at != '.')
            digits[n++] = *at;
    *point = atoi(at + 1) + 1;
    return n;
}

/* Decimal digits of |value| rounded half away from zero: whole part and `decimals` more. */
static char *round_digits(Arena *arena, double value, int decimals, int *nwhole)
{
    char digits[32];
    int point, n = value > 0 ? shortest(value, digits, &point) : 0;
    if (n == 0)
        point = 0;
    int whole = point > 0 ? point : 0;
    int size = whole + decimals;
    char *out = arena_alloc(arena, 1, (size_t)size + 3);
    memset(out, '0', (size_t)size + 1); /* out[0] is room for a carry */
    int lead = point < 0 ? -point : 0;  /* zeros between the comma and the first digit */
    for (int i = 0; i < n; i++) {
        int place = (point > 0 ? 0 : lead) + i;
        if (place < size)
            out[1 + place] = digits[i];
        else if (place == size && digits[i] >= '5')
            carry(out, size + 1);
        if (place >= size)
            break;
    }
    *nwhole = whole + 1;
    return out;
}

double lang_round(double value, int decimals)
{
    if (!isfinite(value) || fabs(value) > 1e15)
        return value;
    Arena *arena = arena_open();
    int nwhole;
    char *digits = round_digits(arena, fabs(value), decimals, &nwhole);
    char *text =
        arena_format(arena, "%s%.*s.%s", value < 0 ? "-" : "", nwhole, digits, digits + nwhole);
    double rounded = strtod(text, NULL);
    arena_close(arena);
    return rounded == 0 ? 0 : rounded;
}

static bool all_zero(const char *digits)
{
    return strspn(digits, "0") == strlen(digits);
}

static void add_groups(Buffer *out, const char *digits, int n, Lang lang)
{
    bool grouped = n > (lang == LANG_LV ? 4 : 3);
    for (int i = 0; i < n; i++) {
        if (grouped && i && (n - i) % 3 == 0)
            buffer_text(out, lang == LANG_LV ? NBSP : ",");
        buffer_add(out, digits + i, 1);
    }
}

char *lang_number(Arena *arena, Lang lang, double value, int decimals)
{
    if (isnan(value))
        return arena_text(arena, DASH);
    if (isinf(value))
        return arena_text(arena, value > 0 ? "∞" : MINUS "∞");
    if (fabs(value) >= 1e15)
        return arena_format(arena, "%s%.3e", "", value);
    int nwhole;
    char *digits = round_digits(arena, fabs(value), decimals, &nwhole);
    const char *whole = digits;
    while (nwhole > 1 && *whole == '0') {
        whole++;
        nwhole--;
    }
    Buffer out = buffer_open(arena);
    if (value < 0 && !all_zero(digits))
        buffer_text(&out, MINUS);
    add_groups(&out, whole, nwhole, lang);
    if (decimals > 0) {
        buffer_text(&out, lang == LANG_LV ? "," : ".");
        buffer_text(&out, whole + nwhole);
    }
    return arena_text(arena, buffer_end(&out));
}

char *lang_share(Arena *arena, Lang lang, double share, int decimals)
{
    /* shift the shortest digits, not the double: 0,285 is 28,5 % */
    double percent = share;
    if (isfinite(share)) {
        char text[64];
        for (int precision = 1; precision <= 17; precision++) {
            snprintf(text, sizeof text, "%.*e", precision - 1, share);
            if (strtod(text, NULL) == share)
                break;
        }
        char *exponent = strchr(text, 'e');
        int power = atoi(exponent + 1) + 2;
        snprintf(exponent, sizeof text - (size_t)(exponent - text), "e%d", power);
        percent = strtod(text, NULL);
    }
    const char *number = lang_number(arena, lang, percent, decimals);
    if (isnan(share))
        return arena_text(arena, number);
    return arena_format(arena, lang == LANG_LV ? "%s" NBSP "%%" : "%s%%", number);
}

char *lang_eur(Arena *arena, Lang lang, double value, int decimals)
{
    const char *number = lang_number(arena, lang, value, decimals);
    if (isnan(value))
        return arena_text(arena, number);
    if (lang == LANG_LV)
        return arena_format(arena, "%s" NBSP "€", number);
    if (text_starts(number, MINUS))
        return arena_format(arena, MINUS "€%s", number + strlen(MINUS));
    return arena_format(arena, "€%s", number);
}

char *lang_p(Arena *arena, Lang lang, double p)
{
    if (p < 0.001)
        return arena_text(arena, lang == LANG_LV ? "<" NBSP "0,001" : "<" NBSP "0.001");
    return lang_number(arena, lang, p, 3);
}

char *lang_date(Arena *arena, Lang lang, Date date)
{
    int year, month, day;
    if (date == DATE_NONE)
        return arena_text(arena, DASH);
    date_split(date, &year, &month, &day);
    if (lang == LANG_LV)
        return arena_format(arena, "%02d.%02d.%04d.", day, month, year);
    return lang_date_long(arena, lang, date, CASE_NOMINATIVE);
}

static const char *const STEMS[] = {"janvār",   "februār", "mart",    "aprīl",
                                    "maij",     "jūnij",   "jūlij",   "august",
                                    "septembr", "oktobr",  "novembr", "decembr"};

/* Endings of the two declensions: janvāris (-is), marts (-s). */
static const char *month_ending(int month, Case wanted)
{
    static const char *const IS[] = {"is", "a", "im", "i", "ī"};
    static const char *const S[] = {"s", "a", "am", "u", "ā"};
    bool hard = month == 3 || month == 5 || month == 6 || month == 7 || month == 8;
    return (hard ? S : IS)[wanted];
}

static char *month_lv(Arena *arena, int month, Case wanted)
{
    const char *stem = STEMS[month - 1];
    if (month == 4 && wanted == CASE_GENITIVE)
        return arena_text(arena, "aprīļa");
    return arena_format(arena, "%s%s", stem, month_ending(month, wanted));
}

char *lang_date_long(Arena *arena, Lang lang, Date date, Case wanted)
{
    static const char *const EN[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
    int year, month, day;
    if (date == DATE_NONE)
        return arena_text(arena, DASH);
    date_split(date, &year, &month, &day);
    if (lang == LANG_EN)
        return arena_format(arena, "%d" NBSP "%s" NBSP "%d", day, EN[month - 1], year);
    return arena_format(arena, "%d." NBSP "gada" NBSP "%d." NBSP "%s", year, day,
                        month_lv(arena, month, wanted));
}

static char *period_lv(Arena *arena, const Period *period, Case wanted)
{
    static const char *const HALF[] = {"pusgads", "pusgada", "pusgadam", "pusgadu", "pusgadā"};
    static const char *const QUARTER[] = {"ceturksnis", "ceturkšņa", "ceturksnim", "ceturksni",
                                          "ceturksnī"};
    static const char *const YEAR[] = {"gads", "gada", "gadam", "gadu", "gadā"};
    int year = date_year(period->from);
    size_t length = strlen(period->name);
    if (length == 4)
        return arena_format(arena, "%d." NBSP "%s", year, YEAR[wanted]);
    if (length == 6 && period->name[4] == 'H')
        return arena_format(arena, "%d." NBSP "gada %c." NBSP "%s", year, period->name[5],
                            HALF[wanted]);
    if (length == 6 && period->name[4] == 'Q')
        return arena_format(arena, "%d." NBSP "gada %c." NBSP "%s", year, period->name[5],
                            QUARTER[wanted]);
    if (length == 7 && period->name[4] == 'M')
        return arena_format(arena, "%d." NBSP "gada %s", year,
                            month_lv(arena, atoi(period->name + 5), wanted));
    return arena_format(arena, "no %s līdz %s", lang_date(arena, LANG_LV, period->from),
                        lang_date(arena, LANG_LV, period->to));
}

static char *period_en(Arena *arena, const Period *period)
{
    static const char *const ORDINAL[] = {"", "first", "second", "third", "fourth"};
    int year = date_year(period->from);
    size_t length = strlen(period->name);
    int index = length == 6 ? period->name[5] - '0' : 0;
    if (length == 4)
        return arena_format(arena, "%d", year);
    if (length == 6 && period->name[4] == 'H' && index >= 1 && index <= 2)
        return arena_format(arena, "%s half of %d", ORDINAL[index], year);
    if (length == 6 && period->name[4] == 'Q' && index >= 1 && index <= 4)
        return arena_format(arena, "%s quarter of %d", ORDINAL[index], year);
    return arena_format(arena, "%s to %s", lang_date(arena, LANG_EN, period->from),
                        lang_date(arena, LANG_EN, period->to));
}

char *lang_period(Arena *arena, Lang lang, const Period *period, Case wanted)
{
    return lang == LANG_LV ? period_lv(arena, period, wanted) : period_en(arena, period);
}

bool lang_case(const char *word, Case *wanted)
{
    static const char *const WORDS[] = {"nom", "gen", "dat", "aku", "lok"};
    for (int i = 0; i < COUNT(WORDS); i++)
        if (text_equal(word, WORDS[i])) {
            *wanted = (Case)i;
            return true;
        }
    return false;
}

bool lang_is_singular(Lang lang, double value, int decimals)
{
    if (!isfinite(value))
        return false;
    double rounded = fabs(lang_round(value, decimals));
    if (lang == LANG_EN)
        return rounded == 1;
    for (int i = 0; i < decimals; i++)
        rounded *= 10;
    /* the printed digits after the comma decide; trailing zeros are printed and count */
    double digits = decimals ? fmod(round(rounded), pow(10, decimals)) : round(rounded);
    if (decimals && digits == 0)
        digits = floor(fabs(value));
    long long last = (long long)fmod(digits, 100);
    return last % 10 == 1 && last != 11;
}

const char *lang_region(Lang lang, const char *region, Case wanted)
{
    static const struct {
        const char *region, *lv[5], *en;
    } NAMES[] = {
        {"kurzeme", {"Kurzeme", "Kurzemes", "Kurzemei", "Kurzemi", "Kurzemē"}, "Kurzeme"},
        {"latgale", {"Latgale", "Latgales", "Latgalei", "Latgali", "Latgalē"}, "Latgale"},
        {"riga",
         {"Rīgas plānošanas reģions", "Rīgas plānošanas reģiona", "Rīgas plānošanas reģionam",
          "Rīgas plānošanas reģionu", "Rīgas plānošanas reģionā"},
         "Rīga planning region"},
        {"vidzeme", {"Vidzeme", "Vidzemes", "Vidzemei", "Vidzemi", "Vidzemē"}, "Vidzeme"},
        {"zemgale", {"Zemgale", "Zemgales", "Zemgalei", "Zemgali", "Zemgalē"}, "Zemgale"},
        {"LV",
         {"Valstī kopā", "valsts", "valstij kopā", "valsti kopā", "valstī kopā"},
         "the whole country"},
    };
    for (int i = 0; i < COUNT(NAMES); i++)
        if (text_equal(NAMES[i].region, region))
            return lang == LANG_LV ? NAMES[i].lv[wanted] : NAMES[i].en;
    return region ? region : "";
}
