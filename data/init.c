/* Fills a new programme folder: settings with explanations, scales and theory as a start, an empty
 * file with header for each other central dataset, and a page that explains every column. The
 * columns come from ingest/datasets/, so nothing here has to be kept in step. See init.h. */
#include "data/init.h"

#include "core/text.h"
#include "data/sim_habit.h"

#include <stdio.h>
#include <string.h>

/* What a spreadsheet on a Latvian machine opens well: UTF-8 with BOM, semicolons. */
enum { HABIT_OF_A_SPREADSHEET = 0 };

static bool exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file)
        fclose(file);
    return file != NULL;
}

static bool write_table(SimDesk *desk, const SeedTable *table, const char *path)
{
    const Habit *habit = habit_of(HABIT_OF_A_SPREADSHEET);
    Buffer text = buffer_open(desk->arena);
    buffer_text(&text, habit->mark);
    for (int i = 0; i < table->ncolumn; i++)
        habit_field(&text, habit, i, table->name[i]);
    buffer_text(&text, habit->line_end);
    for (int i = 0; i < table->nrow * table->ncolumn; i++) {
        habit_field(&text, habit, i % table->ncolumn, table->cell[i]);
        if (i % table->ncolumn == table->ncolumn - 1)
            buffer_text(&text, habit->line_end);
    }
    return desk_write(desk, path, buffer_end(&text), text.length);
}

/* The CSV files of an asset folder, as tables. */
static bool copy_tables(SimDesk *desk, const char *from)
{
    const Asset **list;
    int n = asset_list(desk->run, from, ".csv", &list);
    for (int i = 0; i < n; i++) {
        SeedTable table;
        if (!seed_read(desk->run, list[i]->file, &table) ||
            !write_table(desk, &table, arena_format(desk->arena, "%s.csv", list[i]->name)))
            return false;
    }
    return true;
}

static bool copy_pages(SimDesk *desk)
{
    const Asset **list;
    int n = asset_list(desk->run, "data/init", ".md", &list);
    for (int i = 0; i < n; i++)
        if (!desk_write(desk, arena_format(desk->arena, "%s.md", list[i]->name), list[i]->text,
                        list[i]->size))
            return false;
    return true;
}

/* A file with the dataset's columns and no rows, unless the folder has one by now. */
static bool write_empty(SimDesk *desk, const SeedTable *declared, const char *dataset)
{
    char *path = arena_format(desk->arena, "%s.csv", dataset);
    if (exists(arena_format(desk->arena, "%s/%s", desk->folder, path)))
        return true;
    SeedTable table = {.name = arena_new(desk->arena, const char *, declared->nrow)};
    for (int row = 1; row < declared->nrow; row++)
        table.name[table.ncolumn++] = seed_text(declared, row, "column");
    return write_table(desk, &table, path);
}

static bool write_empty_files(SimDesk *desk)
{
    const Asset **list;
    int n = asset_list(desk->run, "ingest/datasets", ".csv", &list);
    for (int i = 0; i < n; i++) {
        const SeedTable *declared = desk_declared(desk, list[i]->name);
        if (!declared)
            return false;
        bool regional = strcmp(seed_text(declared, 0, "type"), "regional") == 0;
        if (!regional && !write_empty(desk, declared, list[i]->name))
            return false;
    }
    return true;
}

/* "f – sieviete; m – vīrietis" from "f=sieviete|female;m=…". */
static const char *code_list(Arena *arena, const char *codes, Lang lang)
{
    const char **part;
    int n = text_split(arena, codes, ';', &part);
    Buffer text = buffer_open(arena);
    for (int i = 0; i < n; i++) {
        int code = (int)strcspn(part[i], "=");
        const char *label = part[i] + code + 1, *bar = strchr(label, '|');
        int width = (int)strcspn(label, "|");
        buffer_format(&text, "%s`%.*s` – ", i ? "; " : "", code, part[i]);
        if (lang == LANG_LV)
            buffer_format(&text, "%.*s", width, label);
        else
            buffer_text(&text, bar + 1);
    }
    return buffer_end(&text);
}

static void explain_column(Buffer *text, Arena *arena, const SeedTable *declared, int row,
                           Lang lang)
{
    static const char *const REQUIRED[LANG_COUNT] = {"obligāta", "required"};
    static const char *const TITLE[LANG_COUNT] = {"title_lv", "title_en"};
    static const char *const HELP[LANG_COUNT] = {"help_lv", "help_en"};
    bool required = strcmp(seed_text(declared, row, "required"), "1") == 0;
    buffer_format(text, "- `%s` – %s%s%s%s. %s.", seed_text(declared, row, "column"),
                  seed_text(declared, row, TITLE[lang]), required ? " (" : "",
                  required ? REQUIRED[lang] : "", required ? ")" : "",
                  seed_text(declared, row, HELP[lang]));
    const char *codes = seed_text(declared, row, "codes");
    if (*codes)
        buffer_format(text, " %s.", code_list(arena, codes, lang));
    buffer_text(text, "\n");
}

static bool explain_data(SimDesk *desk, Lang lang)
{
    static const char *const HEAD[LANG_COUNT] = {"# Datu kopas un to kolonnas\n",
                                                 "# Datasets and their columns\n"};
    static const char *const PATH[LANG_COUNT] = {"DATI.md", "DATA.md"};
    const Asset **list;
    int n = asset_list(desk->run, "ingest/datasets", ".csv", &list);
    Buffer text = buffer_open(desk->arena);
    buffer_text(&text, HEAD[lang]);
    for (int i = 0; i < n; i++) {
        const SeedTable *declared = desk_declared(desk, list[i]->name);
        if (!declared)
            return false;
        buffer_format(&text, "\n## `%s` – %s\n\n%s.\n\n", list[i]->name,
                      seed_text(declared, 0, lang == LANG_LV ? "title_lv" : "title_en"),
                      seed_text(declared, 0, lang == LANG_LV ? "help_lv" : "help_en"));
        for (int row = 1; row < declared->nrow; row++)
            explain_column(&text, desk->arena, declared, row, lang);
    }
    return desk_write(desk, PATH[lang], buffer_end(&text), text.length);
}

bool init_run(Run *run, const char *folder)
{
    if (exists(arena_format(run->arena, "%s/programme.csv", folder)))
        return diag_fail(run->diag, (Place){folder, 0, 0}, MSG_DATA_INIT, folder);
    SimDesk desk = {.run = run, .arena = run->arena, .folder = folder};
    return copy_tables(&desk, "data/init") && copy_tables(&desk, "data/instruments") &&
           copy_pages(&desk) && write_empty_files(&desk) && explain_data(&desk, LANG_LV) &&
           explain_data(&desk, LANG_EN);
}
