#!/bin/sh
# Include arrows and ownership: a room includes itself and core/, core/ only itself; each library
# stays behind its files; no locale, no clock outside the front door, no malloc outside the arena.
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | sed 's/^/# /'; fi; }
files() { find "$@" -name '*.[ch]' | sort; }
for room in core ingest metrics analysis report data; do
    found=$(grep -nH '^#include "' $(files $room) | grep -v "\"$room/" | grep -v '"core/')
    verdict "$room/ includes only itself and core/" "$found"
done
found=$(grep -nH '^#include "' $(files cli) | grep -Ev '"(core|cli|data)/|"(ingest/ingest|metrics/metrics|analysis/analysis|analysis/estimator|report/report)\.h"')
verdict "cli/ opens only the doors" "$found"
owner() { # pattern, owning files (regex)
    found=$(grep -nHE "$1" $(files core cli ingest metrics analysis report data) | grep -Ev "^($2)")
    verdict "$1 only in $2" "$found"
}
owner '^#include <hpdf' 'report/pdf_[a-z_]*\.[ch]:'
owner '^#include <xlsxwriter' 'core/workbook[a-z_]*\.[ch]:'
owner '^#include <(csv|zip|expat)\.h' 'ingest/'
owner '^#include <glpk' 'metrics/protect[a-z_]*\.c:'
owner '^#include <gsl/' 'analysis/|cli/main\.c:'
owner '[^a-z_](setlocale|newlocale) *\(' 'none:'
owner '[^a-z_](malloc|calloc|realloc) *\(' 'core/arena\.c:'
owner '[^a-z_](time|clock_gettime|gettimeofday|getenv)\(' 'cli/main\.c:'
found=$(find "$1/core" "$1/cli" "$1/ingest" "$1/metrics" "$1/analysis" "$1/report" "$1/data" -name '*.o' | while read -r object; do [ -f "${object#"$1"/}" ] || [ -f "$(echo "${object#"$1"/}" | sed 's/o$/c/')" ] && nm "$object"; done | awk '$2 ~ /^[TDRB]$/ {print $3}' | sort | uniq -d)
verdict "no two rooms use one public name" "$found"
