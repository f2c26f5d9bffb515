/* The door of report/: the last stage. Each template of report/templates (and the programme's
 * templates/) becomes documents, each document a file for each renderer.
 *
 * A template's front matter says what it makes:
 *   output: progress-{{period.period}}   file name without language and ending (required)
 *   kind, title, subtitle, keywords, fact: label | value (repeated; for the cover)
 *   owner, project, region               footer; the region that is the subject
 *   each: BLOCK                          one document for each row; its columns are parameters
 *   profile: public | authority          default; programme.csv's profile.NAME overrides.
 *                                        authority also makes OUTPUT-public
 *   brief: 1, draft: 1, made_up: 1, logo_eu, logo_nap, logo_own */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "core/stage.h"
#include "report/build.h"

extern const Stage REPORT;

/* What a template's first lines say before anything is rendered ("each", "profile"); NULL if
 * absent. */
const char *report_front_raw(Arena *arena, const Asset *asset, const char *key);

/* One document, built: NULL after reporting. `scope`: the row of `each`, or NULL. */
Document *report_build(BlockSource *source, const Asset *asset, const Scope *scope);
/* A source with the parameters of the store's settings. */
BlockSource report_source(Run *run, Arena *arena, Lang lang, bool authority);

/* Names the files that go with the document: its workbook (rendered to `workbook_path` before the
 * PDF), indicator definitions, inputs and options. */
bool report_attach(Run *run, Arena *arena, Document *document, const char *workbook,
                   const char *workbook_path);
/* inputs.json: options and input files with their SHA-256. */
bool report_inputs(Run *run, Arena *arena, const char **text);

/* Writes the figures of a document into report_figure. */
bool report_list_figures(Run *run, Arena *arena, const Document *document);

/* Reads the figures back out of a written PDF, in reading order (read_pdf.c). */
typedef struct {
    const char *figure, *text;
    int page; /* from 1 */
} PrintedFigure;
bool report_read_pdf(Run *run, Arena *arena, const char *path, const PrintedFigure **list,
                     int *count);
/* Whether a printed text says what a stored number says: equal at the decimals that are printed, a
 * per cent as a share, "< 0,001" as less. A text without a sign may print a magnitude; of a label
 * with several numbers ("0,25 [0,10; 0,40]") the first counts; the lower end of a range of shares
 * ("37,0–99,4 %") stands without its per cent. */
bool report_agrees(Lang lang, const char *text, double stored);

/* Files are written as NAME.new and renamed together by report_rename. */
typedef struct {
    const char **paths; /* final paths, below `out` */
    int npath, capacity;
} OutputList;
bool report_rename(Run *run, const OutputList *outputs);
/* manifest.json: program, options, inputs and outputs with their SHA-256. */
bool report_manifest(Run *run, Arena *arena, const OutputList *outputs);

#endif
