/* What stands around a table: title lines above, notes below, print set-up; and the styles and
 * number formats that all sheets share. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <string.h>

uint32_t xlsx_color(Color color)
{
    return (uint32_t)color.red << 16 | (uint32_t)color.green << 8 | color.blue;
}

const CellStyle *xlsx_style(Xlsx *xlsx, CellLook look)
{
    return book_style(xlsx->book, &look);
}

const CellStyle *xlsx_note_style(Xlsx *xlsx, bool wrap)
{
    return xlsx_style(xlsx, (CellLook){.size_pt = XLSX_NOTE_PT,
                                       .color = xlsx_color(COLOR_TEXT2),
                                       .wrap = wrap,
                                       .valign = VALIGN_TOP});
}

const char *xlsx_phrase(const Xlsx *xlsx, Phrase which)
{
    return phrase(xlsx->lang, which);
}

static const char *decimals_format(Arena *arena, const char *whole, int decimals, const char *tail)
{
    static const char ZEROS[] = "000000000000000";
    if (decimals <= 0)
        return arena_format(arena, "%s%s", whole, tail);
    return arena_format(arena, "%s.%.*s%s", whole, decimals, ZEROS, tail);
}

const char *xlsx_number(Arena *arena, Lang lang, Format format)
{
    switch (format.kind) {
    case FORMAT_NUMBER:
        return decimals_format(arena, "#,##0", format.decimals, "");
    case FORMAT_SHARE:
        return decimals_format(arena, "0", format.decimals, lang == LANG_LV ? " %" : "%");
    case FORMAT_EUR:
        return lang == LANG_LV ? decimals_format(arena, "#,##0", format.decimals, " €")
                               : decimals_format(arena, "€#,##0", format.decimals, "");
    case FORMAT_DATE:
        return lang == LANG_LV ? "dd.mm.yyyy." : "d mmm yyyy";
    case FORMAT_P:
        return lang == LANG_LV ? "[<0.001]\"< 0,001\";0.000" : "[<0.001]\"< 0.001\";0.000";
    default:
        return "@";
    }
}

const char *xlsx_stamp(const Xlsx *xlsx)
{
    const Document *document = xlsx->document;
    if (document->made_up && document->authority)
        return arena_format(xlsx->arena, "%s · %s", xlsx_phrase(xlsx, PHRASE_BOOK_STAMP),
                            xlsx_phrase(xlsx, PHRASE_BOOK_STAMP_AUTHORITY));
    if (document->made_up)
        return xlsx_phrase(xlsx, PHRASE_BOOK_STAMP);
    return document->authority ? xlsx_phrase(xlsx, PHRASE_BOOK_STAMP_AUTHORITY) : NULL;
}

int xlsx_paragraph(Sheet *sheet, int row, int last, double width, const char *text,
                   const CellStyle *style, double leading_pt)
{
    double size = leading_pt / 1.3;
    double height = text_height_pt(text, size, false, width, leading_pt) + 4;
    sheet_merge(sheet, row, 0, row, last, text, style);
    sheet_height(sheet, row, height < 400 ? height : 400);
    return row + 1;
}

void xlsx_head(Xlsx *xlsx, Sheet *sheet, const char *title, const char *unit, double width,
               int ncolumn)
{
    const double title_pt = 15;
    CellLook look = {.bold = true, .size_pt = title_pt, .color = xlsx_color(COLOR_INK)};
    sheet_measure(sheet, false);
    if (text_width_characters(title ? title : "", title_pt, true) > width) {
        look.wrap = true;
        sheet_merge(sheet, XLSX_TITLE_ROW, 0, XLSX_TITLE_ROW, ncolumn, title,
                    xlsx_style(xlsx, look));
        sheet_height(sheet, XLSX_TITLE_ROW, 4 + text_height_pt(title, title_pt, true, width, 20));
    } else {
        sheet_text(sheet, XLSX_TITLE_ROW, 0, title, xlsx_style(xlsx, look));
        sheet_height(sheet, XLSX_TITLE_ROW, 24);
    }
    CellLook second = {.color = xlsx_color(COLOR_TEXT2)};
    sheet_text(sheet, XLSX_UNIT_ROW, 0, unit, xlsx_style(xlsx, second));
    const char *stamp = xlsx_stamp(xlsx);
    if (stamp) {
        CellLook band = {
            .bold = true, .color = xlsx_color(COLOR_INK), .fill = xlsx_color(COLOR_STAMP)};
        sheet_text(sheet, XLSX_STAMP_ROW, 0, stamp, xlsx_style(xlsx, band));
        for (int column = 1; column <= ncolumn; column++)
            sheet_blank(sheet, XLSX_STAMP_ROW, column, xlsx_style(xlsx, band));
    }
    sheet_height(sheet, XLSX_STAMP_ROW + 1, 9);
    sheet_measure(sheet, true);
}

/* Excel's codes begin with &; a literal one is doubled. */
static const char *footer_text(Arena *arena, const char *text)
{
    Buffer buffer = buffer_open(arena);
    for (const char *at = text ? text : ""; *at; at++) {
        buffer_add(&buffer, at, 1);
        if (*at == '&')
            buffer_add(&buffer, at, 1);
    }
    return buffer_end(&buffer);
}

