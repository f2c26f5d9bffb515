/* Reads numbers without guessing: digits in groups of three or in one run, one mark. */
#include "ingest/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 40 };

/* Bytes of the group mark at `text` (space, NBSP, narrow NBSP), or 0. */
static int group_mark(const char *text)
{
    if (*text == ' ')
        return 1;
    if (strncmp(text, "\xc2\xa0", 2) == 0)
        return 2;
    return strncmp(text, "\xe2\x80\xaf", 3) == 0 ? 3 : 0;
}

/* Bytes of the minus at `text` (-, −, –), or 0. */
static int minus(const char *text)
{
    if (*text == '-')
        return 1;
    return strncmp(text, "\xe2\x88\x92", 3) == 0 || strncmp(text, "\xe2\x80\x93", 3) == 0 ? 3 : 0;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Copies the whole part; false where group marks stand wrongly. */
static bool read_whole(const char **text, char *out, int *used, int *ndigit)
{
    int run = 0, nrun = 0;
    for (;;) {
        const char *at = *text;
        if (is_digit(*at)) {
            if (*used >= DIGITS)
                return false;
            out[(*used)++] = *at;
            (*ndigit)++;
            run++;
            (*text)++;
            continue;
        }
        int mark = group_mark(at);
        if (!mark)
            return nrun == 0 || run == 3;
        if ((nrun == 0 && (run < 1 || run > 3)) || (nrun > 0 && run != 3))
            return false;
        nrun++;
        run = 0;
        *text += mark;
    }
}

bool number_parse(const char *text, Number *number)
{
    char digits[DIGITS + 8];
    int used = 0, ndigit = 0;
    *number = (Number){0};
    int sign = minus(text);
    if (sign) {
        digits[used++] = '-';
        text += sign;
        text += group_mark(text);
    }
    if (!read_whole(&text, digits, &used, &ndigit))
        return false;
    if (*text == ',' || *text == '.') {
        number->mark = *text++;
        digits[used++] = '.';
        while (is_digit(*text) && used < DIGITS) {
            digits[used++] = *text++;
            number->ndecimal++;
        }
        if (number->ndecimal == 0)
            return false;
    }
    if (*text || ndigit + number->ndecimal == 0)
        return false;
    digits[used] = '\0';
    number->value = strtod(digits, NULL);
    return true;
}

bool number_is_evidence(const Number *number)
{
    return number->mark != 0 && number->ndecimal != 3;
}

void number_readings(const char *text, char *out, int size)
{
    char whole[DIGITS * 2];
    int used = 0;
    for (const char *at = text; *at && used < DIGITS; at++)
        if (*at != ',' && *at != '.')
            whole[used++] = *at;
    whole[used] = '\0';
    char other[DIGITS * 2];
    snprintf(other, sizeof other, "%.70s", text);
    char *mark = strpbrk(other, ".");
    if (mark)
        *mark = ',';
    snprintf(out, (size_t)size, "%s / %s", whole, other);
}
