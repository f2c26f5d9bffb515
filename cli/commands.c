/* The list of commands, in the order of --help. */
#include "cli/command.h"

const Command *const COMMANDS[] = {
#define COMMAND(name) &COMMAND_##name,
#include "cli/commands.def"
#undef COMMAND
};
const int NCOMMAND = COUNT(COMMANDS);
