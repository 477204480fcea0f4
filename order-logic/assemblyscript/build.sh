#!/usr/bin/env bash
# Builds the modules from source into modules/ and lists their SHA-256.
#   build.sh           build, and write the modules and the list
#   build.sh --check   build, and fail unless each module equals the checked-in one, byte for byte
set -euo pipefail
cd "$(dirname "$0")"

modules=(order-router express-pick-list standard-order)
version=$(sed -n 's/.*"assemblyscript": "\(.*\)".*/\1/p' package.json)
compiler="${XDG_CACHE_HOME:-$HOME/.cache}/orderwave/assemblyscript-$version"

node_major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
if ! command -v npm >/dev/null || [ "${node_major:-0}" -lt 20 ]; then
  echo "build.sh: Node 20 or newer with npm was not found; install it from https://nodejs.org and run this again" >&2
  exit 1
fi
if [ ! -e "$compiler" ]; then
  echo "build.sh: installing AssemblyScript $version, once" >&2
  mkdir -p "$(dirname "$compiler")"
  part=$(mktemp -d "$compiler.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  cp package.json package-lock.json "$part/"
  (cd "$part" && npm ci --ignore-scripts --no-audit --no-fund --silent)
  chmod 755 "$part"
  [ -e "$compiler" ] || mv "$part" "$compiler"
fi

# No book is kept about memory: alloc gives back all of it. A trap needs no words: the host tells what it was.
out=$(mktemp -d)
trap 'rm -rf "$out" "${part:-}"' EXIT
for module in "${modules[@]}"; do
  node "$compiler/node_modules/assemblyscript/bin/asc.js" "$module/index.ts" --outFile "$out/$module.wasm" \
    -O3 --noAssert --runtime stub --use abort= --noColors
done

if [[ "${1:-}" == --check ]]; then
  for module in "${modules[@]}"; do
    if ! cmp -s "$out/$module.wasm" "modules/$module.wasm"; then
      echo "build.sh: $module.wasm is not what its source builds to; run order-logic/assemblyscript/build.sh and commit the result" >&2
      exit 1
    fi
  done
  echo "build.sh: all ${#modules[@]} modules equal their source"
else
  mkdir -p modules
  for module in "${modules[@]}"; do
    install -m 644 "$out/$module.wasm" "modules/$module.wasm"
  done
  (cd modules && sha256sum "${modules[@]/%/.wasm}" >SHA256SUMS && cat SHA256SUMS)
fi
