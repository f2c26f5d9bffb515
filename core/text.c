/* UTF-8 text: buffers, validation, normal form, folding, splitting. Unicode is libunistring's. */
#include "core/text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>
#include <unistr.h>

Buffer buffer_open(Arena *arena)
{
    return (Buffer){.arena = arena};
}

void buffer_add(Buffer *buffer, const void *bytes, size_t length)
{
    if (buffer->length + length + 1 > buffer->capacity) {
        size_t more = (buffer->length + length + 1) * 2;
        char *moved = arena_alloc(buffer->arena, 1, more < 64 ? 64 : more);
        if (buffer->length)
            memcpy(moved, buffer->data, buffer->length);
        buffer->data = moved;
        buffer->capacity = more < 64 ? 64 : more;
    }
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_text(Buffer *buffer, const char *text)
{
    if (text)
        buffer_add(buffer, text, strlen(text));
}

void buffer_format(Buffer *buffer, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = arena_vformat(buffer->arena, format, list);
    va_end(list);
    buffer_text(buffer, text);
}

const char *buffer_end(Buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

bool text_is_utf8(const char *bytes, size_t length)
{
    return u8_check((const uint8_t *)bytes, length) == NULL;
}

uint32_t text_next(const char **text)
{
    const uint8_t *at = (const uint8_t *)*text;
    if (*at == 0)
        return 0;
    ucs4_t code;
    int used = u8_strmbtouc(&code, at);
    if (used <= 0) {
        (*text)++;
        return 0xFFFD;
    }
    *text += used;
    return code;
}

int text_encode(uint32_t code, char *out)
{
    int used = u8_uctomb((uint8_t *)out, code, 4);
    if (used < 0)
        used = 0;
    out[used] = '\0';
    return used;
}

int text_length(const char *text)
{
    int length = 0;
    while (text_next(&text))
        length++;
    return length;
}

static bool is_space(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 ||
           code == 0x202F || code == 0x2009 || code == 0xFEFF || code == 0x200B;
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
}

/* Trimmed copy without control characters. */
static char *clean(Arena *arena, const char *text, size_t length)
{
    char *source = arena_copy(arena, text, length);
    char *out = arena_alloc(arena, 1, length + 8);
    size_t used = 0, end = 0;
    const char *at = source;
    for (uint32_t code = text_next(&at); code; code = text_next(&at)) {
        if (is_control(code) || (used == 0 && is_space(code)))
            continue;
        used += (size_t)text_encode(code, out + used);
        if (!is_space(code))
            end = used;
    }
    out[end] = '\0';
    return out;
}

static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x7F || (unsigned char)text[i] < 0x20)
            return false;
    return length == 0 || (text[0] != ' ' && text[length - 1] != ' ');
}

char *text_normal(Arena *arena, const char *text, size_t length)
{
    if (is_plain(text, length))
        return arena_copy(arena, text, length);
    char *trimmed = clean(arena, text, length);
    size_t size = 0;
    uint8_t *normal =
        u8_normalize(UNINORM_NFC, (const uint8_t *)trimmed, strlen(trimmed), NULL, &size);
    if (!normal)
        return trimmed;
    char *copy = arena_copy(arena, normal, size);
    free(normal);
    return copy;
}

static char *casefold(Arena *arena, const char *text, uninorm_t form)
{
    size_t size = 0;
    uint8_t *folded = u8_casefold((const uint8_t *)text, strlen(text), "lv", form, NULL, &size);
    char *copy = folded ? arena_copy(arena, folded, size) : arena_text(arena, text);
    free(folded);
    return copy;
}

char *text_fold(Arena *arena, const char *text)
{
    return casefold(arena, text, UNINORM_NFC);
}

char *text_key(Arena *arena, const char *text)
{
    char *folded = casefold(arena, text, UNINORM_NFD);
    char *out = folded;
    const char *at = folded;
    for (uint32_t code = text_next(&at); code; code = text_next(&at)) {
        if (is_space(code) || code == '_' ||
            uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Mn))
            continue;
        char letter[8];
        int size = text_encode(code, letter);
        memcpy(out, letter, (size_t)size); /* never longer than what was read */
        out += size;
    }
    *out = '\0';
    return folded;
}

static char *change_first(Arena *arena, const char *text, bool upper)
{
    const char *rest = text;
    uint32_t code = text_next(&rest);
    if (!code)
        return arena_text(arena, text);
    char first[8];
    text_encode(upper ? uc_toupper(code) : uc_tolower(code), first);
    return arena_format(arena, "%s%s", first, rest);
}

char *text_lower_first(Arena *arena, const char *text)
{
    return change_first(arena, text, false);
}

char *text_upper_first(Arena *arena, const char *text)
{
    return change_first(arena, text, true);
}

bool text_equal(const char *left, const char *right)
{
    return left == right || (left && right && strcmp(left, right) == 0);
}

bool text_starts(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

bool text_ends(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int least(int a, int b, int c)
{
    int two = a < b ? a : b;
    return two < c ? two : c;
}

/* Edit distance over bytes; words are short names. */
static int distance(Arena *arena, const char *left, const char *right)
{
    int nleft = (int)strlen(left), nright = (int)strlen(right);
    int *row = arena_new(arena, int, nright + 1);
    for (int j = 0; j <= nright; j++)
        row[j] = j;
    for (int i = 1; i <= nleft; i++) {
        int corner = row[0];
        row[0] = i;
        for (int j = 1; j <= nright; j++) {
            int above = row[j];
            row[j] = least(row[j] + 1, row[j - 1] + 1, corner + (left[i - 1] != right[j - 1]));
            corner = above;
        }
    }
    return row[nright];
}

const char *text_nearest(Arena *arena, const char *word, const char *const *names, int nname)
{
    const char *best = NULL;
    int best_distance = (int)strlen(word) / 3 + 2;
    for (int i = 0; i < nname; i++) {
        ArenaMark mark = arena_mark(arena);
        int far = distance(arena, word, names[i]);
        arena_release(arena, mark);
        if (far < best_distance) {
            best = names[i];
            best_distance = far;
        }
    }
    return best;
}

int text_split(Arena *arena, const char *text, char separator, const char ***parts)
{
    int count = 0, capacity = 0;
    *parts = NULL;
    while (text && *text) {
        const char *end = strchr(text, separator);
        size_t length = end ? (size_t)(end - text) : strlen(text);
        char *part = text_normal(arena, text, length);
        if (*part) {
            *parts = arena_room(arena, *parts, sizeof **parts, count, &capacity);
            (*parts)[count++] = part;
        }
        text = end ? end + 1 : text + length;
    }
    return count;
}

char *text_sha256(Arena *arena, const void *bytes, size_t length)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, length);
    char *hex = arena_alloc(arena, 1, sizeof hash * 2 + 1);
    sodium_bin2hex(hex, sizeof hash * 2 + 1, hash, sizeof hash);
    return hex;
}
