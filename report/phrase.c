/* Phrases of the printed page in both languages. */
#include "report/phrase.h"

#include "report/format.h"

#include <string.h>

const char *phrase(Lang lang, Phrase which)
{
    static const char *const PHRASES[][LANG_COUNT] = {
#define PHRASE(id, lv, en) [PHRASE_##id] = {lv, en},
#include "report/phrase.def"
#undef PHRASE
    };
    return PHRASES[which][lang];
}

char *phrase_figure(Arena *arena, Lang lang, int number)
{
    return arena_format(arena, lang == LANG_LV ? "%d. attēls" : "Figure %d", number);
}

char *phrase_table(Arena *arena, Lang lang, int number)
{
    return arena_format(arena, lang == LANG_LV ? "%d. tabula" : "Table %d", number);
}

int phrase_grade_level(const char *grade)
{
    static const char *const GRADES[] = {"very_low", "low", "moderate", "high"};
    for (int i = 0; grade && i < COUNT(GRADES); i++)
        if (strcmp(grade, GRADES[i]) == 0)
            return i + 1;
    return 0;
}

const char *phrase_grade(Lang lang, const char *grade)
{
    const char *word = word_find(lang, "grade", grade);
    return word ? word : grade;
}
