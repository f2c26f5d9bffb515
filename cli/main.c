/* The front door: reads arguments, environment and clock (nothing else does), finds the command,
 * runs it, gives its exit status. */
#include "cli/command.h"

#include "core/date.h"
#include "core/lang.h"
#include "core/progress.h"
#include "core/text.h"

#include <argp.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    const Command *command;
    Options options;
    Lang lang;
    char **args;
    int nargs, capacity;
    Arena *arena;
} Line;

static double steady_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static Lang environment_lang(void)
{
    static const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (int i = 0; i < COUNT(NAMES); i++) {
        const char *value = getenv(NAMES[i]);
        if (value && *value)
            return text_starts(value, "en") ? LANG_EN : LANG_LV;
    }
    return LANG_LV;
}

enum {
    KEY_LANG = 1,
    KEY_AS_OF,
    KEY_PERIOD,
    KEY_PREVIOUS,
    KEY_FORMAT,
    KEY_INTERNAL,
    KEY_YES,
    KEY_TEMPLATE,
    KEY_FIGURES,
    KEY_SCALE,
    KEY_SEED,
    KEY_EFFECT
};

/* Every option, and the commands that take it (0: all). */
static const struct {
    const char *name;
    int key;
    unsigned accept;
    const char *argument, *help[LANG_COUNT];
} OPTIONS[] = {
    {"lang", KEY_LANG, 0, "lv|en", {"ziņojumu valoda", "language of messages"}},
    {"as-of",
     KEY_AS_OF,
     ACCEPT_AS_OF,
     "DATE",
     {"dati līdz šim datumam (GGGG-MM-DD)", "data up to this date (YYYY-MM-DD)"}},
    {"period",
     KEY_PERIOD,
     ACCEPT_PERIOD,
     "PERIOD",
     {"progresa pārskata periods: 2026H1, 2026Q3, 2026, pieprasījums vai NO..LĪDZ",
      "period of the progress report: 2026H1, 2026Q3, 2026, a request or FROM..TO"}},
    {"previous",
     KEY_PREVIOUS,
     ACCEPT_PREVIOUS,
     "STORE",
     {"iepriekšējā pārskata krātuve", "store of the previous report"}},
    {"format",
     KEY_FORMAT,
     ACCEPT_FORMAT,
     "text|json",
     {"ziņojumu veids", "form of the diagnostics"}},
    {"internal",
     KEY_INTERNAL,
     ACCEPT_INTERNAL,
     NULL,
     {"precīzas vērtības, arī nepublicējamās", "exact values, the confidential ones too"}},
    {"yes",
     KEY_YES,
     ACCEPT_INTERNAL,
     NULL,
     {"rādīt precīzas vērtības arī uz ekrāna", "show exact values on a terminal too"}},
    {"template",
     KEY_TEMPLATE,
     ACCEPT_TEMPLATE,
     "FILE",
     {"izveidot tikai šo veidni", "render this template only"}},
    {"figures",
     KEY_FIGURES,
     ACCEPT_FIGURES,
     NULL,
     {"rādīt skaitļu identifikatorus", "show the ids of figures"}},
    {"scale",
     KEY_SCALE,
     ACCEPT_SIMULATE,
     "N",
     {"programmas lielums (1)", "size of the programme (1)"}},
    {"seed",
     KEY_SEED,
     ACCEPT_SIMULATE,
     "S",
     {"gadījuma skaitļu sākumvērtība (1)", "seed of the random numbers (1)"}},
    {"effect",
     KEY_EFFECT,
     ACCEPT_SIMULATE,
     "E",
     {"patiesā ietekme standartnovirzēs (0.3)", "true effect in standard deviations (0.3)"}},
};

static double number(struct argp_state *state, const char *name, const char *text)
{
    char *end;
    double value = strtod(text, &end);
    if (*end || end == text || !isfinite(value))
        argp_error(state, "--%s: '%s'", name, text);
    return value;
}

