/* Reads the figures back out of a written PDF: the text of every marked-content property
 * IETEKME_Figure, decoded through the fonts' ToUnicode maps, by qpdf. For `verify`. */
#include "report/report.h"

#include "core/text.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

enum { NESTING = 32, CODES = 65536 };

typedef struct {
    const char *name;
    uint32_t *unicode; /* by glyph code; 0: not known */
} Face;

typedef struct {
    Run *run;
    Arena *arena;
    qpdf_data qpdf;
    PrintedFigure *list;
    int nlist, capacity;
    int page;
    Face *faces; /* of the page */
    int nface, face_capacity;
    const Face *face;
    const char *open[NESTING]; /* figure of each open marked content, or NULL */
    int depth;
    const char *property; /* the figure id since the last operator */
    const char *name;     /* the last name operand */
    Buffer shown;         /* strings since the last operator, as glyph codes */
    Buffer text;          /* of the open figure */
} Reader;

/* ---- ToUnicode ---- */

static const char *read_hex(const char *at, uint32_t *value, int *ndigit)
{
    at = strchr(at, '<');
    if (!at)
        return NULL;
    char *end;
    *value = (uint32_t)strtoul(at + 1, &end, 16);
    *ndigit = (int)(end - at - 1);
    return *end == '>' ? end + 1 : NULL;
}

/* Lines `<code> <unicode>` of bfchar, `<from> <to> <unicode>` of bfrange. */
static void read_section(const char *at, const char *end, bool range, uint32_t *unicode)
{
    uint32_t from, to, first;
    int digits;
    while (at && at < end) {
        at = read_hex(at, &from, &digits);
        to = from;
        if (at && range)
            at = read_hex(at, &to, &digits);
        if (at)
            at = read_hex(at, &first, &digits);
        if (!at || at > end)
            return;
        for (uint32_t code = from; digits <= 4 && code <= to && code < CODES; code++)
            unicode[code] = first + code - from;
    }
}

static void read_map(const char *map, uint32_t *unicode)
{
    static const char *const STARTS[] = {"beginbfchar", "beginbfrange"};
    static const char *const ENDS[] = {"endbfchar", "endbfrange"};
    for (int kind = 0; kind < 2; kind++)
        for (const char *at = strstr(map, STARTS[kind]); at; at = strstr(at + 1, STARTS[kind])) {
            const char *end = strstr(at, ENDS[kind]);
            if (end)
                read_section(at + strlen(STARTS[kind]), end, kind == 1, unicode);
        }
}

static void add_face(Reader *reader, const char *name, qpdf_oh font)
{
    reader->faces = arena_room(reader->arena, reader->faces, sizeof *reader->faces, reader->nface,
                               &reader->face_capacity);
    Face *face = &reader->faces[reader->nface++];
    *face = (Face){arena_text(reader->arena, name), arena_new(reader->arena, uint32_t, CODES)};
    qpdf_oh map = qpdf_oh_get_key(reader->qpdf, font, "/ToUnicode");
    unsigned char *bytes = NULL;
    size_t size = 0;
    if (!qpdf_oh_is_stream(reader->qpdf, map) ||
        qpdf_oh_get_stream_data(reader->qpdf, map, qpdf_dl_all, NULL, &bytes, &size) & QPDF_ERRORS)
        return;
    read_map(arena_copy(reader->arena, bytes, size), face->unicode);
    free(bytes);
}

static void read_faces(Reader *reader, qpdf_oh page)
{
    qpdf_oh resources = qpdf_oh_get_key(reader->qpdf, page, "/Resources");
    qpdf_oh fonts = qpdf_oh_get_key(reader->qpdf, resources, "/Font");
    reader->nface = 0;
    if (!qpdf_oh_is_dictionary(reader->qpdf, fonts))
        return;
    qpdf_oh_begin_dict_key_iter(reader->qpdf, fonts);
    while (qpdf_oh_dict_more_keys(reader->qpdf)) {
        const char *name = qpdf_oh_dict_next_key(reader->qpdf);
        add_face(reader, name, qpdf_oh_get_key(reader->qpdf, fonts, name));
    }
}

/* ---- the page's content ---- */

/* What was shown, two bytes a glyph, as UTF-8 behind the open figure's text. */
static void take_shown(Reader *reader)
{
    const unsigned char *bytes = (const unsigned char *)buffer_end(&reader->shown);
    bool inside = false;
    for (int i = 0; i < reader->depth; i++)
        inside = inside || reader->open[i];
    for (size_t i = 0; inside && reader->face && i + 1 < reader->shown.length; i += 2) {
        char letter[5];
        uint32_t code = reader->face->unicode[bytes[i] * 256u + bytes[i + 1]];
        int size = text_encode(code ? code : 0xFFFD, letter);
        buffer_add(&reader->text, letter, (size_t)size);
    }
}

