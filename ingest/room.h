/* What the files of this room share while the stage runs. */
#ifndef INGEST_ROOM_H
#define INGEST_ROOM_H

#include "core/date.h"
#include "ingest/cell.h"
#include "ingest/dataset.h"
#include "ingest/mapping.h"
#include "ingest/source.h"

typedef struct {
    const char **keys, **values;
    int count;
    Date start, end;
    int months; /* of a period */
    int due_days;
} Programme;

/* A file, or a sheet of a workbook, that is being read. */
typedef struct {
    int64_t file; /* its id: row = file * 2^32 + line */
    const char *path, *shown, *sheet, *region, *submission;
    Dataset *dataset; /* NULL: not known */
    const char *sha256, *encoding, *delimiter, *evidence;
    int64_t nrow;
    bool kept_out;       /* as a whole */
    char first_date[11]; /* the earliest of its dataset's date column, "" if none */
} FileEntry;

typedef struct Ingest {
    Run *run;
    Arena *arena; /* as long as the stage */
    DatasetList datasets;
    Places *places;
    PersonKey key;
    Programme programme;
    int64_t nfile;
    Query fault; /* inserts a fault */
    int64_t nfault;
    Mapping mapping;          /* of the region being read */
    const char **submissions; /* labels in their order */
    int nsubmission, submission_capacity;
} Ingest;

#define ROW_OF(file, line) ((int64_t)(file)*4294967296 + (line))

/* programme.c */
bool programme_read(Ingest *in);
const char *programme_get(const Ingest *in, const char *key, const char *fallback);
bool programme_store(Ingest *in);

/* folder.c: finds the files and reads each. */
bool folder_read(Ingest *in);
bool folder_narrative(Ingest *in);

/* mapping.c: the mapping of a region into in->mapping. */
bool mapping_read(Ingest *in, const char *region);

/* codebook.c: the columns of survey that come from item and instrument. */
bool codebook_apply(Ingest *in);
/* Answer labels `1=Pilnīgi nepiekrītu;2=…` into the codes of a column. */
void codebook_labels(Arena *arena, DataColumn *column, const char *labels);

/* history.c, reference.c, rule.c: what holds of all rows together. */
/* The columns that make rows the same, as SQL, each behind a prefix; "" if there is no key. */
const char *history_key(Arena *arena, const Dataset *dataset, const char *prefix);
bool history_resolve(Ingest *in, bool first);
bool history_cumulative(Ingest *in);
bool history_vanished(Ingest *in);
bool reference_check(Ingest *in, bool soft, int64_t *nkept_out);
bool rule_run(Ingest *in, Severity severity, int64_t *nkept_out);

/* delivery.c, publish.c */
bool delivery_make(Ingest *in);
bool publish_all(Ingest *in);
bool reference_data(Ingest *in);

#endif
