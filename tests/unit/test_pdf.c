/* The PDF renderer: valid, tagged, embedded, readable files; the same bytes twice; no box over
 * another, none outside its frame; a missing sign is an error. */
#include "report/pdf_book.h"
#include "tests/unit/pdf_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
    Arena *arena;
    Diag *diag;
    char folder[64];
    Document *report;
    char *file;
} Fixture;

static int setup(void **state)
{
    Arena *arena = arena_open();
    Fixture *fixture = arena_new(arena, Fixture, 1);
    fixture->arena = arena;
    fixture->diag = diag_open(arena, stderr, LANG_EN, false);
    strcpy(fixture->folder, "/tmp/ietekme-pdf-XXXXXX");
    if (!mkdtemp(fixture->folder))
        return 1;
    fixture->report = fixture_report(arena);
    fixture->file = arena_format(arena, "%s/report.pdf", fixture->folder);
    *state = fixture;
    return RENDER_PDF.render(fixture->report, fixture->file, fixture->diag) ? 0 : 1;
}

static int teardown(void **state)
{
    Fixture *fixture = *state;
    int result = system(arena_format(fixture->arena, "rm -r %s", fixture->folder));
    arena_close(fixture->arena);
    return result;
}

/* What a command prints, with its exit status. */
static const char *output(Arena *arena, const char *command, int *status)
{
    Buffer text = buffer_open(arena);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    char bytes[4096];
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        buffer_add(&text, bytes, got);
    *status = pclose(pipe);
    return buffer_end(&text);
}

typedef struct {
    const char *command; /* %s: the file */
    const char *wanted[10];
    const char *barred[4];
} Tool;

static const Tool TOOLS[] = {
    {"qpdf --check %s 2>&1", {"No syntax or stream encoding errors"}, {"WARNING"}},
    {"pdfinfo %s 2>&1",
     {"Tagged:          yes", "Title:           Ko mainīja atbalsts vietējām kopienām",
      "Author:          Latvijas Pilsoniskā alianse", "PDF version:     1.7"},
     {"Syntax"}},
    {"pdffonts %s 2>&1 | tail -n +3 | awk '{print $(NF-4) $(NF-3) $(NF-2)}' | sort -u",
     {"yesyesyes"},
     {"no"}},
    {"pdftotext %s - 2>&1",
     {"Kopienas atbalstu sāka dažādā laikā.", "Dalībnieku skaits atpaliek no mērķa", "64,9",
      "56 789", "prognoze 188–221", "Līdzfinansē", "dati nav publicējami"},
     {"Syntax", "\xEF\xBF\xBD"}},
    {"pdfinfo -struct-text %s 2>&1",
     {"H1 (block)", "Note", "H2 (block)", "LBody", "Caption", "Table (block)", "TR", "Figure",
      "Link (inline)"},
     {"Syntax"}},
    {"qpdf --json %s",
     {"\"/Scope\": \"/Column\"", "\"/Scope\": \"/Row\"", "\"/BBox\"", "\"/OBJR\"",
      "\"/OutputIntents\"", "\"/Lang\": \"u:lv-LV\"", "\"/DisplayDocTitle\": true",
      "\"/ListNumbering\""},
     {NULL}},
};

static void test_tools(void **state)
{
    Fixture *fixture = *state;
    for (int i = 0; i < COUNT(TOOLS); i++) {
        int status;
        const char *command = TOOLS[i].command;
        const char *at = strstr(command, "%s");
        command = arena_format(fixture->arena, "%.*s%s%s", (int)(at - command), command,
                               fixture->file, at + 2);
        const char *text = output(fixture->arena, command, &status);
        for (int k = 0; k < COUNT(TOOLS[i].wanted) && TOOLS[i].wanted[k]; k++)
            if (!strstr(text, TOOLS[i].wanted[k]))
                fail_msg("'%s' not in what '%s' prints", TOOLS[i].wanted[k], command);
        for (int k = 0; k < COUNT(TOOLS[i].barred) && TOOLS[i].barred[k]; k++)
            if (strstr(text, TOOLS[i].barred[k]))
                fail_msg("'%s' in what '%s' prints", TOOLS[i].barred[k], command);
    }
}

/* What is inside the quotes of each line, without spaces and soft hyphens. */
static const char *told_text(Arena *arena, const char *text)
{
    Buffer out = buffer_open(arena);
    bool inside = false;
    for (const char *at = text; *at; at++) {
        bool ends = *at == '"' && (at[1] == '\n' || at[1] == '\0');
        bool begins = *at == '"' && at > text && at[-1] == ' ' && !inside;
        if (begins || (inside && ends)) {
            inside = begins;
            continue;
        }
        if (at[0] == '\xC2' && (at[1] == '\xAD' || at[1] == '\xA0')) {
            at++;
            continue;
        }
        if (inside && *at != ' ' && *at != '\n')
            buffer_add(&out, at, 1);
    }
    return buffer_end(&out);
}

