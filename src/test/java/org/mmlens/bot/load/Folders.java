package org.mmlens.bot.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Mails on disk: as a maildir, and as a mailbox in one file.
final class Folders {

  private static final byte[] SEPARATOR =
      "From mboxrd@z Thu Jan  1 00:00:00 1970\n".getBytes(StandardCharsets.US_ASCII);

  private Folders() {}

  static void maildir(Path folder, List<byte[]> mails) throws IOException {
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectories(folder.resolve(part));
    }
    int second = 1_767_225_600;
    for (byte[] mail : mails) {
      Files.write(folder.resolve("new/%d.M1P1.example".formatted(second++)), mail);
    }
  }

  static void mbox(Path file, List<byte[]> mails) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] mail : mails) {
        write(out, mail);
      }
    }
  }

  /// Writes a mail in the manner of mboxrd.
  static void write(OutputStream out, byte[] mail) throws IOException {
    out.write(SEPARATOR);
    int from = 0;
    for (int k = 0; k <= mail.length; k++) {
      if (k == mail.length || mail[k] == '\n') {
        int end = Math.min(k + 1, mail.length);
        if (quoted(mail, from)) {
          out.write('>');
        }
        out.write(mail, from, end - from);
        from = end;
      }
    }
    out.write('\n');
    out.write('\n');
  }

  private static boolean quoted(byte[] mail, int from) {
    int at = from;
    while (at < mail.length && mail[at] == '>') {
      at++;
    }
    return new String(mail, at, Math.min(5, mail.length - at), StandardCharsets.ISO_8859_1)
        .equals("From ");
  }
}
