/* Hyphenation by libhyphen's patterns, at least three letters on each side. The dictionaries have
 * 8-bit encodings, so words are converted and positions are letters. */
#include "report/pdf_text.h"

#include "core/text.h"

#include <hyphen.h>
#include <iconv.h>
#include <string.h>
#include <unistd.h>

enum { WORD_MOST = 100, SIDE = 3 };

struct Hyphenator {
    HyphenDict *dict;
    iconv_t convert;
    Arena *arena; /* scratch */
};

Hyphenator *hyphenator_open(Arena *arena, Lang lang)
{
    const char *file =
        lang == LANG_LV ? "/usr/share/hyphen/hyph_lv_LV.dic" : "/usr/share/hyphen/hyph_en_GB.dic";
    if (access(file, R_OK) != 0)
        return NULL;
    HyphenDict *dict = hnj_hyphen_load(file);
    if (!dict)
        return NULL;
    iconv_t convert = iconv_open(dict->utf8 ? "UTF-8" : dict->cset, "UTF-8");
    if (convert == (iconv_t)-1) {
        hnj_hyphen_free(dict);
        return NULL;
    }
    Hyphenator *hyphenator = arena_new(arena, Hyphenator, 1);
    *hyphenator = (Hyphenator){dict, convert, arena_open()};
    return hyphenator;
}

void hyphenator_close(Hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    hnj_hyphen_free(hyphenator->dict);
    iconv_close(hyphenator->convert);
    arena_close(hyphenator->arena);
}

void hyphenator_word(Hyphenator *hyphenator, const char *word, size_t length, bool *after,
                     int nletter)
{
    ArenaMark mark = arena_mark(hyphenator->arena);
    char *folded = text_fold(hyphenator->arena, arena_copy(hyphenator->arena, word, length));
    char bytes[WORD_MOST + 1], hyphens[WORD_MOST + 8];
    char *from = folded, *to = bytes;
    size_t left = strlen(folded), room = WORD_MOST;
    iconv(hyphenator->convert, NULL, NULL, NULL, NULL);
    bool good = nletter <= WORD_MOST && iconv(hyphenator->convert, &from, &left, &to, &room) == 0 &&
                to - bytes == nletter; /* one byte a letter */
    arena_release(hyphenator->arena, mark);
    if (!good)
        return;
    *to = '\0';
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    memset(hyphens, 0, sizeof hyphens);
    if (hnj_hyphen_hyphenate3(hyphenator->dict, bytes, nletter, hyphens, NULL, &rep, &pos, &cut,
                              SIDE, SIDE, SIDE, SIDE) != 0)
        return;
    for (int i = SIDE - 1; i < nletter - SIDE; i++)
        after[i] = hyphens[i] & 1;
}
