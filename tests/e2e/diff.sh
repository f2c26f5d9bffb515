#!/bin/sh
# diff between two stores: what a re-submission changed, row by row and field by field.
build=$1
program=$build/ietekme
dir=$build/tmp/diff
check() { if eval "$2"; then echo "ok $1"; else echo "not ok $1"; fi; }
rm -rf "$dir" "$dir.key" && mkdir -p "$build/tmp" && cp -R tests/e2e/example/programme "$dir"
"$program" ingest "$dir" >/dev/null 2>&1; "$program" metrics "$dir" >/dev/null 2>&1
cp "$dir/out/ietekme.sqlite" "$dir.old"
mkdir -p "$dir/incoming/kurzeme/2027H2-b"
printf 'event_id;activity;kind;title;held_on;hours;open;headcount;action\nKU-E0007;24.6;exchange;Jauns;24.09.2027;9;0;;\nKU-E0008;;;;;;;;delete\nKU-NEW;24.6;camp;Nometne;24.09.2027;9;1;55;\n' \
    >"$dir/incoming/kurzeme/2027H2-b/event.csv"
"$program" ingest "$dir" >/dev/null 2>&1; "$program" metrics "$dir" >/dev/null 2>&1
"$program" diff "$dir.old" "$dir/out/ietekme.sqlite" >"$dir.csv" 2>/dev/null
check "diff ends with 0" "[ $? -eq 0 ]"
has() { check "$1" "grep -qxF '$2' $dir.csv"; }
has "an added row has its place" 'row,event,kurzeme,added,KU-NEW,,,,,incoming/kurzeme/2027H2-b/event.csv:4,'
has "a withdrawn row has its place" 'row,event,kurzeme,withdrawn,KU-E0008,,,,incoming/kurzeme/2027H2/event.csv:3,,'
has "a changed field has both values and both places" \
    'row,event,kurzeme,changed,KU-E0007,hours,1.5,9.0,incoming/kurzeme/2027H2/event.csv:2,incoming/kurzeme/2027H2-b/event.csv:2,'
has "a visit without its event says why it is gone, and not whose it was" \
    'row,attendance,kurzeme,kept_out,KU-E0008; …,,,,incoming/kurzeme/2027H2/attendance.csv:8,,reference.withdrawn'
check "KPI values that changed are listed with what they count" "grep -q '^kpi,visits,kurzeme,changed,.*attendance; event' $dir.csv"
"$program" diff "$dir.old" "$dir.old" >"$dir.same" 2>/dev/null
check "a store does not differ from itself" "[ \$(wc -l <$dir.same) -eq 1 ]"
"$program" diff "$dir.old" "$dir.nothing" >/dev/null 2>&1
check "a store that is not there cannot be compared" "[ $? -eq 2 ]"
