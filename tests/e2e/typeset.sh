#!/bin/sh
# Every page of the sample's PDFs as a reader's program sees it: no word over another, none outside
# the margins.
build=$1
dir=$build/tmp/sample
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | head -20 | sed 's/^/# /'; fi; }
if [ ! -s "$dir/out/study.lv.pdf" ]; then
    rm -rf "$dir" "$dir.key" && mkdir -p "$build/tmp" && cp -R data/sample "$dir"
    "$build/ietekme" run "$dir" >/dev/null 2>&1
fi
# Words with their boxes, drawn in by a third of their height; neighbours by rows of 14 points.
boxes='
function clash(a, b) {
    return left[a] + 1 < right[b] && left[b] + 1 < right[a] && top[a] < bottom[b] && top[b] < bottom[a]
}
/<page / { split($0, part, "\""); page++; width = part[2]; height = part[4]; n = 0; split("", row) }
/<word / {
    split($0, part, "\""); word = $0; sub(/^[^>]*>/, "", word); sub(/<.*/, "", word)
    third = (part[8] - part[4]) * 0.3
    n++; left[n] = part[2]; right[n] = part[6]; top[n] = part[4] + third; bottom[n] = part[8] - third; text[n] = word
    if (part[2] < 56 || part[6] > width - 56 || part[4] < 0 || part[8] > height)
        print "page " page ": " word " leaves the page"
    at = int((top[n] + bottom[n]) / 28)
    for (r = at - 1; r <= at + 1; r++) {
        count = split(row[r], others, " ")
        for (i = 1; i <= count; i++)
            if (clash(n, others[i])) print "page " page ": " word " lies over " text[others[i]]
    }
    row[at] = row[at] " " n
}
'
for pdf in "$dir"/out/*.pdf; do
    name=$(basename "$pdf")
    verdict "$name: no word over another or off the page" "$(pdftotext -bbox "$pdf" - | awk "$boxes")"
done
