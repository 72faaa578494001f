package org.mmlens.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Cuts a mailbox into mails while it streams by; one mail at a time is held.
final class MboxSplitter {

  private static final int BUFFER = 1 << 16;

  private final String origin;
  private final Limits limits;
  private final Consumer<RawMail> mails;
  private final Consumer<Diagnostic> diagnostics;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private String separator = "";
  private MboxDialect dialect = MboxDialect.PLAIN;
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
    if (MboxDialect.isSeparator(bytes)) {
      endMail();
      separator = new String(bytes, StandardCharsets.ISO_8859_1);
      dialect = MboxDialect.of(separator);
      firstLine = lineNumber + 1;
    } else if (!tooLong) {
      int skip = dialect.marks(bytes);
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
}
