/* Documents made by hand for the tests of the PDF renderer: one of every node and chart kind in
 * Latvian, and a torture document. Tables are written as text: columns by '|', cells by '|'. */
#ifndef TESTS_PDF_FIXTURE_H
#define TESTS_PDF_FIXTURE_H

#include "core/text.h"
#include "report/document.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    Node *last, *first;
    int ntable, nchart;
} Maker;

static inline Node *make_node(Maker *maker, NodeKind kind)
{
    Node *node = arena_new(maker->arena, Node, 1);
    node->kind = kind;
    node->completeness = NAN;
    if (maker->last)
        maker->last->next = node;
    else
        maker->first = node;
    maker->last = node;
    return node;
}

static inline void make_spans(Maker *maker, Node *node, const char *text)
{
    Span *span = arena_new(maker->arena, Span, 1);
    span->text = text;
    node->spans = span;
    node->nspan = 1;
}

static inline Node *make_text(Maker *maker, NodeKind kind, int level, const char *text)
{
    Node *node = make_node(maker, kind);
    node->level = level;
    make_spans(maker, node, text);
    if (kind == NODE_HEADING)
        node->anchor = arena_format(maker->arena, "h-%p-%s", (void *)0, text);
    return node;
}

/* "TITLE:ROLE:FORMAT[:main]" by '|'; formats t n0 n1 n2 s0 s1 e0 d p st. */
static inline Format make_format(const char *code)
{
    static const struct {
        const char *code;
        Format format;
    } FORMATS[] = {
        {"t", {FORMAT_TEXT, 0}},    {"n0", {FORMAT_NUMBER, 0}}, {"n1", {FORMAT_NUMBER, 1}},
        {"n2", {FORMAT_NUMBER, 2}}, {"s0", {FORMAT_SHARE, 0}},  {"s1", {FORMAT_SHARE, 1}},
        {"e0", {FORMAT_EUR, 0}},    {"e2", {FORMAT_EUR, 2}},    {"d", {FORMAT_DATE, 0}},
        {"p", {FORMAT_P, 3}},       {"st", {FORMAT_STATUS, 0}}};
    for (int i = 0; i < COUNT(FORMATS); i++)
        if (strcmp(code, FORMATS[i].code) == 0)
            return FORMATS[i].format;
    return (Format){FORMAT_TEXT, 0};
}

static inline Cell make_cell(Format format, const char *text, RowKind kind)
{
    Cell cell = {CELL_VALUE, format, NAN, NULL, NULL};
    bool numeric = format.kind != FORMAT_TEXT && format.kind != FORMAT_STATUS;
    if (strcmp(text, "-") == 0)
        cell.state = kind == ROW_GROUP ? CELL_BLANK : CELL_NOT_APPLICABLE;
    else if (strcmp(text, "?") == 0)
        cell.state = CELL_HIDDEN;
    else if (strcmp(text, "!") == 0)
        cell.state = CELL_NOT_DELIVERED;
    else if (numeric && kind != ROW_GROUP) {
        char *end;
        cell.number = strtod(text, &end);
        cell.figure = "kpi.test.LV.2026H1.value";
    } else {
        if (kind == ROW_GROUP)
            cell.format = (Format){FORMAT_TEXT, 0};
        cell.text = text;
    }
    return cell;
}

static inline const Table *make_table(Arena *arena, const char *columns, const char *rows)
{
    const char **parts, **lines;
    int ncolumn = text_split(arena, columns, '|', &parts);
    int nline = text_split(arena, rows, '\n', &lines);
    Table *table = arena_new(arena, Table, 1);
    TableColumn *list = arena_new(arena, TableColumn, ncolumn + 1);
    for (int i = 0; i < ncolumn; i++) {
        const char **bits;
        int n = text_split(arena, parts[i], ':', &bits);
        list[i] = (TableColumn){.key = bits[0],
                                .title = bits[0],
                                .shown = true,
                                .role = n > 1 ? (Role)atoi(bits[1]) : ROLE_NONE,
                                .format = make_format(n > 2 ? bits[2] : "t"),
                                .main = n > 3 && strcmp(bits[3], "main") == 0};
    }
    TableRow *out = arena_new(arena, TableRow, nline + 1);
    for (int r = 0; r < nline; r++) {
        const char *line = lines[r];
        RowKind kind = *line == '#' ? ROW_GROUP : *line == '=' ? ROW_TOTAL : ROW_DATA;
        const char **cells;
        int ncell = text_split(arena, kind == ROW_DATA ? line : line + 1, '|', &cells);
        Cell *made = arena_new(arena, Cell, ncolumn + 1);
        for (int i = 0; i < ncolumn; i++)
            made[i] = make_cell(list[i].format, i < ncell ? cells[i] : "-", kind);
        out[r] = (TableRow){kind, made, ncell > ncolumn ? cells[ncolumn] : NULL};
    }
    *table = (Table){list, ncolumn, out, nline};
    return table;
}

