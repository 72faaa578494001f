package org.mmlens.report;

import java.util.List;

/// A text report while it is written: keeps every line within the style's width.
final class TextPage {

  /// What a stretch of text is, which decides its colour.
  enum Ink {
    PLAIN(""),
    STRONG("1"),
    BAD("1;31"),
    DOUBTFUL("1;33"),
    GOOD("1;32"),
    REMOVED("31"),
    ADDED("32"),
    QUIET("2");

    private final String parameters;

    Ink(String parameters) {
      this.parameters = parameters;
    }
  }

  private final StringBuilder out = new StringBuilder();
  private final Style style;

  TextPage(Style style) {
    this.style = style;
  }

  int columns() {
    return style.columns();
  }

  /// {@return whether everything is to be told}
  boolean full() {
    return style.detail() == Style.Detail.FULL;
  }

  void blank() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }

  /// Adds a line, cut where it is too long.
  void line(String indent, Ink ink, String text) {
    String cut = Printable.cut(text, style.columns() - indent.length());
    out.append(indent).append(painted(ink, cut)).append('\n');
  }

  void line(String indent, String text) {
    line(indent, Ink.PLAIN, text);
  }

  /// Adds prose: a coloured lead, then text that is broken into lines below each other.
  ///
  /// @param hanging what every line but the first begins with
  void prose(String lead, Ink ink, String hanging, String text) {
    int room = style.columns() - Math.max(Printable.width(lead), hanging.length());
    boolean first = true;
    for (String line : Wrap.lines(text, Math.max(room, 20))) {
      out.append(first ? painted(ink, lead) : hanging).append(line).append('\n');
      first = false;
    }
  }

  /// Adds lines of a diff, at most so many.
  void diff(String indent, List<String> lines, int most) {
    List<String> shown = lines.size() <= most ? lines : lines.subList(0, most - 1);
    for (String line : shown) {
      line(indent, ink(line), line);
    }
    if (shown.size() < lines.size()) {
      line(indent, Ink.QUIET, "... %d more lines".formatted(lines.size() - shown.size()));
    }
  }

  private static Ink ink(String line) {
    return line.startsWith("-") ? Ink.REMOVED : line.startsWith("+") ? Ink.ADDED : Ink.PLAIN;
  }

  private String painted(Ink ink, String text) {
    boolean plain = style.colour() == Style.Colour.NEVER || ink == Ink.PLAIN || text.isBlank();
    return plain ? text : "\033[" + ink.parameters + "m" + text + "\033[0m";
  }

  /// {@return what was written so far, which is forgotten}
  String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
