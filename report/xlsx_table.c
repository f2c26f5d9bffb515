/* One table as a sheet: title, unit and stamp above, head in row 5, rows with the values
 * themselves, formulas where a column is computed from others, notes below. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <string.h>

enum { LEAST_WIDTH = 8, MOST_WIDTH = 60 };

typedef struct {
    Xlsx *xlsx;
    const Node *node;
    XlsxTable *layout;
    bool wraps;  /* some text is wider than its column */
    bool *right; /* columns of numbers, one a column of the sheet */
} Writer;

static bool is_right(Format format)
{
    return format.kind == FORMAT_NUMBER || format.kind == FORMAT_SHARE ||
           format.kind == FORMAT_EUR || format.kind == FORMAT_P || format.kind == FORMAT_DATE;
}

static const TableColumn *column_at(const Writer *writer, int column)
{
    return &writer->layout->table->columns[writer->layout->source[column]];
}

static const Cell *cell_at(const Writer *writer, const TableRow *row, int column)
{
    return &row->cells[writer->layout->source[column]];
}

/* A column of numbers: declared so, or found so, or meant for a number that nobody has yet. */
static bool holds_numbers(const Writer *writer, int column)
{
    const TableColumn *meaning = column_at(writer, column);
    const Table *table = writer->layout->table;
    if (is_right(meaning->format) || meaning->role == ROLE_TARGET || meaning->role == ROLE_FORECAST)
        return true;
    for (int row = 0; row < table->nrow; row++) {
        const Cell *cell = cell_at(writer, &table->rows[row], column);
        if (cell->state == CELL_VALUE && table->rows[row].kind != ROW_GROUP)
            return is_right(cell->format);
    }
    return false;
}

static void find_numbers(Writer *writer)
{
    writer->right = arena_new(writer->xlsx->arena, bool, writer->layout->ncolumn + 1);
    for (int column = 0; column < writer->layout->ncolumn; column++)
        writer->right[column] = holds_numbers(writer, column);
}

/* A chart's sheet shows what the chart is made of; a table's what the table shows. */
static bool is_shown(const Node *node, const TableColumn *column)
{
    if (column->shown)
        return true;
    return node->kind == NODE_CHART && column->role != ROLE_NONE && column->title;
}

static void choose_columns(Writer *writer)
{
    const Table *table = writer->node->table;
    Arena *arena = writer->xlsx->arena;
    int *source = arena_new(arena, int, table->ncolumn + 1);
    int *place = arena_new(arena, int, table->ncolumn + 1);
    int count = 0;
    for (int i = 0; i < table->ncolumn; i++) {
        place[i] = is_shown(writer->node, &table->columns[i]) ? count : -1;
        if (place[i] >= 0)
            source[count++] = i;
    }
    *writer->layout = (XlsxTable){.table = table,
                                  .ncolumn = count,
                                  .source = source,
                                  .place = place,
                                  .width = arena_new(arena, double, count + 2),
                                  .below = -1};
    for (int row = 0; row < table->nrow; row++)
        if (table->rows[row].below)
            writer->layout->below = count;
}

/* --- widths --- */

static double cell_width(const Writer *writer, const Cell *cell, bool bold)
{
    if (cell->state == CELL_VALUE && format_is_number(cell->format)) {
        ArenaMark mark = arena_mark(writer->xlsx->arena);
        const char *number = xlsx_number(writer->xlsx->arena, writer->xlsx->lang, cell->format);
        double width = number_width_characters(cell->number, number, XLSX_SIZE_PT, bold);
        arena_release(writer->xlsx->arena, mark);
        return width;
    }
    const char *text = format_cell(writer->xlsx->arena, writer->xlsx->lang, cell);
    double mark = cell->format.kind == FORMAT_STATUS ? 2.5 : 0;
    return text_width_characters(text ? text : "", XLSX_SIZE_PT, bold) + mark;
}

