/* Rules of recommendations: analysis/recommendations/NAME.sql, a header and one SELECT.
 *
 * Header: position, subject, addressee_lv/en, evidence (effect, association, count, cost, process,
 * voice), decide_by (a date) or decide_lv/en (words), verb (grade: the text follows the grade of
 * the evidence; none), research (1: may be issued on very low grade), title, text, withdraw, cost
 * in lv and en (`text_low_lv` is the text at grade low), `threshold NAME: value | reason lv |
 * reason en`, `missing NAME: lv | en` and `estimate NAME: estimator | frame | KEY=VALUE;…`, whose
 * rows the SELECT finds in analysis_rule_estimate.
 *
 * The SELECT gives at most one row (none: the reason `missing nothing`). It may use :as_of and each
 * threshold by name. Its columns: called, withdrawn (0, 1), missing (names of reasons, `;`),
 * evidence (figures, `;`), grade, maryland, completeness, residents (touched, for priority),
 * cost_low, cost_high, decide_by; and whatever the texts name in braces: `{n}`, `{share|percent}`,
 * `{low..high|decimal1}`, `{x|decimal1:punktu,punktiem}`; `{outcome}` is outcome_lv or outcome_en.
 */
#ifndef ANALYSIS_RULE_H
#define ANALYSIS_RULE_H

#include "core/asset.h"

typedef struct {
    const char *name, *reason[LANG_COUNT];
    double value;
} Threshold;

typedef struct {
    const char *id, *subject, *evidence;
    Header header;
    Sql sql;
    int position, nthreshold;
    Threshold *thresholds;
    bool research, follows_grade;
} Rule;

/* A column of the row, or a threshold: text, or a number (NaN: missing). */
typedef struct {
    const char *name, *text;
    double number;
} RuleValue;

typedef struct {
    bool found; /* the SELECT gave a row */
    int n;
    RuleValue *values;
} RuleRow;

/* All rules by position; a faulty one is reported and left out, and the result is false. */
bool rule_list(Run *run, Rule **rules, int *count);
/* Runs the rule's estimates and its SELECT. False after a reported fault. */
bool rule_evaluate(Run *run, const Rule *rule, RuleRow *row);

/* Splits a header value at the `|` that stand outside braces; returns the number of parts. */
int rule_split(Arena *arena, const char *text, const char ***parts);

double rule_number(const RuleRow *row, const char *name);
const char *rule_word(const RuleRow *row, const char *name);

/* Fills the braces of a text in a language; reports a name that is no column at `at`. NULL gives
 * NULL. */
const char *rule_fill(Run *run, const RuleRow *row, const char *text, Place at, Lang lang);

#endif
