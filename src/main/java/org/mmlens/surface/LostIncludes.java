package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Use;

/// Finds what a `.c` file no longer sees because it, or a header it includes, dropped an include.
final class LostIncludes {

  private final TreeView before;
  private final TreeView after;
  private final Set<String> touched;

  LostIncludes(TreeView before, TreeView after, Set<String> touched) {
    this.before = before;
    this.after = after;
    this.touched = touched;
  }

  List<SurfaceChange> changes() {
    List<SurfaceChange> changes = new ArrayList<>();
    for (String path : touched) {
      if (path.endsWith(".c") && Paths.kernel(path) && after.tree().exists(path)) {
        changes.addAll(lost(path));
      }
    }
    return changes;
  }

  private List<SurfaceChange> lost(String path) {
    Set<String> headers = new TreeSet<>(before.includes().closure(path));
    headers.removeAll(after.includes().closure(path));
    Set<String> names = new TreeSet<>();
    headers.forEach(header -> before.facts(header).entities().forEach(e -> names.add(e.name())));
    byte[] bytes = after.tree().read(path).orElseGet(() -> new byte[0]);
    List<Use> uses = FileScanner.uses(path, bytes, names);
    names.removeIf(name -> uses.stream().noneMatch(use -> use.name().equals(name)));
    return names.isEmpty() ? List.of() : unseen(names, uses);
  }

  private List<SurfaceChange> unseen(Set<String> names, List<Use> uses) {
    Map<String, List<Symbol>> was = Symbols.of(before, names);
    Map<String, List<Symbol>> is = Symbols.of(after, names);
    var search = new LostDeclarations(before, after, Set.of());
    List<SurfaceChange> changes = new ArrayList<>();
    was.forEach(
        (name, symbols) -> {
          List<Use> own = uses.stream().filter(use -> use.name().equals(name)).toList();
          if (is.getOrDefault(name, List.of()).stream().noneMatch(s -> seen(own, s))) {
            symbols.forEach(s -> changes.addAll(search.of(Optional.of(s), same(s, is), own)));
          }
        });
    return changes;
  }

  private boolean seen(List<Use> uses, Symbol symbol) {
    return uses.stream().anyMatch(use -> new Bindings(after).sees(use, symbol, Map.of()));
  }

  private static Optional<Symbol> same(Symbol symbol, Map<String, List<Symbol>> after) {
    return after.getOrDefault(symbol.name(), List.of()).stream()
        .filter(other -> other.paths().equals(symbol.paths()))
        .findFirst();
  }
}
