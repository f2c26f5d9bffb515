/* Numbers, dates and periods as people of one language write them. Rounding happens here and
 * nowhere else: half away from zero of the stored value. */
#ifndef CORE_LANG_H
#define CORE_LANG_H

#include "core/date.h"
#include "core/diag.h"

#define NBSP "\xc2\xa0"

const char *lang_code(Lang lang); /* "lv", "en" */
bool lang_parse(const char *code, Lang *lang);

/* 12 345,60 and 12,345.60; groups from five digits on in Latvian (NBSP), from four in English;
 * minus U+2212. NaN gives "–". `decimals` from 0 to 15. */
char *lang_number(Arena *arena, Lang lang, double value, int decimals);
/* A share 0–1 as per cent: "12,3 %" (NBSP) and "12.3%". */
char *lang_share(Arena *arena, Lang lang, double share, int decimals);
/* "3000 €", "12 345,60 €" / "€3,000". */
char *lang_eur(Arena *arena, Lang lang, double value, int decimals);
/* "0,036", "< 0,001"; NaN "–". */
char *lang_p(Arena *arena, Lang lang, double p);
/* Rounds half away from zero at `decimals`, judging by the shortest decimal text of the double. */
double lang_round(double value, int decimals);

/* 05.03.2027. and 5 March 2027. */
char *lang_date(Arena *arena, Lang lang, Date date);
/* "2027. gada 5. marts" (CASE_NOMINATIVE), "… martā" (CASE_LOCATIVE), "… marta", "… martam". */
typedef enum { CASE_NOMINATIVE, CASE_GENITIVE, CASE_DATIVE, CASE_ACCUSATIVE, CASE_LOCATIVE } Case;
char *lang_date_long(Arena *arena, Lang lang, Date date, Case wanted);
/* "2027. gada 1. pusgads", "first half of 2027"; other periods "no 14.03.2027. līdz …" */
char *lang_period(Arena *arena, Lang lang, const Period *period, Case wanted);
bool lang_case(const char *word, Case *wanted); /* nom gen dat aku lok */

/* Latvian: one if n mod 10 = 1 and n mod 100 ≠ 11; English: one if n = 1. For a number with
 * decimals Latvian goes by the printed digits after the comma. */
bool lang_is_singular(Lang lang, double value, int decimals);

/* Regions in the case asked for: "Kurzemē", "Rīgas plānošanas reģionā", "valstī kopā" for LV. */
const char *lang_region(Lang lang, const char *region, Case wanted);

#endif
