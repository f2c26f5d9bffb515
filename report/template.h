/* Templates: Mustache over blocks, giving CommonMark with marks (value.h) that build.c turns into a
 * document. What a template may hold:
 *
 *   ---                                   front matter: output, kind, title, subtitle, fact, …
 *   {{block.column|filters}}              a value: of the section's row, or of a one-row block
 *   {{#block}} … {{/block}}               for each row; {{^block}} … {{/block}} if there is none
 *   {{#block.column}} … {{/block.column}} if the value is there and neither 0 nor empty; {{^…}}
 * else
 *   {{#block.column=a,b}} … {{/…}}        if it is one of these; {{^…}} else. Also <N and >N: of a
 *                                         missing number neither these nor their {{^…}} hold
 *   {{> block}} alone on its line         the table or chart; {{> a b}} two side by side
 *   {{page block}}                        its page; [text](#block) a link; [](#block) "3. attēls"
 *   {{list block.column|filters}}         all rows: a, b un c
 *   {{narrative 24.4}}                    the project managers' own text; also {{narrative
 * b.column}}
 *   {{#narrative 24.4}} … {{/narrative 24.4}}, {{^narrative 24.4}}
 *   {{badge block anchor}}                the row's grade, maryland, completeness in the margin
 *   {{include name}}                      the template _name.<lang>.md
 *   {{! a remark}}
 * Of each row there are also _number, _count, _first, _last. */
#ifndef REPORT_TEMPLATE_H
#define REPORT_TEMPLATE_H

#include "report/block.h"
#include "report/value.h"

/* Things that stand in the Markdown as a mark with a number. */
typedef enum { PLACE_BLOCKS, PLACE_NARRATIVE, PLACE_BADGE, PLACE_PAGE } PlacedKind;
typedef struct {
    PlacedKind kind;
    const Block *blocks[2]; /* PLACE_BLOCKS: one or two */
    const char *text;       /* NARRATIVE: Markdown; PAGE: anchor; BADGE: anchor or NULL */
    bool foreign;           /* NARRATIVE: there is none in the document's language */
    const char *grade;      /* BADGE */
    int maryland;
    double completeness;
} Placed;

/* A link target that the template names, with its place. */
typedef struct {
    const char *anchor;
    Place at;
} LinkTarget;

typedef struct {
    const char *markdown;
    ValueWriter writer; /* figures by number */
    Placed *placed;
    int nplaced, placed_capacity;
    LinkTarget *links;
    int nlink, link_capacity;
} Rendered;

/* Renders a template. `scope`: the rows that enclose the whole template (each: …), or NULL.
 * False after reporting every fault found. */
bool template_render(BlockSource *source, const Asset *asset, const Scope *scope, Rendered *out);

/* Tags of a template as a tree. */
typedef enum {
    TAG_TEXT,
    TAG_VALUE,
    TAG_SECTION,
    TAG_INVERTED,
    TAG_BLOCKS,
    TAG_PAGE,
    TAG_NARRATIVE,
    TAG_BADGE,
    TAG_LIST,
    TAG_INCLUDE
} TagKind;
typedef struct Tag Tag;
struct Tag {
    TagKind kind;
    Place at;
    const char *text; /* plain text, or what the tag says without its mark */
    Tag *first, *next;
};
/* Parses; NULL after reporting (an empty template gives an empty text tag). */
const Tag *template_parse(Run *run, Arena *arena, const Asset *asset);

#endif
