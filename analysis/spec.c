/* Options of an estimator: settings KEY=VALUE from the command line or the plan are checked against
 * the estimator's list and become a Spec. */
#include "analysis/estimator.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Options that every estimator takes, and those of the ones with covariates. */
static const Option SHARED[] = {
    {"conf", OPTION_NUMBER, false, "0.95", {"ticamības līmenis", "confidence level"}, false},
    {"seed", OPTION_TEXT, false, NULL, {"gadījuma skaitļu sākumvērtība", "seed"}, false},
    {"reps", OPTION_NUMBER, false, "9999", {"atkārtojumu skaits", "number of draws"}, false},
    {"where",
     OPTION_TEXT,
     false,
     NULL,
     {"tikai rindas KOLONNA:VĒRTĪBA", "only rows COLUMN:VALUE"},
     false},
    {"missing",
     OPTION_CHOICE,
     false,
     "drop|fail",
     {"trūkstošās vērtības", "missing values"},
     false},
};
static const Option COVARIATE[] = {
    {"factors",
     OPTION_TEXT,
     false,
     NULL,
     {"skaitliskas kolonnas kā faktori", "numeric columns as factors"},
     false},
    {"reference",
     OPTION_TEXT,
     false,
     NULL,
     {"atskaites līmeņi KOLONNA:LĪMENIS", "reference levels COLUMN:LEVEL"},
     false},
    {"intercept", OPTION_CHOICE, false, "yes|no", {"brīvais loceklis", "the constant"}, false},
};

static bool has_covariates(const Estimator *estimator)
{
    for (int i = 0; i < estimator->noption; i++)
        if (estimator->options[i].kind == OPTION_COLUMNS)
            return true;
    return false;
}

const Option *estimator_option(const Estimator *estimator, int i)
{
    if (i < estimator->noption)
        return &estimator->options[i];
    i -= estimator->noption;
    if (i < COUNT(SHARED))
        return &SHARED[i];
    i -= COUNT(SHARED);
    return has_covariates(estimator) && i < COUNT(COVARIATE) ? &COVARIATE[i] : NULL;
}

static const Option *find_option(const Estimator *estimator, const char *key)
{
    const Option *option;
    for (int i = 0; (option = estimator_option(estimator, i)); i++)
        if (!strcmp(option->key, key))
            return option;
    return NULL;
}

static const char *nearest_option(Arena *arena, const Estimator *estimator, const char *key)
{
    const char **names = arena_new(arena, const char *, estimator->noption + 16);
    const Option *option;
    int n = 0;
    for (; (option = estimator_option(estimator, n)); n++)
        names[n] = option->key;
    const char *near = text_nearest(arena, key, names, n);
    return near ? near : names[0];
}

static Place place_of(SettingPlaces places, int i)
{
    Place at = places.first;
    at.column += places.step * i;
    return at;
}

static bool check_choice(const Option *option, const char *value, Place at, Arena *arena,
                         Diag *diag)
{
    const char **choices;
    int n = text_split(arena, option->values, '|', &choices);
    for (int i = 0; i < n; i++)
        if (!strcmp(choices[i], value))
            return true;
    const char *near = text_nearest(arena, value, choices, n);
    return diag_fail(diag, at, MSG_ESTIMATE_CHOICE, option->key, value, option->values,
                     near ? near : choices[0]);
}

static bool check_number(const char *key, const char *value, Place at, Diag *diag)
{
    char *end;
    double number = strtod(value, &end);
    const char *expected = NULL;
    if (end == value || *end || !isfinite(number))
        expected = "skaitlis / a number";
    else if (!strcmp(key, "conf") && !(number > 0.0 && number < 1.0))
        expected = "0 < conf < 1";
    else if (!strcmp(key, "reps") && !(number >= 1.0 && number <= 1e7 && number == floor(number)))
        expected = "1 … 10000000";
    return expected ? diag_fail(diag, at, MSG_ESTIMATE_NUMBER, key, value, expected) : true;
}

static bool check_setting(const Estimator *estimator, const Setting *setting, Place at,
                          Arena *arena, Diag *diag)
{
    const Option *option = find_option(estimator, setting->key);
    if (!option)
        return diag_fail(diag, at, MSG_ESTIMATE_OPTION, estimator->id, setting->key,
                         nearest_option(arena, estimator, setting->key));
    if (option->kind == OPTION_CHOICE)
        return check_choice(option, setting->value, at, arena, diag);
    if (option->kind == OPTION_NUMBER)
        return check_number(option->key, setting->value, at, diag);
    return true;
}

