/* `ietekme explain ID`: what a KPI, estimator, report, dataset, rule, block, frame or
 * recommendation is, from the same file that makes it work. */
#include "cli/command.h"

#include "analysis/estimator.h"
#include "cli/catalogue.h"
#include "core/text.h"
#include "metrics/metrics.h"

#include <string.h>

static bool is_latvian(const Run *run)
{
    return diag_lang(run->diag) == LANG_LV;
}

/* A text and blanks up to `width`: printf would count bytes. */
static void put_padded(const char *text, int width)
{
    fputs(text, stdout);
    for (int length = text_length(text); length < width; length++)
        putchar(' ');
}

static void put_entry(const char *key, const char *value)
{
    if (!value || !*value)
        return;
    fputs("  ", stdout);
    put_padded(key, 18);
    printf(" %s\n", value);
}

void explain_kpi(Run *run, const CatalogueItem *item)
{
    metrics_explain(run, item->id, stdout);
}

/* --- SQL files: header, then the query --- */

/* An entry of the other language is left out. */
static bool is_other_language(const Run *run, const char *key)
{
    return text_ends(key, is_latvian(run) ? "_en" : "_lv");
}

/* The query under the header's comment lines. */
static const char *query_of(const Asset *asset)
{
    const char *at = asset->text;
    while (text_starts(at, "--")) {
        const char *end = strchr(at, '\n');
        if (!end)
            return "";
        at = end + 1;
    }
    return at;
}

void explain_header(Run *run, const CatalogueItem *item)
{
    Header header = header_read(run->arena, item->asset);
    for (int i = 0; i < header.nentry; i++)
        if (!is_other_language(run, header.entries[i].key))
            put_entry(header.entries[i].key, header.entries[i].value);
    const char *query = query_of(item->asset);
    printf("\n%s%s", query, text_ends(query, "\n") ? "" : "\n");
}

/* --- estimators --- */

static void put_option(Run *run, const char *key, bool required, const char *values,
                       const char *meaning)
{
    const char *need = !required ? "" : is_latvian(run) ? " (obligāts)" : " (required)";
    const char *left = values && *values ? arena_format(run->arena, "%s=%s", key, values) : key;
    fputs("    ", stdout);
    put_padded(left, 34);
    printf(" %s%s\n", meaning ? meaning : "", need);
}

void explain_estimator(Run *run, const CatalogueItem *item)
{
    Lang lang = diag_lang(run->diag);
    const Estimator *estimator = estimator_find(item->id);
    put_entry(is_latvian(run) ? "ko novērtē" : "estimates", estimator->estimates[lang]);
    put_entry(is_latvian(run) ? "pieņēmumi" : "assumptions", estimator->assumptions[lang]);
    put_entry(is_latvian(run) ? "formula" : "formula", estimator->formula);
    put_entry(is_latvian(run) ? "rindas" : "terms", estimator->terms);
    put_entry(is_latvian(run) ? "avots" : "reference", estimator->reference);
    put_entry(is_latvian(run) ? "metodika" : "method",
              arena_format(run->arena, "METHODOLOGY.md#estimator-%s", estimator->id));
    puts(is_latvian(run) ? "  izvēles" : "  options");
    const Option *option;
    for (int i = 0; (option = estimator_option(estimator, i)); i++)
        put_option(run, option->key, option->required, option->values, option->meaning[lang]);
}

/* --- datasets: a line a column --- */

enum { NAME, TYPE, REQUIRED, KEY, REFERENCE, CODES = 7, TITLE_LV, TITLE_EN, HELP_LV, FIELDS = 12 };

static void put_column(Run *run, const char *const *field)
{
    Lang lang = diag_lang(run->diag);
    const char *marks = arena_format(run->arena, "%s%s", *field[REQUIRED] ? "*" : "",
                                     *field[KEY] ? (is_latvian(run) ? " atslēga" : " key") : "");
    fputs("  ", stdout);
    put_padded(arena_format(run->arena, "%s%s", field[NAME], marks), 30);
    printf(" %-13s %s; %s%s%s\n", field[TYPE], field[TITLE_LV + lang], field[HELP_LV + lang],
           *field[REFERENCE] ? " → " : "", field[REFERENCE]);
    if (*field[CODES])
        printf("%32s %s\n", "", field[CODES]);
}

