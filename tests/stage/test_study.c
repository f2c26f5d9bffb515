/* The study and the brief: golden text, the same figures in both languages, and words that follow
 * verdict, level and grade. With effects at zero nothing is claimed. GOLDEN=write rewrites
 * tests/golden/study/. */
#include "tests/stage/report_store.h"

static const char *const DOCUMENTS[] = {"study", "brief"};

/* A scenario of the report tests, then rows of tests/golden/study/. */
static const struct {
    const char *name, *base, *files[2];
} SCENARIOS[] = {
    {"thin", "thin", {NULL, NULL}},
    {"effects", "full", {"effects", NULL}},
    {"null", "full", {"effects", "null"}},
};

static Store *open_scenario(int which)
{
    Store *store = store_open_scenario(SCENARIOS[which].base, stderr);
    for (int i = 0; i < 2 && SCENARIOS[which].files[i]; i++)
        store_file(&store->run, arena_format(store->run.arena, "tests/golden/study/%s.sql",
                                             SCENARIOS[which].files[i]));
    return store;
}

static Document *build(Run *run, const char *name, Lang lang)
{
    BlockSource *source = arena_new(run->arena, BlockSource, 1);
    *source = report_source(run, run->arena, lang, false);
    const Asset *asset = asset_find(
        run, arena_format(run->arena, "report/templates/%s.%s.md", name, lang_code(lang)));
    assert_non_null(asset);
    Document *document = report_build(source, asset, NULL);
    assert_non_null(document);
    return document;
}

/* The document as text, through a file of its own. */
static char *render(Run *run, const Document *document)
{
    char path[] = "/tmp/ietekme-study-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_true(RENDER_TEXT.render(document, path, run->diag));
    size_t size;
    char *text = file_read(run, run->arena, path, &size);
    remove(path);
    assert_non_null(text);
    return text;
}

static void compare_golden(Run *run, const char *text, const char *golden)
{
    if (getenv("GOLDEN")) {
        FILE *out = fopen(golden, "w");
        assert_non_null(out);
        assert_true(fputs(text, out) >= 0);
        fclose(out);
        return;
    }
    size_t size;
    char *wanted = file_read(run, run->arena, golden, &size);
    assert_non_null(wanted);
    int line = 1;
    for (size_t i = 0; text[i] || wanted[i]; i++) {
        if (text[i] != wanted[i])
            fail_msg("%s:%d differs from what is rendered; `make golden` rewrites it", golden,
                     line);
        line += text[i] == '\n';
    }
}

static void test_golden(void **state)
{
    (void)state;
    for (int which = 0; which < COUNT(SCENARIOS); which++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Store *store = open_scenario(which);
            Run *run = &store->run;
            for (int i = 0; i < COUNT(DOCUMENTS); i++)
                compare_golden(run, render(run, build(run, DOCUMENTS[i], (Lang)lang)),
                               arena_format(run->arena, "tests/golden/study/%s/%s.%s.txt",
                                            SCENARIOS[which].name, DOCUMENTS[i],
                                            lang_code((Lang)lang)));
            assert_int_equal(diag_count(run->diag, SEVERITY_ERROR), 0);
            store_close(store);
        }
}

/* Latvian and English documents print the same figures, each as often. */
static void test_same_figures(void **state)
{
    (void)state;
    Store *store = open_scenario(1);
    Run *run = &store->run;
    for (int i = 0; i < COUNT(DOCUMENTS); i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Document *document = build(run, DOCUMENTS[i], (Lang)lang);
            assert_true(report_list_figures(run, run->arena, document));
        }
    Sql different =
        SQL("SELECT document || ' ' || figure FROM report_figure GROUP BY document, figure "
            "HAVING sum(lang = 'lv') <> sum(lang = 'en') ORDER BY document, figure LIMIT 1");
    assert_string_equal(db_text(run, run->arena, different, NULL, ""), "");
    assert_true(db_double(run, SQL("SELECT count(*) FROM report_figure"), NULL, 0) > 200);
    store_close(store);
}

