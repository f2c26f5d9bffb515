/* Faces: files, coverage, kerning by HarfBuzz, and a cache of widths. What the PDF font objects
 * need stands in pdf_face.c. */
#include "report/pdf_font.h"

#include "core/text.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>
#include <unistd.h>

enum { CACHE_START = 4096 };

typedef struct {
    const char *file;
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font;
    double scale; /* font units to thousandths */
} OpenFace;

typedef struct {
    const char *text;
    uint64_t hash;
    double width; /* thousandths */
    Face face;
} Cached;

struct Fonts {
    Arena *arena, *scratch;
    Diag *diag;
    OpenFace face[FACE_COUNT];
    hb_buffer_t *buffer;
    Cached *cache;
    size_t ncache, capacity;
    uint32_t missing; /* first sign without a glyph */
    const char *missing_text;
    const char *missing_file;
};

/* First path that exists is taken: Debian keeps Liberation in one of two folders. */
static const char *const FILES[FACE_COUNT][2] = {
    [FACE_SERIF] = {"gentiumplus/GentiumPlus-Regular.ttf"},
    [FACE_SERIF_ITALIC] = {"gentiumplus/GentiumPlus-Italic.ttf"},
    [FACE_SERIF_BOLD] = {"gentiumplus/GentiumPlus-Bold.ttf"},
    [FACE_SERIF_BOLD_ITALIC] = {"gentiumplus/GentiumPlus-BoldItalic.ttf"},
    [FACE_SANS] = {"crosextra/Carlito-Regular.ttf"},
    [FACE_SANS_ITALIC] = {"crosextra/Carlito-Italic.ttf"},
    [FACE_SANS_BOLD] = {"crosextra/Carlito-Bold.ttf"},
    [FACE_SANS_BOLD_ITALIC] = {"crosextra/Carlito-BoldItalic.ttf"},
    [FACE_EMBLEM] = {"liberation/LiberationSans-Regular.ttf",
                     "liberation2/LiberationSans-Regular.ttf"},
    [FACE_FALLBACK] = {"dejavu/DejaVuSans.ttf"},
};

Fonts *fonts_open(Arena *arena, Diag *diag)
{
    Fonts *fonts = arena_new(arena, Fonts, 1);
    fonts->arena = arena;
    fonts->scratch = arena_open();
    fonts->diag = diag;
    fonts->buffer = hb_buffer_create();
    fonts->capacity = CACHE_START;
    fonts->cache = arena_new(arena, Cached, CACHE_START);
    return fonts;
}

void fonts_close(Fonts *fonts)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        if (!fonts->face[i].font)
            continue;
        hb_font_destroy(fonts->face[i].font);
        hb_face_destroy(fonts->face[i].face);
        hb_blob_destroy(fonts->face[i].blob);
    }
    hb_buffer_destroy(fonts->buffer);
    arena_close(fonts->scratch);
}

static const OpenFace *face_open(Fonts *fonts, Face which)
{
    OpenFace *open = &fonts->face[which];
    if (open->file)
        return open;
    for (int i = 0; i < 2 && !open->file; i++) {
        const char *name = FILES[which][i];
        const char *path =
            name ? arena_format(fonts->arena, "/usr/share/fonts/truetype/%s", name) : NULL;
        if (path && access(path, R_OK) == 0)
            open->file = path;
    }
    if (!open->file) {
        open->file = "";
        if (!fonts->missing_file)
            fonts->missing_file = FILES[which][0];
        return open;
    }
    open->blob = hb_blob_create_from_file(open->file);
    open->face = hb_face_create(open->blob, 0);
    open->font = hb_font_create(open->face);
    open->scale = 1000.0 / hb_face_get_upem(open->face);
    return open;
}

const char *fonts_file(Fonts *fonts, Face face)
{
    const char *file = face_open(fonts, face)->file;
    return *file ? file : NULL;
}

static bool face_has(Fonts *fonts, Face which, uint32_t code)
{
    const OpenFace *open = face_open(fonts, which);
    hb_codepoint_t glyph;
    return open->font && code <= 0xFFFF && hb_font_get_nominal_glyph(open->font, code, &glyph) &&
           glyph != 0;
}

/* What is drawn for a sign: no-break spaces as spaces, invisible signs as nothing (0). */
static uint32_t code_drawn(uint32_t code)
{
    if (code == 0xA0 || code == '\t' || code == '\n' || code == 0x202F || code == 0x2007)
        return ' ';
    if (code == 0x2011)
        return '-';
    if (code < 0x20 || code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF)
        return 0;
    return code;
}

/* The face that draws a sign; FACE_COUNT and a note of the fault if none does. */
static Face face_for(Fonts *fonts, Face wanted, uint32_t code, const char *text)
{
    if (face_has(fonts, wanted, code))
        return wanted;
    if (face_has(fonts, FACE_FALLBACK, code))
        return FACE_FALLBACK;
    if (!fonts->missing) {
        fonts->missing = code;
        fonts->missing_text = arena_text(fonts->arena, text);
    }
    return FACE_COUNT;
}

