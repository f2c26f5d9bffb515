#!/bin/sh
# The sample against what its simulator knows: the rows that are wrong on purpose are kept out and
# no other row is; the true effects lie where the estimates say, within four standard errors.
build=$1
program=$build/ietekme
dir=$build/tmp/truth
check() { if eval "$2"; then echo "ok $1"; else echo "not ok $1"; fi; }
rm -rf "$dir" "$dir.key"
mkdir -p "$build/tmp" && cp -R data/sample "$dir"
for stage in ingest metrics analysis; do "$program" $stage "$dir" >/dev/null 2>&1; done
"$program" export "$dir" reject --internal | cut -d, -f1,2 | grep -v ',1$' | sort -u >"$dir.got"
cut -d, -f1,2 "$dir/truth/rejects.csv" | sort -u >"$dir.want"
sed -i '/^file,line$/d' "$dir.got" "$dir.want"
check "exactly the wrong rows are kept out" "[ -s $dir.want ] && diff $dir.want $dir.got"
"$program" export "$dir" estimate --internal >"$dir.estimate"
for plan in P1 P2 P3 P4 P5; do
    row=$(grep "^$plan,[a-z_]*,staggered_did,simple," "$dir.estimate")
    outcome=$(echo "$row" | cut -d, -f2)
    estimate=$(echo "$row" | cut -d, -f5)
    se=$(echo "$row" | cut -d, -f6)
    att=$(grep "^$outcome,att," "$dir/truth/truth.csv" | cut -d, -f3)
    check "$plan finds the effect built into $outcome" "awk 'BEGIN { d = ($estimate) - ($att); exit !($se > 0 && d < 4 * $se && -d < 4 * $se) }'"
done
