/* ietekme simulate DIR: a made-up programme with known truth. */
#include "cli/command.h"

#include "data/simulate.h"

static int run_simulate(Run *run, int nargs, char **args)
{
    (void)nargs;
    const Options *options = run->options;
    bool done = simulate_run(run, args[0], options->scale, options->seed, options->effect);
    return done ? EXIT_DONE : EXIT_NOT_DONE;
}

const Command COMMAND_SIMULATE = {
    "simulate",
    "DIR",
    1,
    1,
    ACCEPT_SIMULATE,
    false,
    {"izveido izdomātu programmu ar zināmu patiesību", "make a made-up programme with known truth"},
    run_simulate};