/* A whole number from `least` to `most`. */
static double whole(struct argp_state *state, const char *name, const char *text, double least,
                    double most)
{
    double value = number(state, name, text);
    if (value < least || value > most || value != floor(value))
        argp_error(state, "--%s: '%s' (%.0f–%.0f)", name, text, least, most);
    return value;
}

static void set_choice(struct argp_state *state, Line *line, int key, const char *text)
{
    if (key == KEY_LANG && !lang_parse(text, &line->lang))
        argp_error(state, "--lang: '%s' (lv|en)", text);
    if (key == KEY_FORMAT && !text_equal(text, "text") && !text_equal(text, "json"))
        argp_error(state, "--format: '%s' (text|json)", text);
    if (key == KEY_FORMAT)
        line->options.json = text_equal(text, "json");
}

static void set_option(struct argp_state *state, Line *line, int key, char *text)
{
    Options *options = &line->options;
    switch (key) {
    case KEY_AS_OF:
        options->as_of = text;
        break;
    case KEY_PERIOD:
        options->period = text;
        break;
    case KEY_PREVIOUS:
        options->previous = text;
        break;
    case KEY_TEMPLATE:
        options->template_file = text;
        break;
    case KEY_INTERNAL:
        options->internal = true;
        break;
    case KEY_YES:
        options->yes = true;
        break;
    case KEY_FIGURES:
        options->figures = true;
        break;
    case KEY_SCALE:
        options->scale = (int)whole(state, "scale", text, 1, 1000);
        break;
    case KEY_SEED:
        options->seed = (uint64_t)whole(state, "seed", text, 0, 9007199254740992.0);
        break;
    case KEY_EFFECT:
        options->effect = number(state, "effect", text);
        break;
    default:
        set_choice(state, line, key, text);
    }
}

static void add_argument(Line *line, char *text)
{
    line->args =
        arena_room(line->arena, line->args, sizeof *line->args, line->nargs, &line->capacity);
    line->args[line->nargs++] = text;
}

