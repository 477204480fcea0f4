#!/usr/bin/env bash
# Runs SideBySide, from source, beside the built suite. Start it by './orderwave bench': that builds and trains first.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
baseline="$root/benchmarks/node-baseline"
suite=$(echo "$root"/local-suite/target/local-suite-*.jar)

if [ -z "${JAVA_HOME:-}" ] || [ ! -e "$suite" ] || [ ! -e "$root/distributor/target/quarkus-app/service.aot" ]; then
  echo "side-by-side: JAVA_HOME, the built suite or its training is missing; './orderwave bench' sees to all three." >&2
  exit 1
fi

# npm writes its own lock file last, so an older or absent one says that the dependencies are not those of package-lock.
if [ ! "$baseline/node_modules/.package-lock.json" -nt "$baseline/package-lock.json" ]; then
  echo "Installing the Node baseline's dependencies" >&2
  (cd "$baseline" && npm ci --ignore-scripts --no-audit --no-fund --silent)
fi

cd "$root"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow \
  --enable-native-access=ALL-UNNAMED -cp "$suite" \
  "$root/benchmarks/src/main/java/dev/orderwave/benchmarks/SideBySide.java" "$@"
