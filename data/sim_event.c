/* Events and who came: regional ones, national ones in incoming/LV, and one correction. */
#include "data/sim.h"

#include <math.h>
#include <string.h>

#define EVENT_COLUMNS                                                                              \
    "event_id activity kind topic title held_on ended_on hours municipality community_id open "    \
    "headcount unregistered children cost_eur accessible horizontal status evidence"
#define ATTENDANCE_COLUMNS "event_id person_id role community_id hours"

typedef struct {
    const char *id, *activity, *kind, *topic, *title, *status;
    Date held_on, ended_on;
    double hours;
    int region, community; /* community: index, or -1 */
    bool open;
} Event;

static void put_event(Sim *sim, SimFile *file, const Event *event, Draw *random)
{
    static const char *const EXTRA[] = {"childcare", "minority_language", "easy_language;remote",
                                        "sign_language", "remote"};
    const Community *home = event->community < 0 ? NULL : &sim->community[event->community];
    int visitors = draw_between(random, 35, 160);
    put_text(file, event->id);
    put_code(file, event->activity);
    put_code(file, event->kind);
    put_code(file, event->topic);
    put_text(file, event->title);
    put_date(file, event->held_on);
    put_date(file, event->ended_on);
    put_number(file, event->hours, event->hours == floor(event->hours) ? 0 : 1);
    put_municipality(file, home ? home->municipality : -1);
    put_text(file, home && !event->open ? home->id : NULL);
    put_yes(file, event->open);
    if (event->open)
        put_integer(file, visitors);
    else
        put_empty(file, 1);
    put_integer(file, draw_chance(random, 0.12) ? draw_between(random, 1, 4) : 0);
    put_integer(file, event->open ? visitors / 6 : draw_chance(random, 0.2) ? 2 : 0);
    put_number(file, 20 + event->hours * (15 + 45 * draw_uniform(random)), 2);
    put_yes(file, draw_chance(random, 0.74));
    put_code(file, draw_chance(random, 0.18) ? EXTRA[draw_between(random, 0, 4)] : NULL);
    put_code(file, event->status);
    put_text(file, strcmp(event->status, "held") == 0 ? arena_format(sim->step, "DS-%s", event->id)
                                                      : NULL);
}

/* First time at an event: into the register; at a bonding event some are entered again. */
static void enter(Sim *sim, Person *person, const Event *event, Draw *random)
{
    bool again = person->nentry == 1 && strcmp(event->activity, "24.6") == 0 &&
                 strcmp(person->entry[0].activity, "24.6") != 0 && draw_chance(random, 0.3);
    person->hours += event->hours;
    if (person->nentry > 0 && !again)
        return;
    Entry *entry = &person->entry[person->nentry++];
    *entry = (Entry){event->activity, event->held_on, DATE_NONE, DATE_NONE};
    Date left = event->held_on + draw_between(random, 110, 300);
    if (left <= sim->as_of && draw_chance(random, 0.85)) {
        entry->left_on = left;
        if (draw_chance(random, 0.93))
            entry->result_on = left + draw_between(random, 3, 33);
    }
}

static void put_visit(Sim *sim, SimFile *file, const Event *event, Person *person, Draw *random)
{
    double part = draw_chance(random, 0.1) && event->hours > 2 ? event->hours / 2 : NAN;
    bool helps = draw_chance(random, 0.1);
    put_text(file, event->id);
    put_text(file, person->id);
    put_code(file, helps ? "volunteer" : "participant");
    put_text(file, sim->community[person->community].id);
    put_number(file, part, 2);
    if (!helps)
        enter(sim, person, event, random);
}

/* How many come to a closed event. */
static int guests(const Event *event, Draw *random)
{
    bool small = strcmp(event->kind, "consultation") == 0 || strcmp(event->kind, "mentoring") == 0;
    if (small)
        return draw_between(random, 2, 5);
    return strcmp(event->kind, "bonding") == 0 ? draw_between(random, 11, 19)
                                               : draw_between(random, 6, 14);
}

/* Different people of the region who are known by now, the eager ones more often. */
static void put_visits(Sim *sim, SimFile *file, const Event *event, int region, int period, int n,
                       Draw *random)
{
    int all = sim->nperson[region] * (period + 1) / PERIOD_COUNT;
    bool *here = arena_new(sim->step, bool, all);
    for (int come = 0, tries = 0; come < n && tries < 60 * n; tries++) {
        int at = draw_between(random, 0, all - 1);
        Person *person = &sim->person[region][at];
        if (here[at] || !draw_chance(random, person->zeal / 2.2))
            continue;
        here[at] = true;
        put_visit(sim, file, event, person, random);
        come++;
    }
}

