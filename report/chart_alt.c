/* Alternative text of charts, made from their data: what kind it is, what it says, then each row
 * where they are few, else how many and between which values. */
#include "report/chart.h"

#include "core/text.h"
#include "report/format.h"

#include <math.h>
#include <string.h>

enum { ROWS_TOLD = 24 };

static const char *const KINDS[CHART_KIND_COUNT][LANG_COUNT] = {
    [CHART_BARS] = {"Joslu diagramma", "Bar chart"},
    [CHART_STACKED] = {"Salikta joslu diagramma", "Stacked bar chart"},
    [CHART_LINES] = {"Līniju diagramma", "Line chart"},
    [CHART_FOREST] = {"Intervālu grafiks", "Forest plot"},
    [CHART_EVENT_STUDY] = {"Notikuma laika analīzes grafiks", "Event study"},
    [CHART_FUNNEL] = {"Piltuves grafiks", "Funnel plot"},
    [CHART_CONTROL] = {"Kontroles karte", "Control chart"},
    [CHART_LIKERT] = {"Atbilžu sadalījuma joslas", "Diverging bars of answers"},
    [CHART_DOTS] = {"Punktu un intervālu grafiks", "Dots with intervals"},
    [CHART_BULLET] = {"Vērtības pret mērķiem", "Values against targets"},
    [CHART_CARDS] = {"Rādītāju kartītes", "Indicator cards"},
    [CHART_TILES] = {"Shematiska karte pa pašvaldībām", "Tile map of municipalities"},
    [CHART_MAP] = {"Karte pa pašvaldībām", "Map of municipalities"},
    [CHART_FLOW] = {"Dalībnieku plūsma", "Sample flow"},
    [CHART_MULTIPLES] = {"Mazu līniju diagrammu kopa", "Small line charts"},
    [CHART_GRID] = {"Iesniegto datu režģis", "Grid of data handed in"},
    [CHART_CALENDAR] = {"Ieviešanas kalendārs", "Roll-out calendar"},
    [CHART_LOVE] = {"Grupu līdzsvara grafiks", "Love plot of balance"},
    [CHART_LORENZ] = {"Lorenca līkne", "Lorenz curve"},
    [CHART_SPECIFICATION] = {"Aprēķina variantu līkne", "Specification curve"},
    [CHART_RISKS] = {"Risku matrica", "Risk matrix"},
    [CHART_GANTT] = {"Atskaites punktu laika josla", "Timeline of milestones"},
    [CHART_THEORY] = {"Pārmaiņu teorijas shēma", "Theory of change"},
};

/* What names a row, in this order. */
static const Role NAMES[] = {ROLE_GROUP, ROLE_LABEL, ROLE_SERIES, ROLE_X, ROLE_DATE, ROLE_FROM};

typedef struct {
    Role role;
    const char *word[LANG_COUNT];
} Part;

/* What is said of a row after its value. */
static const Part PARTS[] = {
    {ROLE_TARGET, {"mērķis", "target"}},
    {ROLE_REFERENCE, {"salīdzinājumam", "for comparison"}},
    {ROLE_P, {"p", "p"}},
    {ROLE_STATUS, {"", ""}},
    {ROLE_VERDICT, {"", ""}},
};

static bool is_number_x(const Data *data, Role role)
{
    return role == ROLE_X &&
           (data->node->chart == CHART_FUNNEL || data->node->chart == CHART_RISKS ||
            data->node->chart == CHART_CARDS || data->node->chart == CHART_LORENZ);
}

static void row_name(Buffer *out, const Data *data, int row)
{
    const char *before = "";
    for (int i = 0; i < COUNT(NAMES); i++) {
        const char *text = is_number_x(data, NAMES[i]) ? NULL : data_text(data, row, NAMES[i]);
        if (!text || !*text)
            continue;
        buffer_format(out, "%s%s", before, text);
        before = ", ";
    }
}

static void row_tell(Buffer *out, const Data *data, int row)
{
    row_name(out, data, row);
    const char *value = data_text(data, row, ROLE_Y), *unit = data_text(data, row, ROLE_UNIT);
    const char *before = ": ";
    if (value) {
        buffer_format(out, "%s%s", before, value);
        if (unit && *unit && data_state(data, row, ROLE_Y) == CELL_VALUE)
            buffer_format(out, " %s", unit);
        before = ", ";
    }
    if (!isnan(data_number(data, row, ROLE_LOW)) && !isnan(data_number(data, row, ROLE_HIGH)))
        buffer_format(out, data->lang == LANG_LV ? " (no %s līdz %s)" : " (%s to %s)",
                      data_text(data, row, ROLE_LOW), data_text(data, row, ROLE_HIGH));
    for (int i = 0; i < COUNT(PARTS); i++) {
        const char *text = data_text(data, row, PARTS[i].role);
        if (!text || !*text || data_state(data, row, PARTS[i].role) != CELL_VALUE)
            continue;
        const char *word = PARTS[i].word[data->lang];
        buffer_format(out, "%s%s%s%s", before, word, *word ? " " : "", text);
        before = ", ";
    }
}

static void extremes_tell(Buffer *out, const Data *data, int count)
{
    int least = -1, most = -1;
    for (int row = 0; row < data->table->nrow; row++) {
        double value = data_number(data, row, ROLE_Y);
        if (data->table->rows[row].kind != ROW_DATA || isnan(value))
            continue;
        if (least < 0 || value < data_number(data, least, ROLE_Y))
            least = row;
        if (most < 0 || value > data_number(data, most, ROLE_Y))
            most = row;
    }
    bool latvian = data->lang == LANG_LV;
    buffer_format(out, latvian ? "Rindu skaits – %d" : "Rows: %d", count);
    if (least < 0)
        return;
    buffer_text(out, latvian ? "; mazākā vērtība – " : "; lowest – ");
    row_tell(out, data, least);
    buffer_text(out, latvian ? "; lielākā vērtība – " : "; highest – ");
    row_tell(out, data, most);
}

const char *chart_alt(Arena *arena, const Document *document, const Node *node)
{
    Data data = {document, node, node->table, arena, document->lang};
    Buffer out = buffer_open(arena);
    const char *title = node->title ? node->title : "";
    buffer_text(&out, KINDS[node->chart][document->lang]);
    if (*title)
        buffer_format(&out, ". %s", title);
    buffer_text(&out, text_ends(title, ".") ? " " : ". ");
    int count = 0;
    for (int row = 0; node->table && row < node->table->nrow; row++)
        count += node->table->rows[row].kind == ROW_DATA;
    if (count == 0) {
        buffer_text(&out, document->lang == LANG_LV ? "Datu nav." : "No data.");
        return buffer_end(&out);
    }
    if (count > ROWS_TOLD)
        extremes_tell(&out, &data, count);
    else
        for (int row = 0, told = 0; row < node->table->nrow; row++)
            if (node->table->rows[row].kind == ROW_DATA) {
                buffer_text(&out, told++ > 0 ? "; " : "");
                row_tell(&out, &data, row);
            }
    buffer_text(&out, ".");
    return buffer_end(&out);
}
