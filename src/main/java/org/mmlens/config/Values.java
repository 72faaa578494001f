package org.mmlens.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Nearest;

/// Reads TOML values as words of a command line.
final class Values {

  private Values() {}

  /// {@return the words, or empty if the value is not of this kind}
  ///
  /// @param kind what is expected
  /// @param value a boolean, a long, a string, a list of such, or anything else that TOML knows
  static Optional<List<String>> words(Kind kind, Object value) {
    return switch (kind) {
      case Kind.Switch() -> one(value instanceof Boolean, value);
      case Kind.Whole(long least, long most) ->
          one(value instanceof Long n && n >= least && n <= most, value);
      case Kind.Word(var words) -> one(value instanceof String s && words.contains(s), value);
      case Kind.WordWithFile(var words) ->
          one(value instanceof String s && isWordWithFile(s, words), value);
      case Kind.Text _, Kind.File _ -> one(value instanceof String s && isName(s), value);
      case Kind.Several(Kind each) -> several(each, value);
    };
  }

  private static Optional<List<String>> one(boolean fits, Object value) {
    return fits ? Optional.of(List.of(value.toString())) : Optional.empty();
  }

  private static boolean isWordWithFile(String text, List<String> words) {
    String[] parts = text.split("=", 2);
    return words.contains(parts[0]) && (parts.length == 1 || isName(parts[1]));
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.indexOf('\0') < 0;
  }

  private static Optional<List<String>> several(Kind each, Object value) {
    List<String> all = new ArrayList<>();
    for (Object part : value instanceof List<?> list ? list : List.of(value)) {
      Optional<List<String>> words = words(each, part);
      if (words.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(words.get());
    }
    return Optional.of(all);
  }

  /// {@return the word that was meant, if one is near}
  static Optional<String> nearest(Kind kind, Object value) {
    return switch (kind) {
      case Kind.Word(var words) -> Nearest.to(value.toString(), words);
      case Kind.WordWithFile(var words) -> Nearest.to(value.toString().split("=", 2)[0], words);
      case Kind.Several(Kind each) ->
          (value instanceof List<?> list ? list : List.of(value))
              .stream()
                  .filter(part -> words(each, part).isEmpty())
                  .findFirst()
                  .flatMap(part -> nearest(each, part));
      case Kind.Switch _, Kind.Whole _, Kind.Text _, Kind.File _ -> Optional.empty();
    };
  }

  /// {@return the value as a message shows it}
  static String shown(Object value) {
    return switch (value) {
      case String s -> "'" + s + "'";
      case List<?> list -> "[" + String.join(", ", list.stream().map(Values::shown).toList()) + "]";
      default -> value.toString();
    };
  }
}
