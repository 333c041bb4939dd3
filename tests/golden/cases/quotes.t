Quoted text is an exact run of characters: as many passages as a plain search of the text counts.

  $ for q in 社会资本 城镇化率 镇 “十三五”; do
  >   zhengwen search "\"$q\"" --format ndjson -n 0 2>/dev/null > hits
  >   printf '%s %s %s\n' "$q" "$(wc -l < hits)" "$(zhengwen-index extract --format ndjson sample/* |
  >     python3 -c "import json,sys; print(sum('$q' in ''.join(o['clean'].split())
  >       for o in map(json.loads, sys.stdin) if o['type'] == 'passage'))")"
  > done
  社会资本 10 10
  城镇化率 18 18
  镇 57 57
  “十三五” 3 3

Every mark, every figure and every agency is the source file at its offsets.

  $ zhengwen search '"随迁子女"' --format ndjson -n 0 2>/dev/null > hits; "$ZW_CHECK" hits
  each span is the source's own text

