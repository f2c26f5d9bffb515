#!/bin/sh
# `ietekme estimate`, `explain` and `trace` of estimates from outside: columns, digits, exit status, the
# same bytes for a permuted file, every estimator explained, a figure recomputed from the files.
program=$1/ietekme
dir=$1/tmp/estimate
rm -rf "$dir" "$dir.key" "$1/tmp/estimate.key" && mkdir -p "$dir"
verdict() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1"; printf '# wanted: %s\n# found:  %s\n' "$3" "$2"; fi; }

data=tests/numeric/data/person.csv
verdict "header of the result" "$($program estimate mean $data y=y 2>&1 | head -1)" \
    "term,estimate,se,df,statistic,p,ci_low,ci_high,n,n_clusters,note"
verdict "a term with a comma is quoted" \
    "$($program estimate staggered_did tests/numeric/data/panel.csv y=y unit=unit time=time first_treated=first | sed -n 2p | cut -c1-10)" '"att(2,2)"'
(head -1 $data; tail -n +2 $data | sort -r) >"$dir/other.csv"
for estimator in 'linear y=y x=x,z,region cluster=community' 'wild_bootstrap y=y x=x,z test=x cluster=community reps=199' \
    'inequality y=hours' 'mixed y=y x=x cluster=community' 'logit y=hit x=x,region cluster=community effects=yes'; do
    set -- $estimator
    name=$1; shift
    verdict "$name: a permuted file gives the same bytes" "$($program estimate "$name" "$dir/other.csv" "$@" | cksum)" \
        "$($program estimate "$name" $data "$@" | cksum)"
done
for case in 'liner x:estimate.estimator' 'linear y=q:estimate.column' 'linear yy=y:estimate.option' 'linear y=region:estimate.text' \
    'linear y=y where=region:atlantis:estimate.level'; do
    code=${case##*:}
    found=$(LANG=en $program estimate ${case%%[ :]*} $data $(echo "${case%:*}" | cut -s -d' ' -f2-) 2>&1 >/dev/null); status=$?
    echo "$found" | grep -q "\[$code\]" && named=yes || named="no: $found"
    verdict "$code is reported, exit 2" "$named $status" "yes 2"
done
$program list estimator | cut -f1 | cut -d' ' -f1 >"$dir/list"
verdict "every estimator of estimators.def is listed" "$(sed -n 's/^ESTIMATOR(\(.*\))$/\1/p' analysis/estimators.def | sort | tr '\n' ' ')" \
    "$(grep -E '^[a-z0-9_]+$' "$dir/list" | sort | tr '\n' ' ')"
for estimator in $(sed -n 's/^ESTIMATOR(\(.*\))$/\1/p' analysis/estimators.def); do
    $program explain "$estimator" | grep -q "estimator-$estimator" || missing="$missing $estimator"
done
verdict "every estimator is explained with its anchor" "$missing" ""

cp -R data/sample "$dir/sample"
for stage in ingest metrics analysis; do $program $stage "$dir/sample" >/dev/null 2>&1; done
$program trace "$dir/sample" est.P1.simple >"$dir/trace" 2>&1; status=$?
verdict "trace of an estimate agrees and names files" "$status $(grep -c 'survey.*:[0-9]' "$dir/trace" | awk '{ print ($1 > 100) }')" "0 1"
$program trace "$dir/sample" est.P1.nothing >/dev/null 2>&1
verdict "trace of no figure" "$?" "2"
