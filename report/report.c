/* The report stage: for every template, language and edition it builds a document and hands it to
 * each renderer. Files are written beside their place and renamed when all are whole. */
#include "report/report.h"

#include "core/progress.h"
#include "core/text.h"
#include "report/pool.h"

#include <math.h>
#include <string.h>

/* The PDF comes last: the workbook is attached to it. */
static const Renderer *const RENDERERS[] = {&RENDER_XLSX, &RENDER_PDF};

/* One document to make. */
typedef struct {
    const Asset *asset;
    const char *name; /* of the template, without language */
    Lang lang;
    bool authority, public_edition;
} Task;

typedef struct {
    Run *run;
    Arena *arena; /* of the document at hand */
    OutputList outputs; /* those rendered */
    const char **names; /* of all renderings, in the order of the pool */
    int nname, capacity;
    Pool *pool;
    const Renderer *const *renderers;
    int nrenderer;
} Maker;

static const char *setting(Run *run, Arena *arena, const char *key)
{
    return db_text(run, arena, SQL("SELECT value FROM metrics_setting_published WHERE key = ?1"),
                   key, NULL);
}

static const char *programme(Run *run, Arena *arena, const char *key, const char *fallback)
{
    return db_text(run, arena, SQL("SELECT value FROM ingest_programme_published WHERE key = ?1"),
                   key, fallback);
}

BlockSource report_source(Run *run, Arena *arena, Lang lang, bool authority)
{
    static const char *const SETTINGS[][2] = {{"period", "period"},
                                              {"from", "period_from"},
                                              {"to", "period_to"},
                                              {"previous", "previous_period"},
                                              {"as_of", "as_of"}};
    BlockParameter *list = arena_new(arena, BlockParameter, COUNT(SETTINGS) + 2);
    int count = 0;
    for (int i = 0; i < COUNT(SETTINGS); i++)
        list[count++] = (BlockParameter){SETTINGS[i][0], setting(run, arena, SETTINGS[i][1])};
    list[count++] = (BlockParameter){"lang", lang_code(lang)};
    list[count++] = (BlockParameter){"region", "LV"};
    return (BlockSource){.run = run,
                         .arena = arena,
                         .lang = lang,
                         .authority = authority,
                         .parameters = list,
                         .nparameter = count};
}

const char *report_front_raw(Arena *arena, const Asset *asset, const char *key)
{
    Front front = front_read(arena, asset->text);
    return front_get(&front, key, NULL);
}

static bool is_set(const Front *front, const char *key)
{
    const char *value = front_get(front, key, "");
    return *value && strcmp(value, "0") != 0 && strcmp(value, "–") != 0;
}

static void read_facts(Arena *arena, const Front *front, Document *document)
{
    Fact *facts = arena_new(arena, Fact, front->nentry + 1);
    for (int i = 0; i < front->nentry; i++) {
        const char *value = front->entries[i].value, *bar = strchr(value, '|');
        if (strcmp(front->entries[i].key, "fact") != 0 || !bar || text_ends(bar, "| –"))
            continue;
        facts[document->nfact++] = (Fact){text_normal(arena, value, (size_t)(bar - value)),
                                          text_normal(arena, bar + 1, strlen(bar + 1))};
    }
    document->facts = facts;
}

/* A picture named in programme.csv, below the programme folder. */
static const char *logo(const BlockSource *source, const char *key)
{
    const char *path = programme(source->run, source->arena, key, NULL);
    return path && *path ? arena_format(source->arena, "%s/%s", source->run->options->folder, path)
                         : NULL;
}

/* An entry, or `fallback` where the data have nothing for it. */
static const char *entry(const Front *front, const char *key, const char *fallback)
{
    const char *value = front_get(front, key, fallback);
    return value && strcmp(value, "–") == 0 ? fallback : value;
}

