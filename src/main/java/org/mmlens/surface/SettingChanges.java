package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.surface.scan.Entity;

/// Compares a symbol before and after a patch under both settings of each `CONFIG_` option that
/// guards one of its declarations in a touched file.
///
/// What is the same under both settings is no matter of the configuration and left out.
final class SettingChanges {

  private final Set<String> touched;
  private final Makefiles makefiles;

  SettingChanges(TreeView after, Set<String> touched) {
    this.touched = touched;
    this.makefiles = new Makefiles(after.tree());
  }

  /// {@return what changes under one setting only}
  ///
  /// @param before the symbol before
  /// @param after the symbol after
  List<SurfaceChange> of(Symbol before, Symbol after) {
    if (after.kind().aggregate() || before.local() && after.local()) {
      return List.of();
    }
    List<SurfaceChange> changes = new ArrayList<>();
    for (String option : options(before, after)) {
      List<String> with = differences(before, after, Map.of(option, true));
      List<String> without = differences(before, after, Map.of(option, false));
      add(changes, after, option, with, without);
      add(changes, after, "!" + option, without, with);
    }
    return changes;
  }

  private static void add(
      List<SurfaceChange> changes,
      Symbol symbol,
      String setting,
      List<String> here,
      List<String> there) {
    List<String> own = here.stream().filter(difference -> !there.contains(difference)).toList();
    if (!own.isEmpty()) {
      changes.add(new SurfaceChange.ConfigChanged(symbol, setting, own));
    }
  }

  private NavigableSet<String> options(Symbol before, Symbol after) {
    NavigableSet<String> options = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(symbol -> symbol.entities().stream())
        .filter(entity -> touched.contains(entity.path()))
        .flatMap(entity -> entity.place().condition().atoms().stream())
        .filter(atom -> atom.startsWith("CONFIG_"))
        .forEach(options::add);
    return options;
  }

  private List<String> differences(Symbol before, Symbol after, Map<String, Boolean> setting) {
    Optional<Symbol> was = restricted(before, setting);
    Optional<Symbol> is = restricted(after, setting);
    if (was.isEmpty() || is.isEmpty()) {
      return was.isPresent() == is.isPresent()
          ? List.of()
          : List.of(is.isPresent() ? "is new" : "is gone");
    }
    List<String> differences = new ArrayList<>();
    Visibility from = Visibilities.of(was.get());
    Visibility to = Visibilities.of(is.get());
    if (from.rung() != to.rung()) {
      differences.add(
          "is visible to %s, no longer to %s".formatted(to.audience(), from.audience()));
    }
    if (was.get().kind() != is.get().kind()) {
      differences.add(
          "was a %s and is a %s".formatted(was.get().kind().word(), is.get().kind().word()));
    }
    String type = was.get().signature().types();
    if (was.get().kind() == is.get().kind() && !type.equals(is.get().signature().types())) {
      differences.add("was '%s' and is '%s'".formatted(type, is.get().signature().types()));
    }
    return differences;
  }

  private Optional<Symbol> restricted(Symbol symbol, Map<String, Boolean> setting) {
    List<Entity> left =
        symbol.entities().stream()
            .filter(entity -> Bindings.possible(entity.place().condition(), setting))
            .filter(entity -> Bindings.possible(makefiles.condition(entity.path()), setting))
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Symbol(symbol.name(), left, symbol.exports()));
  }
}
