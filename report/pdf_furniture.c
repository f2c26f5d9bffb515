/* What surrounds the text of a page (stamp, running head, footer: artifacts) and the drawing of
 * what was placed on it. */
#include "report/pdf_book.h"

#include "report/phrase.h"

#include <string.h>

#define MARGIN_GAP 8.0

static double width_of(const Book *book, const TextStyle *style, const char *text)
{
    return fonts_width(book->fonts, style->face, style->size, text);
}

static void stamp_draw(Pdf *pdf, const Book *book, const Page *page)
{
    Lang lang = book->document->lang;
    const TextStyle *style = &TEXT_STYLE[STYLE_STAMP];
    const char *text = phrase(lang, PHRASE_MADE_UP);
    double width = width_of(book, style, text) + style->tracking * 14;
    pdf_artifact(pdf, "Pagination", NULL);
    pdf_rect(pdf, 0, 0, page->width, STAMP_HEIGHT, COLOR_STAMP);
    pdf_rule(pdf, 0, STAMP_HEIGHT, page->width, 0.75, COLOR_SIGNAL);
    pdf_text(pdf, PAGE_MARGIN, 10.3, style, text);
    TextStyle plain = TEXT_STYLE[STYLE_HEADER];
    plain.color = COLOR_INK;
    pdf_text(pdf, PAGE_MARGIN + width + 8, 10.3, &plain, phrase(lang, PHRASE_MADE_UP_WHY));
    pdf_text(pdf, page->width - PAGE_MARGIN - width, 10.3, style, text);
    pdf_end(pdf);
}

/* The boxes of draft and authority, right of the head; returns the x where they begin. */
static double flags_draw(Pdf *pdf, const Book *book, double right)
{
    const Document *document = book->document;
    const Phrase words[] = {PHRASE_DRAFT, PHRASE_AUTHORITY};
    const bool wanted[] = {document->draft, document->authority};
    TextStyle style = TEXT_STYLE[STYLE_STAMP];
    style.size = 7.5;
    for (int i = 0; i < 2; i++) {
        if (!wanted[i])
            continue;
        const char *text = phrase(document->lang, words[i]);
        double width = width_of(book, &style, text) + 0.5 * (double)strlen(text) + 11;
        Canvas box = canvas_open(book->arena, &book->measure, document->lang, width);
        canvas_rect(&box, 0, 0, width, 12.5, paint_line(COLOR_INK, 0.9));
        pdf_marks(pdf, right - width, HEADER_Y - 9.5, &box);
        pdf_text(pdf, right - width + 6, HEADER_Y - 0.6, &style, text);
        right -= width + 8;
    }
    return right;
}

/* As much of a text as fits, with an ellipsis. */
static const char *fitted(const Book *book, const TextStyle *style, const char *text, double width)
{
    Canvas canvas = canvas_open(book->arena, &book->measure, book->document->lang, width);
    const char **lines;
    int nline = canvas_wrap(&canvas, style->face, style->size, text, width, 1, &lines);
    return nline > 0 ? lines[0] : "";
}

static void header_draw(Pdf *pdf, const Book *book, const Page *page, bool first)
{
    const TextStyle *style = &TEXT_STYLE[STYLE_HEADER];
    const Document *document = book->document;
    double width = page->width - 2 * PAGE_MARGIN, right = page->width - PAGE_MARGIN;
    pdf_artifact(pdf, "Pagination", "Header");
    right = flags_draw(pdf, book, right);
    const char *left = document->kind ? document->kind : document->title;
    const char *section = page->section ? heading_text(book->arena, page->section) : "";
    if (document->brief && first) {
        section = left;
        left = "";
        pdf_text(pdf, PAGE_MARGIN, HEADER_Y, &TEXT_STYLE[STYLE_OWNER], document->owner);
    }
    double room = right - PAGE_MARGIN - 16;
    section = fitted(book, style, section, room * 0.5);
    left = fitted(book, style, left, room - width_of(book, style, section));
    pdf_text(pdf, PAGE_MARGIN, HEADER_Y, style, left);
    pdf_text(pdf, right - width_of(book, style, section), HEADER_Y, style, section);
    bool strong = document->brief && first;
    pdf_rule(pdf, PAGE_MARGIN, HEADER_RULE_Y, width, strong ? 1.25 : 0.5,
             strong ? COLOR_INK : COLOR_RULE);
    pdf_end(pdf);
}

static void footer_draw(Pdf *pdf, const Book *book, int index, const Page *page)
{
    const Document *document = book->document;
    const TextStyle *style = &TEXT_STYLE[STYLE_HEADER], *bold = &TEXT_STYLE[STYLE_FOOTER_PAGE];
    double y = page->height - FOOTER_RISE;
    const char *owner = document->owner ? document->owner : "";
    const char *left = document->project && *document->project
                           ? arena_format(book->arena, "%s · %s", owner, document->project)
                           : owner;
    const char *right = arena_format(book->arena, "%d / %d", index + 1, book->npage);
    pdf_artifact(pdf, "Pagination", "Footer");
    pdf_text(pdf, PAGE_MARGIN, y, style,
             fitted(book, style, left, page->width - 2 * PAGE_MARGIN - 60));
    pdf_text(pdf, page->width - PAGE_MARGIN - width_of(book, bold, right), y, bold, right);
    pdf_end(pdf);
}

