package org.mmlens.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files that count, the stronger word first.
///
/// @param readings of which each overrules those after it
public record Layers(List<Reading> readings) {

  /// No file at all.
  public static final Layers NONE = new Layers(List.of());

  /// Copies the list.
  public Layers {
    readings = List.copyOf(readings);
  }

  /// {@return the rows of a table in all files, in order}
  ///
  /// @param table its name
  public List<Row> rows(String table) {
    return readings.stream()
        .flatMap(r -> r.rows().stream())
        .filter(row -> row.table().equals(table))
        .toList();
  }

  /// {@return by option, what the files say to a command}
  ///
  /// A file that says `hook.budget` as well as `budget` means the first one for command `hook`.
  ///
  /// @param command the words of the command, e.g. `hook`, `install`
  /// @param options the names of its options, without dashes
  /// @param given those of them that were given, which no file overrules
  public Map<String, Setting> settings(
      List<String> command, List<String> options, Set<String> given) {
    Map<String, Setting> chosen = new LinkedHashMap<>();
    for (Reading reading : readings) {
      Set<String> stronger = new LinkedHashSet<>(given);
      stronger.addAll(chosen.keySet());
      for (String option : options) {
        setting(reading, command, option)
            .filter(s -> !stronger.contains(option))
            .filter(s -> s.key().rivals().stream().noneMatch(stronger::contains))
            .ifPresent(s -> chosen.put(option, s));
      }
    }
    return chosen;
  }

  private static Optional<Setting> setting(Reading reading, List<String> command, String option) {
    for (int depth = command.size(); depth >= 0; depth--) {
      List<String> path = new ArrayList<>(command.subList(0, depth));
      path.add(option);
      String name = String.join(".", path);
      Optional<Setting> found =
          reading.settings().stream().filter(s -> s.key().name().equals(name)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
