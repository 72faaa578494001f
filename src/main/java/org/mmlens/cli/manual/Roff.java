package org.mmlens.cli.manual;

import java.util.List;
import java.util.Locale;

/// A page in the macros of groff_man(7), which mandoc(1) reads as well.
final class Roff {

  private final StringBuilder out = new StringBuilder();

  /// Whether a heading comes before: nothing parts it from its text.
  private boolean heading;

  /// Begins a page. It has no date, so that the same source makes the same bytes.
  ///
  /// @param name of the page
  /// @param section of the manual
  /// @param source which release it is of
  Roff(String name, int section, String source) {
    out.append(".TH ")
        .append(quoted(name.toUpperCase(Locale.ROOT)))
        .append(' ')
        .append(section)
        .append(" \"\" ")
        .append(quoted(source))
        .append(" \"mmlens manual\"\n.nh\n.ad l\n");
  }

  Roff section(String title) {
    out.append(".SH ").append(title).append('\n');
    heading = true;
    return this;
  }

  /// A paragraph of text without markup.
  Roff paragraph(String text) {
    if (!text.isBlank()) {
      out.append(".PP\n").append(line(text)).append('\n');
    }
    return this;
  }

  /// Text that follows its heading.
  Roff text(String text) {
    out.append(line(text)).append('\n');
    heading = false;
    return this;
  }

  /// A word, and below it what it means.
  Roff term(String word, String meaning) {
    out.append(".TP\n.B ").append(line(word)).append('\n').append(line(meaning)).append('\n');
    return this;
  }

  /// Lines that are not filled.
  Roff verbatim(List<String> lines) {
    if (!heading) {
      out.append(".PP\n");
    }
    heading = false;
    out.append(".nf\n");
    lines.stream()
        .skip(lines.stream().takeWhile(String::isEmpty).count())
        .forEach(l -> out.append(l.isEmpty() ? ".sp" : line(l)).append('\n'));
    out.append(".fi\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /// A line must not begin like a request.
  private static String line(String text) {
    String safe = escaped(text);
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }

  /// groff_char(7): what would be printed as another character.
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("\n", " ")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti")
        .replace("\"", "\\(dq");
  }
}