static void run_shape(Fonts *fonts, Arena *arena, GlyphRun *run)
{
    static const hb_feature_t PLAIN[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'a', 'l', 't'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'c', 'm', 'p'), 0, 0, (unsigned)-1},
        {HB_TAG('l', 'o', 'c', 'l'), 0, 0, (unsigned)-1},
    };
    const OpenFace *open = face_open(fonts, run->face);
    hb_buffer_clear_contents(fonts->buffer);
    for (int i = 0; i < run->count; i++)
        hb_buffer_add(fonts->buffer, run->codes[i], (unsigned)i);
    hb_buffer_set_content_type(fonts->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(fonts->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(fonts->buffer, HB_SCRIPT_LATIN);
    hb_shape(open->font, fonts->buffer, PLAIN, COUNT(PLAIN));
    unsigned nglyph;
    hb_glyph_position_t *at = hb_buffer_get_glyph_positions(fonts->buffer, &nglyph);
    double *advance = arena_new(arena, double, run->count);
    double *kern = arena_new(arena, double, run->count);
    for (int i = 0; i < run->count; i++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(open->font, run->codes[i], &glyph);
        advance[i] = hb_font_get_glyph_h_advance(open->font, glyph) * open->scale;
        if (nglyph == (unsigned)run->count)
            kern[i] = at[i].x_advance * open->scale - advance[i];
        run->width += advance[i] + kern[i];
    }
    run->advance = advance;
    run->kern = kern;
}

int fonts_shape(Fonts *fonts, Arena *arena, Face face, const char *text, const GlyphRun **runs)
{
    size_t length = strlen(text);
    uint16_t *codes = arena_new(arena, uint16_t, length + 1);
    GlyphRun *list = NULL;
    int nrun = 0, capacity = 0, ncode = 0;
    uint32_t code;
    for (const char *at = text; (code = text_next(&at)) != 0;) {
        code = code_drawn(code);
        if (code == 0)
            continue;
        Face drawn = face_for(fonts, face, code, text);
        if (drawn == FACE_COUNT)
            continue;
        if (nrun == 0 || list[nrun - 1].face != drawn) {
            list = arena_room(arena, list, sizeof *list, nrun, &capacity);
            list[nrun++] = (GlyphRun){.face = drawn, .codes = &codes[ncode]};
        }
        codes[ncode++] = (uint16_t)code;
        list[nrun - 1].count++;
    }
    for (int i = 0; i < nrun; i++)
        run_shape(fonts, arena, &list[i]);
    *runs = list;
    return nrun;
}

static uint64_t text_hash(Face face, const char *text)
{
    uint64_t hash = 1469598103934665603u ^ (uint64_t)face;
    for (const char *at = text; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    return hash;
}

static Cached *cache_slot(Cached *cache, size_t capacity, uint64_t hash, Face face,
                          const char *text)
{
    size_t at = hash & (capacity - 1);
    while (cache[at].text &&
           (cache[at].hash != hash || cache[at].face != face || strcmp(cache[at].text, text) != 0))
        at = (at + 1) & (capacity - 1);
    return &cache[at];
}

static void cache_grow(Fonts *fonts)
{
    size_t capacity = fonts->capacity * 2;
    Cached *larger = arena_new(fonts->arena, Cached, capacity);
    for (size_t i = 0; i < fonts->capacity; i++) {
        const Cached *old = &fonts->cache[i];
        if (old->text)
            *cache_slot(larger, capacity, old->hash, old->face, old->text) = *old;
    }
    fonts->cache = larger;
    fonts->capacity = capacity;
}

double fonts_width(Fonts *fonts, Face face, double size, const char *text)
{
    uint64_t hash = text_hash(face, text);
    Cached *slot = cache_slot(fonts->cache, fonts->capacity, hash, face, text);
    if (slot->text)
        return slot->width * size / 1000;
    if (fonts->ncache * 2 > fonts->capacity) {
        cache_grow(fonts);
        slot = cache_slot(fonts->cache, fonts->capacity, hash, face, text);
    }
    const char *kept = arena_text(fonts->arena, text);
    ArenaMark mark = arena_mark(fonts->scratch);
    const GlyphRun *runs;
    int nrun = fonts_shape(fonts, fonts->scratch, face, text, &runs);
    double width = 0;
    for (int i = 0; i < nrun; i++)
        width += runs[i].width;
    arena_release(fonts->scratch, mark);
    *slot = (Cached){kept, hash, width, face};
    fonts->ncache++;
    return width * size / 1000;
}

double fonts_space(Fonts *fonts, Face face, double size)
{
    return fonts_width(fonts, face, size, " ");
}

static double measure_width(void *user, Face face, double size, const char *text)
{
    return fonts_width(user, face, size, text);
}

Measure fonts_measure(Fonts *fonts)
{
    return (Measure){measure_width, fonts};
}

bool fonts_good(Fonts *fonts)
{
    if (fonts->missing_file)
        return diag_fail(fonts->diag, (Place){0}, MSG_PDF_FACE, fonts->missing_file);
    if (fonts->missing)
        return diag_fail(fonts->diag, (Place){0}, MSG_PDF_GLYPH, (unsigned)fonts->missing,
                         fonts->missing_text);
    return true;
}
