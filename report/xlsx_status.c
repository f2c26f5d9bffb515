/* Status in a workbook: the cell holds the word; a conditional format gives it colour and a sign,
 * so that what is typed over changes its look too. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

static bool has_code(const XlsxTable *layout, int column, const char *code)
{
    const Table *table = layout->table;
    for (int row = 0; row < table->nrow; row++)
        if (text_equal(table->rows[row].cells[layout->source[column]].text, code))
            return true;
    return false;
}

void xlsx_status_marks(Xlsx *xlsx, const XlsxTable *layout, int column)
{
    static const struct {
        const char *code, *number;
        const Color *color;
    } STATUS[] = {
        {"met", "\"● \"@", &COLOR_MET},
        {"on_track", "\"▶ \"@", &COLOR_ON_TRACK},
        {"at_risk", "\"◆ \"@", &COLOR_SIGNAL},
        {"off_track", "\"■ \"@", &COLOR_OFF},
        {"no_target", "\"○ \"@", &COLOR_TEXT2},
        {"no_forecast", "\"○ \"@", &COLOR_TEXT2},
        {"not_reported", "\"○ \"@", &COLOR_TEXT2},
        {"delivered", "\"● \"@", &COLOR_MET},
        {"done", "\"● \"@", &COLOR_MET},
        {"issued", "\"● \"@", &COLOR_MET},
        {"measured", "\"● \"@", &COLOR_MET},
        {"late", "\"◆ \"@", &COLOR_SIGNAL},
        {"partly", "\"◆ \"@", &COLOR_SIGNAL},
        {"withheld", "\"◆ \"@", &COLOR_SIGNAL},
        {"missing", "\"■ \"@", &COLOR_OFF},
        {"overdue", "\"■ \"@", &COLOR_OFF},
        {"planned", "\"○ \"@", &COLOR_TEXT2},
        {"not_due", "\"○ \"@", &COLOR_TEXT2},
        {"not_expected", "\"○ \"@", &COLOR_TEXT2},
        {"not_called_for", "\"○ \"@", &COLOR_TEXT2},
        {"withdrawn", "\"○ \"@", &COLOR_TEXT2},
        {"described", "\"○ \"@", &COLOR_TEXT2},
        {"not_measured", "\"○ \"@", &COLOR_TEXT2},
    };
    CellRange range = {XLSX_FIRST_ROW, column, layout->last_row, column};
    for (int i = 0; i < COUNT(STATUS); i++) {
        const char *word = word_find(xlsx->lang, "status", STATUS[i].code);
        CellLook look = {.color = xlsx_color(*STATUS[i].color), .number = STATUS[i].number};
        if (word && has_code(layout, column, STATUS[i].code))
            sheet_when_text(layout->sheet, range, word, &look);
    }
}
