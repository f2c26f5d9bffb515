/* States of the rules: withheld (data missing or too few, or the grade too low), issued, withdrawn
 * (issued in an earlier report, its withdrawal condition now met) or not called for; then the order
 * of those issued and which of them the brief shows. A recommendation once issued stays in force
 * until its withdrawal condition is met. Reads analysis_* and metrics_*, at the end of the stage.
 */
#include "analysis/recommend.h"

#include "analysis/rule.h"
#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_IN_BRIEF = 5 };

typedef struct {
    const Rule *rule;
    RuleRow row;
    const char *status, *grade, *decide_by;
    const char *missing[LANG_COUNT];
    const char *issued_on, *withdrawn_on;
    int priority;
    bool in_brief;
} Finding;

/* What an earlier report said, by rule. */
typedef struct {
    const char *id, *issued_on, *withdrawn_on;
} Earlier;

typedef struct {
    Earlier *items;
    int count;
} EarlierList;

/* --previous: which rules were issued there, and since when. A store made before this stage had
 * recommendations has none. */
static bool read_earlier(Run *run, EarlierList *list)
{
    Run before = *run;
    Query query;
    int capacity = 0;
    before.db = NULL;
    before.fence = NULL;
    if (!run->options || !run->options->previous)
        return true;
    if (!db_open(&before, run->options->previous, true))
        return false;
    bool good = true;
    const char *columns = "SELECT count(*) FROM pragma_table_info('analysis_recommendation_"
                          "published') WHERE name = 'issued_on'";
    if (db_double(&before, SQL(columns), NULL, 0.0) > 0.0) {
        good = query_open(&query, &before,
                          SQL("SELECT recommendation, issued_on, withdrawn_on FROM "
                              "analysis_recommendation_published WHERE issued_on IS NOT NULL"));
        while (good && query_next(&query)) {
            list->items =
                arena_room(run->arena, list->items, sizeof(Earlier), list->count, &capacity);
            list->items[list->count++] = (Earlier){query_text_in(&query, 0, run->arena),
                                                   query_text_in(&query, 1, run->arena),
                                                   query_text_in(&query, 2, run->arena)};
        }
        good = good && query_close(&query);
    }
    db_close(&before);
    return good;
}

static const Earlier *find_earlier(const EarlierList *list, const char *id)
{
    for (int i = 0; i < list->count; i++)
        if (text_equal(list->items[i].id, id))
            return &list->items[i];
    return NULL;
}

static void add_reason(Run *run, Finding *finding, Lang lang, const char *text)
{
    finding->missing[lang] = finding->missing[lang]
                                 ? arena_format(run->arena, "%s; %s", finding->missing[lang], text)
                                 : text;
}

/* The header's `missing NAME: lv | en`. */
static void name_reason(Run *run, Finding *finding, const char *name)
{
    static const char *const NOTHING[] = {"datu nav", "there are no data"};
    const Header *header = &finding->rule->header;
    const char *key = arena_format(run->arena, "missing %s", name), **parts;
    const char *value = header_get(header, key);
    bool known = value && rule_split(run->arena, value, &parts) == LANG_COUNT;
    if (!known && !text_equal(name, "nothing"))
        diag_report(run->diag, (Place){header->asset->file, 1, 1}, MSG_RULE_REASON, name);
    for (Lang lang = LANG_LV; lang < LANG_COUNT; lang++)
        add_reason(run, finding, lang,
                   known
                       ? rule_fill(run, &finding->row, parts[lang], header_place(header, key), lang)
                       : NOTHING[lang]);
}

static void find_missing(Run *run, Finding *finding)
{
    const char **names, *list = rule_word(&finding->row, "missing");
    if (!finding->row.found) {
        name_reason(run, finding, "nothing");
        return;
    }
    int n = list ? text_split(run->arena, list, ';', &names) : 0;
    for (int i = 0; i < n; i++)
        name_reason(run, finding, names[i]);
    if (n == 0 && rule_number(&finding->row, "called") == 1.0 && !finding->rule->research &&
        finding->rule->follows_grade && text_equal(finding->grade, "very_low")) {
        finding->missing[LANG_LV] =
            "pierādījumu ticamība ir ļoti zema; no tās izriet tikai ieteikums pētniecībai";
        finding->missing[LANG_EN] =
            "the certainty of evidence is very low; only a research recommendation follows from it";
    }
}

