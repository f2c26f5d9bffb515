/* How a value is written: names of formats as blocks and templates spell them, words for codes, and
 * the text of a cell. Every renderer that needs a cell as text takes it from here. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include "report/document.h"

/* text, integer, decimal0 … decimal6, share, share0 … share3, eur, eur2, date, p, status, grade;
 * false if the name is none of them. `share` has one decimal. */
bool format_parse(const char *name, Format *format);
/* The names, for messages. */
extern const char FORMAT_NAMES[];
bool format_is_number(Format format);

/* The word for a code: word_find(LANG_LV, "status", "met") is "sasniegts". NULL if there is none.
 */
const char *word_find(Lang lang, const char *kind, const char *code);

/* A number in a format, without regard to its state. */
char *format_number(Arena *arena, Lang lang, Format format, double number);
/* What a reader sees in the cell: value, "…", "n. i.", "–" or "" for CELL_BLANK. */
const char *format_cell(Arena *arena, Lang lang, const Cell *cell);
/* The mark of a state that has no value: "…", "n. i." / "n/d", "–". */
const char *format_mark(Lang lang, CellState state);

#endif
