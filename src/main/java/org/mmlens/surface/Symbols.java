package org.mmlens.surface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Entity.Linkage;
import org.mmlens.surface.scan.Export;

/// Sorts what bears one name into symbols: C lets each file, and each driver, use a name for
/// itself.
///
/// What is `static` in a `.c` file is a symbol of its own. Everything else that headers in
/// `include/` declare is one symbol. A name declared only in other headers is one symbol for each
/// part of the tree.
final class Symbols {

  private Symbols() {}

  /// {@return the symbols of these names, by name}
  static Map<String, List<Symbol>> of(TreeView view, Set<String> names) {
    Map<String, List<Symbol>> symbols = new LinkedHashMap<>();
    Map<String, List<Export>> exports = view.exports(names);
    view.entities(names)
        .forEach(
            (name, entities) ->
                symbols.put(name, sorted(name, entities, exports.getOrDefault(name, List.of()))));
    return symbols;
  }

  private static List<Symbol> sorted(String name, List<Entity> entities, List<Export> exports) {
    Map<String, List<Entity>> groups = new LinkedHashMap<>();
    for (Entity entity : entities) {
      groups.computeIfAbsent(group(entity, entities), key -> new ArrayList<>()).add(entity);
    }
    return groups.values().stream()
        .map(group -> new Symbol(name, group, exportsOf(group, exports)))
        .toList();
  }

  private static String group(Entity entity, List<Entity> all) {
    if (entity.local()) {
      return "file " + entity.path();
    }
    boolean wide =
        Paths.everywhere(entity.path()) || external(entity) && all.stream().anyMatch(Symbols::wide);
    return wide ? "kernel" : "part " + Paths.domain(entity.path());
  }

  private static boolean external(Entity entity) {
    return entity.linkage() == Linkage.EXTERNAL;
  }

  private static boolean wide(Entity entity) {
    return external(entity) && Paths.everywhere(entity.path());
  }

  private static List<Export> exportsOf(List<Entity> group, List<Export> exports) {
    boolean local = group.getFirst().local();
    return exports.stream()
        .filter(export -> !local || export.place().path().equals(group.getFirst().path()))
        .toList();
  }
}
