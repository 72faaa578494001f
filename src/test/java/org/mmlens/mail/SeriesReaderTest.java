package org.mmlens.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.diag.Diagnostic;

class SeriesReaderTest {

  private static final String PATCH =
      """
      From: Ada Example <ada@example.org>
      Date: Sat, 1 Jun 2024 10:00:00 +0000
      Subject: [PATCH %d/2] mm: part %d
      Message-Id: <%s-%d@example.org>

      Because.
      ---
      --- a/f
      +++ b/f
      @@ -1 +1 @@
      -a
      +b
      """;

  @TempDir private Path folder;

  private static String patch(String series, int part) {
    return PATCH.formatted(part, part, series, part);
  }

  private static String mailbox(String... mails) {
    var out = new StringBuilder();
    for (String mail : mails) {
      out.append("From ada@example.org Sat Jun  1 10:00:00 2024\n").append(mail).append('\n');
    }
    return out.toString();
  }

  private static SeriesReading read(String text, Selection selection) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return SeriesReader.read(in, "stdin", selection);
  }

  private SeriesReading readFile(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return SeriesReader.read(List.of(file), new Selection.Newest());
  }

  private static String only(SeriesReading reading) {
    assertEquals(1, reading.diagnostics().size(), reading.diagnostics().toString());
    assertTrue(reading.series().isEmpty());
    Diagnostic found = reading.diagnostics().getFirst();
    return found.code() + ": " + found.message();
  }

  @Test
  void badInputGivesOneLineThatSaysWhatWasExpected() throws IOException {
    assertEquals(
        "mail-empty: expected mail, found an empty file", only(readFile("a", new byte[0])));
    assertEquals(
        "mail-binary: expected mail or a patch, found binary data beginning 7f 45 4c 46",
        only(readFile("b", new byte[] {0x7f, 0x45, 0x4c, 0x46, 0, 0})));
    assertEquals(
        "mail-none: expected mail (From:, Subject:) or a diff, found text that begins 'hello'",
        only(readFile("c", "hello\n".getBytes(StandardCharsets.UTF_8))));
    assertEquals(
        "mail-no-patch: expected a mail with a patch (a diff), found one mail without any: 'lunch'",
        only(
            readFile(
                "d",
                "From: a@example.org\nSubject: lunch\n\nNoon?\n"
                    .getBytes(StandardCharsets.UTF_8))));
    assertEquals(
        "mail-missing: expected a mailbox, a maildir or a patch file, found nothing",
        only(SeriesReader.read(List.of(folder.resolve("nowhere")), new Selection.Newest())));
  }

  @Test
  void aFolderThatMayNotBeReadIsNamed() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(locked), "this user may read everything");

    assertEquals(
        "mail-unreadable: this folder has no read permission for this user",
        only(SeriesReader.read(List.of(locked), new Selection.Newest())));
  }

  @Test
  void aFolderWithoutMailSaysWhatItLookedFor() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertTrue(
        only(SeriesReader.read(List.of(empty), new Selection.Newest()))
            .startsWith("mail-none: expected a maildir (cur/, new/) or files named *.patch"));
  }

  @Test
  void aSeriesIsPickedByNumberOrMessage() {
    String text =
        mailbox(
            patch("old", 1),
            patch("old", 2),
            patch("new", 1).replace("1 Jun", "2 Jun"),
            patch("new", 2).replace("1 Jun", "2 Jun"));

    assertEquals(2, read(text, new Selection.Newest()).series().orElseThrow().heading().number());
    assertEquals(1, read(text, Selection.parse("1")).series().orElseThrow().heading().number());
    assertEquals(
        1,
        read(text, Selection.parse("<old-2@example.org>"))
            .series()
            .orElseThrow()
            .heading()
            .number());
    assertTrue(
        only(read(text, Selection.parse("3")))
            .startsWith(
                "series-selection: there is no series number 3; there are: 1: v1, 2 patches"));
  }

  @Test
  void theLineOfADiffIsItsLineInTheMailbox() {
    Series series =
        read(mailbox(patch("s", 1), patch("s", 2)), new Selection.Newest()).series().orElseThrow();

    assertEquals("stdin:8", series.patches().get(0).diff().at(0).toString());
    assertEquals("stdin:22", series.patches().get(1).diff().at(0).toString());
  }

  @Test
  void aMailLargerThanTheLimitIsSkippedAndSaid() throws IOException {
    String huge = "From: a@example.org\nSubject: big\n\n" + "x".repeat(40_000_000);

    SeriesReading reading =
        read(mailbox(huge, patch("s", 1), patch("s", 2)), new Selection.Newest());

    assertEquals(2, reading.series().orElseThrow().patches().size());
    assertEquals("mail-too-long", reading.diagnostics().getFirst().code());
  }

  @Test
  void partsNestedWithoutEndAreNotFollowed() {
    var mail = new StringBuilder("From: a@example.org\nSubject: [PATCH] x\n");
    for (int i = 0; i < 5000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }

    assertEquals(
        "mail-no-patch",
        read(mail + "\nx\n", new Selection.Newest()).diagnostics().getFirst().code());
  }

  @Test
  void aLongMailboxStreamsByInLittleMemory() {
    byte[] filler =
        mailbox(
                "From: b@example.org\nSubject: Re: talk\nMessage-Id: <x@example.org>\n\n"
                    + "words\n".repeat(20_000))
            .getBytes(StandardCharsets.UTF_8);
    byte[] patch = mailbox(patch("s", 1), patch("s", 2)).getBytes(StandardCharsets.UTF_8);

    SeriesReading reading =
        SeriesReader.read(new Repeated(filler, 400, patch), "stdin", new Selection.Newest());

    assertEquals(2, reading.series().orElseThrow().patches().size());
  }

  /// A piece many times over, then another once.
  private static final class Repeated extends InputStream {
    private final byte[] piece;
    private final byte[] last;
    private int left;
    private int at = 0;

    Repeated(byte[] piece, int count, byte[] last) {
      this.piece = piece;
      this.left = count;
      this.last = last;
    }

    @Override
    public int read() {
      byte[] now = left > 0 ? piece : last;
      if (at == now.length) {
        if (left == 0) {
          return -1;
        }
        left--;
        at = 0;
        return read();
      }
      return now[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (length == 0) {
        return 0;
      }
      byte[] now = left > 0 ? piece : last;
      int count = Math.min(length, now.length - at);
      if (count == 0) {
        int one = read();
        if (one < 0) {
          return -1;
        }
        into[from] = (byte) one;
        return 1;
      }
      System.arraycopy(now, at, into, from, count);
      at += count;
      return count;
    }
  }

  @Test
  void trailersOfTheLastParagraphAreRead() {
    List<Trailer> trailers =
        Trailer.of(
            "Text: not a trailer\n\n"
                + "more\n\n"
                + "Fixes: 012 (\"mm:\n"
                + " x\")\n"
                + "Cc: stable@example.org # 6.1+\n");

    assertEquals(
        List.of(
            new Trailer("Fixes", "012 (\"mm: x\")"),
            new Trailer("Cc", "stable@example.org # 6.1+")),
        trailers);
  }
}
