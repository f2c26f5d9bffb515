/* What the front door tells about KPIs: explain, and the table of `export kpi`. */
#include "metrics/metrics.h"

#include "core/asset.h"
#include "core/text.h"

#include <string.h>

/* A line "label: value" if the header has the key. */
static void explain_key(Run *run, const Header *header, const char *key, const char *label,
                        FILE *out)
{
    const char *value = header_lang(run, header, key, diag_lang(run->diag));
    if (value)
        fprintf(out, "%s: %s\n", label, value);
}

/* What a row that the SELECT gives looks like, after the fold and what the KPI is about. */
static void explain_example(const Header *header, bool lv, FILE *out)
{
    const char *fold = header_get(header, "fold");
    bool unit = text_equal(fold, "distinct") || text_equal(fold, "stock");
    bool ratio = text_equal(fold, "ratio");
    fprintf(out, "%s: row = incoming/kurzeme/2026H1/…:12, region = kurzeme, on_date = 2026-03-05",
            lv ? "Rindas piemērs" : "Example row");
    if (text_equal(fold, "stock"))
        fputs(", until_date = 2027-02-28", out);
    if (text_equal(header_get(header, "sexes"), "1"))
        fputs(", sex = f", out);
    if (unit)
        fprintf(out, ", unit = %s", lv ? "viens no skaitāmajiem" : "one of those counted");
    if (ratio || text_equal(fold, "sum"))
        fputs(", value = 1", out);
    if (ratio)
        fputs(", base = 1", out);
    fputc('\n', out);
}

/* The SELECT without its header. */
static const char *body(const Asset *asset)
{
    const char *text = asset->text;
    while (text_starts(text, "--"))
        text = strchr(text, '\n') ? strchr(text, '\n') + 1 : text + strlen(text);
    return text;
}

static const char *fold_meaning(const char *fold, bool lv)
{
    static const struct {
        const char *fold, *lv, *en;
    } MEANINGS[] = {
        {"count", "rindu skaits", "number of rows"},
        {"distinct", "dažādo vienību skaits", "number of different units"},
        {"sum", "vērtību summa", "sum of the values"},
        {"ratio", "vērtību summa, dalīta ar bāžu summu", "sum of the values over sum of the bases"},
        {"stock", "vienības, kas perioda beigās ir atvērtas",
         "units open at the end of the period"},
    };
    for (int i = 0; i < COUNT(MEANINGS); i++)
        if (text_equal(MEANINGS[i].fold, fold))
            return lv ? MEANINGS[i].lv : MEANINGS[i].en;
    return "";
}

bool metrics_explain(Run *run, const char *id, FILE *out)
{
    const Asset *asset = asset_find(run, arena_format(run->arena, "metrics/kpi/%s.sql", id));
    if (!asset)
        return false;
    bool lv = diag_lang(run->diag) == LANG_LV;
    Header header = header_read(run->arena, asset);
    const char *fold = header_get(&header, "fold");
    explain_key(run, &header, "definition", lv ? "Definīcija" : "Definition", out);
    explain_key(run, &header, "counted", lv ? "Skaita" : "Counted", out);
    explain_key(run, &header, "not_counted", lv ? "Neskaita" : "Not counted", out);
    fprintf(out, "%s: %s (%s)\n", lv ? "Aprēķins" : "Computed as", fold_meaning(fold, lv), fold);
    fprintf(out, "%s: %s\n", lv ? "Pārskatos" : "In reports",
            text_equal(header_get(&header, "about"), "persons")
                ? (lv ? "par cilvēkiem; mazas vērtības slēpj"
                      : "about persons; small values are hidden")
                : (lv ? "par lietām; neko neslēpj" : "about things; nothing is hidden"));
    explain_example(&header, lv, out);
    fprintf(out, "%s: METHODOLOGY.md#kpi-%s\n\n%s", lv ? "Metodika" : "Method", id, body(asset));
    return true;
}

/* Status of a value with a target: met here, else what the forecast says of reaching it. */
#define STATUS                                                                                     \
    "CASE WHEN v.state = 'not_reported' THEN 'not_reported' WHEN v.target IS NULL THEN "           \
    "'no_target' WHEN %s THEN NULL WHEN CASE c.direction WHEN 'less' THEN CASE v.target_kind "     \
    "WHEN 'cumulative' THEN v.cumulative ELSE v.in_period END <= v.target ELSE CASE "              \
    "v.target_kind WHEN 'cumulative' THEN v.cumulative ELSE v.in_period END >= v.target END THEN " \
    "'met' ELSE %s END AS status"

const char *metrics_export_sql(Run *run, bool internal)
{
    const char *forecast = internal ? "analysis_forecast" : "analysis_forecast_published";
    bool has = db_has_table(run, forecast);
    const char *hidden = "CASE v.target_kind WHEN 'cumulative' THEN v.hidden_cumulative ELSE "
                         "v.hidden_in END";
    return arena_format(
        run->arena,
        "SELECT v.kpi, v.region, v.period, v.sex, v.in_period, v.cumulative, v.numerator, "
        "v.denominator, v.target, v.target_kind, v.share_of_target, " STATUS ", %s, "
        "v.reporting_rate, v.figure FROM %s AS v JOIN metrics_catalogue AS c ON c.kpi = v.kpi "
        "JOIN metrics_period AS p ON p.period = v.period %s ORDER BY c.position, CASE v.region "
        "WHEN 'LV' THEN 1 ELSE 0 END, v.region, p.position, v.sex",
        hidden, has ? "COALESCE(f.status, 'no_forecast')" : "NULL",
        has ? "f.forecast, f.forecast_low, f.forecast_high, f.probability"
            : "NULL AS forecast, NULL AS forecast_low, NULL AS forecast_high, NULL AS probability",
        internal ? "metrics_value_authority" : "metrics_value_published",
        has ? arena_format(run->arena,
                           "LEFT JOIN %s AS f ON f.kpi = v.kpi AND f.region = v.region AND "
                           "f.period = v.period AND v.sex = ''",
                           forecast)
            : "");
}
