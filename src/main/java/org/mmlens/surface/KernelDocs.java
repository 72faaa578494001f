package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.KernelDoc;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Signature;

/// Compares a function's kernel-doc with its parameters (`scripts/kernel-doc` does the same).
final class KernelDocs {

  private KernelDocs() {}

  /// {@return what is wrong with the documentation of the symbol, and was not before}
  static List<SurfaceChange> check(Optional<Symbol> before, Symbol after) {
    if (after.kind() != Kind.FUNCTION && after.kind() != Kind.INLINE) {
      return List.of();
    }
    List<String> known = before.map(KernelDocs::problems).orElse(List.of());
    List<SurfaceChange> changes = new ArrayList<>();
    for (String problem : problems(after)) {
      if (!known.contains(problem)) {
        changes.add(new SurfaceChange.KernelDocMismatch(after, place(after), problem));
      }
    }
    return changes;
  }

  /// {@return that a function new to the whole kernel is not documented}
  static Optional<SurfaceChange> missing(Symbol after) {
    return after.kind() == Kind.FUNCTION && documented(after).isEmpty()
        ? Optional.of(
            new SurfaceChange.KernelDocMismatch(after, after.at(), "has no kernel-doc comment"))
        : Optional.empty();
  }

  private static Optional<Entity> documented(Symbol symbol) {
    return symbol.entities().stream().filter(e -> e.shape().doc().isPresent()).findFirst();
  }

  private static Position place(Symbol symbol) {
    Entity entity = documented(symbol).orElseGet(symbol::main);
    int line = entity.shape().doc().map(KernelDoc::firstLine).orElse(entity.place().at().line());
    return Position.ofLine(entity.path(), line);
  }

  private static List<String> problems(Symbol symbol) {
    return documented(symbol).map(KernelDocs::problems).orElse(List.of());
  }

  private static List<String> problems(Entity entity) {
    KernelDoc doc = entity.shape().doc().orElseThrow();
    List<String> names =
        entity.shape().signature().parameterList().stream()
            .map(p -> p.type().equals("...") ? "..." : p.name())
            .filter(name -> !name.isEmpty())
            .toList();
    List<String> problems = new ArrayList<>();
    for (String name : doc.parameters()) {
      if (!names.contains(name)) {
        problems.add("has kernel-doc for '@%s', which is no parameter".formatted(name));
      }
    }
    for (String name : names) {
      if (!doc.parameters().contains(name) && !name.equals("...")) {
        problems.add("has a parameter '%s' that its kernel-doc leaves out".formatted(name));
      }
    }
    boolean silent =
        !doc.returns()
            && entity.shape().signature() instanceof Signature.Callable(String result, _)
            && !result.equals("void");
    if (silent) {
      problems.add("returns a value, but its kernel-doc has no 'Return:'");
    }
    return problems;
  }
}
