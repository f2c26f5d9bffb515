#!/bin/sh
# A million survey rows of 20 columns read, checked and stored, beside the floor: libcsv's tokens into
# a bare table with an index on the key. User time, the best of three of each, and peak memory.
build=$1
dir=$build/bench-million
rows=${BENCH_ROWS:-1000000}
rm -rf "$dir" "$dir.key"; mkdir -p "$dir/incoming/kurzeme/2026H1"
printf 'key,value\nprogramme.number,1\nprogramme.start,2024-12-13\nprogramme.end,2029-12-31\n' >"$dir/programme.csv"
awk 'BEGIN { print "community_id,name,region,municipality,kind,setting,stage"
    for (i = 0; i < 60; i++) print "K" i ",Kopiena " i ",kurzeme,0033000,parish,rural,new" }' >"$dir/community.csv"
printf 'instrument,name_lv,score\ntrust,Uzticēšanās,mean\n' >"$dir/instrument.csv"
awk 'BEGIN { print "item,instrument,text_lv,min,max,missing_codes"
    for (i = 1; i <= 10; i++) print "q" i ",trust,q" i ",0,10,77;88" }' >"$dir/item.csv"
awk -v rows="$rows" 'BEGIN { srand(1)
    print "respondent_id;wave;interviewed_on;community_id;sample;mode;sex;birth_year;education;weight;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10"
    for (i = 0; i < rows; i++) {
        printf "R%07d;0;%02d.0%d.2026;K%d;resident;online;%s;%d;higher;%d,%02d", i, 1 + i % 28, 1 + i % 6, i % 60, i % 2 ? "f" : "m", 1940 + i % 60, i % 2, i % 97
        for (q = 0; q < 10; q++) printf ";%d", int(rand() * 11)
        print "" } }' >"$dir/incoming/kurzeme/2026H1/survey.csv"
${CC:-cc} -O2 -o "$build/floor" tests/bench/floor.c -lcsv -lsqlite3 || exit 2
best() { # command…: least user time of three, in seconds
    for i in 1 2 3; do
        rm -f "$dir/floor.sqlite"
        sh -c '"$@" >/dev/null 2>&1; times' sh "$@" | sed -n 2p
    done | awk '{ split($1, t, /[ms]/); s = t[1] * 60 + t[2]; if (NR == 1 || s < least) least = s } END { print least }'
}
floor=$(best "$build/floor" "$dir/incoming/kurzeme/2026H1/survey.csv" "$dir/floor.sqlite" 20)
ours=$(best "$build/ietekme" ingest "$dir")
awk -v rows="$rows" -v floor="$floor" -v ours="$ours" 'BEGIN {
    printf "ingest of %d survey rows: %.2f s of processor time, floor %.2f s: %.0f %% of its speed\n", rows, ours, floor, 100 * floor / ours }'
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f 'memory     %M kB' "$build/ietekme" ingest "$dir" 2>&1 >/dev/null | tail -1
fi
rm -rf "$dir" "$dir.key"
