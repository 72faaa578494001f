package org.mmlens.surface;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mmlens.surface.SurfaceChange.Body;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Use;

/// Compares a symbol before a patch with the same symbol after it.
final class SymbolChanges {

  private final Symbol before;
  private final Symbol after;
  private final List<Use> users;
  private final List<SurfaceChange> changes = new ArrayList<>();

  private SymbolChanges(Symbol before, Symbol after, List<Use> users) {
    this.before = before;
    this.after = after;
    this.users = users;
  }

  /// {@return what changed}
  ///
  /// @param before the symbol before
  /// @param after the symbol after
  /// @param users who uses it after
  static List<SurfaceChange> of(Symbol before, Symbol after, List<Use> users) {
    var compare = new SymbolChanges(before, after, users);
    compare.kind();
    compare.visibility();
    compare.signature();
    compare.export();
    compare.conflicts();
    return compare.changes;
  }

  /// {@return the move, if the definition stands in other files than before}
  static Optional<SurfaceChange> move(Symbol before, Symbol after) {
    if (before.definitions().isEmpty()
        || after.definitions().isEmpty()
        || !Collections.disjoint(definers(before), definers(after))) {
      return Optional.empty();
    }
    boolean same = before.main().shape().body().equals(after.main().shape().body());
    return Optional.of(new SurfaceChange.Moved(before, after, same ? Body.SAME : Body.CHANGED));
  }

  private static List<String> definers(Symbol symbol) {
    return symbol.definitions().stream().map(Entity::path).toList();
  }

  private void kind() {
    if (before.kind() != after.kind()) {
      changes.add(new SurfaceChange.KindChanged(before, after));
    }
  }

  /// Exports speak for themselves: what they change about visibility is not said twice.
  private void visibility() {
    Visibility from = Visibilities.of(withoutExports(before));
    Visibility to = Visibilities.of(withoutExports(after));
    if (from.rung().wider(to.rung())) {
      changes.add(new SurfaceChange.Unexported(after, from, to, users));
    } else if (to.rung().wider(from.rung())) {
      changes.add(new SurfaceChange.Widened(after, from, to, users));
    }
  }

  private static Symbol withoutExports(Symbol symbol) {
    return new Symbol(symbol.name(), symbol.entities(), List.of());
  }

  private void signature() {
    if (before.kind() != after.kind()) {
      return;
    }
    if (before.kind().aggregate()) {
      members();
      return;
    }
    List<String> differences = SignatureDifference.of(before.signature(), after.signature());
    if (!differences.isEmpty()) {
      changes.add(new SurfaceChange.SignatureChanged(before, after, differences, stale()));
    }
  }

  private List<Use> stale() {
    List<Parameter> parameters = after.signature().parameterList();
    boolean variadic = parameters.stream().anyMatch(p -> p.toString().contains("..."));
    boolean function = after.kind() == Kind.FUNCTION || after.kind() == Kind.INLINE;
    if (variadic || !function) {
      return List.of();
    }
    return users.stream()
        .filter(use -> use.arguments().isPresent())
        .filter(use -> use.arguments().getAsInt() != parameters.size())
        .toList();
  }

  private void members() {
    List<Parameter> was = members(before);
    List<Parameter> is = members(after);
    List<Parameter> added = is.stream().filter(member -> !was.contains(member)).toList();
    List<Parameter> removed = was.stream().filter(member -> !is.contains(member)).toList();
    if (!added.isEmpty() || !removed.isEmpty()) {
      changes.add(new SurfaceChange.MembersChanged(after, added, removed, List.of()));
    }
  }

  private static List<Parameter> members(Symbol symbol) {
    return symbol.definitions().stream().flatMap(e -> e.shape().members().stream()).toList();
  }

  private void export() {
    Optional<Export> from = before.export();
    Optional<Export> to = after.export();
    if (!from.map(Export::audienceText).equals(to.map(Export::audienceText))) {
      changes.add(new SurfaceChange.ExportChanged(after, from, to, List.of()));
    }
  }

  /// Only what the patch makes disagree counts; two spellings of one type may have stood there
  /// long.
  private void conflicts() {
    if (Conflicts.in(before).isEmpty()) {
      Conflicts.in(after)
          .ifPresent(
              c ->
                  changes.add(
                      new SurfaceChange.ConflictingDeclarations(after, c.one(), c.other())));
    }
  }
}
