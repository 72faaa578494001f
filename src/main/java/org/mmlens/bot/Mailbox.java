package org.mmlens.bot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mmlens.bot.source.Arrival;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

/// Mails as one mailbox, mboxrd: public-inbox's separator, and one more `>` before each `>*From `.
final class Mailbox {

  private static final byte[] SEPARATOR =
      "From mboxrd@z Thu Jan  1 00:00:00 1970\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private Mailbox() {}

  /// {@return the mailbox}
  static byte[] of(List<Arrival> mails) {
    var out = new ByteArrayOutputStream();
    for (Arrival mail : mails) {
      out.writeBytes(SEPARATOR);
      lines(mail.raw(), out);
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static void lines(byte[] raw, ByteArrayOutputStream out) {
    int at = 0;
    while (at < raw.length) {
      int end = at;
      while (end < raw.length && raw[end] != '\n') {
        end++;
      }
      if (from(raw, at, end)) {
        out.write('>');
      }
      out.write(raw, at, end - at);
      out.write('\n');
      at = end + 1;
    }
  }

  private static boolean from(byte[] raw, int start, int end) {
    int at = start;
    while (at < end && raw[at] == '>') {
      at++;
    }
    for (byte b : FROM) {
      if (at >= end || raw[at++] != b) {
        return false;
      }
    }
    return true;
  }

  /// {@return the series in the mails}
  static SeriesReading read(List<Arrival> mails, Selection selection) {
    return SeriesReader.read(new ByteArrayInputStream(of(mails)), "thread", selection);
  }
}
