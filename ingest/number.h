/* Numbers as people write them: decimal comma or point, spaces as group marks, three minus signs.
 */
#ifndef INGEST_NUMBER_H
#define INGEST_NUMBER_H

#include <stdbool.h>

typedef struct {
    double value; /* with `mark` taken as the decimal mark */
    char mark;    /* ',' or '.'; 0: there is none */
    int ndecimal; /* digits behind it */
} Number;

/* False if the text is no number. */
bool number_parse(const char *text, Number *number);
/* Whether it shows which mark is the decimal mark: one mark, and not exactly three digits behind.
 */
bool number_is_evidence(const Number *number);
/* `1.234` as the two things it may be: 1234 and 1,234. Writes at most `size` bytes. */
void number_readings(const char *text, char *out, int size);

#endif
