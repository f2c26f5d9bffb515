/* How each region writes its files: data as habits. */
#ifndef DATA_SIM_HABIT_H
#define DATA_SIM_HABIT_H

#include "core/text.h"
#include "data/sim_file.h"

/* CELL_LINE: a whole line as it stands. */
typedef enum { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_LINE } CellKind;
typedef struct {
    CellKind kind;
    const char *text;
    double number;
    int decimals;
    Date date;
} SimCell;

typedef enum { DATES_ISO, DATES_SHORT, DATES_DOTTED } DateStyle; /* 05.03.2027, 05.03.2027. */
typedef enum { PLACE_CODE, PLACE_NAME, PLACE_GENITIVE } PlaceStyle;
typedef struct {
    const char *region;
    const char *encoding; /* as iconv calls it; NULL: UTF-8 */
    const char *mark;     /* bytes at the start of the file */
    char separator;
    const char *line_end;
    DateStyle date;
    bool decimal_comma, latvian_headers, words, workbook, names_period;
    PlaceStyle place;
} Habit;

const Habit *habit_of(int region);
/* A field of a line, with the separator before it unless it is the first; quoted where needed. */
void habit_field(Buffer *line, const Habit *habit, int position, const char *text);
const char *habit_text(Arena *arena, const Habit *habit, const SimCell *cell);
/* The municipality of a row of municipality.csv as the region writes it. */
const char *habit_place(const Habit *habit, const SeedTable *municipality, int row);
/* The Latvian word of one code, or of several separated by semicolons. */
const char *habit_word(Arena *arena, const char *codes, const char *code);
const char *habit_encode(Arena *arena, const Habit *habit, const char *text, size_t *length);

#endif
