package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// File names in diff headers, by the rules of `find_name()` and `git_header_name()` in `apply.c`.
///
/// One leading folder (`a/`, `b/`) is taken away. Names are strings of bytes, one char each.
final class DiffNames {

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\s+(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(?:"
              + " ([+-]\\d{4}))?\\s*$");

  /// A name in C quotes and where the text goes on behind it.
  private record Quoted(String name, int end) {}

  private DiffNames() {}

  /// {@return whether the text is `/dev/null` and then white space}
  static boolean isDevNull(String text) {
    return text.startsWith("/dev/null") && (text.length() == 9 || isSpace(text.charAt(9)));
  }

  /// {@return the name on a `---` or `+++` line of a git diff, its first folder taken away}
  static Optional<String> prefixed(String text) {
    return name(text, 1, true);
  }

  /// {@return the name on a `rename from` or `copy to` line}
  static Optional<String> plain(String text) {
    return name(text, 0, false);
  }

  /// {@return the name on a `---` or `+++` line that another tool wrote; a name without folder
  /// stays}
  static Optional<String> traditional(String text) {
    Matcher time = TIMESTAMP.matcher(text);
    String bare =
        text.startsWith("\"") || !time.find() ? text : text.substring(0, time.start()) + "\n";
    boolean noFolder = name(bare, 0, true).filter(n -> n.indexOf('/') < 0).isPresent();
    return name(bare, noFolder ? 0 : 1, true);
  }

  /// {@return whether the line carries the time at which a file that does not exist was changed}
  static boolean atEpoch(String text) {
    Matcher time = TIMESTAMP.matcher(text);
    if (!time.find()) {
      return false;
    }
    String zone = Optional.ofNullable(time.group(3)).orElse("");
    if (!zone.matches("[+-]\\d{4}")) {
      return false;
    }
    int offset = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
    int minutes = zone.charAt(0) == '-' ? -offset : offset;
    String clock = minutes < 0 ? clock(24 * 60 + minutes) : clock(minutes);
    String day = minutes < 0 ? "1969-12-31" : "1970-01-01";
    return time.group(1).equals(day) && time.group(2).matches(clock + "(:00(\\.0+)?)?");
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  /// {@return the name on the `diff --git` line, if both sides have the same}
  static Optional<String> common(String line) {
    String names = line.substring("diff --git ".length()).replaceFirst("\n$", "");
    return names.startsWith("\"") ? firstQuoted(names) : firstPlain(names);
  }

  private static Optional<String> firstQuoted(String names) {
    Optional<Quoted> first = unquote(names);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = withoutFolder(first.get().name());
    String rest = names.substring(first.get().end()).stripLeading();
    Optional<String> second =
        rest.startsWith("\"") ? unquote(rest).map(Quoted::name) : Optional.of(rest);
    return second.flatMap(DiffNames::withoutFolder).filter(s -> name.filter(s::equals).isPresent());
  }

  private static Optional<String> firstPlain(String names) {
    Optional<String> name = withoutFolder(names);
    int quote = name.map(n -> n.indexOf('"')).orElse(-1);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (quote >= 0) {
      String text = name.get();
      return unquote(text.substring(quote))
          .flatMap(q -> withoutFolder(q.name()))
          .filter(
              n -> n.length() < quote && text.startsWith(n) && isSpace(text.charAt(n.length())));
    }
    return twice(name.get());
  }

  /// A name counts only if it stands there twice in the same form, one blank between.
  private static Optional<String> twice(String names) {
    for (int at = 0; at < names.length(); at++) {
      char c = names.charAt(at);
      if (c == ' ' || c == '\t') {
        Optional<String> second = withoutFolder(names.substring(at + 1));
        if (second.isEmpty()) {
          return Optional.empty();
        }
        if (second.get().equals(names.substring(0, at))) {
          return second;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> withoutFolder(String path) {
    int slash = path.indexOf('/');
    return slash <= 0 ? Optional.empty() : Optional.of(path.substring(slash + 1));
  }

  private static Optional<String> name(String text, int strip, boolean endAtTab) {
    if (text.startsWith("\"")) {
      Optional<String> quoted = unquote(text).flatMap(q -> stripped(q.name(), strip));
      if (quoted.isPresent()) {
        return quoted;
      }
    }
    int end = 0;
    while (end < text.length() && !terminates(text.charAt(end), endAtTab)) {
      end++;
    }
    return stripped(text.substring(0, end), strip);
  }

  private static boolean terminates(char c, boolean endAtTab) {
    return c == '\n' || c == '\r' || (c == '\t' && endAtTab);
  }

  private static Optional<String> stripped(String path, int strip) {
    String rest = path;
    for (int i = 0; i < strip; i++) {
      int slash = rest.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      rest = rest.substring(slash + 1);
    }
    return Optional.of(rest.replaceAll("/{2,}", "/")).filter(r -> !r.isEmpty());
  }

  /// Undoes the C-style quoting of `quote.c`.
  private static Optional<Quoted> unquote(String text) {
    var out = new StringBuilder();
    for (int at = 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return Optional.of(new Quoted(out.toString(), at + 1));
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      at++;
      int plain = at < text.length() ? "abfnrtv\\\"".indexOf(text.charAt(at)) : -1;
      if (plain >= 0) {
        out.append("\u0007\b\f\n\r\t\u000b\\\"".charAt(plain));
      } else if (text.substring(Math.min(at, text.length())).matches("(?s)[0-3][0-7][0-7].*")) {
        out.append((char) Integer.parseInt(text.substring(at, at + 3), 8));
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// {@return the name as text; empty where its bytes are no UTF-8}
  static Optional<String> decode(String bytes) {
    byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(raw, StandardCharsets.UTF_8);
    boolean same = Arrays.equals(raw, text.getBytes(StandardCharsets.UTF_8));
    return same ? Optional.of(text) : Optional.empty();
  }
}
