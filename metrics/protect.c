/* Disclosure control: primary suppression. */
#include "metrics/protect.h"

#include "core/asset.h"

bool protect_run(Run *run)
{
    const Asset *primary = asset_find(run, "metrics/protect.sql");
    return primary && db_exec(run, asset_sql(primary));
}
