package org.mmlens.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text of a mail, transfer encoding and MIME undone.
///
/// @param lines with their ends, one char a byte, in the charset of the mail
/// @param originLines for each line its number in the file the mail was read from
/// @param declared the charset the mail names
/// @param decisions what was undone, and why
record Body(
    List<String> lines, List<Integer> originLines, Charset declared, List<String> decisions) {

  Body {
    lines = List.copyOf(lines);
    originLines = List.copyOf(originLines);
    decisions = List.copyOf(decisions);
  }

  /// {@return lines `[from, to)` as text: UTF-8 where they are that, else in the declared charset}
  String text(int from, int to) {
    byte[] bytes = String.join("", lines.subList(from, to)).getBytes(StandardCharsets.ISO_8859_1);
    return decode(bytes, declared);
  }

  String text() {
    return text(0, lines.size());
  }

  PatchText patchText(String origin, int from) {
    int[] numbers =
        originLines.subList(from, lines.size()).stream().mapToInt(Integer::intValue).toArray();
    return new PatchText(origin, lines.subList(from, lines.size()), numbers);
  }

  static String decode(byte[] bytes, Charset declared) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, declared)) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException | UnsupportedOperationException e) {
        // The next one may fit.
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
