package org.mmlens.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mmlens.surface.scan.Use;

/// Puts the delta of two surfaces together: what became of each symbol, then what its users make of
/// it.
final class DeltaBuilder {

  private final TreeView before;
  private final TreeView after;
  private final Set<String> touched;
  private final Map<String, List<Use>> uses = new HashMap<>();
  private final Map<String, List<Symbol>> was = new HashMap<>();
  private final Map<String, List<Symbol>> symbols = new HashMap<>();
  private final List<SurfaceChange> changes = new ArrayList<>();

  DeltaBuilder(TreeView before, TreeView after, Set<String> touched) {
    this.before = before;
    this.after = after;
    this.touched = new TreeSet<>(touched);
  }

  SurfaceDelta delta() {
    SortedSet<String> names = NameDifference.of(before, after, touched);
    was.putAll(Symbols.of(before, names));
    symbols.putAll(Symbols.of(after, names));
    uses.putAll(after.uses(names));
    var lost = new LostDeclarations(before, after, touched);
    for (Pairing.Pair pair : Pairing.of(was, symbols)) {
      switch (pair) {
        case Pairing.Pair.New(Symbol symbol) -> added(symbol, lost);
        case Pairing.Pair.Gone(Symbol symbol) -> removed(symbol, lost);
        case Pairing.Pair.Kept(Symbol from, Symbol to) -> kept(from, to, lost);
        case Pairing.Pair.Renamed(Symbol from, Symbol to, SurfaceChange.Body body) -> {
          changes.add(new SurfaceChange.Renamed(from, to, body));
          lost(lost.of(Optional.of(from), Optional.empty(), uses(from)));
          compared(from, to, lost);
        }
      }
    }
    changes.addAll(new LostIncludes(before, after, touched).changes());
    changes.addAll(new NeedlessIncludes(before, after, touched).changes());
    changes.addAll(new LostUsers(before, after, touched).changes());
    return new SurfaceDelta(changes.stream().distinct().toList());
  }

  private List<Use> uses(Symbol symbol) {
    return uses.getOrDefault(symbol.name(), List.of());
  }

  private List<Use> users(Symbol symbol) {
    List<Symbol> namesakes = symbols.getOrDefault(symbol.name(), List.of());
    return new Bindings(after).users(symbol, namesakes, uses(symbol));
  }

  private void lost(List<? extends SurfaceChange> found) {
    changes.addAll(found);
  }

  private void added(Symbol symbol, LostDeclarations lost) {
    List<Use> users = users(symbol);
    changes.add(new SurfaceChange.Added(symbol, Visibilities.of(symbol), users));
    lost(lost.of(Optional.empty(), Optional.of(symbol), users));
    var remarks = new Remarks(after, symbols, uses);
    changes.addAll(remarks.exposed(symbol, users));
    changes.addAll(remarks.wraps(symbol));
    changes.addAll(remarks.linkage(Optional.empty(), symbol, users));
    changes.addAll(KernelDocs.check(Optional.empty(), symbol));
  }

  private void removed(Symbol symbol, LostDeclarations lost) {
    List<SurfaceChange.LostDeclaration> broken =
        lost.of(Optional.of(symbol), Optional.empty(), uses(symbol));
    List<Use> users = broken.stream().map(SurfaceChange.LostDeclaration::use).toList();
    changes.add(new SurfaceChange.Removed(symbol, Visibilities.of(symbol), users));
    lost(broken);
  }

  private void kept(Symbol from, Symbol to, LostDeclarations lost) {
    SymbolChanges.move(from, to).ifPresent(changes::add);
    compared(from, to, lost);
  }

  /// {@return who uses the symbol, and who used to and still names it}
  private List<Use> users(Symbol from, Symbol to) {
    List<Use> known = users(to);
    if (!from.name().equals(to.name())) {
      return known;
    }
    List<Use> formerly =
        new Bindings(before).users(from, was.getOrDefault(from.name(), List.of()), uses(to));
    return uses(to).stream().filter(u -> known.contains(u) || formerly.contains(u)).toList();
  }

  private void compared(Symbol from, Symbol to, LostDeclarations lost) {
    List<Use> users = users(from, to);
    List<SurfaceChange> found = SymbolChanges.of(from, to, users);
    for (SurfaceChange change : found) {
      changes.add(withUsers(change, users));
    }
    lost(lost.of(Optional.of(from), Optional.of(to), uses(to)));
    changes.addAll(new SettingChanges(after, touched).of(from, to));
    var remarks = new Remarks(after, symbols, uses);
    boolean hidden = !Visibilities.of(from).rung().wider(Rung.DIRECTORY);
    if (hidden && Visibilities.of(to).rung().wider(Rung.DIRECTORY)) {
      changes.addAll(remarks.exposed(to, users));
    }
    changes.addAll(remarks.linkage(Optional.of(from), to, users));
    changes.addAll(KernelDocs.check(Optional.of(from), to));
  }

  private SurfaceChange withUsers(SurfaceChange change, List<Use> users) {
    return switch (change) {
      case SurfaceChange.ExportChanged(var symbol, var from, var to, _) -> {
        boolean narrower =
            to.isEmpty()
                || from.isPresent() && from.get().audience().compareTo(to.get().audience()) > 0;
        List<Use> modules =
            narrower && to.isEmpty() ? new Modules(after).among(users, symbol) : List.of();
        yield new SurfaceChange.ExportChanged(symbol, from, to, modules);
      }
      case SurfaceChange.MembersChanged(var symbol, var added, var removed, _) ->
          new SurfaceChange.MembersChanged(
              symbol, added, removed, new LostMembers(after).of(symbol, added, removed));
      default -> change;
    };
  }
}
