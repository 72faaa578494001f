# Sourced by ./mvnw and ./mmlens: finds the JDK that mmlens is built with and runs on.
#
# find_jdk sets `jdk` to the home of a JDK 25 and returns 0, or returns 1 with `jdk` empty.
# Nothing is started to find out: the version stands in the `release` file of every JDK.

jdk_release=25

# is_jdk HOME: is there a JDK of the wanted release, with a compiler?
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
    case $jdk_line in
      "JAVA_VERSION=\"$jdk_release\""* | "JAVA_VERSION=\"$jdk_release."* | \
      "JAVA_VERSION=\"$jdk_release-"* | "JAVA_VERSION=\"$jdk_release+"*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# home_of_command PATH: prints the Java home a `java` command belongs to, links followed.
home_of_command() (
  command_path=$1
  hops=0
  while [ -h "$command_path" ] && [ "$hops" -lt 40 ]; do
    target=$(readlink "$command_path") || return 1
    case $target in
      /*) command_path=$target ;;
      *) command_path=$(dirname -- "$command_path")/$target ;;
    esac
    hops=$((hops + 1))
  done
  CDPATH= cd -- "$(dirname -- "$command_path")/.." 2>/dev/null && pwd -P
)

find_jdk() {
  jdk=
  for jdk_home in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}"; do
    if [ -n "$jdk_home" ] && is_jdk "$jdk_home"; then
      jdk=$jdk_home
      return 0
    fi
  done
  if jdk_command=$(command -v java) && jdk_home=$(home_of_command "$jdk_command") &&
    is_jdk "$jdk_home"; then
    jdk=$jdk_home
    return 0
  fi
  for jdk_home in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/lib/jvm/* /usr/local/*jdk* \
    /opt/* /opt/*/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/*; do
    if is_jdk "$jdk_home"; then
      jdk=$jdk_home
      return 0
    fi
  done
  return 1
}

# no_jdk NAME: the one line for people without the JDK.
no_jdk() {
  printf '%s: error: no JDK %s found; looked at JAVA_HOME (%s), java on PATH (%s), %s\n' \
    "$1" "$jdk_release" "${JAVA_HOME:-not set}" "$(command -v java || echo none)" \
    '/usr/lib/jvm, /usr/lib64/jvm, /usr/java, /usr/local, /opt, /Library/Java/JavaVirtualMachines, Homebrew, ~/.sdkman, ~/.jdks, mise and asdf; hint: install one or set JAVA_HOME to it' >&2
}
