/* Bytes of a file → physical lines of UTF-8: content, encoding, hash, decoding in chunks. */
#include "ingest/source.h"

#include <errno.h>
#include <iconv.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

/* Counts valid UTF-8 sequences and stray bytes over chunks. */
typedef struct {
    int want;                /* continuation bytes still expected */
    int have;                /* bytes of the sequence so far */
    unsigned char low, high; /* bounds of the next continuation byte */
    int64_t nsequence, nstray;
} Utf8Count;

static void start_sequence(Utf8Count *count, unsigned char byte)
{
    count->low = 0x80;
    count->high = 0xBF;
    count->have = 1;
    if (byte >= 0xC2 && byte <= 0xDF) {
        count->want = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        count->want = 2;
        count->low = byte == 0xE0 ? 0xA0 : 0x80;
        count->high = byte == 0xED ? 0x9F : 0xBF;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        count->want = 3;
        count->low = byte == 0xF0 ? 0x90 : 0x80;
        count->high = byte == 0xF4 ? 0x8F : 0xBF;
    } else if (byte >= 0x80) {
        count->nstray++;
    }
}

static void count_utf8(Utf8Count *count, const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = bytes[i];
        if (count->want == 0) {
            if (byte >= 0x80)
                start_sequence(count, byte);
            continue;
        }
        if (byte >= count->low && byte <= count->high) {
            count->low = 0x80;
            count->high = 0xBF;
            count->have++;
            if (--count->want == 0)
                count->nsequence++;
            continue;
        }
        count->nstray += count->have;
        count->want = 0;
        start_sequence(count, byte);
    }
}

static Content content_of(const unsigned char *start, size_t length, bool blank)
{
    static const unsigned char XLS[] = {0xD0, 0xCF, 0x11, 0xE0};
    if (length >= 4 && memcmp(start, "PK\003\004", 4) == 0)
        return CONTENT_ZIP;
    if (length >= 4 && memcmp(start, "PK\005\006", 4) == 0)
        return CONTENT_ZIP;
    if (length >= 4 && memcmp(start, XLS, 4) == 0)
        return CONTENT_XLS;
    if (blank)
        return CONTENT_EMPTY;
    if (length >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0)
        start += 3, length -= 3;
    while (length && strchr(" \t\r\n", *start) && *start)
        start++, length--;
    bool tag = length >= 2 && *start == '<' &&
               (start[1] == '!' || start[1] == '?' || (start[1] | 32) == 'h' ||
                (start[1] | 32) == 't' || (start[1] | 32) == 'm');
    return tag ? CONTENT_HTML : CONTENT_TEXT;
}

static void decide_encoding(Source *source, const unsigned char *start, size_t length)
{
    source->bom = true;
    if (length >= 2 && start[0] == 0xFF && start[1] == 0xFE) {
        source->encoding = ENCODING_UTF16LE;
    } else if (length >= 2 && start[0] == 0xFE && start[1] == 0xFF) {
        source->encoding = ENCODING_UTF16BE;
    } else if (length >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) {
        source->encoding = ENCODING_UTF8;
    } else {
        source->bom = false;
        bool utf8 = source->nsequence > source->nstray || source->nstray == 0;
        source->encoding = utf8 ? ENCODING_UTF8 : ENCODING_1257;
    }
}

