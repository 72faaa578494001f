#!/bin/sh
# Reviews every sample series through the launcher and compares with the .expect beside it.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)

. "$root/.mvn/jdk.sh"
find_jdk || {
  no_jdk patches/check.sh
  exit 2
}
# The first start builds; what follows uses the jar it leaves, in a folder named in `current`.
"$root/mmlens" --version >/dev/null
store=$root/target/launcher
IFS= read -r build <"$store/current"
exec "$jdk/bin/java" -cp "$store/$build/mmlens.jar" "$root/scripts/CheckSamples.java" \
  "$root/mmlens" "$root/patches"