static void close_mark(Reader *reader)
{
    if (reader->depth == 0)
        return;
    const char *figure = reader->open[--reader->depth];
    if (!figure || reader->text.length == 0)
        return;
    reader->list = arena_room(reader->arena, reader->list, sizeof *reader->list, reader->nlist,
                              &reader->capacity);
    reader->list[reader->nlist++] =
        (PrintedFigure){figure, arena_text(reader->arena, buffer_end(&reader->text)), reader->page};
    reader->text = buffer_open(reader->arena);
}

static void run_operator(Reader *reader, const char *word, size_t length)
{
    if (length == 2 && strncmp(word, "Tf", 2) == 0) {
        reader->face = NULL;
        for (int i = 0; reader->name && i < reader->nface; i++)
            if (strcmp(reader->faces[i].name, reader->name) == 0)
                reader->face = &reader->faces[i];
    } else if (length == 2 && (strncmp(word, "Tj", 2) == 0 || strncmp(word, "TJ", 2) == 0)) {
        take_shown(reader);
    } else if (length == 3 && (strncmp(word, "BDC", 3) == 0 || strncmp(word, "BMC", 3) == 0)) {
        if (reader->depth < NESTING)
            reader->open[reader->depth++] = reader->property;
    } else if (length == 3 && strncmp(word, "EMC", 3) == 0) {
        close_mark(reader);
    }
    reader->property = NULL;
    reader->shown.length = 0;
}

static const char *read_literal(Reader *reader, const char *at, Buffer *out)
{
    (void)reader;
    for (int depth = 1; *++at && depth > 0;) {
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        if (*at == '\\' && at[1])
            at++;
        if (depth > 0)
            buffer_add(out, at, 1);
    }
    return at;
}

static const char *read_hex_string(Reader *reader, const char *at)
{
    char pair[3] = "";
    int count = 0;
    for (at++; *at && *at != '>'; at++) {
        if (*at == ' ' || *at == '\n')
            continue;
        pair[count++] = *at;
        if (count == 2) {
            char byte = (char)strtoul(pair, NULL, 16);
            buffer_add(&reader->shown, &byte, 1);
            count = 0;
        }
    }
    return *at ? at + 1 : at;
}

/* One token from `at` on; the place behind it. */
static const char *read_token(Reader *reader, const char *at)
{
    static const char BREAKS[] = " \n\r\t/<>()[]";
    if (*at == '/') {
        size_t length = 1 + strcspn(at + 1, BREAKS);
        reader->name = arena_copy(reader->arena, at, length);
        return at + length;
    }
    if (*at == '(') {
        Buffer literal = buffer_open(reader->arena);
        at = read_literal(reader, at, &literal);
        if (reader->name && strcmp(reader->name, "/IETEKME_Figure") == 0)
            reader->property = arena_text(reader->arena, buffer_end(&literal));
        return at;
    }
    if (*at == '<')
        return at[1] == '<' ? at + 2 : read_hex_string(reader, at);
    if (strchr(BREAKS, *at))
        return at + 1;
    size_t length = strcspn(at, BREAKS);
    bool number = strchr("+-.0123456789", *at) != NULL;
    if (!number)
        run_operator(reader, at, length);
    return at + length;
}

static bool read_page(Reader *reader, size_t number)
{
    qpdf_oh page = qpdf_get_page_n(reader->qpdf, number);
    unsigned char *bytes = NULL;
    size_t size = 0;
    reader->page = (int)number + 1;
    reader->depth = 0;
    read_faces(reader, page);
    if (qpdf_oh_get_page_content_data(reader->qpdf, page, &bytes, &size) & QPDF_ERRORS)
        return false;
    const char *content = arena_copy(reader->arena, bytes, size);
    free(bytes);
    for (const char *at = content; *at;)
        at = read_token(reader, at);
    qpdf_oh_release_all(reader->qpdf);
    return true;
}

static bool read_pages(Reader *reader, const char *path)
{
    if (qpdf_read(reader->qpdf, path, NULL) & QPDF_ERRORS)
        return false;
    int count = qpdf_get_num_pages(reader->qpdf);
    for (int i = 0; i < count; i++)
        if (!read_page(reader, (size_t)i))
            return false;
    return count > 0;
}

bool report_read_pdf(Run *run, Arena *arena, const char *path, const PrintedFigure **list,
                     int *count)
{
    Reader reader = {.run = run, .arena = arena, .qpdf = qpdf_init()};
    reader.shown = buffer_open(arena);
    reader.text = buffer_open(arena);
    qpdf_silence_errors(reader.qpdf);
    qpdf_set_suppress_warnings(reader.qpdf, QPDF_TRUE);
    bool done = read_pages(&reader, path);
    qpdf_cleanup(&reader.qpdf);
    *list = reader.list;
    *count = reader.nlist;
    return done || diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_READ, path, "PDF");
}
