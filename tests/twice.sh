#!/bin/sh
# make twice: all outputs from the sample built twice in different folders with one key; every byte
# must be the same.
build=$1
a=$build/twice/a b=$build/twice/other/b
rm -rf "$build/twice"
mkdir -p "$a" "$b"
cp -R data/sample/. "$a" && cp -R data/sample/. "$b" || exit 2
"$build/ietekme" run "$a" >/dev/null 2>&1; [ $? -le 1 ] || exit 2
cp "$a.key" "$b.key"
"$build/ietekme" run "$b" >/dev/null 2>&1; [ $? -le 1 ] || exit 2
if diff -r "$a/out" "$b/out"; then
    echo "$(ls "$a/out" | wc -l) files, the same twice"
else
    exit 1
fi
