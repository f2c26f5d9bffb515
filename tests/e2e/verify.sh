#!/bin/sh
# verify: every printed figure agrees with the store; a changed document and a changed input are
# named.
build=$1
folder=$build/tmp/verify/programme
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | head -5 | sed 's/^/# /'; fi; }
rm -rf "$build/tmp/verify" && mkdir -p "$build/tmp/verify" && cp -r tests/e2e/example/programme "$folder" && chmod -R u+w "$folder"
"$build/ietekme" run "$folder" >/dev/null 2>&1
out=$("$build/ietekme" verify "$folder" 2>&1); status=$?
verdict "verify agrees with what run wrote" "$([ $status -eq 0 ] || echo "$out")"
verdict "verify reads figures of PDF and workbooks" "$(echo "$out" | grep -qE ': [0-9]{3,}, .*: [0-9]{3,}, ' || echo "$out")"
cp "$folder/out/progress-2027H2.en.pdf" "$folder/out/progress-2027H2.lv.pdf"
out=$("$build/ietekme" verify "$folder" 2>&1); status=$?
verdict "a changed document ends with 1" "$([ $status -eq 1 ] || echo "status $status")"
verdict "its figures are named with file and page" "$(echo "$out" | grep -qE '^progress-2027H2\.lv\.pdf:[0-9]+: error: .*kpi\..*\[verify\.figure\]' || echo "$out")"
verdict "its hash is named" "$(echo "$out" | grep -q '^progress-2027H2.lv.pdf: error: .*\[verify.hash\]' || echo "$out")"
cp "$folder/out/progress-2027H2.en.xlsx" "$folder/out/benchmark.en.xlsx"
echo "9;9" >> "$folder/incoming/kurzeme/2026H1/event.csv"
out=$("$build/ietekme" verify "$folder" 2>&1)
verdict "a changed input is named" "$(echo "$out" | grep -q '^incoming/kurzeme/2026H1/event.csv: error: .*\[verify.hash\]' || echo "$out")"
verdict "figures that a workbook lacks are named" "$(echo "$out" | grep -q '^benchmark.en.xlsx: error: .*\[verify.missing\]' || echo "$out")"
