/* Commands: one struct and one file each; main.c finds them in commands.c and reads their options.
 * Each returns the exit status: 0 done, 1 done but with rows kept out or checks failed, 2 not
 * done, 64 wrong usage. Arguments are what is left after the options: args[0] is mostly DIR. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "core/stage.h"

enum { EXIT_DONE = 0, EXIT_KEPT_OUT = 1, EXIT_NOT_DONE = 2, EXIT_USAGE = 64 };

/* Options a command accepts. */
typedef enum {
    ACCEPT_PERIOD = 1 << 0,
    ACCEPT_AS_OF = 1 << 1,
    ACCEPT_PREVIOUS = 1 << 2,
    ACCEPT_FORMAT = 1 << 3,
    ACCEPT_INTERNAL = 1 << 4,
    ACCEPT_TEMPLATE = 1 << 5,
    ACCEPT_FIGURES = 1 << 6,
    ACCEPT_SIMULATE = 1 << 7 /* --scale --seed --effect */
} Accept;

typedef struct {
    const char *name;
    const char *arguments; /* "DIR WHAT", for the usage line */
    int least, most;       /* number of arguments; most -1: any */
    unsigned accepts;
    bool folder; /* args[0] is a programme folder that must exist */
    const char *help[LANG_COUNT];
    int (*run)(Run *run, int nargs, char **args);
} Command;

extern const Command *const COMMANDS[];
extern const int NCOMMAND;

/* The stages in order, and the store of the folder opened for reading or a stage. */
extern const Stage *const STAGES[];
extern const int NSTAGE;
bool folder_store_open(Run *run, bool read_only);
char *store_path(Run *run);

/* commands.def lists them; each file defines its own COMMAND_NAME. */
#define COMMAND(name) extern const Command COMMAND_##name;
#include "cli/commands.def"
#undef COMMAND

#endif
