#!/bin/sh
# make demo: copies the sample programme into the build folder, runs it, shows where the reports
# are. The run's exit status 1 (rows kept out) is expected: the sample has wrong rows on purpose.
build=$1
demo=$build/demo
rm -rf "$demo" "$demo.key"
mkdir -p "$build" && cp -R data/sample "$demo" || exit 2
begin=$(date +%s.%N)
"$build/ietekme" run "$demo" 2>"$build/demo.log"
status=$?
end=$(date +%s.%N)
if [ $status -gt 1 ]; then cat "$build/demo.log"; exit $status; fi
if [ $status -eq 1 ]; then
    echo "Paraugā ar nodomu ir kļūdainas rindas; tās nav pieņemtas. / The sample has wrong rows on purpose; they were kept out:"
    grep -v ': warning:' "$build/demo.log" | head -8
    echo "… ($(grep -c . "$build/demo.log") ziņojumi / messages: $build/demo.log)"
fi
echo
echo "Pārskati / reports: $demo/out"
ls "$demo/out" | sed 's/^/  /'
/usr/bin/env awk -v begin="$begin" -v end="$end" 'BEGIN { printf "\nLaiks / time: %.2f s\n", end - begin }'
exit 0
