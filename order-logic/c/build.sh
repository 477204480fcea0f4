#!/usr/bin/env bash
# Builds the modules from source into modules/ and lists their SHA-256.
#   build.sh           build, and write the modules and the list
#   build.sh --check   build, and fail unless each module equals the checked-in one, byte for byte
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")"

modules=(order-router express-pick-list standard-order)

zig=$(../../tools/zig/install.sh)
mkdir -p target modules
export ZIG_LOCAL_CACHE_DIR="$PWD/target/cache" ZIG_GLOBAL_CACHE_DIR="$PWD/target/cache"

# The stack of 16 KiB keeps an instance small; the instructions are those that the host admits.
for module in "${modules[@]}"; do
  "$zig" cc --target=wasm32-freestanding -mcpu=mvp+bulk_memory+sign_ext+mutable_globals+nontrapping_fptoint \
    -std=c17 -Wall -Wextra -Wpedantic -Wconversion -Werror -Os -flto -ffreestanding -nostdlib -s \
    -Wl,--no-entry -Wl,-z,stack-size=16384 \
    -o "target/$module.wasm" "$module.c" guest/*.c order/*.c
done

if [[ "${1:-}" == --check ]]; then
  for module in "${modules[@]}"; do
    if ! cmp -s "target/$module.wasm" "modules/$module.wasm"; then
      echo "build.sh: $module.wasm is not what its source builds to; run order-logic/c/build.sh and commit the result" >&2
      exit 1
    fi
  done
  echo "build.sh: all ${#modules[@]} modules equal their source"
else
  for module in "${modules[@]}"; do
    cp "target/$module.wasm" "modules/$module.wasm"
    chmod 644 "modules/$module.wasm"
  done
  (cd modules && sha256sum "${modules[@]/%/.wasm}" > SHA256SUMS && cat SHA256SUMS)
fi
