package org.mmlens.review;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Relined;
import org.mmlens.jvm.Constants;
import org.mmlens.jvm.Reachable;

/// Whether two programs, or parts of them, are the same, line numbers aside.
final class SameCode {

  /// Larger objects are no single values; in bytes.
  private static final int LARGEST = 256;

  private SameCode() {}

  /// {@return whether nothing that a run can come to differs: no function, and no initial value}
  static boolean of(Reachable before, Reachable after) {
    return of(before.functions(), after.functions()) && sameData(before, after);
  }

  private static boolean sameData(Reachable before, Reachable after) {
    return before.globals().keySet().equals(after.globals().keySet())
        && before.globals().values().stream()
            .allMatch(g -> g.beginsLike(Objects.requireNonNull(after.globals().get(g.symbol()))));
  }

  /// {@return the integers that one side has more often than the other, in functions that differ
  /// and in initial values that do}
  ///
  /// What was only moved, from one function into another, is on both sides alike.
  static SortedSet<Long> constants(Reachable before, Reachable after) {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    count(before, after, 1, counts);
    count(after, before, -1, counts);
    counts.values().removeIf(n -> n == 0);
    return new TreeSet<>(counts.keySet());
  }

  private static void count(
      Reachable side, Reachable other, int sign, SortedMap<Long, Integer> counts) {
    side.functions()
        .forEach(
            (symbol, f) -> {
              Function there = other.functions().get(symbol);
              if (there == null || !same(f, there)) {
                Constants.of(f).forEach((c, n) -> counts.merge(c, sign * n, Integer::sum));
              }
            });
    side.globals()
        .forEach(
            (symbol, g) -> {
              Global there = other.globals().get(symbol);
              if ((there == null || !g.beginsLike(there)) && g.bytes() <= LARGEST) {
                ByteBuffer image =
                    ByteBuffer.wrap(Arrays.copyOf(g.image(), (int) (g.bytes() + 7 & -8L)))
                        .order(ByteOrder.LITTLE_ENDIAN);
                while (image.hasRemaining()) {
                  counts.merge(image.getLong(), sign, Integer::sum);
                }
              }
            });
  }

  private static boolean of(Map<String, Function> old, Map<String, Function> now) {
    return old.keySet().equals(now.keySet())
        && old.values().stream()
            .allMatch(f -> same(f, Objects.requireNonNull(now.get(f.symbol()))));
  }

  /// {@return whether two versions of a function do the same}
  ///
  /// What both trees have in common is mostly one object.
  static boolean same(Function f, Function g) {
    return f == g || f.blocks().size() == g.blocks().size() && sameParts(f, g);
  }

  private static boolean sameParts(Function f, Function g) {
    return f.params().equals(g.params())
        && f.slots().equals(g.slots())
        && Relined.without(f).blocks().equals(Relined.without(g).blocks());
  }
}
