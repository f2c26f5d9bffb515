/* Sheets of prose: the cover, the summary (headings and what was found under them), and methods
 * with how to read the workbook. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <string.h>
#include <unistd.h>

enum { PROSE_WIDTH_CHARACTERS = 110 };

static void open_prose(Sheet *sheet, double first, double second)
{
    sheet_hide_gridlines(sheet);
    sheet_default_height(sheet, XLSX_ROW_PT);
    sheet_width(sheet, 0, first);
    sheet_width(sheet, 1, second);
    sheet_measure(sheet, false);
}

/* A text in one cell, the row as high as it needs. */
static int put(Xlsx *xlsx, Sheet *sheet, int row, int column, const char *text, CellLook look,
               double width, double leading_pt)
{
    double size = look.size_pt > 0 ? look.size_pt : XLSX_SIZE_PT;
    look.wrap = true;
    look.valign = VALIGN_TOP;
    sheet_text(sheet, row, column, text, xlsx_style(xlsx, look));
    double height = 5 + text_height_pt(text ? text : "", size, look.bold, width, leading_pt);
    sheet_height(sheet, row, height < 400 ? height : 400);
    return row + 1;
}

/* --- cover --- */

static int cover_logos(Xlsx *xlsx, Sheet *sheet, int row)
{
    const struct {
        const char *path;
        Phrase alt;
    } LOGOS[] = {{xlsx->document->logo_eu, PHRASE_EU_ALT},
                 {xlsx->document->logo_nap, PHRASE_LOGO_NAP},
                 {xlsx->document->logo_own, PHRASE_LOGO_OWN}};
    for (int i = 0; i < COUNT(LOGOS); i++)
        if (LOGOS[i].path && access(LOGOS[i].path, R_OK) == 0) {
            sheet_image(sheet, row, 1, LOGOS[i].path, 42.5, xlsx_phrase(xlsx, LOGOS[i].alt));
            sheet_height(sheet, row, 54);
            row++;
        }
    if (xlsx->document->logo_eu)
        return row;
    const char *words = arena_format(xlsx->arena, "%s %s", xlsx_phrase(xlsx, PHRASE_EU_1),
                                     xlsx_phrase(xlsx, PHRASE_EU_2));
    return put(xlsx, sheet, row, 1, words,
               (CellLook){.bold = true, .size_pt = 11, .color = xlsx_color(COLOR_EU_BLUE)},
               PROSE_WIDTH_CHARACTERS, 15);
}

static int cover_stamp(Xlsx *xlsx, Sheet *sheet, int row)
{
    const char *stamp = xlsx_stamp(xlsx);
    if (!stamp)
        return row;
    CellLook band = {.bold = true, .color = xlsx_color(COLOR_INK), .fill = xlsx_color(COLOR_STAMP)};
    return put(xlsx, sheet, row, 1, stamp, band, PROSE_WIDTH_CHARACTERS, 15) + 1;
}

static int cover_facts(Xlsx *xlsx, Sheet *sheet, int row)
{
    const Document *document = xlsx->document;
    CellLook label = {.color = xlsx_color(COLOR_TEXT2),
                      .valign = VALIGN_TOP,
                      .bottom = {LINE_THIN, xlsx_color(COLOR_HAIR)}};
    CellLook value = {.color = xlsx_color(COLOR_INK),
                      .bottom = {LINE_THIN, xlsx_color(COLOR_HAIR)}};
    for (int i = 0; i < document->nfact; i++) {
        sheet_text(sheet, row, 0, document->facts[i].label, xlsx_style(xlsx, label));
        row = put(xlsx, sheet, row, 1, document->facts[i].value, value, PROSE_WIDTH_CHARACTERS,
                  XLSX_LINE_PT);
    }
    return row;
}

void xlsx_cover(Xlsx *xlsx, Sheet *sheet)
{
    const Document *document = xlsx->document;
    const double width = PROSE_WIDTH_CHARACTERS;
    open_prose(sheet, 30, width);
    CellLook owner = {.bold = true, .size_pt = 11, .color = xlsx_color(COLOR_INK)};
    CellLook kind = {.bold = true, .color = xlsx_color(COLOR_ACCENT)};
    CellLook title = {.bold = true, .size_pt = 24, .color = xlsx_color(COLOR_INK)};
    CellLook subtitle = {.size_pt = 13, .color = xlsx_color(COLOR_INK)};
    int row = cover_stamp(xlsx, sheet, 1);
    row = put(xlsx, sheet, row, 1, document->owner, owner, width, 15);
    row = put(xlsx, sheet, row, 1, document->kind, kind, width, 14);
    row = put(xlsx, sheet, row + 1, 1, document->title, title, width, 30);
    row = put(xlsx, sheet, row, 1, document->subtitle, subtitle, width, 18);
    row = cover_facts(xlsx, sheet, row + 1);
    row = cover_logos(xlsx, sheet, row + 1);
    sheet_activate(sheet);
    xlsx_print(xlsx, sheet, -1, row, 1, true);
}

/* --- prose from the document --- */

static const char *spans_join(Arena *arena, const Node *node)
{
    Buffer buffer = buffer_open(arena);
    for (int i = 0; i < node->nspan; i++) {
        const Span *span = &node->spans[i];
        if (!span->page_of && span->footnote == 0)
            buffer_text(&buffer, span->text ? span->text : "");
    }
    return buffer_end(&buffer);
}

typedef struct {
    Xlsx *xlsx;
    Sheet *sheet;
    int row;
    bool all;            /* paragraphs too, not only headings and leads */
    const Node *waiting; /* a heading that is set when something follows it */
} Prose;

