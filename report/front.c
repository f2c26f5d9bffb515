/* The front matter of a rendered template: `key: value` lines between two lines of `---`. */
#include "report/build.h"

#include "core/text.h"

#include <ctype.h>
#include <string.h>

/* Takes marks and Markdown's backslashes out. */
static char *plain(Arena *arena, const char *text, size_t length)
{
    Buffer out = buffer_open(arena);
    const char *end = text + length;
    while (text < end) {
        if (text_starts(text, MARK_OPEN)) {
            const char *close = strstr(text, MARK_CLOSE);
            text = close ? close + strlen(MARK_CLOSE) : end;
        } else if (text_starts(text, MARK_END)) {
            text += strlen(MARK_END);
        } else {
            text += *text == '\\' && text + 1 < end && ispunct((unsigned char)text[1]);
            buffer_add(&out, text++, 1);
        }
    }
    const char *made = buffer_end(&out);
    return text_normal(arena, made, strlen(made));
}

Front front_read(Arena *arena, const char *markdown)
{
    Front front = {.body = markdown};
    FrontEntry *entries = NULL;
    int capacity = 0;
    if (!text_starts(markdown, "---\n"))
        return front;
    const char *at = markdown + 4;
    while (*at && !text_starts(at, "---")) {
        size_t length = strcspn(at, "\n");
        const char *colon = memchr(at, ':', length);
        if (colon) {
            entries = arena_room(arena, entries, sizeof *entries, front.nentry, &capacity);
            entries[front.nentry++] =
                (FrontEntry){plain(arena, at, (size_t)(colon - at)),
                             plain(arena, colon + 1, length - (size_t)(colon + 1 - at))};
        }
        at += length + (at[length] == '\n');
    }
    front.entries = entries;
    front.body = at + strcspn(at, "\n");
    return front;
}

const char *front_get(const Front *front, const char *key, const char *fallback)
{
    for (int i = 0; i < front->nentry; i++)
        if (strcmp(front->entries[i].key, key) == 0)
            return front->entries[i].value;
    return fallback;
}
