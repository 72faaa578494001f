package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.mail.PatchText;

/// What mail programs do to the mails of `git format-patch --stdout`.
final class Encodings {

  private static final String SEPARATOR = "(?m)(?=^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001$)";

  private Encodings() {}

  static byte[] quotedPrintable(byte[] mailbox) {
    return each(
        mailbox,
        mail ->
            recoded(
                mail,
                "quoted-printable",
                body ->
                    PatchText.split(body).stream()
                        .map(Encodings::quoted)
                        .collect(Collectors.joining())));
  }

  /// One line as RFC 2045 §6.7 has it: blanks at the end coded, no line longer than 76.
  private static String quoted(String line) {
    var out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean last = i + 1 == line.length() || line.charAt(i + 1) == '\n';
      boolean plain = c > ' ' && c < 127 && c != '=' || (c == ' ' || c == '\t') && !last;
      String piece = plain || c == '\n' ? String.valueOf(c) : "=%02X".formatted((int) c);
      if (column + piece.length() > 75 && c != '\n') {
        out.append("=\n");
        column = 0;
      }
      out.append(piece);
      column += piece.length();
    }
    return out.toString();
  }

  static byte[] base64(byte[] mailbox) {
    return each(
        mailbox,
        mail ->
            recoded(
                mail,
                "base64",
                body ->
                    Base64.getMimeEncoder(76, new byte[] {'\n'})
                            .encodeToString(body.getBytes(StandardCharsets.ISO_8859_1))
                        + "\n"));
  }

  static byte[] crlf(byte[] mailbox) {
    return each(mailbox, mail -> mail.replace("\n", "\r\n"));
  }

  static byte[] separated(byte[] mailbox, String separator) {
    return each(mailbox, mail -> separator + mail.substring(mail.indexOf('\n') + 1));
  }

  private static byte[] each(byte[] mailbox, UnaryOperator<String> change) {
    String text = new String(mailbox, StandardCharsets.ISO_8859_1);
    return Stream.of(text.split(SEPARATOR))
        .map(change)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String recoded(String mail, String encoding, UnaryOperator<String> body) {
    int blank = mail.indexOf("\n\n") + 2;
    String header =
        mail.substring(0, blank - 1)
            .replaceAll("(?m)^(?:MIME-Version|Content-[A-Za-z-]+):.*\\n", "");
    return header
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: "
        + encoding
        + "\n\n"
        + body.apply(mail.substring(blank));
  }
}