void furniture_draw(Pdf *pdf, const Book *book, int index)
{
    const Page *page = &book->pages[index];
    if (book->document->made_up)
        stamp_draw(pdf, book, page);
    if (page->cover)
        return;
    header_draw(pdf, book, page, index == 0);
    footer_draw(pdf, book, index, page);
}

static void note_link(Pdf *pdf, const Book *book, const Piece *piece, Box area)
{
    const Spot *spot = notes_spot(book, piece->span->footnote);
    if (spot)
        pdf_link(pdf, piece->tag, area, spot->page, spot->y, NULL,
                 arena_format(book->arena, "%s %d", phrase(book->document->lang, PHRASE_FOOTNOTE),
                              piece->span->footnote));
}

static void target_link(Pdf *pdf, const Book *book, const Piece *piece, Box area)
{
    const Spot *spot = book_spot(book, piece->target);
    if (spot)
        pdf_link(pdf, piece->tag, area, spot->page, spot->y, NULL,
                 phrase(book->document->lang, PHRASE_BACK));
}

static void piece_link(Pdf *pdf, const Book *book, const Piece *piece, Box area)
{
    const char *link = piece->span->link;
    const Spot *spot = *link == '#' ? book_anchor(book, link) : NULL;
    if (*link == '#' && !spot)
        return;
    const char *what = spot ? heading_text(book->arena, spot->node) : link;
    if (spot && !*what)
        what = spot->node->title ? spot->node->title : link + 1;
    pdf_link(
        pdf, piece->tag, area, spot ? spot->page : -1, spot ? spot->y : 0, link,
        spot ? arena_format(book->arena, "%s: %s", phrase(book->document->lang, PHRASE_GO_TO), what)
             : what);
}

static void piece_draw(Pdf *pdf, const Book *book, const Piece *piece, double x, double y,
                       bool artifact)
{
    const char *figure = piece->span ? piece->span->figure : NULL;
    x += piece->x;
    if (artifact)
        pdf_artifact(pdf, NULL, NULL);
    else
        pdf_begin(pdf, piece->tag);
    pdf_figure_begin(pdf, artifact ? NULL : figure);
    double width = pdf_text(pdf, x, y - piece->rise, &piece->style, piece->text);
    if (figure && !artifact)
        pdf_figure_end(pdf);
    (void)width;
    if (piece->hyphen)
        pdf_hyphen(pdf, x + piece->width, y, &piece->style);
    pdf_end(pdf);
    if (!artifact && piece->target)
        target_link(pdf, book, piece, (Box){x, y - 8, x + piece->width, y + 2});
    else if (!artifact && piece->span && piece->span->footnote > 0)
        note_link(pdf, book, piece, (Box){x, y - 8, x + piece->width, y});
    else if (!artifact && piece->span && piece->span->link)
        piece_link(
            pdf, book, piece,
            (Box){x, y - piece->style.size * 0.8, x + piece->width, y + piece->style.size * 0.25});
}

void slab_draw(Pdf *pdf, const Book *book, const Slab *slab, double y, bool artifact)
{
    for (int i = 0; i < slab->nitem; i++) {
        const Item *item = &slab->items[i];
        double x = PAGE_MARGIN + item->x, top = y + item->y;
        if (item->marks) {
            if (artifact || !item->tag) {
                pdf_artifact(pdf, "Layout", NULL);
            } else {
                item->tag->box = (Box){x, top, x + item->marks->width, top + item->marks->height};
                pdf_begin(pdf, item->tag);
            }
            pdf_marks(pdf, x, top, item->marks);
            pdf_end(pdf);
        }
        for (int k = 0; item->line && k < item->line->npiece; k++)
            piece_draw(pdf, book, &item->line->pieces[k], x, top, artifact);
    }
}

static void panels_draw(Pdf *pdf, const Page *page)
{
    for (int i = 0; i < page->count;) {
        const Panel *panel = page->list[i].slab->panel;
        int k = i;
        while (k + 1 < page->count && page->list[k + 1].slab->panel == panel)
            k++;
        if (panel) {
            double top = page->list[i].y;
            double bottom = page->list[k].y + page->list[k].slab->height;
            pdf_artifact(pdf, "Layout", NULL);
            pdf_rect(pdf, PAGE_MARGIN + panel->x, top, panel->width, bottom - top, panel->fill);
            pdf_rect(pdf, PAGE_MARGIN + panel->x, top, CALLOUT_BAR, bottom - top, panel->bar);
            pdf_end(pdf);
        }
        i = k + 1;
    }
}

static void margin_draw(Pdf *pdf, const Book *book, const Placed *placed, bool late)
{
    const Slab *margin = placed->repeated ? NULL : placed->slab->margin;
    if (margin && margin->late == late)
        slab_draw(pdf, book, margin,
                  placed->slab->wide ? placed->y - margin->height - MARGIN_GAP : placed->y, false);
}

void page_draw(Pdf *pdf, const Book *book, int index)
{
    const Page *page = &book->pages[index];
    panels_draw(pdf, page);
    for (int i = 0; i < page->count; i++) {
        const Placed *placed = &page->list[i];
        margin_draw(pdf, book, placed, false);
        slab_draw(pdf, book, placed->slab, placed->y, placed->repeated);
    }
    for (int i = 0; i < page->count; i++)
        margin_draw(pdf, book, &page->list[i], true);
    notes_draw(pdf, book, index);
}
