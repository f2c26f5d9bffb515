#!/bin/sh
# make fuzz: libFuzzer over the readers, FUZZ_SECONDS (60) each, from the corpora of tests/. What it
# finds goes to BUILD/fuzz; keep it in tests/fuzz/kept/TARGET, which `make test` runs over.
build=$1
seconds=${FUZZ_SECONDS:-60}
command -v clang >/dev/null || { echo 'trūkst / missing: clang' >&2; exit 2; }
mkdir -p "$build/fuzz"
flags='-g -O1 -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined'
status=0
for target in csv xlsx codebook; do
    clang $flags -o "$build/fuzz/$target" "tests/fuzz/fuzz_$target.c" core/*.c ingest/*.c "$build/assets.o" \
        -lxlsxwriter -lcsv -lzip -lexpat -lunistring -lsodium -lsqlite3 -lgsl -lgslcblas -lpthread -lm || exit 2
    found=$build/fuzz/found-$target
    mkdir -p "$found"
    cp -R "tests/fuzz/kept/$target/." "$found" 2>/dev/null
    case $target in
        codebook) files='ingest/datasets/*.csv tests/corpus/base/item.csv' ;;
        *) files="tests/corpus/*/*.$target" ;;
    esac
    for file in $files; do cp "$file" "$found/$(basename "$(dirname "$file")")-$(basename "$file")"; done
    echo "fuzz $target: $seconds s"
    "$build/fuzz/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/$target-" "$found" >"$build/fuzz/$target.log" 2>&1 || status=1
    grep -E 'SUMMARY|number_of_executed|Assertion' "$build/fuzz/$target.log"
done
exit $status