static inline Node *make_shown(Maker *maker, const char *title, const char *columns,
                               const char *rows)
{
    Node *node = make_node(maker, NODE_TABLE);
    node->number = ++maker->ntable;
    node->anchor = arena_format(maker->arena, "tabula-%d", node->number);
    node->title = title;
    node->subtitle = "Skaits pa reģioniem, 2026. gada 1. pusgads";
    node->note =
        "… – dati nav publicējami to konfidencialitātes dēļ. Avots: projekta dati. Izdomāti dati.";
    node->table = make_table(maker->arena, columns, rows);
    return node;
}

static inline Node *make_chart(Maker *maker, ChartKind kind, const char *title, const char *columns,
                               const char *rows)
{
    Node *node = make_shown(maker, title, columns, rows);
    maker->ntable--;
    node->kind = NODE_CHART;
    node->chart = kind;
    node->number = ++maker->nchart;
    node->anchor = arena_format(maker->arena, "attels-%d", node->number);
    return node;
}

static inline const char *make_columns(Arena *arena, const char *pattern)
{
    /* names of roles by number, so that a fixture reads L=label … */
    static const struct {
        char letter;
        Role role;
    } ROLES[] = {{'L', ROLE_LABEL},
                 {'G', ROLE_GROUP},
                 {'S', ROLE_SERIES},
                 {'X', ROLE_X},
                 {'Y', ROLE_Y},
                 {'a', ROLE_LOW},
                 {'b', ROLE_HIGH},
                 {'c', ROLE_LOW2},
                 {'d', ROLE_HIGH2},
                 {'T', ROLE_TARGET},
                 {'F', ROLE_FORECAST},
                 {'f', ROLE_FORECAST_LOW},
                 {'g', ROLE_FORECAST_HIGH},
                 {'Z', ROLE_STATUS},
                 {'M', ROLE_MDE},
                 {'P', ROLE_P},
                 {'V', ROLE_VERDICT},
                 {'N', ROLE_N},
                 {'C', ROLE_CLUSTERS},
                 {'R', ROLE_REFERENCE},
                 {'O', ROLE_SESOI},
                 {'U', ROLE_UNIT},
                 {'Q', ROLE_PREVIOUS},
                 {'B', ROLE_PROBABILITY},
                 {'D', ROLE_DATE},
                 {'h', ROLE_FROM},
                 {'t', ROLE_TO},
                 {'e', ROLE_DONE},
                 {'p', ROLE_PARENT},
                 {'m', ROLE_CENTRE},
                 {'K', ROLE_KEY},
                 {'o', ROLE_NOTE},
                 {'w', ROLE_WEIGHT}};
    const char **parts;
    int n = text_split(arena, pattern, ' ', &parts);
    Buffer out = buffer_open(arena);
    for (int i = 0; i < n; i++) {
        const char **bits;
        text_split(arena, parts[i], ':', &bits);
        Role role = ROLE_NONE;
        for (int k = 0; k < COUNT(ROLES); k++)
            if (ROLES[k].letter == bits[0][0])
                role = ROLES[k].role;
        buffer_format(&out, "%s%s:%d:%s", i ? "|" : "", bits[0], (int)role, bits[1]);
    }
    return buffer_end(&out);
}

static inline Node *make_drawn(Maker *maker, ChartKind kind, const char *title, const char *columns,
                               const char *rows)
{
    return make_chart(maker, kind, title, make_columns(maker->arena, columns), rows);
}

static inline const char *DAY(Arena *arena, const char *iso)
{
    return arena_format(arena, "%d", date_parse(iso));
}

#define PROSE                                                                                                \
    "Kopienas atbalstu sāka dažādā laikā. Kopienas, kas sāka vienlaikus, veido sākuma grupu. "        \
    "Katrai grupai aprēķinām, cik rādītājs mainījās no aptaujas pirms atbalsta līdz aptaujai pēc " \
    "tā. To pašu aprēķinām kopienām, kuras tajā laikā atbalstu vēl nesaņēma. Abu izmaiņu "       \
    "starpība ir ietekmes novērtējums; no grupu novērtējumiem iegūstam vidējo – 0,31 (0,12–0,50)."

static const char INDICATOR_ROWS[] =
    "#Programmas rādītāji\n"
    "R01|Atbalstītās kopienas|0|210|31|142|0.676|at_risk|Paskaidrojums: trešais konkurss "
    "izsludināts "
    "40 dienas vēlāk; 28 kopienas sāk 01.07.2028.\n"
    "R02|Pabeigtās iniciatīvas|0|420|64|231|0.55|on_track\n"
    "R03|Pašvaldības ar apstiprinātu iniciatīvu|0|42|4|39|0.929|on_track\n"
    "R04|Kopienas ar pašvērtējumu „Droša kopiena”|0|150|37|151|1.007|met\n"
    "R05|Kopienas, kas darbojas gadu pēc atbalsta beigām|-|75|-|64.3|-|no_forecast\n"
    "#ESF+ kopējie iznākuma rādītāji\n"
    "EECO01|Dalībnieku kopskaits|0|3000|402|1946|0.649|off_track\n"
    "EECO02|Bezdarbnieki, arī ilgstoši|0|-|41|205|-|no_target\n"
    "EECO03|Ilgstošie bezdarbnieki|0|-|?|?|-|no_target\n"
    "EECR03|Ieguvuši kvalifikāciju pēc dalības|0|250|!|!|-|not_reported\n"
    "=Kopā|-|0|3460|540|2700|-|-\n";

