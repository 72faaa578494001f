package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Use;

/// Finds functions whose last user a patch takes away.
final class LostUsers {

  /// A name found in more files than this is taken to have users left.
  private static final int FEW_FILES = 16;

  private final TreeView before;
  private final TreeView after;
  private final Set<String> touched;

  LostUsers(TreeView before, TreeView after, Set<String> touched) {
    this.before = before;
    this.after = after;
    this.touched = touched;
  }

  List<SurfaceChange> changes() {
    Set<String> names = new TreeSet<>();
    for (String path : touched) {
      if (Paths.source(path) && Paths.kernel(path)) {
        names.addAll(called(before, path));
        names.removeAll(called(after, path));
      }
    }
    names.removeIf(name -> after.inMoreFiles(name, FEW_FILES));
    List<SurfaceChange> changes = new ArrayList<>();
    var uses = after.uses(names);
    Symbols.of(after, names)
        .forEach(
            (name, symbols) ->
                symbols.stream()
                    .filter(symbol -> symbol.kind() == Kind.FUNCTION && defined(symbol))
                    .filter(
                        symbol ->
                            users(symbol, symbols, uses.getOrDefault(name, List.of())).isEmpty())
                    .forEach(symbol -> changes.add(new SurfaceChange.NoUsersLeft(symbol))));
    return changes;
  }

  private static boolean defined(Symbol symbol) {
    return !symbol.definitions().isEmpty();
  }

  private List<Use> users(Symbol symbol, List<Symbol> namesakes, List<Use> uses) {
    return new Bindings(after).users(symbol, namesakes, uses);
  }

  private static Set<String> called(TreeView view, String path) {
    return view.tree().read(path).map(FileScanner::calledNames).orElseGet(TreeSet::new);
  }
}
