/* Bytes of a file → physical lines of UTF-8. Finds what the file is, its encoding and its SHA-256.
 * The first step of every text file. */
#ifndef INGEST_SOURCE_H
#define INGEST_SOURCE_H

#include "core/db.h"

typedef enum { CONTENT_TEXT, CONTENT_EMPTY, CONTENT_ZIP, CONTENT_XLS, CONTENT_HTML } Content;
typedef enum { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_1257 } Encoding;

typedef struct {
    const char *path;  /* to open */
    const char *shown; /* below the programme folder: for places */
    void *bytes;       /* or what to read instead of a file (tests, fuzzing) */
    Content content;
    Encoding encoding;
    bool bom;
    int64_t size, nsequence, nstray; /* valid multi-byte UTF-8 sequences, stray bytes */
    char sha256[65];
} Source;

/* Reads the whole file once. Reports and returns false if it cannot be read. */
bool source_probe(Run *run, const char *path, const char *shown, Source *source);
/* The same of bytes in memory that outlive the source. */
bool source_probe_bytes(Run *run, void *bytes, size_t size, Source *source);
const char *source_encoding(const Source *source); /* UTF-8, UTF-16LE, Windows-1257 … */

/* Lines, one after another, each with its line end (LF, CR or CRLF). Bytes that are no text in a
 * declared or guessed UTF-16 or Windows-1257 come as 0xFF, so that the line is no valid UTF-8. */
typedef struct Lines Lines;
Lines *lines_open(Run *run, const Source *source);
/* The next line, or false at the end. Valid until the next call. A line of more than
 * LINE_LIMIT bytes comes in pieces of that size. */
bool lines_next(Lines *lines, const char **text, size_t *length);
void lines_close(Lines *lines);
enum { LINE_LIMIT = 4 << 20 };

#endif