static inline void add_tables(Maker *maker)
{
    make_text(maker, NODE_HEADING, 1, "2. Rādītāji");
    make_text(
        maker, NODE_PARAGRAPH, 0,
        "Mērķis ievadīts astoņiem rādītājiem: viens ir sasniegts, trīs, gaidāms, tiks sasniegti, "
        "viens ir apdraudēts.")
        ->kind = NODE_LEAD;
    make_shown(maker,
               "Dalībnieku skaits atpaliek no mērķa, kopienu un iniciatīvu skaits tam tuvojas",
               "Kods:0:t|Rādītājs:0:t|Bāze:0:n0|Mērķis 2029:0:n0|Periodā:0:n0|Kopā:0:n1:main|"
               "% no mērķa:0:s1|Statuss:0:st",
               INDICATOR_ROWS);
    make_shown(maker, "Divas kolonnas nav visa lapa", "Reģions:0:t:main|Iniciatīvas:0:n0",
               "Kurzeme|12\nLatgale|1234\nRīga|56789\nVidzeme|?\nZemgale|0");
}

static inline void add_first_charts(Maker *maker)
{
    make_text(maker, NODE_HEADING, 1, "3. Attēli");
    make_drawn(
        maker, CHART_CARDS, "Četri no sešiem rādītājiem tuvojas mērķim",
        "L:t Y:n0 U:t T:n0 D:d e:s1 F:n0 f:n0 g:n0 Z:st B:s0 X:n0 Q:n0",
        arena_format(
            maker->arena,
            "Atbalstītās kopienas|142|kopienas|210|%s|0.676|204|188|221|at_risk|0.47|31|28\n"
            "Pabeigtās iniciatīvas|231|iniciatīva|420|%s|0.55|430|409|452|on_track|0.84|64|51\n"
            "Pašvaldības, kurās apstiprināta vismaz viena "
            "iniciatīva|39|pašvaldības|42|%s|0.929|41|41|42|on_track|0.88|4|6\n"
            "ESF+ dalībnieki "
            "(EECO01)|1946|cilvēki|3000|%s|0.649|2675|2480|2870|off_track|0.06|402|438\n"
            "Kopienas ar pašvērtējumu|151|kopiena|150|%s|1.007|-|-|-|met|-|37|40\n"
            "Mentora vizītes|!|vizītes|90|%s|-|-|-|-|not_reported|-|-|-",
            DAY(maker->arena, "2029-12-31"), DAY(maker->arena, "2029-12-31"),
            DAY(maker->arena, "2028-12-31"), DAY(maker->arena, "2029-12-31"),
            DAY(maker->arena, "2028-12-31"), DAY(maker->arena, "2028-12-31")));
    make_drawn(maker, CHART_FOREST, "Skaidri pieauga sagatavotība; par uzticēšanos datu ir par maz",
               "L:t G:t Y:n2 a:n2 b:n2 P:p M:n2 V:t O:n2",
               "Sagatavotība krīzēm|Primārie|0.31|0.12|0.50|0.008|0.27|pieauga|0.2\n"
               "Kolektīvā rīcībspēja|Primārie|0.24|0.06|0.42|0.036|0.26|pieauga|0.2\n"
               "Pilsoniskā līdzdalība|Primārie|0.12|-0.04|0.28|0.284|0.23|par maz datu|0.2\n"
               "Uzticēšanās|Primārie|0.09|-0.10|0.28|0.352|0.27|par maz datu|0.2\n"
               "Kaimiņu savstarpējā palīdzība|Sekundārie|0.19|0.02|0.36|0.112|0.24|nav droši|0.2\n"
               "Brīvprātīgā darba stundas|Sekundārie|-0.04|-0.24|0.16|0.693|0.29|par maz datu|0.2");
    make_drawn(maker, CHART_BARS, "Iniciatīvu visvairāk ir tur, kur tās sāka agrāk",
               "L:t Y:n0 T:n0",
               "Kurzeme|34|40\nLatgale|27|30\nRīga|?|30\nVidzeme|31|30\nZemgale|!|20");
    make_drawn(
        maker, CHART_BARS, "Sievietes piedalās biežāk", "L:t S:t Y:n0",
        "Kurzeme|sievietes|340\nKurzeme|vīrieši|140\nLatgale|sievietes|270\nLatgale|vīrieši|90\n"
        "Rīga|sievietes|?\nRīga|vīrieši|120");
    make_drawn(maker, CHART_LINES, "Dalībnieku skaits aug", "X:t Y:n0 S:t T:n0",
               "2026. I|120|šogad|500\n2026. II|240|šogad|500\n2027. I|310|šogad|500\n2027. "
               "II|402|šogad|500\n"
               "2026. I|100|plāns|500\n2026. II|200|plāns|500\n2027. I|300|plāns|500\n2027. "
               "II|400|plāns|500");
    make_drawn(maker, CHART_TILES, "Atbalsts sasniedz 39 no 42 pašvaldībām", "K:t L:t Y:n0",
               "0035000|Limbažu novads|5\n0054000|Valmieras novads|1\n0053000|Valkas novads|0\n"
               "0056000|Ventspils novads|4\n0051000|Talsu "
               "novads|4\n0001000|Rīga|9\n0027000|Dienvidkurzemes novads|7\n"
               "0037000|Ludzas "
               "novads|?\n0006000|Rēzekne|?\n0003000|Jelgava|5\n=-|Kurzeme|34\n=-|Latgale|27");
    Maker pair = {.arena = maker->arena, .ntable = maker->ntable, .nchart = maker->nchart};
    make_drawn(&pair, CHART_DOTS, "Konsultāciju Kurzemē ir vairāk nekā valstī vidēji",
               "G:t L:t Y:n1 a:n1 b:n1 R:n1",
               "Konsultācijas|Kurzeme|3.0|2.4|3.7|1.7\nKonsultācijas|Latgale|2.3|1.7|3.0|1.7\n"
               "Konsultācijas|Rīga|0.9|0.7|1.1|1.7\nKonsultācijas|Vidzeme|2.2|1.7|2.8|1.7\n"
               "Konsultācijas|Zemgale|1.9|1.4|2.6|1.7");
    make_drawn(&pair, CHART_GRID, "Datu pilnīgums: 27 no 30", "L:t S:t Z:st",
               "Kurzeme|Kopienas|delivered\nKurzeme|Dalībnieki|delivered\nKurzeme|Aptauja|late\n"
               "Latgale|Kopienas|delivered\nLatgale|Dalībnieki|missing\nLatgale|Aptauja|partly\n"
               "Rīga|Kopienas|delivered\nRīga|Dalībnieki|delivered\nRīga|Aptauja|not_expected");
    Node *both = make_node(maker, NODE_PAIR);
    both->first = pair.first;
    maker->nchart = pair.nchart;
    make_drawn(
        maker, CHART_BULLET, "Vērtības pret mērķiem", "L:t Y:n0 T:n0 F:n0 f:n0 g:n0 Z:st",
        "Atbalstītās kopienas|142|210|204|188|221|at_risk\nDalībnieki|1946|3000|-|-|-|off_track\n"
        "Mentora vizītes|?|90|-|-|-|no_target");
}

