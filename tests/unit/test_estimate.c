/* Estimators at their edges: bad input is reported with its code and place, degenerate data give no
 * number but a note, the order of rows does not matter, and every estimator describes itself. */
#include "tests/test.h"

#include "analysis/estimator.h"
#include "analysis/evidence.h"
#include "cli/estimate_csv.h"
#include "core/text.h"

#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *code;
    Place at;
} Heard;

static void hear(void *user, const Diagnostic *diagnostic)
{
    Heard *heard = user;
    if (!heard->code)
        *heard = (Heard){diagnostic->code, diagnostic->at};
}

/* Runs an estimator on CSV text; settings are separated by ';'. False on a reported fault. */
static bool run_text(Arena *arena, const char *id, const char *settings, const char *csv,
                     Heard *heard, EstimateList *out)
{
    char path[] = "/tmp/ietekme_estimate_XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, csv, strlen(csv)) == (ssize_t)strlen(csv));
    close(fd);
    Run run = {.diag = diag_open(arena, NULL, LANG_EN, false), .arena = arena};
    *heard = (Heard){NULL, {NULL, 0, 0}};
    diag_listen(run.diag, hear, heard);
    const char **parts = NULL;
    int n = text_split(arena, settings, ';', &parts);
    Setting *list = arena_new(arena, Setting, n + 1);
    for (int i = 0; i < n; i++) {
        char *copy = arena_text(arena, parts[i]), *equals = strchr(copy, '=');
        *equals = '\0';
        list[i] = (Setting){copy, equals + 1};
    }
    Spec spec = {0};
    Frame frame;
    *out = (EstimateList){.arena = arena};
    const Estimator *found = estimator_find(id);
    assert_non_null(found);
    bool good =
        spec_parse(found, list, n, (SettingPlaces){{"line", 1, 3}, 1}, arena, run.diag, &spec) &&
        estimate_csv_read(&run, path, &frame) && estimator_run(&frame, &spec, arena, run.diag, out);
    unlink(path);
    return good;
}

static const char DATA[] =
    "y,x,g,c,t,p\n1.5,1,a,1,0,0\n2,2,a,1,0,1\n2.5,3,b,2,1,0\n4,5,b,2,1,1\n3,4,b,3,1,0\n"
    "5.5,7,a,4,0,1\n";

static void bad_input_is_reported(void **state)
{
    (void)state;
    static const struct {
        const char *id, *settings, *csv, *code;
        int line, column;
    } CASES[] = {
        {"linear", "y=y;xx=x", DATA, "estimate.option", 1, 4},
        {"linear", "x=x", DATA, "estimate.required", 1, 3},
        {"linear", "y=z", DATA, "estimate.column", 1, 0},
        {"linear", "y=g", DATA, "estimate.text", 2, 3},
        {"linear", "y=y;x=g;reference=g:q", DATA, "estimate.level", 1, 3},
        {"linear", "y=y;vcov=hc9", DATA, "estimate.choice", 1, 4},
        {"linear", "y=y;vcov=cr2", DATA, "estimate.required", 1, 3},
        {"linear", "y=y;conf=2", DATA, "estimate.number", 1, 4},
        {"linear", "y=y;reps=x", DATA, "estimate.number", 1, 4},
        {"linear", "y=y;where=g:q", DATA, "estimate.level", 1, 3},
        {"linear", "y=y;weights=w", "y,w\n1,1\n2,-1\n", "estimate.value", 3, 2},
        {"linear", "y=y;missing=fail", "y\n1\nNA\n2\n", "estimate.missing", 3, 1},
        {"linear", "y=y", "y\nNA\n", "estimate.no_rows", 0, 0},
        {"linear", "y=y", "y,x\n1,2\n3\n", "estimate.csv", 3, 0},
        {"linear", "y=y", "y,y\n1,2\n", "estimate.csv_header", 1, 2},
        {"linear", "y=y", "y,x\n1,\"2\n", "estimate.csv_quote", 2, 2},
        {"did", "y=y;treated=x;post=p", DATA, "estimate.value", 3, 2},
        {"two_groups", "y=y;group=c", DATA, "estimate.value", 1, 4},
        {"proportion", "y=x", DATA, "estimate.value", 3, 2},
        {"wild_bootstrap", "y=y;x=x;test=z;cluster=c", DATA, "estimate.column", 1, 3},
        {"staggered_did", "y=y;time=t;first_treated=p", DATA, "estimate.required", 1, 3},
        {"mdes", "clusters=10", DATA, "estimate.required", 1, 3},
        {"reliability", "items=y,x;reversed=x", DATA, "estimate.required", 1, 3},
    };
    for (int i = 0; i < COUNT(CASES); i++) {
        Arena *arena = arena_open();
        Heard heard;
        EstimateList list;
        bool good = run_text(arena, CASES[i].id, CASES[i].settings, CASES[i].csv, &heard, &list);
        if (good || !heard.code || strcmp(heard.code, CASES[i].code) != 0 ||
            (CASES[i].line && heard.at.line != CASES[i].line) ||
            (CASES[i].column && heard.at.column != CASES[i].column))
            fail_msg("case %d (%s %s): %s %d:%d", i, CASES[i].id, CASES[i].settings,
                     heard.code ? heard.code : "nothing", heard.at.line, heard.at.column);
        arena_close(arena);
    }
}

