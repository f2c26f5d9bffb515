/* Line breaking over the whole paragraph. A paragraph is cut into atoms, which are never broken,
 * with a cost for breaking before each; dynamic programming finds the lines with the least sum of
 * squared gaps. Lines are then joined into pieces of one style. */
#include "report/pdf_text.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

typedef enum { BREAK_NOT, BREAK_FREE, BREAK_HYPHEN, BREAK_FORCED } BreakKind;

typedef struct {
    const char *text;
    size_t length;
    int span;
    double width, glue; /* glue: the space before it, 0 if none */
    BreakKind before;   /* may a line begin here, and with a hyphen on the one above */
} Atom;

/* A paragraph under way. */
typedef struct {
    const Setter *setter;
    const Span *spans;
    const TextStyle *styles; /* one a span */
    const char **texts;
    Atom *atoms;
    int natom, capacity;
    double limit;
    bool hyphenate;
    bool space, forbid; /* since the last atom: a space was seen, it may not break */
    bool forced;        /* a line break was asked for */
} Work;

static bool is_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

static bool is_space(uint32_t code)
{
    return code == ' ' || code == '\n' || code == '\t' || code == '\r';
}

static double atom_width(const Work *work, const Atom *atom)
{
    Arena *arena = work->setter->arena;
    const TextStyle *style = &work->styles[atom->span];
    const char *text = arena_copy(arena, atom->text, atom->length);
    return fonts_width(work->setter->fonts, style->face, style->size, text) +
           style->tracking * text_length(text);
}

static void atom_add(Work *work, const char *text, size_t length, int span, BreakKind before)
{
    if (length == 0)
        return;
    work->atoms = arena_room(work->setter->arena, work->atoms, sizeof *work->atoms, work->natom,
                             &work->capacity);
    Atom *atom = &work->atoms[work->natom++];
    const TextStyle *style = &work->styles[span];
    *atom = (Atom){.text = text, .length = length, .span = span, .before = before};
    if (work->space) {
        atom->glue = fonts_space(work->setter->fonts, style->face, style->size);
        atom->before = work->forbid ? BREAK_NOT : BREAK_FREE;
    }
    if (work->forced) {
        atom->glue = 0;
        atom->before = BREAK_FORCED;
    }
    if (work->natom == 1)
        atom->glue = 0;
    work->space = work->forbid = work->forced = false;
    atom->width = atom_width(work, atom);
}

/* A part too wide for any line is cut between letters. */
static void atom_add_cut(Work *work, const char *text, size_t length, int span, BreakKind before)
{
    const TextStyle *style = &work->styles[span];
    Arena *arena = work->setter->arena;
    double width =
        fonts_width(work->setter->fonts, style->face, style->size, arena_copy(arena, text, length));
    if (width <= work->limit) {
        atom_add(work, text, length, span, before);
        return;
    }
    const char *end = text + length, *start = text;
    for (const char *at = text; at < end;) {
        const char *step = at;
        text_next(&step);
        const char *tried = arena_copy(arena, start, (size_t)(step - start));
        if (at > start &&
            fonts_width(work->setter->fonts, style->face, style->size, tried) > work->limit * 0.9) {
            atom_add(work, start, (size_t)(at - start), span, start == text ? before : BREAK_FREE);
            start = at;
        }
        at = step;
    }
    atom_add(work, start, (size_t)(end - start), span, start == text ? before : BREAK_FREE);
}

/* A run of letters: its hyphenated parts. */
static void atom_add_letters(Work *work, const char *text, size_t length, int nletter, int span,
                             BreakKind before)
{
    enum { LEAST = 6, MOST = 100 };
    bool after[MOST] = {false};
    if (work->hyphenate && work->setter->hyphenator && nletter >= LEAST && nletter <= MOST)
        hyphenator_word(work->setter->hyphenator, text, length, after, nletter);
    const char *start = text, *at = text;
    for (int k = 0; k < nletter && k < MOST; k++) {
        text_next(&at);
        if (!after[k])
            continue;
        atom_add_cut(work, start, (size_t)(at - start), span, before);
        before = BREAK_HYPHEN;
        start = at;
    }
    atom_add_cut(work, start, (size_t)(text + length - start), span, before);
}

/* The first sign that may follow a space without a line break between. */
static bool binds_left(const char *text)
{
    return strncmp(text, "%", 1) == 0 || strncmp(text, "€", 3) == 0 ||
           (strncmp(text, "–", 3) == 0 && (text[3] == ' ' || !text[3])) ||
           strncmp(text, "/ ", 2) == 0;
}

/* A word from `text` to `end`: letters are hyphenated; after a hyphen or slash between letters a
 * line may end. */