static inline void add_second_charts(Maker *maker)
{
    Arena *arena = maker->arena;
    make_text(maker, NODE_HEADING, 1, "4. Pārējie attēli");
    make_drawn(maker, CHART_EVENT_STUDY, "Pirms atbalsta atšķirību neredz; pēc tā rīcībspēja aug",
               "X:n0 Y:n2 a:n2 b:n2 c:n2 d:n2 C:n0 O:n2",
               "-3|0.03|-0.07|0.13|-0.12|0.18|31|0.2\n-2|-0.02|-0.12|0.08|-0.15|0.11|52|0.2\n"
               "-1|0|0|0|0|0|52|0.2\n0|0.05|-0.03|0.13|-0.07|0.17|52|0.2\n1|0.14|0.05|0.23|0.01|0."
               "27|52|0.2\n"
               "2|0.22|0.12|0.32|0.08|0.36|41|0.2\n3|0.3|0.19|0.41|0.14|0.46|28|0.2\n"
               "4|0.28|0.13|0.43|0.06|0.5|12|0.2");
    make_drawn(
        maker, CHART_FUNNEL, "Kurzemē iniciatīvu ir tik, cik var gaidīt",
        "L:t X:n0 Y:n2 a:n2 b:n2 c:n2 d:n2 m:n2",
        "Kurzeme|276317|1.5|0.75|1.65|0.5|1.9|1.2\nLatgale|245000|1.8|0.72|1.68|0.45|1.95|1.2\n"
        "Rīga|860142|0.6|0.93|1.47|0.8|1.6|1.2\nVidzeme|275000|1.9|0.75|1.65|0.5|1.9|1.2\n"
        "Zemgale|226000|1.6|0.7|1.7|0.4|2.0|1.2");
    make_drawn(maker, CHART_CONTROL, "Tikai konsultācijas pārsniedz robežu",
               "S:t X:t Y:n0 m:n1 a:n0 b:n0 o:t",
               "Konsultācijas|2026. I|40|48|22|73|-\nKonsultācijas|2026. II|35|48|22|73|-\n"
               "Konsultācijas|2027. I|60|48|22|73|-\nKonsultācijas|2027. II|83|48|22|73|signāls\n"
               "Pasākumi|2026. I|9|11|4|17|-\nPasākumi|2026. II|13|11|4|17|-\nPasākumi|2027. "
               "I|!|11|4|17|-\n"
               "Pasākumi|2027. II|8|11|4|17|-");
    make_drawn(maker, CHART_LIKERT, "Visvairāk auga zināšanas par rīcību krīzē", "L:t G:t S:t Y:s0",
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pirms|pilnīgi nepiekrītu|0.04\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pirms|drīzāk nepiekrītu|0.12\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pirms|ne tā, ne tā|0.20\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pirms|drīzāk piekrītu|0.44\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pirms|pilnīgi piekrītu|0.20\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pēc|pilnīgi nepiekrītu|0.03\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pēc|drīzāk nepiekrītu|0.08\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pēc|ne tā, ne tā|0.16\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pēc|drīzāk piekrītu|0.47\n"
               "Kaimiņi palīdzētu, ja man būtu vajadzīga palīdzība|pēc|pilnīgi piekrītu|0.26\n"
               "Vairumam cilvēku šeit var uzticēties|pirms|pilnīgi nepiekrītu|?\n"
               "Vairumam cilvēku šeit var uzticēties|pēc|drīzāk nepiekrītu|0.28\n"
               "Vairumam cilvēku šeit var uzticēties|pēc|pilnīgi piekrītu|0.72");
    make_drawn(maker, CHART_STACKED, "Izdevumi pa darbībām", "L:t S:t Y:e0",
               "24.1.|tieši|120000\n24.1.|netieši|8400\n24.4.|tieši|98000\n24.4.|netieši|6860\n"
               "24.7.|tieši|?\n24.7.|netieši|1200");
    make_drawn(maker, CHART_FLOW, "No 2100 uzaicinātiem atbildēja 1600", "K:t p:t L:t N:n0 C:n0",
               "a|-|Uzaicināti|2100|86\nb|a|Atbildēja pirms atbalsta|1600|86\n"
               "c|a|Neatbildēja|500|-\nd|b|Atbildēja gadu pēc tam|1212|80\ne|b|Atbira|?|6");
    make_drawn(maker, CHART_THEORY, "Trīs saites no piecām ir izmērītas", "p:t L:t G:t Z:st o:t",
               "Mentora atbalsts|Kopienas plāno kopā|output|measured|a\n"
               "Granti līdz 3000 €|Iniciatīvas notiek|output|measured|b\n"
               "Kopienas plāno kopā|Kolektīvā rīcībspēja aug|outcome|measured|c\n"
               "Iniciatīvas notiek|Kolektīvā rīcībspēja aug|outcome|described|d\n"
               "Kolektīvā rīcībspēja aug|Sabiedrība ir noturīgāka|impact|not_measured|e");
    make_drawn(
        maker, CHART_GANTT, "No četriem atskaites punktiem sasniegti divi", "L:t h:d t:d e:d Z:st",
        arena_format(arena,
                     "Analīzes plāns noslēgts|%s|%s|%s|done\nBāzes aptauja|%s|%s|%s|done\n"
                     "Vēlākā aptauja|%s|%s|-|overdue\nIetekmes pētījums publicēts|%s|%s|-|planned",
                     DAY(arena, "2026-01-15"), DAY(arena, "2026-03-12"), DAY(arena, "2026-03-12"),
                     DAY(arena, "2026-03-01"), DAY(arena, "2026-06-30"), DAY(arena, "2026-08-10"),
                     DAY(arena, "2028-02-01"), DAY(arena, "2028-06-30"), DAY(arena, "2028-09-01"),
                     DAY(arena, "2029-03-31")));
    make_drawn(maker, CHART_CALENDAR, "Kopienas sāka četros viļņos", "L:t G:t h:d t:d",
               arena_format(arena,
                            "K-1|1. vilnis|%s|%s\nK-2|1. vilnis|%s|%s\nK-3|2. vilnis|%s|%s\n"
                            "K-4|2. vilnis|%s|%s\nK-5|gaida|-|-\nK-6|gaida|-|-",
                            DAY(arena, "2026-03-01"), DAY(arena, "2027-03-01"),
                            DAY(arena, "2026-03-01"), DAY(arena, "2027-03-01"),
                            DAY(arena, "2027-03-01"), DAY(arena, "2028-03-01"),
                            DAY(arena, "2027-03-01"), DAY(arena, "2028-06-01")));
    make_drawn(
        maker, CHART_RISKS, "Atvērto risku skaits – 4", "K:t L:t X:n0 Y:n0",
        "R1|Trešais konkurss kavējas|4|3\nR2|Atbildētības līmenis ir par zemu|3|5\n"
        "R3|Mentoru trūkst|4|3\nR4|Datu iesniegšana kavējas, jo centros mainās darbinieki|2|2");
    make_drawn(
        maker, CHART_LOVE, "Pēc svēršanas grupas ir līdzīgas", "L:t Y:n2 R:n2",
        "Vecums|0.03|0.28\nSievietes|-0.02|0.12\nPilsēta|0.08|-0.31\nAugstākā izglītība|0.05|0.19");
    make_drawn(
        maker, CHART_LORENZ, "Iniciatīvas sadalītas nevienmērīgi", "X:s0 Y:s0 o:t",
        "0|0|Džini koeficients – 0,31\n0.2|0.05|-\n0.4|0.16|-\n0.6|0.36|-\n0.8|0.62|-\n1|1|-");
    make_drawn(maker, CHART_SPECIFICATION, "Secinājums nemainās 11 no 12 variantiem",
               "K:t Y:n2 a:n2 b:n2 S:t L:t o:t",
               "1|0.31|0.12|0.5|Svari|svērts|galvenais\n1|0.31|0.12|0.5|Metode|starpību "
               "starpība|galvenais\n"
               "2|0.25|0.05|0.45|Svari|nesvērts|-\n2|0.25|0.05|0.45|Metode|starpību starpība|-\n"
               "3|0.18|-0.02|0.38|Svari|svērts|-\n3|0.18|-0.02|0.38|Metode|regresija|-\n"
               "4|0.15|-0.08|0.37|Svari|nesvērts|-\n4|0.15|-0.08|0.37|Metode|regresija|-");
    make_drawn(maker, CHART_MULTIPLES, "Atbalstītajās kopienās pieaug vairāk",
               "G:t S:t X:t Y:s0 a:s0 b:s0",
               "Krājumi trim dienām|atbalstītās|pirms|0.34|0.3|0.38\nKrājumi trim "
               "dienām|atbalstītās|pēc|0.58|0.54|0.62\n"
               "Krājumi trim dienām|gaidošās|pirms|0.34|0.3|0.38\nKrājumi trim "
               "dienām|gaidošās|pēc|0.46|0.41|0.51\n"
               "Tic, ka kopā var|atbalstītās|pirms|0.41|0.37|0.45\nTic, ka kopā "
               "var|atbalstītās|pēc|0.58|0.54|0.62\n"
               "Tic, ka kopā var|gaidošās|pirms|0.42|0.38|0.46\nTic, ka kopā "
               "var|gaidošās|pēc|0.49|0.44|0.54");
}

