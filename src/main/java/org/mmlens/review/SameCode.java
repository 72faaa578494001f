package org.mmlens.review;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mmlens.ir.Function;

/// Whether two sets of functions are the same code, line numbers aside.
final class SameCode {

  private static final Pattern LINE = Pattern.compile("\\bline=\\d+");

  private SameCode() {}

  static boolean of(Set<Function> before, Set<Function> after) {
    Map<String, Function> old = bySymbol(before);
    Map<String, Function> now = bySymbol(after);
    return old.keySet().equals(now.keySet())
        && before.stream().allMatch(f -> same(f, Objects.requireNonNull(now.get(f.symbol()))));
  }

  private static Map<String, Function> bySymbol(Set<Function> functions) {
    Map<String, Function> found = new TreeMap<>();
    functions.forEach(f -> found.put(f.symbol(), f));
    return found;
  }

  /// What both trees have in common is mostly one object.
  private static boolean same(Function f, Function g) {
    return f == g || text(f).equals(text(g));
  }

  /// All parts of a function are records, so their text is their content.
  private static String text(Function f) {
    return f.params() + " " + f.slots() + " " + LINE.matcher(f.blocks().toString()).replaceAll("");
  }
}
