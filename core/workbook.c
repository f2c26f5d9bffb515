/* The workbook itself: opening, styles, sheets and their names, defined names, closing. The file is
 * written beside its place and renamed, so that the last good one stays until then. */
#include "core/workbook_private.h"

#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void book_fail(Workbook *book, const char *why)
{
    if (!book->failed)
        diag_report(book->diag, (Place){book->path, 0, 0}, MSG_WORKBOOK_WRITE, book->path, why);
    book->failed = true;
}

bool book_check(Workbook *book, lxw_error error)
{
    if (error != LXW_NO_ERROR)
        book_fail(book, lxw_strerror(error));
    return error == LXW_NO_ERROR;
}

/* Reserves the temporary file, so that nobody else can read what is written there. */
static bool reserve(Workbook *book)
{
    unlink(book->temporary);
    int file = open(book->temporary, O_CREAT | O_EXCL | O_WRONLY, 0640);
    if (file < 0) {
        book_fail(book, strerror(errno));
        return false;
    }
    fchmod(file, 0640);
    close(file);
    return true;
}

static void set_properties(Workbook *book, const WorkbookInfo *info)
{
    Arena *arena = book->arena;
    Date created = info->created == DATE_NONE ? 0 : info->created;
    lxw_doc_properties properties = {
        .title = arena_text(arena, info->title),
        .subject = arena_text(arena, info->subject),
        .author = arena_text(arena, info->author),
        .company = arena_text(arena, info->company),
        .keywords = arena_text(arena, info->keywords),
        .comments = arena_text(arena, info->comment),
        /* zero would mean "now" */
        .created = created == 0 ? 1 : (time_t)created * 86400,
    };
    book_check(book, workbook_set_properties(book->lxw, &properties));
}

Workbook *book_open(Arena *arena, Diag *diag, const char *path, const WorkbookInfo *info)
{
    Workbook *book = arena_new(arena, Workbook, 1);
    book->arena = arena;
    book->diag = diag;
    book->path = arena_text(arena, path);
    book->temporary = arena_format(arena, "%s.part", path);
    book->font = info->font ? arena_text(arena, info->font) : "Calibri";
    book->size_pt = info->size_pt > 0 ? info->size_pt : 10;
    book->names = arena_new(arena, NameEntry *, NAME_BUCKETS);
    if (!reserve(book))
        return book;
    lxw_workbook_options options = {.constant_memory = info->stream};
    book->lxw = workbook_new_opt(book->temporary, &options);
    if (!book->lxw) {
        book_fail(book, "libxlsxwriter");
        return book;
    }
    set_properties(book, info);
    book->plain = book_style(book, &(CellLook){0});
    return book;
}

void book_abandon(Workbook *book)
{
    if (book->lxw)
        lxw_workbook_free(book->lxw);
    book->lxw = NULL;
    unlink(book->temporary);
}

bool book_close(Workbook *book)
{
    if (book->failed) {
        book_abandon(book);
        return false;
    }
    lxw_error error = workbook_close(book->lxw);
    book->lxw = NULL;
    if (!book_check(book, error)) {
        unlink(book->temporary);
        return false;
    }
    if (rename(book->temporary, book->path) != 0) {
        book_fail(book, strerror(errno));
        unlink(book->temporary);
        return false;
    }
    return true;
}

/* --- styles --- */

static bool line_equal(CellLine a, CellLine b)
{
    return a.kind == b.kind && a.color == b.color;
}

static bool text_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool look_equal(const CellLook *a, const CellLook *b)
{
    return text_same(a->font, b->font) && a->size_pt == b->size_pt && a->bold == b->bold &&
           a->italic == b->italic && a->underline == b->underline && a->wrap == b->wrap &&
           a->unlocked == b->unlocked && a->color == b->color && a->fill == b->fill &&
           a->align == b->align && a->valign == b->valign && a->indent == b->indent &&
           text_same(a->number, b->number) && line_equal(a->top, b->top) &&
           line_equal(a->bottom, b->bottom) && line_equal(a->left, b->left) &&
           line_equal(a->right, b->right);
}

