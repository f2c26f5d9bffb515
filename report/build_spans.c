/* Running text: the inlines of a paragraph or heading become spans; marks in them become figure ids
 * and page references. */
#include "report/build.h"

#include "core/text.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

static void add_span(SpanList *list, Span span)
{
    list->spans = arena_room(list->builder->arena, list->spans, sizeof *list->spans, list->nspan,
                             &list->capacity);
    list->spans[list->nspan++] = span;
}

/* Joins with the span before where nothing but the text differs. */
static void add_text(SpanList *list, Span style, const char *text, size_t length)
{
    if (length == 0)
        return;
    style.figure = list->figure;
    Span *last = list->nspan ? &list->spans[list->nspan - 1] : NULL;
    bool same = last && last->text && last->bold == style.bold && last->italic == style.italic &&
                last->code == style.code && text_equal(last->link, style.link) &&
                last->figure == style.figure && !last->page_of && !last->footnote;
    if (same) {
        last->text = arena_format(list->builder->arena, "%s%.*s", last->text, (int)length, text);
        return;
    }
    style.text = arena_copy(list->builder->arena, text, length);
    add_span(list, style);
}

static void open_mark(SpanList *list, Span style, char kind, int number)
{
    const Rendered *rendered = list->builder->rendered;
    if (kind == 'f' && number < rendered->writer.nfigure) {
        list->figure = rendered->writer.figures[number];
    } else if (kind == 'p' && number < rendered->nplaced) {
        style.page_of = rendered->placed[number].text;
        style.link = arena_format(list->builder->arena, "#%s", style.page_of);
        add_span(list, style);
    }
}

/* Text with marks in it. */
static void add_literal(SpanList *list, Span style, const char *text)
{
    while (*text) {
        const char *open = strstr(text, MARK_OPEN), *end = strstr(text, MARK_END);
        const char *next = !open || (end && end < open) ? end : open;
        size_t plain = next ? (size_t)(next - text) : strlen(text);
        add_text(list, style, text, plain);
        text += plain;
        if (!next)
            return;
        text += strlen(MARK_OPEN); /* as long as MARK_END */
        if (next == end) {
            list->figure = NULL;
            continue;
        }
        const char *close = strstr(text, MARK_CLOSE);
        if (!close)
            return;
        open_mark(list, style, *text, atoi(text + 1));
        text = close + strlen(MARK_CLOSE);
    }
}

static void add_link(SpanList *list, cmark_node *node, Span style)
{
    style.link = arena_text(list->builder->arena, cmark_node_get_url(node));
    if (cmark_node_first_child(node))
        spans_add(list, cmark_node_first_child(node), style);
    else
        add_span(list, style); /* without text: gets the target's name when all is built */
}

/* A mark of its own, numbered in order of reference. */
static void add_footnote(SpanList *list, cmark_node *node, Span style)
{
    style.footnote = atoi(cmark_node_get_literal(node));
    add_span(list, style);
}

void spans_add(SpanList *list, cmark_node *node, Span style)
{
    for (; node; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        Span inner = style;
        inner.bold = inner.bold || type == CMARK_NODE_STRONG;
        inner.italic = inner.italic || type == CMARK_NODE_EMPH;
        inner.code = type == CMARK_NODE_CODE;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            add_literal(list, inner, cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK)
            add_text(list, inner, " ", 1);
        else if (type == CMARK_NODE_LINEBREAK)
            add_text(list, inner, "\n", 1);
        else if (type == CMARK_NODE_LINK)
            add_link(list, node, inner);
        else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
            add_footnote(list, node, inner);
        else if (type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH)
            spans_add(list, cmark_node_first_child(node), inner);
    }
}

char *spans_text(Arena *arena, const Span *spans, int nspan)
{
    Buffer text = buffer_open(arena);
    for (int i = 0; i < nspan; i++)
        buffer_text(&text, spans[i].text ? spans[i].text : "");
    return arena_text(arena, buffer_end(&text));
}