static void read_front(const BlockSource *source, const Front *front, Document *document)
{
    Arena *arena = source->arena;
    const char *as_of = NULL;
    for (int i = 0; i < source->nparameter; i++)
        if (strcmp(source->parameters[i].name, "as_of") == 0)
            as_of = source->parameters[i].value;
    document->id = front_get(front, "output", NULL);
    document->kind = entry(front, "kind", "");
    document->title = entry(front, "title", "");
    document->subtitle = entry(front, "subtitle", NULL);
    document->owner = entry(front, "owner", "");
    document->project = entry(front, "project", "");
    document->region = front_get(front, "region", NULL);
    document->keywords = front_get(front, "keywords", NULL);
    document->made_up = is_set(front, "made_up");
    document->draft = is_set(front, "draft");
    document->brief = is_set(front, "brief");
    document->authority = source->authority;
    document->figures = source->run->options->figures;
    document->date = as_of ? date_parse(as_of) : DATE_NONE;
    document->logo_eu = logo(source, "logo.eu");
    document->logo_nap = logo(source, "logo.nap");
    document->logo_own = logo(source, "logo.own");
    read_facts(arena, front, document);
}

Document *report_build(BlockSource *source, const Asset *asset, const Scope *scope)
{
    Rendered rendered;
    if (!template_render(source, asset, scope, &rendered))
        return NULL;
    Front front = front_read(source->arena, rendered.markdown);
    Document *document = arena_new(source->arena, Document, 1);
    document->lang = source->lang;
    read_front(source, &front, document);
    if (!document->id) {
        diag_report(source->run->diag, (Place){asset->file, 1, 1}, MSG_TEMPLATE_OUTPUT, "output");
        return NULL;
    }
    return build_document(source->run, source->arena, &rendered, front.body, document) ? document
                                                                                       : NULL;
}

static bool keep_document(Maker *maker, const Task *task, const Document *document)
{
    Query query;
    if (!query_open(&query, maker->run,
                    SQL("INSERT INTO report_document (document, lang, template, profile, title) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)")))
        return false;
    query_bind(&query, 1, "ttttt", document->id, lang_code(document->lang), task->name,
               task->authority ? "authority" : "public", document->title);
    query_run(&query);
    return query_close(&query) && report_list_figures(maker->run, maker->arena, document);
}

static char *file_name(Arena *arena, const Document *document, const Renderer *renderer)
{
    return arena_format(arena, "%s.%s.%s", document->id, lang_code(document->lang),
                        renderer->extension);
}

/* Hands a rendering to the pool: it runs while the next document is built. */
static void add_file(Maker *maker, const Document *document, const Renderer *renderer)
{
    Run *run = maker->run;
    char *name = file_name(run->arena, document, renderer);
    progress_show(run, REPORT.name, name, maker->nname, 0);
    pool_add(maker->pool, document, renderer,
             arena_format(maker->arena, "%s/%s.new", run->options->out, name),
             renderer == &RENDER_PDF);
    maker->names =
        arena_room(run->arena, maker->names, sizeof(char *), maker->nname, &maker->capacity);
    maker->names[maker->nname++] = name;
}

static void keep_output(void *user, int which)
{
    Maker *maker = user;
    OutputList *outputs = &maker->outputs;
    outputs->paths = arena_room(maker->run->arena, outputs->paths, sizeof(char *), outputs->npath,
                                &outputs->capacity);
    outputs->paths[outputs->npath++] = maker->names[which];
}

static bool make_document(Maker *maker, const Task *task, BlockSource *source, const Scope *scope)
{
    Document *document = report_build(source, task->asset, scope);
    if (!document)
        return false;
    if (task->public_edition)
        document->id = arena_format(source->arena, "%s-public", document->id);
    const char *workbook = file_name(source->arena, document, &RENDER_XLSX);
    bool done =
        keep_document(maker, task, document) &&
        report_attach(maker->run, source->arena, document, workbook,
                      arena_format(source->arena, "%s/%s.new", maker->run->options->out, workbook));
    for (int i = 0; done && i < maker->nrenderer; i++)
        add_file(maker, document, maker->renderers[i]);
    return done;
}