static uint8_t border_kind(LineKind kind)
{
    static const uint8_t KINDS[] = {LXW_BORDER_NONE, LXW_BORDER_HAIR, LXW_BORDER_THIN,
                                    LXW_BORDER_MEDIUM};
    return KINDS[kind];
}

static void set_borders(lxw_format *format, const CellLook *look)
{
    if (look->top.kind) {
        format_set_top(format, border_kind(look->top.kind));
        format_set_top_color(format, look->top.color);
    }
    if (look->bottom.kind) {
        format_set_bottom(format, border_kind(look->bottom.kind));
        format_set_bottom_color(format, look->bottom.color);
    }
    if (look->left.kind) {
        format_set_left(format, border_kind(look->left.kind));
        format_set_left_color(format, look->left.color);
    }
    if (look->right.kind) {
        format_set_right(format, border_kind(look->right.kind));
        format_set_right_color(format, look->right.color);
    }
}

static void set_alignment(lxw_format *format, const CellLook *look)
{
    static const uint8_t ACROSS[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                     LXW_ALIGN_RIGHT};
    static const uint8_t UPRIGHT[] = {LXW_ALIGN_VERTICAL_CENTER, LXW_ALIGN_VERTICAL_TOP,
                                      LXW_ALIGN_VERTICAL_CENTER, LXW_ALIGN_VERTICAL_BOTTOM};
    if (look->align)
        format_set_align(format, ACROSS[look->align]);
    format_set_align(format, UPRIGHT[look->valign]);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->indent)
        format_set_indent(format, (uint8_t)look->indent);
}

lxw_format *book_format(Workbook *book, const CellLook *look)
{
    lxw_format *format = workbook_add_format(book->lxw);
    if (look->bold)
        format_set_bold(format);
    if (look->italic)
        format_set_italic(format);
    if (look->underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->color)
        format_set_font_color(format, look->color);
    if (look->fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, look->fill);
    }
    if (look->number)
        format_set_num_format(format, look->number);
    if (look->unlocked)
        format_set_unlocked(format);
    set_borders(format, look);
    return format;
}

const CellStyle *book_style(Workbook *book, const CellLook *look)
{
    for (int i = 0; i < book->nstyle; i++)
        if (look_equal(&book->styles[i]->look, look))
            return book->styles[i];
    CellStyle *style = arena_new(book->arena, CellStyle, 1);
    style->look = *look;
    style->look.font = arena_text(book->arena, look->font);
    style->look.number = arena_text(book->arena, look->number);
    if (book->lxw) {
        style->format = book_format(book, look);
        format_set_font_name(style->format, look->font ? look->font : book->font);
        format_set_font_size(style->format, look->size_pt > 0 ? look->size_pt : book->size_pt);
        set_alignment(style->format, look);
    }
    book->styles = arena_room(book->arena, book->styles, sizeof *book->styles, book->nstyle,
                              &book->style_capacity);
    book->styles[book->nstyle++] = style;
    return style;
}

/* --- sheets --- */

static bool sheet_taken(const Workbook *book, const char *name)
{
    const char *folded = text_fold(book->arena, name);
    for (int i = 0; i < book->nsheet; i++)
        if (strcmp(text_fold(book->arena, book->sheets[i]->name), folded) == 0)
            return true;
    return false;
}

/* Without what Excel refuses: []:*?/\ anywhere, a quote or space at the ends; and without "!". */
static char *sheet_valid(Arena *arena, const char *name)
{
    char *copy = text_normal(arena, name, strlen(name));
    for (char *at = copy; *at; at++)
        if (strchr("[]:*?/\\!\n\t", *at))
            *at = ' ';
    while (*copy == '\'' || *copy == ' ')
        copy++;
    copy = text_cut(arena, copy, 31);
    size_t length = strlen(copy);
    while (length > 0 && (copy[length - 1] == '\'' || copy[length - 1] == ' '))
        copy[--length] = '\0';
    return length > 0 ? copy : arena_text(arena, "1");
}

