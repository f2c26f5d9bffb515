/* Renders a template: walks its tags over the rows of blocks. Faults are reported with their place;
 * rendering goes on, so that one run shows all of them. */
#include "report/template_walk.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A date or ordinal that ends in a dot closes the sentence with it. */
static bool swallows_dot(Walk *state, const Tag *next)
{
    const char *text = buffer_end(&state->buffer);
    if (!next || next->kind != TAG_TEXT || next->text[0] != '.' || next->text[1] == '.')
        return false;
    size_t length = strlen(text);
    if (length >= 3 && strcmp(text + length - 3, MARK_END) == 0)
        length -= 3;
    return length > 0 && text[length - 1] == '.';
}

static void write_value(Walk *state, const Tag *tag, const Scope *scope)
{
    Path path = walk_path(state->source->arena, tag->text);
    const Block *block;
    int row, column;
    Diag *diag = state->source->run->diag;
    if (!path.column) {
        diag_report(diag, tag->at, MSG_TEMPLATE_TAG, tag->text);
        walk_fail(state);
        return;
    }
    if (!walk_cell(state, &path, scope, tag->at, &block, &row, &column))
        return;
    const char *wrong = NULL;
    if (column < 0) {
        buffer_text(&state->buffer, "–");
    } else if (!value_write(&state->out->writer, &state->buffer, block, row, column, path.filters,
                            &wrong)) {
        diag_report(diag, tag->at, MSG_TEMPLATE_FORMAT, wrong, FORMAT_NAMES);
        walk_fail(state);
    }
}

/* "a, b un c" over all rows. */
static void write_list(Walk *state, const Tag *tag, const Scope *scope)
{
    Path path = walk_path(state->source->arena, tag->text);
    Diag *diag = state->source->run->diag;
    const Block *block = block_load(state->source, path.block, scope, tag->at);
    int column = block && path.column ? block_column(block, path.column) : -1;
    if (column < 0) {
        if (block)
            diag_report(diag, tag->at, MSG_TEMPLATE_COLUMN, path.block,
                        path.column ? path.column : "", walk_columns(state->source->arena, block));
        walk_fail(state);
        return;
    }
    const char *and = state->source->lang == LANG_LV ? " un " : " and ", *wrong = NULL;
    for (int row = 0; row < block->nrow; row++) {
        if (row > 0)
            buffer_text(&state->buffer, row == block->nrow - 1 ? and : ", ");
        if (!value_write(&state->out->writer, &state->buffer, block, row, column, path.filters,
                         &wrong)) {
            diag_report(diag, tag->at, MSG_TEMPLATE_FORMAT, wrong, FORMAT_NAMES);
            walk_fail(state);
            return;
        }
    }
}

static Placed *place(Walk *state, PlacedKind kind, char mark)
{
    Rendered *out = state->out;
    out->placed = arena_room(state->source->arena, out->placed, sizeof *out->placed, out->nplaced,
                             &out->placed_capacity);
    Placed *placed = &out->placed[out->nplaced];
    *placed = (Placed){.kind = kind, .completeness = NAN};
    buffer_format(&state->buffer, MARK_OPEN "%c%d" MARK_CLOSE, mark, out->nplaced++);
    return placed;
}

/* The managers' text of the name in the document's language, else the Latvian, else NULL. */
static const char *find_narrative(Walk *state, const char *name, const Scope *scope, bool *foreign)
{
    BlockSource *source = state->source;
    Path path = walk_path(source->arena, name);
    for (const Scope *inner = scope; path.column && inner; inner = inner->outer)
        if (strcmp(inner->block->name, path.block) == 0) {
            int column = block_column(inner->block, path.column);
            name = column < 0 ? name : block_raw(inner->block, inner->row, column);
        }
    const char *period = NULL;
    for (int i = 0; i < source->nparameter; i++)
        if (strcmp(source->parameters[i].name, "period") == 0)
            period = source->parameters[i].value;
    Query query;
    char *text = NULL;
    if (!name ||
        !query_open(
            &query, source->run,
            SQL("SELECT markdown, lang <> ?3 FROM ingest_narrative_published WHERE name = ?1 "
                "AND period = ?2 ORDER BY lang = ?3 DESC, lang = 'lv' DESC LIMIT 1")))
        return NULL;
    query_bind(&query, 1, "ttt", name, period, lang_code(source->lang));
    if (query_next(&query)) {
        text = query_text_in(&query, 0, source->arena);
        *foreign = query_int(&query, 1);
    }
    query_close(&query);
    return text;
}

static void render_tags(Walk *state, const Tag *tag, const Scope *scope);

static void render_rows(Walk *state, const Tag *tag, const Block *block, const Scope *scope)
{
    for (int row = 0; row < block->nrow; row++) {
        Scope inner = {block, row, scope};
        render_tags(state, tag->first, &inner);
    }
}

static void render_section(Walk *state, const Tag *tag, const Scope *scope)
{
    bool inverted = tag->kind == TAG_INVERTED;
    if (text_starts(tag->text, "narrative ")) {
        bool foreign, found = find_narrative(state, tag->text + strlen("narrative "), scope,
                                             &foreign) != NULL;
        if (found != inverted)
            render_tags(state, tag->first, scope);
        return;
    }
    Path path = walk_path(state->source->arena, tag->text);
    const Block *block;
    int row, column;
    if (path.column) {
        if (walk_cell(state, &path, scope, tag->at, &block, &row, &column) &&
            walk_is_known(&path, block, row, column) &&
            walk_holds(state, &path, block, row, column) != inverted)
            render_tags(state, tag->first, scope);
        return;
    }
    block = block_load(state->source, path.block, scope, tag->at);
    if (!block) {
        walk_fail(state);
        return;
    }
    if (inverted && block->nrow == 0)
        render_tags(state, tag->first, scope);
    else if (!inverted)
        render_rows(state, tag, block, scope);
}

