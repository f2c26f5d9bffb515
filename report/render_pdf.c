/* The PDF renderer: lays a document out until its page numbers stand still, then draws page by
 * page. The document says what is meant; everything about look stands in style.c. */
#include "report/pdf_book.h"

#include "core/text.h"
#include "report/phrase.h"

#include <string.h>

enum { PASS_MOST = 4 };

static int page_of(void *user, const char *anchor)
{
    const Spot *spot = book_anchor(user, anchor);
    return spot ? spot->page + 1 : 0;
}

static bool spots_same(const Spot *left, int nleft, const Spot *right, int nright)
{
    if (nleft != nright)
        return false;
    for (int i = 0; i < nleft; i++)
        if (left[i].node != right[i].node || left[i].page != right[i].page)
            return false;
    return true;
}

static void book_layout(Book *book)
{
    const Document *document = book->document;
    const Slab *waiting = NULL;
    book->root = tag_new(book->arena, NULL, "Document");
    book->flow = (Flow){0};
    Layout layout = {.setter = &book->setter,
                     .document = document,
                     .measure = &book->measure,
                     .flow = &book->flow,
                     .document_tag = book->root,
                     .width = PROSE_WIDTH,
                     .full = CONTENT_WIDTH,
                     .body = &TEXT_STYLE[STYLE_BODY],
                     .waiting = &waiting};
    layout.tag = tag_new(book->arena, book->root, "Sect");
    if (document->brief)
        brief_flow(&layout, book);
    else
        contents_flow(&layout, book);
    flow_nodes(&layout, document->first);
    notes_layout(&layout, book);
    if (waiting) /* a margin note with nothing after it */
        flow_add(&layout, 1, 0);
}

/* One pass: lays out with the page numbers of the last, in an arena of its own. */
static void book_pass(Book *book)
{
    book->arena = book->setter.arena = arena_open();
    book_layout(book);
    book->pages = NULL;
    book->npage = book->page_capacity = 0;
    book->spots = NULL;
    book->nspot = book->spot_capacity = 0;
    if (!book->document->brief) {
        book->pages = arena_room(book->arena, NULL, sizeof *book->pages, 0, &book->page_capacity);
        book->pages[book->npage++] =
            (Page){.width = PAGE_WIDTH, .height = PAGE_HEIGHT, .cover = true};
    }
    book_paginate(book);
}

void book_make(Book *book)
{
    for (int pass = 0; pass < PASS_MOST; pass++) {
        Arena *last = book->arena;
        const Spot *before = book->spots;
        int nbefore = book->nspot;
        book_pass(book);
        bool still = spots_same(before, nbefore, book->spots, book->nspot);
        if (last)
            arena_close(last);
        if (still)
            return;
    }
}

Book *layout_open(Arena *arena, const Document *document, Diag *diag)
{
    Book *book = arena_new(arena, Book, 1);
    book->kept = arena;
    book->document = document;
    book->diag = diag;
    book->fonts = fonts_open(arena, diag);
    book->measure = fonts_measure(book->fonts);
    book->setter = (Setter){.arena = arena,
                            .fonts = book->fonts,
                            .hyphenator = hyphenator_open(arena, document->lang),
                            .lang = document->lang,
                            .figures = document->figures,
                            .page_of = page_of,
                            .user = book};
    book_make(book);
    if (fonts_good(book->fonts))
        return book;
    layout_close(book);
    return NULL;
}

void layout_close(Book *book)
{
    hyphenator_close(book->setter.hyphenator);
    fonts_close(book->fonts);
    arena_close(book->arena);
}

static void bookmarks_make(Pdf *pdf, const Book *book, const Node *node)
{
    for (; node; node = node->next) {
        const Spot *spot = node->kind == NODE_HEADING ? book_spot(book, node) : NULL;
        if (spot)
            pdf_bookmark(pdf,
                         node->level < 1   ? 1
                         : node->level > 3 ? 3
                                           : node->level,
                         heading_text(book->arena, node), spot->page, spot->y);
    }
}

static void book_draw(Pdf *pdf, const Book *book)
{
    for (int i = 0; i < book->npage; i++)
        pdf_page_add(pdf, book->pages[i].width, book->pages[i].height);
    Tag *front = tag_new(book->arena, book->root, "Sect");
    for (int i = 0; i < book->npage; i++) {
        pdf_page_start(pdf, i);
        furniture_draw(pdf, book, i);
        if (book->pages[i].cover)
            cover_draw(pdf, book, front);
        page_draw(pdf, book, i);
        if (book->document->brief && i == 0)
            ensemble_draw(pdf, book, front, ENSEMBLE_Y_BRIEF, ENSEMBLE_HEIGHT_BRIEF);
        pdf_page_end(pdf);
    }
    if (book->contents)
        bookmarks_make(pdf, book, book->contents);
    bookmarks_make(pdf, book, book->document->first);
}

/* The bytes of a file, or NULL: who failed to write it has said so. */
static const void *file_bytes(Arena *arena, const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    Buffer bytes = buffer_open(arena);
    char part[65536];
    for (size_t got; file && (got = fread(part, 1, sizeof part, file)) > 0;)
        buffer_add(&bytes, part, got);
    if (file)
        fclose(file);
    *size = bytes.length;
    return bytes.data;
}

static void files_attach(Pdf *pdf, const Book *book)
{
    for (int i = 0; i < book->document->nattached; i++) {
        Attached file = book->document->attached[i];
        if (!file.bytes)
            file.bytes = file_bytes(book->arena, file.path, &file.size);
        if (file.bytes)
            pdf_attach(pdf, &file);
    }
}

static bool render(const Document *document, const char *path, Diag *diag)
{
    Arena *arena = arena_open();
    bool good = false;
    Book *book = layout_open(arena, document, diag);
    if (book) {
        Pdf *pdf = pdf_open(arena, book->fonts, diag, document, path);
        book_draw(pdf, book);
        files_attach(pdf, book);
        good = pdf_save(pdf);
        pdf_close(pdf);
        layout_close(book);
    }
    arena_close(arena);
    return good;
}

const Renderer RENDER_PDF = {"pdf", render};