/* One edition: a document, or one for each row of the block that `each` names. */
static bool make_edition(Maker *maker, const Task *task)
{
    BlockSource source = report_source(maker->run, maker->arena, task->lang, task->authority);
    const char *each = report_front_raw(maker->arena, task->asset, "each");
    if (!each)
        return make_document(maker, task, &source, NULL);
    const Block *rows = block_load(&source, each, NULL, (Place){task->asset->file, 1, 1});
    bool done = rows != NULL;
    for (int row = 0; rows && row < rows->nrow; row++) {
        Scope scope = {rows, row, NULL};
        done = make_document(maker, task, &source, &scope) && done;
    }
    return done;
}

/* A template that cannot say what it should is reported and left out; the others are made. */
static bool make_template(Maker *maker, Task task)
{
    maker->arena = arena_open();
    const char *usual = report_front_raw(maker->arena, task.asset, "profile");
    const char *key = arena_format(maker->arena, "profile.%s", task.name);
    const char *profile = programme(maker->run, maker->arena, key, NULL);
    profile = profile && *profile ? profile : usual ? usual : "public";
    task.authority = strcmp(profile, "authority") == 0;
    bool done = make_edition(maker, &task);
    if (task.authority) {
        task.authority = false;
        task.public_edition = true;
        done = make_edition(maker, &task) && done;
    }
    pool_keep(maker->pool, maker->arena);
    return done;
}

static bool make_language(Maker *maker, Lang lang)
{
    const Asset **list;
    char *ending = arena_format(maker->run->arena, ".%s.md", lang_code(lang));
    int count = asset_list(maker->run, "report/templates", ending, &list);
    bool done = true;
    for (int i = 0; i < count; i++) {
        if (list[i]->name[0] == '_')
            continue;
        const char *dot = strchr(list[i]->name, '.');
        size_t length = dot ? (size_t)(dot - list[i]->name) : strlen(list[i]->name);
        char *name = arena_copy(maker->run->arena, list[i]->name, length);
        done = make_template(maker, (Task){.asset = list[i], .name = name, .lang = lang}) && done;
    }
    return done;
}

/* The languages of report.languages, in their order. */
static int read_languages(Run *run, Lang languages[LANG_COUNT])
{
    const char **codes;
    int ncode = text_split(run->arena, programme(run, run->arena, "report.languages", "lv,en"), ',',
                           &codes);
    int count = 0;
    for (int i = 0; i < ncode && count < LANG_COUNT; i++)
        count += lang_parse(codes[i], &languages[count]);
    return count;
}

/* report --template FILE: that file alone, as text beside the usual formats. */
static bool make_file(Maker *maker, const char *path)
{
    static const Renderer *const ALL[] = {&RENDER_TEXT, &RENDER_XLSX, &RENDER_PDF};
    Run *run = maker->run;
    Asset *asset = arena_new(run->arena, Asset, 1);
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
    *asset = (Asset){.name = base, .file = path, .own = true};
    asset->text = file_read(run, run->arena, path, &asset->size);
    if (!asset->text)
        return false;
    maker->renderers = ALL;
    maker->nrenderer = COUNT(ALL);
    Lang lang = text_ends(path, ".en.md") ? LANG_EN : LANG_LV;
    char *name = arena_copy(run->arena, base, strcspn(base, "."));
    return make_template(maker, (Task){.asset = asset, .name = name, .lang = lang});
}

static void make_all(Maker *maker)
{
    Lang languages[LANG_COUNT];
    int nlanguage = read_languages(maker->run, languages);
    for (int i = 0; i < nlanguage; i++)
        make_language(maker, languages[i]); /* what failed was reported; the rest stands */
}

static bool report_run(Run *run)
{
    const char *file = run->options->template_file;
    Maker maker = {.run = run,
                   .pool = pool_open(run->arena, run->options->ncpu),
                   .renderers = RENDERERS,
                   .nrenderer = COUNT(RENDERERS)};
    bool done = true;
    if (file)
        done = make_file(&maker, file);
    else
        make_all(&maker);
    pool_close(maker.pool, run->diag, keep_output, &maker);
    return done && report_rename(run, &maker.outputs) &&
           (file || report_manifest(run, run->arena, &maker.outputs));
}

const Stage REPORT = {
    .name = "report", .schema = "report/schema.sql", .published_only = true, .run = report_run};
