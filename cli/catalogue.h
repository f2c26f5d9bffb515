/* What can be listed and explained: one kind a row, its things found by name. */
#ifndef CLI_CATALOGUE_H
#define CLI_CATALOGUE_H

#include "core/asset.h"

/* One thing; an estimator has no asset. */
typedef struct {
    const char *id, *title;
    const Asset *asset;
} CatalogueItem;

typedef struct {
    const char *name; /* kpi, estimator, … */
    const char *title[LANG_COUNT];
    const char *folder, *ending;
    const char *title_key; /* of a header; NULL: see `titles` */
    /* The title of an asset without such a header; NULL. */
    const char *(*title_of)(Run *run, const Asset *asset, Lang lang);
    void (*explain)(Run *run, const CatalogueItem *item);
} CatalogueKind;

extern const CatalogueKind CATALOGUE[];
extern const int NCATALOGUE;

/* All things of a kind in the order of their names; their number. */
int catalogue_items(Run *run, const CatalogueKind *kind, CatalogueItem **items);

/* Explanations on standard output, one a kind of source (explain.c). */
void explain_kpi(Run *run, const CatalogueItem *item);
void explain_header(Run *run, const CatalogueItem *item);
void explain_estimator(Run *run, const CatalogueItem *item);
void explain_dataset(Run *run, const CatalogueItem *item);
void explain_report(Run *run, const CatalogueItem *item);

/* The fields of a CSV line of our own assets (no line breaks in fields). */
int csv_line_split(Arena *arena, const char *line, size_t length, const char ***fields);

#endif
