/* The few words that the PDF renderer itself puts on a page (contents, figure, made-up data,
 * legends of charts), in both languages. Everything else comes with the document. */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "core/lang.h"

typedef enum {
#define PHRASE(id, lv, en) PHRASE_##id,
#include "report/phrase.def"
#undef PHRASE
    PHRASE_COUNT
} Phrase;

const char *phrase(Lang lang, Phrase which);

/* "7. attēls", "Figure 7"; "5. tabula", "Table 5". */
char *phrase_figure(Arena *arena, Lang lang, int number);
char *phrase_table(Arena *arena, Lang lang, int number);

/* high → "augsta"; an unknown code as it is. */
const char *phrase_grade(Lang lang, const char *grade);
/* How many of four discs a grade (high … very_low) fills; 0 for an unknown one. */
int phrase_grade_level(const char *grade);

#endif
