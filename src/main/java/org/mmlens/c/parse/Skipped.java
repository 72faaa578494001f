package org.mmlens.c.parse;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorElifStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorElseStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorEndifStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfdefStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfndefStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

/// Which lines of which files a unit leaves out, since the condition of their `#if` group does not
/// hold (C11 §6.10.1).
final class Skipped {

  private final Map<String, BitSet> skipped = new HashMap<>();
  private final Map<String, BitSet> compiled = new HashMap<>();
  private final Deque<Group> open = new ArrayDeque<>();

  private Skipped() {}

  /// The part of an `#if` group that is being read.
  ///
  /// @param path the file
  /// @param line the line of the directive that begins it
  /// @param taken whether it is compiled
  private record Group(String path, int line, boolean taken) {}

  /// {@return the lines that no inclusion of a file compiles, by file}
  static Map<String, BitSet> of(IASTTranslationUnit tree) {
    var all = new Skipped();
    for (IASTPreprocessorStatement s : tree.getAllPreprocessorStatements()) {
      IASTFileLocation at = s.getFileLocation();
      if (at != null && at.getFileName().startsWith(CParser.ROOT)) {
        all.directive(
            s, at.getFileName().substring(CParser.ROOT.length()), at.getStartingLineNumber());
      }
    }
    all.skipped.forEach(
        (path, lines) -> lines.andNot(all.compiled.getOrDefault(path, new BitSet())));
    return all.skipped;
  }

  private void directive(IASTPreprocessorStatement s, String path, int line) {
    switch (s) {
      case IASTPreprocessorIfStatement i -> open.push(new Group(path, line, i.taken()));
      case IASTPreprocessorIfdefStatement i -> open.push(new Group(path, line, i.taken()));
      case IASTPreprocessorIfndefStatement i -> open.push(new Group(path, line, i.taken()));
      case IASTPreprocessorElifStatement e -> next(path, line, e.taken());
      case IASTPreprocessorElseStatement e -> next(path, line, e.taken());
      case IASTPreprocessorEndifStatement _ -> close(path, line);
      default -> {
        // no condition
      }
    }
  }

  private void next(String path, int line, boolean taken) {
    close(path, line);
    open.push(new Group(path, line, taken));
  }

  /// Groups do not cross files; one that is not closed in its file counts for nothing.
  private void close(String path, int line) {
    while (!open.isEmpty() && !open.peek().path().equals(path)) {
      open.pop();
    }
    if (!open.isEmpty()) {
      Group ended = open.pop();
      (ended.taken() ? compiled : skipped)
          .computeIfAbsent(path, _ -> new BitSet())
          .set(ended.line() + 1, Math.max(ended.line() + 1, line));
    }
  }
}
