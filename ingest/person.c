/* Personal codes, local ids, e-mail, telephones → one normal form → a keyed hash. */
#include "ingest/person.h"

#include "core/date.h"
#include "core/stage.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_HEX = 64, PSEUDONYM = 16 };

static void prepare(PersonKey *key)
{
    crypto_generichash_init(&key->started, key->bytes, sizeof key->bytes, PSEUDONYM);
    unsigned char hash[crypto_generichash_BYTES_MIN];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)"ietekme", 7, key->bytes,
                       sizeof key->bytes);
    sodium_bin2hex(key->fingerprint, sizeof key->fingerprint, hash,
                   (sizeof key->fingerprint - 1) / 2);
}

/* The programme folder's path with .key behind it; "." is resolved. */
static char *default_path(Run *run)
{
    char *folder = arena_text(run->arena, run->options->folder);
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        folder[--length] = '\0';
    const char *last = strrchr(folder, '/');
    last = last ? last + 1 : folder;
    if (strcmp(last, ".") == 0 || strcmp(last, "..") == 0 || strcmp(folder, "/") == 0) {
        char *real = realpath(folder, NULL);
        if (real)
            folder = arena_text(run->arena, real);
        free(real);
    }
    return arena_format(run->arena, "%s.key", folder);
}

static bool make_key(Run *run, const char *path, PersonKey *key)
{
    char hex[KEY_HEX + 1];
    randombytes_buf(key->bytes, sizeof key->bytes);
    sodium_bin2hex(hex, sizeof hex, key->bytes, sizeof key->bytes);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    bool done = file >= 0 && write(file, hex, KEY_HEX) == KEY_HEX && write(file, "\n", 1) == 1;
    if (file >= 0 && close(file) != 0)
        done = false;
    if (!done)
        return diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_WRITE, path, strerror(errno));
    diag_report(run->diag, (Place){path, 0, 0}, MSG_KEY_MADE, path);
    return true;
}

static bool read_key(Run *run, FILE *file, const char *path, PersonKey *key)
{
    struct stat status;
    char hex[KEY_HEX + 8] = {0};
    Place at = {path, 0, 0};
    if (fstat(fileno(file), &status) != 0)
        return diag_fail(run->diag, at, MSG_FILE_OPEN, path, strerror(errno));
    if (status.st_mode & (S_IRWXG | S_IRWXO))
        return diag_fail(run->diag, at, MSG_KEY_OPEN, path);
    size_t n = fread(hex, 1, KEY_HEX + 2, file), nbytes = 0;
    while (n && (hex[n - 1] == '\n' || hex[n - 1] == '\r'))
        hex[--n] = '\0';
    if (n != KEY_HEX ||
        sodium_hex2bin(key->bytes, sizeof key->bytes, hex, n, NULL, &nbytes, NULL) != 0 ||
        nbytes != sizeof key->bytes)
        return diag_fail(run->diag, at, MSG_KEY_BAD, path);
    return true;
}

bool person_key_open(Run *run, const char *key_file, bool keep, PersonKey *key)
{
    if (sodium_init() < 0)
        return diag_fail(run->diag, (Place){0}, MSG_NUMERIC, "libsodium", "sodium_init");
    const char *path = !key_file || !*key_file ? default_path(run)
                       : *key_file == '/'
                           ? key_file
                           : arena_format(run->arena, "%s/%s", run->options->folder, key_file);
    FILE *file = fopen(path, "rb");
    bool done = true;
    if (file) {
        done = read_key(run, file, path, key);
        fclose(file);
    } else if (errno != ENOENT) {
        done = diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_OPEN, path, strerror(errno));
    } else if (keep) {
        done = make_key(run, path, key);
    } else {
        randombytes_buf(key->bytes, sizeof key->bytes);
    }
    prepare(key);
    return done;
}

void person_hash(const PersonKey *key, const char *normal, char out[33])
{
    unsigned char hash[PSEUDONYM];
    crypto_generichash_state state = key->started;
    crypto_generichash_update(&state, (const unsigned char *)normal, strlen(normal));
    crypto_generichash_final(&state, hash, sizeof hash);
    sodium_bin2hex(out, 33, hash, sizeof hash);
}

/* What stands in an id. */
typedef struct {
    char digits[64];                /* its digits alone */
    int ndigit, nhyphen, hyphen_at; /* hyphen_at: digits before the first one */
    bool letter, at, plus, other;
} Shape;