static double longest_word(const char *text)
{
    double longest = 0;
    while (*text) {
        size_t length = strcspn(text, " \n-/");
        char word[128];
        snprintf(word, sizeof word, "%.*s", (int)(length < 120 ? length : 120), text);
        longest = fmax(longest, text_width_characters(word, XLSX_SIZE_PT, true));
        text += length + (text[length] != '\0');
    }
    return longest;
}

static const char *head_text(Writer *writer, const TableColumn *column)
{
    const char *title = column->title ? column->title : column->key;
    if (!column->unit)
        return title;
    return arena_format(writer->xlsx->arena, "%s\n%s", title, column->unit);
}

/* Room for the head on two lines, with the filter's arrow beside the longest word. */
static double head_width(const TableColumn *column)
{
    const char *title = column->title ? column->title : column->key;
    double width = text_width_characters(title, XLSX_SIZE_PT, true);
    double unit = column->unit ? text_width_characters(column->unit, XLSX_SIZE_PT, true) : 0;
    double lines = column->unit ? width : fmax(width * 0.55, longest_word(title));
    return fmax(fmin(lines, 24), fmax(unit, longest_word(title))) + 3.5;
}

static void measure_columns(Writer *writer)
{
    XlsxTable *layout = writer->layout;
    for (int column = 0; column < layout->ncolumn; column++) {
        double width = fmax(LEAST_WIDTH, head_width(column_at(writer, column)));
        for (int row = 0; row < layout->table->nrow; row++) {
            const TableRow *from = &layout->table->rows[row];
            if (from->kind == ROW_GROUP)
                continue;
            bool bold = from->kind == ROW_TOTAL || column_at(writer, column)->main;
            width = fmax(width, cell_width(writer, cell_at(writer, from, column), bold) + 1.6);
        }
        writer->wraps = writer->wraps || width > MOST_WIDTH;
        layout->width[column] = fmin(width, MOST_WIDTH);
        layout->total_width += layout->width[column];
        sheet_width(layout->sheet, column, layout->width[column]);
    }
    if (layout->below < 0)
        return;
    writer->wraps = true;
    layout->width[layout->below] = MOST_WIDTH;
    layout->total_width += MOST_WIDTH;
    sheet_width(layout->sheet, layout->below, MOST_WIDTH);
}

static double row_height(const Writer *writer, const TableRow *row)
{
    const XlsxTable *layout = writer->layout;
    double height = XLSX_ROW_PT;
    if (!writer->wraps || row->kind == ROW_GROUP)
        return height;
    for (int column = 0; column < layout->ncolumn; column++) {
        const Cell *cell = cell_at(writer, row, column);
        if (cell->state == CELL_VALUE && cell->text)
            height = fmax(height, 5 + text_height_pt(cell->text, XLSX_SIZE_PT,
                                                     column_at(writer, column)->main,
                                                     layout->width[column], XLSX_LINE_PT));
    }
    if (row->below)
        height = fmax(
            height, 5 + text_height_pt(row->below, XLSX_SIZE_PT, false, MOST_WIDTH, XLSX_LINE_PT));
    return fmin(height, 400);
}

/* --- rows --- */

/* `tall`: a row of more than one line, whose cells stand at the top. */
static CellLook row_look(RowKind kind, bool tall)
{
    CellLine hair = {LINE_THIN, xlsx_color(COLOR_HAIR)}, ink = {LINE_THIN, xlsx_color(COLOR_INK)};
    CellLook look = {.color = xlsx_color(COLOR_INK), .bottom = hair};
    if (tall)
        look.valign = VALIGN_TOP;
    if (kind == ROW_TOTAL) {
        look.bold = true;
        look.fill = xlsx_color(COLOR_PANEL);
        look.top = look.bottom = ink;
    }
    if (kind == ROW_GROUP) {
        look.valign = VALIGN_DEFAULT;
        look.bold = true;
        look.color = xlsx_color(COLOR_ACCENT);
        look.top = ink;
    }
    return look;
}