static const Estimate *find(const EstimateList *list, const char *term)
{
    for (int i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].term, term))
            return &list->items[i];
    fail_msg("no term '%s'", term);
    return NULL;
}

/* Where there is no honest number there is none, and the note says why. */
static void degenerate_data_give_a_note(void **state)
{
    (void)state;
    static const struct {
        const char *id, *settings, *csv, *term, *note;
        bool has_estimate;
    } CASES[] = {
        {"linear", "y=y;x=x;cluster=c", "y,x,c\n1,2,a\n2,3,a\n4,4,a\n", "x", "clusters<2", true},
        {"linear", "y=y;x=x,z", "y,x,z\n1,2,4\n2,3,6\n4,4,8\n5,7,14\n", "z", "singular", false},
        {"linear", "y=y;x=x", "y,x\n1,2\n2,3\n", "x", "no residual degrees of freedom", true},
        {"logit", "y=y;x=x", "y,x\n0,1\n0,2\n0,3\n1,4\n1,5\n1,6\n", "x", "separation", false},
        {"poisson", "y=y;x=x", "y,x\n0,0\n0,0\n0,0\n3,1\n5,1\n4,1\n", "x", "separation", false},
        {"mean", "y=y;strata=s;psu=p", "y,s,p\n1,a,1\n2,b,2\n", "mean", "psu<2", true},
        {"mean", "y=y;strata=s;psu=p;lonely=fail", "y,s,p\n1,a,1\n2,a,2\n3,b,3\n", "mean",
         "lonely psu", true},
        {"paired", "y0=a;y1=b", "a,b\n1,2\n2,3\n5,6\n", "mean_difference", "zero variance", true},
        {"paired", "y0=a;y1=b", "a,b\n1,2\n2,3\n5,6\n", "d_z", "zero variance", false},
        {"correlation", "y=a;x=b", "a,b\n1,2\n1,3\n1,6\n", "correlation", "zero variance", false},
        {"reliability", "items=a,b", "a,b\n1,2\n1,3\n1,6\n", "omega", "zero variance", false},
        {"anova", "y=a;group=g", "a,g\n1,x\n2,x\n", "f", "groups<2", false},
        {"two_proportions", "y=y;group=g", "y,g\n0,a\n0,a\n1,b\n0,b\n", "risk_ratio", "zero cell",
         false},
        {"meta", "estimate=e;se=s;unit=u", "e,s,u\n1,1,a\n", "mu", "units<2", false},
        {"mixed", "y=y;x=x;cluster=c", "y,x,c\n1,2,a\n2,3,a\n4,4,a\n", "x", "clusters<2", false},
        {"trend", "y=y;time=t", "y,t\n1,1\n1,2\n1,3\n", "kendall_tau", "zero variance", false},
        {"forecast", "y=y;time=t", "y,t\n1,1\n2,2\n", "forecast[1]", "fewer than 3 points", false},
        {"inequality", "y=y", "y\n0\n0\n", "gini", "zero sum", false},
        {"entropy_balance", "y=y;treated=t;x=x", "y,t,x\n1,1,9\n2,1,8\n1,0,1\n2,0,2\n3,0,1\n",
         "effect", "not converged", false},
        {"ipw", "y=y;treated=t;x=x", "y,t,x\n1,1,9\n2,1,8\n1,0,1\n2,0,2\n3,0,1\n", "effect",
         "separation", false},
        {"randomisation", "y=y;treated=t", "y,t\n1,1\n2,1\n", "difference", "empty group", false},
        {"decomposition", "y=y;unit=u;time=t;treated=d",
         "y,u,t,d\n1,a,1,0\n2,a,2,0\n1,b,1,0\n3,b,2,0\n", "twfe", "no comparison", false},
        {"did", "y=y;treated=t;post=p", "y,t,p\n1,0,0\n2,0,1\n1,0,0\n3,0,1\n", "att", "singular",
         false},
        {"staggered_did", "y=y;time=t;first_treated=f;panel=no",
         "y,t,f\n1,1,2\n2,2,2\n1,1,2\n3,2,2\n", "simple", "no group-time effect", false},
    };
    for (int i = 0; i < COUNT(CASES); i++) {
        Arena *arena = arena_open();
        Heard heard;
        EstimateList list;
        if (!run_text(arena, CASES[i].id, CASES[i].settings, CASES[i].csv, &heard, &list))
            fail_msg("case %d (%s): fault %s", i, CASES[i].id, heard.code ? heard.code : "?");
        const Estimate *row = find(&list, CASES[i].term);
        if (!row->note || !strstr(row->note, CASES[i].note) ||
            isnan(row->estimate) == CASES[i].has_estimate || !isnan(row->p))
            fail_msg("case %d (%s): estimate %g, p %g, note '%s'", i, CASES[i].id, row->estimate,
                     row->p, row->note ? row->note : "");
        arena_close(arena);
    }
}

