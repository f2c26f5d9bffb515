/* The report stage alone: golden text of its documents, the same figures in both languages, faults
 * of templates with their place, the fence, escaping. GOLDEN=write rewrites tests/golden/report/.
 */
#include "tests/stage/report_store.h"

static const char *const SCENARIOS[] = {"thin", "full"};
static const char *const TEMPLATES[] = {"progress", "benchmark", "dossier"};

static const Asset *find_template(Run *run, const char *name, Lang lang)
{
    const Asset *asset = asset_find(
        run, arena_format(run->arena, "report/templates/%s.%s.md", name, lang_code(lang)));
    assert_non_null(asset);
    return asset;
}

/* Builds a document; the dossier is that of Kurzeme. */
static Document *build(Run *run, const char *name, Lang lang, bool authority)
{
    BlockSource *source = arena_new(run->arena, BlockSource, 1);
    *source = report_source(run, run->arena, lang, authority);
    Scope scope = {0};
    if (strcmp(name, "dossier") == 0) {
        scope.block = block_load(source, "dossiers", NULL, (Place){name, 1, 1});
        assert_non_null(scope.block);
    }
    const Scope *outer = scope.block ? &scope : NULL;
    Document *document = report_build(source, find_template(run, name, lang), outer);
    assert_non_null(document);
    return document;
}

static void compare_golden(Run *run, const Document *document, const char *golden)
{
    char *found = arena_format(run->arena, "%s.found", golden);
    assert_true(RENDER_TEXT.render(document, found, run->diag));
    if (getenv("GOLDEN")) {
        assert_int_equal(rename(found, golden), 0);
        return;
    }
    size_t size, wanted_size;
    char *text = file_read(run, run->arena, found, &size);
    char *wanted = file_read(run, run->arena, golden, &wanted_size);
    remove(found);
    assert_non_null(wanted);
    int line = 1;
    for (size_t i = 0; i <= size; i++) {
        if (text[i] != wanted[i])
            fail_msg("%s:%d differs from what is rendered; `make golden` rewrites it", golden,
                     line);
        line += text[i] == '\n';
    }
}

static void test_golden(void **state)
{
    (void)state;
    for (int scenario = 0; scenario < COUNT(SCENARIOS); scenario++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Store *store = store_open_scenario(SCENARIOS[scenario], stderr);
            for (int i = 0; i < COUNT(TEMPLATES); i++) {
                Document *document = build(&store->run, TEMPLATES[i], (Lang)lang, i == 0);
                compare_golden(&store->run, document,
                               arena_format(store->run.arena, "tests/golden/report/%s/%s.%s.txt",
                                            SCENARIOS[scenario], TEMPLATES[i],
                                            lang_code((Lang)lang)));
            }
            assert_int_equal(diag_count(store->run.diag, SEVERITY_ERROR), 0);
            store_close(store);
        }
}

/* Latvian and English documents print the same figures, each as often. */
static void test_same_figures(void **state)
{
    (void)state;
    Store *store = store_open_scenario("full", stderr);
    Run *run = &store->run;
    for (int i = 0; i < COUNT(TEMPLATES); i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Document *document = build(run, TEMPLATES[i], (Lang)lang, false);
            document->id = TEMPLATES[i];
            assert_true(report_list_figures(run, run->arena, document));
        }
    Sql different =
        SQL("SELECT document || ' ' || figure FROM report_figure GROUP BY document, figure "
            "HAVING sum(lang = 'lv') <> sum(lang = 'en') ORDER BY document, figure LIMIT 1");
    char *found = db_text(run, run->arena, different, NULL, "");
    assert_string_equal(found, "");
    assert_true(db_double(run, SQL("SELECT count(*) FROM report_figure"), NULL, 0) > 100);
    store_close(store);
}

/* The public edition hides what the funder sees, and says nothing of it elsewhere. */
static void test_authority(void **state)
{
    (void)state;
    Store *store = store_open_scenario("full", stderr);
    Run *run = &store->run;
    for (int authority = 0; authority < 2; authority++) {
        BlockSource source = report_source(run, run->arena, LANG_LV, authority);
        const Block *block = block_load(&source, "participants", NULL, (Place){"test", 1, 1});
        assert_non_null(block);
        const Cell *women = block_cell(block, 1, block_column(block, "women"));
        assert_string_equal(block_raw(block, 1, block_column(block, "code")), "EECO12");
        assert_string_equal(format_cell(run->arena, LANG_LV, women), authority ? "13" : "…");
    }
    store_close(store);
}

typedef struct {
    char code[64];
    Place at;
    int count;
} Heard;

static void hear(void *user, const Diagnostic *diagnostic)
{
    Heard *heard = user;
    if (heard->count++ == 0) {
        snprintf(heard->code, sizeof heard->code, "%s", diagnostic->code);
        heard->at = diagnostic->at;
    }
}

