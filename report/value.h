/* A value of a block's row as prose: formats and filters as templates and titles write them.
 *
 *   {{kpi.cumulative}}                       in the format of its column
 *   …|integer |decimal1 |share |eur |date    in another (FORMAT_NAMES)
 *   …|eiro  |euro                            4310 eiro; 4310 *euro* (CFLA, legal texts)
 *   …|plural:kopiena,kopienas[,nav nevienas kopienas]   the number and its noun; last: for zero
 *   …|noun:kopiena,kopienas                  the noun alone
 *   …|to:ci_high                             a range: 0,3–2,5 · no −0,2 līdz 0,5 · 0.3 to 2.5
 *   …|date_long:lok  |period:gen  |region:lok   in a case: nom gen dat aku lok
 *   …|signed  |abs  |lower  |upper  |word:verdict
 * Filters follow each other: {{a.gap|abs|decimal1}}. */
#ifndef REPORT_VALUE_H
#define REPORT_VALUE_H

#include "core/text.h"
#include "report/block.h"

/* Marks in rendered Markdown, from Unicode's private use area; data never hold them.
 * MARK_OPEN kind number MARK_CLOSE; kind f: what follows up to MARK_END is a figure. */
#define MARK_OPEN "\xee\x80\x80"
#define MARK_CLOSE "\xee\x80\x81"
#define MARK_END "\xee\x80\x82"

typedef struct {
    Arena *arena;
    Lang lang;
    bool markdown;        /* escape data and mark figures */
    const char **figures; /* figure ids by number, from 0 */
    int nfigure, capacity;
} ValueWriter;

/* Adds the value to `out`. False: `filter` is set to the filter that is not known (the caller
 * knows the place), or to the column that it lacks. */
bool value_write(ValueWriter *writer, Buffer *out, const Block *block, int row, int column,
                 const char *filters, const char **wrong);
/* Plain text escaped, so that Markdown takes it as text. */
void value_escape(Buffer *out, const char *text);
/* "{column}" and "{column|filter}" of a text by the values of a row; plain text. */
const char *value_expand(Arena *arena, Lang lang, const Block *block, int row, const char *text);

#endif
