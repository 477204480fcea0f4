#!/usr/bin/env bash
# Lays out what goes into the images, for the processor of this machine: target/images/ARCHITECTURE. Started by
# './orderwave images', which has built the services.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
services=(distributor receiver-express receiver-standard)
images=("${services[@]}" loadgen)

# What the services and loadgen use of Java, and what an operator does: jcmd and JFR.
modules=java.base,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.management,jdk.unsupported
modules+=,jdk.jcmd,jdk.jfr,jdk.zipfs

# A cache fits jars of the same size and time only, so the times are fixed: project.build.outputTimestamp.
timestamp=2026-01-01T00:00:00Z

architecture() { # as images call it
  case "$(uname -m)" in
    x86_64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
    *)
      echo "images: no image is made for the processor $(uname -m), only for x86_64 and aarch64" >&2
      exit 1
      ;;
  esac
}

[ "$(uname -s)" = Linux ] || {
  echo "images: the JVM that goes into an image is this machine's, so this must be Linux, and is $(uname -s)" >&2
  exit 1
}

layout="$root/target/images/$(architecture)"
rm -rf "$layout"
mkdir -p "$layout"

"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --output "$layout/runtime"

# The base image has a C library and no more. A JDK as distributions build it may want their zlib or libstdc++ as well.
foreign=$(find "$layout/runtime/lib" -name '*.so' -exec ldd {} + 2> /dev/null |
  awk -v own="$layout/" '$2 == "=>" && $3 ~ /^\// && index($3, own) != 1 { print $1 }' | sort -u |
  grep -Ev '^(libc|libm|libdl|libpthread|librt|ld-linux[-_a-z0-9]*)\.so' || true)
[ -z "$foreign" ] || {
  echo "images: $JAVA_HOME needs $(echo "$foreign" | paste -sd ' '), which the base image has not; take another JDK, such as Temurin 25" >&2
  exit 1
}

# Libraries change seldom and our code often: two folders, so that they become two layers.
for image in "${images[@]}"; do
  mkdir -p "$layout/$image/libraries/lib/main" "$layout/$image/app"
  cp -R "$root/$image/target/quarkus-app/." "$layout/$image/app/"
  rm -f "$layout/$image/app/service.aot" "$layout/$image/app/quarkus-app-dependencies.txt"
  mv "$layout/$image/app/lib/boot" "$layout/$image/libraries/lib/"
  find "$layout/$image/app/lib/main" -name '*.jar' ! -name 'dev.orderwave.*' -exec mv {} "$layout/$image/libraries/lib/main/" \;
  cp "$root/$image/target/sbom.cdx.json" "$layout/$image/app/"
  cp "$root/service.jvmopts" "$layout/$image/app/jvmopts"
done
cp "$root/loadgen.jvmopts" "$layout/loadgen/app/jvmopts"
chmod -R a+rX,go-w "$layout"
find "$layout" -exec touch -d "$timestamp" {} +

# Trained as one folder each, as they are in the images. By hard links, so that sizes and times are the same ones.
training="$root/target/images/training"
rm -rf "$training"
mkdir "$training"
cp -al "$layout/runtime" "$training/"
for service in "${services[@]}"; do
  cp -al "$layout/$service/libraries" "$training/$service"
  cp -al "$layout/$service/app/." "$training/$service/"
done

echo "Training the services' JVMs by a small wave" >&2
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
  -jar "$root"/local-suite/target/local-suite-*.jar train --layout "$training" > "$root/target/images/train.log" 2>&1 || {
  echo "images: the training wave failed; see target/images/train.log" >&2
  exit 1
}
for service in "${services[@]}"; do
  mv "$training/$service/service.aot" "$layout/$service/app/"
  printf '\n# What this JVM learnt when the image was made.\n-XX:AOTCache=/opt/orderwave/service.aot\n' \
    >> "$layout/$service/app/jvmopts"
  touch -d "$timestamp" "$layout/$service/app/jvmopts" "$layout/$service/app/service.aot"
done
rm -rf "$training"
chmod -R a+rX "$layout"
du -sh "$layout"/*
