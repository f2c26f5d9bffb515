/* Memory by region: everything is allocated from an arena and freed with it. Three arenas live at
 * a time (run, stage, step); who allocates takes the arena as a parameter. Out of memory is
 * reported and ends the program with exit status 2; outputs are renamed into place only when
 * complete, so the last good ones stay. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

typedef struct Arena Arena;

/* A point in an arena's life, to which it can be taken back. */
typedef struct {
    void *chunk;
    size_t used;
} ArenaMark;

Arena *arena_open(void);
void arena_close(Arena *arena);

/* Zeroed room for `count` things of `size` bytes, aligned for any type. Never NULL. */
void *arena_alloc(Arena *arena, size_t size, size_t count);
#define arena_new(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type), (size_t)(count)))

/* Makes room for one more thing behind `items`, which holds `count` of `*capacity`; returns the
 * place where they now are. Use: list = arena_room(arena, list, sizeof *list, n, &capacity). */
void *arena_room(Arena *arena, void *items, size_t size, int count, int *capacity);

/* Copies of text, each with a closing NUL. `arena_text(arena, NULL)` is NULL. */
char *arena_text(Arena *arena, const char *text);
char *arena_copy(Arena *arena, const void *bytes, size_t length);
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(Arena *arena, const char *format, va_list list)
    __attribute__((format(printf, 2, 0)));

/* Frees all that was allocated since `mark`; pointers to it are dead afterwards. */
ArenaMark arena_mark(const Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);

#endif
