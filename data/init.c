/* Copies data/init/ into a new programme folder; see init.h. */
#include "data/init.h"

#include "core/text.h"
#include "data/sim_file.h"

#include <stdio.h>
#include <string.h>

static bool exists(Run *run, const char *folder)
{
    FILE *file = fopen(arena_format(run->arena, "%s/programme.csv", folder), "rb");
    if (file)
        fclose(file);
    return file != NULL;
}

static bool copy_all(SimDesk *desk, const char *from, const char *to, const char *ending)
{
    const Asset **list;
    int n = asset_list(desk->run, from, ending, &list);
    for (int i = 0; i < n; i++) {
        const char *name = strrchr(list[i]->file, '/') + 1;
        char *path = arena_format(desk->arena, "%s%s", to, name);
        if (!desk_write(desk, path, list[i]->text, list[i]->size))
            return false;
    }
    return true;
}

bool init_run(Run *run, const char *folder)
{
    if (exists(run, folder))
        return diag_fail(run->diag, (Place){folder, 0, 0}, MSG_DATA_INIT, folder);
    SimDesk desk = {.run = run, .arena = run->arena, .folder = folder};
    return copy_all(&desk, "data/init", "", ".csv") && copy_all(&desk, "data/init", "", ".md") &&
           copy_all(&desk, "data/instruments", "", ".csv") &&
           copy_all(&desk, "data/init/narrative", "narrative/2026H1/", ".md") &&
           copy_all(&desk, "data/init/incoming", "incoming/", ".md");
}