static void put_leader(SimFile *file, const Event *event, int number)
{
    put_text(file, event->id);
    put_text(file, number % 2 ? "LEKTORS-03" : "LEKTORS-11");
    put_code(file, "speaker");
    put_empty(file, 2);
}

static Event make_event(Sim *sim, const SeedTable *kinds, int row, int region, int period,
                        int number, Draw *random)
{
    Event event = {.activity = seed_text(kinds, row, "activity"),
                   .kind = seed_text(kinds, row, "kind"),
                   .topic = seed_text(kinds, row, "topic"),
                   .title = seed_text(kinds, row, "title_lv"),
                   .status = "held",
                   .region = region,
                   .ended_on = DATE_NONE,
                   .hours = seed_number(kinds, row, "hours"),
                   .open = seed_number(kinds, row, "open") == 1};
    event.id = arena_format(sim->step, "%s-%s-%03d", region == 4 ? "ZP" : "P",
                            sim->period[period].name, number);
    event.held_on = sim_date(random, sim->period[period].from + 8, sim->period[period].to - 10);
    event.community = sim_pick_community(sim, random, region, event.held_on);
    if (period == 3 && number % 17 == 5) {
        event.status = "planned";
        event.held_on = sim->as_of + draw_between(random, 20, 150);
    } else if (period == 1 && number == 9) {
        event.status = "cancelled";
    }
    return event;
}

/* How often a kind of event is held: regions differ, and the programme gathers speed. */
static int times_held(const Sim *sim, const SeedTable *kinds, int row, int region, int period)
{
    static const double REGION[REGION_COUNT] = {1.0, 0.85, 1.6, 1.2, 0.75};
    static const double PERIOD[PERIOD_COUNT] = {0.7, 0.9, 1.1, 1.2};
    double count = seed_number(kinds, row, "count");
    if (count < 2)
        return (int)count * sim->scale;
    return (int)floor(count * REGION[region] * PERIOD[period] + 0.5) * sim->scale;
}

static void put_faulty_event(Sim *sim, SimFile *file, Event event, const char *id, Draw *random)
{
    event.id = id;
    put_event(sim, file, &event, random);
}

/* A row like `event`'s with one text in place of a column's value. */
static void put_twisted(SimFile *file, const char *id, const char *kind, const char *held_on,
                        const char *place)
{
    put_text(file, id);
    put_code(file, "24.3");
    put_text(file, kind);
    put_empty(file, 1);
    put_text(file, "Kopienu tīkla tikšanās");
    put_text(file, held_on);
    put_empty(file, 1);
    put_integer(file, 3);
    put_text(file, place);
    put_empty(file, 1);
    put_yes(file, 0);
    put_empty(file, 8);
}

static void put_event_faults(Sim *sim, SimFile *file, const Event *event, int region, int period,
                             Draw *random)
{
    Event backwards = *event;
    backwards.ended_on = event->held_on - 3;
    if (region == 0 && period == 0) {
        put_twisted(file, "P-KL-1", "networking", "31.02.2026", NULL);
        file_fault(file, "no such day");
    } else if (region == 0 && period == 1) {
        put_faulty_event(sim, file, backwards, "P-KL-2", random);
        file_fault(file, "end before start");
    } else if (region == 1 && period == 2) {
        put_twisted(file, "P-KL-3", "tīklošanās", "12.03.2027.", "Ziemeļu novads");
        file_fault(file, "unknown municipality");
    } else if (region == 2 && period == 1) {
        for (int i = 0; i < 2; i++) { /* two different rows with one key */
            put_twisted(file, "P-KL-4", "networking", i ? "2026-09-10" : "2026-09-09", "0001000");
            file_fault(file, "two different rows with one key");
        }
    } else if (region == 3 && period == 0) {
        put_twisted(file, "P-KL-5", "seminārs", "2026-04-14", NULL);
        file_fault(file, "unknown kind of event");
    } else if (region == 4 && period == 0) {
        put_twisted(file, "P-KL-6", "networking", "14.04.2026", "0050000");
        file_fault(file, "municipality's code of before 2021");
    }
}