static void render_blocks(Walk *state, const Tag *tag, const Scope *scope)
{
    const char **names;
    int count = text_split(state->source->arena, tag->text, ' ', &names);
    const Block *blocks[2] = {NULL, NULL};
    for (int i = 0; i < count && i < 2; i++)
        if (!(blocks[i] = block_load(state->source, names[i], scope, tag->at)))
            walk_fail(state);
    if (!blocks[0] || (count > 1 && !blocks[1]))
        return;
    buffer_text(&state->buffer, "\n");
    Placed *placed = place(state, PLACE_BLOCKS, 'b');
    placed->blocks[0] = blocks[0];
    placed->blocks[1] = blocks[1];
    buffer_text(&state->buffer, "\n\n");
}

static void render_badge(Walk *state, const Tag *tag, const Scope *scope)
{
    const char **names;
    int count = text_split(state->source->arena, tag->text, ' ', &names);
    Path path = {.block = count ? names[0] : ""};
    const Block *block;
    int row;
    if (!walk_row(state, &path, scope, tag->at, &block, &row) || row < 0)
        return;
    buffer_text(&state->buffer, "\n");
    Placed *placed = place(state, PLACE_BADGE, 'e');
    buffer_text(&state->buffer, "\n\n");
    int grade = block_column(block, "grade"), maryland = block_column(block, "maryland");
    int completeness = block_column(block, "completeness");
    const char *level = maryland < 0 ? NULL : block_raw(block, row, maryland);
    placed->grade = grade < 0 ? NULL : block_raw(block, row, grade);
    placed->maryland = level ? atoi(level) : 0;
    if (completeness >= 0)
        placed->completeness = block_cell(block, row, completeness)->number;
    placed->text = count > 1 ? names[1] : NULL;
}

static void render_narrative(Walk *state, const Tag *tag, const Scope *scope)
{
    bool foreign = false;
    const char *text = find_narrative(state, tag->text, scope, &foreign);
    if (!text)
        return;
    buffer_text(&state->buffer, "\n");
    Placed *placed = place(state, PLACE_NARRATIVE, 'n');
    placed->text = text;
    placed->foreign = foreign;
    buffer_text(&state->buffer, "\n\n");
}

static void render_include(Walk *state, const Tag *tag, const Scope *scope)
{
    BlockSource *source = state->source;
    char *path = arena_format(source->run->arena, "report/templates/_%s.%s.md", tag->text,
                              lang_code(source->lang));
    const Asset *asset = state->depth < 8 ? asset_find(source->run, path) : NULL;
    if (!asset) {
        diag_report(source->run->diag, tag->at, MSG_TEMPLATE_TAG, tag->text);
        walk_fail(state);
        return;
    }
    const Tag *tags = template_parse(source->run, source->arena, asset);
    state->depth++;
    if (tags)
        render_tags(state, tags, scope);
    else
        walk_fail(state);
    state->depth--;
}

/* Remembers the targets of `](#anchor)` in the template's own text. */
static void note_links(Walk *state, const Tag *tag)
{
    Rendered *out = state->out;
    for (const char *at = strstr(tag->text, "](#"); at; at = strstr(at + 1, "](#")) {
        const char *start = at + 3, *end = strchr(start, ')');
        if (!end)
            return;
        out->links = arena_room(state->source->arena, out->links, sizeof *out->links, out->nlink,
                                &out->link_capacity);
        Place where = tag->at;
        for (const char *c = tag->text; c < at; c++)
            where.line += *c == '\n';
        where.column = 1;
        out->links[out->nlink++] =
            (LinkTarget){arena_copy(state->source->arena, start, (size_t)(end - start)), where};
    }
}

static void render_text(Walk *state, const Tag *tag, bool skip_dot)
{
    buffer_text(&state->buffer, tag->text + (skip_dot ? 1 : 0));
    note_links(state, tag);
}

static void render_tag(Walk *state, const Tag *tag, const Scope *scope)
{
    switch (tag->kind) {
    case TAG_TEXT:
        render_text(state, tag, false);
        break;
    case TAG_VALUE:
        write_value(state, tag, scope);
        break;
    case TAG_SECTION:
    case TAG_INVERTED:
        render_section(state, tag, scope);
        break;
    case TAG_BLOCKS:
        render_blocks(state, tag, scope);
        break;
    case TAG_PAGE:
        place(state, PLACE_PAGE, 'p')->text = tag->text;
        break;
    case TAG_NARRATIVE:
        render_narrative(state, tag, scope);
        break;
    case TAG_BADGE:
        render_badge(state, tag, scope);
        break;
    case TAG_LIST:
        write_list(state, tag, scope);
        break;
    case TAG_INCLUDE:
        render_include(state, tag, scope);
        break;
    }
}

static void render_tags(Walk *state, const Tag *tag, const Scope *scope)
{
    for (bool skip = false; tag; tag = tag->next) {
        if (skip)
            render_text(state, tag, true);
        else
            render_tag(state, tag, scope);
        skip = tag->kind == TAG_VALUE && swallows_dot(state, tag->next);
    }
}

bool template_render(BlockSource *source, const Asset *asset, const Scope *scope, Rendered *out)
{
    *out = (Rendered){.writer = {.arena = source->arena, .lang = source->lang, .markdown = true}};
    const Tag *tags = template_parse(source->run, source->arena, asset);
    if (!tags)
        return false;
    Walk state = {.source = source, .out = out, .buffer = buffer_open(source->arena)};
    render_tags(&state, tags, scope);
    out->markdown = buffer_end(&state.buffer);
    return !state.failed;
}
