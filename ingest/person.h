/* Persons: what an id is, its one normal form, and its pseudonym (keyed BLAKE2b). A raw id goes
 * nowhere but through here. */
#ifndef INGEST_PERSON_H
#define INGEST_PERSON_H

#include "core/db.h"

#include <sodium.h>

typedef struct {
    unsigned char bytes[32];
    crypto_generichash_state started; /* with the key taken in: copied for each id */
    char fingerprint[17];             /* 16 hex digits that identify the key and do not reveal it */
} PersonKey;

typedef enum {
    PERSON_PLAIN, /* taken as it is, programme-wide */
    PERSON_LOCAL, /* digits only: known within its region */
    PERSON_WRONG_LENGTH,
    PERSON_WRONG_DATE,
    PERSON_SHORT_PHONE,
    PERSON_WRONG_CHECK,  /* accepted with a warning */
    PERSON_ZERO_RESTORED /* accepted with a warning */
} PersonKind;

/* Reads or, unless `keep` is false, makes the key file; see DATA.md, privacy.key_file. Without
 * `keep` a missing file gives a key for this run alone. */
bool person_key_open(Run *run, const char *key_file, bool keep, PersonKey *key);

/* The normal form of an id (NFC, trimmed) in `normal` (room for size bytes); `number`: the cell
 * was an XLSX number. */
PersonKind person_normal(const char *id, const char *region, bool number, char *normal,
                         size_t size);
/* 32 hexadecimal digits and NUL. */
void person_hash(const PersonKey *key, const char *normal, char out[33]);

#endif
