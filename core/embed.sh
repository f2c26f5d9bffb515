#!/bin/sh
# Writes assembler on standard output that embeds the files given as arguments (sorted by path) and
# a table of them, ietekme_assets, read by core/asset.c.
echo '    .section .note.GNU-stack,"",%progbits'
echo '    .section .rodata'
n=0
for path in "$@"; do
    printf 'name%d: .asciz "%s"\nstart%d: .incbin "%s"\nend%d: .byte 0\n' $n "$path" $n "$path" $n
    n=$((n + 1))
done
echo '    .section .data.rel.ro,"aw"'
echo '    .balign 8'
echo '    .globl ietekme_assets'
echo 'ietekme_assets:'
i=0
while [ $i -lt $n ]; do
    printf '    .quad name%d, start%d, end%d\n' $i $i $i
    i=$((i + 1))
done
echo '    .quad 0, 0, 0'
