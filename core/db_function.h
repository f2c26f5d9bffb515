/* SQL functions of the program's own, all deterministic: exact_sum(x), date_days(iso),
 * date_add(iso, days), date_months(iso, months), text_key(text), and the collation LV. */
#ifndef CORE_DB_FUNCTION_H
#define CORE_DB_FUNCTION_H

#include <sqlite3.h>
#include <stdbool.h>

bool db_register_functions(sqlite3 *db);

#endif
