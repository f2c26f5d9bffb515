/* A block: one SELECT over *_published tables with a header that says how its rows are shown. It is
 * the asset report/blocks/NAME.sql; a programme folder may override or add in blocks/.
 *
 *   -- kind: value | table | bars | stacked | lines | forest | event_study | funnel | control |
 *            likert | dots | bullet | cards | tiles | map | flow | multiples | grid | calendar |
 *            love | lorenz | specification | risks | gantt | theory
 *   -- about: what it is for (explain BLOCK)
 *   -- title_lv: the finding in one sentence; {column} or {column|format} of the first row
 *   -- subtitle_lv, note_lv, alt_lv, empty_lv (said in place of an empty table); the same with _en
 *   -- sheet_lv, sheet_en: name of its sheet in the workbook; else named after the heading
 *   -- column NAME: format | title lv | title en | role=y | unit_lv=… | unit_en=… | main | hidden |
 *            figure=FIELD | formula=a / b | total
 *   -- group: column (a row of its own when it changes)      -- below: column (explanation)
 *
 * Formats: FORMAT_NAMES; `period` (its name in words); `by:COLUMN` (the row names it); `word:KIND` (report/words.def),
 * `word:KIND/COLUMN` (KIND_one or KIND_many after the number there).
 * figure=FIELD makes the figure id of the row's column `figure`; figure=COLUMN:FIELD of another,
 * figure=COLUMN: of one that holds the whole id.
 * Columns X_lv and X_en become one column X in the document's language. X_state (hidden,
 * not_delivered, not_applicable) gives the state of X. row_kind: data, total, group.
 * Undeclared columns are data for templates and parameters; no table shows them.
 *
 * Parameters: :lang, :period, :from, :to, :previous, :as_of, :region, and any column of a section
 * that encloses the tag (`{{#activities}} {{> activity_values}}` binds :point). A tag may give
 * :argument itself: {{kpi:events_held.cumulative}}. In a document of
 * profile `authority` a table NAME_published is read as NAME_authority where that exists: this is
 * the only place where it is decided. */
#ifndef REPORT_BLOCK_H
#define REPORT_BLOCK_H

#include "core/asset.h"
#include "core/stage.h"
#include "report/document.h"
#include "report/format.h"

typedef enum { BLOCK_VALUE, BLOCK_TABLE, BLOCK_CHART } BlockKind;

/* A block with its rows, in a language. */
typedef struct {
    const char *name, *anchor; /* the anchor holds the values of section parameters */
    BlockKind kind;
    ChartKind chart;
    const char *title, *subtitle, *note, *alt, *empty, *sheet;
    const char *group, *below; /* column keys or NULL */
    const TableColumn *columns;
    int ncolumn, nrow;
    const Cell *cells;      /* nrow × ncolumn */
    const char *const *raw; /* the same as SQLite's text; NULL is NULL */
} Block;

/* Rows that enclose a tag, innermost first. */
typedef struct Scope Scope;
struct Scope {
    const Block *block;
    int row;
    const Scope *outer;
};

typedef struct {
    const char *name, *value;
} BlockParameter;

/* Where a document takes its blocks from. Loaded blocks are kept. */
typedef struct {
    Run *run;
    Arena *arena;
    Lang lang;
    bool authority;
    const BlockParameter *parameters;
    int nparameter;
    Block **loaded;
    const char **keys;
    int nloaded, loaded_capacity, key_capacity;
} BlockSource;

/* NULL after reporting: unknown block (at `at`), bad header, SQL that may not or does not run. */
const Block *block_load(BlockSource *source, const char *name, const Scope *scope, Place at);
/* Whether there is such a block; its nearest name otherwise (or NULL). */
bool block_exists(Run *run, const char *name, const char **nearest);
int block_column(const Block *block, const char *key); /* -1 if there is none */
const Cell *block_cell(const Block *block, int row, int column);
const char *block_raw(const Block *block, int row, int column);

/* A declared column: `format_by` is "by:COLUMN", "word:KIND" or NULL; `figure` is "FIELD",
 * "COLUMN:FIELD" or NULL. */
typedef struct {
    TableColumn column;
    const char *format_by, *figure;
} BlockColumn;
typedef struct {
    BlockKind kind;
    ChartKind chart;
    const char *about, *title, *subtitle, *note, *alt, *empty, *sheet, *group, *below;
    BlockColumn *columns;
    int ncolumn;
} BlockHeader;
/* Reads the header alone: kind, texts and declared columns, in a language. */
bool block_read_header(Run *run, Arena *arena, const Asset *asset, Lang lang, BlockHeader *header);
/* Reads columns and rows of a query that runs (block_rows.c); false after reporting. */
bool block_read_result(const BlockSource *source, Query *query, const BlockHeader *header,
                       Block *block);
/* The chart kind of a header's `kind`; false if it is none. */
bool block_chart_kind(const char *name, ChartKind *kind);

#endif
