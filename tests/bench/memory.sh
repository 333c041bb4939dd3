#!/bin/sh
# memory.sh PROGRAM TEXT [FILES [MEGABYTES]]: the peak memory of indexing one huge text, as many
# lines and as one, and many small files. TEXT: a folder of texts to make them of; FILES: how many
# small ones (100000); MEGABYTES: of the huge ones (200). Needs GNU time and room in TMPDIR: about
# 12 times MEGABYTES.
set -eu
program=$1
folder=$2
files=${3:-100000}
megabytes=${4:-200}
[ -d "$folder" ] || { echo "$folder: not there: nothing measured" >&2; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

measure() { # name, path
    rm -rf "$scratch/index"
    /usr/bin/time -o "$scratch/time" -f '%e\t%U\t%M' \
        "$program" add -d "$scratch/index" "$2" 2>"$scratch/log" || tail -n 3 "$scratch/log" >&2
    printf '%s\t%s\n' "$1" "$(cat "$scratch/time")"
    tail -n 1 "$scratch/log"
}

# The texts again and again: as large as it has to be.
: >"$scratch/lines.txt"
while [ "$(stat -c %s "$scratch/lines.txt")" -lt $((megabytes * 1000000)) ]; do
    find "$folder" -type f -name '*.md' -exec cat {} + | tr -d '#*\r' >>"$scratch/lines.txt"
done
head -c $((megabytes * 1000000)) "$scratch/lines.txt" | iconv -c -f UTF-8 -t UTF-8 \
    >"$scratch/cut.txt" 2>/dev/null || true
mv "$scratch/cut.txt" "$scratch/lines.txt"
tr -d '\n' <"$scratch/lines.txt" >"$scratch/one.txt"
printf 'what\twall s\tuser s\tpeak KB\n'
[ "$megabytes" = 0 ] || measure "$megabytes MB in lines" "$scratch/lines.txt"
[ "$megabytes" = 0 ] || measure "$megabytes MB on one line" "$scratch/one.txt"

mkdir "$scratch/small"
i=0
while [ "$i" -lt "$files" ]; do
    i=$((i + 1))
    sub=$scratch/small/$((i / 1000))
    [ -d "$sub" ] || mkdir "$sub"
    printf '关于第%d号工作的通知\n各有关单位：\n到2020年，第%d项指标达到%d%%以上。（市教育局负责）\n' \
        "$i" "$i" $((i % 100)) >"$sub/$i.txt"
done
[ "$files" = 0 ] || measure "$files small files" "$scratch/small"
