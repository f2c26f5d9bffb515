/* Sheets: cells, their widths, and the shape of the sheet (heights, panes, print). */
#include "core/workbook_private.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

/* A scratch text is dropped after the call; the library keeps its own copies. */
#define ROW(row) ((lxw_row_t)(row))
#define COL(column) ((lxw_col_t)(column))

static bool is_open(const Sheet *sheet)
{
    return sheet->lxw && !sheet->book->failed;
}

static const CellStyle *style_or_plain(const Sheet *sheet, const CellStyle *style)
{
    return style ? style : sheet->book->plain;
}

/* The width noted for a column, made when first asked for. */
static ColumnWidth *noted_width(Sheet *sheet, int column)
{
    while (sheet->nwidth <= column) {
        sheet->width = arena_room(sheet->book->arena, sheet->width, sizeof *sheet->width,
                                  sheet->nwidth, &sheet->width_capacity);
        sheet->width[sheet->nwidth++] = (ColumnWidth){0};
    }
    return &sheet->width[column];
}

static void note_width(Sheet *sheet, int column, double characters)
{
    if (column >= 0 && column < LXW_COL_MAX) {
        ColumnWidth *noted = noted_width(sheet, column);
        noted->width = fmax(noted->width, characters);
    }
}

static double style_size(const Sheet *sheet, const CellStyle *style)
{
    return style->look.size_pt > 0 ? style->look.size_pt : sheet->book->size_pt;
}

static void note_text(Sheet *sheet, int column, const char *text, const CellStyle *style)
{
    if (!sheet->measure || style->look.wrap)
        return;
    double width = text_width_characters(text, style_size(sheet, style), style->look.bold);
    note_width(sheet, column, width + 1.3 * style->look.indent);
}

static void note_number(Sheet *sheet, int column, double value, const CellStyle *style)
{
    if (!sheet->measure || column < 0 || column >= LXW_COL_MAX)
        return;
    ColumnWidth *noted = noted_width(sheet, column);
    /* a minus is no wider than a digit; without a format the number of digits is anyone's guess */
    double size = style->look.number ? (value < 0 ? -10 * value : value) : INFINITY;
    if (noted->style == style && size <= noted->greatest && size < INFINITY)
        return;
    noted->style = style;
    noted->greatest = size;
    note_width(sheet, column,
               number_width_characters(size < INFINITY ? size : value, style->look.number,
                                       style_size(sheet, style), style->look.bold));
}

void sheet_blank(Sheet *sheet, int row, int column, const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    style = style_or_plain(sheet, style);
    book_check(sheet->book,
               worksheet_write_blank(sheet->lxw, ROW(row), COL(column), style->format));
}

void sheet_text(Sheet *sheet, int row, int column, const char *text, const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    if (!text || !*text) {
        sheet_blank(sheet, row, column, style);
        return;
    }
    style = style_or_plain(sheet, style);
    ArenaMark mark = arena_mark(sheet->book->arena);
    const char *clean = text_for_cell(sheet->book->arena, text);
    book_check(sheet->book,
               worksheet_write_string(sheet->lxw, ROW(row), COL(column), clean, style->format));
    arena_release(sheet->book->arena, mark);
    note_text(sheet, column, text, style);
}

void sheet_number(Sheet *sheet, int row, int column, double value, const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    if (isnan(value)) {
        sheet_blank(sheet, row, column, style);
        return;
    }
    if (isinf(value)) {
        sheet_text(sheet, row, column, value > 0 ? "∞" : "−∞", style);
        return;
    }
    style = style_or_plain(sheet, style);
    book_check(sheet->book,
               worksheet_write_number(sheet->lxw, ROW(row), COL(column), value, style->format));
    note_number(sheet, column, value, style);
}

/* Excel's day 1 is 1900-01-01, but its February 1900 has 29 days: from March 1900 the count is
 * right, dates before it are written as text. */
enum { EXCEL_EPOCH = 25569, EXCEL_MARCH_1900 = 61 };

void sheet_date(Sheet *sheet, int row, int column, Date date, const CellStyle *style)
{
    if (date == DATE_NONE)
        sheet_blank(sheet, row, column, style);
    else if (date + EXCEL_EPOCH < EXCEL_MARCH_1900)
        sheet_text(sheet, row, column, date_iso(sheet->book->arena, date), style);
    else
        sheet_number(sheet, row, column, date + EXCEL_EPOCH, style);
}

