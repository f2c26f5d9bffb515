/* The workbook of a document: collects its tables and charts, makes a sheet for each, between cover
 * and contents in front and dictionary and methods at the end. `const Renderer RENDER_XLSX`. */
#include "report/xlsx.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <string.h>

/* --- what goes into the workbook --- */

static const char *spans_join(Arena *arena, const Node *node)
{
    Buffer buffer = buffer_open(arena);
    for (int i = 0; i < node->nspan; i++)
        buffer_text(&buffer, node->spans[i].text ? node->spans[i].text : "");
    return buffer_end(&buffer);
}

static void collect(Xlsx *xlsx, const Node *node, const char **heading)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_HEADING && node->level <= 2)
            *heading = spans_join(xlsx->arena, node);
        if ((node->kind == NODE_TABLE || node->kind == NODE_CHART) && node->table) {
            xlsx->entries = arena_room(xlsx->arena, xlsx->entries, sizeof *xlsx->entries,
                                       xlsx->nentry, &xlsx->entry_capacity);
            xlsx->entries[xlsx->nentry++] = (XlsxEntry){xlsx_pivot(xlsx, node), *heading, NULL};
        }
        collect(xlsx, node->first, heading);
    }
}

/* Cut at a word, so that Excel's 31 characters are enough; no short word stays hanging at the end.
 */
static const char *short_name(Arena *arena, const char *text)
{
    enum { ROOM = 31, SHORT = 3 };
    if (text_length(text) <= ROOM)
        return text;
    const char **words;
    int nword = text_split(arena, text, ' ', &words), kept = 0, length = 0;
    while (kept < nword && length + text_length(words[kept]) <= ROOM)
        length += text_length(words[kept++]) + 1;
    while (kept > 1 && text_length(words[kept - 1]) <= SHORT)
        kept--;
    Buffer buffer = buffer_open(arena);
    for (int i = 0; i < kept; i++)
        buffer_format(&buffer, "%s%s", i > 0 ? " " : "", words[i]);
    char *name = arena_text(arena, buffer_end(&buffer));
    size_t end = strlen(name);
    while (end > 0 && strchr(",;:.(", name[end - 1]))
        name[--end] = '\0';
    return end > 0 ? name : text;
}

/* The first under a heading is named after it; the next ones after their titles, if these are
 * short enough not to be sentences about the data. */
static const char *entry_name(Xlsx *xlsx, const XlsxEntry *entry)
{
    enum { SHORT_TITLE = 31 };
    bool first = entry == xlsx->entries || entry[-1].heading != entry->heading;
    const char *title = entry->node->title;
    if (entry->node->sheet)
        return entry->node->sheet;
    if (!first && title && text_length(title) <= SHORT_TITLE)
        return title;
    if (entry->heading && *entry->heading)
        return short_name(xlsx->arena, entry->heading);
    return entry->node->title ? short_name(xlsx->arena, entry->node->title)
                              : xlsx_phrase(xlsx, PHRASE_BOOK_SHEET);
}

/* --- one table --- */

enum { MOST_ROWS_A_PAGE = 56, LEAST_WIDE = 110 };

static void write_entry(Xlsx *xlsx, const XlsxEntry *entry)
{
    XlsxTable layout;
    xlsx_table_write(xlsx, entry, &layout);
    int notes = xlsx_table_notes(xlsx, entry, &layout), row = notes, chart_rows = 1;
    if (entry->node->kind == NODE_CHART)
        row = xlsx_chart_write(xlsx, entry, &layout, notes, &chart_rows);
    sheet_tab(entry->sheet, xlsx_color(COLOR_ACCENT));
    int last = xlsx_span(&layout, LEAST_WIDE);
    /* a chart is not to be cut by the end of a page, as long as the page can still be read */
    if (row > notes && row >= MOST_ROWS_A_PAGE)
        xlsx_print_charts(xlsx, entry->sheet, row, last, fmax(layout.total_width, LEAST_WIDE),
                          notes, chart_rows);
    else
        xlsx_print(xlsx, entry->sheet, XLSX_HEAD_ROW, row, last, row > notes);
}

/* --- lists in front and at the end --- */

typedef struct {
    const char *head;
    double width;
} ListColumn;

static void list_head(Xlsx *xlsx, Sheet *sheet, const char *title, const ListColumn *columns,
                      int ncolumn)
{
    double width = 0;
    sheet_hide_gridlines(sheet);
    sheet_default_height(sheet, XLSX_ROW_PT);
    for (int i = 0; i < ncolumn; i++) {
        sheet_width(sheet, i, columns[i].width);
        width += columns[i].width;
    }
    xlsx_head(xlsx, sheet, title, xlsx->document->title, width, ncolumn - 1);
    const CellStyle *style = xlsx_style(xlsx, (CellLook){.bold = true,
                                                         .color = xlsx_color(COLOR_WHITE),
                                                         .fill = xlsx_color(COLOR_ACCENT)});
    for (int i = 0; i < ncolumn; i++)
        sheet_text(sheet, XLSX_HEAD_ROW, i, columns[i].head, style);
    sheet_height(sheet, XLSX_HEAD_ROW, 24);
    sheet_freeze(sheet, XLSX_FIRST_ROW, 0);
}

