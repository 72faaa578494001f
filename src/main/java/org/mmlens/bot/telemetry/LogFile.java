package org.mmlens.bot.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that does not grow without end: where a line would make it longer than it may be, it is
/// renamed to `NAME.1`, in the place of an earlier one, and begun anew. Lines are not parted.
///
/// One writer at a time, as [EventLog] sees to.
public final class LogFile extends OutputStream {

  private final Path file;
  private final long mostBytes;
  private OutputStream out;
  private long bytes;

  /// Opens a file, behind what it holds.
  ///
  /// @param file which; made where it is missing
  /// @param mostBytes how long it may become, unless a single line is longer
  /// @throws IOException where it cannot be written
  public LogFile(Path file, long mostBytes) throws IOException {
    this.file = file;
    this.mostBytes = mostBytes;
    this.out = opened();
    this.bytes = Files.size(file);
  }

  private OutputStream opened() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /// Writes whole lines.
  @Override
  public void write(byte[] lines, int from, int length) throws IOException {
    if (bytes > 0 && bytes + length > mostBytes) {
      out.close();
      Files.move(
          file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.ATOMIC_MOVE);
      out = opened();
      bytes = 0;
    }
    out.write(lines, from, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
