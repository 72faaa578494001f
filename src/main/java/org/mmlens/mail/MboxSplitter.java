package org.mmlens.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Cuts a mailbox into mails while it streams by; one mail at a time is held.
///
/// A separator is what git-mailsplit takes for one: `From `, a time `hh:mm:ss`, a year. Quoting is
/// undone by dialect: in mboxrd (public-inbox writes `From mboxrd@z`) every `>*From ` loses one
/// `>`, in mboxo a `>From ` does; git and b4 quote nothing, so there nothing is undone.
final class MboxSplitter {

  private enum Quoting {
    NONE,
    MBOXO,
    MBOXRD
  }

  private static final int BUFFER = 1 << 16;
  private static final int MAX_SEPARATOR = 1000;

  private final String origin;
  private final Limits limits;
  private final Consumer<RawMail> mails;
  private final Consumer<Diagnostic> diagnostics;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private String separator = "";
  private Quoting quoting = Quoting.NONE;
  private int lineNumber = 0;
  private int firstLine = 1;
  private int count = 0;
  private boolean tooLong = false;

  MboxSplitter(
      String origin, Limits limits, Consumer<RawMail> mails, Consumer<Diagnostic> diagnostics) {
    this.origin = origin;
    this.limits = limits;
    this.mails = mails;
    this.diagnostics = diagnostics;
  }

  /// Reads to the end, or to the limit on mails.
  void split(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0 && count < limits.mails(); read = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          add(buffer, from, i + 1);
          endLine();
          from = i + 1;
        }
      }
      add(buffer, from, read);
    }
    endLine();
    endMail();
    if (count >= limits.mails()) {
      diagnostics.accept(
          Diagnostic.warning(
              "mbox-count",
              Position.ofLine(origin, Math.max(lineNumber, 1)),
              "more than " + limits.mails() + " mails; the rest was not read"));
    }
  }

  private void add(byte[] buffer, int from, int to) {
    if (line.size() + mail.size() + (to - from) > limits.mailBytes()) {
      tooLong = true;
      return;
    }
    line.write(buffer, from, to - from);
  }

  private void endLine() {
    if (line.size() == 0 && !tooLong) {
      return;
    }
    lineNumber++;
    byte[] bytes = line.toByteArray();
    line.reset();
    if (isSeparator(bytes)) {
      endMail();
      separator = new String(bytes, StandardCharsets.ISO_8859_1);
      quoting = quotingOf(separator);
      firstLine = lineNumber + 1;
    } else if (!tooLong) {
      int skip = quoted(bytes) ? 1 : 0;
      mail.write(bytes, skip, bytes.length - skip);
    }
  }

  private void endMail() {
    if (tooLong) {
      diagnostics.accept(
          Diagnostic.error(
              "mail-too-long",
              Position.ofLine(origin, firstLine),
              "this mail is longer than " + limits.mailBytes() + " bytes; it was skipped"));
    } else if (mail.size() > 0 && !onlyBlank(mail)) {
      count++;
      mails.accept(new RawMail(Position.ofLine(origin, firstLine), separator, mail.toByteArray()));
    }
    mail.reset();
    tooLong = false;
    separator = "";
  }

  private static boolean onlyBlank(ByteArrayOutputStream mail) {
    return mail.size() < 4 && mail.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  private static Quoting quotingOf(String separator) {
    if (separator.startsWith("From mboxrd@z ")) {
      return Quoting.MBOXRD;
    }
    boolean written =
        separator.startsWith("From git@z ") || separator.contains(" Mon Sep 17 00:00:00 2001");
    return written ? Quoting.NONE : Quoting.MBOXO;
  }

  private boolean quoted(byte[] line) {
    if (quoting == Quoting.NONE || line[0] != '>') {
      return false;
    }
    int at = 1;
    while (quoting == Quoting.MBOXRD && at < line.length && line[at] == '>') {
      at++;
    }
    return startsWithFrom(line, at);
  }

  private static boolean startsWithFrom(byte[] line, int at) {
    return line.length >= at + 5
        && line[at] == 'F'
        && line[at + 1] == 'r'
        && line[at + 2] == 'o'
        && line[at + 3] == 'm'
        && line[at + 4] == ' ';
  }

  /// The rule of `is_from_line()` in git's `mailsplit.c`.
  static boolean isSeparator(byte[] line) {
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
}