static const char *without_spaces(Arena *arena, const Node *node)
{
    Buffer out = buffer_open(arena);
    for (int i = 0; i < node->nspan; i++)
        for (const char *at = node->spans[i].text ? node->spans[i].text : ""; *at; at++) {
            if (at[0] == '\xC2' && at[1] == '\xA0') {
                at++;
                continue;
            }
            if (*at != ' ')
                buffer_add(&out, at, 1);
        }
    return buffer_end(&out);
}

/* The structure tree says what the document says, in its order. */
static void test_structure(void **state)
{
    Fixture *fixture = *state;
    Arena *arena = fixture->arena;
    int status, checked = 0;
    const char *told = told_text(
        arena,
        output(arena, arena_format(arena, "pdfinfo -struct-text %s", fixture->file), &status));
    for (const Node *node = fixture->report->first; node; node = node->next) {
        bool plain =
            node->kind == NODE_HEADING || node->kind == NODE_LEAD || node->kind == NODE_PARAGRAPH;
        if (!plain || node->nspan > 1)
            continue;
        const char *text = without_spaces(arena, node), *at = strstr(told, text);
        if (!at)
            fail_msg("'%s' is not in the structure tree where it should be", text);
        told = at + (node->kind == NODE_HEADING ? 0 : strlen(text));
        checked++;
    }
    assert_true(checked > 8);
}

static void test_same_bytes(void **state)
{
    Fixture *fixture = *state;
    const char *again = arena_format(fixture->arena, "%s/again.pdf", fixture->folder);
    assert_true(RENDER_PDF.render(fixture->report, again, fixture->diag));
    int status;
    output(fixture->arena, arena_format(fixture->arena, "cmp %s %s", fixture->file, again),
           &status);
    assert_int_equal(status, 0);
}

static void keep_code(void *user, const Diagnostic *diagnostic)
{
    *(const char **)user = diagnostic->code;
}

static void test_missing_sign(void **state)
{
    Fixture *fixture = *state;
    Arena *arena = fixture->arena;
    Maker maker = {.arena = arena};
    make_text(&maker, NODE_PARAGRAPH, 0, "seja \xF0\x9F\x98\x80 un teksts");
    Document document = *fixture->report;
    document.first = maker.first;
    const char *code = "", *path = arena_format(arena, "%s/none.pdf", fixture->folder);
    Diag *diag = diag_open(arena, NULL, LANG_EN, false);
    diag_listen(diag, keep_code, &code);
    assert_false(RENDER_PDF.render(&document, path, diag));
    assert_string_equal(code, "pdf.glyph");
    assert_int_not_equal(access(path, F_OK), 0);
}

static bool overlap(Box left, Box right)
{
    const double slack = 0.6;
    return left.left < right.right - slack && right.left < left.right - slack &&
           left.top < right.bottom - slack && right.top < left.bottom - slack;
}

static bool inside(Box box, Box frame)
{
    const double slack = 1.0;
    return box.left >= frame.left - slack && box.right <= frame.right + slack &&
           box.top >= frame.top - slack && box.bottom <= frame.bottom + slack;
}

/* Texts of one chart: apart from each other and inside. Turned texts have no upright box. Returns
 * the number of faults, each told. */
static int check_chart(const Node *node, const Canvas *canvas)
{
    Box frame = {0, 0, canvas->width, canvas->height};
    int faults = 0;
    for (int i = 0; i < canvas->nmark; i++) {
        const Mark *mark = &canvas->marks[i];
        bool text = mark->kind == MARK_TEXT;
        Box box = mark_box(mark);
        if (text && !*mark->text)
            continue;
        if (!inside(box, frame)) {
            print_error("chart kind %d, '%s' at %.0f: '%s' leaves the frame (%.1f %.1f %.1f %.1f, "
                        "height %.1f)\n",
                        (int)node->chart, node->title, canvas->width, text ? mark->text : "mark",
                        box.left, box.top, box.right, box.bottom, canvas->height);
            faults++;
        }
        for (int k = 0; k < i && text && mark->turn == 0; k++) {
            const Mark *other = &canvas->marks[k];
            if (other->kind != MARK_TEXT || other->turn != 0 || !*other->text ||
                !overlap(box, mark_box(other)))
                continue;
            print_error("chart kind %d, '%s' at %.0f: '%s' lies over '%s'\n", (int)node->chart,
                        node->title, canvas->width, mark->text, other->text);
            faults++;
        }
    }
    return faults;
}

static int check_nodes(Arena *arena, Fonts *fonts, const Document *document, const Node *node)
{
    static const double WIDTHS[] = {CONTENT_WIDTH, (CONTENT_WIDTH - PAIR_GUTTER) / 2};
    Measure measure = fonts_measure(fonts);
    int faults = 0;
    for (; node; node = node->next) {
        for (int i = 0; node->kind == NODE_CHART && i < COUNT(WIDTHS); i++) {
            if (i == 1 && chart_is_wide(node->chart))
                continue;
            Canvas canvas = chart_layout(arena, &measure, document, node, WIDTHS[i]);
            faults += check_chart(node, &canvas);
        }
        faults += check_nodes(arena, fonts, document, node->first);
    }
    return faults;
}

