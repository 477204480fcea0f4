#!/usr/bin/env bash
# Builds the modules from source into modules/ and lists their SHA-256.
#   build.sh           build, and write the modules and the list
#   build.sh --check   build, and fail unless each module equals the checked-in one, byte for byte
set -euo pipefail
cd "$(dirname "$0")"

modules=(order-router express-pick-list standard-order)

if ! command -v go >/dev/null; then
  echo "build.sh: Go 1.21 or newer was not found; install it from https://go.dev/dl and run this again" >&2
  exit 1
fi

# Any Go gets and runs the one that go.mod names, from where this machine gets its modules. Nothing else that is set
# here may change the result.
GOPROXY=$(go env GOPROXY)
GOSUMDB=$(go env GOSUMDB)
GOTOOLCHAIN=$(sed -n 's/^toolchain //p' go.mod)
export GOPROXY GOSUMDB GOTOOLCHAIN GOOS=wasip1 GOARCH=wasm
export GOENV=off GOFLAGS= GOEXPERIMENT= GOWASM= GOFIPS140= GOWORK=off

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for module in "${modules[@]}"; do
  go build -buildmode=c-shared -trimpath -buildvcs=false -ldflags='-s -w -buildid=' -o "$out/$module.wasm" "./$module"
done

if [[ "${1:-}" == --check ]]; then
  for module in "${modules[@]}"; do
    if ! cmp -s "$out/$module.wasm" "modules/$module.wasm"; then
      echo "build.sh: $module.wasm is not what its source builds to; run order-logic/go/build.sh and commit the result" >&2
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
