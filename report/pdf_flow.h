/* Layout before pages: a document becomes a flow of slabs. A slab is never broken; it is a set of
 * lines and marks at places relative to its top left corner. Pages are made of slabs afterwards. */
#ifndef REPORT_PDF_FLOW_H
#define REPORT_PDF_FLOW_H

#include "report/pdf_text.h"

typedef struct {
    double x, y; /* line: left end of its base line; marks: their origin */
    const Line *line;
    const Canvas *marks;
    Tag *tag;         /* of marks; NULL: they are an artifact */
    const Node *node; /* what can be referred to begins here */
} Item;

/* A coloured ground behind consecutive slabs. */
typedef struct {
    Color fill, bar;
    double x, width;
} Panel;

typedef struct Slab Slab;
struct Slab {
    Item *items;
    int nitem, capacity;
    double height, before; /* before: space above, dropped at the top of a page */
    bool keep;             /* on one page with the next */
    bool page;             /* begins a page */
    bool wide;             /* reaches into the margin column */
    bool turned;           /* on a landscape page */
    const Panel *panel;
    const Slab *head; /* repeated above, when this slab begins a page */
    bool late;        /* of a margin column: read after the page's text */
    const Slab *margin;
    double feet; /* stands beside, in the margin column */
};

typedef struct {
    Slab *slabs;
    int nslab, capacity;
} Flow;

/* Where and how nodes are laid out. Copied for what is nested. */
typedef struct {
    Setter *setter;
    const Document *document;
    const Measure *measure;
    Flow *flow;
    Tag *tag; /* parent of what is laid out */
    Tag *document_tag;
    double x, width; /* of prose */
    double full;     /* of tables and charts, from 0 */
    const TextStyle *body;
    const Panel *panel;
    const Slab **waiting; /* margin column for the next slab */
    bool nested;          /* in a callout, list or pair: headings open no section */
    bool narrow;          /* prose may not leave `width` (pair, callout) */
} Layout;

Slab *flow_add(Layout *layout, double height, double before);
Item *slab_line(const Layout *layout, Slab *slab, double x, double y, const Line *line);
Item *slab_marks(const Layout *layout, Slab *slab, double x, double y, const Canvas *marks,
                 Tag *tag);
/* Adds all of `other` to `slab`, shifted. */
void slab_merge(const Layout *layout, Slab *slab, const Slab *other, double dx, double dy);
/* One slab of a whole flow (side by side, in the margin). */
Slab *flow_merge(const Layout *layout, const Flow *flow);
double line_base(const TextStyle *style); /* base line below the top of a line */

void flow_nodes(Layout *layout, const Node *first);
/* Lines of text as slabs, one a line; `keep`: with what follows. Returns the first slab's index. */
int flow_text(Layout *layout, const Lines *lines, const TextStyle *style, double x, double before,
              bool keep);
void flow_table(Layout *layout, const Node *node);
void flow_chart(Layout *layout, const Node *node);
/* The frame above a table or chart: rule, number, title, subtitle; below: the note. */
void flow_caption(Layout *layout, const Node *node, Tag *tag, double width);
void flow_note(Layout *layout, const Node *node, Tag *tag, double width);
void flow_margin(Layout *layout, const Node *node);
void flow_badge(Layout *layout, const Node *node);

/* Marks of an artifact (rules, grounds). */
Canvas *layout_canvas(const Layout *layout, double width);

#endif