static int check_pages(Arena *arena, const Document *document, Diag *diag)
{
    Book *book = layout_open(arena, document, diag);
    assert_non_null(book);
    const PlacedBox *boxes;
    int count = book_boxes(book, arena, &boxes), faults = 0;
    assert_true(count > 20);
    for (int i = 0; i < count; i++) {
        const Page *page = &book->pages[boxes[i].page];
        Box frame = {PAGE_MARGIN, PAGE_TOP - 4, page->width - PAGE_MARGIN, page->bottom};
        const char *text = boxes[i].text ? boxes[i].text : "figure";
        if (!inside(boxes[i].box, frame)) {
            print_error("page %d: '%s' leaves the page (%.1f %.1f %.1f %.1f)\n", boxes[i].page + 1,
                        text, boxes[i].box.left, boxes[i].box.top, boxes[i].box.right,
                        boxes[i].box.bottom);
            faults++;
        }
        for (int k = i - 1; k >= 0 && boxes[k].page == boxes[i].page; k--)
            if (overlap(boxes[i].box, boxes[k].box)) {
                print_error("page %d: '%s' lies over '%s'\n", boxes[i].page + 1, text,
                            boxes[k].text ? boxes[k].text : "figure");
                faults++;
            }
    }
    layout_close(book);
    return faults;
}

static void test_boxes(void **state)
{
    Fixture *fixture = *state;
    const Document *documents[] = {fixture->report, fixture_torture(fixture->arena)};
    int faults = 0;
    for (int i = 0; i < COUNT(documents); i++) {
        Fonts *fonts = fonts_open(fixture->arena, fixture->diag);
        faults += check_nodes(fixture->arena, fonts, documents[i], documents[i]->first);
        fonts_close(fonts);
        faults += check_pages(fixture->arena, documents[i], fixture->diag);
    }
    assert_int_equal(faults, 0);
}

static void test_torture_file(void **state)
{
    Fixture *fixture = *state;
    const char *path = arena_format(fixture->arena, "%s/torture.pdf", fixture->folder);
    assert_true(RENDER_PDF.render(fixture_torture(fixture->arena), path, fixture->diag));
    int status;
    output(fixture->arena, arena_format(fixture->arena, "qpdf --check %s 2>&1", path), &status);
    assert_int_equal(status, 0);
}

/* Every chart kind has a text that names its kind and ends as a sentence. */
static void test_alt(void **state)
{
    Fixture *fixture = *state;
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
        Node node = {.kind = NODE_CHART, .chart = (ChartKind)kind, .title = "Virsraksts"};
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Document document = {.lang = (Lang)lang};
            const char *alt = chart_alt(fixture->arena, &document, &node);
            assert_non_null(alt);
            assert_true(text_ends(alt, lang == LANG_LV ? ". Datu nav." : ". No data."));
            assert_false(text_starts(alt, "(null)"));
        }
    }
}

typedef struct {
    const char *text;
    double width;
    int nline;
    const char *first; /* the first line, with the hyphen that breaking made */
} Broken;

static const Broken BROKEN[] = {
    {"viens divi", 500, 1, "viens divi"},     {"12" NBSP "%", 22, 1, "12" NBSP "%"},
    {"aug par 12 % gadā", 52, 2, "aug par "}, {"samazinājās", 40, 2, "samazi-"},
    {"pirmā\notrā", 500, 2, "pirmā"},         {"", 100, 0, ""},
};

static void test_breaks(void **state)
{
    Fixture *fixture = *state;
    Arena *arena = fixture->arena;
    Fonts *fonts = fonts_open(arena, fixture->diag);
    Setter setter = {.arena = arena,
                     .fonts = fonts,
                     .lang = LANG_LV,
                     .hyphenator = hyphenator_open(arena, LANG_LV)};
    assert_non_null(setter.hyphenator);
    for (int i = 0; i < COUNT(BROKEN); i++) {
        Lines lines = text_break_plain(&setter, NULL, BROKEN[i].text, &TEXT_STYLE[STYLE_BODY],
                                       BROKEN[i].width, BREAK_HYPHENATED);
        if (lines.nline != BROKEN[i].nline)
            fail_msg("'%s' in %d lines", BROKEN[i].text, lines.nline);
        if (lines.nline == 0)
            continue;
        const Piece *piece = &lines.lines[0].pieces[0];
        const char *shown = arena_format(arena, "%s%s", piece->text, piece->hyphen ? "-" : "");
        assert_string_equal(shown, BROKEN[i].first);
    }
    hyphenator_close(setter.hyphenator);
    fonts_close(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tools),        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_missing_sign), cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_torture_file), cmocka_unit_test(test_alt),
        cmocka_unit_test(test_breaks),       cmocka_unit_test(test_structure),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