static const struct {
    const char *text, *code; /* NULL: no fault */
    int line, column;
} FAULTS[] = {
    {"Vērtība {{programme.number}}.", NULL, 0, 0},
    {"{{#regions}}{{regions.name}} {{/regions}}", NULL, 0, 0},
    {"a\nb {{nothing.number}}", "template.block", 2, 3},
    {"{{programme.nothing}}", "template.column", 1, 1},
    {"ā {{programme.budget_eur|money}}", "template.format", 1, 3},
    {"{{regions.name}}", "template.rows", 1, 1},
    {"{{#regions}}\n{{regions.name}}", "template.open", 1, 1},
    {"x\n{{/regions}}", "template.close", 2, 1},
    {"{{#regions}}{{/programme}}", "template.close", 1, 13},
    {"x {{programme.number\n}}", "template.braces", 1, 3},
    {"x {{> regions}}", "template.alone", 1, 3},
    {"x [y](#nowhere)", "template.anchor", 1, 1},
    {"{{programme}}", "template.tag", 1, 1},
    {"{{include nothing}}", "template.tag", 1, 1},
    {"{{#programme.number=1", "template.braces", 1, 1},
};

static void test_faults(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(FAULTS); i++) {
        Store *store = store_open_scenario("thin", NULL);
        Run *run = &store->run;
        Heard heard = {.count = 0};
        diag_listen(run->diag, hear, &heard);
        BlockSource source = report_source(run, run->arena, LANG_LV, false);
        char *text = arena_format(run->arena, "---\noutput: test\n---\n%s\n", FAULTS[i].text);
        Asset asset = {.name = "test", .file = "test.lv.md", .text = text};
        Document *document = report_build(&source, &asset, NULL);
        assert_int_equal(document != NULL, FAULTS[i].code == NULL);
        if (FAULTS[i].code) {
            assert_string_equal(heard.code, FAULTS[i].code);
            assert_int_equal(heard.at.line, FAULTS[i].line + 3);
            assert_int_equal(heard.at.column, FAULTS[i].column);
        } else {
            assert_int_equal(heard.count, 0);
        }
        store_close(store);
    }
}

/* One rendered line of prose over the full scenario. */
static const struct {
    Lang lang;
    const char *text, *wanted;
} PROSE[] = {
    {LANG_LV, "{{kpi:communities_supported.cumulative|plural:kopiena,kopienas}}",
     "121" NBSP "kopiena"},
    {LANG_LV, "{{kpi:communities_supported.in_period|plural:kopiena,kopienas}}",
     "21" NBSP "kopiena"},
    {LANG_LV, "{{kpi:initiatives_completed.cumulative|plural:iniciatīva,iniciatīvas}}",
     "96" NBSP "iniciatīvas"},
    {LANG_LV, "Līdz {{period.as_of}}.", "Līdz 31.12.2027."},
    {LANG_LV, "Līdz {{period.as_of}}, tad.", "Līdz 31.12.2027., tad."},
    {LANG_EN, "By {{period.as_of}}.", "By 31" NBSP "December" NBSP "2027."},
    {LANG_LV, "{{period.period|period:lok}}", "2027." NBSP "gada 2." NBSP "pusgadā"},
    {LANG_LV, "{{kpi:eur_per_supported_community.cumulative|eiro}}", "4310" NBSP "eiro"},
    {LANG_EN, "{{kpi:eur_per_supported_community.cumulative|eiro}}", "€4,310"},
    {LANG_LV, "{{kpi:communities_active_after.cumulative}}", "68,0" NBSP "%"},
    {LANG_LV, "{{kpi:communities_active_after.cumulative|share0}}", "68" NBSP "%"},
    {LANG_LV,
     "{{#compared}}{{#compared_words}}{{#compared_words.signal=signal}}"
     "{{compared_words.region|region:lok}}: {{compared_words.funnel_low998|to:funnel_high998}}"
     "{{/compared_words.signal=signal}}{{/compared_words}}{{/compared}}",
     "Kurzemē: 1,00–1,80"},
    {LANG_LV, "{{list regions.name}}", "Kurzeme, Latgale, Rīga, Vidzeme un Zemgale"},
    {LANG_EN, "{{list regions.name}}", "Kurzeme, Latgale, Rīga, Vidzeme and Zemgale"},
    {LANG_LV, "{{#problems}}{{problems.title}}{{/problems}}", "Nepilnīgi *ieraksti* <b>"},
    {LANG_LV,
     "{{#kpi:people_trained.target>0}}a{{/"
     "kpi:people_trained.target>0}}{{^kpi:people_trained.target>0}}b{{/"
     "kpi:people_trained.target>0}}c",
     "c"},
    {LANG_LV,
     "{{#programme.author}}a{{/programme.author}}{{^programme.author}}b{{/programme.author}}", "b"},
    {LANG_LV, "{{#narrative 24.4}}a{{/narrative 24.4}}{{^narrative 24.9}}b{{/narrative 24.9}}",
     "ab"},
    {LANG_LV, "{{kpi:initiatives_completed.share_of_target}}", "80,0" NBSP "%"},
    {LANG_LV, "{{kpi:people_trained.target}}", "–"},
};

