/* The header of a block: kind, texts, and what its columns are. */
#include "report/block.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *name;
    ChartKind kind;
} CHARTS[] = {
    {"bars", CHART_BARS},
    {"stacked", CHART_STACKED},
    {"lines", CHART_LINES},
    {"forest", CHART_FOREST},
    {"event_study", CHART_EVENT_STUDY},
    {"funnel", CHART_FUNNEL},
    {"control", CHART_CONTROL},
    {"likert", CHART_LIKERT},
    {"dots", CHART_DOTS},
    {"bullet", CHART_BULLET},
    {"cards", CHART_CARDS},
    {"tiles", CHART_TILES},
    {"map", CHART_MAP},
    {"flow", CHART_FLOW},
    {"multiples", CHART_MULTIPLES},
    {"grid", CHART_GRID},
    {"calendar", CHART_CALENDAR},
    {"love", CHART_LOVE},
    {"lorenz", CHART_LORENZ},
    {"specification", CHART_SPECIFICATION},
    {"risks", CHART_RISKS},
    {"gantt", CHART_GANTT},
    {"theory", CHART_THEORY},
};

bool block_chart_kind(const char *name, ChartKind *kind)
{
    for (int i = 0; i < COUNT(CHARTS); i++)
        if (strcmp(CHARTS[i].name, name) == 0) {
            *kind = CHARTS[i].kind;
            return true;
        }
    return false;
}

/* In the order of the enum. */
static const char *const ROLES[] = {"none",
                                    "label",
                                    "group",
                                    "series",
                                    "x",
                                    "y",
                                    "low",
                                    "high",
                                    "low2",
                                    "high2",
                                    "target",
                                    "forecast",
                                    "forecast_low",
                                    "forecast_high",
                                    "status",
                                    "mde",
                                    "p",
                                    "verdict",
                                    "n",
                                    "clusters",
                                    "reference",
                                    "sesoi",
                                    "unit",
                                    "note",
                                    "previous",
                                    "probability",
                                    "date",
                                    "from",
                                    "to",
                                    "done",
                                    "parent",
                                    "weight",
                                    "centre",
                                    "key"};

static bool role_parse(const char *name, Role *role)
{
    for (int i = 0; i < COUNT(ROLES); i++)
        if (strcmp(ROLES[i], name) == 0) {
            *role = (Role)i;
            return true;
        }
    return false;
}

typedef struct {
    Run *run;
    Arena *arena;
    const Header *header;
    Lang lang;
} Reader;

static bool bad_value(const Reader *reader, const char *key, const char *value, const char *wanted)
{
    return diag_fail(reader->run->diag, header_place(reader->header, key), MSG_HEADER_VALUE, key,
                     value, wanted);
}

/* "integer", "by:format", "word:verdict". */
static bool read_format(const Reader *reader, const char *key, const char *name,
                        TableColumn *column, const char **by)
{
    *by = NULL;
    if (text_starts(name, "by:") || text_starts(name, "word:") || text_equal(name, "period")) {
        *by = name;
        return true;
    }
    return format_parse(name, &column->format) ||
           bad_value(reader, key, name,
                     "text integer decimal1 share eur date p status grade by: word:");
}

/* One part after the titles: a flag or NAME=VALUE. */
static bool read_part(const Reader *reader, const char *key, const char *part, BlockColumn *out)
{
    TableColumn *column = &out->column;
    const char *unit = reader->lang == LANG_LV ? "unit_lv=" : "unit_en=";
    if (strcmp(part, "main") == 0)
        column->main = true;
    else if (strcmp(part, "hidden") == 0)
        column->shown = false;
    else if (strcmp(part, "total") == 0)
        column->total = true;
    else if (text_starts(part, unit))
        column->unit = part + strlen(unit);
    else if (text_starts(part, "figure="))
        out->figure = part + strlen("figure=");
    else if (text_starts(part, "formula="))
        column->formula = part + strlen("formula=");
    else if (text_starts(part, "role="))
        return role_parse(part + strlen("role="), &column->role) ||
               bad_value(reader, key, part, "role=y, role=label, …");
    else if (!text_starts(part, "unit_"))
        return bad_value(reader, key, part, "main hidden total role= unit_lv= figure= formula=");
    return true;
}

