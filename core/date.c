/* Calendar days and periods; the civil calendar after Hinnant's days_from_civil. */
#include "core/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int days_from_civil(int year, int month, int day)
{
    year -= month <= 2;
    int era = (year >= 0 ? year : year - 399) / 400;
    int yoe = year - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

void date_split(Date date, int *year, int *month, int *day)
{
    int z = date + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year = yoe + era * 400 + (*month <= 2);
}

static int days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

Date date_make(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return DATE_NONE;
    return days_from_civil(year, month, day);
}

int date_year(Date date)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    return year;
}

/* Reads exactly n digits; -1 otherwise. */
static int digits(const char *text, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (!isdigit((unsigned char)text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

Date date_parse(const char *iso)
{
    if (!iso || strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-')
        return DATE_NONE;
    int year = digits(iso, 4), month = digits(iso + 5, 2), day = digits(iso + 8, 2);
    return year < 0 || month < 0 || day < 0 ? DATE_NONE : date_make(year, month, day);
}

char *date_iso(Arena *arena, Date date)
{
    if (date == DATE_NONE)
        return arena_text(arena, "");
    int year, month, day;
    date_split(date, &year, &month, &day);
    return arena_format(arena, "%04d-%02d-%02d", year, month, day);
}

Date date_add_months(Date date, int months)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    int index = year * 12 + month - 1 + months;
    year = index / 12;
    month = index % 12 + 1;
    int last = days_in_month(year, month);
    return date_make(year, month, day < last ? day : last);
}

/* The period of `months` that begins in `first` (1–12) of the year. */
static Period calendar(Arena *arena, int year, int first, int months)
{
    Period period = {NULL, date_make(year, first, 1), 0};
    period.to = date_add_months(period.from, months) - 1;
    int index = (first - 1) / months + 1;
    if (months == 12)
        period.name = arena_format(arena, "%04d", year);
    else if (months == 6)
        period.name = arena_format(arena, "%04dH%d", year, index);
    else if (months == 3)
        period.name = arena_format(arena, "%04dQ%d", year, index);
    else if (months == 1)
        period.name = arena_format(arena, "%04dM%02d", year, index);
    else
        period.name = arena_format(arena, "%04dP%d", year, index);
    return period;
}

static bool parse_range(Arena *arena, const char *name, Period *period)
{
    const char *dots = strstr(name, "..");
    if (!dots)
        return false;
    period->from = date_parse(arena_copy(arena, name, (size_t)(dots - name)));
    period->to = date_parse(dots + 2);
    period->name = arena_text(arena, name);
    return period->from != DATE_NONE && period->to != DATE_NONE && period->from <= period->to;
}

bool period_parse(Arena *arena, const char *name, Period *period)
{
    if (parse_range(arena, name, period))
        return true;
    int year = strlen(name) >= 4 ? digits(name, 4) : -1;
    if (year < 1)
        return false;
    const char *rest = name + 4;
    size_t length = strlen(rest);
    if (length == 0) {
        *period = calendar(arena, year, 1, 12);
        return true;
    }
    int index = length == 2 ? digits(rest + 1, 1) : length == 3 ? digits(rest + 1, 2) : -1;
    int months = *rest == 'H' && length == 2   ? 6
                 : *rest == 'Q' && length == 2 ? 3
                 : *rest == 'P' && length == 2 ? 4
                 : *rest == 'M' && length == 3 ? 1
                                               : 0;
    if (!months || index < 1 || index > 12 / months)
        return false;
    *period = calendar(arena, year, (index - 1) * months + 1, months);
    return true;
}

Period period_of(Arena *arena, Date date, int months)
{
    int year, month, day;
    date_split(date, &year, &month, &day);
    return calendar(arena, year, (month - 1) / months * months + 1, months);
}

int period_list(Arena *arena, Date from, Date to, int months, Period **periods)
{
    int count = 0, capacity = 0;
    *periods = NULL;
    for (Date at = from; at <= to;) {
        Period period = period_of(arena, at, months);
        *periods = arena_room(arena, *periods, sizeof **periods, count, &capacity);
        (*periods)[count++] = period;
        at = period.to + 1;
    }
    return count;
}
