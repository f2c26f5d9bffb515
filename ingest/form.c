/* The workbook that a centre fills in: a cover with what is due when, a sheet a dataset with
 * Latvian headers, a line of explanation and drop-downs, and a sheet with the lists behind them. */
#include "ingest/form.h"

#include "core/lang.h"
#include "core/stage.h"
#include "core/text.h"
#include "core/workbook.h"
#include "ingest/ingest.h"
#include "ingest/room.h"

#include <math.h>
#include <string.h>

enum { FORM_ROWS = 300, HEADER_ROW = 0, HELP_ROW = 1, FIRST_ROW = 2 };

/* A list on the sheet FORM_LISTS, ready as the source of drop-downs. */
typedef struct {
    const char *name;
    CellRange range;
    int count;
} FormList;

typedef struct {
    Ingest in;
    const char *region;
    Workbook *book;
    Sheet *lists;
    FormList *list;
    int nlist, list_capacity;
    const CellStyle *title, *head, *need, *help, *text, *date, *number, *plain, *wrap;
} Form;

static void make_styles(Form *form)
{
    CellLine line = {LINE_THIN, 0xD0D0D0};
    CellLook grid = {.top = line, .bottom = line, .left = line, .right = line};
    CellLook head = grid, need = grid, help = grid, date = grid, text = grid, number = grid;
    head.bold = head.wrap = true;
    head.valign = VALIGN_TOP;
    head.fill = 0xE8EDF2;
    need = head;
    need.fill = 0xFFE699;
    help.italic = help.wrap = true;
    help.color = 0x595959;
    help.valign = VALIGN_TOP;
    text.number = "@";
    date.number = "dd.mm.yyyy";
    number.number = "General";
    form->title = book_style(form->book, &(CellLook){.bold = true, .size_pt = 14});
    form->head = book_style(form->book, &head);
    form->need = book_style(form->book, &need);
    form->help = book_style(form->book, &help);
    form->text = book_style(form->book, &text);
    form->date = book_style(form->book, &date);
    form->number = book_style(form->book, &number);
    form->plain = book_style(form->book, &(CellLook){0});
    form->wrap = book_style(form->book, &(CellLook){.wrap = true, .valign = VALIGN_TOP});
}

/* ---- lists ---- */

static FormList *find_list(Form *form, const char *name)
{
    for (int i = 0; i < form->nlist; i++)
        if (strcmp(form->list[i].name, name) == 0)
            return &form->list[i];
    return NULL;
}

static FormList *begin_list(Form *form, const char *name, const char *title)
{
    int column = form->nlist;
    form->list = arena_room(form->in.arena, form->list, sizeof *form->list, form->nlist,
                            &form->list_capacity);
    FormList *list = &form->list[form->nlist++];
    *list = (FormList){.name = name, .range = {1, column, 1, column}};
    sheet_text(form->lists, 0, column, title, form->head);
    return list;
}

static void add_item(Form *form, FormList *list, const char *text)
{
    list->range.last_row = 1 + list->count;
    sheet_text(form->lists, list->range.last_row, list->range.first_column, text, form->text);
    list->count++;
}

/* A list from one column of SQL; ?1 is the region. */
static void query_list(Form *form, const char *name, const char *title, Sql sql)
{
    Query query;
    FormList *list = begin_list(form, name, title);
    if (!query_open(&query, form->in.run, sql))
        return;
    if (sqlite3_bind_parameter_count(query.stmt) > 0)
        query_bind(&query, 1, "t", form->region);
    while (query_next(&query))
        add_item(form, list, query_text(&query, 0));
    query_close(&query);
    sheet_fit(form->lists, list->range.first_column, list->range.first_column, 10, 40);
}