void sheet_formula(Sheet *sheet, int row, int column, const char *formula, double value,
                   const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    if (!isfinite(value)) {
        sheet_number(sheet, row, column, value, style);
        return;
    }
    style = style_or_plain(sheet, style);
    book_check(sheet->book, worksheet_write_formula_num(sheet->lxw, ROW(row), COL(column), formula,
                                                        style->format, value));
    note_number(sheet, column, value, style);
}

void sheet_formula_text(Sheet *sheet, int row, int column, const char *formula, const char *value,
                        const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    style = style_or_plain(sheet, style);
    const char *clean = text_for_cell(sheet->book->arena, value ? value : "");
    book_check(sheet->book, worksheet_write_formula_str(sheet->lxw, ROW(row), COL(column), formula,
                                                        style->format, clean));
    note_text(sheet, column, clean, style);
}

void sheet_url(Sheet *sheet, int row, int column, const char *url, const char *text,
               const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    style = style_or_plain(sheet, style);
    const char *shown = text_for_cell(sheet->book->arena, text ? text : url);
    lxw_error error =
        worksheet_write_url_opt(sheet->lxw, ROW(row), COL(column), url, style->format, shown, NULL);
    book_check(sheet->book, error);
    note_text(sheet, column, shown, style);
}

void sheet_link(Sheet *sheet, int row, int column, const Sheet *target, const char *text,
                const CellStyle *style)
{
    Arena *arena = sheet->book->arena;
    char *address = range_address(arena, target, (CellRange){0, 0, 0, 0});
    sheet_url(sheet, row, column, arena_format(arena, "internal:%s", address), text, style);
}

void sheet_comment(Sheet *sheet, int row, int column, const char *text, const char *author)
{
    if (!is_open(sheet) || !text || !*text)
        return;
    Arena *arena = sheet->book->arena;
    double height = text_height_pt(text, 9, false, 36, 13) + 12;
    lxw_comment_options options = {
        .author = arena_text(arena, author ? author : ""),
        .font_name = (char *)(size_t)sheet->book->font,
        .font_size = 9,
        .width = 270,
        .height = (uint16_t)fmin(400, height * 96 / 72),
    };
    book_check(sheet->book, worksheet_write_comment_opt(sheet->lxw, ROW(row), COL(column),
                                                        text_for_cell(arena, text), &options));
}

void sheet_merge(Sheet *sheet, int first_row, int first_column, int last_row, int last_column,
                 const char *text, const CellStyle *style)
{
    if (!is_open(sheet))
        return;
    if (first_row == last_row && first_column == last_column) {
        sheet_text(sheet, first_row, first_column, text, style);
        return;
    }
    style = style_or_plain(sheet, style);
    const char *clean = text_for_cell(sheet->book->arena, text ? text : "");
    book_check(sheet->book,
               worksheet_merge_range(sheet->lxw, ROW(first_row), COL(first_column), ROW(last_row),
                                     COL(last_column), clean, style->format));
}

/* --- shape --- */

void sheet_height(Sheet *sheet, int row, double height_pt)
{
    if (is_open(sheet))
        book_check(sheet->book, worksheet_set_row(sheet->lxw, ROW(row), height_pt, NULL));
}

void sheet_default_height(Sheet *sheet, double height_pt)
{
    if (is_open(sheet))
        worksheet_set_default_row(sheet->lxw, height_pt, LXW_FALSE);
}

void sheet_width(Sheet *sheet, int column, double characters)
{
    if (is_open(sheet))
        book_check(sheet->book, worksheet_set_column(sheet->lxw, COL(column), COL(column),
                                                     characters, sheet->book->plain->format));
}

void sheet_fit(Sheet *sheet, int first, int last, double least, double most)
{
    for (int column = first; column <= last; column++)
        sheet_width(sheet, column, fmin(most, fmax(least, noted_width(sheet, column)->width)));
}

void sheet_measure(Sheet *sheet, bool measure)
{
    sheet->measure = measure;
}

void sheet_freeze(Sheet *sheet, int row, int column)
{
    if (is_open(sheet))
        worksheet_freeze_panes(sheet->lxw, ROW(row), COL(column));
}

void sheet_filter(Sheet *sheet, int first_row, int first_column, int last_row, int last_column)
{
    if (is_open(sheet))
        book_check(sheet->book, worksheet_autofilter(sheet->lxw, ROW(first_row), COL(first_column),
                                                     ROW(last_row), COL(last_column)));
}

