/* Diagnostics: who finds a fault reports it once, with the best place known. A message is one line
 * of messages.def in Latvian and English; its code is stable. */
#ifndef CORE_DIAG_H
#define CORE_DIAG_H

#include "core/arena.h"

#include <stdio.h>

typedef enum { LANG_LV, LANG_EN, LANG_COUNT } Lang;

typedef struct {
    const char *file; /* NULL = the program as a whole */
    int line, column; /* from 1; 0 = not known */
} Place;

typedef enum { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum {
#define MESSAGE(id, code, severity, lv, en) MSG_##id,
#include "core/messages.def"
#undef MESSAGE
    MSG_COUNT
} MessageId;

/* One diagnostic, complete. Texts live as long as the Diag's arena when it keeps them. */
typedef struct {
    Place at;
    Severity severity;
    const char *code;
    const char *text[LANG_COUNT];
} Diagnostic;

typedef struct Diag Diag;
typedef void DiagListener(void *user, const Diagnostic *diagnostic);

/* `out` gets the diagnostics as text (NULL: silent); `json` writes them as lines of JSON. */
Diag *diag_open(Arena *arena, FILE *out, Lang lang, bool json);
/* Is called for each diagnostic in addition to writing it; NULL takes the listener away. */
void diag_listen(Diag *diag, DiagListener *listener, void *user);
/* While silent, diagnostics are neither counted nor written, but the listener still hears them. */
void diag_silence(Diag *diag, bool silent);

/* Report message `id`; what follows are the arguments of its format. diag_fail returns false, so
 * that a caller can `return diag_fail(…)`. */
void diag_report(Diag *diag, Place at, MessageId id, ...);
bool diag_fail(Diag *diag, Place at, MessageId id, ...);
/* A diagnostic whose texts are already made (rules, SQL of a programme folder). */
void diag_put(Diag *diag, const Diagnostic *diagnostic);
/* The texts of a message without reporting it. */
Diagnostic diag_make(Arena *arena, Place at, MessageId id, ...);
Diagnostic diag_vmake(Arena *arena, Place at, MessageId id, va_list list);

int diag_count(const Diag *diag, Severity severity);
Lang diag_lang(const Diag *diag);
const char *diag_code(MessageId id);

#endif