static void write_lists(Form *form)
{
    query_list(form, "municipality", "Pašvaldības",
               SQL("SELECT name_lv FROM ingest_municipality WHERE valid_to IS NULL "
                   "AND (region = ?1 OR ?1 = 'LV') ORDER BY name_lv COLLATE LV"));
    query_list(form, "activity", "Apakšpunkti",
               SQL("SELECT point FROM ingest_point ORDER BY position"));
    query_list(form, "boolean", "Jā vai nē", SQL("SELECT 'jā' UNION ALL SELECT 'nē'"));
    query_list(form, "community.community_id", "Kopienas",
               SQL("SELECT community_id FROM ingest_community WHERE region = ?1 OR ?1 = 'LV' "
                   "ORDER BY community_id COLLATE LV"));
    query_list(
        form, "event.event_id", "Pasākumi",
        SQL("SELECT event_id FROM ingest_event WHERE region = ?1 ORDER BY held_on DESC, event_id"));
    query_list(form, "initiative.initiative_id", "Iniciatīvas",
               SQL("SELECT initiative_id FROM ingest_initiative WHERE region = ?1 "
                   "ORDER BY submitted_on DESC, initiative_id"));
    query_list(form, "network.network_id", "Tīkli",
               SQL("SELECT network_id FROM ingest_network WHERE region = ?1 ORDER BY network_id"));
    query_list(
        form, "call.call", "Konkursi",
        SQL("SELECT DISTINCT call FROM ingest_call WHERE region IN (?1, 'LV') ORDER BY call"));
}

static const char *code_label(const CodeLabel *code)
{
    return code->label[LANG_LV] ? code->label[LANG_LV] : code->code;
}

/* The codes of one column; the same list serves every column with the same codes. */
static FormList *code_list(Form *form, const DataColumn *column)
{
    Buffer key = buffer_open(form->in.arena);
    for (int i = 0; i < column->ncode; i++)
        buffer_format(&key, "%s|", code_label(&column->codes[i]));
    const char *name = arena_text(form->in.arena, buffer_end(&key));
    FormList *list = find_list(form, name);
    if (list)
        return list;
    list = begin_list(form, name, column->title[LANG_LV]);
    for (int i = 0; i < column->ncode; i++)
        add_item(form, list, code_label(&column->codes[i]));
    sheet_fit(form->lists, list->range.first_column, list->range.first_column, 10, 40);
    return list;
}

/* ---- one column ---- */

static FormList *list_of(Form *form, const DataColumn *column)
{
    if (column->ncode && column->type != TYPE_CODES)
        return code_list(form, column);
    if (column->type == TYPE_BOOLEAN)
        return find_list(form, "boolean");
    if (column->type == TYPE_MUNICIPALITY)
        return find_list(form, "municipality");
    if (column->type == TYPE_ACTIVITY)
        return find_list(form, "activity");
    if (!column->reference_dataset)
        return NULL;
    return find_list(form, arena_format(form->in.arena, "%s.%s", column->reference_dataset,
                                        column->reference_column));
}

/* A new event's attendance may come with the same form: what is not listed yet may stay. */
static bool may_be_new(const DataColumn *column)
{
    return column->reference_dataset != NULL;
}

static void put_choice(Form *form, Sheet *sheet, const DataColumn *column, CellRange where)
{
    SheetChoice choice = {.title = arena_text(form->in.arena, "Paskaidrojums"),
                          .message = column->help[LANG_LV],
                          .error_title = "Nederīga vērtība",
                          .error = "Lūdzu, izvēlieties vērtību no saraksta vai ierakstiet pareizu "
                                   "skaitli vai datumu.",
                          .warn_only = may_be_new(column)};
    const FormList *list = list_of(form, column);
    if (list && list->count) {
        choice.source = form->lists;
        choice.range = list->range;
        sheet_choice(sheet, where, &choice);
    } else if (column->type == TYPE_DATE) {
        sheet_input(sheet, where, INPUT_DATE, form->in.programme.start, form->in.programme.end,
                    &choice);
    } else if (column->type == TYPE_INTEGER || column->type == TYPE_NUMBER) {
        sheet_input(sheet, where, column->type == TYPE_INTEGER ? INPUT_INTEGER : INPUT_DECIMAL,
                    column->min, column->max, &choice);
    }
}

