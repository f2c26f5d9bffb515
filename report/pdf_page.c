/* From a flow of slabs to pages: what must stay together stays together, heads of tables repeat,
 * margin columns do not overlap. Greedy, with rules instead of penalties. */
#include "report/pdf_book.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

#define MARGIN_GAP 8.0

/* Where the next slab goes. */
typedef struct {
    double y;
    double beside; /* lower end of the margin column so far */
    double feet;   /* height of the footnotes so far */
    bool empty;
} Cursor;

static Page *page_open(Book *book, bool turned, const Node *section)
{
    book->pages = arena_room(book->arena, book->pages, sizeof *book->pages, book->npage,
                             &book->page_capacity);
    Page *page = &book->pages[book->npage++];
    *page = (Page){.width = turned ? PAGE_HEIGHT : PAGE_WIDTH,
                   .height = turned ? PAGE_WIDTH : PAGE_HEIGHT,
                   .section = section};
    page->bottom = page->height - (PAGE_HEIGHT - PAGE_BOTTOM);
    if (book->document->brief && book->npage == 1)
        page->bottom = ENSEMBLE_Y_BRIEF - 22;
    return page;
}

static double head_height(const Slab *slab, const Cursor *cursor)
{
    return cursor->empty && slab->head ? slab->head->height : 0;
}

/* Moves the cursor over a slab; returns the slab's top. */
static double cursor_pass(Cursor *cursor, const Slab *slab)
{
    double y = cursor->y + head_height(slab, cursor);
    if (!cursor->empty)
        y += slab->before;
    if (slab->wide && cursor->beside > 0)
        y = fmax(y, cursor->beside + MARGIN_GAP);
    if (slab->margin) {
        if (cursor->beside > 0)
            y = fmax(y, cursor->beside + MARGIN_GAP);
        if (slab->wide)
            y += slab->margin->height + MARGIN_GAP;
        else
            cursor->beside = y + slab->margin->height;
    }
    cursor->y = y + slab->height;
    cursor->feet += slab->feet;
    cursor->empty = false;
    return y;
}

static void page_put(Book *book, Page *page, const Slab *slab, double y, bool repeated)
{
    page->list =
        arena_room(book->arena, page->list, sizeof *page->list, page->count, &page->capacity);
    page->list[page->count++] = (Placed){slab, y, repeated};
}

static void spot_add(Book *book, const Node *node, double y)
{
    book->spots = arena_room(book->arena, book->spots, sizeof *book->spots, book->nspot,
                             &book->spot_capacity);
    book->spots[book->nspot++] = (Spot){node, book->npage - 1, y};
}

static const Node *slab_place(Book *book, Cursor *cursor, const Slab *slab, const Node *section)
{
    Page *page = &book->pages[book->npage - 1];
    if (head_height(slab, cursor) > 0)
        page_put(book, page, slab->head, cursor->y, true);
    double y = cursor_pass(cursor, slab);
    page_put(book, page, slab, y, false);
    page->feet = cursor->feet;
    for (int i = 0; i < slab->nitem; i++) {
        const Node *node = slab->items[i].node;
        if (!node)
            continue;
        spot_add(book, node, fmax(0, y - 6));
        if (node->kind == NODE_HEADING && node->level <= 1) {
            section = node;
            if (page->count == 1 || !page->section)
                page->section = node;
        }
    }
    return section;
}

/* The slabs from `first` that may not be parted; returns the one after. */
static int unit_end(const Flow *flow, int first)
{
    int end = first;
    while (end + 1 < flow->nslab && flow->slabs[end].keep && !flow->slabs[end + 1].page)
        end++;
    return end + 1;
}

static bool unit_fits(const Flow *flow, int first, int end, Cursor cursor, double bottom)
{
    double low = cursor.y;
    for (int i = first; i < end; i++) {
        cursor_pass(&cursor, &flow->slabs[i]);
        low = fmax(cursor.y, cursor.beside);
    }
    double feet = cursor.feet > 0 ? cursor.feet + FEET_GAP : 0;
    return low + feet <= bottom + 0.01;
}