static bool is_blank(const unsigned char *bytes, size_t length, bool first)
{
    size_t from = 0;
    if (first && length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        from = 3;
    else if (first && length >= 2 &&
             (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        from = 2;
    for (size_t i = from; i < length; i++)
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n' && bytes[i])
            return false;
    return true;
}

static FILE *open_source(Run *run, const Source *source)
{
    FILE *file = source->bytes ? fmemopen(source->bytes, (size_t)source->size, "rb")
                               : fopen(source->path, "rb");
    if (!file)
        diag_report(run->diag, (Place){source->shown, 0, 0}, MSG_FILE_OPEN, source->shown,
                    strerror(errno));
    return file;
}

static bool probe(Run *run, Source *source, FILE *file)
{
    unsigned char chunk[CHUNK], start[64] = {0}, hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    Utf8Count count = {0};
    bool blank = true;
    size_t nstart = 0, n;
    source->size = 0;
    while ((n = fread(chunk, 1, CHUNK, file)) > 0) {
        if (source->size == 0) {
            nstart = n < sizeof start ? n : sizeof start;
            memcpy(start, chunk, nstart);
        }
        crypto_hash_sha256_update(&state, chunk, n);
        count_utf8(&count, chunk, n);
        blank = blank && is_blank(chunk, n, source->size == 0);
        source->size += (int64_t)n;
    }
    if (ferror(file) != 0)
        return diag_fail(run->diag, (Place){source->shown, 0, 0}, MSG_FILE_READ, source->shown,
                         strerror(errno));
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2hex(source->sha256, sizeof source->sha256, hash, sizeof hash);
    source->nsequence = count.nsequence;
    source->nstray = count.nstray + (count.want ? count.have : 0);
    source->content = content_of(start, nstart, blank);
    decide_encoding(source, start, nstart);
    return true;
}

bool source_probe(Run *run, const char *path, const char *shown, Source *source)
{
    *source = (Source){.path = path, .shown = shown};
    FILE *file = open_source(run, source);
    bool done = file && probe(run, source, file);
    if (file)
        fclose(file);
    return done;
}

bool source_probe_bytes(Run *run, void *bytes, size_t size, Source *source)
{
    *source = (Source){.shown = "memory", .bytes = bytes, .size = (int64_t)size};
    FILE *file = open_source(run, source);
    bool done = file && probe(run, source, file);
    if (file)
        fclose(file);
    return done;
}

const char *source_encoding(const Source *source)
{
    switch (source->encoding) {
    case ENCODING_UTF16LE:
        return "UTF-16LE";
    case ENCODING_UTF16BE:
        return "UTF-16BE";
    case ENCODING_1257:
        return "Windows-1257";
    default:
        return source->bom ? "UTF-8 BOM" : "UTF-8";
    }
}

struct Lines {
    Arena *arena;
    FILE *file;
    iconv_t converter; /* (iconv_t)-1: none */
    int unit;          /* bytes of a code unit */
    char *raw;         /* undecoded bytes */
    size_t nraw;
    char *text; /* decoded, not yet given out */
    size_t from, to, capacity;
    bool ended;
};

Lines *lines_open(Run *run, const Source *source)
{
    static const char *const NAMES[] = {NULL, "UTF-16LE", "UTF-16BE", "WINDOWS-1257"};
    FILE *file = open_source(run, source);
    if (!file)
        return NULL;
    Arena *arena = arena_open();
    Lines *lines = arena_new(arena, Lines, 1);
    lines->arena = arena;
    lines->file = file;
    lines->unit =
        source->encoding == ENCODING_UTF16LE || source->encoding == ENCODING_UTF16BE ? 2 : 1;
    lines->converter =
        NAMES[source->encoding] ? iconv_open("UTF-8", NAMES[source->encoding]) : (iconv_t)-1;
    lines->raw = arena_new(arena, char, CHUNK + 8);
    lines->capacity = CHUNK * 4;
    lines->text = arena_new(arena, char, lines->capacity);
    int skip = !source->bom ? 0 : lines->unit == 2 ? 2 : 3;
    if (fseek(file, skip, SEEK_SET) != 0)
        lines->ended = true;
    return lines;
}

void lines_close(Lines *lines)
{
    if (lines->converter != (iconv_t)-1)
        iconv_close(lines->converter);
    fclose(lines->file);
    arena_close(lines->arena);
}

/* Room for `more` bytes behind what is left. */
static void make_room(Lines *lines, size_t more)
{
    size_t left = lines->to - lines->from;
    if (lines->from && left)
        memmove(lines->text, lines->text + lines->from, left);
    lines->from = 0;
    lines->to = left;
    if (left + more <= lines->capacity)
        return;
    size_t wanted = (left + more) * 2;
    char *moved = arena_new(lines->arena, char, wanted);
    memcpy(moved, lines->text, left);
    lines->text = moved;
    lines->capacity = wanted;
}

/* Decodes what is in raw; a cut sequence at its end stays there unless the file has ended. */
static void decode(Lines *lines)
{
    char *in = lines->raw, *out = lines->text + lines->to;
    size_t nin = lines->nraw, nout = lines->capacity - lines->to;
    while (nin > 0) {
        if (iconv(lines->converter, &in, &nin, &out, &nout) != (size_t)-1)
            break;
        if (errno == EINVAL && !lines->ended)
            break;
        size_t skip = nin < (size_t)lines->unit ? nin : (size_t)lines->unit;
        in += skip;
        nin -= skip;
        *out++ = (char)0xFF;
        nout--;
    }
    memmove(lines->raw, in, nin);
    lines->nraw = nin;
    lines->to = (size_t)(out - lines->text);
}

/* Fetches another chunk; false at the end of the file. */
static bool fetch(Lines *lines)
{
    if (lines->ended)
        return false;
    make_room(lines, (CHUNK + 8) * 3);
    if (lines->converter == (iconv_t)-1) {
        size_t n = fread(lines->text + lines->to, 1, CHUNK, lines->file);
        lines->to += n;
        lines->ended = n == 0;
        return n > 0;
    }
    size_t n = fread(lines->raw + lines->nraw, 1, CHUNK, lines->file);
    lines->nraw += n;
    lines->ended = n == 0;
    size_t before = lines->to;
    decode(lines);
    return lines->to > before || !lines->ended;
}

/* Index behind the first line end in text, or 0; `more` if a CR is the last byte known. */
static size_t line_end(const char *text, size_t length, bool *more)
{
    const char *lf = memchr(text, '\n', length);
    size_t limit = lf ? (size_t)(lf - text) : length;
    const char *cr = memchr(text, '\r', limit);
    *more = false;
    if (!cr)
        return lf ? limit + 1 : 0;
    size_t at = (size_t)(cr - text);
    if (at + 1 == length)
        *more = true;
    return at + 1 < length && text[at + 1] == '\n' ? at + 2 : at + 1;
}

bool lines_next(Lines *lines, const char **text, size_t *length)
{
    for (;;) {
        size_t left = lines->to - lines->from;
        bool more = false;
        size_t end = left ? line_end(lines->text + lines->from, left, &more) : 0;
        if (left >= LINE_LIMIT && (end == 0 || end > LINE_LIMIT))
            end = LINE_LIMIT;
        else if ((end == 0 || more) && fetch(lines))
            continue;
        left = lines->to - lines->from;
        if (left == 0)
            return false;
        *text = lines->text + lines->from;
        *length = end ? end : left;
        lines->from += *length;
        return true;
    }
}
