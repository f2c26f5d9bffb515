/* The kinds of things that the program is made of, as `list` and `explain` show them. */
#include "cli/catalogue.h"

#include "analysis/estimator.h"
#include "core/text.h"

#include <string.h>

int csv_line_split(Arena *arena, const char *line, size_t length, const char ***fields)
{
    const char **list = NULL, *at = line, *end = line + length;
    int count = 0, capacity = 0;
    while (at <= end) {
        Buffer field = buffer_open(arena);
        bool quoted = at < end && *at == '"';
        for (at += quoted; at < end && (quoted || *at != ','); at++) {
            if (quoted && *at == '"' && (at + 1 == end || at[1] != '"')) {
                quoted = false;
                continue;
            }
            buffer_add(&field, at, 1);
            at += quoted && *at == '"';
        }
        list = arena_room(arena, list, sizeof *list, count, &capacity);
        list[count++] = buffer_end(&field);
        at++;
    }
    *fields = list;
    return count;
}

/* A dataset's own title stands in its row `*`. */
static const char *dataset_title(Run *run, const Asset *asset, Lang lang)
{
    enum { COLUMN_TITLE_LV = 8 };
    const char *line = strstr(asset->text, "\n*,"), **fields;
    if (!line++)
        return "";
    int count = csv_line_split(run->arena, line, strcspn(line, "\r\n"), &fields);
    return count > COLUMN_TITLE_LV + (int)lang ? fields[COLUMN_TITLE_LV + (int)lang] : "";
}

/* A report's kind stands in the head of its template. */
static const char *report_title(Run *run, const Asset *asset, Lang lang)
{
    const char *line = strstr(asset->text, "\nkind:");
    (void)lang;
    return line ? text_normal(run->arena, line + 6, strcspn(line + 6, "\n")) : "";
}

static const char *const ESTIMATORS = "estimators";

const CatalogueKind CATALOGUE[] = {
    {"kpi", {"rādītājs", "KPI"}, "metrics/kpi", ".sql", "title", NULL, explain_kpi},
    {"estimator", {"novērtētājs", "estimator"}, ESTIMATORS, "", NULL, NULL, explain_estimator},
    {"report",
     {"pārskats", "report"},
     "report/templates",
     ".md",
     NULL,
     report_title,
     explain_report},
    {"dataset",
     {"datu kopa", "dataset"},
     "ingest/datasets",
     ".csv",
     NULL,
     dataset_title,
     explain_dataset},
    {"rule", {"pārbaude", "rule"}, "ingest/rules", ".sql", "message", NULL, explain_header},
    {"block",
     {"pārskata bloks", "report block"},
     "report/blocks",
     ".sql",
     "title",
     NULL,
     explain_header},
    {"frame",
     {"analīzes datu tabula", "frame"},
     "analysis/frames",
     ".sql",
     "title",
     NULL,
     explain_header},
    {"recommendation",
     {"ieteikums", "recommendation"},
     "analysis/recommendations",
     ".sql",
     "title",
     NULL,
     explain_header},
};
const int NCATALOGUE = COUNT(CATALOGUE);

static int list_estimators(Run *run, CatalogueItem **items)
{
    const Estimator *const *list;
    int count = estimator_list(&list);
    *items = arena_new(run->arena, CatalogueItem, count + 1);
    for (int i = 0; i < count; i++)
        (*items)[i] = (CatalogueItem){list[i]->id, list[i]->title[diag_lang(run->diag)], NULL};
    return count;
}

static const char *title_of(Run *run, const CatalogueKind *kind, const Asset *asset)
{
    Lang lang = diag_lang(run->diag);
    if (kind->title_of)
        return kind->title_of(run, asset, lang);
    Header header = header_read(run->arena, asset);
    const char *title = header_lang(run, &header, kind->title_key, lang);
    if (!title)
        title = header_get(&header, "about");
    return title ? title : "";
}

/* study.lv → study in Latvian; NULL in other languages and for parts (_name). */
static const char *report_id(Run *run, const char *name)
{
    const char *ending = diag_lang(run->diag) == LANG_LV ? ".lv" : ".en";
    if (*name == '_' || !text_ends(name, ending))
        return NULL;
    return arena_copy(run->arena, name, strlen(name) - strlen(ending));
}

int catalogue_items(Run *run, const CatalogueKind *kind, CatalogueItem **items)
{
    const Asset **assets;
    if (kind->folder == ESTIMATORS)
        return list_estimators(run, items);
    int count = asset_list(run, kind->folder, kind->ending, &assets), kept = 0;
    *items = arena_new(run->arena, CatalogueItem, count + 1);
    for (int i = 0; i < count; i++) {
        const char *id =
            kind->title_of == report_title ? report_id(run, assets[i]->name) : assets[i]->name;
        if (id)
            (*items)[kept++] = (CatalogueItem){id, title_of(run, kind, assets[i]), assets[i]};
    }
    return kept;
}
