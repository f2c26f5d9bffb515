/* Reads dates in the four accepted shapes. */
#include "ingest/date_in.h"

#include <stdbool.h>
#include <string.h>

static int number(const char **text, int least, int most)
{
    int value = 0, n = 0;
    while (n < most && **text >= '0' && **text <= '9') {
        value = value * 10 + (*(*text)++ - '0');
        n++;
    }
    return n >= least ? value : -1;
}

/* Nothing, or `T10:30`, ` 10:30:00.000+02:00`. */
static bool is_time(const char *text)
{
    if (!*text)
        return true;
    if (*text != 'T' && *text != ' ')
        return false;
    text++;
    int hour = number(&text, 1, 2);
    if (hour < 0 || hour > 24 || *text++ != ':')
        return false;
    int minute = number(&text, 2, 2);
    return minute >= 0 && minute < 60 && strspn(text, "0123456789:.+-Z") == strlen(text);
}

static Date iso(const char *text)
{
    int year = number(&text, 4, 4);
    if (year < 0 || *text++ != '-')
        return DATE_NONE;
    int month = number(&text, 2, 2);
    if (month < 0 || *text++ != '-')
        return DATE_NONE;
    int day = number(&text, 2, 2);
    return day >= 0 && is_time(text) ? date_make(year, month, day) : DATE_NONE;
}

Date date_in(const char *text)
{
    const char *at = text;
    int day = number(&at, 1, 2);
    char mark = *at;
    if (day < 0 || (mark != '.' && mark != '/'))
        return iso(text);
    at++;
    while (mark == '.' && *at == ' ')
        at++;
    int month = number(&at, 1, 2);
    if (month < 0 || *at++ != mark)
        return DATE_NONE;
    while (mark == '.' && *at == ' ')
        at++;
    int year = number(&at, 4, 4);
    if (mark == '.' && *at == '.')
        at++;
    return year >= 0 && is_time(at) ? date_make(year, month, day) : DATE_NONE;
}