static inline void add_text(Maker *maker)
{
    Arena *arena = maker->arena;
    make_text(maker, NODE_HEADING, 1, "1. Galvenie secinājumi");
    make_text(maker, NODE_LEAD, 0,
              "Atbalsts palīdzēja tur, kur kopienas mācījās konkrētas lietas: plānot, sadalīt "
              "pienākumus un "
              "sagatavoties.");
    make_text(maker, NODE_HEADING, 2,
              "1.1. Iedzīvotāji atbalstītajās kopienās krīzēm ir sagatavotāki");
    Node *badge = make_node(maker, NODE_BADGE);
    badge->grade = "moderate";
    badge->maryland = 3;
    make_spans(maker, badge, "2. attēls");
    ((Span *)badge->spans)->link = "#attels-2";
    Node *rich = make_text(maker, NODE_PARAGRAPH, 0, PROSE);
    Span *spans = arena_new(arena, Span, 10);
    spans[0].text = PROSE " ";
    spans[1] = (Span){.text = "Treknrakstā", .bold = true};
    spans[2] = (Span){.text = ", slīprakstā un ar "};
    spans[3] = (Span){.text = "saiti uz tabulu", .link = "#tabula-1"};
    spans[4] = (Span){.text = ", "};
    spans[5] = (Span){.page_of = "tabula-1", .link = "#tabula-1"};
    spans[6] = (Span){.text = "." NBSP "lpp.; "};
    spans[7] = (Span){.text = "interrupted time series", .lang = "en", .italic = true};
    rich->spans = spans;
    spans[8] = (Span){.footnote = 1};
    spans[9] = (Span){.footnote = 2};
    rich->nspan = 10;
    for (int i = 1; i <= 2; i++)
        make_text(maker, NODE_FOOTNOTE, 0, i == 1 ? "Pirmā piezīme." : "Otrā piezīme: " PROSE)
            ->number = i;
    make_text(maker, NODE_PARAGRAPH, 0, PROSE);
    Node *admin = make_node(maker, NODE_BADGE);
    admin->completeness = 0.93;
    Maker items = {.arena = arena};
    for (int i = 0; i < 3; i++) {
        Node *item = make_node(&items, NODE_ITEM);
        Maker body = {.arena = arena};
        make_text(&body, NODE_PARAGRAPH, 0,
                  i == 1 ? PROSE : "iniciatīvu konkursā apstiprināja 21 pieteikumu;");
        item->first = body.first;
    }
    Node *list = make_node(maker, NODE_LIST);
    list->first = items.first;
    make_text(maker, NODE_HEADING, 3, "Kas no tā izriet");
    for (int tone = 0; tone < 3; tone++) {
        Maker body = {.arena = arena};
        make_text(&body, NODE_PARAGRAPH, 0, PROSE);
        Node *callout = make_node(maker, NODE_CALLOUT);
        callout->level = tone;
        callout->title = tone == 0   ? "Cik droši mēs esam"
                         : tone == 1 ? "Kas ir signāls"
                                     : "Kas ir tikai nejaušas svārstības";
        callout->first = body.first;
    }
}