static void put_attendance_faults(Sim *sim, SimFile *file, const Event *event, int region,
                                  int period)
{
    if (region == 0 && period == 1) {
        put_text(file, "P-2026H2-999");
        put_text(file, "KU-P0001");
        put_code(file, "participant");
        put_empty(file, 2);
        file_fault(file, "unknown event");
    } else if (region == 1 && period == 3) {
        file_line(file, arena_format(sim->step, "%s;", event->id));
        file_fault(file, "row too short");
    } else if (region == 4 && period == 1) { /* the same row twice: one is kept */
        for (int i = 0; i < 2; i++) {
            put_text(file, event->id);
            put_text(file, "ZE-DUBULTS");
            put_code(file, "participant");
            put_empty(file, 2);
        }
    }
}

bool event_write(Sim *sim, int region, int period)
{
    SeedTable kinds;
    if (!seed_read(sim->run, "data/simulate/event_kind.csv", &kinds))
        return false;
    const char *label = sim->period[period].name;
    SimFile *events = file_open(&sim->desk, sim->step, region, label, "event", EVENT_COLUMNS);
    SimFile *visits =
        file_open(&sim->desk, sim->step, region, label, "attendance", ATTENDANCE_COLUMNS);
    Event last = {0};
    int number = 0;
    for (int row = 0; row < kinds.nrow; row++)
        for (int i = 0; i < times_held(sim, &kinds, row, region, period); i++) {
            Draw random = SIM_STREAM(sim, "event", region * 10 + period, ++number);
            Event event = make_event(sim, &kinds, row, region, period, number, &random);
            put_event(sim, events, &event, &random);
            if (event.open || strcmp(event.status, "held") != 0)
                continue;
            put_visits(sim, visits, &event, region, period, guests(&event, &random), &random);
            if (strcmp(event.kind, "training") == 0)
                put_leader(visits, &event, number);
            last = event;
        }
    Draw random = SIM_STREAM(sim, "event fault", region, period);
    put_event_faults(sim, events, &last, region, period, &random);
    put_attendance_faults(sim, visits, &last, region, period);
    return file_write(events, true) && file_write(visits, true);
}

/* The camp in August and one exchange each half-year: people of all regions. */
bool event_write_national(Sim *sim, int period)
{
    const char *label = sim->period[period].name;
    SimFile *events = file_open(&sim->desk, sim->step, REGION_LV, label, "event", EVENT_COLUMNS);
    SimFile *visits =
        file_open(&sim->desk, sim->step, REGION_LV, label, "attendance", ATTENDANCE_COLUMNS);
    Draw random = SIM_STREAM(sim, "national", 0, period);
    Event meeting = {.id = arena_format(sim->step, "LV-%s-1", label),
                     .activity = "24.5",
                     .kind = "exchange",
                     .topic = "cooperation",
                     .status = "held",
                     .title = "Nacionālā pieredzes apmaiņa",
                     .ended_on = DATE_NONE,
                     .hours = 6,
                     .region = REGION_LV,
                     .community = -1};
    meeting.held_on = sim->period[period].from + 130;
    Event camp = meeting;
    camp.id = arena_format(sim->step, "LV-%s-2", label);
    camp.kind = "camp", camp.topic = "resilience", camp.title = "Noturības nometne";
    camp.held_on = sim->period[period].from + 44, camp.ended_on = camp.held_on + 2;
    camp.hours = 20;
    for (int which = 0; which < 1 + period % 2; which++) {
        const Event *event = which ? &camp : &meeting;
        put_event(sim, events, event, &random);
        for (int region = 0; region < REGION_COUNT - 1; region++)
            put_visits(sim, visits, event, region, period, 8 * sim->scale, &random);
    }
    return file_write(events, true) && file_write(visits, true);
}

/* Kurzeme sends two events of 2027H1 again: one is corrected, an open one is withdrawn. */
bool event_write_correction(Sim *sim)
{
    SeedTable kinds;
    if (!seed_read(sim->run, "data/simulate/event_kind.csv", &kinds))
        return false;
    SimFile *file =
        file_open(&sim->desk, sim->step, 0, "2027H1-b", "event", EVENT_COLUMNS " action");
    int number = 0;
    for (int row = 0; row < kinds.nrow; row++)
        for (int i = 0; i < times_held(sim, &kinds, row, 0, 2); i++) {
            Draw random = SIM_STREAM(sim, "event", 2, ++number);
            Event event = make_event(sim, &kinds, row, 0, 2, number, &random);
            bool first = number == 1, withdrawn = row == kinds.nrow - 1 && i == 0;
            if (!first && !withdrawn)
                continue;
            if (first)
                event.hours += 2;
            put_event(sim, file, &event, &random);
            put_text(file, withdrawn ? "delete" : NULL);
        }
    return file_write(file, true);
}
