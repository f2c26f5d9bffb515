/* What is behind a KPI's figure: definition, SQL, numerator and denominator, the counted rows with
 * file, line and submission, and the value computed anew from the files themselves. */
#include "metrics/metrics.h"

#include "core/text.h"
#include "metrics/fold.h"
#include "metrics/prepare.h"

#include <math.h>
#include <string.h>

/* The figure's cell, as stored. */
typedef struct {
    const char *kpi, *region, *period, *sex, *figure, *state;
    bool in; /* the in-period value was asked for */
    double value, numerator, denominator;
} Traced;

typedef struct {
    const Kpi *kpi;
    Calendar calendar;
    int period, region, sex;
} Cell;

/* Takes .FIELD off a figure; the cumulative value is the default. */
static char *without_field(Run *run, const char *figure, bool *in)
{
    static const struct {
        const char *field;
        bool in;
    } FIELDS[] = {{".in_period", true},        {".cumulative", false}, {".numerator", false},
                  {".denominator", false},     {".per_10k", false},    {".per_10k_in", true},
                  {".share_of_target", false}, {".target", false},     {".reporting_rate", false}};
    *in = false;
    for (int i = 0; i < COUNT(FIELDS); i++)
        if (text_ends(figure, FIELDS[i].field)) {
            *in = FIELDS[i].in;
            return arena_copy(run->arena, figure, strlen(figure) - strlen(FIELDS[i].field));
        }
    return arena_text(run->arena, figure);
}

static bool read_traced(Run *run, const char *figure, Traced *traced)
{
    Query query;
    char *base = without_field(run, figure, &traced->in);
    if (!query_open(
            &query, run,
            SQL("SELECT kpi, region, period, sex, state, CASE ?2 WHEN 1 THEN in_period ELSE "
                "cumulative END, CASE ?2 WHEN 1 THEN numerator_in ELSE numerator END, CASE ?2 WHEN "
                "1 THEN denominator_in ELSE denominator END FROM metrics_value WHERE figure = ?1")))
        return false;
    query_bind(&query, 1, "ti", base, (int64_t)traced->in);
    bool found = query_next(&query);
    if (found) {
        traced->figure = base;
        traced->kpi = query_text_in(&query, 0, run->arena);
        traced->region = query_text_in(&query, 1, run->arena);
        traced->period = query_text_in(&query, 2, run->arena);
        traced->sex = query_text_in(&query, 3, run->arena);
        traced->state = query_text_in(&query, 4, run->arena);
        traced->value = query_double(&query, 5);
        traced->numerator = query_double(&query, 6);
        traced->denominator = query_double(&query, 7);
    }
    return query_close(&query) && found;
}

/* The KPI and the indexes of the cell, from the store. */
static bool find_cell(Run *run, const Traced *traced, Cell *cell)
{
    const Kpi *kpis;
    int n;
    if (!kpi_list(run, &kpis, &n) || !calendar_read(run, &cell->calendar))
        return false;
    cell->kpi = NULL;
    for (int i = 0; i < n; i++)
        if (text_equal(kpis[i].id, traced->kpi))
            cell->kpi = &kpis[i];
    cell->region = fold_region(traced->region);
    cell->sex = fold_sex(traced->sex);
    cell->period = calendar_index(&cell->calendar, traced->period);
    return cell->kpi && cell->period >= 0 && cell->region >= 0 && cell->sex >= 0;
}

static bool is_behind(const Cell *cell, const FoldRow *row, bool in)
{
    return (cell->region == REGION_LV || row->region == cell->region) &&
           (cell->sex == 0 || row->sex == cell->sex) &&
           (in ? fold_is_in(cell->kpi, &cell->calendar, cell->period, row)
               : fold_is_cumulative(&cell->calendar, cell->period, row));
}

static void print_row(Run *run, const FoldRow *row, Query *file, FILE *out)
{
    query_bind(file, 1, "i", row->row >> 32);
    if (!query_next(file))
        return;
    const char *sheet = query_text(file, 1), *submission = query_text(file, 2);
    fprintf(out, "  %s%s%s:%d  %s  %s", query_text(file, 0), sheet ? "!" : "", sheet ? sheet : "",
            (int)(row->row & 0xFFFFFFFF), submission ? submission : "–",
            date_iso(run->arena, row->on));
    if (row->until != DATE_NONE)
        fprintf(out, "..%s", date_iso(run->arena, row->until));
    if (!isnan(row->value))
        fprintf(out, "  %.15g", row->value);
    if (!isnan(row->base))
        fprintf(out, " / %.15g", row->base);
    fputc('\n', out);
    query_reset(file);
}

