#!/bin/sh
# check and form from the command line: exit statuses, both forms of diagnostics, nothing kept.
build=$1
program=$build/ietekme
dir=$build/tmp/front-ingest
check() { if eval "$2"; then echo "ok $1"; else echo "not ok $1"; fi; }
rm -rf "$dir" "$dir.key" && mkdir -p "$build/tmp" && cp -R tests/e2e/example/programme "$dir"
"$program" check "$dir" --lang en >"$dir.out" 2>"$dir.err"
check "check ends with 1 where rows are kept out" "[ $? -eq 1 ]"
check "check keeps nothing" "[ ! -e $dir/out ] && [ ! -e $dir.key ]"
check "a diagnostic has file, line, column and code" \
    "grep -q '^incoming/kurzeme/2026H2/event.csv:6:5: error: invalid date .*\[date.invalid\]$' $dir.err"
check "check prints the share of visitors found" "grep -q 'Visitors found in the participants.* 70 of 70' $dir.out"
"$program" check "$dir" --format json >"$dir.json" 2>/dev/null
check "every line of JSON is an object" "[ \$(grep -c '^{\"file\":.*}$' $dir.json) -eq \$(wc -l <$dir.json) ]"
check "JSON and text tell the same" \
    "[ \$(grep -c '\"severity\":\"error\"' $dir.json) -eq \$(grep -c ': error: ' $dir.err) ]"
form=$("$program" form "$dir" kurzeme 2>/dev/null)
check "form prints the path of a workbook" "unzip -tq '$form' >/dev/null"
"$program" form "$dir" liepaja >/dev/null 2>&1
check "form of an unknown region is wrong usage" "[ $? -eq 64 ]"
mkdir -p "$dir/incoming/kurzeme/2028H1" && cp "$form" "$dir/incoming/kurzeme/2028H1/kurzeme.xlsx"
"$program" check "$dir" 2>"$dir.err" >/dev/null
check "an unfilled form is read back without a diagnostic" "! grep -q 2028H1 $dir.err"
rm -rf "$dir/incoming" && "$program" check "$dir" >/dev/null 2>&1
check "check ends with 0 where nothing is wrong" "[ $? -eq 0 ]"
rm "$dir/programme.csv" && "$program" check "$dir" >/dev/null 2>"$dir.err"
check "without programme.csv it cannot be done" "[ $? -eq 2 ] && grep -q programme.missing $dir.err"
