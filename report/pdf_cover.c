/* The cover, the ensemble of emblem and logos, and the head of a brief. Drawn at fixed places. */
#include "report/pdf_book.h"

#include "report/phrase.h"

#include <math.h>

#define FACT_X 64.0
#define LOGO_WIDTH 81.5

/* Lines of a text at x from y (top of the first line); returns the lower end. */
static double cover_text(Pdf *pdf, const Book *book, Tag *parent, const char *text, StyleUse use,
                         double x, double y, double width)
{
    if (!text || !*text)
        return y;
    const TextStyle *style = &TEXT_STYLE[use];
    Tag *tag = tag_new(book->arena, parent, "P");
    Lines lines = text_break_plain(&book->setter, tag, text, style, width, BREAK_PLAIN);
    for (int i = 0; i < lines.nline; i++) {
        pdf_begin(pdf, tag);
        for (int k = 0; k < lines.lines[i].npiece; k++)
            pdf_text(pdf, x + lines.lines[i].pieces[k].x, y + i * style->leading + line_base(style),
                     style, lines.lines[i].pieces[k].text);
        pdf_end(pdf);
    }
    return y + lines.nline * style->leading;
}

static void logo_frame(Pdf *pdf, const Book *book, double x, double y, double width, double height,
                       Phrase name)
{
    Lang lang = book->document->lang;
    Canvas canvas = canvas_open(book->arena, &book->measure, lang, width);
    canvas_rect(&canvas, 0, 0, width, height, paint_dash(COLOR_MARK, 0.75, 3, 2));
    canvas_text(&canvas, width / 2, height / 2 - 1, ANCHOR_MIDDLE, FACE_SANS, 7.5, COLOR_TEXT2,
                phrase(lang, name));
    canvas_text(&canvas, width / 2, height / 2 + 8, ANCHOR_MIDDLE, FACE_SANS, 7, COLOR_TEXT2,
                phrase(lang, PHRASE_LOGO_PLACE));
    pdf_artifact(pdf, NULL, NULL);
    pdf_marks(pdf, x, y, &canvas);
    pdf_end(pdf);
}

static void logo_draw(Pdf *pdf, const Book *book, Tag *parent, const char *path, double x, double y,
                      double height, Phrase name)
{
    if (path) {
        Tag *tag = tag_new(book->arena, parent, "Figure");
        tag->alt = phrase(book->document->lang, name);
        tag->boxed = true;
        tag->box = (Box){x, y, x + LOGO_WIDTH, y + height};
        pdf_begin(pdf, tag);
        bool good = pdf_image(pdf, path, x, y, LOGO_WIDTH, height);
        pdf_end(pdf);
        if (good)
            return;
    }
    logo_frame(pdf, book, x, y, LOGO_WIDTH, height, name);
}

static void emblem_draw(Pdf *pdf, const Book *book, Tag *parent, double y, double height)
{
    Lang lang = book->document->lang;
    Tag *figure = tag_new(book->arena, parent, "Figure");
    figure->alt = phrase(lang, PHRASE_EU_ALT);
    figure->boxed = true;
    figure->box = (Box){PAGE_MARGIN, y, PAGE_MARGIN + 1.5 * height, y + height};
    Canvas canvas = canvas_open(book->arena, &book->measure, lang, 1.5 * height);
    canvas_emblem(&canvas, 0, 0, height);
    pdf_begin(pdf, figure);
    pdf_marks(pdf, PAGE_MARGIN, y, &canvas);
    pdf_end(pdf);
    TextStyle style = {FACE_EMBLEM, 0.3 * height, 0, COLOR_EU_BLUE, 0};
    Tag *tag = tag_new(book->arena, parent, "P");
    double x = PAGE_MARGIN + 1.5 * height + 8;
    pdf_begin(pdf, tag);
    pdf_text(pdf, x, y + 0.42 * height, &style,
             arena_format(book->arena, "%s ", phrase(lang, PHRASE_EU_1)));
    pdf_text(pdf, x, y + 0.82 * height, &style, phrase(lang, PHRASE_EU_2));
    pdf_end(pdf);
}

