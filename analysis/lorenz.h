/* Concentration of participation and of grants. */
#ifndef ANALYSIS_LORENZ_H
#define ANALYSIS_LORENZ_H

#include "core/stage.h"

/* Fills analysis_inequality_published: points of the Lorenz curve with Gini and top tenth. */
bool lorenz_run(Run *run);

#endif