void sheet_outline(Sheet *sheet, int row, int level)
{
    lxw_row_col_options options = {.level = (uint8_t)level};
    if (is_open(sheet))
        book_check(sheet->book,
                   worksheet_set_row_opt(sheet->lxw, ROW(row), LXW_DEF_ROW_HEIGHT, NULL, &options));
}

void sheet_hide_gridlines(Sheet *sheet)
{
    if (is_open(sheet))
        worksheet_gridlines(sheet->lxw, LXW_HIDE_ALL_GRIDLINES);
}

void sheet_tab(Sheet *sheet, uint32_t color)
{
    if (is_open(sheet))
        worksheet_set_tab_color(sheet->lxw, color);
}

void sheet_activate(Sheet *sheet)
{
    if (is_open(sheet))
        worksheet_activate(sheet->lxw);
}

void sheet_protect(Sheet *sheet)
{
    lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    if (is_open(sheet))
        worksheet_protect(sheet->lxw, NULL, &options);
}

static uint32_t big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* The height of a PNG in points, by its pHYs chunk or 96 pixels to the inch; 0 if it is none. */
static double png_height_pt(const char *path)
{
    unsigned char head[512] = {0};
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    size_t count = fread(head, 1, sizeof head, file);
    fclose(file);
    if (count < 24 || memcmp(head, "\x89PNG\r\n\x1a\n", 8) != 0)
        return 0;
    double dpi = 96;
    for (size_t at = 24; at + 13 <= count; at++)
        if (memcmp(head + at, "pHYs", 4) == 0 && head[at + 12] == 1)
            dpi = big_endian(head + at + 8) * 0.0254;
    return dpi > 0 ? big_endian(head + 20) / dpi * 72 : 0;
}

void sheet_image(Sheet *sheet, int row, int column, const char *path, double height_pt,
                 const char *alt)
{
    if (!is_open(sheet))
        return;
    double natural_pt = png_height_pt(path);
    if (natural_pt <= 0) {
        diag_report(sheet->book->diag, (Place){path, 0, 0}, MSG_FILE_READ, path, "PNG");
        sheet->book->failed = true;
        return;
    }
    double scale = height_pt / natural_pt;
    lxw_image_options options = {.x_scale = scale,
                                 .y_scale = scale,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = arena_text(sheet->book->arena, alt ? alt : "")};
    book_check(sheet->book,
               worksheet_insert_image_opt(sheet->lxw, ROW(row), COL(column), path, &options));
}

static void set_scale(Sheet *sheet, const SheetPrint *print)
{
    lxw_row_t *rows = arena_new(sheet->book->arena, lxw_row_t, print->nbreak + 1);
    for (int i = 0; i < print->nbreak; i++)
        rows[i] = ROW(print->breaks[i]);
    worksheet_set_print_scale(sheet->lxw, (uint16_t)print->scale);
    if (print->nbreak > 0)
        book_check(sheet->book, worksheet_set_h_pagebreaks(sheet->lxw, rows));
}

void sheet_print(Sheet *sheet, const SheetPrint *print)
{
    if (!is_open(sheet))
        return;
    Workbook *book = sheet->book;
    double margin = print->margin_in > 0 ? print->margin_in : 0.5;
    worksheet_set_paper(sheet->lxw, 9); /* A4 */
    if (!print->portrait)
        worksheet_set_landscape(sheet->lxw);
    worksheet_set_margins(sheet->lxw, margin, margin, margin + 0.1, margin + 0.2);
    if (print->pages_wide > 0)
        worksheet_fit_to_pages(sheet->lxw, (uint16_t)print->pages_wide,
                               (uint16_t)print->pages_high);
    if (print->scale > 0)
        set_scale(sheet, print);
    if (print->first_row >= 0)
        book_check(book,
                   worksheet_repeat_rows(sheet->lxw, ROW(print->first_row), ROW(print->last_row)));
    if (print->last_used_row >= 0 && print->last_used_column >= 0)
        book_check(book, worksheet_print_area(sheet->lxw, 0, 0, ROW(print->last_used_row),
                                              COL(print->last_used_column)));
    if (print->header)
        book_check(book,
                   worksheet_set_header(sheet->lxw, text_cut(book->arena, print->header, 254)));
    if (print->footer)
        book_check(book,
                   worksheet_set_footer(sheet->lxw, text_cut(book->arena, print->footer, 254)));
}
