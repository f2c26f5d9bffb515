#!/bin/sh
# Spelling of what reports say: templates without their tags, texts of blocks, KPIs, words, messages
# and the golden text, through hunspell, against a kept list of words (tests/golden/words/LANG.txt:
# names, abbreviations, terms that the dictionary lacks; one a line, sorted).
verdict() { if [ -z "$2" ]; then echo "ok $1"; else echo "not ok $1"; echo "$2" | sed 's/^/# /'; fi; }
texts() { # language
    awk 'FNR == 1 { front = 0; glossary = 0 }
        /^## (Vārdnīca|Glossary)/ { glossary = 1 }
        /^---$/ { front = FNR == 1 ? 1 : front == 1 ? 2 : front; next }
        front == 1 && !/^(title|subtitle|kind|fact): / { next }
        front == 1 { sub(/^[a-z]+: /, "") }
        !glossary' report/templates/*."$1".md |
        sed -e 's/|\(plural\|noun\):\([^}|]*\)/}} \2 {{/g' -e 's/{{[^}]*}}/ /g' -e 's/(#[^)]*)//g' -e 's/\[![a-z]*\]//'
    grep -hE "^-- (title|subtitle|note|empty|alt|definition|text|withdraw|cost|addressee)_$1:" report/blocks/*.sql metrics/kpi/*.sql analysis/recommendations/*.sql 2>/dev/null | sed -e 's/^-- [a-z_]*: //' -e 's/{[^}]*}/ /g'
    grep -h '^-- column ' report/blocks/*.sql | awk -F'|' -v n="$([ "$1" = lv ] && echo 2 || echo 3)" 'NF >= n && $n !~ /=/ {print $n}'
    sed -n 's/^WORD("[^"]*", "[^"]*", "\([^"]*\)", "\([^"]*\)")$/\1\t\2/p' report/words.def | cut -f "$([ "$1" = lv ] && echo 1 || echo 2)"
    cat tests/golden/report/*/*."$1".txt
}
check() { # language, dictionary
    unknown=$(texts "$1" | sed -e 's/ / /g' -e 's#https\?://[^ )]*# #g' -e 's#[[:alnum:]_./-]*@[[:alnum:].-]*# #g' -e 's#[[:alnum:]_-]*[/_.][[:alnum:]_/.-]*[[:alnum:]]# #g' |
        hunspell -i utf-8 -d "$2" -l | grep -v '[0-9]' | LC_ALL=C sort -u | LC_ALL=C comm -23 - "tests/golden/words/$1.txt")
    verdict "spelling of the reports in $1" "$unknown"
}
check lv lv_LV
check en en_GB
