/* What goes back to a centre: per region and submission a workbook with the rows that were kept out
 * or warned about, in the centre's own columns, each bad cell marked with what to mend. */
#ifndef INGEST_RETURNED_H
#define INGEST_RETURNED_H

#include "ingest/room.h"

/* Writes out/returned/REGION-SUBMISSION.xlsx for every submission with anything to mend; removes
 * that of a submission without. */
bool returned_write(Ingest *in);

#endif
