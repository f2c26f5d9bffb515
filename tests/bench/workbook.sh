#!/bin/sh
# Workbooks of a million and of 100 000 cells: seconds and memory, to read.
build=$1
${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -O2 -I. -o "$build/bench-workbook" \
    tests/bench/workbook.c "$build/libietekme.a" -lxlsxwriter -lhpdf -lqpdf -lcsv -lzip -lexpat \
    -lcmark-gfm-extensions -lcmark-gfm -lunistring -lsodium -lglpk -lhyphen -lharfbuzz -lgsl \
    -lgslcblas -lsqlite3 -lpthread -lm &&
    "$build/bench-workbook" "$build/bench.xlsx"
