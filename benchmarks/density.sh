#!/usr/bin/env bash
# Many modules in one process, ours beside wasmtime's. Start it by './orderwave bench density [HOW-MANY]'.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache="${XDG_CACHE_HOME:-$HOME/.cache}/orderwave"
count="${1:-5000}"
loaded_bytes=$((32 << 20))
module="$root/order-logic/rust/modules/order-router.wasm"
requirements="$root/benchmarks/density/requirements.txt"
wasmtime_version=$(sed -n 's/^wasmtime==\([0-9.]*\).*/\1/p' "$requirements")

if [ -z "${JAVA_HOME:-}" ]; then
  echo "density: JAVA_HOME is missing; './orderwave bench density' sees to it." >&2
  exit 1
fi

cd "$root"

# Classes are code, so their folder is its owner's alone.
work=$(mktemp -d "$root/benchmarks/target/density.XXXXXX")
trap 'rm -rf "$work"' EXIT
density() {
  "$JAVA_HOME/bin/java" @service.jvmopts -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
    dev.orderwave.benchmarks.density.Density "$1" "$module" "$work/classes" "$count" "$loaded_bytes"
}
density compile
density cold
density again
density equal

if command -v python3 > /dev/null; then
  python="$cache/wasmtime-python-$wasmtime_version"
  [ -d "$python" ] || python3 -m pip install --quiet --root-user-action=ignore --no-deps --require-hashes --only-binary=:all: \
    --target "$python" -r "$requirements"
  PYTHONPATH="$python" python3 benchmarks/density/wasmtime_density.py "$module" "$count" "$work/wasmtime"
else
  echo "python3 is missing, so there are no figures of wasmtime" >&2
fi