void book_paginate(Book *book)
{
    const Flow *flow = &book->flow;
    const Node *section = NULL;
    Cursor cursor = {.y = PAGE_TOP, .empty = true};
    bool turned = flow->nslab > 0 && flow->slabs[0].turned;
    page_open(book, turned, NULL);
    for (int i = 0; i < flow->nslab;) {
        int end = unit_end(flow, i);
        const Slab *slab = &flow->slabs[i];
        Page *page = &book->pages[book->npage - 1];
        bool fits = unit_fits(flow, i, end, cursor, page->bottom);
        bool other = slab->turned != turned;
        if (!cursor.empty && (slab->page || other || !fits)) {
            turned = slab->turned;
            page = page_open(book, turned, section);
            cursor = (Cursor){.y = PAGE_TOP, .empty = true};
            fits = unit_fits(flow, i, end, cursor, page->bottom);
        } else if (cursor.empty && other) {
            turned = slab->turned;
            book->npage--;
            page = page_open(book, turned, section);
        }
        /* what is larger than a page is parted after all */
        if (!fits)
            end = i + 1;
        for (; i < end; i++)
            section = slab_place(book, &cursor, &flow->slabs[i], section);
        if (!fits)
            while (i < flow->nslab && flow->slabs[i - 1].keep && !flow->slabs[i].page &&
                   unit_fits(flow, i, i + 1, cursor, page->bottom))
                section = slab_place(book, &cursor, &flow->slabs[i++], section);
    }
}

const Spot *book_spot(const Book *book, const Node *node)
{
    for (int i = 0; i < book->nspot; i++)
        if (book->spots[i].node == node)
            return &book->spots[i];
    return NULL;
}

const Spot *book_anchor(const Book *book, const char *anchor)
{
    if (*anchor == '#')
        anchor++;
    for (int i = 0; i < book->nspot; i++)
        if (book->spots[i].node->anchor && strcmp(book->spots[i].node->anchor, anchor) == 0)
            return &book->spots[i];
    return NULL;
}

static void boxes_of(Arena *arena, PlacedBox **list, int *count, int *capacity, int page,
                     const Slab *slab, double x, double y)
{
    for (int i = 0; i < slab->nitem; i++) {
        const Item *item = &slab->items[i];
        for (int k = 0; item->line && k < item->line->npiece; k++) {
            const Piece *piece = &item->line->pieces[k];
            double left = x + item->x + piece->x, base = y + item->y - piece->rise;
            *list = arena_room(arena, *list, sizeof **list, *count, capacity);
            (*list)[(*count)++] = (PlacedBox){page,
                                              {left, base - 0.7 * piece->style.size,
                                               left + piece->width, base + 0.2 * piece->style.size},
                                              piece->text};
        }
        if (item->marks && item->tag) {
            *list = arena_room(arena, *list, sizeof **list, *count, capacity);
            (*list)[(*count)++] =
                (PlacedBox){page,
                            {x + item->x, y + item->y, x + item->x + item->marks->width,
                             y + item->y + item->marks->height},
                            NULL};
        }
    }
}

int book_boxes(const Book *book, Arena *arena, const PlacedBox **boxes)
{
    PlacedBox *list = NULL;
    int count = 0, capacity = 0;
    for (int page = 0; page < book->npage; page++)
        for (int i = 0; i < book->pages[page].count; i++) {
            const Placed *placed = &book->pages[page].list[i];
            boxes_of(arena, &list, &count, &capacity, page, placed->slab, PAGE_MARGIN, placed->y);
            if (placed->slab->margin) {
                double y = placed->slab->wide
                               ? placed->y - placed->slab->margin->height - MARGIN_GAP
                               : placed->y;
                boxes_of(arena, &list, &count, &capacity, page, placed->slab->margin, PAGE_MARGIN,
                         y);
            }
        }
    *boxes = list;
    return count;
}