static CellLook list_look(void)
{
    return (CellLook){.color = xlsx_color(COLOR_INK),
                      .wrap = true,
                      .valign = VALIGN_TOP,
                      .bottom = {LINE_THIN, xlsx_color(COLOR_HAIR)}};
}

static double list_height(const char *text, double width)
{
    double height = 5 + text_height_pt(text ? text : "", XLSX_SIZE_PT, false, width, XLSX_LINE_PT);
    return height > XLSX_ROW_PT ? height : XLSX_ROW_PT;
}

static const char *entry_label(Xlsx *xlsx, const Node *node)
{
    if (node->number == 0)
        return "–";
    return node->kind == NODE_CHART ? phrase_figure(xlsx->arena, xlsx->lang, node->number)
                                    : phrase_table(xlsx->arena, xlsx->lang, node->number);
}

void xlsx_contents(Xlsx *xlsx, Sheet *sheet)
{
    const ListColumn columns[] = {{xlsx_phrase(xlsx, PHRASE_BOOK_NUMBER), 12},
                                  {xlsx_phrase(xlsx, PHRASE_BOOK_SHEET), 32},
                                  {xlsx_phrase(xlsx, PHRASE_BOOK_TITLE), 60},
                                  {xlsx_phrase(xlsx, PHRASE_BOOK_UNIT_PERIOD), 44}};
    list_head(xlsx, sheet, xlsx_phrase(xlsx, PHRASE_CONTENTS), columns, COUNT(columns));
    CellLook plain = list_look(), link = list_look();
    link.color = xlsx_color(COLOR_ACCENT);
    link.underline = true;
    const CellStyle *style = xlsx_style(xlsx, plain), *linked = xlsx_style(xlsx, link);
    for (int i = 0; i < xlsx->nentry; i++) {
        const XlsxEntry *entry = &xlsx->entries[i];
        const char *title = entry->node->title ? entry->node->title : entry->heading;
        int row = XLSX_FIRST_ROW + i;
        sheet_text(sheet, row, 0, entry_label(xlsx, entry->node), style);
        sheet_link(sheet, row, 1, entry->sheet, sheet_name(entry->sheet), linked);
        sheet_text(sheet, row, 2, title, style);
        sheet_text(sheet, row, 3, entry->node->subtitle, style);
        double height = list_height(title, 60), other = list_height(entry->node->subtitle, 44);
        sheet_height(sheet, row, height > other ? height : other);
    }
    xlsx_print(xlsx, sheet, XLSX_HEAD_ROW, XLSX_FIRST_ROW + xlsx->nentry, COUNT(columns) - 1,
               false);
}

/* A column whose rows have formats of their own is of the kind of its first number. */
static Format column_format(const Table *table, int column)
{
    for (int row = 0; row < table->nrow; row++) {
        const Cell *cell = &table->rows[row].cells[column];
        if (table->rows[row].kind == ROW_DATA && cell->state == CELL_VALUE)
            return cell->format;
    }
    return table->columns[column].format;
}

static const char *format_word(const Xlsx *xlsx, Format format)
{
    static const Phrase WORDS[] = {
        [FORMAT_TEXT] = PHRASE_BOOK_KIND_TEXT,     [FORMAT_NUMBER] = PHRASE_BOOK_KIND_NUMBER,
        [FORMAT_SHARE] = PHRASE_BOOK_KIND_SHARE,   [FORMAT_EUR] = PHRASE_BOOK_KIND_EUR,
        [FORMAT_DATE] = PHRASE_BOOK_KIND_DATE,     [FORMAT_P] = PHRASE_BOOK_KIND_P,
        [FORMAT_STATUS] = PHRASE_BOOK_KIND_STATUS, [FORMAT_GRADE] = PHRASE_BOOK_KIND_GRADE};
    return xlsx_phrase(xlsx, WORDS[format.kind]);
}

/* The formula of a column in the words of the heads: "Kopā / Mērķis". */
static const char *formula_words(Xlsx *xlsx, const Table *table, const char *formula)
{
    Buffer buffer = buffer_open(xlsx->arena);
    const char **parts;
    int nparts = text_split(xlsx->arena, formula ? formula : "", ' ', &parts);
    for (int i = 0; i < nparts; i++) {
        const char *word = parts[i];
        for (int column = 0; column < table->ncolumn; column++)
            if (text_equal(table->columns[column].key, parts[i]) && table->columns[column].title)
                word = table->columns[column].title;
        buffer_text(&buffer, i > 0 ? " " : "");
        buffer_text(&buffer, word);
    }
    return buffer_end(&buffer);
}

