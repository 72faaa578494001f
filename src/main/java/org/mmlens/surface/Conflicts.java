package org.mmlens.surface;

import java.util.List;
import java.util.Optional;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Entity.Linkage;
import org.mmlens.surface.scan.Kind;

/// Finds declarations of one symbol that do not agree (C11 §6.2.7p2).
final class Conflicts {

  /// @param one a declaration
  /// @param other the definition, or another declaration
  record Conflict(Entity one, Entity other) {}

  private Conflicts() {}

  static Optional<Conflict> in(Symbol symbol) {
    List<Entity> linked =
        symbol.entities().stream()
            .filter(e -> e.kind() == Kind.FUNCTION || e.kind() == Kind.VARIABLE)
            .filter(e -> e.linkage() == Linkage.EXTERNAL)
            .filter(e -> e.shape().attributes().stream().noneMatch(a -> a.matches("[A-Z_0-9]+")))
            .toList();
    for (Entity one : linked) {
      for (Entity other : linked) {
        boolean declared = !one.definition() && !one.equals(other);
        if (declared && !agree(one, other) && together(one, other)) {
          return Optional.of(new Conflict(one, other));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean agree(Entity one, Entity other) {
    return plain(one).equals(plain(other));
  }

  /// A qualifier of a parameter itself is no part of the function's type (C11 §6.7.6.3p15).
  private static String plain(Entity entity) {
    String types = entity.shape().signature().types();
    return types
        .replaceAll("\\* const\\b", "*")
        .replaceAll("([(,] ?)const ([\\w ]+)(?=[,)])", "$1$2");
  }

  private static boolean together(Entity one, Entity other) {
    return one.place().condition().and(other.place().condition()).satisfiable()
        && (Paths.domain(one.path()).equals(Paths.domain(other.path()))
            || !one.path().startsWith("arch/") && !other.path().startsWith("arch/"));
  }
}
