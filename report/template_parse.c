/* Parses a template into a tree of tags, each with file:line:column. */
#include "report/template.h"

#include "core/text.h"

#include <string.h>

typedef struct {
    Run *run;
    Arena *arena;
    const char *start, *at; /* `at`: next to read */
    Place place;            /* of `at` */
    bool failed;
} Parser;

static void advance(Parser *parser, size_t length)
{
    for (; length > 0 && *parser->at; length--, parser->at++) {
        if (*parser->at == '\n') {
            parser->place.line++;
            parser->place.column = 1;
        } else if (((unsigned char)*parser->at & 0xC0) != 0x80) {
            parser->place.column++;
        }
    }
}

static Tag *make_tag(Parser *parser, TagKind kind, Place at, const char *from, size_t length)
{
    Tag *tag = arena_new(parser->arena, Tag, 1);
    *tag = (Tag){.kind = kind, .at = at, .text = arena_copy(parser->arena, from, length)};
    return tag;
}

/* Whether only blanks stand between the line's start and `from`, and between `to` and its end. */
static bool is_alone(const Parser *parser, const char *from, const char *to)
{
    while (from > parser->start && (from[-1] == ' ' || from[-1] == '\t'))
        from--;
    to += strspn(to, " \t\r");
    return (from == parser->start || from[-1] == '\n') && (*to == '\n' || *to == '\0');
}

/* Removes the blanks that a lone tag leaves before it in the text tag just made. */
static void trim_indent(Tag *text)
{
    if (!text || text->kind != TAG_TEXT)
        return;
    size_t length = strlen(text->text);
    while (length > 0 && (text->text[length - 1] == ' ' || text->text[length - 1] == '\t'))
        length--;
    ((char *)text->text)[length] = '\0';
}

static const struct {
    const char *start;
    TagKind kind;
    bool block; /* a line of its own vanishes with it */
} STARTS[] = {
    {"#", TAG_SECTION, true},    {"^", TAG_INVERTED, true},
    {">", TAG_BLOCKS, true},     {"page ", TAG_PAGE, false},
    {"badge ", TAG_BADGE, true}, {"narrative ", TAG_NARRATIVE, true},
    {"list ", TAG_LIST, false},  {"include ", TAG_INCLUDE, true},
};

typedef struct {
    TagKind kind;
    bool close, remark, alone;
    Place at;
    const char *text; /* trimmed, without its mark */
} Token;

/* Reads `{{…}}` at the parser; false after reporting an open one. */
static bool read_token(Parser *parser, Token *token)
{
    const char *open = parser->at, *close = strstr(open, "}}");
    *token = (Token){.kind = TAG_VALUE, .at = parser->place};
    if (!close || memchr(open, '\n', (size_t)(close - open))) {
        parser->failed = true;
        return diag_fail(parser->run->diag, parser->place, MSG_TEMPLATE_BRACES);
    }
    const char *text = text_normal(parser->arena, open + 2, (size_t)(close - open - 2));
    bool block = *text == '/' || *text == '!';
    token->close = *text == '/';
    token->remark = *text == '!';
    if (token->close)
        text++;
    for (int i = 0; !block && i < COUNT(STARTS); i++)
        if (text_starts(text, STARTS[i].start)) {
            token->kind = STARTS[i].kind;
            text += strlen(STARTS[i].start);
            block = STARTS[i].block;
            break;
        }
    token->text = text_normal(parser->arena, text, strlen(text));
    token->alone = block && is_alone(parser, open, close + 2);
    advance(parser, (size_t)(close + 2 - open));
    if (token->alone) {
        size_t rest = strspn(parser->at, " \t\r");
        advance(parser, rest + (parser->at[rest] == '\n'));
    }
    return true;
}

static Tag *read_text(Parser *parser)
{
    const char *open = strstr(parser->at, "{{");
    size_t length = open ? (size_t)(open - parser->at) : strlen(parser->at);
    Tag *tag = make_tag(parser, TAG_TEXT, parser->place, parser->at, length);
    advance(parser, length);
    return tag;
}

static bool check_alone(Parser *parser, const Token *token)
{
    bool needs =
        token->kind == TAG_BLOCKS || token->kind == TAG_NARRATIVE || token->kind == TAG_BADGE;
    if (!needs || token->alone)
        return true;
    parser->failed = true;
    return diag_fail(parser->run->diag, token->at, MSG_TEMPLATE_ALONE, token->text);
}

static Tag *read_tags(Parser *parser, const char *section, Place opened);

static bool check_close(Parser *parser, const Token *token, const char *section)
{
    if (section && strcmp(section, token->text) == 0)
        return true;
    parser->failed = true;
    return diag_fail(parser->run->diag, token->at, MSG_TEMPLATE_CLOSE, token->text,
                     section ? section : "–");
}

/* Tags up to the end of `section` (NULL: of the template). */
static Tag *read_tags(Parser *parser, const char *section, Place opened)
{
    Tag *first = NULL, **link = &first, *last = NULL;
    while (*parser->at && !parser->failed) {
        Token token;
        if (!text_starts(parser->at, "{{")) {
            *link = last = read_text(parser);
            link = &last->next;
            continue;
        }
        if (!read_token(parser, &token) ||
            (!token.close && !token.remark && !check_alone(parser, &token)))
            return first;
        if (token.alone)
            trim_indent(last);
        if (token.close) {
            check_close(parser, &token, section);
            return first;
        }
        if (token.remark)
            continue;
        *link = last = make_tag(parser, token.kind, token.at, token.text, strlen(token.text));
        link = &last->next;
        if (token.kind == TAG_SECTION || token.kind == TAG_INVERTED)
            last->first = read_tags(parser, last->text, token.at);
    }
    if (section && !parser->failed) {
        parser->failed = true;
        diag_report(parser->run->diag, opened, MSG_TEMPLATE_OPEN, section, section);
    }
    return first;
}

const Tag *template_parse(Run *run, Arena *arena, const Asset *asset)
{
    Parser parser = {run, arena, asset->text, asset->text, {asset->file, 1, 1}, false};
    const Tag *tags = read_tags(&parser, NULL, parser.place);
    if (parser.failed)
        return NULL;
    return tags ? tags : make_tag(&parser, TAG_TEXT, parser.place, "", 0);
}