void ensemble_draw(Pdf *pdf, const Book *book, Tag *tag, double y, double height)
{
    const Document *document = book->document;
    double right = PAGE_MARGIN + CONTENT_WIDTH;
    pdf_artifact(pdf, NULL, NULL);
    pdf_rule(pdf, PAGE_MARGIN, y - 16, CONTENT_WIDTH, 0.5, COLOR_RULE);
    pdf_end(pdf);
    Tag *eu = NULL;
    if (document->logo_eu) {
        eu = tag_new(book->arena, tag, "Figure");
        eu->alt = arena_format(book->arena, "%s %s", phrase(document->lang, PHRASE_EU_1),
                               phrase(document->lang, PHRASE_EU_2));
        eu->boxed = true;
        eu->box = (Box){PAGE_MARGIN, y, PAGE_MARGIN + 4.5 * height, y + height};
        pdf_begin(pdf, eu);
        bool good = pdf_image(pdf, document->logo_eu, PAGE_MARGIN, y, 4.5 * height, height);
        pdf_end(pdf);
        if (!good)
            eu = NULL;
    }
    if (!eu)
        emblem_draw(pdf, book, tag, y, height);
    logo_draw(pdf, book, tag, document->logo_nap, right - 2 * LOGO_WIDTH - 11.5, y, height,
              PHRASE_LOGO_NAP);
    logo_draw(pdf, book, tag, document->logo_own, right - LOGO_WIDTH, y, height, PHRASE_LOGO_OWN);
}

/* Where values stand: right of the widest label. */
static double facts_x(const Book *book)
{
    const TextStyle *style = &TEXT_STYLE[STYLE_FACT];
    double x = FACT_X;
    for (int i = 0; i < book->document->nfact; i++)
        x = fmax(x, 12 + fonts_width(book->fonts, style->face, style->size,
                                     book->document->facts[i].label));
    return fmin(x, CONTENT_WIDTH / 3);
}

static double facts_height(const Book *book)
{
    double height = 12, width = CONTENT_WIDTH - facts_x(book);
    for (int i = 0; i < book->document->nfact; i++) {
        Lines lines = text_break_plain(&book->setter, NULL, book->document->facts[i].value,
                                       &TEXT_STYLE[STYLE_FACT], width, BREAK_PLAIN);
        height += fmax(1, lines.nline) * 12 + 3;
    }
    return height;
}

static void facts_draw(Pdf *pdf, const Book *book, Tag *tag, double y)
{
    pdf_artifact(pdf, NULL, NULL);
    pdf_rule(pdf, PAGE_MARGIN, y, CONTENT_WIDTH, 0.75, COLOR_INK);
    pdf_end(pdf);
    y += 8;
    double x = facts_x(book);
    for (int i = 0; i < book->document->nfact; i++) {
        const Fact *fact = &book->document->facts[i];
        TextStyle grey = TEXT_STYLE[STYLE_FACT];
        grey.color = COLOR_TEXT2;
        Tag *label = tag_new(book->arena, tag, "P");
        pdf_begin(pdf, label);
        pdf_text(pdf, PAGE_MARGIN, y + line_base(&grey), &grey, fact->label);
        pdf_end(pdf);
        y = 3 + fmax(y + 12, cover_text(pdf, book, tag, fact->value, STYLE_FACT, PAGE_MARGIN + x, y,
                                        CONTENT_WIDTH - x));
    }
}

static void map_draw(Pdf *pdf, const Book *book, Tag *tag, double top, double bottom)
{
    enum { COLUMNS = 11, ROWS = 6 };
    double width = fmin(CONTENT_WIDTH, (bottom - top - 16) * COLUMNS / ROWS);
    if (width < 150)
        return;
    Canvas canvas = canvas_open(book->arena, &book->measure, book->document->lang, width);
    chart_cover_map(&canvas);
    Tag *figure = tag_new(book->arena, tag, "Figure");
    figure->alt = phrase(book->document->lang, PHRASE_COVER_MAP_ALT);
    figure->boxed = true;
    figure->box = (Box){PAGE_MARGIN, top, PAGE_MARGIN + width, top + canvas.height};
    pdf_begin(pdf, figure);
    pdf_marks(pdf, PAGE_MARGIN, top, &canvas);
    pdf_end(pdf);
    cover_text(pdf, book, tag, phrase(book->document->lang, PHRASE_COVER_MAP), STYLE_FIGURE_NOTE,
               PAGE_MARGIN, top + canvas.height + 5, CONTENT_WIDTH);
}

