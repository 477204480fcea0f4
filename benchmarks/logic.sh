#!/usr/bin/env bash
# Builds what './orderwave bench logic' compares, and runs LogicBench. Start it by that: it finds a JDK.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target="${XDG_CACHE_HOME:-$HOME/.cache}/orderwave/wasmtime-yardstick"
wasmtime=()

if [ -z "${JAVA_HOME:-}" ]; then
  echo "logic: JAVA_HOME is missing; './orderwave bench logic' sees to it." >&2
  exit 1
fi
if command -v cargo > /dev/null; then
  [ -d "$target" ] || echo "Building wasmtime: some minutes, once" >&2
  (cd "$root/benchmarks/wasmtime" && cargo build --quiet --release --locked --target-dir "$target")
  wasmtime=(--wasmtime "$target/release/wasmtime-yardstick")
else
  echo "cargo is missing, so there will be no figures of wasmtime; rustup brings it." >&2
fi

cd "$root"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m --sun-misc-unsafe-memory-access=allow \
  -jar benchmarks/target/benchmarks-*.jar "${wasmtime[@]}" "$@"