static void word_cut(Work *work, const char *text, const char *end, int span)
{
    BreakKind before = BREAK_NOT;
    while (text < end) {
        const char *at = text, *step = text;
        int nletter = 0;
        while (step < end && is_letter(text_next(&step))) {
            at = step;
            nletter++;
        }
        if (nletter > 0 && at > text) {
            atom_add_letters(work, text, (size_t)(at - text), nletter, span, before);
            text = at;
            before = BREAK_NOT;
            continue;
        }
        uint32_t code = 0;
        bool joint = false;
        for (at = text; at < end && !joint;) {
            step = at;
            code = text_next(&step);
            if (is_letter(code))
                break;
            joint = code == '-' || code == 0x2010 || code == '/' || code == 0x200B || code == '_';
            at = step;
        }
        step = at;
        bool letter_next = at < end && is_letter(text_next(&step));
        atom_add_cut(work, text, (size_t)(at - text), span, before);
        before = joint && letter_next ? BREAK_FREE : BREAK_NOT;
        text = at;
    }
}

static void span_cut(Work *work, int span)
{
    const char *text = work->texts[span];
    while (*text) {
        const char *step = text;
        uint32_t code = text_next(&step);
        if (is_space(code)) {
            work->space = true;
            work->forced = work->forced || code == '\n';
            work->forbid = binds_left(step);
            text = step;
            continue;
        }
        const char *end = text;
        while (*end && !is_space((unsigned char)*end))
            end++;
        word_cut(work, text, end, span);
        text = end;
    }
}

/* Least-cost breaks: first[k] is the atom that begins the line ending before atom k. */
static int *break_find(const Work *work)
{
    int n = work->natom;
    Arena *arena = work->setter->arena;
    double *cost = arena_new(arena, double, n + 1);
    int *first = arena_new(arena, int, n + 1);
    for (int end = 1; end <= n; end++) {
        cost[end] = HUGE_VAL;
        if (end < n && work->atoms[end].before == BREAK_NOT)
            continue;
        bool hyphen = end < n && work->atoms[end].before == BREAK_HYPHEN;
        bool last = end == n || work->atoms[end].before == BREAK_FORCED;
        const TextStyle *style = &work->styles[work->atoms[end - 1].span];
        double width = hyphen ? fonts_width(work->setter->fonts, style->face, style->size, "-") : 0;
        for (int start = end - 1; start >= 0; start--) {
            width += work->atoms[start].width;
            bool can = start == 0 || work->atoms[start].before != BREAK_NOT;
            bool fits = width <= work->limit + 0.01;
            if (can && cost[start] < HUGE_VAL && (fits || cost[end] == HUGE_VAL)) {
                double gap = fits ? (work->limit - width) / work->limit : 10;
                double line = last ? (gap > 0.85 ? 0.05 : 0) : gap * gap;
                line += fits ? 0 : 100;
                if (hyphen)
                    line += 0.03 + (work->atoms[start].before == BREAK_HYPHEN ? 0.05 : 0);
                if (cost[start] + line < cost[end]) {
                    cost[end] = cost[start] + line;
                    first[end] = start;
                }
            }
            if ((!fits && cost[end] < HUGE_VAL) || work->atoms[start].before == BREAK_FORCED)
                break;
            width += work->atoms[start].glue;
        }
    }
    return first;
}

static Tag *piece_tag(const Work *work, Tag *parent, Tag **tags, int span)
{
    const Span *source = work->spans ? &work->spans[span] : NULL;
    if (!source || !parent || (!source->link && !source->lang && !source->footnote))
        return parent;
    if (!tags[span]) {
        Tag *owner = parent;
        if (source->lang) {
            owner = tag_new(work->setter->arena, parent, "Span");
            owner->lang = source->lang;
        }
        if (source->footnote)
            owner = tag_new(work->setter->arena, owner, "Reference");
        if (source->link || source->footnote)
            owner = tag_new(work->setter->arena, owner, "Link");
        tags[span] = owner;
    }
    return tags[span];
}

