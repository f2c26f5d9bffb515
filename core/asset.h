/* Assets: SQL, CSV and Markdown embedded in the program, overridden or joined by files of the
 * programme folder (metrics/kpi/x.sql by <folder>/kpi/x.sql). */
#ifndef CORE_ASSET_H
#define CORE_ASSET_H

#include "core/db.h"

typedef struct {
    const char *name; /* without folder and ending: events_held */
    const char *file; /* for places: metrics/kpi/events_held.sql or the programme's file */
    const char *text; /* whole content, closed with NUL */
    size_t size;
    bool own; /* from the programme folder */
} Asset;

/* The asset PATH ("metrics/schema.sql"); NULL if there is none. */
const Asset *asset_find(Run *run, const char *path);
/* All of a folder with an ending, sorted by name; the programme's own included. */
int asset_list(Run *run, const char *folder, const char *ending, const Asset ***list);
/* Reads a whole file into the arena, closed with NUL; reports and returns NULL if it cannot. */
char *file_read(Run *run, Arena *arena, const char *path, size_t *size);

/* An asset's header: its leading lines `-- key: value`, in order, each with its line. A line
 * `--   text` (indented by two or more) goes on with the value above. */
typedef struct {
    const char *key, *value;
    int line;
} HeaderEntry;
typedef struct {
    const Asset *asset;
    const HeaderEntry *entries;
    int nentry;
} Header;
Header header_read(Arena *arena, const Asset *asset);
/* The value of a key, or NULL; header_need reports when it is missing. */
const char *header_get(const Header *header, const char *key);
const char *header_need(Run *run, const Header *header, const char *key);
/* "title" in a language: title_lv / title_en, falling back to Latvian. */
const char *header_lang(Run *run, const Header *header, const char *key, Lang lang);
Place header_place(const Header *header, const char *key);
/* Reports each key that is in none of `known` ("column *" stands for any that starts so). */
bool header_check(Run *run, const Header *header, const char *const *known, int nknown);
/* The SQL of an asset with its place. */
Sql asset_sql(const Asset *asset);

#endif
