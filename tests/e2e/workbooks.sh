#!/bin/sh
# Workbooks of the sample: LibreOffice opens every one, computes every formula anew, finds no error
# and the values that were stored with them.
build=$1
folder=$build/tmp/workbooks
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | head -8 | sed 's/^/# /'; fi; }
rm -rf "$folder" && mkdir -p "$folder" && cp -r data/sample "$folder/programme" && chmod -R u+w "$folder"
"$build/ietekme" run "$folder/programme" >/dev/null 2>&1
found=$(ls "$folder"/programme/out/*.xlsx | wc -l)
verdict "the sample has its workbooks" "$([ "$found" -ge 20 ] || echo "$found")"
command -v soffice >/dev/null || exit 0
cp "$folder"/programme/out/*.lv.xlsx "$folder"/programme/out/brief.en.xlsx "$folder/"
checked=; nm "$build/core/arena.o" | grep -q __asan_ && checked=-fsanitize=address,undefined
${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE $checked -I. -o "$folder/recalculate" tests/e2e/recalculate.c \
    "$build/libietekme.a" -lcmocka -lzip -lunistring -lsodium -lsqlite3 -lm || exit 1
found=$(cd "$folder" && ./recalculate "$PWD" "$PWD"/*.xlsx 2>&1) && found=
verdict "formulas have the values that were stored" "$found"
found=$(grep -lE '(^|,)(Err:[0-9]+|#(N/A|VALUE!|REF!|NAME\?|DIV/0!|NUM!))(,|$)' "$folder"/*.csv)
verdict "no formula ends in an error" "$found"
found=$(ls "$folder"/*.csv | wc -l)
verdict "every sheet was opened" "$([ "$found" -ge 200 ] || echo "$found")"