static const char *setting_value(const Spec *spec, const char *key)
{
    for (int i = spec->nsetting - 1; i >= 0; i--)
        if (!strcmp(spec->settings[i].key, key))
            return spec->settings[i].value;
    return NULL;
}

/* Sixty-four bits from the estimator and its settings, in whatever order they were given. */
static uint64_t content_seed(Arena *arena, const Estimator *estimator, const Spec *spec)
{
    Buffer text = buffer_open(arena);
    buffer_text(&text, estimator->id);
    for (int i = 0; i < estimator->noption; i++) {
        const char *value = setting_value(spec, estimator->options[i].key);
        if (value)
            buffer_format(&text, "\n%s=%s", estimator->options[i].key, value);
    }
    const char *bytes = buffer_end(&text);
    char *hash = text_sha256(arena, bytes, strlen(bytes));
    hash[16] = '\0';
    return strtoull(hash, NULL, 16);
}

/* A number is itself, any other text its hash. */
static uint64_t given_seed(Arena *arena, const char *text)
{
    char *end;
    unsigned long long number = strtoull(text, &end, 10);
    if (*text && !*end)
        return number;
    char *hash = text_sha256(arena, text, strlen(text));
    hash[16] = '\0';
    return strtoull(hash, NULL, 16);
}

bool spec_parse(const Estimator *estimator, const Setting *settings, int nsetting,
                SettingPlaces places, Arena *arena, Diag *diag, Spec *spec)
{
    const Frame *file = spec->file;
    *spec = (Spec){.estimator = estimator,
                   .settings = settings,
                   .nsetting = nsetting,
                   .file = file,
                   .places = places};
    bool good = true;
    for (int i = 0; i < nsetting; i++)
        good &= check_setting(estimator, &settings[i], place_of(places, i), arena, diag);
    for (int i = 0; i < estimator->noption; i++) {
        const Option *option = &estimator->options[i];
        if (option->required && !setting_value(spec, option->key))
            good = diag_fail(diag, places.first, MSG_ESTIMATE_REQUIRED, estimator->id, option->key);
    }
    if (!good)
        return false;
    spec->conf = spec_number(spec, "conf");
    spec->reps = (int)spec_number(spec, "reps");
    spec->reps_given = setting_value(spec, "reps") != NULL;
    const char *seed = setting_value(spec, "seed");
    spec->seed = seed ? given_seed(arena, seed) : content_seed(arena, estimator, spec);
    return true;
}

const char *spec_text(const Spec *spec, const char *key)
{
    const char *value = setting_value(spec, key);
    if (value)
        return value;
    const Option *option = find_option(spec->estimator, key);
    return option && (option->kind == OPTION_NUMBER || option->kind == OPTION_VALUE)
               ? option->values
               : NULL;
}

bool spec_is(const Spec *spec, const char *key, const char *value)
{
    const char *given = setting_value(spec, key);
    if (given)
        return !strcmp(given, value);
    const Option *option = find_option(spec->estimator, key);
    if (!option || option->kind != OPTION_CHOICE)
        return false;
    size_t length = strcspn(option->values, "|"); /* the first is the default */
    return strlen(value) == length && !strncmp(option->values, value, length);
}

double spec_number(const Spec *spec, const char *key)
{
    const char *text = spec_text(spec, key);
    return text ? strtod(text, NULL) : NAN;
}

double spec_value(const Spec *spec, const Frame *frame, const char *key, int row)
{
    const char *text = spec_text(spec, key);
    const Column *column = text ? frame_column(frame, text) : NULL;
    return column ? column->x[row] : text ? strtod(text, NULL) : NAN;
}

const Column *frame_column(const Frame *frame, const char *name)
{
    for (int i = 0; i < frame->ncolumn; i++)
        if (!strcmp(frame->column[i].name, name))
            return &frame->column[i];
    return NULL;
}

const Column *spec_column(const Spec *spec, const Frame *frame, const char *key)
{
    const char *name = setting_value(spec, key);
    return name ? frame_column(frame, name) : NULL;
}

int spec_columns(const Spec *spec, const Frame *frame, const char *key, Arena *arena,
                 const Column ***columns)
{
    const char *list = setting_value(spec, key), **names;
    if (!list)
        return 0;
    int n = text_split(arena, list, ',', &names);
    *columns = arena_new(arena, const Column *, n + 1);
    for (int i = 0; i < n; i++)
        (*columns)[i] = frame_column(frame, names[i]);
    return n;
}
