/* A new programme folder has every central file, with the declared columns, and explains all of
 * them; declarations of datasets are whole: types, references, period columns, distinct labels. */
#include "data/init.h"
#include "data/seed.h"

#include "core/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static Run make_run(Options *options)
{
    Run run = {.arena = arena_open(), .options = options};
    run.diag = diag_open(run.arena, NULL, LANG_EN, false);
    return run;
}

static const char *read_below(Run *run, const char *folder, const char *name)
{
    size_t size;
    return file_read(run, run->arena, arena_format(run->arena, "%s/%s", folder, name), &size);
}

static void test_folder(void **state)
{
    (void)state;
    char folder[] = "/tmp/ietekme-init-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Options options = {.folder = folder, .ncpu = 1};
    Run run = make_run(&options);
    assert_true(init_run(&run, folder));
    const char *programme = read_below(&run, folder, "programme.csv");
    assert_non_null(strstr(programme, "\r\nprogramme.number;"));
    assert_non_null(strstr(programme, "\r\nprivacy.threshold;5;"));
    const char *community = read_below(&run, folder, "community.csv");
    assert_true(text_starts(community, "\xef\xbb\xbf"
                                       "community_id;name;region;municipality;"));
    assert_true(text_ends(community, ";order_drawn\r\n"));
    const char *theory = read_below(&run, folder, "theory.csv");
    assert_non_null(strstr(theory, "\r\nL23;"));
    const char *explained = read_below(&run, folder, "DATI.md");
    assert_non_null(strstr(explained, "- `birth_year` – Dzimšanas gads."));
    assert_non_null(strstr(explained, "`f` – sieviete; `m` – vīrietis"));
    assert_non_null(strstr(read_below(&run, folder, "DATA.md"), "`f` – female; `m` – male"));
    assert_non_null(read_below(&run, folder, "LASI-MANI.md"));
    assert_false(init_run(&run, folder));
    arena_close(run.arena);
    static const char *const MADE[] = {
        "DATA.md",         "DATI.md",       "LASI-MANI.md",  "README.md",     "activity.csv",
        "approved.csv",    "budget.csv",    "call.csv",      "community.csv", "indicator.csv",
        "instrument.csv",  "item.csv",      "milestone.csv", "plan.csv",      "population.csv",
        "procurement.csv", "programme.csv", "reply.csv",     "request.csv",   "risk.csv",
        "target.csv",      "theory.csv"};
    for (int i = 0; i < COUNT(MADE); i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder, MADE[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0); /* and nothing else was made */
}

static bool is_type(const char *type)
{
    static const char *const TYPE[] = {"text",   "id",       "person", "integer", "number",
                                       "date",   "boolean",  "code",   "codes",   "municipality",
                                       "parish", "activity", "region", "period",  "items"};
    for (int i = 0; i < COUNT(TYPE); i++)
        if (strcmp(TYPE[i], type) == 0)
            return true;
    return false;
}

/* dataset.column or dataset.column? names a column of a dataset. */
static void check_reference(Run *run, const char *reference)
{
    const char **part;
    SeedTable table;
    char *text = arena_text(run->arena, reference);
    if (text_ends(text, "?"))
        text[strlen(text) - 1] = '\0';
    assert_int_equal(text_split(run->arena, text, '.', &part), 2);
    assert_true(
        seed_read(run, arena_format(run->arena, "ingest/datasets/%s.csv", part[0]), &table));
    assert_true(seed_find(&table, "column", part[1]) > 0);
}

/* Each code's own name and labels differ from those of the other codes. */
static void check_codes(Run *run, const char *codes)
{
    const char **part;
    int n = text_split(run->arena, codes, ';', &part);
    for (int i = 0; i < n; i++) {
        assert_non_null(strchr(part[i], '='));
        assert_non_null(strchr(part[i], '|'));
        for (int k = 0; k < i; k++) {
            const char *one = strchr(part[i], '=') + 1, *other = strchr(part[k], '=') + 1;
            size_t length = strcspn(one, "|");
            assert_false(length == strcspn(other, "|") && strncmp(one, other, length) == 0);
        }
    }
}

static void check_dataset(Run *run, const Asset *asset)
{
    SeedTable table;
    assert_true(seed_read(run, asset->file, &table));
    assert_int_equal(table.ncolumn, 12);
    assert_string_equal(seed_text(&table, 0, "column"), "*");
    const char *period = seed_text(&table, 0, "codes");
    assert_true(!*period || seed_find(&table, "column", period) > 0);
    for (int row = 0; row < table.nrow; row++) {
        assert_true(*seed_text(&table, row, "title_lv") != '\0');
        assert_true(*seed_text(&table, row, "title_en") != '\0');
        assert_true(*seed_text(&table, row, "help_lv") != '\0');
        assert_true(row == 0 || is_type(seed_text(&table, row, "type")));
        if (row > 0 && *seed_text(&table, row, "reference"))
            check_reference(run, seed_text(&table, row, "reference"));
        if (row > 0)
            check_codes(run, seed_text(&table, row, "codes"));
        for (int other = 1; other < row; other++) /* headers match in either form */
            assert_string_not_equal(text_key(run->arena, seed_text(&table, row, "title_lv")),
                                    text_key(run->arena, seed_text(&table, other, "title_lv")));
    }
}

static void test_datasets(void **state)
{
    (void)state;
    Options options = {.ncpu = 1};
    Run run = make_run(&options);
    const Asset **list;
    int n = asset_list(&run, "ingest/datasets", ".csv", &list);
    assert_int_equal(n, 32);
    for (int i = 0; i < n; i++)
        check_dataset(&run, list[i]);
    arena_close(run.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_datasets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
