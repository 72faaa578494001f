package org.mmlens.review;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.jvm.Reachable;

/// Whether two programs, or parts of them, are the same, line numbers aside.
final class SameCode {

  private static final Pattern LINE = Pattern.compile("\\bline=\\d+");

  private SameCode() {}

  /// {@return whether nothing that a run can come to differs: no function, and no initial value}
  static boolean of(Reachable before, Reachable after) {
    return of(before.functions(), after.functions())
        && before.globals().keySet().equals(after.globals().keySet())
        && before.globals().values().stream()
            .allMatch(g -> same(g, Objects.requireNonNull(after.globals().get(g.symbol()))));
  }

  private static boolean of(Map<String, Function> old, Map<String, Function> now) {
    return old.keySet().equals(now.keySet())
        && old.values().stream()
            .allMatch(f -> same(f, Objects.requireNonNull(now.get(f.symbol()))));
  }

  /// What both trees have in common is mostly one object.
  private static boolean same(Function f, Function g) {
    return f == g || text(f).equals(text(g));
  }

  private static boolean same(Global a, Global b) {
    return a == b
        || a.bytes() == b.bytes()
            && a.align() == b.align()
            && a.constant() == b.constant()
            && a.relocations().equals(b.relocations())
            && Arrays.equals(a.image(), b.image());
  }

  /// All parts of a function are records, so their text is their content.
  private static String text(Function f) {
    return f.params() + " " + f.slots() + " " + LINE.matcher(f.blocks().toString()).replaceAll("");
  }
}