static void cover_marks(Pdf *pdf, const Book *book, Tag *tag)
{
    const Document *document = book->document;
    double right = PAGE_MARGIN + CONTENT_WIDTH, y = 45;
    const Phrase words[] = {PHRASE_DRAFT, PHRASE_AUTHORITY};
    const bool wanted[] = {document->draft, document->authority};
    for (int i = 0; i < 2; i++) {
        if (!wanted[i])
            continue;
        TextStyle style = TEXT_STYLE[STYLE_STAMP];
        style.size = 9;
        const char *text = phrase(document->lang, words[i]);
        double width = fonts_width(book->fonts, style.face, style.size, text) + 24;
        Canvas box = canvas_open(book->arena, &book->measure, document->lang, width);
        canvas_rect(&box, 0, 0, width, 17, paint_line(COLOR_INK, 0.9));
        pdf_artifact(pdf, NULL, NULL);
        pdf_marks(pdf, right - width, y, &box);
        pdf_end(pdf);
        pdf_begin(pdf, tag_new(book->arena, tag, "P"));
        pdf_text(pdf, right - width + 10, y + 11.8, &style, text);
        pdf_end(pdf);
        y += 22;
    }
    if (document->date == DATE_NONE)
        return;
    const TextStyle *style = &TEXT_STYLE[STYLE_HEADER];
    const char *date = lang_date(book->arena, document->lang, document->date);
    pdf_begin(pdf, tag_new(book->arena, tag, "P"));
    pdf_text(pdf, right - fonts_width(book->fonts, style->face, style->size, date), y + 12, style,
             date);
    pdf_end(pdf);
}

void cover_draw(Pdf *pdf, const Book *book, Tag *tag)
{
    const Document *document = book->document;
    double width = 350;
    double y = cover_text(pdf, book, tag, document->owner, STYLE_OWNER, PAGE_MARGIN, 47, 330);
    cover_marks(pdf, book, tag);
    y = cover_text(pdf, book, tag, document->kind, STYLE_KIND, PAGE_MARGIN, 112, CONTENT_WIDTH);
    Lines title = text_break_plain(&book->setter, NULL, document->title,
                                   &TEXT_STYLE[STYLE_COVER_TITLE], width, BREAK_PLAIN);
    if (title.nline > 2 || title.width > width)
        width = CONTENT_WIDTH;
    y = cover_text(pdf, book, tag, document->title, STYLE_COVER_TITLE, PAGE_MARGIN, y + 6, width);
    y = cover_text(pdf, book, tag, document->subtitle, STYLE_COVER_SUBTITLE, PAGE_MARGIN, y + 14,
                   420);
    double facts = ENSEMBLE_Y - 40 - facts_height(book);
    map_draw(pdf, book, tag, fmax(y + 26, 300), facts - 14);
    if (document->nfact > 0)
        facts_draw(pdf, book, tag, facts);
    ensemble_draw(pdf, book, tag, ENSEMBLE_Y, ENSEMBLE_HEIGHT);
}

void brief_flow(Layout *layout, const Book *book)
{
    const Document *document = book->document;
    const struct {
        const char *text, *type;
        StyleUse use;
        double width, before;
    } parts[] = {
        {document->title, "H1", STYLE_BRIEF_HEAD, CONTENT_WIDTH, 14},
        {document->subtitle, "P", STYLE_LEAD, LEAD_WIDTH, 9},
    };
    for (int i = 0; i < COUNT(parts); i++) {
        Tag *tag = tag_new(book->arena, layout->tag, parts[i].type);
        Lines *lines = arena_new(book->arena, Lines, 1);
        *lines = text_break_plain(layout->setter, tag, parts[i].text, &TEXT_STYLE[parts[i].use],
                                  parts[i].width, BREAK_PLAIN);
        flow_text(layout, lines, &TEXT_STYLE[parts[i].use], 0, parts[i].before, i == 0);
    }
}
