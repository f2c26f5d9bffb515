/* Running text: spans become lines of pieces. Line breaking looks at the whole paragraph (least sum
 * of squared gaps), hyphenates after the language's patterns, and never breaks number from unit. */
#ifndef REPORT_PDF_TEXT_H
#define REPORT_PDF_TEXT_H

#include "report/pdf.h"

typedef struct Hyphenator Hyphenator;
Hyphenator *hyphenator_open(Arena *arena, Lang lang); /* NULL if no patterns are installed */
void hyphenator_close(Hyphenator *hyphenator);
/* Sets after[k] for each letter k (from 0) after which a word of `nletter` may be broken. */
void hyphenator_word(Hyphenator *hyphenator, const char *word, size_t length, bool *after,
                     int nletter);

typedef struct {
    const char *text;
    double x, width; /* from the line's left end */
    TextStyle style;
    double rise; /* above the base line: marks of footnotes */
    bool hyphen; /* a hyphen follows that is not in the text */
    Tag *tag;
    const Span *span; /* NULL for texts that come from no span */
    const Node *target;
    /* a link to this node's place, or NULL */ /* NULL for texts that come from no span */
} Piece;

typedef struct {
    Piece *pieces;
    int npiece;
    double width;
} Line;

typedef struct {
    Line *lines;
    int nline;
    double width; /* of the widest line */
} Lines;

/* What setting text needs, besides the text. */
typedef struct {
    Arena *arena;
    Fonts *fonts;
    Hyphenator *hyphenator;
    Lang lang;
    bool figures; /* figure ids are printed behind their numbers */
    /* page number of an anchor as known so far, 0 if not yet */
    int (*page_of)(void *user, const char *anchor);
    void *user;
} Setter;

typedef enum { BREAK_PLAIN, BREAK_HYPHENATED } BreakMode;

Lines text_break(const Setter *setter, Tag *tag, const Span *spans, int nspan,
                 const TextStyle *style, double width, BreakMode mode);
/* As text_break, for one text of one style. */
Lines text_break_plain(const Setter *setter, Tag *tag, const char *text, const TextStyle *style,
                       double width, BreakMode mode);
/* Width of the widest part that cannot be broken, and of the whole on one line. */
double text_least(const Setter *setter, const char *text, const TextStyle *style);

#endif
