package org.mmlens.mail;

import java.nio.charset.StandardCharsets;

/// How a mailbox (mbox) tells lines of a mail from the separators between mails.
///
/// In mboxrd (public-inbox writes `From mboxrd@z`) every `>*From ` loses one `>`, in mboxo a `>From
/// ` does; git and b4 quote nothing, so there nothing is undone.
public enum MboxDialect {
  /// No line is quoted.
  PLAIN,
  /// `From ` was quoted, `>From ` was not.
  MBOXO,
  /// Both were.
  MBOXRD;

  private static final int MAX_SEPARATOR = 1000;

  /// {@return the dialect of the mail behind a separator}
  ///
  /// @param separator the line, which [#isSeparator(byte[])] took for one
  public static MboxDialect of(String separator) {
    if (separator.startsWith("From mboxrd@z ")) {
      return MBOXRD;
    }
    boolean written =
        separator.startsWith("From git@z ") || separator.contains(" Mon Sep 17 00:00:00 2001");
    return written ? PLAIN : MBOXO;
  }

  /// {@return how many quote marks this dialect put before a line: 0 or 1}
  ///
  /// @param line a line of a mail
  public int marks(byte[] line) {
    if (this == PLAIN || line.length == 0 || line[0] != '>') {
      return 0;
    }
    int at = 1;
    while (this == MBOXRD && at < line.length && line[at] == '>') {
      at++;
    }
    return startsWithFrom(line, at) ? 1 : 0;
  }

  /// {@return whether a line is what git-mailsplit takes for a separator: `From `, a time
  /// `hh:mm:ss`, a year; the rule of `is_from_line()` in git's `mailsplit.c`}
  ///
  /// @param line a line of the mailbox, its end included
  public static boolean isSeparator(byte[] line) {
    if (line.length < 20 || line.length > MAX_SEPARATOR || !startsWithFrom(line, 0)) {
      return false;
    }
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int colon = text.lastIndexOf(':', text.length() - 3);
    if (colon < 9 || colon + 3 > text.length()) {
      return false;
    }
    return digits(text, colon - 4, colon - 2, colon - 1, colon + 1, colon + 2)
        && year(text.substring(colon + 3).strip()) > 90;
  }

  private static boolean digits(String text, int... at) {
    for (int i : at) {
      if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static long year(String text) {
    int end = 0;
    while (end < text.length() && end < 9 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Long.parseLong(text.substring(0, end));
  }

  private static boolean startsWithFrom(byte[] line, int at) {
    return line.length >= at + 5
        && line[at] == 'F'
        && line[at + 1] == 'r'
        && line[at + 2] == 'o'
        && line[at + 3] == 'm'
        && line[at + 4] == ' ';
  }
}
