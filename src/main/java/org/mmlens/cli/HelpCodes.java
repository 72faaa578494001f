package org.mmlens.cli;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What the codes of diagnostics and the rules of findings mean, each with an example.
final class HelpCodes {

  private static final String TITLE = "== ";

  private HelpCodes() {}

  /// {@return the lines on each code, by code}
  static SequencedMap<String, List<String>> all() {
    SequencedMap<String, List<String>> pages = new TreeMap<>();
    for (String part : HelpCommand.text("codes").split("(?m)^" + TITLE)) {
      List<String> lines = part.lines().toList();
      if (!lines.isEmpty()) {
        pages.put(lines.getFirst(), lines.subList(1, lines.size()));
      }
    }
    return Collections.unmodifiableSequencedMap(pages);
  }

  /// {@return the page on a code: what it means, an example, and what may be done}
  static String page(String code) {
    var page = new StringBuilder(code).append("\n\n");
    boolean example = false;
    for (String line : all().getOrDefault(code, List.of())) {
      boolean indented = line.startsWith("  ");
      if (indented != example) {
        page.append('\n');
      }
      example = indented;
      page.append(indented ? "    " + line.strip().replaceFirst("^\\| ", "") : "  " + line)
          .append('\n');
    }
    return page.toString();
  }
}
