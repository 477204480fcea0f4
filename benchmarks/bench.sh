#!/usr/bin/env bash
# Runs Bench, and makes its yardsticks first. Start it by './orderwave bench', which builds and trains.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
baseline="$root/benchmarks/node-baseline"

if [ -z "${JAVA_HOME:-}" ] || [ ! -e "$root/distributor/target/quarkus-app/service.aot" ]; then
  echo "bench: JAVA_HOME or the trained suite is missing; './orderwave bench' sees to both." >&2
  exit 1
fi

# npm writes its own lock file last, so an older or absent one says that the dependencies are not those of package-lock.
if [ ! "$baseline/node_modules/.package-lock.json" -nt "$baseline/package-lock.json" ]; then
  echo "Installing the Node baseline's dependencies" >&2
  (cd "$baseline" && npm ci --ignore-scripts --no-audit --no-fund --silent)
fi

cd "$root"
(cd benchmarks/go-forwarder && CGO_ENABLED=0 go build -mod=readonly -trimpath -o "$root/benchmarks/target/go-forwarder" .)
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g --sun-misc-unsafe-memory-access=allow \
  --enable-native-access=ALL-UNNAMED -cp "$root/benchmarks/target/classes:$root/benchmarks/target/lib/*" \
  dev.orderwave.benchmarks.Bench "$@"
