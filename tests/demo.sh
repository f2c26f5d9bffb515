#!/bin/sh
# make demo: copies the sample programme into the build folder, runs it, shows where the reports
# are. The run's exit status 1 (rows kept out) is expected: the sample has wrong rows on purpose.
build=$1
demo=$build/demo
rm -rf "$demo" "$demo.key"
mkdir -p "$build" && cp -R data/sample "$demo" || exit 2
begin=$(date +%s.%N)
"$build/ietekme" run "$demo" 2>"$build/demo.log" &
pid=$! peak=0
while kill -0 $pid 2>/dev/null; do
    now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' /proc/$pid/status 2>/dev/null)
    [ -n "$now" ] && peak=$now
    sleep 0.05
done
wait $pid
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
awk -v begin="$begin" -v end="$end" -v peak="$peak" \
    'BEGIN { printf "\nLaiks / time: %.2f s · atmiņa / memory: %.0f MB\n", end - begin, peak / 1024 }'
exit 0