static const CellStyle *style_of(const Form *form, const DataColumn *column)
{
    if (column->type == TYPE_DATE)
        return form->date;
    bool number = column->type == TYPE_INTEGER || column->type == TYPE_NUMBER;
    return number ? form->number : form->text;
}

/* Whether the header by its title would be read back as another column. */
static bool is_ambiguous(const Dataset *dataset, int index)
{
    const DataColumn *column = &dataset->columns[index];
    if (!column->title[LANG_LV] || !*column->title[LANG_LV])
        return true;
    for (int i = 0; i < dataset->ncolumn; i++)
        for (int k = 0; k < dataset->columns[i].nheader_key && i != index; k++)
            for (int m = 0; m < column->nheader_key; m++)
                if (strcmp(dataset->columns[i].header_keys[k], column->header_keys[m]) == 0)
                    return true;
    return false;
}

static void write_column(Form *form, Sheet *sheet, const Dataset *dataset, int index, int position)
{
    const DataColumn *column = &dataset->columns[index];
    const char *header = is_ambiguous(dataset, index) ? column->name : column->title[LANG_LV];
    const char *help = column->item ? "" : column->help[LANG_LV];
    sheet_text(sheet, HEADER_ROW, position, header, column->required ? form->need : form->head);
    sheet_text(sheet, HELP_ROW, position, help, form->help);
    const CellStyle *style = style_of(form, column);
    for (int row = FIRST_ROW; row < FIRST_ROW + FORM_ROWS; row++)
        sheet_blank(sheet, row, position, style);
    sheet_width(sheet, position, column->item ? 24 : column->type == TYPE_TEXT ? 26 : 18);
    put_choice(form, sheet, column,
               (CellRange){FIRST_ROW, position, FIRST_ROW + FORM_ROWS - 1, position});
}

static void write_dataset(Form *form, const Dataset *dataset)
{
    int position = 0;
    Sheet *sheet = book_sheet(form->book, dataset->title[LANG_LV]);
    for (int i = 0; i < dataset->ncolumn; i++)
        if (dataset->columns[i].type != TYPE_ITEMS && i != dataset->region_column)
            write_column(form, sheet, dataset, i, position++);
    sheet_height(sheet, HEADER_ROW, 45);
    sheet_height(sheet, HELP_ROW, 66);
    sheet_freeze(sheet, FIRST_ROW, 1);
    sheet_print(sheet, &(SheetPrint){.pages_wide = 1,
                                     .first_row = HEADER_ROW,
                                     .last_row = HELP_ROW,
                                     .last_used_row = -1,
                                     .last_used_column = -1});
}

/* ---- the cover ---- */

static int write_due(Form *form, Sheet *sheet, int row)
{
    static const char *const HEADS[] = {"Dati", "Periods", "Termiņš", "Saņemts"};
    Query query;
    for (int i = 0; i < COUNT(HEADS); i++)
        sheet_text(sheet, row, i, HEADS[i], form->head);
    if (!query_open(&query, form->in.run,
                    SQL("SELECT dataset, period, due_on, submission FROM ingest_delivery WHERE "
                        "region = ?1 AND expected = 1 ORDER BY due_on, dataset")))
        return row;
    query_bind(&query, 1, "t", form->region);
    while (query_next(&query)) {
        Period period;
        const Dataset *dataset = dataset_find(&form->in.datasets, query_text(&query, 0));
        if (!dataset || !period_parse(form->in.arena, query_text(&query, 1), &period))
            continue;
        row++;
        sheet_text(sheet, row, 0, dataset->title[LANG_LV], form->text);
        sheet_text(sheet, row, 1, lang_period(form->in.arena, LANG_LV, &period, CASE_NOMINATIVE),
                   form->text);
        sheet_date(sheet, row, 2, date_parse(query_text(&query, 2)), form->date);
        sheet_text(sheet, row, 3,
                   query_is_null(&query, 3)
                       ? "nē"
                       : arena_format(form->in.arena, "jā (%s)", query_text(&query, 3)),
                   form->text);
    }
    query_close(&query);
    return row;
}