static Shape shape_of(const char *id)
{
    Shape shape = {0};
    for (const char *next = id; *next;) {
        const char *before = next;
        uint32_t code = (unsigned char)*next < 0x80 ? (unsigned char)*next++ : text_next(&next);
        if (code >= '0' && code <= '9') {
            if (shape.ndigit < (int)sizeof shape.digits - 1)
                shape.digits[shape.ndigit++] = (char)code;
            else
                shape.letter = true;
        } else if (code == '@') {
            shape.at = true;
        } else if (code == '+') {
            shape.plus = shape.plus || before == id;
            shape.other = shape.other || before != id;
        } else if (code == '-' || code == 0x2010 || code == 0x2011 || code == 0x2013) {
            if (shape.nhyphen++ == 0)
                shape.hyphen_at = shape.ndigit;
        } else if ((code | 32) >= 'a' && (code | 32) <= 'z') {
            shape.letter = true;
        } else if (code > 0x7F && code != 0xA0 && code != 0x202F) {
            shape.letter = true;
        } else if (code != ' ' && code != 0xA0 && code != 0x202F && code != '(' && code != ')') {
            shape.other = true;
        }
    }
    return shape;
}

static int digit(const char *digits, int i)
{
    return digits[i] - '0';
}

/* Codes given out since July 2017: 3 and 2–9 in front, no date and no check digit. */
static bool is_new_code(const char *digits)
{
    return digits[0] == '3' && digits[1] >= '2';
}

static bool has_date(const char *digits)
{
    static const int CENTURIES[] = {1800, 1900, 2000};
    if (digit(digits, 6) > 2)
        return false;
    int day = digit(digits, 0) * 10 + digit(digits, 1);
    int month = digit(digits, 2) * 10 + digit(digits, 3);
    int year = CENTURIES[digit(digits, 6)] + digit(digits, 4) * 10 + digit(digits, 5);
    return date_make(year, month, day) != DATE_NONE;
}

static bool has_check_digit(const char *digits)
{
    static const int WEIGHTS[] = {1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < COUNT(WEIGHTS); i++)
        sum += WEIGHTS[i] * digit(digits, i);
    return (1101 - sum) % 11 % 10 == digit(digits, 10);
}

static PersonKind personal_code(const char *digits, char *normal, size_t size)
{
    snprintf(normal, size, "%s", digits);
    if (is_new_code(digits))
        return PERSON_PLAIN;
    if (!has_date(digits))
        return PERSON_WRONG_DATE;
    return has_check_digit(digits) ? PERSON_PLAIN : PERSON_WRONG_CHECK;
}

static PersonKind telephone(const Shape *shape, char *normal, size_t size)
{
    if (shape->ndigit < 8)
        return PERSON_SHORT_PHONE;
    snprintf(normal, size, "%s", shape->digits + shape->ndigit - 8);
    return PERSON_PLAIN;
}

static void lower(const char *id, char *normal, size_t size)
{
    Arena *arena = arena_open();
    snprintf(normal, size, "%s", text_fold(arena, id));
    arena_close(arena);
}

PersonKind person_normal(const char *id, const char *region, bool number, char *normal, size_t size)
{
    Shape shape = shape_of(id);
    if (shape.at) {
        lower(id, normal, size);
        return PERSON_PLAIN;
    }
    if (shape.letter) {
        size_t length = strlen(id);
        memcpy(normal, id, length < size ? length + 1 : size);
        normal[size - 1] = '\0';
        return PERSON_PLAIN;
    }
    if (shape.plus)
        return telephone(&shape, normal, size);
    if (shape.ndigit == 8 && !shape.other && (shape.digits[0] == '2' || shape.digits[0] == '6'))
        return telephone(&shape, normal, size);
    bool hyphen_right = shape.nhyphen == 0 || (shape.nhyphen == 1 && shape.hyphen_at == 6);
    if (shape.ndigit == 11 && hyphen_right && !shape.other)
        return personal_code(shape.digits, normal, size);
    int behind = shape.ndigit - shape.hyphen_at;
    if (shape.nhyphen == 1 && !shape.other && shape.hyphen_at >= 5 && shape.hyphen_at <= 7 &&
        behind >= 4 && behind <= 6)
        return PERSON_WRONG_LENGTH;
    if (number && shape.ndigit == 10 && shape.nhyphen == 0) {
        char whole[12];
        snprintf(whole, sizeof whole, "0%.10s", shape.digits);
        if (has_date(whole) && has_check_digit(whole)) {
            snprintf(normal, size, "%s", whole);
            return PERSON_ZERO_RESTORED;
        }
    }
    snprintf(normal, size, "%s:%s", region ? region : "", id);
    return PERSON_LOCAL;
}