static inline Document *fixture_report(Arena *arena)
{
    static const Fact FACTS[] = {
        {"Pētījums", "24.7. apakšpunkts: pasākumu un iniciatīvu ietekmes analīze"},
        {"Projekts",
         "„Sabiedrības noturības stiprināšana un kopienu pašorganizēšanās veicināšana”, Nr. "
         "4.3.4.9./1/25/I/001"},
        {"Dati", "līdz 2028. gada 30. jūnijam"}};
    Maker maker = {.arena = arena};
    add_text(&maker);
    add_tables(&maker);
    add_first_charts(&maker);
    add_second_charts(&maker);
    Document *document = arena_new(arena, Document, 1);
    *document =
        (Document){.id = "study",
                   .lang = LANG_LV,
                   .kind = "Ietekmes pētījums 2028",
                   .title = "Ko mainīja atbalsts vietējām kopienām",
                   .subtitle = "Atbalstītās kopienas krīzēm ir sagatavotas labāk un vairāk tic "
                               "kopīgai rīcībai; par uzticēšanos spriest vēl ir par agru.",
                   .owner = "Latvijas Pilsoniskā alianse",
                   .project = "projekts Nr. 4.3.4.9./1/25/I/001",
                   .facts = FACTS,
                   .nfact = COUNT(FACTS),
                   .made_up = true,
                   .draft = true,
                   .date = date_make(2028, 9, 15),
                   .first = maker.first};
    return document;
}

