#!/bin/sh
# index.sh PROGRAM FOLDER [THREADS...]: what indexing a folder costs: wall and CPU time, peak memory,
# size of the index against the text. Needs GNU time.
set -eu
program=$1
folder=$2
shift 2
[ -d "$folder" ] || { echo "$folder: not there: nothing measured" >&2; exit 77; }
text=$(find "$folder" -type f -exec cat {} + | wc -c)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf 'text\t%s bytes\n' "$text"
printf 'threads\twall s\tuser s\tsystem s\tpeak KB\tindex bytes\tindex/text\n'
for threads in "${@:-1}"; do
    rm -rf "$scratch/index"
    /usr/bin/time -o "$scratch/time" -f '%e\t%U\t%S\t%M' \
        "$program" add -d "$scratch/index" -j "$threads" "$folder" 2>"$scratch/log"
    size=$(du -sb "$scratch/index" | cut -f1)
    printf '%s\t%s\t%s\t%s\n' "$threads" "$(cat "$scratch/time")" "$size" \
        "$(awk "BEGIN { printf \"%.1f\", $size / $text }")"
    tail -n 1 "$scratch/log"
done
