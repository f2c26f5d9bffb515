/* The one place where the program writes CSV: exports, estimates, made-up programmes. */
#include "core/csv.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static char separator_of(const CsvWriter *writer)
{
    return writer->separator ? writer->separator : ',';
}

static void begin_field(CsvWriter *writer)
{
    if (writer->inside)
        fputc(separator_of(writer), writer->out);
    writer->inside = true;
}

/* Also at the ends: some readers trim fields that are not quoted. */
static bool needs_quotes(const CsvWriter *writer, const char *text)
{
    size_t length = strlen(text);
    char special[] = {separator_of(writer), '"', '\n', '\r', '\0'};
    return strpbrk(text, special) || text[0] == ' ' || text[length - 1] == ' ';
}

void csv_put_text(CsvWriter *writer, const char *text)
{
    begin_field(writer);
    if (!text || !*text)
        return;
    if (!needs_quotes(writer, text)) {
        fputs(text, writer->out);
        return;
    }
    fputc('"', writer->out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', writer->out);
        fputc(*text, writer->out);
    }
    fputc('"', writer->out);
}

void csv_put_number(CsvWriter *writer, double value)
{
    begin_field(writer);
    if (!isnan(value))
        fprintf(writer->out, "%.15g", value == 0 ? 0.0 : value);
}

void csv_put_integer(CsvWriter *writer, int64_t value)
{
    begin_field(writer);
    fprintf(writer->out, "%" PRId64, value);
}

void csv_put_end(CsvWriter *writer)
{
    fputc('\n', writer->out);
    writer->inside = false;
}
