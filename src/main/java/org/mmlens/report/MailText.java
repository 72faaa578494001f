package org.mmlens.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// The text of a mail while it is written: own words in 75 columns, nothing that reads as a
/// trailer.
final class MailText {

  private static final int COLUMNS = 75;

  /// How much shorter lines may become for none of them to read as a trailer.
  private static final int MOST_NARROWER = 20;

  /// Lines must not be longer than this (RFC 5322 §2.1.1); quoted ones are cut there.
  private static final int LONGEST_BYTES = 990;

  /// What b4 takes for a trailer.
  private static final Pattern TRAILER = Pattern.compile("^\\s*\\w\\S*:(\\s.*)?$");

  /// UTF-8 bytes in one encoded word, so that a line of a header ends at 75 columns, too; RFC 5322
  /// §2.1.1 asks for 78, RFC 2047 §2 for 76 where there are encoded words.
  private static final int WORD_BYTES = 39;

  private final StringBuilder out = new StringBuilder();

  /// Adds a header, folded; a value that is not ASCII is encoded (RFC 2047).
  void header(String name, String value) {
    String safe = Printable.of(value);
    boolean ascii = safe.chars().allMatch(c -> c < 0x7f);
    if (ascii) {
      String indent = name + ": ";
      for (String line : Wrap.lines(safe, COLUMNS - indent.length())) {
        out.append(indent).append(line).append('\n');
        indent = " ";
      }
    } else {
      encoded(name, safe);
    }
  }

  private void encoded(String name, String value) {
    var chunk = new StringBuilder();
    String indent = name + ": ";
    for (int i = 0; i < value.length(); ) {
      int next = i + Character.charCount(value.codePointAt(i));
      String more = value.substring(i, next);
      if (bytes(chunk + more).length > WORD_BYTES) {
        out.append(indent).append(word(chunk.toString())).append('\n');
        indent = " ";
        chunk.setLength(0);
      }
      chunk.append(more);
      i = next;
    }
    out.append(indent).append(word(chunk.toString())).append('\n');
  }

  private static String word(String text) {
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void blank() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }

  void prose(String text) {
    prose("", text);
  }

  void prose(String indent, String text) {
    for (String line : harmless(Printable.of(text), COLUMNS - indent.length())) {
      raw(indent + line);
    }
  }

  /// {@return the text in lines of which none reads as a trailer: broken elsewhere if that helps,
  /// else marked}
  private static List<String> harmless(String text, int columns) {
    for (int narrower = columns; narrower > columns - MOST_NARROWER; narrower--) {
      List<String> lines = Wrap.lines(text, narrower);
      if (lines.stream().noneMatch(MailText::risky)) {
        return lines;
      }
    }
    return Wrap.lines(text, columns - 2).stream()
        .map(line -> risky(line) ? "| " + line : line)
        .toList();
  }

  private static boolean risky(String line) {
    return TRAILER.matcher(line).matches() || line.startsWith("-- ");
  }

  /// Adds a line for machines, in the way that b4's scanner passes over.
  void field(String name, String value) {
    String indent = "| " + name + ": ";
    for (String line : Wrap.lines(Printable.of(value), COLUMNS - indent.length())) {
      raw(indent + line);
      indent = "|   ";
    }
  }

  /// Adds a line of the patch, as exactly as a mail can hold it.
  void quote(String line) {
    String safe = Printable.keepingTabs(line);
    while (bytes(safe).length > LONGEST_BYTES) {
      int half = safe.offsetByCodePoints(0, safe.codePointCount(0, safe.length()) * 3 / 4);
      safe = safe.substring(0, half);
    }
    raw("> " + safe);
  }

  void raw(String line) {
    out.append(line).append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