void explain_dataset(Run *run, const CatalogueItem *item)
{
    const char *line = strchr(item->asset->text, '\n');
    while (line && *++line) {
        const char **field;
        int count = csv_line_split(run->arena, line, strcspn(line, "\r\n"), &field);
        if (count >= FIELDS && !text_equal(field[NAME], "*"))
            put_column(run, field);
        line = strchr(line, '\n');
    }
}

/* --- reports: what the template says of itself, and the blocks it sets --- */

static bool add_once(Run *run, const char ***list, int *count, int *capacity, const char *word)
{
    for (int i = 0; i < *count; i++)
        if (text_equal((*list)[i], word))
            return false;
    *list = arena_room(run->arena, *list, sizeof **list, *count, capacity);
    (*list)[(*count)++] = word;
    return true;
}

/* The lines `key: value` between the two `---`. */
static void put_front(Run *run, const char *at)
{
    if (!text_starts(at, "---\n"))
        return;
    for (at += 4; *at && !text_starts(at, "---");) {
        size_t length = strcspn(at, "\n"), key = strcspn(at, ":\n");
        if (key < length)
            put_entry(arena_copy(run->arena, at, key),
                      text_normal(run->arena, at + key + 1, length - key - 1));
        at += length + (at[length] == '\n');
    }
}

void explain_report(Run *run, const CatalogueItem *item)
{
    const char **blocks = NULL;
    int count = 0, capacity = 0;
    put_front(run, item->asset->text);
    puts(is_latvian(run) ? "  bloki" : "  blocks");
    for (const char *at = strstr(item->asset->text, "{{>"); at; at = strstr(at, "{{>")) {
        const char **words;
        at += 3;
        char *inside = arena_copy(run->arena, at, strcspn(at, "}"));
        int nword = text_split(run->arena, inside, ' ', &words);
        for (int i = 0; i < nword; i++)
            if (add_once(run, &blocks, &count, &capacity, words[i]))
                printf("    %s\n", words[i]);
    }
}

/* --- the command --- */

static void explain_item(Run *run, const CatalogueKind *kind, const CatalogueItem *item)
{
    printf("%s (%s): %s\n", item->id, kind->title[diag_lang(run->diag)], item->title);
    if (item->asset)
        put_entry(is_latvian(run) ? "datne" : "file", item->asset->file);
    kind->explain(run, item);
}

static int run_explain(Run *run, int nargs, char **args)
{
    const char **names = NULL;
    int count = 0, capacity = 0, found = 0;
    (void)nargs;
    for (int k = 0; k < NCATALOGUE; k++) {
        CatalogueItem *items;
        int nitem = catalogue_items(run, &CATALOGUE[k], &items);
        for (int i = 0; i < nitem; i++) {
            add_once(run, &names, &count, &capacity, items[i].id);
            if (!text_equal(items[i].id, args[0]))
                continue;
            if (found++ > 0)
                putchar('\n');
            explain_item(run, &CATALOGUE[k], &items[i]);
        }
    }
    if (found > 0)
        return EXIT_DONE;
    const char *near = text_nearest(run->arena, args[0], names, count);
    diag_report(run->diag, (Place){NULL, 0, 0}, MSG_CLI_ID, args[0], near ? near : names[0]);
    return EXIT_USAGE;
}

const Command COMMAND_EXPLAIN = {"explain",
                                 "ID",
                                 1,
                                 1,
                                 0,
                                 false,
                                 {"ko nozīmē rādītājs, novērtētājs, bloks u. c.",
                                  "what a KPI, estimator, block and so on means"},
                                 run_explain};
