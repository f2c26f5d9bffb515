/* Diagnostics: formatting in both languages, counting, writing as text or JSON lines. */
#include "core/diag.h"

#include "core/text.h"

#include <stdarg.h>
#include <string.h>

struct Diag {
    FILE *out;
    Lang lang;
    bool json, silent;
    int count[SEVERITY_ERROR + 1];
    DiagListener *listener;
    void *user;
};

typedef struct {
    const char *code;
    Severity severity;
    const char *text[LANG_COUNT];
} Message;

static const Message MESSAGES[MSG_COUNT] = {
#define MESSAGE(id, code, severity, lv, en) [MSG_##id] = {code, SEVERITY_##severity, {lv, en}},
#include "core/messages.def"
#undef MESSAGE
};

Diag *diag_open(Arena *arena, FILE *out, Lang lang, bool json)
{
    Diag *diag = arena_new(arena, Diag, 1);
    diag->out = out;
    diag->lang = lang;
    diag->json = json;
    return diag;
}

void diag_listen(Diag *diag, DiagListener *listener, void *user)
{
    diag->listener = listener;
    diag->user = user;
}

void diag_silence(Diag *diag, bool silent)
{
    diag->silent = silent;
}

static const char *severity_name(Severity severity, Lang lang)
{
    /* the same words in both languages: editors and tools find places by them */
    static const char *const NAMES[][LANG_COUNT] = {
        [SEVERITY_NOTE] = {"note", "note"},
        [SEVERITY_WARNING] = {"warning", "warning"},
        [SEVERITY_ERROR] = {"error", "error"},
    };
    return NAMES[severity][lang];
}

static void write_json_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            fprintf(out, "\\%c", *at);
        else if (*at < 0x20)
            fprintf(out, "\\u%04x", *at);
        else
            fputc(*at, out);
    }
    fputc('"', out);
}

static void write_json(FILE *out, const Diagnostic *d)
{
    fputs("{\"file\":", out);
    write_json_text(out, d->at.file ? d->at.file : "");
    fprintf(out, ",\"line\":%d,\"column\":%d,\"severity\":", d->at.line, d->at.column);
    write_json_text(out, severity_name(d->severity, LANG_EN));
    fputs(",\"code\":", out);
    write_json_text(out, d->code);
    fputs(",\"lv\":", out);
    write_json_text(out, d->text[LANG_LV]);
    fputs(",\"en\":", out);
    write_json_text(out, d->text[LANG_EN]);
    fputs("}\n", out);
}

static void write_text(FILE *out, Lang lang, const Diagnostic *d)
{
    fprintf(out, "%s:", d->at.file ? d->at.file : "ietekme");
    if (d->at.line > 0)
        fprintf(out, "%d:", d->at.line);
    if (d->at.line > 0 && d->at.column > 0)
        fprintf(out, "%d:", d->at.column);
    fprintf(out, " %s: %s [%s]\n", severity_name(d->severity, lang), d->text[lang], d->code);
}

void diag_put(Diag *diag, const Diagnostic *diagnostic)
{
    if (diag->listener)
        diag->listener(diag->user, diagnostic);
    if (diag->silent)
        return;
    diag->count[diagnostic->severity]++;
    if (!diag->out)
        return;
    if (diag->json)
        write_json(diag->out, diagnostic);
    else
        write_text(diag->out, diag->lang, diagnostic);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* formats come from messages.def */
static Diagnostic make(Arena *arena, Place at, MessageId id, va_list list)
{
    const Message *message = &MESSAGES[id];
    Diagnostic d = {.at = at, .severity = message->severity, .code = message->code};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        va_list again;
        va_copy(again, list);
        d.text[lang] = arena_vformat(arena, message->text[lang], again);
        va_end(again);
    }
    return d;
}
#pragma GCC diagnostic pop

static void report(Diag *diag, Place at, MessageId id, va_list list)
{
    Arena *arena = arena_open();
    Diagnostic d = make(arena, at, id, list);
    diag_put(diag, &d);
    arena_close(arena);
}

void diag_report(Diag *diag, Place at, MessageId id, ...)
{
    va_list list;
    va_start(list, id);
    report(diag, at, id, list);
    va_end(list);
}

bool diag_fail(Diag *diag, Place at, MessageId id, ...)
{
    va_list list;
    va_start(list, id);
    report(diag, at, id, list);
    va_end(list);
    return false;
}

Diagnostic diag_make(Arena *arena, Place at, MessageId id, ...)
{
    va_list list;
    va_start(list, id);
    Diagnostic d = make(arena, at, id, list);
    va_end(list);
    return d;
}

Diagnostic diag_vmake(Arena *arena, Place at, MessageId id, va_list list)
{
    return make(arena, at, id, list);
}

int diag_count(const Diag *diag, Severity severity)
{
    return diag->count[severity];
}

Lang diag_lang(const Diag *diag)
{
    return diag->lang;
}

const char *diag_code(MessageId id)
{
    return MESSAGES[id].code;
}
