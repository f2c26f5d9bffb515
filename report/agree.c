/* Whether a printed number says what the store says: reads the number as people of one language
 * write it and compares at the decimals that are printed. */
#include "report/report.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A printed number taken apart. */
typedef struct {
    char digits[64]; /* with a decimal point */
    int ndigit, decimals;
    bool negative, is_signed, per_cent, less, decimal;
} Printed;

enum { MINUS = 0x2212, NO_BREAK = 0xA0 };

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static void add_digit(Printed *printed, uint32_t digit)
{
    if (printed->ndigit + 1 < (int)sizeof printed->digits)
        printed->digits[printed->ndigit++] = (char)digit;
    printed->decimals += printed->decimal && digit != '.';
}

/* Digits with group and decimal marks between digits; where they end. */
static const char *read_digits(Printed *printed, Lang lang, const char *at)
{
    uint32_t point = lang == LANG_LV ? ',' : '.', group = lang == LANG_LV ? NO_BREAK : ',';
    while (*at) {
        const char *next = at;
        uint32_t code = text_next(&next);
        bool before_digit = is_digit((unsigned char)*next);
        if (is_digit(code)) {
            add_digit(printed, code);
        } else if (code == point && !printed->decimal && before_digit) {
            printed->decimal = true;
            add_digit(printed, '.');
        } else if ((code != group && !(lang == LANG_LV && code == ' ')) || !before_digit) {
            break; /* a face may show the no-break space by the glyph of the space */
        }
        at = next;
    }
    return at;
}

/* The first number of the text, with what stands right before and behind it. */
static Printed read_printed(Lang lang, const char *text)
{
    Printed printed = {.ndigit = 0};
    while (*text && !is_digit((unsigned char)*text)) {
        uint32_t code = text_next(&text);
        bool sign = code == MINUS || code == '+';
        printed.negative = code == MINUS || (printed.negative && code == NO_BREAK);
        printed.is_signed = sign || (printed.is_signed && code == NO_BREAK);
        printed.less = code == '<' || (printed.less && (code == NO_BREAK || code == ' '));
    }
    text = read_digits(&printed, lang, text);
    printed.per_cent = *text == '%' || text_starts(text, " %") || text_starts(text, NBSP "%");
    return printed;
}

static bool same(const Printed *printed, double scaled)
{
    double value = strtod(printed->digits, NULL);
    if (printed->less)
        return scaled < value;
    double wanted = lang_round(scaled, printed->decimals);
    if (printed->negative)
        wanted = -wanted;
    else if (!printed->is_signed)
        wanted = fabs(wanted);
    return fabs(wanted - value) <= 1e-9 * (1 + fabs(value));
}

bool report_agrees(Lang lang, const char *text, double stored)
{
    Printed printed = read_printed(lang, text);
    if (printed.ndigit == 0 || isnan(stored))
        return false;
    if (same(&printed, printed.per_cent ? stored * 100 : stored))
        return true;
    /* the lower end of a range of shares: the unit stands once, at the end */
    return !printed.per_cent && fabs(stored) <= 1 && same(&printed, stored * 100);
}
