package org.mmlens.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Nearest;
import org.mmlens.diag.Position;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One configuration file, read against a schema. Whatever is wrong with it is collected.
public final class TomlFile {

  /// The line is not TOML.
  public static final String SYNTAX = "config-syntax";

  /// A key or table that no file may hold.
  public static final String UNKNOWN = "config-unknown";

  /// A value of another kind than the key takes.
  public static final String VALUE = "config-value";

  /// What only the user's own file may say.
  public static final String NOT_IN_TREE = "config-not-in-tree";

  private static final int MOST_PROBLEMS = 20;

  private final String name;
  private final List<String> lines;
  private final Layer layer;
  private final Schema schema;
  private final List<Setting> settings = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private TomlFile(String name, List<String> lines, Layer layer, Schema schema) {
    this.name = name;
    this.lines = lines;
    this.layer = layer;
    this.schema = schema;
  }

  /// {@return what a file says}
  ///
  /// @param name how messages call it
  /// @param text the whole of it
  /// @param layer whose file it is
  /// @param schema what it may hold
  public static Reading read(String name, String text, Layer layer, Schema schema) {
    var file = new TomlFile(name, text.lines().toList(), layer, schema);
    try {
      file.read(Toml.parse(text));
    } catch (StackOverflowError e) {
      file.problems.add(
          Diagnostic.error(SYNTAX, Position.ofFile(name), "tables or lists nested too deep"));
    }
    return new Reading(file.settings, file.rows, file.mostOfTheProblems());
  }

  private List<Diagnostic> mostOfTheProblems() {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<Diagnostic> most = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    int more = problems.size() - MOST_PROBLEMS;
    most.add(Diagnostic.error(SYNTAX, Position.ofFile(name), "%,d problems more".formatted(more)));
    return most;
  }

  private void read(TomlParseResult toml) {
    toml.errors()
        .forEach(
            e ->
                problems.add(
                    place(e.position()).error(SYNTAX, lowerCase(String.valueOf(e.getMessage())))));
    if (!problems.isEmpty()) {
      return;
    }
    for (List<String> path : toml.keyPathSet(true)) {
      Object value = Objects.requireNonNull(toml.get(path));
      String key = String.join(".", path);
      Place place = place(toml.inputPositionOf(path));
      List<Key> table = schema.tables().get(key);
      // A row that is no row of a list is refused once, with its table.
      boolean inRow = path.size() > 1 && schema.tables().containsKey(path.getFirst());
      if (table != null) {
        rows(key, table, value, place);
      } else if (!inRow
          && (!(value instanceof TomlTable section) || section.isEmpty() && !isTable(key))) {
        setting(key, value, place).ifPresent(settings::add);
      }
    }
  }

  private boolean isTable(String name) {
    return schema.keys().stream().anyMatch(key -> key.name().startsWith(name + "."));
  }

  private Optional<Setting> setting(String name, Object value, Place place) {
    Optional<Key> key = schema.key(name);
    if (key.isEmpty()) {
      List<String> words = new ArrayList<>(schema.names(layer));
      words.addAll(schema.tables().keySet());
      problems.add(unknown(name, words, place));
      return Optional.empty();
    }
    return setting(key.get(), value, place);
  }

  private Optional<Setting> setting(Key key, Object value, Place place) {
    Optional<Kind> kind = key.kind(layer);
    if (kind.isEmpty()) {
      problems.add(
          place
              .error(NOT_IN_TREE, "found '%s' in the file of a tree".formatted(key.name()))
              .withHint(
                  "the user's own file may say it; a tree's may say: "
                      + String.join(", ", schema.names(layer))));
      return Optional.empty();
    }
    Object plain = value instanceof TomlArray array ? array.toList() : value;
    Optional<List<String>> words = Values.words(kind.get(), plain);
    if (words.isEmpty()) {
      problems.add(bad(key, kind.get(), plain, place));
    }
    return words.map(w -> new Setting(key, w, place));
  }

  private static Diagnostic bad(Key key, Kind kind, Object value, Place place) {
    String where = key.kind().equals(kind) ? " " : " in the file of a tree: ";
    Diagnostic problem =
        place
            .ofValue()
            .error(
                VALUE,
                "found %s for '%s', expected%s%s"
                    .formatted(Values.shown(value), key.name(), where, kind.expected()));
    return Values.nearest(kind, value)
        .map(word -> problem.withHint("nearest is '" + word + "'"))
        .orElse(problem);
  }

  private void rows(String table, List<Key> keys, Object value, Place place) {
    if (!(value instanceof TomlArray array)
        || !array.toList().stream().allMatch(TomlTable.class::isInstance)) {
      problems.add(place.error(VALUE, "expected '[[%s]]'".formatted(table)));
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      rows.add(row(table, keys, array.getTable(i), place(array.inputPositionOf(i))));
    }
  }

  private Row row(String table, List<Key> keys, TomlTable cells, Place place) {
    Map<String, Setting> found = new TreeMap<>();
    List<String> names = keys.stream().map(Key::name).toList();
    for (List<String> path : cells.keyPathSet(true)) {
      String name = String.join(".", path);
      Place at = place(cells.inputPositionOf(path));
      int index = names.indexOf(name);
      if (index < 0) {
        problems.add(unknown(name, names, at));
      } else {
        setting(keys.get(index), Objects.requireNonNull(cells.get(path)), at)
            .ifPresent(s -> found.put(name, s));
      }
    }
    return new Row(table, found, place);
  }

  private static Diagnostic unknown(String name, List<String> words, Place place) {
    Diagnostic problem = place.error(UNKNOWN, "unknown key '%s'".formatted(name));
    return problem.withHint(
        Nearest.to(name, words)
            .map(word -> "nearest is '" + word + "'")
            .orElse("there are: " + String.join(", ", words)));
  }

  private Place place(@Nullable TomlPosition at) {
    if (at == null) {
      return new Place(Position.ofFile(name), "", layer);
    }
    String line = at.line() > 0 && at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    return new Place(new Position(name, at.line(), at.column()), line, layer);
  }

  /// The library's words in the form of ours.
  private static String lowerCase(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
