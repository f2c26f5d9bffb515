/* Rules of a sheet: what may be typed in, and how cells look when they hold something. */
#include "core/workbook_private.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

#define AREA(range)                                                                                \
    (lxw_row_t)(range).first_row, (lxw_col_t)(range).first_column, (lxw_row_t)(range).last_row,    \
        (lxw_col_t)(range).last_column

static bool is_open(const Sheet *sheet)
{
    return sheet->lxw && !sheet->book->failed;
}

/* Excel's limits: 32 characters for a title, 255 for a message. */
static void set_messages(Arena *arena, lxw_data_validation *rule, const SheetChoice *choice)
{
    rule->ignore_blank = LXW_VALIDATION_ON;
    rule->show_input = LXW_VALIDATION_ON;
    rule->show_error = LXW_VALIDATION_ON;
    if (!choice)
        return;
    if (choice->title)
        rule->input_title = text_cut(arena, text_for_cell(arena, choice->title), 32);
    if (choice->message)
        rule->input_message = text_cut(arena, text_for_cell(arena, choice->message), 255);
    if (choice->error_title)
        rule->error_title = text_cut(arena, text_for_cell(arena, choice->error_title), 32);
    if (choice->error)
        rule->error_message = text_cut(arena, text_for_cell(arena, choice->error), 255);
    rule->error_type =
        choice->warn_only ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
}

void sheet_choice(Sheet *sheet, CellRange where, const SheetChoice *choice)
{
    if (!is_open(sheet))
        return;
    Arena *arena = sheet->book->arena;
    lxw_data_validation rule = {.dropdown = LXW_VALIDATION_ON};
    set_messages(arena, &rule, choice);
    if (choice->list) {
        char **list = arena_new(arena, char *, choice->nlist + 1);
        for (int i = 0; i < choice->nlist; i++)
            list[i] = arena_text(arena, text_for_cell(arena, choice->list[i]));
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list;
    } else {
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula =
            arena_format(arena, "=%s", range_address(arena, choice->source, choice->range));
    }
    book_check(sheet->book, worksheet_data_validation_range(sheet->lxw, AREA(where), &rule));
}

static uint8_t bounds_criterion(double low, double high)
{
    if (isnan(high))
        return LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    return isnan(low) ? LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO
                      : LXW_VALIDATION_CRITERIA_BETWEEN;
}

void sheet_input(Sheet *sheet, CellRange where, InputKind kind, double low, double high,
                 const SheetChoice *texts)
{
    /* Excel counts days from 1899-12-30 */
    double shift = kind == INPUT_DATE ? 25569 : 0;
    static const uint8_t KINDS[] = {LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_TYPE_DECIMAL,
                                    LXW_VALIDATION_TYPE_DATE_NUMBER};
    if (!is_open(sheet))
        return;
    if (isnan(low) && isnan(high)) {
        low = kind == INPUT_DATE ? -25500 : -1e15;
        high = kind == INPUT_DATE ? 100000 : 1e15;
    }
    lxw_data_validation rule = {.validate = KINDS[kind], .criteria = bounds_criterion(low, high)};
    set_messages(sheet->book->arena, &rule, texts);
    rule.minimum_number = low + shift;
    rule.maximum_number = high + shift;
    rule.value_number = isnan(high) ? low + shift : high + shift;
    if (isnan(low) || isnan(high))
        rule.minimum_number = rule.maximum_number = 0;
    book_check(sheet->book, worksheet_data_validation_range(sheet->lxw, AREA(where), &rule));
}

void sheet_text_is_meant(Sheet *sheet, CellRange range)
{
    Arena *arena = sheet->book->arena;
    char *cells =
        arena_format(arena, "%s:%s", cell_address(arena, range.first_row, range.first_column),
                     cell_address(arena, range.last_row, range.last_column));
    if (is_open(sheet))
        book_check(sheet->book,
                   worksheet_ignore_errors(sheet->lxw, LXW_IGNORE_NUMBER_STORED_AS_TEXT, cells));
}

static void add_rule(Sheet *sheet, CellRange where, lxw_conditional_format *rule)
{
    book_check(sheet->book, worksheet_conditional_format_range(sheet->lxw, AREA(where), rule));
}

/* A text as a formula has it: in quotes, its own quotes doubled. */
static char *quoted(Arena *arena, const char *text)
{
    Buffer buffer = buffer_open(arena);
    buffer_text(&buffer, "\"");
    for (; *text; text++) {
        buffer_add(&buffer, text, 1);
        if (*text == '"')
            buffer_add(&buffer, text, 1);
    }
    buffer_text(&buffer, "\"");
    return arena_text(arena, buffer_end(&buffer));
}

void sheet_when_text(Sheet *sheet, CellRange where, const char *text, const CellLook *look)
{
    if (!is_open(sheet))
        return;
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = quoted(sheet->book->arena, text),
        .format = book_format(sheet->book, look),
    };
    add_rule(sheet, where, &rule);
}

void sheet_when(Sheet *sheet, CellRange where, const char *formula, const CellLook *look)
{
    if (!is_open(sheet))
        return;
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = arena_text(sheet->book->arena, formula),
        .format = book_format(sheet->book, look),
    };
    add_rule(sheet, where, &rule);
}

void sheet_data_bar(Sheet *sheet, CellRange where, uint32_t color)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_DATA_BAR,
                                   .bar_color = color,
                                   .bar_solid = LXW_TRUE,
                                   .data_bar_2010 = LXW_TRUE};
    if (is_open(sheet))
        add_rule(sheet, where, &rule);
}

void sheet_color_scale(Sheet *sheet, CellRange where, uint32_t low, uint32_t middle, uint32_t high)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_3_COLOR_SCALE,
                                   .min_color = low,
                                   .mid_color = middle,
                                   .max_color = high};
    if (is_open(sheet))
        add_rule(sheet, where, &rule);
}
