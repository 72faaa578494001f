package org.mmlens.bot.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mmlens.diag.Nearest;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of the file, read key by key. A key that is there and is never asked for is an error.
final class Section {

  private static final Pattern ADDRESS =
      Pattern.compile("[!#-'*+/-9=?A-Z^-~.-]{1,64}@[A-Za-z0-9.-]{1,255}");

  private final TomlTable table;
  private final String title;
  private final Optional<TomlPosition> at;
  private final Path folder;
  private final Problems problems;
  private final TreeSet<String> asked = new TreeSet<>();

  private Section(
      TomlTable table, String title, Optional<TomlPosition> at, Path folder, Problems problems) {
    this.table = table;
    this.title = title;
    this.at = at;
    this.folder = folder;
    this.problems = problems;
  }

  /// {@return the file as a whole}
  ///
  /// @param folder what relative paths are relative to
  static Section top(TomlTable file, Path folder, Problems problems) {
    return new Section(file, "the file", Optional.empty(), folder, problems);
  }

  /// {@return a table in this one; an empty one where it is missing}
  Section section(String key) {
    TomlTable inner = value(key, "a table", TomlTable.class).orElseGet(() -> Toml.parse(""));
    return new Section(inner, "[" + key + "]", place(key), folder, problems);
  }

  /// {@return the tables of an array of tables; none where it is missing}
  List<Section> sections(String key) {
    var all = new ArrayList<Section>();
    String wanted = "tables, each begun by [[" + key + "]]";
    Optional<TomlArray> given = value(key, wanted, TomlArray.class);
    List<Object> inner = given.map(TomlArray::toList).orElseGet(List::of);
    for (int k = 0; k < inner.size(); k++) {
      Optional<TomlPosition> place = place(given, k);
      if (inner.get(k) instanceof TomlTable found) {
        all.add(new Section(found, "[[" + key + "]]", place, folder, problems));
      } else {
        wrong(key, "expected " + wanted + ", found " + kind(inner.get(k)));
      }
    }
    return all;
  }

  private static Optional<TomlPosition> place(Optional<TomlArray> array, int k) {
    return array.flatMap(a -> Optional.ofNullable(a.inputPositionOf(k)));
  }

  /// {@return a text that has to be there; empty, with an error, where it is not}
  String text(String key) {
    return optional(key).orElseGet(() -> missing(key, ""));
  }

  Optional<String> optional(String key) {
    return value(key, "a text", String.class);
  }

  /// {@return a file or folder that has to be named}
  Path path(String key) {
    return optional(key).map(text -> resolved(key, text)).orElseGet(() -> missing(key, folder));
  }

  Path path(String key, String usual) {
    return resolved(key, optional(key).orElse(usual));
  }

  private Path resolved(String key, String text) {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      wrong(key, "expected the name of a file, found '" + text + "'");
      return folder;
    }
  }

  /// {@return an address that has to be there, in lower case}
  String address(String key) {
    return optionalAddress(key).orElseGet(() -> missing(key, ""));
  }

  Optional<String> optionalAddress(String key) {
    return optional(key).map(text -> checkedAddress(key, text));
  }

  /// {@return addresses, in lower case; none where the key is missing}
  List<String> addresses(String key) {
    return texts(key).stream().map(text -> checkedAddress(key, text)).toList();
  }

  private String checkedAddress(String key, String text) {
    if (!ADDRESS.matcher(text).matches()) {
      wrong(key, "expected an address like 'name@example.org', found '" + text + "'");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /// {@return texts; none where the key is missing}
  List<String> texts(String key) {
    var found = new ArrayList<String>();
    Optional<TomlArray> given = value(key, "a list of texts", TomlArray.class);
    for (Object inner : given.map(TomlArray::toList).orElseGet(List::of)) {
      if (inner instanceof String text) {
        found.add(text);
      } else {
        wrong(key, "expected a text within '%s', found %s".formatted(key, kind(inner)));
      }
    }
    return found;
  }

  boolean flag(String key, boolean usual) {
    return value(key, "true or false", Boolean.class).orElse(usual);
  }

  /// {@return a whole number}
  ///
  /// @param usual what it is where the key is missing
  /// @param least the smallest that is possible
  /// @param most the largest
  int number(String key, int usual, int least, int most) {
    return number(key, least, most).orElse(usual);
  }

  OptionalInt number(String key, int least, int most) {
    String wanted = "a whole number from %d to %d".formatted(least, most);
    Optional<Long> found = value(key, wanted, Long.class);
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    if (found.get() < least || found.get() > most) {
      wrong(key, "expected " + wanted + ", found " + found.get());
      return OptionalInt.of(least);
    }
    return OptionalInt.of(found.get().intValue());
  }

  /// {@return a word that is one of an enum's, there written in capitals with underscores}
  ///
  /// @param usual what it is where the key is missing
  <E extends Enum<E>> E choice(String key, Class<E> type, E usual) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    Optional<String> text = optional(key);
    Optional<E> found = text.flatMap(t -> all.stream().filter(e -> word(e).equals(t)).findFirst());
    if (text.isPresent() && found.isEmpty()) {
      unknownWord(key, text.get(), all.stream().map(Section::word).toList());
    }
    return found.orElse(usual);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Says that a word is none of those that are possible.
  void unknownWord(String key, String found, List<String> words) {
    problems.add(
        "config-value",
        place(key).orElseThrow(),
        "expected one of %s, found '%s'".formatted(String.join(", ", words), found),
        Nearest.to(found, words).map(word -> "nearest is '" + word + "'"));
  }

  /// Says that a value cannot be used; where the key is not there, that it is missing.
  void wrong(String key, String message) {
    place(key).or(() -> at).ifPresent(p -> problems.add("config-value", p, message));
  }

  /// Says that the section as a whole cannot be used.
  void wrong(String message) {
    at.ifPresent(p -> problems.add("config-value", p, message));
  }

  private <T> T missing(String key, T instead) {
    if (!table.contains(List.of(key))) {
      String message = "expected '%s' in %s, found none".formatted(key, title);
      at.ifPresentOrElse(
          p -> problems.add("config-missing", p, message), () -> problems.missing(message));
    }
    return instead;
  }

  private <T> Optional<T> value(String key, String wanted, Class<T> type) {
    asked.add(key);
    Optional<Object> found = Optional.ofNullable(table.get(List.of(key)));
    if (found.isPresent() && !type.isInstance(found.get())) {
      wrong(key, "expected %s, found %s".formatted(wanted, kind(found.get())));
      return Optional.empty();
    }
    return found.map(type::cast);
  }

  private static String kind(Object value) {
    return switch (value) {
      case String text -> "the text '" + text + "'";
      case Long number -> "the number " + number;
      case TomlTable _ -> "a table";
      case TomlArray _ -> "a list";
      default -> value.toString();
    };
  }

  private Optional<TomlPosition> place(String key) {
    return Optional.ofNullable(table.inputPositionOf(List.of(key)));
  }

  /// Says of every key that was not asked for that nobody knows it.
  void done() {
    for (String key : new TreeSet<>(table.keySet())) {
      if (!asked.contains(key)) {
        problems.add(
            "config-key",
            place(key).orElseThrow(),
            "found '%s' in %s, expected one of %s".formatted(key, title, String.join(", ", asked)),
            Nearest.to(key, List.copyOf(asked)).map(word -> "nearest is '" + word + "'"));
      }
    }
  }
}
