/* What the form workbook and its reading back agree on. */
#ifndef INGEST_FORM_H
#define INGEST_FORM_H

/* Sheets of a form that hold no data; its second row explains the columns. */
#define FORM_COVER "Lasi vispirms"
#define FORM_LISTS "Saraksti"

#endif