static void find_state(Run *run, Finding *finding, const Earlier *earlier, const char *as_of)
{
    bool before = earlier != NULL && !earlier->withdrawn_on;
    finding->status = "not_called_for";
    if (earlier) {
        finding->issued_on = earlier->issued_on;
        finding->withdrawn_on = earlier->withdrawn_on;
    }
    find_missing(run, finding);
    if (finding->missing[LANG_LV]) {
        finding->status = "withheld";
    } else if (rule_number(&finding->row, "withdrawn") == 1.0) {
        if (before)
            finding->withdrawn_on = as_of;
        finding->status = earlier ? "withdrawn" : "not_called_for";
    } else if (rule_number(&finding->row, "called") == 1.0 || before) {
        finding->status = "issued";
        finding->issued_on = before ? earlier->issued_on : as_of;
        finding->withdrawn_on = NULL;
    } else if (earlier) {
        finding->status = "withdrawn";
    }
}

/* Graded findings first, then administrative facts, then what only calls for research. */
static int rank_of(const Finding *finding)
{
    static const char *const ORDER[] = {"high", "moderate", "low"};
    for (int i = 0; i < COUNT(ORDER); i++)
        if (text_equal(finding->grade, ORDER[i]))
            return i;
    return finding->grade || finding->rule->research ? COUNT(ORDER) + 1 : COUNT(ORDER);
}

static double residents_of(const Finding *finding)
{
    double residents = rule_number(&finding->row, "residents");
    return isnan(residents) ? 0.0 : residents;
}

static int by_priority(const void *left, const void *right)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    int rank = rank_of(a) - rank_of(b);
    double more = residents_of(b) - residents_of(a);
    if (rank != 0)
        return rank;
    if (more < 0.0 || more > 0.0)
        return more > 0.0 ? 1 : -1;
    int date = strcmp(a->decide_by ? a->decide_by : "9", b->decide_by ? b->decide_by : "9");
    return date ? date : a->rule->position - b->rule->position;
}

/* The brief shows at most five, never two on one subject. */
static void order_issued(Finding *findings, int count, Arena *arena)
{
    Finding **issued = arena_new(arena, Finding *, count + 1);
    int n = 0, shown = 0;
    for (int i = 0; i < count; i++)
        if (text_equal(findings[i].status, "issued"))
            issued[n++] = &findings[i];
    if (n)
        qsort(issued, (size_t)n, sizeof *issued, by_priority);
    for (int i = 0; i < n; i++) {
        bool twice = false;
        issued[i]->priority = i + 1;
        for (int k = 0; k < i; k++)
            twice = twice || text_equal(issued[k]->rule->subject, issued[i]->rule->subject);
        issued[i]->in_brief = !twice && shown < MOST_IN_BRIEF;
        shown += issued[i]->in_brief;
    }
}

/* The text at this grade if the header has one, else the text led in by the verb of the grade. */
static const char *text_by_grade(Run *run, const Finding *finding, Lang lang)
{
    static const char *const VERBS[][1 + LANG_COUNT] = {
        {"high", "Ieviest: ", "Introduce: "},
        {"moderate", "Ieteicams ", "It is advisable to "},
        {"low",
         "Izmēģināt ierobežotā apjomā un izmērīt: ", "Try on a limited scale and measure: "}};
    const Rule *rule = finding->rule;
    const char *base = "text", *verb = NULL;
    for (int i = 0; rule->follows_grade && i < COUNT(VERBS); i++) {
        if (!text_equal(VERBS[i][0], finding->grade))
            continue;
        verb = VERBS[i][1 + lang];
        base = arena_format(run->arena, "text_%s", finding->grade);
    }
    const char *text = header_lang(run, &rule->header, base, lang);
    if (!text && verb)
        text = arena_format(
            run->arena, "%s%s", verb,
            text_lower_first(run->arena, header_lang(run, &rule->header, "text", lang)));
    return rule_fill(run, &finding->row, text, header_place(&rule->header, "text_lv"), lang);
}

static const char *fill(Run *run, const Finding *finding, const char *key, Lang lang)
{
    const Header *header = &finding->rule->header;
    return rule_fill(run, &finding->row, header_lang(run, header, key, lang),
                     header_place(header, arena_format(run->arena, "%s_lv", key)), lang);
}

static const char INSERT_SQL[] =
    "INSERT INTO analysis_recommendation (recommendation, position, subject, evidence_kind, "
    "status, grade, decide_by, evidence, issued_on, withdrawn_on, priority, brief, research, own, "
    "cost_low, cost_high, maryland, completeness, residents, addressee_lv, addressee_en, "
    "missing_lv, missing_en, title_lv, title_en, withdraw_lv, withdraw_en, decide_lv, decide_en, "
    "text_lv, text_en, cost_lv, cost_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
    "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, "
    "?30, ?31, ?32, ?33)";

