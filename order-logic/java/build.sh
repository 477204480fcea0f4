#!/usr/bin/env bash
# Builds the modules from source into modules/ and lists their SHA-256.
#   build.sh           build, and write the modules and the list
#   build.sh --check   test the source, build, and fail unless each module equals the checked-in one, byte for byte
set -euo pipefail
cd "$(dirname "$0")"

modules=(order-router express-pick-list standard-order)

# Another compiler than that of JDK 25 may make other class files, and so other modules.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -x "$home/bin/javac" ]] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
      echo "$home"
      return
    fi
  done
}

JAVA_HOME=$(find_jdk)
if [[ -z "$JAVA_HOME" ]]; then
  echo "build.sh: JDK 25 was not found; install it, point JAVA_HOME to it, and run this again" >&2
  exit 1
fi
export JAVA_HOME

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
build=(compile -Dquick)
if [[ "${1:-}" == --check ]]; then
  build=(verify)
fi
../../mvnw -q -f pom.xml "${build[@]}" exec:java -Dfolder="$out" -Dmodules="${modules[*]}"

if [[ "${1:-}" == --check ]]; then
  for module in "${modules[@]}"; do
    if ! cmp -s "$out/$module.wasm" "modules/$module.wasm"; then
      echo "build.sh: $module.wasm is not what its source builds to; run order-logic/java/build.sh and commit the result" >&2
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
