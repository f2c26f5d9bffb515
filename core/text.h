/* UTF-8 text: validation, normal form, folding for comparison, Latvian order, and a growing buffer.
 * All text inside the program is valid UTF-8 in NFC; `ingest/` sees to that at the edge. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include "core/arena.h"

#include <stdint.h>

/* A text that grows. `data` is always closed with NUL once anything was added. */
typedef struct {
    Arena *arena;
    char *data;
    size_t length, capacity;
} Buffer;

Buffer buffer_open(Arena *arena);
void buffer_add(Buffer *buffer, const void *bytes, size_t length);
void buffer_text(Buffer *buffer, const char *text);
void buffer_format(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far ("" if nothing was added); valid until the buffer grows again. */
const char *buffer_end(Buffer *buffer);

/* Whether the bytes are valid UTF-8. */
bool text_is_utf8(const char *bytes, size_t length);
/* Reads the code point at `*text` and steps over it; U+FFFD for a stray byte; 0 at the end. */
uint32_t text_next(const char **text);
/* Writes a code point as UTF-8 into `out` (room for 5); returns the number of bytes. */
int text_encode(uint32_t code, char *out);
/* Number of code points. */
int text_length(const char *text);

/* NFC, trimmed of white space (NBSP too), control characters but tab and newline dropped. */
char *text_normal(Arena *arena, const char *text, size_t length);
/* For matching: case folded, diacritics dropped, spaces and underscores dropped. */
char *text_key(Arena *arena, const char *text);
/* Case folded (Latvian), NFC; diacritics kept. */
char *text_fold(Arena *arena, const char *text);
/* Lower case first letter, upper case first letter (for sentences made of parts). */
char *text_lower_first(Arena *arena, const char *text);
char *text_upper_first(Arena *arena, const char *text);

/* Latvian alphabet order (33 letters, ā after a, č after c …; y and other letters as in CLDR 48,
 * accents foreign to Latvian and case decide last). Negative, 0, positive like strcmp. */
int text_compare_lv(const char *left, const char *right);
int text_compare_lv_bytes(const char *left, size_t nleft, const char *right, size_t nright);

bool text_equal(const char *left, const char *right); /* NULL equals NULL only */
bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);

/* Of `names`, the one nearest to `word` (edit distance within a third of its length), or NULL. */
const char *text_nearest(Arena *arena, const char *word, const char *const *names, int nname);

/* Splits at `separator` into trimmed parts; empty parts are dropped. Returns their number. */
int text_split(Arena *arena, const char *text, char separator, const char ***parts);

/* Hexadecimal SHA-256 of bytes (64 digits, in `arena`). */
char *text_sha256(Arena *arena, const void *bytes, size_t length);

#endif
