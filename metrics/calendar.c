/* As-of and periods: found from options and programme.csv, first step of the stage. */
#include "metrics/calendar.h"

#include "core/stage.h"
#include "core/text.h"

#include <stdlib.h>

static char *programme(Run *run, const char *key, const char *fallback)
{
    return db_text(run, run->arena, SQL("SELECT value FROM ingest_programme WHERE key = ?1"), key,
                   fallback);
}

static bool find_request(Run *run, const char *name, Period *period)
{
    Query query;
    if (!query_open(&query, run,
                    SQL("SELECT \"from\", \"to\" FROM ingest_request WHERE request = ?1")))
        return false;
    query_bind(&query, 1, "t", name);
    if (query_next(&query))
        *period = (Period){arena_text(run->arena, name), date_parse(query_text(&query, 0)),
                           date_parse(query_text(&query, 1))};
    query_close(&query);
    return period->name && period->from != DATE_NONE && period->to != DATE_NONE;
}

bool calendar_find(Run *run, const char *name, Period *period)
{
    *period = (Period){0};
    if (find_request(run, name, period))
        return true;
    *period = (Period){0};
    return period_parse(run->arena, name, period);
}

Date calendar_end(const Calendar *calendar, const Period *period)
{
    return period->to < calendar->as_of ? period->to : calendar->as_of;
}

/* `asked` is the report's period if one was named. */
static bool find_as_of(Run *run, const Period *asked, Date start, Date *as_of)
{
    const char *text = run->options->as_of;
    if (!text && asked->name) {
        *as_of = asked->to;
        return true;
    }
    if (!text)
        text = programme(run, "report.as_of", NULL);
    if (!text)
        text = db_text(run, run->arena,
                       SQL("SELECT value FROM ingest_setting WHERE key = 'as_of_default'"), NULL,
                       NULL);
    Period newest;
    if (!text || !*text) {
        text = db_text(run, run->arena,
                       SQL("SELECT value FROM ingest_setting WHERE key = 'newest_period'"), NULL,
                       NULL);
        *as_of = text && period_parse(run->arena, text, &newest) ? newest.to : start;
        return true;
    }
    *as_of = date_parse(text);
    if (*as_of == DATE_NONE)
        return diag_fail(run->diag, (Place){0}, MSG_CLI_DATE, text);
    return true;
}

int calendar_index(const Calendar *calendar, const char *name)
{
    for (int i = 0; i < calendar->nperiod; i++)
        if (text_equal(calendar->periods[i].name, name))
            return i;
    return -1;
}

static int period_months(Run *run)
{
    int months = atoi(programme(run, "period.months", "6"));
    return months > 0 && months <= 12 && 12 % months == 0 ? months : 6;
}

/* The period before: a calendar period's predecessor of the same length, the request before, or as
 * many days before. */
static bool period_before(Run *run, const Period *period, Period *before)
{
    int length = 0;
    Period same;
    static const int MONTHS[] = {1, 3, 4, 6, 12};
    for (int i = 0; i < COUNT(MONTHS) && !length; i++) {
        same = period_of(run->arena, period->from, MONTHS[i]);
        if (text_equal(same.name, period->name))
            length = MONTHS[i];
    }
    if (length) {
        *before = period_of(run->arena, period->from - 1, length);
        return true;
    }
    const char *request = db_text(
        run, run->arena,
        SQL("SELECT request FROM ingest_request WHERE \"to\" < ?1 AND EXISTS (SELECT 1 FROM "
            "ingest_request WHERE \"from\" = ?1) ORDER BY \"to\" DESC, request"),
        date_iso(run->arena, period->from), NULL);
    if (request)
        return calendar_find(run, request, before);
    before->to = period->from - 1;
    before->from = before->to - (period->to - period->from);
    before->name = arena_format(run->arena, "%s..%s", date_iso(run->arena, before->from),
                                date_iso(run->arena, before->to));
    return true;
}

