/* The analysis stage: scale scores, then the plan, benchmarks and forecasts, then what may be
 * published. */
#include "analysis/analysis.h"

#include "analysis/benchmark.h"
#include "analysis/forecast.h"
#include "analysis/impact.h"
#include "analysis/plan.h"
#include "analysis/scale.h"
#include "analysis/weight.h"
#include "core/asset.h"

static bool run_script(Run *run, const char *path)
{
    const Asset *asset = asset_find(run, path);
    return asset && db_exec(run, asset_sql(asset));
}

static bool run_analysis(Run *run)
{
    return scale_run(run) && weight_run(run) && run_script(run, "analysis/flow.sql") &&
           plan_run(run) && forecast_run(run) && benchmark_run(run) &&
           run_script(run, "analysis/publish.sql") && impact_run(run);
}

const Stage ANALYSIS = {"analysis", "analysis/schema.sql", false, run_analysis};
