package org.mmlens.lens;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One effect of a run, in symbolic names.
///
/// @param name what happened, e.g. `flush_tlb_mm_range`
/// @param args its arguments: numbers, or names of objects
/// @param locks the locks held at that moment, in the order they were taken
record EffectFact(String name, List<String> args, List<String> locks) {

  /// An object that [Names] tells apart from others of its kind.
  private static final Pattern OWN_NAME =
      Pattern.compile("(?:struct page of )?(mm->.*|(?:stack|below|above)(?:[-+#].*)?)");

  EffectFact {
    args = List.copyOf(args);
    locks = List.copyOf(locks);
  }

  /// {@return what the effect concerns: effects with a resource in common are not independent}
  ///
  /// Freeing memory and flushing the TLB concern each other, since what is freed before the flush
  /// can still be reached. All effects on one lock, one VMA or one page of the layout concern each
  /// other. The address space as a whole and objects without a name of their own do not count:
  /// nearly every effect is about one of them.
  Set<String> resources() {
    Set<String> found = new HashSet<>();
    found.add(name);
    if (name.contains("flush") || name.contains("free") || name.contains("notifier")) {
      found.add("translations");
    }
    for (String arg : args) {
      Matcher own = OWN_NAME.matcher(arg);
      if (own.matches()) {
        found.add(own.group(1));
      }
    }
    return found;
  }

  /// {@return the effect as a call, with the locks it ran under}
  String text() {
    String call = name + "(" + String.join(", ", args) + ")";
    return locks.isEmpty() ? call : call + " under " + String.join(", ", locks);
  }
}