static bool put_setting(Run *run, const char *key, const char *value)
{
    Query query;
    if (!query_open(&query, run, SQL("INSERT INTO metrics_setting (key, value) VALUES (?1, ?2)")))
        return false;
    query_bind(&query, 1, "tt", key, value);
    query_run(&query);
    return query_close(&query);
}

static bool store(Run *run, const Calendar *calendar, const Period *report, const char *before)
{
    Query query;
    if (!query_open(&query, run, SQL("INSERT INTO metrics_period VALUES (?1, ?2, ?3, ?4, ?5)")))
        return false;
    for (int i = 0; i < calendar->nperiod; i++) {
        const Period *period = &calendar->periods[i];
        query_bind(&query, 1, "titti", period->name, (int64_t)i + 1,
                   date_iso(run->arena, period->from), date_iso(run->arena, period->to),
                   (int64_t)(i < calendar->ngrid));
        query_run(&query);
    }
    return query_close(&query) &&
           put_setting(run, "as_of", date_iso(run->arena, calendar->as_of)) &&
           put_setting(run, "period", report->name) &&
           put_setting(run, "period_from", date_iso(run->arena, report->from)) &&
           put_setting(run, "period_to", date_iso(run->arena, report->to)) &&
           put_setting(run, "previous_period", before) &&
           put_setting(run, "threshold", programme(run, "privacy.threshold", "5")) &&
           put_setting(run, "area_threshold", programme(run, "privacy.area_threshold", "10")) &&
           put_setting(run, "communities_per_municipality",
                       programme(run, "communities.per_municipality", "5"));
}

/* Adds a period that is not on the grid; its name must not stand there. */
static void add_period(Run *run, Calendar *calendar, const Period *period)
{
    Period *all = arena_new(run->arena, Period, calendar->nperiod + 1);
    for (int i = 0; i < calendar->nperiod; i++)
        all[i] = calendar->periods[i];
    all[calendar->nperiod++] = *period;
    calendar->periods = all;
}

bool calendar_make(Run *run, Calendar *calendar)
{
    Period asked = {0}, before = {0};
    Date start = date_parse(programme(run, "programme.start", ""));
    if (run->options->period && !calendar_find(run, run->options->period, &asked))
        return diag_fail(run->diag, (Place){0}, MSG_CLI_PERIOD, run->options->period);
    if (!find_as_of(run, &asked, start == DATE_NONE ? 0 : start, &calendar->as_of))
        return false;
    int months = period_months(run);
    Date from = start == DATE_NONE || start > calendar->as_of ? calendar->as_of : start;
    Period *grid;
    calendar->ngrid = calendar->nperiod =
        period_list(run->arena, from, calendar->as_of, months, &grid);
    calendar->periods = grid;
    if (!asked.name)
        asked = period_of(run->arena, calendar->as_of, months);
    if (calendar_index(calendar, asked.name) < 0)
        add_period(run, calendar, &asked);
    bool has_before = asked.from > from && period_before(run, &asked, &before);
    if (has_before && calendar_index(calendar, before.name) < 0)
        add_period(run, calendar, &before);
    return store(run, calendar, &asked, has_before ? before.name : NULL);
}

bool calendar_read(Run *run, Calendar *calendar)
{
    Query query;
    Period *periods = NULL;
    int capacity = 0;
    *calendar = (Calendar){0};
    calendar->as_of = date_parse(db_text(
        run, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = 'as_of'"), NULL, ""));
    if (!query_open(
            &query, run,
            SQL("SELECT period, from_on, to_on, grid FROM metrics_period ORDER BY position")))
        return false;
    while (query_next(&query)) {
        periods = arena_room(run->arena, periods, sizeof *periods, calendar->nperiod, &capacity);
        periods[calendar->nperiod++] =
            (Period){query_text_in(&query, 0, run->arena), date_parse(query_text(&query, 1)),
                     date_parse(query_text(&query, 2))};
        calendar->ngrid += (int)query_int(&query, 3);
    }
    calendar->periods = periods;
    return query_close(&query);
}