static void line_fill(const Work *work, Line *line, int start, int end, Tag *tag, Tag **tags)
{
    Arena *arena = work->setter->arena;
    line->pieces = arena_new(arena, Piece, end - start);
    bool hyphen = end < work->natom && work->atoms[end].before == BREAK_HYPHEN;
    double x = 0;
    for (int i = start; i < end;) {
        int span = work->atoms[i].span;
        Buffer text = buffer_open(arena);
        int k = i;
        for (; k < end && work->atoms[k].span == span; k++) {
            if (k > i && work->atoms[k].glue > 0)
                buffer_text(&text, " ");
            buffer_add(&text, work->atoms[k].text, work->atoms[k].length);
        }
        Piece *piece = &line->pieces[line->npiece++];
        const TextStyle *style = &work->styles[span];
        if (i > start)
            x += work->atoms[i].glue;
        const char *plain = buffer_end(&text);
        double width = fonts_width(work->setter->fonts, style->face, style->size, plain) +
                       style->tracking * text_length(plain);
        /* a space that ends the piece or the line is drawn, so that words stay apart when read */
        if (k < work->natom && work->atoms[k].glue > 0)
            buffer_text(&text, " ");
        bool raised = work->spans && work->spans[span].footnote > 0;
        *piece = (Piece){.text = buffer_end(&text),
                         .x = x,
                         .width = width,
                         .style = *style,
                         .rise = raised ? 3.4 : 0,
                         .hyphen = hyphen && k == end,
                         .tag = piece_tag(work, tag, tags, span),
                         .span = work->spans ? &work->spans[span] : NULL};
        x += width;
        i = k;
    }
    if (hyphen) {
        const TextStyle *style = &work->styles[work->atoms[end - 1].span];
        x += fonts_width(work->setter->fonts, style->face, style->size, "-");
    }
    line->width = x;
}

static TextStyle span_style(const Span *span, const TextStyle *base)
{
    TextStyle style = *base;
    style.face = face_variant(base->face, span->bold, span->italic);
    if (span->code)
        style.face = face_variant(FACE_SANS, span->bold, span->italic);
    if (span->link)
        style.color = COLOR_ACCENT;
    if (span->footnote > 0)
        style.size = base->size * 0.65;
    return style;
}

/* With its figure id behind it, where ids are wanted (--figures). */
static const char *span_shown(const Setter *setter, const Span *span, const char *text)
{
    if (!setter->figures || !span->figure)
        return text;
    return arena_format(setter->arena, "%s {%s}", text, span->figure);
}

static const char *span_text(const Setter *setter, const Span *span)
{
    if (span->page_of) {
        int page = setter->page_of ? setter->page_of(setter->user, span->page_of) : 0;
        return page > 0 ? arena_format(setter->arena, "%d", page) : "00";
    }
    if (span->footnote > 0 && (!span->text || !*span->text))
        return arena_format(setter->arena, "%d", span->footnote);
    return span_shown(setter, span, span->text ? span->text : "");
}

static Lines work_lines(Work *work, int nspan, Tag *tag)
{
    Arena *arena = work->setter->arena;
    for (int i = 0; i < nspan; i++)
        span_cut(work, i);
    Lines lines = {0};
    if (work->natom == 0)
        return lines;
    int *first = break_find(work);
    for (int end = work->natom; end > 0; end = first[end])
        lines.nline++;
    lines.lines = arena_new(arena, Line, lines.nline);
    Tag **tags = arena_new(arena, Tag *, nspan);
    int *starts = arena_new(arena, int, lines.nline + 1);
    int k = lines.nline;
    starts[k] = work->natom;
    for (int end = work->natom; end > 0; end = first[end])
        starts[--k] = first[end];
    for (int i = 0; i < lines.nline; i++) {
        line_fill(work, &lines.lines[i], starts[i], starts[i + 1], tag, tags);
        lines.width = fmax(lines.width, lines.lines[i].width);
    }
    return lines;
}

Lines text_break(const Setter *setter, Tag *tag, const Span *spans, int nspan,
                 const TextStyle *style, double width, BreakMode mode)
{
    TextStyle *styles = arena_new(setter->arena, TextStyle, nspan + 1);
    const char **texts = arena_new(setter->arena, const char *, nspan + 1);
    for (int i = 0; i < nspan; i++) {
        styles[i] = span_style(&spans[i], style);
        texts[i] = span_text(setter, &spans[i]);
    }
    Work work = {.setter = setter,
                 .spans = spans,
                 .styles = styles,
                 .texts = texts,
                 .limit = width,
                 .hyphenate = mode == BREAK_HYPHENATED};
    return work_lines(&work, nspan, tag);
}

Lines text_break_plain(const Setter *setter, Tag *tag, const char *text, const TextStyle *style,
                       double width, BreakMode mode)
{
    const char *texts[1] = {text ? text : ""};
    Work work = {.setter = setter,
                 .styles = style,
                 .texts = texts,
                 .limit = width,
                 .hyphenate = mode == BREAK_HYPHENATED};
    return work_lines(&work, 1, tag);
}

double text_least(const Setter *setter, const char *text, const TextStyle *style)
{
    const char *texts[1] = {text ? text : ""};
    Work work = {.setter = setter, .styles = style, .texts = texts, .limit = 1e9};
    span_cut(&work, 0);
    double least = 0, width = 0;
    for (int i = 0; i < work.natom; i++) {
        width = work.atoms[i].before == BREAK_NOT && i > 0
                    ? width + work.atoms[i].glue + work.atoms[i].width
                    : work.atoms[i].width;
        least = fmax(least, width);
    }
    return least;
}
