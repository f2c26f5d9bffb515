#!/bin/sh
# The sample programme from folder to files: everything the README promises is there, valid, tagged,
# readable as text in right Latvian; two runs give the same bytes; a stage alone works on the store.
build=$1
program=$build/ietekme
dir=$build/tmp/sample
check() { if eval "$2"; then echo "ok $1"; else echo "not ok $1"; fi; }
rm -rf "$dir" "$dir.key" "$dir.2" "$dir.2.key"
mkdir -p "$build/tmp" && cp -R data/sample "$dir"
"$program" run "$dir" >"$dir.out" 2>"$dir.err"
status=$?
check "the run ends with 1: rows were kept out" "[ $status -eq 1 ]"
check "every line on standard error is a diagnostic" "[ -s $dir.err ] && ! grep -vE ': (error|warning|note): .* \[[a-z0-9_.]+\]$' $dir.err"
out=$dir/out
for lang in lv en; do
    for name in study brief benchmark progress-2027H2 progress-2027H2-public benchmark-kurzeme benchmark-latgale benchmark-riga benchmark-vidzeme benchmark-zemgale; do
        check "$name.$lang.pdf and .xlsx" "[ -s $out/$name.$lang.pdf ] && [ -s $out/$name.$lang.xlsx ]"
    done
done
check "the store and the manifest" "[ -s $out/ietekme.sqlite ] && [ -s $out/manifest.json ]"
check "the store is private" "[ \"\$(stat -c %a $out/ietekme.sqlite)\" = 600 ]"
check "nobody but owner and group reads a report" "[ -z \"\$(find $out -type f -perm /007)\" ]"
for pdf in "$out"/*.pdf; do
    name=$(basename "$pdf")
    check "$name: sound for qpdf" "qpdf --check $pdf >/dev/null 2>&1"
    check "$name: all fonts embedded and subset" "! pdffonts $pdf | tail -n +3 | awk '{ if (\$(NF-4) != \"yes\" || \$(NF-3) != \"yes\" || \$(NF-2) != \"yes\") bad = 1 } END { exit !bad }'"
    check "$name: tagged, with a title and language" "pdfinfo $pdf | grep -q '^Tagged: *yes' && pdfinfo $pdf | grep -q '^Title: *[^ ]'"
    check "$name: no poppler complaint" "[ -z \"\$(pdftotext $pdf - 2>&1 >/dev/null)\" ]"
    check "$name: no page without text" "[ -z \"\$(for page in \$(seq \$(pdfinfo $pdf | awk '/^Pages/ {print \$2}')); do pdftotext -f \$page -l \$page $pdf - | grep -q '[[:alpha:]]' || echo \$page; done)\" ]"
done
pdftotext -layout "$out/progress-2027H2.lv.pdf" "$dir.txt"
check "the text is Latvian with all its letters" "grep -q 'ā' $dir.txt && grep -q 'ķ' $dir.txt && grep -q 'ņ' $dir.txt && grep -q 'š' $dir.txt && grep -q 'Projekta īstenošana' $dir.txt"
check "each page says that the data are made up" "[ \$(grep -c 'IZDOMĀTI DATI' $dir.txt) -ge \$(pdfinfo $out/progress-2027H2.lv.pdf | awk '/^Pages/ {print \$2}') ]"
check "no raw person id in any table" "! strings -n 11 $out/ietekme.sqlite | grep -qE '^[0-9]{6}-[0-9]{5}$'"
cp -R data/sample "$dir.2" && cp "$dir.key" "$dir.2.key"
"$program" run "$dir.2" >/dev/null 2>&1
check "a second run gives the same bytes" "diff -r $out $dir.2/out"
for stage in metrics analysis report; do
    "$program" $stage "$dir" >/dev/null 2>"$dir.err"
    check "$stage alone on the store" "[ $? -le 1 ]"
done
check "a stage alone leaves the same reports" "for f in $out/*.pdf $out/*.xlsx; do cmp -s \$f $dir.2/out/\$(basename \$f) || exit 1; done"
