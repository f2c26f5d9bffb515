/* Expenses: pay, events, publicity, national contracts, and the documents of initiatives. */
#include "data/sim.h"

#include <math.h>
#include <string.h>

/* Rows of data/simulate/budget.csv, in its order. */
enum {
    PAY_LEAD,
    PAY_CENTRE,
    PAY_MENTOR,
    FLAT,
    METHOD,
    GRANTS,
    NATIONAL,
    TRAINING,
    IMPACT,
    NEWS,
    LOOK
};
static const char *const LINE[LINE_COUNT] = {"1.1", "1.2", "1.3", "2.1", "3.1", "4.1",
                                             "5.1", "6.1", "7.1", "8.1", "9.1"};
static const char *const ACTIVITY[LINE_COUNT] = {"24.10", "24.3", "24.3", "24.10", "24.1", "24.4",
                                                 "24.5",  "24.6", "24.7", "24.8",  "24.9"};

typedef struct {
    Sim *sim;
    SimFile *file;
    int region, number;
    const char *label;
} Ledger;

static int request_of(Date paid_on)
{
    static const char *const END[] = {"2026-09-13", "2027-03-13", "2027-09-13"};
    int request = 0;
    while (request < COUNT(END) && paid_on > date_parse(END[request]))
        request++;
    return request;
}

static double cents(double value)
{
    return floor(value * 100 + 0.5) / 100;
}

static void pay(Ledger *ledger, Draw *random, int line, Date on, const char *category,
                double amount, const char *initiative)
{
    Sim *sim = ledger->sim;
    SimFile *file = ledger->file;
    int request = request_of(on);
    bool known = request < REQUEST_COUNT - 1;
    bool refused = known && !initiative && line >= TRAINING && draw_chance(random, 0.03);
    double eligible = refused ? 0 : cents(amount);
    put_text(file, arena_format(sim->step, "E-%s-%03d", ledger->label, ++ledger->number));
    put_date(file, on);
    put_code(file, ACTIVITY[line]);
    put_text(file, category);
    put_text(file, LINE[line]);
    put_number(file, cents(amount), 2);
    put_number(file, eligible, 2);
    put_code(file, refused ? "rejected" : known ? "approved" : NULL);
    put_text(file, known ? arena_format(sim->step, "MP-%d", request + 2) : NULL);
    put_text(file,
             arena_format(sim->step, "D-%d/%04d", date_year(on), draw_between(random, 1, 9999)));
    put_text(file, line <= PAY_MENTOR
                       ? NULL
                       : arena_format(sim->step, "SIA „Paraugs %d”", draw_between(random, 10, 40)));
    put_text(file, initiative);
    sim->paid[request][line] += eligible;
}

/* Once a month: pay of `low` to `high` euro, on one of the last days. */
static void pay_monthly(Ledger *ledger, Draw *random, int period, int line, double low, double high)
{
    for (int month = 0; month < 6; month++) {
        Date next = date_add_months(ledger->sim->period[period].from, month + 1);
        pay(ledger, random, line, next - draw_between(random, 1, 5), "Atlīdzība",
            low + (high - low) * draw_uniform(random), NULL);
    }
}

static void pay_sometimes(Ledger *ledger, Draw *random, int period, int line, int times,
                          const char *category, double low, double high)
{
    const Period *half = &ledger->sim->period[period];
    for (int i = 0; i < times; i++)
        pay(ledger, random, line, sim_date(random, half->from + 5, half->to - 3), category,
            low + (high - low) * draw_uniform(random), NULL);
}

/* The documents of an initiative add up to what it spent; those of this half-year. */
static void pay_initiative(Ledger *ledger, const Initiative *one, int index, int period)
{
    static const char *const WHAT[] = {"Materiāli", "Telpu noma", "Lektora atlīdzība", "Inventārs",
                                       "Transports"};
    Sim *sim = ledger->sim;
    Draw random = SIM_STREAM(sim, "documents", one->region, index);
    int documents = draw_between(&random, 4, 11);
    double left = one->spent_eur;
    int span = one->ends_on - one->starts_on;
    for (int i = 0; i < documents; i++) {
        double share = (0.6 + 0.8 * draw_uniform(&random)) / documents;
        double amount = i == documents - 1 ? left : cents(one->spent_eur * share);
        amount = amount < left ? amount : left;
        Date on = one->starts_on + span * (i + 1) / documents - draw_between(&random, 0, 6);
        left = cents(left - amount);
        const char *what = WHAT[draw_between(&random, 0, COUNT(WHAT) - 1)];
        Draw own = SIM_STREAM(sim, "document", one->region * 100000 + index, i);
        if (on <= sim->as_of && sim_period_of(sim, on) == period && amount > 0)
            pay(ledger, &own, GRANTS, on, what, amount, one->id);
    }
}

