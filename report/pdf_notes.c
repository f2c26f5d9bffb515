/* Footnotes: collected from the document, set in small type, and drawn at the foot of the page that
 * holds their mark. */
#include "report/pdf_book.h"

#include <math.h>

static int notes_count(const Node *node)
{
    int count = 0;
    for (; node; node = node->next)
        count += (node->kind == NODE_FOOTNOTE) + notes_count(node->first);
    return count;
}

static const Slab *note_lay(Layout *layout, const Node *node)
{
    const TextStyle *style = &TEXT_STYLE[STYLE_FOOTNOTE];
    Arena *arena = layout->setter->arena;
    Flow flow = {0};
    Layout inner = *layout;
    inner.flow = &flow;
    inner.waiting = NULL;
    inner.panel = NULL;
    Tag *note = tag_new(arena, layout->document_tag, "Note");
    note->id = arena_format(arena, "note-%d", node->number);
    Lines *label = arena_new(arena, Lines, 1), *text = arena_new(arena, Lines, 1);
    *label = text_break_plain(layout->setter, tag_new(arena, note, "Lbl"),
                              arena_format(arena, "%d", node->number), style, 50, BREAK_PLAIN);
    *text = text_break(layout->setter, tag_new(arena, note, "P"), node->spans, node->nspan, style,
                       PROSE_WIDTH - 14, BREAK_HYPHENATED);
    Slab *slab = flow_add(&inner, fmax(text->nline, 1) * style->leading, 0);
    slab_line(&inner, slab, 0, line_base(style), &label->lines[0]);
    for (int i = 0; i < text->nline; i++)
        slab_line(&inner, slab, 14, i * style->leading + line_base(style), &text->lines[i]);
    return slab;
}

static void notes_take(Layout *layout, Book *book, const Node *node)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_FOOTNOTE)
            book->notes[book->nnote++] = (Footnote){node, note_lay(layout, node)};
        notes_take(layout, book, node->first);
    }
}

static const Footnote *note_find(const Book *book, int number)
{
    for (int i = 0; i < book->nnote; i++)
        if (book->notes[i].node->number == number)
            return &book->notes[i];
    return NULL;
}

/* The k-th mark of a slab, or NULL past the last. */
static const Footnote *slab_note(const Book *book, const Slab *slab, int k)
{
    for (int i = 0; i < slab->nitem; i++) {
        const Line *line = slab->items[i].line;
        for (int p = 0; line && p < line->npiece; p++) {
            const Span *span = line->pieces[p].span;
            const Footnote *note =
                span && span->footnote > 0 ? note_find(book, span->footnote) : NULL;
            if (note && k-- == 0)
                return note;
        }
    }
    return NULL;
}

void notes_layout(Layout *layout, Book *book)
{
    book->nnote = 0;
    book->notes =
        arena_new(layout->setter->arena, Footnote, notes_count(book->document->first) + 1);
    notes_take(layout, book, book->document->first);
    for (int i = 0; i < layout->flow->nslab; i++) {
        Slab *slab = &layout->flow->slabs[i];
        const Footnote *note;
        slab->feet = 0;
        for (int k = 0; (note = slab_note(book, slab, k)) != NULL; k++)
            slab->feet += note->slab->height;
    }
}

/* Calls for each note of a page with the place of its top. */
typedef void NoteVisit(void *user, const Footnote *note, double y);

static void notes_visit(const Book *book, const Page *page, NoteVisit *visit, void *user)
{
    double y = page->bottom - page->feet;
    for (int i = 0; i < page->count; i++) {
        const Footnote *note;
        if (page->list[i].repeated)
            continue;
        for (int k = 0; (note = slab_note(book, page->list[i].slab, k)) != NULL; k++) {
            visit(user, note, y);
            y += note->slab->height;
        }
    }
}

typedef struct {
    Pdf *pdf;
    const Book *book;
} NoteDraw;

static void note_draw(void *user, const Footnote *note, double y)
{
    const NoteDraw *draw = user;
    slab_draw(draw->pdf, draw->book, note->slab, y, false);
}

void notes_draw(Pdf *pdf, const Book *book, int index)
{
    const Page *page = &book->pages[index];
    if (page->feet <= 0)
        return;
    pdf_artifact(pdf, "Layout", NULL);
    pdf_rule(pdf, PAGE_MARGIN, page->bottom - page->feet - FEET_GAP / 2, 60, 0.5, COLOR_MARK);
    pdf_end(pdf);
    notes_visit(book, page, note_draw, &(NoteDraw){pdf, book});
}

typedef struct {
    int number;
    double y;
} NoteSearch;

static void note_seek(void *user, const Footnote *note, double y)
{
    NoteSearch *search = user;
    if (note->node->number == search->number)
        search->y = y;
}

const Spot *notes_spot(const Book *book, int number)
{
    for (int i = 0; i < book->npage; i++) {
        NoteSearch search = {number, NAN};
        if (book->pages[i].feet > 0)
            notes_visit(book, &book->pages[i], note_seek, &search);
        if (isnan(search.y))
            continue;
        Spot *spot = arena_new(book->arena, Spot, 1);
        *spot = (Spot){note_find(book, number)->node, i, search.y - 4};
        return spot;
    }
    return NULL;
}
