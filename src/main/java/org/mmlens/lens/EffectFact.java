package org.mmlens.lens;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One effect of a run, in symbolic names.
///
/// @param name what happened, e.g. `flush_tlb_mm_range`
/// @param args its arguments: numbers, or names of objects
/// @param locks the locks held at that moment, in the order they were taken
record EffectFact(String name, List<String> args, List<String> locks) {
  EffectFact {
    args = List.copyOf(args);
    locks = List.copyOf(locks);
  }

  /// {@return what the effect concerns: effects with a resource in common are not independent}
  ///
  /// Freeing memory and flushing the TLB concern each other, since what is freed before the flush
  /// can still be reached. Lock operations concern their lock.
  Set<String> resources() {
    Set<String> found = new HashSet<>();
    found.add(name);
    if (name.contains("flush") || name.contains("free") || name.contains("notifier")) {
      found.add("translations");
    }
    found.addAll(args.stream().filter(a -> a.startsWith("lock ")).toList());
    return found;
  }

  /// {@return the effect as a call, with the locks it ran under}
  String text() {
    String call = name + "(" + String.join(", ", args) + ")";
    return locks.isEmpty() ? call : call + " under " + String.join(", ", locks);
  }
}