static void put_wrong(Ledger *ledger, const char *day, const char *amount, const char *category)
{
    SimFile *file = ledger->file;
    put_text(file, arena_format(ledger->sim->step, "E-%s-KL", ledger->label));
    put_text(file, day);
    put_code(file, "24.6");
    put_text(file, category);
    put_text(file, "6.1");
    put_text(file, amount);
    put_text(file, amount);
    put_empty(file, 5);
}

static void put_faults(Ledger *ledger, int period)
{
    if (ledger->region == 0 && period == 3) {
        put_wrong(ledger, "14.10.2027", "-120,50", "Telpu noma");
        file_fault(ledger->file, "negative amount");
    } else if (ledger->region == 2 && period == 2) {
        put_text(ledger->file, "Kopā");
        put_empty(ledger->file, 4);
        put_number(ledger->file, 48211.07, 2);
        put_number(ledger->file, 48211.07, 2);
        put_empty(ledger->file, 5);
        file_fault(ledger->file, "total among the data");
    } else if (ledger->region == 4 && period == 2) {
        put_wrong(ledger, "03.03.2027", "1.2.3", "Telpu noma");
        file_fault(ledger->file, "not a number");
    }
}

static void pay_region(Ledger *ledger, Draw *random, int region, int period)
{
    Sim *sim = ledger->sim;
    int times = sim->scale;
    pay_monthly(ledger, random, period, PAY_CENTRE, 3700, 4300);
    pay_monthly(ledger, random, period, PAY_MENTOR, 850 * times, 1250 * times);
    pay_sometimes(ledger, random, period, TRAINING, 6 * times, "Telpu noma un ēdināšana", 180, 980);
    pay_sometimes(ledger, random, period, NEWS, 2 * times, "Publikācijas izgatavošana", 90, 560);
    for (int i = 0; i < sim->ninitiative[region]; i++) {
        const Initiative *one = &sim->initiative[region][i];
        if (strcmp(one->decision, "approved") == 0)
            pay_initiative(ledger, one, i, period);
    }
    put_faults(ledger, period);
}

static void pay_nation(Ledger *ledger, Draw *random, int period)
{
    Sim *sim = ledger->sim;
    pay_monthly(ledger, random, period, PAY_LEAD, 5200, 6100);
    pay_sometimes(ledger, random, period, METHOD, 2, "Pakalpojuma līgums", 2500, 5200);
    pay_sometimes(ledger, random, period, NATIONAL, period % 2 ? 5 : 2, "Nacionālais pasākums",
                  1400, 5200);
    pay_sometimes(ledger, random, period, IMPACT, 1, "Aptaujas lauka darbs", 7800, 9900);
    pay_sometimes(ledger, random, period, LOOK, 1, "Maketēšana un druka", 700, 1900);
    double base = 0; /* the flat rate follows the pay of the half-year, about 38 000 € a region */
    for (int line = PAY_LEAD; line <= PAY_MENTOR; line++)
        for (int request = 0; request < REQUEST_COUNT; request++)
            base += sim->paid[request][line];
    double paid = 0;
    for (int request = 0; request < REQUEST_COUNT; request++)
        paid += sim->paid[request][FLAT];
    pay(ledger, random, FLAT, sim->period[period].to - 1, "Vienotā likme", 0.15 * base - paid,
        NULL);
}

bool expense_write(Sim *sim, int region, int period)
{
    Ledger ledger = {.sim = sim, .region = region, .label = sim->period[period].name};
    Draw random = SIM_STREAM(sim, "expense", region, period);
    ledger.file = file_open(&sim->desk, sim->step, region, ledger.label, "expense",
                            "expense_id paid_on activity category line amount_eur eligible_eur "
                            "status request document supplier initiative_id");
    if (region == REGION_LV)
        pay_nation(&ledger, &random, period);
    else
        pay_region(&ledger, &random, region, period);
    return file_write(ledger.file, true);
}
