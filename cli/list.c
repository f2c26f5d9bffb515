/* `ietekme list KIND`: the names of one kind of thing, with what they are. */
#include "cli/command.h"

#include "cli/catalogue.h"
#include "core/text.h"

static const CatalogueKind *find_kind(Run *run, const char *name)
{
    const char **names = arena_new(run->arena, const char *, NCATALOGUE);
    for (int i = 0; i < NCATALOGUE; i++) {
        names[i] = CATALOGUE[i].name;
        if (text_equal(names[i], name))
            return &CATALOGUE[i];
    }
    const char *near = text_nearest(run->arena, name, names, NCATALOGUE);
    diag_report(run->diag, (Place){NULL, 0, 0}, MSG_CLI_ID, name, near ? near : names[0]);
    return NULL;
}

static int run_list(Run *run, int nargs, char **args)
{
    (void)nargs;
    const CatalogueKind *kind = find_kind(run, args[0]);
    if (!kind)
        return EXIT_USAGE;
    CatalogueItem *items;
    int count = catalogue_items(run, kind, &items), widest = 0;
    for (int i = 0; i < count; i++) {
        int length = text_length(items[i].id);
        widest = length > widest ? length : widest;
    }
    for (int i = 0; i < count; i++)
        printf("%-*s  %s\n", widest, items[i].id, items[i].title);
    return EXIT_DONE;
}

const Command COMMAND_LIST = {"list",
                              "kpi|estimator|report|dataset|rule|block|frame|recommendation",
                              1,
                              1,
                              0,
                              false,
                              {"kas programmā ir", "what there is"},
                              run_list};
