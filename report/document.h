/* A document: what a report means, before any format. Templates and blocks are built into it
 * (build.c); the renderers lay it out. Numbers stay numbers here: a renderer writes them in the
 * document's language through core/lang. Everything lives in the document's arena. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "core/lang.h"

/* How a value is written. */
typedef enum {
    FORMAT_TEXT,
    FORMAT_NUMBER, /* with `decimals` */
    FORMAT_SHARE,  /* 0–1 as per cent, with `decimals` */
    FORMAT_EUR,    /* with `decimals` */
    FORMAT_DATE,   /* number holds days since 1970 */
    FORMAT_P,      /* p-value, three decimals */
    FORMAT_STATUS, /* text is a status code (met, on_track, …): shape and word */
    FORMAT_GRADE   /* text is high, moderate, low, very_low */
} FormatKind;
typedef struct {
    FormatKind kind;
    int decimals;
} Format;

typedef enum {
    CELL_VALUE,          /* number or text after its format */
    CELL_NOT_APPLICABLE, /* – */
    CELL_HIDDEN,         /* … disclosure control; number is NaN */
    CELL_NOT_DELIVERED,  /* n. i. */
    CELL_BLANK           /* a label column of a group row */
} CellState;
typedef struct {
    CellState state;
    Format format;
    double number;      /* NaN unless the format is numeric */
    const char *text;   /* NULL unless the format is text */
    const char *figure; /* figure id with FIELD, or NULL */
} Cell;

/* What a column means to a chart. A table ignores roles. */
typedef enum {
    ROLE_NONE,
    ROLE_LABEL,
    ROLE_GROUP,
    ROLE_SERIES,
    ROLE_X,
    ROLE_Y,
    ROLE_LOW,
    ROLE_HIGH,
    ROLE_LOW2,
    ROLE_HIGH2,
    ROLE_TARGET,
    ROLE_FORECAST,
    ROLE_FORECAST_LOW,
    ROLE_FORECAST_HIGH,
    ROLE_STATUS,
    ROLE_MDE,
    ROLE_P,
    ROLE_VERDICT,
    ROLE_N,
    ROLE_CLUSTERS,
    ROLE_REFERENCE,
    ROLE_SESOI,
    ROLE_UNIT,
    ROLE_NOTE,
    ROLE_PREVIOUS,
    ROLE_PROBABILITY,
    ROLE_DATE,
    ROLE_FROM,
    ROLE_TO,
    ROLE_DONE,
    ROLE_PARENT,
    ROLE_WEIGHT,
    ROLE_CENTRE,
    ROLE_KEY
} Role;

typedef struct {
    const char *key;   /* the SQL column */
    const char *title; /* head, in the document's language */
    const char *unit;  /* under the head, or NULL */
    Format format;     /* of most of its cells; a cell may differ */
    bool main;         /* main column: bold */
    bool shown;        /* false: carries a role only, no table shows it */
    Role role;
    const char *formula; /* "a / b", "a - b", "a + b" over column keys; the cell holds its value */
    bool total;          /* a total row's cell is the sum of the rows above */
} TableColumn;

typedef enum { ROW_DATA, ROW_GROUP, ROW_TOTAL } RowKind;
typedef struct {
    RowKind kind;
    const Cell *cells; /* one a column */
    const char *below; /* explanation on a line of its own, or NULL */
} TableRow;

/* A table, and the data of a chart. */
typedef struct {
    const TableColumn *columns;
    int ncolumn;
    const TableRow *rows;
    int nrow;
} Table;

typedef enum {
    CHART_BARS,        /* LABEL, Y, (SERIES, TARGET): horizontal; SERIES grouped */
    CHART_STACKED,     /* LABEL, SERIES, Y */
    CHART_LINES,       /* X or DATE, Y, SERIES, (LOW, HIGH, TARGET) */
    CHART_FOREST,      /* LABEL, GROUP, Y, LOW, HIGH, P, MDE, VERDICT, SESOI */
    CHART_EVENT_STUDY, /* X, Y, LOW, HIGH, LOW2, HIGH2, CLUSTERS, SESOI, REFERENCE */
    CHART_FUNNEL,      /* LABEL, X (denominator), Y, LOW, HIGH (95), LOW2, HIGH2 (99,8), CENTRE */
    CHART_CONTROL,   /* X or DATE, Y, CENTRE, LOW, HIGH, NOTE (signal), (SERIES: small multiples) */
    CHART_LIKERT,    /* LABEL, SERIES (answer), Y (share), GROUP (wave or arm) */
    CHART_DOTS,      /* LABEL, Y, LOW, HIGH, REFERENCE */
    CHART_BULLET,    /* LABEL, Y, TARGET, FORECAST…, STATUS */
    CHART_CARDS,     /* as BULLET, with UNIT, PREVIOUS, PROBABILITY, DATE: KPI cards three a row */
    CHART_TILES,     /* KEY (ATVK), LABEL, Y: tile-grid map */
    CHART_MAP,       /* KEY (ATVK), LABEL, Y: true map from geo/ */
    CHART_FLOW,      /* KEY, PARENT, LABEL, N, NOTE: sample flow */
    CHART_MULTIPLES, /* as LINES, one panel a GROUP */
    CHART_GRID,      /* LABEL, SERIES, STATUS: completeness grid */
    CHART_CALENDAR,  /* LABEL, FROM, TO, GROUP: roll-out, communities × time */
    CHART_LOVE,      /* LABEL, Y (after), REFERENCE (before) */
    CHART_LORENZ,    /* X, Y cumulative shares, NOTE */
    CHART_SPECIFICATION, /* Y, LOW, HIGH, SERIES (choice), LABEL (value) */
    CHART_RISKS,         /* KEY, LABEL, X (probability), Y (impact), PREVIOUS */
    CHART_GANTT,         /* LABEL, FROM, TO, DONE, STATUS */
    CHART_THEORY,        /* KEY, PARENT, LABEL, GROUP (level), STATUS, NOTE */
    CHART_KIND_COUNT
} ChartKind;

