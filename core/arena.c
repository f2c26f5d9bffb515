/* Arenas: a list of chunks, each filled from the front. The only place that calls malloc. */
#include "core/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024, ALIGNMENT = 16 };

typedef struct Chunk {
    struct Chunk *before;
    size_t size, used;
    _Alignas(ALIGNMENT) unsigned char data[];
} Chunk;

struct Arena {
    Chunk *last;
};

static void out_of_memory(void)
{
    fputs("ietekme: kļūda: nepietiek atmiņas / error: out of memory [memory.exhausted]\n", stderr);
    exit(2);
}

static Chunk *add_chunk(Arena *arena, size_t least)
{
    size_t size = least > CHUNK_SIZE ? least : CHUNK_SIZE;
    if (arena->last && arena->last->size * 2 <= ((size_t)1 << 22) && arena->last->size * 2 > size)
        size = arena->last->size * 2;
    Chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        out_of_memory();
    chunk->before = arena->last;
    chunk->size = size;
    chunk->used = 0;
    arena->last = chunk;
    return chunk;
}

Arena *arena_open(void)
{
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    return arena;
}

void arena_close(Arena *arena)
{
    if (!arena)
        return;
    arena_release(arena, (ArenaMark){NULL, 0});
    free(arena);
}

void *arena_alloc(Arena *arena, size_t size, size_t count)
{
    if (count && size > (SIZE_MAX / 4) / count)
        out_of_memory();
    size_t need = (size * count + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (need == 0)
        need = ALIGNMENT;
    Chunk *chunk = arena->last;
    if (!chunk || chunk->size - chunk->used < need)
        chunk = add_chunk(arena, need);
    void *room = chunk->data + chunk->used;
    chunk->used += need;
    return memset(room, 0, need);
}

void *arena_room(Arena *arena, void *items, size_t size, int count, int *capacity)
{
    if (count < *capacity)
        return items;
    int more = *capacity ? *capacity * 2 : 8;
    void *moved = arena_alloc(arena, size, (size_t)more);
    if (count)
        memcpy(moved, items, size * (size_t)count);
    *capacity = more;
    return moved;
}

char *arena_copy(Arena *arena, const void *bytes, size_t length)
{
    char *copy = arena_alloc(arena, 1, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_text(Arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

char *arena_vformat(Arena *arena, const char *format, va_list list)
{
    va_list again;
    va_copy(again, list);
    int length = vsnprintf(NULL, 0, format, list);
    if (length < 0)
        length = 0;
    char *text = arena_alloc(arena, 1, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(Arena *arena, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = arena_vformat(arena, format, list);
    va_end(list);
    return text;
}

ArenaMark arena_mark(const Arena *arena)
{
    return (ArenaMark){arena->last, arena->last ? arena->last->used : 0};
}

void arena_release(Arena *arena, ArenaMark mark)
{
    while (arena->last && arena->last != mark.chunk) {
        Chunk *before = arena->last->before;
        free(arena->last);
        arena->last = before;
    }
    if (arena->last)
        arena->last->used = mark.used;
}
