/* Datasets as data: ingest/datasets/NAME.csv declares the columns of one dataset; a programme
 * folder may add its own. `survey` gets one more column per item of the codebook. */
#ifndef INGEST_DATASET_H
#define INGEST_DATASET_H

#include "core/asset.h"

typedef enum {
    TYPE_TEXT,
    TYPE_ID,
    TYPE_PERSON,
    TYPE_INTEGER,
    TYPE_NUMBER,
    TYPE_DATE,
    TYPE_BOOLEAN,
    TYPE_CODE,
    TYPE_CODES,
    TYPE_MUNICIPALITY,
    TYPE_PARISH,
    TYPE_ACTIVITY,
    TYPE_REGION,
    TYPE_PERIOD,
    TYPE_ITEMS, /* stands for the items of the codebook; never a column of a table */
    TYPE_COUNT
} ColumnType;

/* A code with its labels; `keys` are all three (and Russian) ready for matching. */
typedef struct {
    const char *code, *label[LANG_COUNT];
    const char *keys[4];
} CodeLabel;

typedef struct {
    const char *name;
    ColumnType type;
    bool required, key, item;
    bool whole_codes; /* every code is a whole number: stored as such */
    const char *reference_dataset, *reference_column; /* NULL: none */
    bool reference_soft;
    double min, max; /* NaN: no bound */
    CodeLabel *codes;
    int ncode;
    const char *expected; /* the codes in one line, for messages */
    const char *title[LANG_COUNT], *help[LANG_COUNT];
    const char **header_keys; /* what a header may be, ready for matching */
    int nheader_key;
    const char **missing; /* codes that mean missing (items) */
    int nmissing;
} DataColumn;

typedef enum { ORIGIN_CENTRAL = 1, ORIGIN_REGIONAL = 2, ORIGIN_BOTH = 3 } Origin;

typedef struct {
    const char *name, *file; /* file: the declaration */
    Origin origin;
    const char *date_column; /* NULL: none */
    const char *title[LANG_COUNT];
    DataColumn *columns;
    int ncolumn;
    int region_column;   /* index of a declared `region`, or -1 */
    bool programme_wide; /* its key holds for the programme, not for a region (community) */
    bool made;           /* its tables exist */
    int nfile;           /* files that carried it */
    bool early;          /* a file has rows dated before its submission's period */
    int64_t nwithdrawal; /* rows with action = delete */
    bool unique;         /* no two rows of one key, none withdrawn: no history to resolve */
} Dataset;

typedef struct {
    Dataset *items;
    int count;
} DatasetList;

/* All declarations, sorted by name. Reports what is wrong in a programme's own and leaves it out.
 */
bool dataset_list(Run *run, Arena *arena, DatasetList *list);
/* One declaration; reports the first thing that is wrong with it. */
bool dataset_read(Run *run, Arena *arena, const Asset *asset, Dataset *dataset);
Dataset *dataset_find(const DatasetList *list, const char *name);
/* The dataset with the longest name that `text` starts with (case and diacritics aside), or whose
 * Latvian title it is; NULL if there is none. */
Dataset *dataset_match(Arena *arena, const DatasetList *list, const char *text);
int dataset_column(const Dataset *dataset, const char *name); /* -1 if there is none */
/* The name of a type, as declarations write it; the SQL type of a column. */
const char *dataset_type_name(ColumnType type);
const char *dataset_sql_type(const DataColumn *column);

/* Appends a column (an item of the codebook). */
void dataset_add(Arena *arena, Dataset *dataset, const DataColumn *column);
void dataset_add_header(Arena *arena, DataColumn *column, const char *header);
/* Adds `code` with a label to the codes of a column, or a further key to one that is there. */
void dataset_add_code(Arena *arena, DataColumn *column, const char *code, const char *label);

#endif