static const CellStyle *cell_style(const Writer *writer, RowKind kind, bool tall, int column,
                                   const Cell *cell)
{
    CellLook look = row_look(kind, tall);
    const TableColumn *meaning = column_at(writer, column);
    bool number = cell->state == CELL_VALUE && format_is_number(cell->format);
    look.bold = look.bold || meaning->main;
    look.number = number ? xlsx_number(writer->xlsx->arena, writer->xlsx->lang, cell->format) : "@";
    look.align = writer->right[column] || number ? ALIGN_RIGHT : ALIGN_LEFT;
    look.indent = column > 0 && look.align == ALIGN_LEFT ? 1 : 0;
    look.wrap = writer->wraps && !writer->right[column];
    if (cell->state == CELL_HIDDEN || cell->state == CELL_NOT_DELIVERED ||
        cell->state == CELL_NOT_APPLICABLE)
        look.color = xlsx_color(COLOR_TEXT2);
    return xlsx_style(writer->xlsx, look);
}

/* Most cells of a column and kind look alike: the last style is kept with what it was made for. */
typedef struct {
    const CellStyle *style;
    CellState state;
    Format format;
    RowKind kind;
    bool tall;
} StyleMemory;

static const CellStyle *remembered_style(const Writer *writer, StyleMemory *memory, RowKind kind,
                                         bool tall, int column, const Cell *cell)
{
    if (!memory->style || memory->kind != kind || memory->tall != tall ||
        memory->state != cell->state || memory->format.kind != cell->format.kind ||
        memory->format.decimals != cell->format.decimals)
        *memory = (StyleMemory){cell_style(writer, kind, tall, column, cell), cell->state,
                                cell->format, kind, tall};
    return memory->style;
}

static void write_value(const Writer *writer, int row, int column, int at, const Cell *cell,
                        const CellStyle *style)
{
    Sheet *sheet = writer->layout->sheet;
    if (cell->state != CELL_VALUE || !format_is_number(cell->format)) {
        sheet_text(sheet, at, column, format_cell(writer->xlsx->arena, writer->xlsx->lang, cell),
                   style);
        return;
    }
    const char *formula = xlsx_formula(writer->xlsx, writer->layout, row, column);
    if (formula)
        sheet_formula(sheet, at, column, formula, cell->number, style);
    else if (cell->format.kind == FORMAT_DATE)
        sheet_date(sheet, at, column, isfinite(cell->number) ? (Date)cell->number : DATE_NONE,
                   style);
    else if (isnan(cell->number))
        sheet_text(sheet, at, column, format_mark(writer->xlsx->lang, CELL_NOT_APPLICABLE), style);
    else
        sheet_number(sheet, at, column, cell->number, style);
}

static void name_cell(const Writer *writer, int column, int at, const Cell *cell)
{
    if (!cell->figure || !*cell->figure)
        return;
    CellRange range = {at, column, at, column};
    book_name(writer->xlsx->book, cell->figure, writer->layout->sheet, range);
    if (writer->xlsx->document->figures)
        sheet_comment(writer->layout->sheet, at, column, cell->figure, "ietekme");
}

static void write_rows(Writer *writer)
{
    XlsxTable *layout = writer->layout;
    StyleMemory *memory = arena_new(writer->xlsx->arena, StyleMemory, layout->ncolumn + 1);
    for (int row = 0; row < layout->table->nrow; row++) {
        const TableRow *from = &layout->table->rows[row];
        int at = XLSX_FIRST_ROW + row;
        double height = row_height(writer, from);
        bool tall = height > XLSX_ROW_PT + 2;
        sheet_height(layout->sheet, at, height);
        for (int column = 0; column < layout->ncolumn; column++) {
            const Cell *cell = cell_at(writer, from, column);
            write_value(writer, row, column, at, cell,
                        remembered_style(writer, &memory[column], from->kind, tall, column, cell));
            name_cell(writer, column, at, cell);
        }
        if (layout->below >= 0) {
            CellLook look = row_look(from->kind, tall);
            look.wrap = true;
            look.bold = false;
            sheet_text(layout->sheet, at, layout->below, from->below,
                       xlsx_style(writer->xlsx, look));
        }
        layout->last_row = at;
        if (from->kind != ROW_TOTAL)
            layout->last_data_row = at;
    }
}

