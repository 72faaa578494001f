package org.mmlens.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mmlens.ir.Function;

/// Whether two sets of functions are the same code, line numbers aside.
final class SameCode {

  private static final Pattern LINE = Pattern.compile("\\bline=\\d+");

  private SameCode() {}

  static boolean of(Set<Function> before, Set<Function> after) {
    return before.size() == after.size() && texts(before).equals(texts(after));
  }

  private static Map<String, String> texts(Set<Function> functions) {
    Map<String, String> found = new TreeMap<>();
    for (Function f : functions) {
      found.put(f.symbol(), text(f));
    }
    return found;
  }

  /// All parts of a function are records, so their text is their content.
  private static String text(Function f) {
    return f.params() + " " + f.slots() + " " + LINE.matcher(f.blocks().toString()).replaceAll("");
  }
}
