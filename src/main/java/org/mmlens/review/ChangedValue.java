package org.mmlens.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.diag.Position;
import org.mmlens.ir.Global;
import org.mmlens.ir.Global.Relocation;
import org.mmlens.jvm.Reachable;
import org.mmlens.review.ValueUses.Use;

/// Variables to which a change gives another initial value, and whether runs read what is other.
///
/// @param name the C name
/// @param at where it is defined after the change
/// @param use whether runs read the bytes that differ
record ChangedValue(String name, Position at, Use use) {

  private static final int POINTER = 8;

  /// {@return those that both sides have, and those that the lens does not lead to}
  static List<ChangedValue> of(
      ChangedCode changed, Reachable before, Visits old, Reachable after, Visits now) {
    List<ChangedValue> found = new ArrayList<>(of(before, old, after, now));
    Set<String> known = new HashSet<>();
    before.globals().keySet().forEach(symbol -> known.add(name(symbol)));
    after.globals().keySet().forEach(symbol -> known.add(name(symbol)));
    changed
        .values()
        .forEach(
            (name, at) -> {
              if (!known.contains(name)) {
                found.add(new ChangedValue(name, at, Use.NONE));
              }
            });
    return found;
  }

  private static List<ChangedValue> of(Reachable before, Visits old, Reachable after, Visits now) {
    SortedMap<String, BitSet> differing = new TreeMap<>();
    after
        .globals()
        .forEach(
            (symbol, is) -> {
              Global was = before.globals().get(symbol);
              if (was != null && !was.beginsLike(is)) {
                differing.put(symbol, differing(was, is));
              }
            });
    differing.values().removeIf(BitSet::isEmpty);
    if (differing.isEmpty()) {
      return List.of();
    }
    var usedBefore = new ValueUses(before, old, differing.keySet());
    var usedAfter = new ValueUses(after, now, differing.keySet());
    List<ChangedValue> found = new ArrayList<>();
    differing.forEach(
        (symbol, bytes) ->
            found.add(
                new ChangedValue(
                    name(symbol),
                    Objects.requireNonNull(after.globals().get(symbol)).at(),
                    usedBefore.of(symbol, bytes).or(usedAfter.of(symbol, bytes)))));
    return found;
  }

  /// A local has the name of its function before its own, and a number behind it where there are
  /// several.
  private static String name(String symbol) {
    return symbol.replaceFirst("@.*", "").replaceFirst("\\.\\d+$", "").replaceFirst(".*\\.", "");
  }

  /// {@return the offsets of the bytes in which two values differ}
  private static BitSet differing(Global was, Global is) {
    BitSet bytes = new BitSet();
    int size = (int) Math.max(was.bytes(), is.bytes());
    byte[] old = Arrays.copyOf(was.image(), size);
    byte[] now = Arrays.copyOf(is.image(), size);
    for (int i = 0; i < size; i++) {
      bytes.set(i, old[i] != now[i]);
    }
    bytes.set((int) Math.min(was.bytes(), is.bytes()), size);
    Set<Relocation> both = new HashSet<>(was.relocations());
    both.retainAll(is.relocations());
    for (Global g : List.of(was, is)) {
      g.relocations().stream()
          .filter(r -> !both.contains(r))
          .forEach(r -> bytes.set((int) r.offset(), (int) r.offset() + POINTER));
    }
    return bytes;
  }
}