/* What a finding says and may not say, by verdict, level and grade. */
static const struct {
    const char *verdict;
    int maryland;
    const char *grade;
    double estimate;
    Lang lang;
    const char *says, *never;
} SENTENCES[] = {
    {"effect", 5, "high", 1.4, LANG_LV, "Atbalsts palielināja rādītāja", "iespējams"},
    {"effect", 4, "moderate", -1.4, LANG_LV, "Atbalsts, visticamāk, samazināja", "palielināja"},
    {"effect", 4, "low", 1.4, LANG_LV, "Atbalsts, iespējams, palielināja", "visticamāk"},
    {"effect", 4, "very_low", 1.4, LANG_LV, "Nav skaidrs, vai atbalsts palielināja", "par 1,4"},
    {"effect", 3, "high", 1.4, LANG_LV, "Iemesls ir atbalsts.", "palielināja"},
    {"effect", 3, "moderate", 1.4, LANG_LV, "Visticamāk, iemesls ir atbalsts.", "palielināja"},
    {"effect", 3, "low", -1.4, LANG_LV, "zemāka, nekā gaidāms bez atbalsta", "augstāka"},
    {"effect", 3, "very_low", 1.4, LANG_LV, "Nav skaidrs, vai iemesls ir atbalsts.", "Iespējams"},
    {"effect", 3, "low", 1.4, LANG_EN, "1.4" NBSP "points higher than expected", "increased"},
    {"effect", 4, "moderate", 1.4, LANG_EN, "Support probably increased", "may have"},
    {"no_effect", 3, "low", 0.1, LANG_LV, "jūtami nemainīja", "Iespējams"},
    {"no_effect", 3, "low", 0.1, LANG_EN, "did not change", "increased"},
    {"too_small_to_tell", 3, "very_low", 0.1, LANG_LV, "Tas nenozīmē, ka ietekmes nav.",
     "augstāka"},
    {"too_small_to_tell", 3, "very_low", 0.1, LANG_EN, "does not mean there is no effect",
     "higher"},
    {"association", 2, "very_low", 1.4, LANG_LV, "Cēloni tas nepierāda.", "palielināja"},
    {"association", 2, "very_low", 1.4, LANG_EN, "does not prove a cause", "increased"},
    {"change", 1, "very_low", -1.4, LANG_LV, "samazinājās par 1,4", "iemesls"},
    {"change", 1, "very_low", 1.4, LANG_LV, "nevis programmas ietekme", "iemesls"},
    {"change", 1, "very_low", 1.4, LANG_EN, "not an effect of the programme", "increased"},
    {"none", 0, NULL, 0.1, LANG_LV, "nenovērtējām", "ietekme"},
};

static void test_sentences(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(SENTENCES); i++) {
        Store *store = open_scenario(1);
        Run *run = &store->run;
        char *update = arena_format(
            run->arena,
            "UPDATE analysis_estimate_published SET verdict = '%s', maryland = %d, grade = %s%s%s, "
            "estimate = %g, ci_low = %g, ci_high = %g WHERE plan = 'P1' AND headline = 1",
            SENTENCES[i].verdict, SENTENCES[i].maryland, SENTENCES[i].grade ? "'" : "",
            SENTENCES[i].grade ? SENTENCES[i].grade : "NULL", SENTENCES[i].grade ? "'" : "",
            SENTENCES[i].estimate, SENTENCES[i].estimate - 0.9, SENTENCES[i].estimate + 0.9);
        assert_true(db_exec(run, SQL(update)));
        BlockSource source = report_source(run, run->arena, SENTENCES[i].lang, false);
        Asset asset = {.name = "test",
                       .file = "test.md",
                       .text = "---\noutput: test\n---\n{{#effect_main}}{{#effect_main.plan=P1}}\n"
                               "{{include effect_sentence}}\n"
                               "{{/effect_main.plan=P1}}{{/effect_main}}\n"};
        Document *document = report_build(&source, &asset, NULL);
        assert_non_null(document);
        assert_non_null(document->first);
        const Node *node = document->first;
        const char *text = spans_text(run->arena, node->spans, node->nspan);
        if (!strstr(text, SENTENCES[i].says) || strstr(text, SENTENCES[i].never))
            fail_msg("%s %d %s: \"%s\"", SENTENCES[i].verdict, SENTENCES[i].maryland,
                     SENTENCES[i].grade ? SENTENCES[i].grade : "-", text);
        store_close(store);
    }
}

/* With effects at zero no sentence of either document claims one, and the lack is named. */
static void test_null(void **state)
{
    static const char *const CLAIMS[LANG_COUNT][5] = {
        {"augstāka, nekā gaidāms", "zemāka, nekā gaidāms", "palielināja", ", iemesls ir atbalsts",
         "Iemesls ir atbalsts"},
        {"higher than expected", "lower than expected", "increased", "be the reason", "rose by"}};
    static const char *const LACKS[LANG_COUNT] = {"datu ir par maz", "too few data to tell"};
    (void)state;
    Store *store = open_scenario(2);
    for (int i = 0; i < COUNT(DOCUMENTS); i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *text = render(&store->run, build(&store->run, DOCUMENTS[i], (Lang)lang));
            for (int k = 0; k < 5; k++)
                if (strstr(text, CLAIMS[lang][k]))
                    fail_msg("%s claims: %s", DOCUMENTS[i], CLAIMS[lang][k]);
            assert_non_null(strstr(text, LACKS[lang]));
        }
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_same_figures),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