/* The same rows in another order give the same bits. */
static void order_does_not_matter(void **state)
{
    (void)state;
    static const char OTHER[] =
        "y,x,g,c,t,p\n5.5,7,a,4,0,1\n3,4,b,3,1,0\n1.5,1,a,1,0,0\n4,5,b,2,1,1\n2.5,3,b,2,1,0\n"
        "2,2,a,1,0,1\n";
    static const char *const CASES[][2] = {
        {"linear", "y=y;x=x,g;cluster=c"},
        {"mean", "y=y;by=g;psu=c"},
        {"paired", "y0=y;y1=x"},
        {"did", "y=y;treated=t;post=p"},
        {"two_groups", "y=y;group=g"},
        {"inequality", "y=y"},
        {"randomisation", "y=y;treated=t"},
        {"wild_bootstrap", "y=y;x=x;test=x;cluster=c;reps=5"},
        {"correlation", "y=y;x=x"},
        {"reliability", "items=y,x"},
        {"poisson", "y=x;x=t"},
    };
    for (int i = 0; i < COUNT(CASES); i++) {
        Arena *arena = arena_open();
        Heard heard;
        EstimateList one, two;
        assert_true(run_text(arena, CASES[i][0], CASES[i][1], DATA, &heard, &one));
        assert_true(run_text(arena, CASES[i][0], CASES[i][1], OTHER, &heard, &two));
        assert_int_equal(one.count, two.count);
        for (int k = 0; k < one.count; k++) {
            const double a[] = {one.items[k].estimate, one.items[k].se, one.items[k].p,
                                one.items[k].ci_low};
            const double b[] = {two.items[k].estimate, two.items[k].se, two.items[k].p,
                                two.items[k].ci_low};
            for (int f = 0; f < COUNT(a); f++)
                if (!(a[f] == b[f] || (isnan(a[f]) && isnan(b[f]))))
                    fail_msg("%s %s: %.17g and %.17g", CASES[i][0], one.items[k].term, a[f], b[f]);
        }
        arena_close(arena);
    }
}

