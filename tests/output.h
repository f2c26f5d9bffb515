/* What a command prints on standard output, caught in a file. */
#ifndef TESTS_OUTPUT_H
#define TESTS_OUTPUT_H

#include "cli/command.h"
#include "core/asset.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct {
    int status, errors;
    const char *text;
} Output;

static inline Output output_of(const Command *command, Run *run, int nargs, char **args)
{
    char path[] = "/tmp/ietekme-output-XXXXXX";
    int file = mkstemp(path), saved = dup(STDOUT_FILENO);
    assert_true(file >= 0 && saved >= 0);
    fflush(stdout);
    dup2(file, STDOUT_FILENO);
    Output output = {.status = command->run(run, nargs, args)};
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(file);
    size_t size;
    output.errors = diag_count(run->diag, SEVERITY_ERROR);
    output.text = file_read(run, run->arena, path, &size);
    unlink(path);
    return output;
}

#endif