static const char *footer_of(Xlsx *xlsx)
{
    const char *stamp = xlsx_stamp(xlsx);
    return arena_format(xlsx->arena, "&L&8&A&C&8%s&R&8&P / &N",
                        stamp ? footer_text(xlsx->arena, stamp) : "");
}

void xlsx_print(Xlsx *xlsx, Sheet *sheet, int head_row, int last_row, int last_column, bool whole)
{
    sheet_print(sheet, &(SheetPrint){.pages_wide = 1,
                                     .pages_high = whole,
                                     .first_row = head_row,
                                     .last_row = head_row,
                                     .last_used_row = last_row,
                                     .last_used_column = last_column,
                                     .footer = footer_of(xlsx)});
}

/* Excel heeds no breaks where it fits a sheet to pages, so the scale is reckoned here: a page of A4
 * across has room for 765 × 435 points below the head, a character is 5,25 wide. */
void xlsx_print_charts(Xlsx *xlsx, Sheet *sheet, int last_row, int last_column, double width,
                       int chart_row, int chart_rows)
{
    enum { MOST_BREAKS = 20 };
    int breaks[MOST_BREAKS], nbreak = 0;
    double wide = 765 * 0.97 / (width * 5.25), high = 435 / (chart_rows * XLSX_ROW_PT);
    double scale = fmin(1, fmin(wide, high));
    int room = (int)(435 / scale / XLSX_ROW_PT) / chart_rows * chart_rows;
    for (int row = chart_row; row < last_row && nbreak < MOST_BREAKS; row += room)
        breaks[nbreak++] = row;
    sheet_print(sheet, &(SheetPrint){.scale = (int)fmax(10, scale * 100),
                                     .breaks = breaks,
                                     .nbreak = nbreak,
                                     .first_row = XLSX_HEAD_ROW,
                                     .last_row = XLSX_HEAD_ROW,
                                     .last_used_row = last_row,
                                     .last_used_column = last_column,
                                     .footer = footer_of(xlsx)});
}

/* --- notes under a table --- */

static bool has_state(const Table *table, CellState state)
{
    for (int row = 0; row < table->nrow; row++)
        for (int column = 0; column < table->ncolumn; column++)
            if (table->columns[column].shown && table->rows[row].cells[column].state == state)
                return true;
    return false;
}

/* Marks that stand in the table, unless its own note explains them. */
static const char *marks_line(Xlsx *xlsx, const XlsxEntry *entry)
{
    const Table *table = entry->node->table;
    static const struct {
        CellState state;
        Phrase phrase;
    } MARKS[] = {{CELL_HIDDEN, PHRASE_BOOK_HIDDEN_NOTE},
                 {CELL_NOT_APPLICABLE, PHRASE_BOOK_NOT_APPLICABLE_NOTE},
                 {CELL_NOT_DELIVERED, PHRASE_BOOK_NOT_DELIVERED_NOTE}};
    const char *note = entry->node->note ? entry->node->note : "";
    Buffer buffer = buffer_open(xlsx->arena);
    for (int i = 0; i < COUNT(MARKS); i++)
        if (has_state(table, MARKS[i].state) &&
            !strstr(note, format_mark(xlsx->lang, MARKS[i].state))) {
            buffer_text(&buffer, buffer.length > 0 ? " " : "");
            buffer_text(&buffer, xlsx_phrase(xlsx, MARKS[i].phrase));
        }
    return buffer_end(&buffer);
}

/* The table's range by a stable name: t_ and the block's anchor. */
static const char *name_range(Xlsx *xlsx, const XlsxEntry *entry, const XlsxTable *layout)
{
    const char *id = entry->node->anchor ? entry->node->anchor : entry->node->block;
    if (!id || layout->last_row < XLSX_FIRST_ROW)
        return NULL;
    char *name = book_name_text(xlsx->arena, arena_format(xlsx->arena, "t_%s", id));
    int last = layout->below >= 0 ? layout->below : layout->ncolumn - 1;
    CellRange range = {XLSX_HEAD_ROW, 0, layout->last_row, last};
    return book_name(xlsx->book, name, entry->sheet, range) ? name : NULL;
}

int xlsx_table_notes(Xlsx *xlsx, const XlsxEntry *entry, const XlsxTable *layout)
{
    const CellStyle *style = xlsx_note_style(xlsx, true);
    const char *name = name_range(xlsx, entry, layout);
    const char *lines[] = {
        entry->node->note, marks_line(xlsx, entry),
        xlsx->document->made_up && !entry->node->note ? xlsx_phrase(xlsx, PHRASE_MADE_UP_NOTE)
                                                      : NULL,
        name ? arena_format(xlsx->arena, "%s%s", xlsx_phrase(xlsx, PHRASE_BOOK_RANGE), name)
             : NULL};
    int row = layout->last_row + 2, last = xlsx_span(layout, 110);
    double width = layout->total_width > 110 ? layout->total_width : 110;
    sheet_measure(entry->sheet, false);
    for (int i = 0; i < COUNT(lines); i++)
        if (lines[i] && *lines[i])
            row = xlsx_paragraph(entry->sheet, row, last, width, lines[i], style, 11.5);
    sheet_measure(entry->sheet, true);
    return row;
}
