/* From rendered Markdown to a document's nodes: cmark-gfm reads the text, marks (value.h) become
 * figures, tables, charts, badges and narratives. Number of tables and figures, anchors, and what
 * links say are settled here. */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "report/template.h"

/* An entry of the front matter, as plain text. */
typedef struct {
    const char *key, *value;
} FrontEntry;
typedef struct {
    const FrontEntry *entries;
    int nentry;
    const char *body; /* the Markdown after it */
} Front;
/* Splits off `---` … `---`; values lose escapes and marks. */
Front front_read(Arena *arena, const char *markdown);
/* The value of a key, or `fallback`. */
const char *front_get(const Front *front, const char *key, const char *fallback);

/* Fills document->first from `body`. False after reporting link targets that do not exist. */
bool build_document(Run *run, Arena *arena, const Rendered *rendered, const char *body,
                    Document *document);

/* Parts of it. */
typedef struct {
    Run *run;
    Arena *arena;
    const Rendered *rendered;
    Document *document;
    int ntable, nfigure, nfootnote;
    bool after_heading; /* a level 1 heading came just before: the next paragraph leads */
    const char **anchors;
    int nanchor, anchor_capacity;
} Builder;
/* The table of a block; charts take theirs from it too. */
Table *build_table(Arena *arena, Lang lang, const Block *block);
/* The node of a placed block. */
Node *build_block(Builder *builder, const Block *block);
Node *build_node(Builder *builder, NodeKind kind);
const char *build_anchor(Builder *builder, const char *wanted);

/* A growing list of spans, made from the inlines of a cmark node. */
typedef struct {
    Builder *builder;
    Span *spans;
    int nspan, capacity;
    const char *figure; /* of the figure that is open */
} SpanList;
struct cmark_node;
/* Adds the inlines below `parent` from `from` on (NULL: the first). */
void spans_add(SpanList *list, struct cmark_node *from, Span style);
/* The plain text of spans. */
char *spans_text(Arena *arena, const Span *spans, int nspan);

#endif
