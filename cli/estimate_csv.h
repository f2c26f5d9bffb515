/* A CSV file with a comma and a decimal point as a rectangle for an estimator. */
#ifndef CLI_ESTIMATE_CSV_H
#define CLI_ESTIMATE_CSV_H

#include "analysis/estimator.h"
#include "core/db.h"

/* A column is numeric if each of its cells is a number or missing (empty or NA). Reports with
 * file:line:column and returns false if the file is no CSV. */
bool estimate_csv_read(Run *run, const char *path, Frame *frame);

#endif
