#!/bin/sh
# Runs every test and counts: C programs (cmocka, TAP) and shell tests (TAP lines). The last line
# is "N passed, N failed"; the exit status is 0 only if none failed. What failed is shown whole.
build=$1
log=$build/tests/log
mkdir -p "$build/tests" "$build/tmp"
passed=0 failed=0
export CMOCKA_MESSAGE_OUTPUT=TAP BUILD="$build"
run() {
    name=$1; shift
    timeout 280 "$@" >"$log" 2>&1
    status=$?
    good=$(grep -c '^ok' "$log")
    bad=$(grep -c '^not ok' "$log")
    if [ $status -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; echo "not ok $name: exit status $status"; fi
    if [ "$good" -eq 0 ] && [ "$bad" -eq 0 ]; then bad=1; echo "not ok $name: ran no test"; fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" -ne 0 ]; then echo "--- $name"; cat "$log"; else echo "ok   $name ($good)"; fi
}
for source in tests/unit/*.c tests/stage/*.c tests/numeric/*.c; do
    [ -f "$source" ] && run "$source" "$build/${source%.c}"
done
for script in tests/golden/*.sh tests/e2e/*.sh tests/fuzz/*.sh; do
    [ -f "$script" ] && run "$script" sh "$script" "$build"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
