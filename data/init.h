/* `ietekme init`: a new programme folder with commented files, copied from data/init/. */
#ifndef DATA_INIT_H
#define DATA_INIT_H

#include "core/stage.h"

/* Makes the folder and its files; refuses one that holds programme.csv already. */
bool init_run(Run *run, const char *folder);

#endif
