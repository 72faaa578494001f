package org.mmlens.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mmlens.explore.Evidence;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Probe;

/// Branch coverage of what matters for a change: the entry function and the functions it touches.
final class Coverages {

  private Coverages() {}

  static String entry(Function f) {
    return "%s() %s:%d".formatted(f.name(), f.at().path(), f.at().line());
  }

  /// {@return the functions whose branches matter}
  static List<Function> functions(Side.Ready side, ChangedCode changed) {
    return side.reached().stream()
        .filter(
            f ->
                f.symbol().equals(side.entry().symbol())
                    || changed.functions().containsKey(f.name()))
        .toList();
  }

  static Evidence.Coverage of(Side.Ready side, ChangedCode changed) {
    Set<String> symbols =
        functions(side, changed).stream().map(Function::symbol).collect(Collectors.toSet());
    byte[] taken = side.rig().coverage();
    int hit = 0;
    int total = 0;
    List<Evidence.Missing> missing = new ArrayList<>();
    for (Probe p : side.rig().probes()) {
      if (!symbols.contains(p.function())) {
        continue;
      }
      total++;
      if (p.index() < taken.length && taken[p.index()] != 0) {
        hit++;
      } else {
        missing.add(new Evidence.Missing(p.at(), name(p.function()), p.condition(), p.outcome()));
      }
    }
    missing.sort(Comparator.comparing(Evidence.Missing::at));
    return new Evidence.Coverage(hit, total, missing);
  }

  private static String name(String symbol) {
    int at = symbol.indexOf('@');
    return at < 0 ? symbol : symbol.substring(0, at);
  }
}