/* Splits at '|', keeping empty parts. */
static int split_parts(Arena *arena, const char *value, const char *parts[], int limit)
{
    int count = 0;
    while (count < limit) {
        const char *bar = strchr(value, '|');
        size_t length = bar ? (size_t)(bar - value) : strlen(value);
        parts[count++] = text_normal(arena, value, length);
        if (!bar)
            break;
        value = bar + 1;
    }
    return count;
}

/* Whether a part is a flag or NAME=VALUE, and not a title. */
static bool is_option(const char *part)
{
    static const char *const STARTS[] = {"role=", "figure=", "formula=", "unit_lv=", "unit_en="};
    for (int i = 0; i < COUNT(STARTS); i++)
        if (text_starts(part, STARTS[i]))
            return true;
    return text_equal(part, "main") || text_equal(part, "hidden") || text_equal(part, "total");
}

/* "format | title lv | title en | options": a column without titles is data, not shown. */
static bool read_column(const Reader *reader, const HeaderEntry *entry, BlockColumn *out)
{
    const char *parts[16];
    int nparts = split_parts(reader->arena, entry->value, parts, COUNT(parts)), ntitle = 0;
    while (ntitle < 2 && 1 + ntitle < nparts && !is_option(parts[1 + ntitle]))
        ntitle++;
    TableColumn *column = &out->column;
    column->key = entry->key + strlen("column ");
    column->shown = ntitle > 0;
    if (!read_format(reader, entry->key, parts[0], column, &out->format_by))
        return false;
    bool english = reader->lang == LANG_EN && ntitle > 1 && *parts[2];
    column->title = ntitle > 0 ? parts[english ? 2 : 1] : column->key;
    for (int i = 1 + ntitle; i < nparts; i++)
        if (!read_part(reader, entry->key, parts[i], out))
            return false;
    return true;
}

static bool read_columns(const Reader *reader, BlockHeader *out)
{
    int capacity = 0;
    for (int i = 0; i < reader->header->nentry; i++) {
        const HeaderEntry *entry = &reader->header->entries[i];
        if (!text_starts(entry->key, "column "))
            continue;
        out->columns =
            arena_room(reader->arena, out->columns, sizeof *out->columns, out->ncolumn, &capacity);
        if (!read_column(reader, entry, &out->columns[out->ncolumn++]))
            return false;
    }
    return true;
}

static bool read_kind(const Reader *reader, BlockHeader *out)
{
    const char *kind = header_need(reader->run, reader->header, "kind");
    if (!kind)
        return false;
    if (strcmp(kind, "value") == 0)
        out->kind = BLOCK_VALUE;
    else if (strcmp(kind, "table") == 0)
        out->kind = BLOCK_TABLE;
    else if (block_chart_kind(kind, &out->chart))
        out->kind = BLOCK_CHART;
    else
        return bad_value(reader, "kind", kind, "value, table, bars, lines, forest, …");
    return true;
}

bool block_read_header(Run *run, Arena *arena, const Asset *asset, Lang lang, BlockHeader *out)
{
    static const char *const KNOWN[] = {
        "kind",     "about",    "title_lv", "title_en", "subtitle_lv", "subtitle_en",
        "note_lv",  "note_en",  "alt_lv",   "alt_en",   "empty_lv",    "empty_en",
        "sheet_lv", "sheet_en", "group",    "below",    "column *"};
    Header header = header_read(arena, asset);
    Reader reader = {run, arena, &header, lang};
    *out =
        (BlockHeader){.group = header_get(&header, "group"), .below = header_get(&header, "below")};
    if (!header_check(run, &header, KNOWN, COUNT(KNOWN)) || !read_kind(&reader, out))
        return false;
    out->about = header_get(&header, "about");
    out->title = header_lang(run, &header, "title", lang);
    out->subtitle = header_lang(run, &header, "subtitle", lang);
    out->note = header_lang(run, &header, "note", lang);
    out->alt = header_lang(run, &header, "alt", lang);
    out->empty = header_lang(run, &header, "empty", lang);
    out->sheet = header_lang(run, &header, "sheet", lang);
    return read_columns(&reader, out);
}