static bool store_finding(Run *run, Query *insert, const Finding *finding)
{
    const Rule *rule = finding->rule;
    const Header *header = &rule->header;
    bool issued = text_equal(finding->status, "issued");
    query_bind(insert, 1, "titttttttt", rule->id, (int64_t)rule->position, rule->subject,
               rule->evidence, finding->status, finding->grade, finding->decide_by,
               rule_word(&finding->row, "evidence"), finding->issued_on, finding->withdrawn_on);
    if (issued)
        query_bind(insert, 11, "i", (int64_t)finding->priority);
    else
        query_bind(insert, 11, "n");
    query_bind(insert, 12, "iii", (int64_t)finding->in_brief, (int64_t)rule->research,
               (int64_t)header->asset->own);
    query_bind(insert, 15, "dd", rule_number(&finding->row, "cost_low"),
               rule_number(&finding->row, "cost_high"));
    double maryland = rule_number(&finding->row, "maryland");
    if (isnan(maryland))
        query_bind(insert, 17, "n");
    else
        query_bind(insert, 17, "i", (int64_t)maryland);
    query_bind(insert, 18, "dd", rule_number(&finding->row, "completeness"),
               rule_number(&finding->row, "residents"));
    for (Lang lang = LANG_LV; lang < LANG_COUNT; lang++) {
        query_bind(insert, 20 + (int)lang, "t", header_lang(run, header, "addressee", lang));
        query_bind(insert, 22 + (int)lang, "t", finding->missing[lang]);
        query_bind(insert, 24 + (int)lang, "t", header_lang(run, header, "title", lang));
        query_bind(insert, 26 + (int)lang, "t", fill(run, finding, "withdraw", lang));
        query_bind(insert, 28 + (int)lang, "t", header_lang(run, header, "decide", lang));
        query_bind(insert, 30 + (int)lang, "t", issued ? text_by_grade(run, finding, lang) : NULL);
        query_bind(insert, 32 + (int)lang, "t", issued ? fill(run, finding, "cost", lang) : NULL);
    }
    return query_run(insert);
}

static bool store_thresholds(Run *run, const Rule *rule)
{
    Query insert;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_threshold (recommendation, position, name, value, "
                        "reason_lv, reason_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")))
        return false;
    for (int i = 0; i < rule->nthreshold; i++) {
        const Threshold *threshold = &rule->thresholds[i];
        query_bind(&insert, 1, "titdtt", rule->id, (int64_t)(i + 1), threshold->name,
                   threshold->value, threshold->reason[LANG_LV], threshold->reason[LANG_EN]);
        query_run(&insert);
    }
    return query_close(&insert);
}

static bool store_all(Run *run, const Finding *findings, int count)
{
    Query insert;
    bool good = query_open(&insert, run, SQL(INSERT_SQL));
    if (!good)
        return false;
    for (int i = 0; i < count && good; i++)
        good = store_finding(run, &insert, &findings[i]) && store_thresholds(run, findings[i].rule);
    return query_close(&insert) && good;
}

/* A rule whose SQL fails was reported; it is left out like one with a faulty header. */
static bool judge(Run *run, const Rule *rule, const EarlierList *earlier, const char *as_of,
                  Finding *finding)
{
    *finding = (Finding){.rule = rule};
    if (!rule_evaluate(run, rule, &finding->row))
        return false;
    const char *decide_by = rule_word(&finding->row, "decide_by");
    finding->decide_by = decide_by ? decide_by : header_get(&rule->header, "decide_by");
    finding->grade = rule_word(&finding->row, "grade");
    find_state(run, finding, find_earlier(earlier, rule->id), as_of);
    return true;
}

bool recommend_run(Run *run)
{
    Rule *rules;
    int nrule, count = 0;
    EarlierList earlier = {0};
    rule_list(run, &rules, &nrule);
    if (!read_earlier(run, &earlier))
        return false;
    Finding *findings = arena_new(run->arena, Finding, nrule + 1);
    const char *as_of = db_text(
        run, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = 'as_of'"), NULL, NULL);
    for (int i = 0; i < nrule; i++)
        if (judge(run, &rules[i], &earlier, as_of, &findings[count]))
            count++;
    order_issued(findings, count, run->arena);
    return store_all(run, findings, count);
}
