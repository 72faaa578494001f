package org.mmlens.report;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Writes XML 1.0 or HTML: elements nest, and no text gets in unescaped.
///
/// What XML cannot hold at all (most control characters) is written as [Printable] writes it.
final class Markup {

  /// Elements of HTML that have no end tag (HTML Living Standard, void elements).
  private static final Set<String> VOID = Set.of("meta", "br", "hr", "input");

  private final StringBuilder out = new StringBuilder();

  /// Adds text as it is. For constants of ours only: prolog, style sheet, script.
  Markup verbatim(String constant) {
    out.append(constant);
    return this;
  }

  /// Adds escaped text; its line ends stay.
  Markup text(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      out.append(escaped(text.substring(start, end))).append('\n');
      start = end + 1;
    }
    out.append(escaped(text.substring(start)));
    return this;
  }

  private static String escaped(String line) {
    return Printable.keepingTabs(line)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// Adds an element with content.
  ///
  /// @param attributes names and values in turn
  Markup element(String name, Consumer<Markup> content, String... attributes) {
    open(name, attributes);
    content.accept(this);
    if (!VOID.contains(name)) {
      out.append("</").append(name).append('>');
    }
    return this;
  }

  /// Adds an element with content.
  ///
  /// @param attributes names and values in turn
  Markup element(String name, Consumer<Markup> content, List<String> attributes) {
    return element(name, content, attributes.toArray(String[]::new));
  }

  /// Adds an element whose content is text.
  Markup element(String name, String text, String... attributes) {
    return element(name, inner -> inner.text(text), attributes);
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  private void open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1]).replace("\t", "&#9;")).append('"');
    }
    out.append('>');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
