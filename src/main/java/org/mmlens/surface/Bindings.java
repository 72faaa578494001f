package org.mmlens.surface;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmlens.surface.scan.Condition;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Use;

/// Decides which of several symbols of one name a use means, and whether it sees a declaration.
final class Bindings {

  private final TreeView view;

  Bindings(TreeView view) {
    this.view = view;
  }

  /// {@return the uses that mean this symbol}
  ///
  /// @param symbol the symbol
  /// @param namesakes all symbols of the name
  /// @param uses all uses of the name
  List<Use> users(Symbol symbol, List<Symbol> namesakes, List<Use> uses) {
    return uses.stream()
        .filter(use -> use.manner() != Use.Manner.MEMBER && use.manner() != Use.Manner.EXPORT)
        .filter(use -> !itself(use, symbol))
        .filter(use -> means(use, symbol, namesakes))
        .toList();
  }

  /// Recursion and a macro's own name are no users.
  private static boolean itself(Use use, Symbol symbol) {
    return use.around().name().equals(symbol.name()) && symbol.paths().contains(use.path());
  }

  private boolean means(Use use, Symbol symbol, List<Symbol> namesakes) {
    String path = use.path();
    if (symbol.local()) {
      return reaches(path, symbol.paths());
    }
    List<Symbol> others = namesakes.stream().filter(other -> !other.equals(symbol)).toList();
    if (others.stream().anyMatch(other -> other.local() && other.paths().contains(path))) {
      return false;
    }
    if (reaches(path, symbol.paths())) {
      return true;
    }
    boolean otherSeen = others.stream().anyMatch(other -> reaches(path, other.paths()));
    return !otherSeen && inRange(path, symbol);
  }

  /// Without a declaration in sight, an external symbol of the same part of the tree is meant.
  private static boolean inRange(String path, Symbol symbol) {
    boolean external =
        symbol.entities().stream().anyMatch(e -> e.linkage() == Entity.Linkage.EXTERNAL);
    boolean wide = symbol.paths().stream().anyMatch(Paths::everywhere);
    boolean samePart =
        symbol.paths().stream().anyMatch(p -> Paths.domain(p).equals(Paths.domain(path)));
    return external && (wide || samePart);
  }

  private boolean reaches(String path, Collection<String> files) {
    Set<String> closure = view.includes().closure(path);
    return files.stream().anyMatch(closure::contains);
  }

  /// {@return whether a declaration of the symbol stands before the use, under this setting}
  ///
  /// @param use the use
  /// @param symbol the symbol
  /// @param setting what is known of the configuration
  boolean sees(Use use, Symbol symbol, Map<String, Boolean> setting) {
    Set<String> closure = view.includes().closure(use.path());
    return symbol.entities().stream()
        .filter(entity -> possible(entity.place().condition(), setting))
        .anyMatch(
            entity ->
                entity.path().equals(use.path())
                    ? entity.place().at().compareTo(use.at()) < 0
                    : closure.contains(entity.path()));
  }

  /// {@return whether the condition may hold under the setting}
  static boolean possible(Condition condition, Map<String, Boolean> setting) {
    return condition.under(setting).orElse(true);
  }
}