#define LONG_NAME                                                                                       \
    "Ļoti garš pašvaldības nosaukums, kurā ir vismaz simt divdesmit zīmju, lai redzētu, kas ar " \
    "to "                                                                                               \
    "notiek tabulā un attēlā"
#define LONG_WORD "Pretelektroapgaismošanasiekārtuuzstādītājiem"

static inline const char *many_rows(Arena *arena, int count)
{
    Buffer out = buffer_open(arena);
    for (int i = 0; i < count; i++)
        buffer_format(&out, "%s%d. rinda %s|%d|%s\n", i ? "" : "", i + 1,
                      i % 7 == 3 ? LONG_NAME : "ar tekstu", i * 977,
                      i % 5 == 0   ? "?"
                      : i % 5 == 1 ? "-"
                                   : "0.0321");
    return buffer_end(&out);
}

/* Everything that is too long, too many, missing or alone. */
static inline Document *fixture_torture(Arena *arena)
{
    Maker maker = {.arena = arena};
    make_text(&maker, NODE_HEADING, 1, LONG_NAME);
    Node *badge = make_node(&maker, NODE_BADGE);
    badge->grade = "very_low";
    badge->maryland = 1;
    make_text(&maker, NODE_PARAGRAPH, 0, LONG_WORD LONG_WORD LONG_WORD " " LONG_WORD " un teksts.");
    make_text(&maker, NODE_HEADING, 2, LONG_NAME " " LONG_NAME);
    make_shown(&maker, "Tabula ar 60 rindām", "Nosaukums:0:t:main|Skaits:0:n0|Īpatsvars:0:s1",
               many_rows(arena, 60));
    make_shown(&maker, "Tukša tabula", "Nosaukums:0:t:main|Skaits:0:n0", "");
    make_shown(&maker, "Ļoti plata tabula",
               "Nosaukums:0:t|Pirmā kolonna:0:e2|Otrā kolonna:0:e2|Trešā kolonna:0:e2|Ceturtā:0:e2|"
               "Piektā kolonna:0:e2|Sestā kolonna:0:e2|Septītā:0:e2|Astotā:0:e2|Devītā:0:e2",
               LONG_NAME "|123456789.12|123456789.12|123456789.12|123456789.12|123456789.12|"
                         "123456789.12|123456789.12|123456789.12|0.01\n"
                         "Īss|1|2|3|4|5|6|7|8|-9.99");
    make_text(&maker, NODE_HEADING, 2, "Attēli");
    make_drawn(&maker, CHART_BARS, "Viens stabiņš", "L:t Y:n0", LONG_NAME "|5");
    make_drawn(&maker, CHART_BARS, "Nekā nav", "L:t Y:n0", "A|?\nB|!\nC|-");
    make_drawn(&maker, CHART_BARS, "Milzīgi un sīki skaitļi", "L:t Y:n2",
               "A|123456789012.25\nB|0.01\nC|-5000000000\n" LONG_WORD "|999999999999");
    make_drawn(&maker, CHART_BARS, "Tukšs", "L:t Y:n0", "");
    make_drawn(&maker, CHART_LINES, "Viens punkts", "X:t Y:n0", "2026|5");
    make_drawn(&maker, CHART_LINES, "Viss vienāds", "X:t Y:n0 S:t",
               "2026|5|" LONG_NAME "\n2027|5|" LONG_NAME
               "\n2026|5|b\n2027|5|b\n2026|5|c\n2027|5|c\n2026|5|d\n2027|5|d");
    make_drawn(&maker, CHART_LINES, "Nav vērtību", "X:t Y:n0", "2026|?\n2027|!");
    make_drawn(&maker, CHART_FOREST, "Garš nosaukums un milzīgs intervāls",
               "L:t Y:n2 a:n2 b:n2 P:p V:t",
               LONG_NAME "|1000.55|-90000.12|120000.99|0.0001|" LONG_NAME "\nX|-|-|-|-|-");
    make_drawn(&maker, CHART_CARDS, "Kartītes", "L:t Y:n0 U:t T:n0 Z:st",
               LONG_NAME
               "|123456789012|" LONG_NAME
               "|999999999999|at_risk\nB|?|-|-|no_target\nC|0|x|0|met\nD|-|-|5|no_forecast");
    make_drawn(&maker, CHART_DOTS, "Punkti", "L:t Y:n1 a:n1 b:n1 R:n1",
               LONG_NAME "|5|-|-|5\nRīga|?|-|-|5\nZemgale|1000000|-5|2000000|5");
    make_drawn(&maker, CHART_BULLET, "Mērķi", "L:t Y:n0 T:n0 Z:st",
               LONG_NAME "|123456789012|5|at_risk\nB|!|-|not_reported");
    make_drawn(&maker, CHART_TILES, "Karte", "K:t L:t Y:s1",
               "0001000|Rīga|0.5\n0002000|Daugavpils|1");
    make_drawn(&maker, CHART_GRID, "Režģis", "L:t S:t Z:st",
               LONG_NAME "|" LONG_NAME "|delivered\n" LONG_NAME "|Otrā|missing\nB|Trešā|late");
    make_drawn(&maker, CHART_EVENT_STUDY, "Viens punkts", "X:n0 Y:n2 a:n2 b:n2 C:n0",
               "2|0.5|-900|1000|123456");
    make_drawn(&maker, CHART_EVENT_STUDY, "Tikai pirms", "X:n0 Y:n2 a:n2 b:n2",
               "-3|0.5|0.1|0.9\n-2|?|-|-\n-1|0.5|0.1|0.9");
    make_drawn(&maker, CHART_FUNNEL, "Viens", "L:t X:n0 Y:n2 m:n2", LONG_NAME "|5|1|1\nB|?|1|1");
    make_drawn(&maker, CHART_FUNNEL, "Visi vienā vietā", "L:t X:n0 Y:n2 a:n2 b:n2 c:n2 d:n2 m:n2",
               "Kurzeme|100|1|0|2|0|3|1\nLatgale|100|1|0|2|0|3|1\nRīga|100|1|0|2|0|3|1\nVidzeme|"
               "100|1|0|2|0|3|1\nZemgale|100|1|0|2|0|3|1");
    make_drawn(&maker, CHART_CONTROL, "Viens", "S:t X:t Y:n0 m:n0 a:n0 b:n0",
               LONG_NAME "|" LONG_NAME "|5|-|-|-\nB|2027|?|3|1|5\nC|x|12345678901|3|1|99999999999");
    make_drawn(&maker, CHART_LIKERT, "Divas atbildes", "L:t S:t Y:s0",
               LONG_NAME "|" LONG_NAME "|1\n" LONG_NAME "|nē|0\nB|nē|?");
    make_drawn(&maker, CHART_STACKED, "Milzīgi", "L:t S:t Y:e0",
               LONG_NAME "|" LONG_NAME "|99999999999\nB|b|1\nC|b|-");
    make_drawn(&maker, CHART_FLOW, "Garš", "K:t p:t L:t N:n0",
               "a|-|" LONG_NAME "|123456789012\nb|a|" LONG_WORD
               "|?\nc|a|c|1\nd|a|d|1\ne|zz|e|1\nf|f|f|1");
    make_drawn(&maker, CHART_THEORY, "Loks", "p:t L:t Z:st",
               LONG_NAME "|B|measured\nB|" LONG_NAME "|not_measured\nB|" LONG_WORD "|described");
    make_drawn(&maker, CHART_GANTT, "Viens", "L:t t:d Z:st",
               LONG_NAME "|20000|overdue\nB|-|planned");
    make_drawn(&maker, CHART_CALENDAR, "Viens", "L:t h:d t:d",
               LONG_NAME "|20000|-\nB|-|-\nC|20100|20000");
    make_drawn(&maker, CHART_RISKS, "Daudz", "K:t L:t X:n0 Y:n0",
               "R1|a|3|3\nR2|b|3|3\nR3|c|3|3\nR4|d|3|3\nR5|e|3|3\nR6|f|3|3\nR7|g|3|3\nR8|h|3|3\nR-"
               "99999|" LONG_NAME "|3|3\nX|x|9|-4\nY|y|?|1");
    make_drawn(&maker, CHART_LOVE, "Viens", "L:t Y:n2 R:n2", LONG_NAME "|0|0\nB|?|5");
    make_drawn(&maker, CHART_LORENZ, "Viens", "X:s0 Y:s0 o:t", "0.5|0.5|" LONG_NAME);
    make_drawn(&maker, CHART_SPECIFICATION, "Viens", "Y:n2 S:t L:t", "5|" LONG_NAME "|" LONG_NAME);
    make_drawn(&maker, CHART_MULTIPLES, "Viens", "G:t X:t Y:n0",
               LONG_NAME "|" LONG_NAME "|123456789012\nB|x|?");
    Maker items = {.arena = arena};
    for (int i = 0; i < 40; i++) {
        Maker body = {.arena = arena};
        make_text(&body, NODE_PARAGRAPH, 0, i % 9 == 4 ? PROSE : "īss punkts");
        make_node(&items, NODE_ITEM)->first = body.first;
    }
    Node *list = make_node(&maker, NODE_LIST);
    list->level = 1;
    list->first = items.first;
    Maker long_note = {.arena = arena};
    for (int i = 0; i < 14; i++)
        make_text(&long_note, NODE_PARAGRAPH, 0, PROSE);
    Node *callout = make_node(&maker, NODE_CALLOUT);
    callout->title = LONG_NAME;
    callout->first = long_note.first;
    Document *document = arena_new(arena, Document, 1);
    *document = (Document){.id = "torture",
                           .lang = LANG_LV,
                           .kind = LONG_NAME,
                           .title = LONG_NAME,
                           .subtitle = LONG_NAME " " LONG_NAME,
                           .owner = LONG_NAME,
                           .project = LONG_NAME,
                           .made_up = true,
                           .draft = true,
                           .authority = true,
                           .date = DATE_NONE,
                           .first = maker.first};
    return document;
}

#endif
