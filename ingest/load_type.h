/* Private to the two files that load a table: load_look.c its header and what only the whole tells,
 * load.c its rows. */
#ifndef INGEST_LOAD_TYPE_H
#define INGEST_LOAD_TYPE_H

#include "ingest/header.h"
#include "ingest/load.h"
#include "ingest/store.h"

/* A column that every row of the file gets from the mapping. */
typedef struct {
    int column;
    RawCell cell;
} Constant;

/* A value of a column that the mapping replaces. */
typedef struct {
    int column;
    const MappingRow *row;
} Recode;

typedef struct {
    Ingest *in;
    FileEntry *file;
    Dataset *dataset;
    Arena *arena;   /* the file */
    Arena *scratch; /* the row */
    HeaderMap header;
    bool broken_header;
    bool settled;       /* marks and empty fields are those of the whole file */
    bool again;         /* a row can only be judged by the whole: settle, and start again */
    int action;         /* field of `action`, or -1 */
    int (*evidence)[2]; /* a field: cells that show comma, point */
    DecimalMark *marks; /* a field */
    int least_excess;   /* empty fields that every row has behind the header's last */
    int64_t nscanned, nwithdrawal;
    Constant *constants;
    Recode *recodes;
    int nconstant, nrecode;
    RowStore store;
    bool *bound;   /* a column: whether the file gives it (else it stays NULL) */
    Value *values; /* a column of the dataset */
    CellReader reader;
    int nlocal, local_column, nrefused_consent;
    int date;    /* column that dates a row, or -1 */
    int consent; /* column, or -1 */
    bool broken; /* the store refused */
} Load;

FaultAt load_at(const Load *load, int line, int column);
/* Fields behind the header's last: -1 if one of them holds something. */
int load_excess(const Load *load, const RawRow *row);
/* The message of a row that cannot be read as cells. */
void load_put_broken(Load *load, const RawRow *row);
/* Whether the file has a column; whether its folder gives it. */
bool load_is_present(const Load *load, int column);
bool load_is_given(const Load *load, int column);

/* The header. `whole` false: the file is kept out, with reasons. */
bool load_look(Load *load, const TableReader *reader, bool *whole);
/* Takes the evidence of a row's numbers; false if a column has evidence for both marks. */
bool load_note_row(Load *load, const RawRow *row);
/* Reads the whole for its marks and for the empty fields at the end of its rows. */
bool load_scan(Load *load, const TableReader *reader);
void load_settle_marks(Load *load);

#endif
