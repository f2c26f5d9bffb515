/* ietekme init DIR: a new programme folder with commented files. */
#include "cli/command.h"

#include "data/init.h"

static int run_init(Run *run, int nargs, char **args)
{
    (void)nargs;
    return init_run(run, args[0]) ? EXIT_DONE : EXIT_NOT_DONE;
}

const Command COMMAND_INIT = {"init",
                              "DIR",
                              1,
                              1,
                              0,
                              false,
                              {"izveido jaunu programmas mapi ar paskaidrotām datnēm",
                               "make a new programme folder with commented files"},
                              run_init};