static void write_head(Writer *writer)
{
    XlsxTable *layout = writer->layout;
    CellLook look = {.bold = true,
                     .wrap = true,
                     .color = xlsx_color(COLOR_WHITE),
                     .fill = xlsx_color(COLOR_ACCENT)};
    double height = 30;
    for (int column = 0; column < layout->ncolumn; column++) {
        const TableColumn *meaning = column_at(writer, column);
        look.align = writer->right[column] ? ALIGN_RIGHT : ALIGN_LEFT;
        look.indent = column > 0 && look.align == ALIGN_LEFT ? 1 : 0;
        const char *text = head_text(writer, meaning);
        sheet_text(layout->sheet, XLSX_HEAD_ROW, column, text, xlsx_style(writer->xlsx, look));
        height = fmax(height, 4 + text_height_pt(text, XLSX_SIZE_PT, true,
                                                 layout->width[column] - 2, XLSX_LINE_PT));
    }
    look.align = ALIGN_LEFT;
    if (layout->below >= 0)
        sheet_text(layout->sheet, XLSX_HEAD_ROW, layout->below,
                   xlsx_phrase(writer->xlsx, PHRASE_BOOK_EXPLANATION),
                   xlsx_style(writer->xlsx, look));
    sheet_height(layout->sheet, XLSX_HEAD_ROW, height);
}

/* --- panes, filter, status marks --- */

static int last_column(const XlsxTable *layout)
{
    return layout->below >= 0 ? layout->below : layout->ncolumn - 1;
}

/* The leading text columns stay in sight, as far as they are not too wide. */
static int frozen_columns(const Writer *writer)
{
    double width = 0;
    int column = 0;
    while (column < writer->layout->ncolumn - 1 && column < 2 && !writer->right[column]) {
        width += writer->layout->width[column];
        if (width > 50 && column > 0)
            break;
        column++;
    }
    return column;
}

static void finish(Writer *writer)
{
    XlsxTable *layout = writer->layout;
    sheet_freeze(layout->sheet, XLSX_FIRST_ROW, frozen_columns(writer));
    if (layout->last_data_row < XLSX_FIRST_ROW)
        return;
    sheet_filter(layout->sheet, XLSX_HEAD_ROW, 0, layout->last_data_row, last_column(layout));
    sheet_text_is_meant(layout->sheet,
                        (CellRange){XLSX_FIRST_ROW, 0, layout->last_row, last_column(layout)});
    for (int column = 0; column < layout->ncolumn; column++)
        if (column_at(writer, column)->format.kind == FORMAT_STATUS)
            xlsx_status_marks(writer->xlsx, layout, column);
}

int xlsx_span(const XlsxTable *layout, double width)
{
    double sum = 0;
    int column = 0;
    for (;; column++) {
        sum += column <= last_column(layout) ? layout->width[column] : 9.14;
        if (sum >= width && column >= last_column(layout))
            return column;
    }
}

void xlsx_table_write(Xlsx *xlsx, const XlsxEntry *entry, XlsxTable *layout)
{
    Writer writer = {xlsx, entry->node, layout, false, NULL};
    choose_columns(&writer);
    find_numbers(&writer);
    layout->sheet = entry->sheet;
    layout->last_row = layout->last_data_row = XLSX_HEAD_ROW;
    sheet_hide_gridlines(entry->sheet);
    sheet_default_height(entry->sheet, XLSX_ROW_PT);
    measure_columns(&writer);
    xlsx_head(xlsx, entry->sheet, entry->node->title ? entry->node->title : entry->heading,
              entry->node->subtitle, fmax(layout->total_width, 110), xlsx_span(layout, 110));
    write_head(&writer);
    write_rows(&writer);
    finish(&writer);
}
