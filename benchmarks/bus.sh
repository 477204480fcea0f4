#!/usr/bin/env bash
# Runs BusBench. Start it by './orderwave bench bus [--messages N] [--rounds N]'.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if [ -z "${JAVA_HOME:-}" ]; then
  echo "bus: JAVA_HOME is missing; './orderwave bench bus' sees to it." >&2
  exit 1
fi

cd "$root"
echo "Building the benchmarks" >&2
./mvnw -q -Dquick -Pbenchmarks -pl benchmarks -am package

mkdir -p benchmarks/target/bus-bench
trap 'rm -rf benchmarks/target/bus-bench' EXIT
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow \
  --enable-native-access=ALL-UNNAMED -cp "$root/benchmarks/target/classes:$root/benchmarks/target/lib/*" \
  dev.orderwave.benchmarks.bus.BusBench "$@"
