package org.mmlens.mail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Reads the mails of one source, whatever form it has.
final class MailStream {

  private static final int LOOK_AHEAD = 8192;

  private final MailSource source;
  private final Limits limits;
  private final Consumer<Diagnostic> diagnostics;

  MailStream(MailSource source, Limits limits, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  /// Gives every mail to `mails`, in the order of the source.
  void read(Consumer<RawMail> mails) {
    readOuter(
        mail -> {
          mails.accept(mail);
          AttachedMails.of(mail, limits).forEach(mails);
        });
  }

  private void readOuter(Consumer<RawMail> mails) {
    try (var packed = new BufferedInputStream(source.opener().open(), LOOK_AHEAD)) {
      if (isGzip(packed)) {
        unpacked(packed, mails);
      } else {
        contents(packed, mails);
      }
    } catch (EOFException | ZipException e) {
      refuse("mail-gzip", "the compressed data is damaged: " + e.getMessage());
    } catch (IOException e) {
      refuse("mail-unreadable", "cannot be read: " + e.getMessage());
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    byte[] magic = peek(in, 2);
    return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
  }

  private void unpacked(InputStream packed, Consumer<RawMail> mails) throws IOException {
    var salvaged = new SalvagedStream(new GZIPInputStream(packed));
    contents(new BufferedInputStream(salvaged, LOOK_AHEAD), mails);
    salvaged
        .damage()
        .ifPresent(
            why ->
                refuse(
                    "mail-gzip",
                    "the compressed data is damaged or cut off ("
                        + why
                        + "); what came before is read"));
  }

  private static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count + 1);
    byte[] head = in.readNBytes(count);
    in.reset();
    return head;
  }

  private void contents(InputStream in, Consumer<RawMail> mails) throws IOException {
    byte[] head = peek(in, LOOK_AHEAD - 1);
    if (head.length == 0) {
      refuse("mail-empty", "expected mail, found an empty file");
      return;
    }
    for (byte b : head) {
      if (b == 0) {
        refuse(
            "mail-binary",
            "expected mail or a patch, found binary data"
                + (head.length > 3 ? " beginning " + hex(head) : ""));
        return;
      }
    }
    if (MboxDialect.isSeparator(firstLine(head))) {
      new MboxSplitter(source.name(), limits, mails, diagnostics).split(in);
    } else {
      single(in, mails);
    }
  }

  private static String hex(byte[] head) {
    return "%02x %02x %02x %02x".formatted(head[0], head[1], head[2], head[3]);
  }

  private static byte[] firstLine(byte[] head) {
    int from = 0;
    while (from < head.length && (head[from] == '\n' || head[from] == '\r')) {
      from++;
    }
    int end = from;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(head, from, Math.min(end + 1, head.length));
  }

  private void single(InputStream in, Consumer<RawMail> mails) throws IOException {
    byte[] bytes = in.readNBytes(limits.mailBytes() + 1);
    if (bytes.length > limits.mailBytes()) {
      refuse("mail-too-long", "longer than " + limits.mailBytes() + " bytes; it was not read");
      return;
    }
    int blank = 0;
    int lines = 1;
    while (blank < bytes.length && (bytes[blank] == '\n' || bytes[blank] == '\r')) {
      lines += bytes[blank++] == '\n' ? 1 : 0;
    }
    byte[] mail = Arrays.copyOfRange(bytes, blank, bytes.length);
    if (mail.length == 0) {
      refuse("mail-empty", "expected mail, found only empty lines");
      return;
    }
    if (!Header.parse(mail).isMail() && !holdsDiff(mail)) {
      String first = new String(firstLine(mail), StandardCharsets.UTF_8).strip();
      String message =
          "expected mail (From:, Subject:) or a diff, found text that begins '"
              + first.substring(0, Math.min(60, first.length()))
              + "'";
      var none = Diagnostic.error("mail-none", Position.ofFile(source.name()), message);
      boolean quoted = new String(mail, StandardCharsets.ISO_8859_1).contains("> diff --git a/");
      diagnostics.accept(
          quoted
              ? none.withHint("it quotes a patch without line breaks: --repair can recover it")
              : none);
      return;
    }
    mails.accept(new RawMail(Position.ofLine(source.name(), lines), "", mail));
  }

  private static boolean holdsDiff(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    return text.startsWith("diff --git ")
        || text.contains("\ndiff --git ")
        || (text.contains("--- ") && text.contains("\n+++ ") && text.contains("\n@@ -"));
  }

  private void refuse(String code, String message) {
    diagnostics.accept(Diagnostic.error(code, Position.ofFile(source.name()), message));
  }
}
