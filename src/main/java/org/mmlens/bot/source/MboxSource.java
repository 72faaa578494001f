package org.mmlens.bot.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.mail.MboxDialect;

/// A mailbox file (mbox) that grows at its end.
///
/// The cursor is an offset and a check of what stands before it. Where the check does not hold, the
/// file is another one by now and is read from its beginning. The last mail may be in the middle of
/// being written: it waits until the file has been left alone for a while and nobody holds its
/// `.lock`.
public final class MboxSource extends CursorSource {

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,18}) ([0-9a-f]{24})");
  private static final int CHECKED = 4096;
  private static final int CHECK_BYTES = 12;
  private static final int PIECE = 1 << 20;

  private final Path file;
  private final Patience patience;

  /// How long a file has to be left alone before its last mail is taken for whole.
  ///
  /// @param quiet how long
  /// @param clock what time it is
  public record Patience(Duration quiet, InstantSource clock) {

    /// Longer than a delivery pauses.
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), InstantSource.system());
  }

  /// Names a mailbox.
  ///
  /// @param name what the configuration calls it
  /// @param file the mailbox, not compressed
  /// @param start where to begin
  /// @param patience when the last mail is whole
  /// @param limits how much is held in memory
  public MboxSource(String name, Path file, Start start, Patience patience, ReadLimits limits) {
    super(name, start, limits);
    this.file = file;
    this.patience = patience;
  }

  @Override
  String read(Optional<String> cursor, BatchBuilder batch) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      boolean lastIsWhole = leftAlone();
      long size = channel.size();
      long from =
          cursor.isPresent() ? resume(channel, cursor.get(), batch) : passesOver(cursor) ? size : 0;
      long to = new Pass(channel, from, size, lastIsWhole, batch).read();
      return to + " " + check(channel, to);
    }
  }

  /// Asked before the size: what is added afterwards is not read.
  private boolean leftAlone() throws IOException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    return !Files.exists(lock)
        && !Files.getLastModifiedTime(file)
            .toInstant()
            .plus(patience.quiet())
            .isAfter(patience.clock().instant());
  }

  private long resume(FileChannel channel, String cursor, BatchBuilder batch) throws IOException {
    Matcher parts = CURSOR.matcher(cursor);
    if (!parts.matches()) {
      throw new IOException("this is no cursor of a mailbox: '" + cursor + "'");
    }
    long offset = Long.parseLong(parts.group(1));
    if (offset <= channel.size() && check(channel, offset).equals(parts.group(2))) {
      return offset;
    }
    batch.note(
        "%s: byte %d is not where reading stopped; the file is read from its beginning"
            .formatted(file, offset));
    return 0;
  }

  private static String check(FileChannel channel, long offset) throws IOException {
    MessageDigest digest = Digests.sha256();
    long from = Math.max(0, offset - CHECKED);
    ByteBuffer before = ByteBuffer.allocate((int) (offset - from));
    while (before.hasRemaining() && channel.read(before, from + before.position()) >= 0) {
      // reads on
    }
    digest.update(before.flip());
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), CHECK_BYTES));
  }

  /// One reading of the file.
  private final class Pass {

    private final OffsetLines lines;
    private final long size;
    private final boolean lastIsWhole;
    private final BatchBuilder batch;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private long mailAt;
    private boolean inMail = false;
    private boolean tooLong = false;
    private boolean stray = false;
    private MboxDialect dialect = MboxDialect.PLAIN;

    Pass(FileChannel channel, long from, long size, boolean lastIsWhole, BatchBuilder batch)
        throws IOException {
      channel.position(from);
      InputStream in = Channels.newInputStream(channel);
      this.lines = new OffsetLines(in, from, PIECE);
      this.mailAt = from;
      this.size = size;
      this.lastIsWhole = lastIsWhole;
      this.batch = batch;
    }

    /// {@return where the first mail begins that was not read}
    long read() throws IOException {
      while (true) {
        long at = lines.end();
        byte[] line = at >= size ? new byte[0] : lines.next();
        if (line.length == 0) {
          return atEnd(at);
        }
        if (!lines.continued() && MboxDialect.isSeparator(line)) {
          endMail();
          mailAt = at;
          if (batch.full()) {
            return at;
          }
          inMail = true;
          dialect = MboxDialect.of(new String(line, StandardCharsets.ISO_8859_1));
        } else {
          add(line);
        }
      }
    }

    private long atEnd(long end) {
      if (!lastIsWhole) {
        return mailAt;
      }
      endMail();
      return end;
    }

    private void add(byte[] line) {
      stray |= !inMail && !new String(line, StandardCharsets.ISO_8859_1).isBlank();
      if (mail.size() + line.length > limits().mailBytes()) {
        tooLong = true;
      } else if (inMail && !tooLong) {
        int skip = lines.continued() ? 0 : dialect.marks(line);
        mail.write(line, skip, line.length - skip);
      }
    }

    private void endMail() {
      String origin = file + ": byte " + mailAt;
      if (stray) {
        batch.note(origin + ": text that stands in no mail; it was left out");
      } else if (tooLong) {
        batch.tooLong(origin);
      } else if (mail.size() > 0) {
        batch.add(mail.toByteArray(), origin);
      }
      mail.reset();
      tooLong = false;
      stray = false;
      inMail = false;
    }
  }
}