static bool print_rows(Run *run, const Cell *cell, bool in, FILE *out)
{
    Query rows, file;
    int n = 0;
    if (!query_open(&rows, run, kpi_rows(run, cell->kpi, "ORDER BY row, on_date")))
        return false;
    if (!query_open(&file, run,
                    SQL("SELECT path, sheet, submission FROM ingest_file WHERE file = ?1"))) {
        query_close(&rows);
        return false;
    }
    while (query_next(&rows)) {
        FoldRow row;
        if (!fold_read(cell->kpi, &rows, &row) || !is_behind(cell, &row, in))
            continue;
        print_row(run, &row, &file, out);
        n++;
    }
    fprintf(out, diag_lang(run->diag) == LANG_LV ? "  rindu skaits: %d\n" : "  rows: %d\n", n);
    query_close(&file);
    return query_close(&rows);
}

/* The value folded anew on `again`, at the stored as-of and period. */
static bool compute_again(Run *run, Run *again, const Traced *traced, double *value)
{
    Options options = *run->options;
    options.as_of = db_text(
        run, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = 'as_of'"), NULL, NULL);
    options.period = db_text(
        run, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = 'period'"), NULL, NULL);
    const Options *before = again->options;
    again->options = &options;
    const Asset *schema = asset_find(again, METRICS.schema);
    Cell cell;
    Fold fold;
    bool good = schema && db_exec(again, asset_sql(schema)) &&
                calendar_make(again, &cell.calendar) && prepare_run(again) &&
                find_cell(again, traced, &cell) && kpi_store(again, cell.kpi, 1) &&
                fold_run(again, again->arena, cell.kpi, &cell.calendar, &fold);
    if (good) {
        FoldCell *found = fold_cell(&fold, cell.region, cell.period, cell.sex);
        *value = fold_value(cell.kpi, traced->in ? &found->in : &found->cumulative);
    }
    again->options = before;
    return good;
}

static void print_number(const char *label, double value, FILE *out)
{
    if (isnan(value))
        fprintf(out, "%s: –\n", label);
    else
        fprintf(out, "%s: %.15g\n", label, value);
}

static void print_value(const Traced *traced, bool lv, FILE *out)
{
    fprintf(out, "%s.%s\n", traced->figure, traced->in ? "in_period" : "cumulative");
    print_number(lv ? "vērtība" : "value", traced->value, out);
    if (!isnan(traced->denominator)) {
        print_number(lv ? "skaitītājs" : "numerator", traced->numerator, out);
        print_number(lv ? "saucējs" : "denominator", traced->denominator, out);
    }
    if (!text_equal(traced->state, "ok"))
        fprintf(out, "%s: %s\n", lv ? "stāvoklis" : "state", traced->state);
    fputc('\n', out);
}

bool metrics_trace(Run *run, Run *again, const char *figure, FILE *out, bool *differs)
{
    Traced traced;
    Cell cell;
    bool lv = diag_lang(run->diag) == LANG_LV;
    double value = NAN;
    if (!read_traced(run, figure, &traced))
        return diag_fail(run->diag, (Place){0}, MSG_METRICS_FIGURE, figure);
    if (!find_cell(run, &traced, &cell))
        return false;
    print_value(&traced, lv, out);
    fprintf(out, "%s: %s (%s)\n", traced.kpi,
            header_lang(run, &cell.kpi->header, "title", diag_lang(run->diag)),
            cell.kpi->header.asset->file);
    metrics_explain(run, traced.kpi, out);
    fprintf(out, "\n%s:\n", lv ? "Ieskaitītās rindas" : "Counted rows");
    if (!print_rows(run, &cell, traced.in, out) || !compute_again(run, again, &traced, &value))
        return false;
    if (text_equal(traced.state, "not_reported"))
        value = NAN;
    print_number(lv ? "no datnēm pārrēķināts" : "computed anew from the files", value, out);
    *differs = isnan(value) ? !isnan(traced.value) : value != traced.value;
    return true;
}
