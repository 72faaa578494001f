package org.mmlens.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mmlens.diag.Position;

/// The part of a mail that a patch tool is given: everything from the `---` or the diff on.
///
/// A line is a string in which one char is one byte (ISO-8859-1) and which keeps its line end, so
/// nothing about the bytes is lost.
public final class PatchText {

  private final String origin;
  private final List<String> lines;
  private final int[] originLines;

  /// A text whose lines came from known lines of a file.
  ///
  /// @param origin the mail or file it was read from
  /// @param lines the lines with their ends, one char a byte
  /// @param originLines for each line its number in `origin`, from 1
  PatchText(String origin, List<String> lines, int[] originLines) {
    if (lines.size() != originLines.length) {
      throw new IllegalArgumentException(
          lines.size() + " lines, " + originLines.length + " origins");
    }
    this.origin = origin;
    this.lines = List.copyOf(lines);
    this.originLines = originLines.clone();
  }

  /// {@return a whole file as patch text}
  ///
  /// @param origin the name of the file
  /// @param bytes its content
  public static PatchText of(String origin, byte[] bytes) {
    List<String> lines = split(new String(bytes, StandardCharsets.ISO_8859_1));
    int[] numbers = new int[lines.size()];
    Arrays.setAll(numbers, i -> i + 1);
    return new PatchText(origin, lines, numbers);
  }

  /// {@return the lines of a text, each with its line feed; the last one may have none}
  ///
  /// @param text any text
  public static List<String> split(String text) {
    var lines = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from) + 1;
      lines.add(text.substring(from, end == 0 ? text.length() : end));
      from = end == 0 ? text.length() : end;
    }
    return lines;
  }

  /// {@return the mail or file this text was read from}
  public String origin() {
    return origin;
  }

  /// {@return the lines with their line ends, one char a byte}
  public List<String> lines() {
    return lines;
  }

  /// {@return where a line of this text stands in the mail}
  ///
  /// @param index the line, counted from 0; one past the end means the last line
  public Position at(int index) {
    return originLines.length == 0
        ? Position.ofFile(origin)
        : Position.ofLine(origin, originLines[Math.min(index, originLines.length - 1)]);
  }

  /// {@return the bytes `git apply` would be given}
  public byte[] bytes() {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// {@return a line as people read it: UTF-8 where it is that, without its end}
  ///
  /// @param line one char a byte
  public static String readable(String line) {
    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
