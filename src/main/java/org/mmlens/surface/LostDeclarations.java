package org.mmlens.surface;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.surface.SurfaceChange.LostDeclaration;
import org.mmlens.surface.SurfaceChange.LostDeclaration.Cause;
import org.mmlens.surface.scan.Condition;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Use;

/// Finds the users that do not see a declaration after a patch.
///
/// A use counts if it saw a declaration before, or if the patch wrote it. Each `CONFIG_` option
/// around a declaration in a touched file is tried both ways.
final class LostDeclarations {

  private final TreeView after;
  private final Bindings was;
  private final Bindings is;
  private final Set<String> touched;
  private final Makefiles makefiles;

  LostDeclarations(TreeView before, TreeView after, Set<String> touched) {
    this.after = after;
    this.was = new Bindings(before);
    this.is = new Bindings(after);
    this.touched = touched;
    this.makefiles = new Makefiles(after.tree());
  }

  /// {@return the users that break}
  ///
  /// @param before the symbol before
  /// @param symbol the symbol after
  /// @param uses all uses of its name after
  List<LostDeclaration> of(Optional<Symbol> before, Optional<Symbol> symbol, List<Use> uses) {
    Symbol subject = symbol.or(() -> before).orElseThrow();
    if (subject.kind().aggregate()) {
      return List.of();
    }
    List<LostDeclaration> lost = new ArrayList<>();
    for (Use use : expanded(uses)) {
      if (use.manner() != Use.Manner.MEMBER && use.manner() != Use.Manner.EXPORT) {
        check(before, symbol, use).ifPresent(lost::add);
      }
    }
    return lost;
  }

  private Optional<LostDeclaration> check(
      Optional<Symbol> before, Optional<Symbol> symbol, Use use) {
    Symbol subject = symbol.or(() -> before).orElseThrow();
    if (anotherMeant(use, before, symbol)) {
      return Optional.empty();
    }
    if (lost(before, symbol, use, Map.of())) {
      return Optional.of(new LostDeclaration(subject, use, "", cause(symbol)));
    }
    for (String option : options(before, symbol)) {
      for (boolean value : List.of(true, false)) {
        Map<String, Boolean> setting = Map.of(option, value);
        String text = (value ? "" : "!") + option;
        if (compiled(use, setting) && lost(before, symbol, use, setting)) {
          return Optional.of(new LostDeclaration(subject, use, text, cause(symbol)));
        }
      }
    }
    return Optional.empty();
  }

  private static Cause cause(Optional<Symbol> symbol) {
    return symbol.isPresent() ? Cause.OUT_OF_SIGHT : Cause.GONE;
  }

  private boolean lost(
      Optional<Symbol> before, Optional<Symbol> symbol, Use use, Map<String, Boolean> setting) {
    boolean seen = symbol.isPresent() && is.sees(use, symbol.get(), setting);
    if (seen) {
      return false;
    }
    boolean seenBefore = before.isPresent() && was.sees(use, before.get(), setting);
    boolean written = before.isEmpty() && touched.contains(use.path());
    return seenBefore || written;
  }

  /// A namesake that the file declares itself is meant instead.
  private boolean anotherMeant(Use use, Optional<Symbol> before, Optional<Symbol> symbol) {
    Set<Entity> own = new HashSet<>();
    before.ifPresent(s -> own.addAll(s.entities()));
    symbol.ifPresent(s -> own.addAll(s.entities()));
    return after
        .facts(use.path())
        .named(use.name())
        .anyMatch(e -> e.local() && !own.contains(e) && e.place().at().compareTo(use.at()) < 0);
  }

  private boolean compiled(Use use, Map<String, Boolean> setting) {
    return Bindings.possible(use.around().condition(), setting)
        && Bindings.possible(makefiles.condition(use.path()), setting);
  }

  private NavigableSet<String> options(Optional<Symbol> before, Optional<Symbol> symbol) {
    NavigableSet<String> options = new TreeSet<>();
    Stream.concat(before.stream(), symbol.stream())
        .flatMap(s -> s.entities().stream())
        .filter(entity -> touched.contains(entity.path()))
        .map(entity -> entity.place().condition())
        .map(Condition::atoms)
        .flatMap(Set::stream)
        .filter(atom -> atom.startsWith("CONFIG_"))
        .forEach(options::add);
    return options;
  }

  /// A macro in a header uses the symbol where it is expanded, not where it is defined.
  private List<Use> expanded(List<Use> uses) {
    List<Use> all = new ArrayList<>();
    Map<String, String> macros = new TreeMap<>();
    for (Use use : uses) {
      if (use.around().kind() == Kind.MACRO && !use.around().name().equals(use.name())) {
        macros.putIfAbsent(use.around().name(), use.path());
      } else {
        all.add(use);
      }
    }
    after.uses(macros.keySet()).values().stream()
        .flatMap(List::stream)
        .filter(use -> use.around().kind() != Kind.MACRO)
        .filter(use -> use.manner() == Use.Manner.CALL)
        .filter(use -> reaches(use, macros.getOrDefault(use.name(), "")))
        .map(use -> renamed(use, uses.getFirst().name()))
        .forEach(all::add);
    return all;
  }

  private boolean reaches(Use use, String header) {
    return after.includes().closure(use.path()).contains(header);
  }

  private static Use renamed(Use use, String name) {
    return new Use(name, Use.Manner.MENTION, use.at(), use.around(), use.arguments(), "");
  }
}
