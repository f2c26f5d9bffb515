/* The made-up programme: the same arguments give the committed sample byte for byte, another seed
 * another programme; a real programme is never written over; reference codes are whole. */
#include "data/init.h"
#include "data/simulate.h"
#include "data/seed.h"

#include "core/text.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

/* What made data/sample: ietekme simulate data/sample --scale 1 --seed 2027 --effect 0.3 */
enum { SAMPLE_SCALE = 1, SAMPLE_SEED = 2027 };
static const double SAMPLE_EFFECT = 0.3;

typedef struct {
    Run run;
    Options options;
    char folder[64];
} Fixture;

static int start(void **state)
{
    Fixture *fixture = calloc(1, sizeof *fixture);
    Arena *arena = arena_open();
    strcpy(fixture->folder, "/tmp/ietekme-simulate-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    fixture->options = (Options){.folder = fixture->folder, .ncpu = 1};
    fixture->run = (Run){.arena = arena, .options = &fixture->options};
    fixture->run.diag = diag_open(arena, NULL, LANG_EN, false);
    *state = fixture;
    return 0;
}

static void remove_all(Arena *arena, const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_all(arena, arena_format(arena, "%s/%s", path, entry->d_name));
    if (folder)
        closedir(folder);
    remove(path);
}

static int stop(void **state)
{
    Fixture *fixture = *state;
    remove_all(fixture->run.arena, fixture->folder);
    arena_close(fixture->run.arena);
    free(fixture);
    return 0;
}

/* Compares each file below `left` with its namesake; returns how many there are. */
static int compare(Run *run, const char *left, const char *right, int *different)
{
    int n = 0;
    DIR *folder = opendir(left);
    assert_non_null(folder);
    struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        char *one = arena_format(run->arena, "%s/%s", left, entry->d_name);
        char *other = arena_format(run->arena, "%s/%s", right, entry->d_name);
        struct stat info;
        assert_int_equal(stat(one, &info), 0);
        if (S_ISDIR(info.st_mode)) {
            n += compare(run, one, other, different);
            continue;
        }
        size_t size = 0, length = 0;
        const char *bytes = file_read(run, run->arena, one, &size);
        const char *again = file_read(run, run->arena, other, &length);
        bool same = bytes && again && size == length && memcmp(bytes, again, size) == 0;
        *different += !same;
        n++;
    }
    closedir(folder);
    return n;
}

static void test_sample(void **state)
{
    Fixture *fixture = *state;
    Run *run = &fixture->run;
    assert_true(simulate_run(run, fixture->folder, SAMPLE_SCALE, SAMPLE_SEED, SAMPLE_EFFECT));
    int different = 0, there = 0;
    int made = compare(run, fixture->folder, "data/sample", &different);
    assert_int_equal(different, 0);
    assert_int_equal(compare(run, "data/sample", fixture->folder, &there), made);
    assert_true(made > 200);
}

static void test_another_seed(void **state)
{
    Fixture *fixture = *state;
    int different = 0;
    assert_true(simulate_run(&fixture->run, fixture->folder, 1, 3, SAMPLE_EFFECT));
    compare(&fixture->run, fixture->folder, "data/sample", &different);
    assert_true(different > 100);
}

static double truth(Run *run, const char *folder, const char *line)
{
    size_t size;
    char *path = arena_format(run->arena, "%s/truth/truth.csv", folder);
    const char *text = file_read(run, run->arena, path, &size);
    const char *at = text ? strstr(text, line) : NULL;
    assert_non_null(at);
    return strtod(at + strlen(line), NULL);
}

static void test_truth(void **state)
{
    Fixture *fixture = *state;
    Run *run = &fixture->run;
    assert_true(simulate_run(run, fixture->folder, 1, 5, 0));
    assert_true(truth(run, fixture->folder, "collective_efficacy,att,") == 0);
    assert_true(simulate_run(run, fixture->folder, 1, 5, 0.8)); /* over a made-up one is allowed */
    double seen = truth(run, fixture->folder, "collective_efficacy,att_sd,");
    assert_true(seen > 0.6 && seen < 0.85); /* answers on five steps blunt the latent 0.8 */
    assert_true(truth(run, fixture->folder, "social_norm,att,") == 0);
}

