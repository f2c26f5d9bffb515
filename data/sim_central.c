/* What the centre itself keeps: files copied as they are, payment requests and what was approved
 * (from the expenses written), narratives, the truth, and the rows that must be kept out. */
#include "data/sim.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

static const char *const COPIED[] = {"programme", "activity",  "budget",      "call",
                                     "indicator", "milestone", "procurement", "plan",
                                     "target",    "risk",      "reply"};
static const char *const LINE[LINE_COUNT] = {"1.1", "1.2", "1.3", "2.1", "3.1", "4.1",
                                             "5.1", "6.1", "7.1", "8.1", "9.1"};

static bool copy_asset(Sim *sim, const char *from, const char *to)
{
    const Asset *asset = asset_find(sim->run, from);
    if (!asset)
        return diag_fail(sim->run->diag, (Place){from, 0, 0}, MSG_DATA_ASSET, from);
    return desk_write(&sim->desk, to, asset->text, asset->size);
}

static bool copy_files(Sim *sim)
{
    for (int i = 0; i < COUNT(COPIED); i++)
        if (!copy_asset(sim, arena_format(sim->step, "data/simulate/%s.csv", COPIED[i]),
                        arena_format(sim->step, "%s.csv", COPIED[i])))
            return false;
    return copy_asset(sim, "data/init/theory.csv", "theory.csv");
}

/* narrative/2027H2/: data/simulate/narrative/NAME.LANG.md */
static bool copy_narratives(Sim *sim)
{
    const Asset **list;
    int n = asset_list(sim->run, "data/simulate/narrative", ".md", &list);
    for (int i = 0; i < n; i++) {
        const char *name = strrchr(list[i]->file, '/') + 1;
        if (!desk_write(&sim->desk, arena_format(sim->step, "narrative/2027H2/%s", name),
                        list[i]->text, list[i]->size))
            return false;
    }
    return true;
}

static bool is_asked(const char *instrument)
{
    for (int k = 0; k < OUTCOME_COUNT; k++)
        if (strcmp(SIM_OUTCOME[k].instrument, instrument) == 0)
            return true;
    return strcmp(instrument, "civic_skills") == 0;
}

/* Of data/instruments/ the rows of the scales that the made-up survey asks. */
static bool write_scales(Sim *sim, const char *dataset)
{
    SeedTable table;
    if (!seed_read(sim->run, arena_format(sim->arena, "data/instruments/%s.csv", dataset), &table))
        return false;
    Buffer columns = buffer_open(sim->step);
    for (int i = 0; i < table.ncolumn; i++)
        buffer_format(&columns, "%s ", table.name[i]);
    SimFile *file =
        file_open(&sim->desk, sim->step, REGION_CENTRAL, "", dataset, buffer_end(&columns));
    for (int row = 0; row < table.nrow; row++)
        for (int i = 0; i < table.ncolumn && is_asked(seed_text(&table, row, "instrument")); i++)
            put_text(file, table.cell[row * table.ncolumn + i]);
    return file_write(file, true);
}

static double sum_of(const Sim *sim, int request)
{
    double sum = 0;
    for (int line = 0; line < LINE_COUNT; line++)
        sum += sim->paid[request][line];
    return sum;
}

/* Interim requests 1 to 3 ask for what was paid; the last is still open. */
static bool write_requests(Sim *sim)
{
    SeedTable table;
    if (!seed_read(sim->run, "data/simulate/request.csv", &table))
        return false;
    SimFile *file = file_open(&sim->desk, sim->step, REGION_CENTRAL, "", "request",
                              "request kind from to due_on submitted_on approved_on "
                              "requested_eur approved_eur");
    for (int row = 0; row < table.nrow; row++) {
        for (int i = 0; i < 7; i++)
            put_text(file, table.cell[row * table.ncolumn + i]);
        bool counted = row > 0 && row < REQUEST_COUNT;
        double asked = counted ? sum_of(sim, row - 1) : seed_number(&table, row, "requested_eur");
        put_number(file, asked, 2);
        put_number(file, asked, 2);
    }
    return file_write(file, true);
}

static int supported_by(const Sim *sim, Date date)
{
    int n = 0;
    for (int i = 0; i < sim->ncommunity; i++)
        n += sim->community[i].supported_from != DATE_NONE &&
             sim->community[i].supported_from <= date;
    return n;
}

static int completed_by(const Sim *sim, Date date)
{
    int n = 0;
    for (int region = 0; region < REGION_COUNT; region++)
        for (int i = 0; i < sim->ninitiative[region]; i++) {
            const Initiative *one = &sim->initiative[region][i];
            n += strcmp(one->decision, "approved") == 0 && !one->terminated && one->ends_on <= date;
        }
    return n;
}

static void put_approved(SimFile *file, const char *request, const char *item, double value,
                         int decimals)
{
    put_text(file, request);
    put_text(file, item);
    put_number(file, value, decimals);
}

/* CFLA approved what was reported, but for one sum: reconciliation must find it. */
static bool write_approved(Sim *sim)
{
    static const char *const END[] = {"2026-09-13", "2027-03-13", "2027-09-13"};
    SimFile *file =
        file_open(&sim->desk, sim->step, REGION_CENTRAL, "", "approved", "request item value");
    for (int i = 0; i < REQUEST_COUNT - 1; i++) {
        const char *request = arena_format(sim->step, "MP-%d", i + 2);
        for (int line = 0; line < LINE_COUNT; line++) {
            bool differs = i == 1 && strcmp(LINE[line], "6.1") == 0;
            put_approved(file, request, LINE[line], sim->paid[i][line] - (differs ? 84.5 : 0), 2);
        }
        put_approved(file, request, "IZD-1", supported_by(sim, date_parse(END[i])), 0);
        put_approved(file, request, "IZD-2", completed_by(sim, date_parse(END[i])), 0);
    }
    return file_write(file, true);
}

/* The effects built in: latent in standard deviations, and as they show in the scores. */
static bool write_truth(Sim *sim)
{
    Buffer text = buffer_open(sim->step);
    buffer_text(&text, "outcome,estimand,value\n");
    for (int k = 0; k < OUTCOME_COUNT; k++) {
        const char *name = SIM_OUTCOME[k].instrument;
        double n = sim->spread[k][0], mean = sim->spread[k][1] / n;
        double variance = (sim->spread[k][2] - n * mean * mean) / (n - 1);
        double att = sim->truth_cells > 0 ? sim->truth[k] / sim->truth_cells : 0;
        buffer_format(&text, "%s,latent_sd,%.4f\n", name, sim->effect * SIM_OUTCOME[k].share);
        buffer_format(&text, "%s,att,%.4f\n", name, att);
        buffer_format(&text, "%s,att_sd,%.4f\n", name, att / sqrt(variance));
    }
    return desk_write(&sim->desk, "truth/truth.csv", buffer_end(&text), text.length);
}

static bool write_rejects(Sim *sim)
{
    Buffer text = buffer_open(sim->step);
    buffer_text(&text, "file,line,reason\n");
    for (int i = 0; i < sim->desk.nreject; i++) {
        const SimReject *reject = &sim->desk.reject[i];
        buffer_format(&text, "%s,%d,%s\n", reject->path, reject->line, reject->reason);
    }
    return desk_write(&sim->desk, "truth/rejects.csv", buffer_end(&text), text.length);
}

bool central_write(Sim *sim)
{
    return copy_files(sim) && copy_narratives(sim) && write_scales(sim, "instrument") &&
           write_scales(sim, "item") && write_requests(sim) && write_approved(sim) &&
           write_truth(sim) && write_rejects(sim);
}
