package org.mmlens.c.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorPragmaStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;

/// `#pragma pack`: how far it limits the alignment of members, by place in the unit.
final class Packs {
  /// No limit.
  private static final int NONE = Integer.MAX_VALUE;

  private static final Pattern PACK =
      Pattern.compile("pack\\s*\\(\\s*(push|pop)?\\s*,?\\s*(\\d+)?\\s*\\)");

  private final TreeMap<Integer, Integer> from = new TreeMap<>();

  private Packs() {}

  static Packs of(IASTTranslationUnit tree) {
    var result = new Packs();
    Deque<Integer> outer = new ArrayDeque<>();
    int now = NONE;
    for (IASTPreprocessorStatement s : tree.getAllPreprocessorStatements()) {
      if (s instanceof IASTPreprocessorPragmaStatement pragma) {
        Matcher m = PACK.matcher(new String(pragma.getMessage()));
        if (m.find()) {
          boolean pop = "pop".equals(m.group(1));
          if ("push".equals(m.group(1))) {
            outer.push(now);
          } else if (pop) {
            now = outer.isEmpty() ? NONE : outer.pop();
          }
          now = m.group(2) != null ? limit(m.group(2)) : m.group(1) == null ? NONE : now;
          result.from.put(((ASTNode) pragma).getOffset(), now);
        }
      }
    }
    return result;
  }

  private static int limit(String digits) {
    int value = digits.length() > 3 ? 0 : Integer.parseInt(digits);
    return value == 0 ? NONE : value;
  }

  int at(IASTNode node) {
    Map.Entry<Integer, Integer> before = from.floorEntry(((ASTNode) node).getOffset());
    return before == null ? NONE : before.getValue();
  }
}
