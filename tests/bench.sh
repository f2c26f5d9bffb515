#!/bin/sh
# make bench: times of the stages on the sample (median of five) and peak memory of a whole run.
# Figures to read, not tests.
build=$1
dir=$build/bench
rm -rf "$dir" "$dir.key"; mkdir -p "$build" && cp -R data/sample "$dir" || exit 2
"$build/ietekme" run "$dir" >/dev/null 2>&1
measure() { # name, command…
    name=$1; shift
    for i in 1 2 3 4 5; do
        a=$(date +%s%N); "$@" >/dev/null 2>&1; b=$(date +%s%N)
        echo $(((b - a) / 1000))
    done | sort -n | awk -v name="$name" 'NR == 3 {printf "%-10s %8.3f s\n", name, $1 / 1e6}'
}
for stage in ingest metrics analysis report; do measure "$stage" "$build/ietekme" $stage "$dir"; [ $stage = report ] || for later in metrics analysis; do [ $stage = ingest ] && "$build/ietekme" $later "$dir" >/dev/null 2>&1; done; done
measure run "$build/ietekme" run "$dir"
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f 'memory     %M kB' "$build/ietekme" run "$dir" 2>&1 >/dev/null | tail -1
else
    "$build/ietekme" run "$dir" >/dev/null 2>&1 & pid=$!
    while kill -0 $pid 2>/dev/null; do grep VmHWM /proc/$pid/status 2>/dev/null; sleep 0.02; done | tail -1
fi
for script in tests/bench/*.sh; do [ -f "$script" ] && sh "$script" "$build"; done
exit 0
