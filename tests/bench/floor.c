/* The floor under reading a survey: libcsv's tokens put into a bare table of text, then an index on
 * the key. floor FILE.csv STORE.sqlite NCOLUMN */
#include <csv.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    sqlite3_stmt *insert;
    long row;
    int column, ncolumn;
    size_t used;
    char bytes[1 << 16];
} Floor;

static void take_field(void *text, size_t length, void *user)
{
    Floor *floor = user;
    if (floor->row == 0 || floor->column >= floor->ncolumn ||
        floor->used + length > sizeof floor->bytes)
        return;
    memcpy(floor->bytes + floor->used, text, length);
    sqlite3_bind_text(floor->insert, ++floor->column + 1, floor->bytes + floor->used, (int)length,
                      SQLITE_STATIC);
    floor->used += length;
}

static void take_row(int terminator, void *user)
{
    Floor *floor = user;
    (void)terminator;
    if (floor->row > 0) {
        sqlite3_bind_int64(floor->insert, 1, floor->row);
        sqlite3_step(floor->insert);
        sqlite3_reset(floor->insert);
    }
    floor->row++;
    floor->column = 0;
    floor->used = 0;
}

static void make_table(sqlite3 *db, Floor *floor)
{
    char table[8192] = "CREATE TABLE t (id INTEGER PRIMARY KEY", insert[8192] = "INSERT INTO t VALUES (?";
    for (int i = 1; i <= floor->ncolumn; i++) {
        snprintf(table + strlen(table), sizeof table - strlen(table), ", c%d TEXT", i);
        strcat(insert, ", ?");
    }
    strcat(table, ") STRICT");
    strcat(insert, ")");
    sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
    sqlite3_exec(db, table, NULL, NULL, NULL);
    sqlite3_prepare_v2(db, insert, -1, &floor->insert, NULL);
}

int main(int argc, char **argv)
{
    static Floor floor;
    static char chunk[1 << 16];
    struct csv_parser parser;
    sqlite3 *db;
    FILE *file = argc == 4 ? fopen(argv[1], "rb") : NULL;
    if (!file || sqlite3_open(argv[2], &db) != SQLITE_OK)
        return 2;
    floor.ncolumn = atoi(argv[3]);
    make_table(db, &floor);
    csv_init(&parser, CSV_STRICT);
    csv_set_delim(&parser, ';');
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        csv_parse(&parser, chunk, n, take_field, take_row, &floor);
    csv_fini(&parser, take_field, take_row, &floor);
    csv_free(&parser);
    sqlite3_finalize(floor.insert);
    sqlite3_exec(db, "CREATE INDEX k ON t (c1, c2)", NULL, NULL, NULL);
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    sqlite3_close(db);
    fclose(file);
    return 0;
}
