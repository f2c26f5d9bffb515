/* CSV out: UTF-8, comma, decimal point, LF, 15 significant digits; missing is empty. */
#ifndef CORE_CSV_H
#define CORE_CSV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Fields of one row after the other; csv_put_end closes the row. */
typedef struct {
    FILE *out;
    char separator; /* 0: comma */
    bool inside;    /* a field of this row was written */
} CsvWriter;

/* Quoted only where it has to be; NULL and "" are empty. */
void csv_put_text(CsvWriter *writer, const char *text);
/* NaN is empty, minus zero is 0. */
void csv_put_number(CsvWriter *writer, double value);
void csv_put_integer(CsvWriter *writer, int64_t value);
void csv_put_end(CsvWriter *writer);

#endif
