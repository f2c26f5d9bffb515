/* Latvian alphabet order by an own table (after CLDR 48): letters with their place, then accents
 * foreign to Latvian, then case. Independent of the machine's locales. */
#include "core/text.h"

#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

/* Each letter is of its own rank in this order; digits before letters, other signs before digits.
 */
static const char ALPHABET[] = "0123456789aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž";

static uint32_t base_letter(uint32_t code)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int n = uc_canonical_decomposition(code, parts);
    return n > 0 ? base_letter(parts[0]) : code;
}

static int place_in_alphabet(uint32_t code)
{
    const char *at = ALPHABET;
    int place = 1;
    for (uint32_t letter = text_next(&at); letter; letter = text_next(&at), place++)
        if (letter == code)
            return place;
    return 0;
}

/* First level: signs by code below letters of the table; foreign letters after ž. */
static uint32_t rank(uint32_t code)
{
    uint32_t lower = uc_tolower(code);
    int place = place_in_alphabet(lower);
    if (!place)
        place = place_in_alphabet(base_letter(lower));
    if (place)
        return 0x1000u + (uint32_t)place;
    return lower < 0x80 ? lower : 0x2000u + lower;
}

typedef struct {
    const char *at, *end;
} Reader;

static uint32_t next(Reader *reader)
{
    if (reader->at >= reader->end)
        return 0;
    return text_next(&reader->at);
}

static int compare(Reader left, Reader right, uint32_t level(uint32_t))
{
    for (;;) {
        uint32_t a = next(&left), b = next(&right);
        uint32_t x = a ? level(a) : 0, y = b ? level(b) : 0;
        if (x != y)
            return x < y ? -1 : 1;
        if (!a)
            return 0;
    }
}

static uint32_t accent(uint32_t code)
{
    return uc_tolower(code);
}

static uint32_t letter_case(uint32_t code)
{
    return uc_tolower(code) == code ? 1 : 2;
}

int text_compare_lv_bytes(const char *left, size_t nleft, const char *right, size_t nright)
{
    Reader a = {left, left + nleft}, b = {right, right + nright};
    int order = compare(a, b, rank);
    if (order == 0)
        order = compare(a, b, accent);
    if (order == 0)
        order = compare(a, b, letter_case);
    if (order == 0)
        order = nleft < nright ? -1 : nleft > nright;
    return order;
}

int text_compare_lv(const char *left, const char *right)
{
    return text_compare_lv_bytes(left, strlen(left), right, strlen(right));
}