/* A piece of running text. */
typedef struct {
    const char *text;
    bool bold, italic, code;
    const char *link;    /* URL or "#anchor"; NULL */
    const char *figure;  /* figure id of a printed number; NULL */
    const char *lang;    /* "en" in a Latvian document; NULL: the document's */
    const char *page_of; /* text is the page number of this anchor, known after layout; NULL */
    int footnote;        /* > 0: mark of footnote n */
} Span;

typedef enum {
    NODE_HEADING, /* level 1–3; a level 1 opens a page */
    NODE_PARAGRAPH,
    NODE_LEAD, /* the paragraph under a heading that says what was found */
    NODE_LIST, /* children: NODE_ITEM; level 1 = ordered */
    NODE_ITEM, /* children: blocks */
    NODE_TABLE,
    NODE_CHART,
    NODE_PAIR,    /* two children side by side */
    NODE_CALLOUT, /* children: blocks; tone in `level`: 0 note, 1 signal, 2 noise */
    NODE_MARGIN,  /* text in the margin column beside what follows: badges, references */
    NODE_BADGE,   /* evidence badge in the margin: grade, maryland, link */
    NODE_QUOTE,
    NODE_RULE,
    NODE_PAGE,      /* page break */
    NODE_FOOTNOTE   /* number; spans; stands anywhere, set where its mark is */
} NodeKind;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    int level;
    int number;         /* of a table or figure, from 1; 0 = none */
    const char *anchor; /* unique in the document: block id or heading slug; NULL */
    const Span *spans;  /* heading, paragraph, lead, margin */
    int nspan;
    const char *title;    /* table, chart: the finding in one sentence; callout: its head */
    const char *subtitle; /* measure, unit, who, when */
    const char *note;     /* how to read · n · weight · interval · method · source */
    const char *alt;      /* chart: alternative text made from its data */
    const Table *table;   /* table and chart */
    ChartKind chart;
    const char *grade;   /* badge: high, moderate, low, very_low, or NULL (administrative) */
    int maryland;        /* badge: 1–5, 0 = none */
    double completeness; /* badge of administrative data; NaN = none */
    const char *block;   /* id of the block it came from; NULL */
    const char *sheet;   /* table, chart: name of its sheet in the workbook (a block's header entry
                            `sheet_lv`, `sheet_en`); NULL: named after the heading above it */
    Node *first, *next;  /* children; sibling */
};

typedef struct {
    const char *label, *value;
} Fact;

/* A file that goes with a document: attached to the PDF. */
typedef struct {
    const char *name, *description; /* file name; what it is, in the document's language */
    const char *media;              /* text/csv … */
    const char *relation;           /* Source, Data, Supplement */
    const void *bytes;              /* NULL: the file at `path`, read when rendered; one that is not */
    size_t size;                    /* there is left out */
    const char *path;
} Attached;

typedef struct {
    const char *id; /* study, progress-2027H2, benchmark-kurzeme … */
    Lang lang;
    const char *kind; /* "Progresa pārskats": running head and cover */
    const char *title, *subtitle;
    const char *owner, *project; /* footer: owner · project number */
    const char *region;          /* dossier: the region that is the subject; NULL */
    const Fact *facts;           /* cover */
    int nfact;
    bool made_up;                              /* stamp every page and sheet */
    bool draft;                                /* Melnraksts */
    bool authority;                            /* "not for publication" */
    Date date;                                 /* as-of: metadata, cover */
    const char *logo_eu, *logo_nap, *logo_own; /* PNG paths or NULL */
    bool brief;                                /* four-page style: no contents, larger heads */
    bool figures;                              /* --figures: show figure ids */
    const char *keywords;
    const Attached *attached;
    int nattached;
    Node *first;
} Document;

typedef struct {
    const char *extension; /* "pdf", "xlsx", "txt" */
    bool (*render)(const Document *document, const char *path, Diag *diag);
} Renderer;

extern const Renderer RENDER_TEXT, RENDER_PDF, RENDER_XLSX;

#endif
