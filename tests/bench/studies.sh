#!/bin/sh
# studies.sh BUILD FOLDER: time and peak memory of the commands that look at a whole index, over a
# quarter, a half and the whole of the files in FOLDER. BUILD: where zhengwen and zhengwen-index
# are. Needs GNU time and room in TMPDIR: about 16 times FOLDER. Use an idle machine.
set -euf
build=$1
folder=$2
[ -d "$folder" ] || { echo "$folder: not there: nothing measured" >&2; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Every N-th file, in the order of their paths.
take() { # N, to
    find "$folder" -type f | LC_ALL=C sort | awk -v n="$1" 'NR % n == 0' | while read -r file; do
        rest=${file#"$folder"/}
        mkdir -p "$2/$(dirname "$rest")"
        ln "$file" "$2/$rest" 2>/dev/null || cp "$file" "$2/$rest"
    done
}

# The best of three, by processor time.
measure() { # passages, words of a zhengwen command
    passages=$1
    shift
    for i in 1 2 3; do
        /usr/bin/time -a -o "$scratch/times" -f '%U %e %M' \
            "$build/zhengwen" "$@" -d "$index" >/dev/null 2>&1 || true
    done
    printf '%s\t%s\t' "$passages" "$*"
    grep -v '^Command' "$scratch/times" | sort -n | awk 'NR == 1 { print $2 "\t" $1 "\t" int($3 / 1024) }'
    rm "$scratch/times"
}

printf 'passages\tcommand\twall s\tCPU s\tpeak MB\n'
for part in 4 2 1; do
    take "$part" "$scratch/files"
    index=$scratch/index
    "$build/zhengwen-index" add -d "$index" "$scratch/files" 2>"$scratch/log"
    passages=$(sed -n 's/.*documents, \([0-9]*\) passages.*/\1/p' "$scratch/log")
    text=$("$build/zhengwen" search 土地 -d "$index" -n 1 -f tsv 2>/dev/null | sed -n '2p' |
        grep -o '[0-9a-f]\{32\}:[0-9]*' | head -n 1)
    measure "$passages" compare '*' --by province --show holders
    measure "$passages" compare 土地 --by province --show holders
    measure "$passages" compare --reuse "$text"
    measure "$passages" keywords region:浙江
    measure "$passages" keywords 土地
    measure "$passages" diffusion 居住证
    measure "$passages" cites '*'
    measure "$passages" agencies 土地
    measure "$passages" coverage 土地
    measure "$passages" timeline 罚款
    rm -rf "$scratch/files" "$index"
done
