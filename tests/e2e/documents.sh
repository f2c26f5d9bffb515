#!/bin/sh
# The project's papers: METHODOLOGY has an anchor for each KPI and estimator, the README's commands
# exist, nothing names a path of some machine, every asset folder has its files listed by `list`.
build=$1
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | sed 's/^/# /'; fi; }
found=$(for file in metrics/kpi/*.sql; do id=$(basename "$file" .sql); grep -q "id=\"kpi-$id\"" METHODOLOGY.md || echo "$id"; done)
verdict "METHODOLOGY.md has an anchor for each KPI" "$found"
found=$(for file in analysis/estimators/*.c; do id=$(basename "$file" .c); grep -q "(\"\?$id\|$id" analysis/estimators.def || continue; grep -q "id=\"estimator-$id\"" METHODOLOGY.md || echo "$id"; done)
verdict "METHODOLOGY.md has an anchor for each estimator" "$found"
found=$(grep -oE 'make [a-z]+' README.md | sort -u | while read -r word target; do grep -q "^$target:" Makefile || echo "$word $target"; done)
verdict "the README's make targets exist" "$found"
found=$(grep -oE 'ietekme [a-z]+ ' README.md | awk '{print $2}' | sort -u | while read -r name; do "$build/ietekme" --help | grep -q "ietekme $name " || echo "$name"; done)
verdict "the README's commands exist" "$found"
found=$(grep -oE '\]\(([^)#]+)\)' README.md | sed 's/](\(.*\))/\1/' | grep -v '^http' | while read -r path; do [ -e "$path" ] || echo "$path"; done)
verdict "the README's links lead somewhere" "$found"
found=$(for file in core cli ingest metrics analysis report data; do find $file -name '*.c' -o -name '*.h'; done | xargs wc -l | awk '$2 != "total" && $1 > 400 {print $2 ": " $1}')
verdict "no file over 400 lines" "$found"
