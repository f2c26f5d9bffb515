/* Municipalities by ATVK code or by any of their names; closed and old codes are known. */
#ifndef INGEST_PLACE_H
#define INGEST_PLACE_H

#include "core/db.h"

typedef struct Places Places;

typedef enum {
    PLACE_FOUND,
    PLACE_RESTORED, /* leading zeros were lost */
    PLACE_CLOSED,   /* `hint` is the unit to write instead */
    PLACE_OLD,      /* a code of before July 2021, with the hint */
    PLACE_PARISH,   /* a code of level 3; `hint` is its municipality */
    PLACE_UNKNOWN
} PlaceKind;

/* Reads data/reference/municipality.csv and old_atvk.csv. */
Places *place_open(Run *run, Arena *arena);
/* `text`: NFC, trimmed. `atvk` lives as long as Places; `hint` is in `arena`, or "". */
PlaceKind place_find(const Places *places, Arena *arena, const char *text, const char **atvk,
                     const char **hint);
/* A parish or town of level 3 by its code; RESTORED or FOUND with the code in `arena`. */
PlaceKind place_parish(const Places *places, Arena *arena, const char *text, const char **code);

#endif