static void estimators_describe_themselves(void **state)
{
    (void)state;
    const Estimator *const *list;
    int n = estimator_list(&list);
    assert_true(n >= 40);
    for (int i = 0; i < n; i++) {
        const Estimator *e = list[i];
        assert_ptr_equal(estimator_find(e->id), e);
        for (int lang = 0; lang < LANG_COUNT; lang++)
            assert_true(e->title[lang] && e->estimates[lang] && e->assumptions[lang]);
        assert_true(e->formula && e->reference && e->terms && e->noption > 0);
        for (int k = 0; k < e->noption; k++)
            assert_true(e->options[k].key && e->options[k].meaning[LANG_LV] &&
                        e->options[k].meaning[LANG_EN]);
    }
}

static void verdicts_follow_the_interval(void **state)
{
    (void)state;
    static const struct {
        DesignKind design;
        double estimate, se, sesoi;
        int clusters;
        const char *verdict, *grade;
        int maryland;
    } CASES[] = {
        {DESIGN_COMPARISON, 0.5, 0.1, 0.2, 40, "effect", "low", 3},
        {DESIGN_COMPARISON, 0.1, 0.1, 0.2, 40, "too_small_to_tell", "very_low", 3},
        {DESIGN_COMPARISON, 0.01, 0.05, 0.2, 40, "no_effect", "low", 3},
        {DESIGN_COMPARISON, 0.5, 0.1, 0.2, 12, "effect", "very_low", 3},
        {DESIGN_CHANGE, 0.5, 0.1, 0.2, 0, "change", "very_low", 2},
        {DESIGN_ASSOCIATION, 0.5, 0.1, 0.2, 40, "association", "very_low", 1},
        {DESIGN_RANDOMISED, 0.5, 0.1, 0.2, 40, "effect", "high", 5},
        {DESIGN_DESCRIPTIVE, 0.5, 0.1, NAN, 0, "none", NULL, 0},
    };
    Arena *arena = arena_open();
    for (int i = 0; i < COUNT(CASES); i++) {
        double z = CASES[i].estimate / CASES[i].se;
        Estimate row = {.estimate = CASES[i].estimate,
                        .se = CASES[i].se,
                        .df = NAN,
                        .p = fabs(z) > 1.96 ? 0.01 : 0.5,
                        .ci_low = CASES[i].estimate - 1.96 * CASES[i].se,
                        .ci_high = CASES[i].estimate + 1.96 * CASES[i].se,
                        .n_clusters = CASES[i].clusters};
        EvidenceInput input = {.design = CASES[i].design,
                               .estimate = &row,
                               .p_adjusted = NAN,
                               .sesoi = CASES[i].sesoi,
                               .sd = 2.0,
                               .pretest_p = NAN,
                               .reliability = 0.9};
        Evidence evidence = evidence_judge(&input, arena);
        assert_string_equal(evidence.verdict, CASES[i].verdict);
        assert_int_equal(evidence.maryland, CASES[i].maryland);
        if (CASES[i].grade)
            assert_string_equal(evidence.grade, CASES[i].grade);
        else
            assert_null(evidence.grade);
    }
    double p[] = {0.01, NAN, 0.04, 0.03};
    evidence_holm(p, 4, arena);
    assert_close(p[0], 0.03, 1e-15);
    assert_close(p[2], 0.06, 1e-15);
    assert_close(p[3], 0.06, 1e-15);
    assert_true(isnan(p[1]));
    arena_close(arena);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_input_is_reported),
        cmocka_unit_test(degenerate_data_give_a_note),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(estimators_describe_themselves),
        cmocka_unit_test(verdicts_follow_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
