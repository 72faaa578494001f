package org.mmlens.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmlens.c.lower.Unit;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Program;
import org.mmlens.ir.StructLayout;

/// A program made of translation units. Where several units define a name, the first does, save
/// that a `weak` definition gives way.
public final class CProgram implements Program {
  private final List<TranslationUnit> units;
  private final Map<String, Function> functions = new LinkedHashMap<>();

  /// Joins units.
  ///
  /// @param units the units, those that take precedence first
  CProgram(List<? extends TranslationUnit> units) {
    this.units = List.copyOf(units);
  }

  /// {@return the units}
  List<TranslationUnit> units() {
    return units;
  }

  @Override
  public Optional<Function> function(String symbol) {
    Function known = functions.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Function> found = symbol.contains("@") ? any(symbol) : strongest(symbol);
    found.ifPresent(f -> functions.put(symbol, f));
    return found;
  }

  private Optional<Function> any(String symbol) {
    return units.stream().flatMap(u -> u.function(symbol).stream()).findFirst();
  }

  private Optional<Function> strongest(String name) {
    Optional<TranslationUnit> weak = Optional.empty();
    for (TranslationUnit u : units) {
      Optional<Unit.FunctionName> f = u.functionNamed(name);
      if (f.isEmpty() || !f.get().defined() || !f.get().symbol().equals(name)) {
        continue;
      }
      if (!f.get().weak()) {
        return u.function(name);
      }
      weak = weak.or(() -> Optional.of(u));
    }
    return weak.flatMap(u -> u.function(name));
  }

  @Override
  public Optional<String> symbolOf(String name, String file) {
    for (TranslationUnit u : units) {
      if (!file.isEmpty() && (u.files().contains(file) || u.reads(file))) {
        Optional<String> here = u.functionNamed(name).map(Unit.FunctionName::symbol);
        if (here.isPresent()) {
          return here;
        }
      }
    }
    Set<String> symbols = new LinkedHashSet<>();
    for (TranslationUnit u : units) {
      u.functionNamed(name)
          .filter(Unit.FunctionName::defined)
          .ifPresent(f -> symbols.add(f.symbol()));
    }
    return symbols.contains(name) ? Optional.of(name) : symbols.stream().findFirst();
  }

  @Override
  public Optional<Global> global(String symbol) {
    return units.stream().flatMap(u -> u.global(symbol).stream()).findFirst();
  }

  /// {@return why an object that the program defines could not be built, for people}
  ///
  /// @param symbol its symbol
  public Optional<String> whyBroken(String symbol) {
    return units.stream().flatMap(u -> u.whyBroken(symbol).stream()).findFirst();
  }

  /// {@return an object that the program declares and does not define, as zeros of its size}
  ///
  /// @param symbol its C name
  public Optional<Global> declared(String symbol) {
    return units.stream().flatMap(u -> u.declared(symbol).stream()).findFirst();
  }

  @Override
  public Optional<StructLayout> layout(String tag) {
    return units.stream().flatMap(u -> u.layout(tag).stream()).findFirst();
  }

  @Override
  public Optional<Long> constant(String name) {
    return units.stream().flatMap(u -> u.constant(name).stream()).findFirst();
  }

  /// {@return the lines of a file that no unit compiles, since no `#if` around them holds; empty if
  /// no unit reads the file}
  ///
  /// @param path the file
  public Optional<BitSet> skipped(String path) {
    return units.stream()
        .filter(u -> u.reads(path))
        .map(u -> u.skipped(path))
        .reduce(
            (one, other) -> {
              one.and(other);
              return one;
            });
  }

  /// {@return the functions lowered so far, in the order they were asked for}
  public Collection<Function> lowered() {
    return List.copyOf(functions.values());
  }

  /// {@return what is wrong in the given files, in the order of their lines}
  ///
  /// @param paths the files, e.g. those a patch touches
  public List<Diagnostic> check(Collection<String> paths) {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (TranslationUnit u : units) {
      all.addAll(u.check(paths));
    }
    var sorted = new ArrayList<>(all);
    sorted.sort(java.util.Comparator.comparing(Diagnostic::at));
    return sorted;
  }
}
