/* One file of the made-up programme: rows of typed cells, written in the habits of the region that
 * hands it in (encoding, separator, dates, decimal mark, headers, words). */
#ifndef DATA_SIM_FILE_H
#define DATA_SIM_FILE_H

#include "core/date.h"
#include "core/workbook.h"
#include "data/seed.h"

enum { REGION_COUNT = 5, REGION_LV = 5, REGION_CENTRAL = 6 };

typedef struct {
    const char *path, *reason;
    int line;
} SimReject;

/* Where files go; shared by all of one programme. */
typedef struct {
    Run *run;
    Arena *arena; /* lives as long as the programme's files are being written */
    const char *folder;
    SeedTable municipality; /* data/reference/municipality.csv */
    Workbook *book;         /* a workbook that gathers sheets, while one is open */
    const char *book_path;
    SimReject *reject;
    int nreject, reject_room;
    const SeedTable **declared; /* of datasets, read once */
    int ndeclared, declared_room;
} SimDesk;

typedef struct SimFile SimFile;

const char *region_code(int region);
/* Columns are named as the program names them, separated by spaces. `submission` is "2026H1"; a
 * central file (REGION_CENTRAL) has none. */
SimFile *file_open(SimDesk *desk, Arena *arena, int region, const char *submission,
                   const char *dataset, const char *columns);
/* Another name for a column's header in this file. */
void file_header(SimFile *file, const char *column, const char *header);

/* Cells of the current row, from left to right. */
void put_text(SimFile *file, const char *text); /* NULL: empty */
void put_code(SimFile *file, const char *code); /* in the region's words where it writes words */
void put_integer(SimFile *file, int value);
void put_number(SimFile *file, double value, int decimals); /* NaN: empty */
void put_date(SimFile *file, Date date);                    /* DATE_NONE: empty */
void put_yes(SimFile *file, int yes);                       /* -1: empty */
void put_municipality(SimFile *file, int row);              /* of municipality.csv */
void put_empty(SimFile *file, int count);
/* A whole line as it stands, instead of a row (CSV only). */
void file_line(SimFile *file, const char *bytes);
/* The last row must be kept out by ingest, and why. */
void file_fault(SimFile *file, const char *reason);
int file_rows(const SimFile *file);
/* Writes the file; with `also_empty` also when it has a header only. */
bool file_write(SimFile *file, bool also_empty);

/* Writes bytes to a path below the folder, making folders as needed. */
bool desk_write(SimDesk *desk, const char *path, const char *bytes, size_t length);
/* The declaration of a dataset (ingest/datasets/NAME.csv). */
const SeedTable *desk_declared(SimDesk *desk, const char *dataset);
/* Sheets of the next files of workbook regions go into one workbook until desk_book_end. */
void desk_book_start(SimDesk *desk, const char *path);
bool desk_book_end(SimDesk *desk);

#endif
