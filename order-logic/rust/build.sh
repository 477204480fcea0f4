#!/usr/bin/env bash
# Builds the modules from source into modules/ and lists their SHA-256.
#   build.sh           build, and write the modules and the list
#   build.sh --check   build, and fail unless each module equals the checked-in one, byte for byte
set -euo pipefail
cd "$(dirname "$0")"

modules=(order-router express-pick-list standard-order)
target=wasm32-unknown-unknown

if ! command -v rustup >/dev/null; then
  echo "build.sh: rustup was not found; install it from https://rustup.rs and run this again" >&2
  exit 1
fi
if ! rustup target list --installed 2>/dev/null | grep -qx "$target"; then
  channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
  rustup toolchain install "$channel" --profile minimal --no-self-update --target "$target"
fi

# Paths of this machine must not get into the modules, nor the name of the index the crates came from.
cargo fetch --locked --target "$target"
remap="--remap-path-prefix=$PWD=/rust"
for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
  remap+=" --remap-path-prefix=$crates=/crates"
done

# The stack of 16 KiB keeps an instance small; the instructions are those that the host admits.
export RUSTFLAGS="$remap -C link-arg=-zstack-size=16384 \
-C target-cpu=mvp -C target-feature=+bulk-memory,+sign-ext,+mutable-globals,+nontrapping-fptoint"
cargo build --release --locked --target "$target" --target-dir target

built() { echo "target/$target/release/${1//-/_}.wasm"; }

if [[ "${1:-}" == --check ]]; then
  for module in "${modules[@]}"; do
    if ! cmp -s "$(built "$module")" "modules/$module.wasm"; then
      echo "build.sh: $module.wasm is not what its source builds to; run order-logic/rust/build.sh and commit the result" >&2
      exit 1
    fi
  done
  echo "build.sh: all ${#modules[@]} modules equal their source"
else
  mkdir -p modules
  for module in "${modules[@]}"; do
    cp "$(built "$module")" "modules/$module.wasm"
    chmod 644 "modules/$module.wasm"
  done
  (cd modules && sha256sum "${modules[@]/%/.wasm}" >SHA256SUMS && cat SHA256SUMS)
fi
