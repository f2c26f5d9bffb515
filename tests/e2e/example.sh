#!/bin/sh
# The worked example (tests/e2e/example): the rows that must be kept out and no others, and every
# KPI value as an independent program computed it.
build=$1
program=$build/ietekme
dir=$build/tmp/example
check() { if eval "$2"; then echo "ok $1"; else echo "not ok $1"; fi; }
rm -rf "$dir" "$dir.key" && mkdir -p "$build/tmp" && cp -R tests/e2e/example/programme "$dir"
"$program" run "$dir" >/dev/null 2>"$dir.err"
check "the run ends with 1" "[ $? -eq 1 ]"
"$program" export "$dir" reject | awk -F, 'NR > 1 {print $1 "," $2}' | sort -u >"$dir.found"
tail -n +2 tests/e2e/example/rejects.csv | tr -d '\r' | sort -u >"$dir.wanted"
check "exactly the rows of rejects.csv are kept out" "diff $dir.wanted $dir.found"
"$program" export "$dir" kpi --internal --yes >"$dir.kpi"
awk -F, 'function near(a, b) { if (a == "" || b == "") return a == b; d = a - b; if (d < 0) d = -d; m = b < 0 ? -b : b; return d <= 1e-9 * (m > 1 ? m : 1) }
    { sub(/\r$/, "") }
    NR == FNR { if (FNR > 1) { in_period[$1 "," $2 "," $3 "," $4] = $5; cumulative[$1 "," $2 "," $3 "," $4] = $6 } next }
    FNR > 1 { key = $1 "," $2 "," $3 "," $4; n++
        if (!(key in in_period)) { print "# missing " key; bad++ }
        else if (!near(in_period[key], $5) || !near(cumulative[key], $6)) { print "# " key ": " in_period[key] "," cumulative[key] " wanted " $5 "," $6; bad++ } }
    END { print (bad ? "not ok" : "ok") " " n " KPI values of the worked example" }' "$dir.kpi" tests/e2e/example/kpi.csv
