/* Estimators: from a rectangle of numbers to a list of estimates. No database here. An estimator is
 * one file under estimators/ and one line of estimators.def. */
#ifndef ANALYSIS_ESTIMATOR_H
#define ANALYSIS_ESTIMATOR_H

#include "core/diag.h"

#include <stdint.h>

/* One column. Numeric: x, NaN = missing, level NULL. Text: x holds the index of the level (0…),
 * NaN = missing, and `level` the texts in alphabetical (byte) order. */
typedef struct {
    const char *name;
    const double *x;
    const char **level;
    int nlevel;
    int position; /* column of the source file, from 1; 0 = not known */
} Column;

/* A rectangle. Row i stands at {file, line[i]} for diagnostics; line may be NULL. */
typedef struct {
    int nrow, ncolumn;
    const Column *column;
    const char *file;
    const int *line;
} Frame;

typedef struct {
    const char *key, *value;
} Setting;

/* One row of the result; NaN = does not apply, NULL note = none. */
typedef struct {
    const char *term;
    double estimate, se, df, statistic, p, ci_low, ci_high;
    double band_low, band_high; /* simultaneous over the rows of a kind (dynamic) */
    int n, n_clusters;          /* n_clusters 0 = no clusters */
    const char *note;
} Estimate;

typedef struct {
    Arena *arena;
    Estimate *items;
    int count, capacity;
} EstimateList;

/* An option. COLUMN: a numeric column; GROUP: any column, taken as levels; COLUMNS: a list of any
 * columns, text ones as factors; NUMERICS: a list of numeric columns; GROUPS: a list of any
 * columns, taken as levels. */
typedef enum {
    OPTION_COLUMN,
    OPTION_GROUP,
    OPTION_COLUMNS,
    OPTION_NUMERICS,
    OPTION_GROUPS,
    OPTION_CHOICE,
    OPTION_NUMBER,
    OPTION_VALUE,
    OPTION_FILE,
    OPTION_TEXT
} OptionKind;
typedef struct {
    const char *key;
    OptionKind kind;
    bool required;
    const char *values; /* choices "wilson|clopper_pearson" (first is the default), or a default */
    const char *meaning[LANG_COUNT];
    bool keep_missing; /* a row without this column's value is kept */
} Option;

typedef struct Spec Spec;

/* What a design can say at best; decides the Maryland level, the wording and the verdict. */
typedef enum {
    DESIGN_DESCRIPTIVE, /* a state: no verdict */
    DESIGN_ASSOCIATION, /* goes together: level 1 */
    DESIGN_CHANGE,      /* before and after, no comparison: level 2 */
    DESIGN_COMPARISON,  /* with comparison units over time: level 3 */
    DESIGN_RANDOMISED   /* assignment by lot: level 5 */
} DesignKind;

typedef struct {
    const char *id;
    const char *title[LANG_COUNT];
    const char *estimates[LANG_COUNT]; /* what it estimates */
    const char *assumptions[LANG_COUNT];
    const char *formula; /* plain text */
    const char *reference;
    const char *terms; /* terms of the output */
    const Option *options;
    int noption;
    DesignKind design;
    const char *headline; /* the term that answers a plan row's question; NULL: the first that is
                             not (intercept) */
    bool keep_order;      /* rows keep the file's order (time series, adjust) */
    /* The frame holds only the columns used, complete but for keep_missing, sorted by them. */
    bool (*run)(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out);
} Estimator;

/* The i-th of all options an estimator takes: its own, those of all, those of estimators with
 * covariates; NULL after the last. */
const Option *estimator_option(const Estimator *estimator, int i);

/* Where the settings stand, for messages: setting i at {file, line, column + i} on a command
 * line, or one place for all (step 0). */
typedef struct {
    Place first;
    int step;
} SettingPlaces;

/* What was asked, checked against the estimator's options. */
struct Spec {
    const Estimator *estimator;
    const Setting *settings;
    int nsetting;
    double conf;   /* conf=, 0.95 */
    uint64_t seed; /* from content, or seed= */
    int reps;      /* reps=, 9999 */
    bool reps_given;
    const Frame *file; /* of the OPTION_FILE option, read by the caller; NULL if none */
    int ndropped;      /* rows left out because of missing values */
    SettingPlaces places;
};

/* The registry, in the order of estimators.def. */
int estimator_list(const Estimator *const **list);
const Estimator *estimator_find(const char *id);

/* Checks settings (keys, required ones, choices, numbers) and fills `spec`; a later setting
 * replaces an earlier one with the same key. Reports with the nearest name. */
bool spec_parse(const Estimator *estimator, const Setting *settings, int nsetting,
                SettingPlaces places, Arena *arena, Diag *diag, Spec *spec);
/* The value of an option, its default, or NULL. */
const char *spec_text(const Spec *spec, const char *key);
bool spec_is(const Spec *spec, const char *key, const char *value);
/* NaN if it was not given and has no default. */
double spec_number(const Spec *spec, const char *key);
/* A VALUE option in a row: its number, or its column's; NaN if it was not given. */
double spec_value(const Spec *spec, const Frame *frame, const char *key, int row);
/* The column(s) an option names; NULL / 0 if the option was not given. */
const Column *spec_column(const Spec *spec, const Frame *frame, const char *key);
int spec_columns(const Spec *spec, const Frame *frame, const char *key, Arena *arena,
                 const Column ***columns);
const Column *frame_column(const Frame *frame, const char *name);

/* where=, missing=, factors=; keeps the used columns, drops unused levels, sorts. */
bool sample_prepare(const Frame *frame, Spec *spec, Arena *arena, Diag *diag, Frame *prepared);
/* All of it: prepares the rows, runs, adds the count of dropped rows to the notes. */
bool estimator_run(const Frame *frame, Spec *spec, Arena *arena, Diag *diag, EstimateList *out);

/* Whether all values of a column are 0 or 1, or lie in an interval; else the first that does not is
 * reported with its place. */
bool column_check_binary(const Frame *frame, const Column *column, Diag *diag);
bool column_check_range(const Frame *frame, const Column *column, double low, double high,
                        const char *expected, Diag *diag);

/* A new row with everything empty. */
Estimate *estimate_add(EstimateList *list, const char *term);
Estimate *estimate_addf(EstimateList *list, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* From estimate, se and df (NaN: normal): statistic, two-sided p and interval. A standard error of
 * zero or none leaves them empty with the note "zero variance". */
void estimate_infer(EstimateList *list, Estimate *row, double conf);
/* Joins a note to the row's notes with "; ". */
void estimate_note(EstimateList *list, Estimate *row, const char *note);

#endif
