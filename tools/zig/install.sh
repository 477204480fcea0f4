#!/usr/bin/env bash
# Prints where the Zig compiler is, which also compiles C; installs it first if it is missing. Needs Python 3 with pip.
set -euo pipefail
cd "$(dirname "$0")"

version=$(sed -n 's/^ziglang==\([0-9.]*\).*/\1/p' requirements.txt)
folder="${XDG_CACHE_HOME:-$HOME/.cache}/orderwave/zig-$version"

if [ ! -x "$folder/ziglang/zig" ]; then
  if ! python3 -m pip --version > /dev/null 2>&1; then
    echo "install.sh: Python 3 with pip was not found; install it (Debian: apt install python3-pip) and run this again" >&2
    exit 1
  fi
  echo "Installing Zig $version, once: about 100 MB" >&2
  mkdir -p "$(dirname "$folder")"
  part=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --no-deps --require-hashes --only-binary=:all: --disable-pip-version-check \
    --target "$part" -r requirements.txt >&2
  rm -rf "$folder"
  mv "$part" "$folder"
fi
echo "$folder/ziglang/zig"