static void test_prose(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(PROSE); i++) {
        Store *store = store_open_scenario("full", stderr);
        Run *run = &store->run;
        BlockSource source = report_source(run, run->arena, PROSE[i].lang, false);
        char *text = arena_format(run->arena, "---\noutput: test\n---\n%s\n", PROSE[i].text);
        Asset asset = {.name = "test", .file = "test.lv.md", .text = text};
        Document *document = report_build(&source, &asset, NULL);
        assert_non_null(document);
        assert_non_null(document->first);
        const Node *node = document->first;
        assert_string_equal(spans_text(run->arena, node->spans, node->nspan), PROSE[i].wanted);
        store_close(store);
    }
}

static const char NODES[] =
    "---\noutput: test\ntitle: {{programme.title}}\nfact: A | –\nfact: B | {{period.as_of}}\n---\n"
    "# Virsraksts\n\nPirmā rindkopa.\n\nOtrā.\n\n{{> theme_bars themes}}\n\n"
    "Sk. [](#themes), {{page themes}}. lpp.\n\n> [!signal] Kas tas ir\n> Teksts.\n\n"
    "{{#compared}}{{#compared_words}}{{#compared_words._first}}\n{{badge compared_words "
    "theme_bars}}\n"
    "{{/compared_words._first}}{{/compared_words}}{{/compared}}\n"
    "{{narrative summary}}\n| A | B |\n|---|---|\n| {{kpi:people_trained.cumulative}} | b |\n";

/* What a template's parts become, in order. */
static void test_nodes(void **state)
{
    (void)state;
    static const NodeKind WANTED[] = {NODE_HEADING, NODE_LEAD,      NODE_PARAGRAPH,
                                      NODE_PAIR,    NODE_PARAGRAPH, NODE_CALLOUT,
                                      NODE_BADGE,   NODE_PARAGRAPH, NODE_TABLE};
    Store *store = store_open_scenario("full", stderr);
    Run *run = &store->run;
    BlockSource source = report_source(run, run->arena, LANG_LV, false);
    Asset asset = {.name = "test", .file = "test.lv.md", .text = NODES};
    Document *document = report_build(&source, &asset, NULL);
    assert_non_null(document);
    assert_int_equal(document->nfact, 1);
    const Node *nodes[COUNT(WANTED)] = {NULL};
    int count = 0;
    for (const Node *node = document->first; node; node = node->next) {
        assert_true(count < COUNT(WANTED));
        assert_int_equal(node->kind, WANTED[count]);
        nodes[count++] = node;
    }
    assert_int_equal(count, COUNT(WANTED));
    assert_int_equal(nodes[3]->first->kind, NODE_CHART);
    assert_string_equal(nodes[3]->first->next->anchor, "themes");
    assert_string_equal(spans_text(run->arena, nodes[4]->spans, nodes[4]->nspan),
                        "Sk. 1. tabula, . lpp.");
    assert_string_equal(nodes[4]->spans[3].page_of, "themes");
    assert_string_equal(nodes[5]->title, "Kas tas ir");
    assert_int_equal(nodes[5]->level, 1);
    assert_string_equal(nodes[6]->spans[0].text, "1. attēls");
    assert_true(nodes[7]->spans[1].italic);
    assert_string_equal(nodes[8]->table->rows[0].cells[0].figure,
                        "kpi.people_trained.LV.2027H2.cumulative");
    store_close(store);
}

/* A block may read published tables of earlier stages and nothing else. */
static const char *const FORBIDDEN[] = {
    "SELECT value FROM metrics_setting",
    "WITH metrics_value_published AS (SELECT * FROM metrics_value) SELECT kpi FROM "
    "metrics_value_published",
    "SELECT name FROM sqlite_master",
    "SELECT figure FROM report_figure",
    "SELECT kpi FROM metrics_value_authority",
    "DELETE FROM metrics_value_published",
};

static void test_fence(void **state)
{
    (void)state;
    char folder[] = "/tmp/ietekme-report-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char blocks[128], file[160];
    snprintf(blocks, sizeof blocks, "%s/blocks", folder);
    snprintf(file, sizeof file, "%s/leak.sql", blocks);
    assert_int_equal(mkdir(blocks, 0700), 0);
    for (int i = 0; i < COUNT(FORBIDDEN); i++) {
        FILE *out = fopen(file, "w");
        assert_non_null(out);
        fprintf(out, "-- kind: value\n%s\n", FORBIDDEN[i]);
        fclose(out);
        Store *store = store_open_scenario("thin", NULL);
        store->options.folder = folder;
        BlockSource source = report_source(&store->run, store->run.arena, LANG_LV, false);
        assert_null(block_load(&source, "leak", NULL, (Place){"test", 1, 1}));
        assert_int_equal(diag_count(store->run.diag, SEVERITY_ERROR), 1);
        store_close(store);
    }
    remove(file);
    rmdir(blocks);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),    cmocka_unit_test(test_same_figures),
        cmocka_unit_test(test_authority), cmocka_unit_test(test_faults),
        cmocka_unit_test(test_prose),     cmocka_unit_test(test_fence),
        cmocka_unit_test(test_nodes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