static int dictionary_entry(Xlsx *xlsx, Sheet *sheet, const XlsxEntry *entry, int row)
{
    const CellStyle *style = xlsx_style(xlsx, list_look());
    const Table *table = entry->node->table;
    for (int i = 0; i < table->ncolumn; i++) {
        const TableColumn *column = &table->columns[i];
        if (!column->shown)
            continue;
        const char *formula = formula_words(xlsx, table, column->formula);
        sheet_link(sheet, row, 0, entry->sheet, sheet_name(entry->sheet), style);
        sheet_text(sheet, row, 1, column->title ? column->title : column->key, style);
        sheet_text(sheet, row, 2, column->key, style);
        sheet_text(sheet, row, 3, column->unit ? column->unit : "–", style);
        sheet_text(sheet, row, 4, format_word(xlsx, column_format(table, i)), style);
        sheet_text(sheet, row, 5, *formula ? formula : "–", style);
        sheet_text(sheet, row, 6, entry->node->block ? entry->node->block : "–", style);
        double height = list_height(column->title, 34), other = list_height(formula, 34);
        sheet_height(sheet, row++, height > other ? height : other);
    }
    return row;
}

void xlsx_dictionary(Xlsx *xlsx, Sheet *sheet)
{
    const ListColumn columns[] = {
        {xlsx_phrase(xlsx, PHRASE_BOOK_SHEET), 30},  {xlsx_phrase(xlsx, PHRASE_BOOK_COLUMN), 34},
        {xlsx_phrase(xlsx, PHRASE_BOOK_KEY), 20},    {xlsx_phrase(xlsx, PHRASE_BOOK_UNIT), 18},
        {xlsx_phrase(xlsx, PHRASE_BOOK_FORMAT), 18}, {xlsx_phrase(xlsx, PHRASE_BOOK_FORMULA), 34},
        {xlsx_phrase(xlsx, PHRASE_BOOK_BLOCK), 26}};
    list_head(xlsx, sheet, xlsx_phrase(xlsx, PHRASE_BOOK_DICTIONARY), columns, COUNT(columns));
    int row = XLSX_FIRST_ROW;
    for (int i = 0; i < xlsx->nentry; i++)
        row = dictionary_entry(xlsx, sheet, &xlsx->entries[i], row);
    if (row > XLSX_FIRST_ROW)
        sheet_filter(sheet, XLSX_HEAD_ROW, 0, row - 1, COUNT(columns) - 1);
    xlsx_print(xlsx, sheet, XLSX_HEAD_ROW, row, COUNT(columns) - 1, false);
}

/* --- the whole --- */

static bool render(const Document *document, const char *path, Diag *diag)
{
    Arena *arena = arena_open();
    Xlsx xlsx = {.document = document, .lang = document->lang, .arena = arena, .diag = diag};
    const char *heading = NULL;
    WorkbookInfo info = {.title = document->title,
                         .subject = document->kind,
                         .author = document->owner,
                         .keywords = document->keywords,
                         .comment = xlsx_stamp(&xlsx),
                         .created = document->date};
    xlsx.book = book_open(arena, diag, path, &info);
    collect(&xlsx, document->first, &heading);
    Sheet *cover = book_sheet(xlsx.book, xlsx_phrase(&xlsx, PHRASE_BOOK_COVER));
    Sheet *contents = book_sheet(xlsx.book, xlsx_phrase(&xlsx, PHRASE_CONTENTS));
    Sheet *summary = book_sheet(xlsx.book, xlsx_phrase(&xlsx, PHRASE_BOOK_SUMMARY));
    for (int i = 0; i < xlsx.nentry; i++)
        xlsx.entries[i].sheet = book_sheet(xlsx.book, entry_name(&xlsx, &xlsx.entries[i]));
    Sheet *dictionary = book_sheet(xlsx.book, xlsx_phrase(&xlsx, PHRASE_BOOK_DICTIONARY));
    Sheet *methods = book_sheet(xlsx.book, xlsx_phrase(&xlsx, PHRASE_BOOK_METHODS));
    xlsx_cover(&xlsx, cover);
    xlsx_contents(&xlsx, contents);
    xlsx_summary(&xlsx, summary);
    for (int i = 0; i < xlsx.nentry; i++)
        write_entry(&xlsx, &xlsx.entries[i]);
    xlsx_dictionary(&xlsx, dictionary);
    xlsx_methods(&xlsx, methods);
    bool done = book_close(xlsx.book);
    arena_close(arena);
    return done;
}

const Renderer RENDER_XLSX = {"xlsx", render};