static void write_cover(Form *form)
{
    static const char *const LINES[] = {
        "Katrai datu kopai ir sava lapa. Dzeltenās kolonnas jāaizpilda obligāti.",
        "Rakstiet no trešās rindas: pirmajā ir kolonnu nosaukumi, otrajā – paskaidrojumi; abas "
        "atstājiet, kā ir.",
        "Lapu, kuru šoreiz neiesniedzat, izdzēsiet. Tukša lapa nozīmē, ka periodā tādu datu "
        "nebija.",
        "Sarakstos ir jūsu centra kopienas, pasākumi un iniciatīvas; jaunu numuru var arī "
        "ierakstīt.",
        "Personas kodu, e-pastu un tālruni pirms glabāšanas aizstāj ar pseidonīmu; citur tos "
        "nerakstiet.",
        "Aizpildīto darbgrāmatu saglabājiet .xlsx formātā iesnieguma mapē.",
    };
    Sheet *sheet = book_sheet(form->book, FORM_COVER);
    sheet_measure(sheet, false);
    sheet_text(sheet, 0, 0, "Datu iesniegšanas darbgrāmata", form->title);
    sheet_text(
        sheet, 1, 0,
        text_upper_first(form->in.arena, lang_region(LANG_LV, form->region, CASE_NOMINATIVE)),
        form->plain);
    int row = 3;
    for (int i = 0; i < COUNT(LINES); i++)
        sheet_text(sheet, row++, 0, LINES[i], form->plain);
    sheet_measure(sheet, true);
    write_due(form, sheet, row + 1);
    sheet_width(sheet, 0, 34);
    sheet_width(sheet, 1, 26);
    sheet_width(sheet, 2, 14);
    sheet_width(sheet, 3, 14);
    sheet_hide_gridlines(sheet);
    sheet_print(sheet, &(SheetPrint){.portrait = true,
                                     .pages_wide = 1,
                                     .first_row = -1,
                                     .last_row = -1,
                                     .last_used_row = -1,
                                     .last_used_column = -1});
}

/* ---- the whole ---- */

static bool read_programme(Form *form)
{
    Run *run = form->in.run;
    Arena *arena = form->in.arena;
    form->in.programme.start = date_parse(
        db_text(run, arena, SQL("SELECT value FROM ingest_programme WHERE key = 'programme.start'"),
                NULL, ""));
    form->in.programme.end = date_parse(
        db_text(run, arena, SQL("SELECT value FROM ingest_programme WHERE key = 'programme.end'"),
                NULL, ""));
    if (!dataset_list(run, arena, &form->in.datasets))
        return false;
    Dataset *item = dataset_find(&form->in.datasets, "item");
    if (item)
        item->made = true;
    return codebook_apply(&form->in);
}

bool ingest_form(Run *run, const char *region, const char *path)
{
    Form form = {.in = {.run = run, .arena = arena_open()}, .region = region};
    bool done = read_programme(&form);
    if (done) {
        WorkbookInfo info = {
            .title = "Datu iesniegšanas darbgrāmata", .author = "ietekme", .created = DATE_NONE};
        form.book = book_open(form.in.arena, run->diag, path, &info);
        make_styles(&form);
        write_cover(&form);
        form.lists = NULL;
        Sheet *lists = book_sheet(form.book, FORM_LISTS);
        form.lists = lists;
        write_lists(&form);
        for (int i = 0; i < form.in.datasets.count; i++) {
            const Dataset *dataset = &form.in.datasets.items[i];
            if ((dataset->origin & ORIGIN_REGIONAL) && strcmp(dataset->name, "mapping") != 0)
                write_dataset(&form, dataset);
        }
        done = book_close(form.book);
    }
    arena_close(form.in.arena);
    return done;
}