static void put_heading(Prose *prose, const char *text, int level)
{
    CellLook look = {.bold = true,
                     .size_pt = level == 1 ? 13 : 11,
                     .color = level == 1 ? xlsx_color(COLOR_ACCENT) : xlsx_color(COLOR_INK)};
    prose->row = put(prose->xlsx, prose->sheet, prose->row + (level == 1), 0, text, look,
                     PROSE_WIDTH_CHARACTERS, level == 1 ? 18 : 15);
}

static void put_waiting(Prose *prose)
{
    const Node *heading = prose->waiting;
    prose->waiting = NULL;
    if (heading)
        put_heading(prose, spans_join(prose->xlsx->arena, heading), heading->level);
}

static void put_body(Prose *prose, const char *text, int indent)
{
    put_waiting(prose);
    CellLook look = {.color = xlsx_color(COLOR_INK), .indent = indent};
    if (*text)
        prose->row = put(prose->xlsx, prose->sheet, prose->row, 0, text, look,
                         PROSE_WIDTH_CHARACTERS - 2 * indent, XLSX_LINE_PT);
}

static void put_node(Prose *prose, const Node *node, int depth);

/* All of a callout, also where only headings are wanted. */
static void put_children(Prose *prose, const Node *node, int depth)
{
    bool all = prose->all;
    prose->all = true;
    for (const Node *child = node->first; child; child = child->next)
        put_node(prose, child, depth);
    prose->all = all;
}

static void put_node(Prose *prose, const Node *node, int depth)
{
    const char *text = spans_join(prose->xlsx->arena, node);
    switch (node->kind) {
    case NODE_HEADING:
        prose->waiting = node;
        break;
    case NODE_LEAD:
        put_body(prose, text, 0);
        break;
    case NODE_PARAGRAPH:
    case NODE_QUOTE:
        if (prose->all)
            put_body(prose, text, depth);
        break;
    case NODE_CALLOUT:
        put_waiting(prose);
        if (node->title)
            put_heading(prose, node->title, 2);
        put_children(prose, node, depth);
        break;
    case NODE_LIST:
    case NODE_ITEM:
        for (const Node *child = node->first; prose->all && child; child = child->next)
            put_node(prose, child, depth + (node->kind == NODE_LIST));
        break;
    default:
        break;
    }
}

static bool names(const Node *node, const char *const *words, int nword)
{
    for (int i = 0; i < nword; i++)
        if (node->anchor && strstr(node->anchor, words[i]))
            return true;
    return false;
}

void xlsx_summary(Xlsx *xlsx, Sheet *sheet)
{
    static const char *const MAIN[] = {"kopsavilkum", "secinajum", "summary", "findings"};
    open_prose(sheet, PROSE_WIDTH_CHARACTERS, 4);
    xlsx_head(xlsx, sheet, xlsx_phrase(xlsx, PHRASE_BOOK_SUMMARY), xlsx->document->title,
              PROSE_WIDTH_CHARACTERS, 0);
    sheet_measure(sheet, false);
    Prose prose = {xlsx, sheet, XLSX_HEAD_ROW, false, NULL};
    for (const Node *node = xlsx->document->first; node; node = node->next) {
        if (node->kind == NODE_HEADING && node->level == 1)
            prose.all = names(node, MAIN, COUNT(MAIN));
        put_node(&prose, node, 0);
    }
    xlsx_print(xlsx, sheet, -1, prose.row, 0, false);
}

static void put_how(Prose *prose)
{
    static const Phrase HOW[] = {PHRASE_BOOK_HOW_SHEETS, PHRASE_BOOK_HOW_FORMULAS,
                                 PHRASE_BOOK_HOW_NAMES, PHRASE_BOOK_HOW_ROUNDING};
    static const Phrase MARKS[] = {PHRASE_BOOK_HIDDEN_NOTE, PHRASE_BOOK_NOT_APPLICABLE_NOTE,
                                   PHRASE_BOOK_NOT_DELIVERED_NOTE, PHRASE_BOOK_ZERO_NOTE};
    put_heading(prose, xlsx_phrase(prose->xlsx, PHRASE_BOOK_HOW), 1);
    for (int i = 0; i < COUNT(HOW); i++)
        put_body(prose, xlsx_phrase(prose->xlsx, HOW[i]), 0);
    put_heading(prose, xlsx_phrase(prose->xlsx, PHRASE_BOOK_MARKS), 1);
    for (int i = 0; i < COUNT(MARKS); i++)
        put_body(prose, xlsx_phrase(prose->xlsx, MARKS[i]), 0);
}

void xlsx_methods(Xlsx *xlsx, Sheet *sheet)
{
    static const char *const METHODS[] = {"metod", "method"};
    bool inside = false;
    open_prose(sheet, PROSE_WIDTH_CHARACTERS, 4);
    xlsx_head(xlsx, sheet, xlsx_phrase(xlsx, PHRASE_BOOK_METHODS), xlsx->document->title,
              PROSE_WIDTH_CHARACTERS, 0);
    sheet_measure(sheet, false);
    Prose prose = {xlsx, sheet, XLSX_HEAD_ROW, true, NULL};
    put_how(&prose);
    for (const Node *node = xlsx->document->first; node; node = node->next) {
        if (node->kind == NODE_HEADING && (node->level == 1 || !inside))
            inside = names(node, METHODS, COUNT(METHODS));
        if (inside)
            put_node(&prose, node, 0);
    }
    xlsx_print(xlsx, sheet, -1, prose.row, 0, false);
}