static error_t parse_command(int key, char *text, struct argp_state *state)
{
    Line *line = state->input;
    const Command *command = line->command;
    if (key == ARGP_KEY_ARG) {
        if (command->most >= 0 && line->nargs >= command->most)
            argp_usage(state);
        add_argument(line, text);
        return 0;
    }
    if (key == ARGP_KEY_END && line->nargs < command->least)
        argp_usage(state);
    if (key >= KEY_LANG && key <= KEY_EFFECT) {
        set_option(state, line, key, text);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

/* The options that a command takes, as argp wants them. */
static struct argp_option *command_options(Arena *arena, const Command *command, Lang lang)
{
    struct argp_option *list = arena_new(arena, struct argp_option, COUNT(OPTIONS) + 1);
    int n = 0;
    for (int i = 0; i < COUNT(OPTIONS); i++)
        if (!OPTIONS[i].accept || (OPTIONS[i].accept & command->accepts))
            list[n++] = (struct argp_option){.name = OPTIONS[i].name,
                                             .key = OPTIONS[i].key,
                                             .arg = OPTIONS[i].argument,
                                             .doc = OPTIONS[i].help[lang]};
    return list;
}

static void print_commands(FILE *out, Lang lang)
{
    fputs(lang == LANG_LV ? "Lietošana: ietekme KOMANDA [ARGUMENTI] [IZVĒLES]\n\n"
                          : "Usage: ietekme COMMAND [ARGUMENTS] [OPTIONS]\n\n",
          out);
    for (int i = 0; i < NCOMMAND; i++)
        fprintf(out, "  ietekme %-9s %-30s %s\n", COMMANDS[i]->name, COMMANDS[i]->arguments,
                COMMANDS[i]->help[lang]);
    fputs(lang == LANG_LV
              ? "\nietekme KOMANDA --help rāda komandas izvēles.\nIzejas statuss: 0 izpildīts; 1 "
                "izpildīts, bet daļa datu nav pieņemta; 2 nav izpildīts; 64 nepareiza lietošana.\n"
              : "\nietekme COMMAND --help shows a command's options.\nExit status: 0 done; 1 done, "
                "but some data were kept out; 2 not done; 64 wrong usage.\n",
          out);
}

static const Command *find_command(Diag *diag, Arena *arena, const char *name)
{
    const char **names = arena_new(arena, const char *, NCOMMAND);
    for (int i = 0; i < NCOMMAND; i++) {
        names[i] = COMMANDS[i]->name;
        if (text_equal(names[i], name))
            return COMMANDS[i];
    }
    const char *near = text_nearest(arena, name, names, NCOMMAND);
    diag_report(diag, (Place){NULL, 0, 0}, MSG_CLI_COMMAND, name, near ? near : "run");
    return NULL;
}

static bool folder_exists(Run *run, const char *folder)
{
    struct stat state;
    if (stat(folder, &state) == 0 && S_ISDIR(state.st_mode))
        return true;
    return diag_fail(run->diag, (Place){folder, 0, 0}, MSG_FOLDER_MISSING, folder);
}

/* "build/demo/" names the same folder as "build/demo". */
static char *without_slash(Arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return arena_copy(arena, path, length);
}

/* A date that is none is wrong usage, before anything is opened. */
static bool dates_good(Run *run)
{
    const char *as_of = run->options->as_of;
    if (!as_of || date_parse(as_of) != DATE_NONE)
        return true;
    return diag_fail(run->diag, (Place){NULL, 0, 0}, MSG_CLI_DATE, as_of);
}

static int run_command(Line *line)
{
    Options *options = &line->options;
    Diag *diag = diag_open(line->arena, options->json ? stdout : stderr, line->lang, options->json);
    Run run = {.diag = diag, .arena = line->arena, .options = options};
    if (!dates_good(&run))
        return EXIT_USAGE;
    if (isatty(STDERR_FILENO))
        run.progress = progress_open(line->arena, stderr, steady_now);
    if (line->nargs && line->command->folder) {
        options->folder = without_slash(line->arena, line->args[0]);
        options->out = arena_format(line->arena, "%s/out", options->folder);
        if (!folder_exists(&run, options->folder))
            return EXIT_NOT_DONE;
    }
    return line->command->run(&run, line->nargs, line->args);
}

static int parse_and_run(Line *line, int argc, char **argv)
{
    char *usage = arena_text(line->arena, line->command->arguments);
    const char *doc = line->command->help[line->lang];
    struct argp argp = {command_options(line->arena, line->command, line->lang),
                        parse_command,
                        usage,
                        doc,
                        NULL,
                        NULL,
                        NULL};
    argv[0] = arena_format(line->arena, "ietekme %s", line->command->name);
    argp_err_exit_status = EXIT_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, line);
    return run_command(line);
}

int main(int argc, char **argv)
{
    Line line = {.lang = environment_lang(), .arena = arena_open()};
    line.options = (Options){.ncpu = (int)sysconf(_SC_NPROCESSORS_ONLN),
                             .scale = 1,
                             .seed = 1,
                             .effect = 0.3,
                             .out_terminal = isatty(STDOUT_FILENO)};
    gsl_set_error_handler_off();
    int status = EXIT_USAGE;
    if (sodium_init() < 0)
        return EXIT_NOT_DONE;
    if (argc < 2 || text_equal(argv[1], "--help") || text_equal(argv[1], "help")) {
        print_commands(argc < 2 ? stderr : stdout, line.lang);
        status = argc < 2 ? EXIT_USAGE : EXIT_DONE;
    } else if (text_equal(argv[1], "--version")) {
        puts("ietekme " IETEKME_VERSION);
        status = EXIT_DONE;
    } else {
        Diag *diag = diag_open(line.arena, stderr, line.lang, false);
        line.command = find_command(diag, line.arena, argv[1]);
        if (line.command)
            status = parse_and_run(&line, argc - 1, argv + 1);
    }
    arena_close(line.arena);
    if (fflush(stdout) != 0)
        status = EXIT_NOT_DONE;
    return status;
}