static void test_real_programme_is_safe(void **state)
{
    Fixture *fixture = *state;
    char *path = arena_format(fixture->run.arena, "%s/programme.csv", fixture->folder);
    FILE *file = fopen(path, "wb");
    fputs("key,value\nprogramme.number,1\n", file);
    fclose(file);
    assert_false(simulate_run(&fixture->run, fixture->folder, 1, 1, 0));
    assert_false(init_run(&fixture->run, fixture->folder));
    assert_int_equal(diag_count(fixture->run.diag, SEVERITY_ERROR), 2);
}

static void test_municipalities(void **state)
{
    Fixture *fixture = *state;
    static const struct {
        const char *region;
        int count;
    } EACH[] = {{"riga", 10}, {"kurzeme", 8}, {"vidzeme", 9}, {"latgale", 9}, {"zemgale", 6}};
    SeedTable table, regions, old;
    Run *run = &fixture->run;
    assert_true(seed_read(run, "data/reference/municipality.csv", &table));
    assert_true(seed_read(run, "data/reference/region.csv", &regions));
    assert_true(seed_read(run, "data/reference/old_atvk.csv", &old));
    int all = 0;
    for (int i = 0; i < COUNT(EACH); i++) {
        int n = 0;
        for (int row = 0; row < table.nrow; row++)
            n += strcmp(seed_text(&table, row, "region"), EACH[i].region) == 0 &&
                 *seed_text(&table, row, "valid_to") == '\0';
        assert_int_equal(n, EACH[i].count);
        assert_true(seed_find(&regions, "region", EACH[i].region) >= 0);
        all += n;
    }
    assert_int_equal(all, 42);
    for (int row = 0; row < table.nrow; row++) {
        const char *successor = seed_text(&table, row, "successor");
        assert_int_equal(strlen(seed_text(&table, row, "atvk")), 7);
        assert_true(!*successor || seed_find(&table, "atvk", successor) >= 0);
        assert_int_equal(seed_find(&table, "atvk", seed_text(&table, row, "atvk")), row);
    }
    for (int row = 0; row < old.nrow; row++)
        assert_int_equal(seed_find(&table, "atvk", seed_text(&old, row, "atvk")), -1);
}

/* Each current municipality has a tile of its own. */
static void test_tiles(void **state)
{
    Fixture *fixture = *state;
    SeedTable table;
    bool taken[16][16] = {{false}};
    assert_true(seed_read(&fixture->run, "data/reference/municipality.csv", &table));
    for (int row = 0; row < table.nrow; row++) {
        if (*seed_text(&table, row, "valid_to"))
            continue;
        int x = (int)seed_number(&table, row, "tile_column");
        int y = (int)seed_number(&table, row, "tile_row");
        assert_in_range(x, 1, 11);
        assert_in_range(y, 1, 6);
        assert_false(taken[x][y]);
        taken[x][y] = true;
    }
}

/* Items belong to a scale, bounds stand in order. */
static void test_instruments(void **state)
{
    Fixture *fixture = *state;
    SeedTable items, instruments;
    assert_true(seed_read(&fixture->run, "data/instruments/item.csv", &items));
    assert_true(seed_read(&fixture->run, "data/instruments/instrument.csv", &instruments));
    for (int row = 0; row < items.nrow; row++) {
        assert_true(seed_find(&instruments, "instrument", seed_text(&items, row, "instrument")) >=
                    0);
        assert_true(seed_number(&items, row, "min") < seed_number(&items, row, "max"));
        assert_true(*seed_text(&items, row, "text_lv") != '\0');
    }
    for (int row = 0; row < instruments.nrow; row++)
        assert_true(seed_find(&items, "instrument", seed_text(&instruments, row, "instrument")) >=
                    0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sample, start, stop),
        cmocka_unit_test_setup_teardown(test_another_seed, start, stop),
        cmocka_unit_test_setup_teardown(test_truth, start, stop),
        cmocka_unit_test_setup_teardown(test_real_programme_is_safe, start, stop),
        cmocka_unit_test_setup_teardown(test_municipalities, start, stop),
        cmocka_unit_test_setup_teardown(test_tiles, start, stop),
        cmocka_unit_test_setup_teardown(test_instruments, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