static char *sheet_unique(Workbook *book, const char *wanted)
{
    char *valid = sheet_valid(book->arena, wanted);
    char *name = valid;
    for (int n = 2; sheet_taken(book, name); n++) {
        char *number = arena_format(book->arena, " (%d)", n);
        char *stem = text_cut(book->arena, valid, 31 - (int)strlen(number));
        name = arena_format(book->arena, "%s%s", stem, number);
    }
    return name;
}

Sheet *book_sheet(Workbook *book, const char *name)
{
    Sheet *sheet = arena_new(book->arena, Sheet, 1);
    sheet->book = book;
    sheet->measure = true;
    sheet->name = sheet_unique(book, name);
    book->sheets = arena_room(book->arena, book->sheets, sizeof *book->sheets, book->nsheet,
                              &book->sheet_capacity);
    book->sheets[book->nsheet++] = sheet;
    if (book->failed)
        return sheet;
    sheet->lxw = workbook_add_worksheet(book->lxw, sheet->name);
    if (!sheet->lxw)
        book_fail(book, sheet->name);
    return sheet;
}

const char *sheet_name(const Sheet *sheet)
{
    return sheet->name;
}

/* --- defined names --- */

/* Whether Excel would read the name as a cell (A1 … XFD1048576, R1C1). */
static bool looks_like_cell(const char *name)
{
    size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(name + letters, "0123456789");
    bool end = name[letters + digits] == '\0';
    if (end && letters >= 1 && letters <= 3 && digits > 0)
        return true;
    return strspn(name, "RrCc0123456789") == strlen(name);
}

char *book_name_text(Arena *arena, const char *name)
{
    Buffer buffer = buffer_open(arena);
    for (const char *at = name; *at;) {
        const char *start = at;
        uint32_t code = text_next(&at);
        bool letter = code > 127 || (code | 32) - 'a' < 26 || code == '_';
        bool later = code - '0' < 10 || code == '.';
        if (start == name && !letter)
            buffer_text(&buffer, "_");
        if (letter || later)
            buffer_add(&buffer, start, (size_t)(at - start));
        else if (start != name)
            buffer_text(&buffer, "_");
    }
    char *valid = text_cut(arena, buffer_end(&buffer), 120);
    return looks_like_cell(valid) || !*valid ? arena_format(arena, "_%s", valid) : valid;
}

static NameEntry **name_bucket(Workbook *book, const char *name)
{
    uint32_t hash = 2166136261u;
    for (const char *at = name; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 16777619u;
    return &book->names[hash % NAME_BUCKETS];
}

static bool name_taken(NameEntry *entry, const char *name, const Sheet *sheet)
{
    for (; entry; entry = entry->next)
        if (entry->sheet == sheet && strcmp(entry->name, name) == 0)
            return true;
    return false;
}

bool book_name(Workbook *book, const char *name, const Sheet *sheet, CellRange range)
{
    if (book->failed)
        return false;
    char *valid = book_name_text(book->arena, name);
    char *key = text_fold(book->arena, valid);
    NameEntry **bucket = name_bucket(book, key);
    const Sheet *scope = name_taken(*bucket, key, NULL) ? sheet : NULL;
    if (scope && name_taken(*bucket, key, scope))
        return false;
    char *full = scope ? arena_format(book->arena, "%s!%s", sheet->name, valid) : valid;
    if (strlen(full) >= LXW_DEFINED_NAME_LENGTH)
        return false;
    NameEntry *entry = arena_new(book->arena, NameEntry, 1);
    *entry = (NameEntry){key, scope, *bucket};
    *bucket = entry;
    char *where = arena_format(book->arena, "=%s", range_address(book->arena, sheet, range));
    return book_check(book, workbook_define_name(book->lxw, full, where));
}
