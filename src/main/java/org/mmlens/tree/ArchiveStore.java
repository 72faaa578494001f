package org.mmlens.tree;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The bytes of an archive's files, to be read in any order by several threads.
///
/// A plain `.tar` is its own store. The files of a packed one are put into another file, each
/// deflated by itself.
final class ArchiveStore {

  private final FileChannel channel;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private long end = 0;

  private ArchiveStore(FileChannel channel) {
    this.channel = channel;
  }

  static ArchiveStore of(Path tar) throws IOException {
    return new ArchiveStore(FileChannel.open(tar, StandardOpenOption.READ));
  }

  /// {@return a store to put files into}
  ///
  /// @param file an empty one
  static ArchiveStore into(Path file) throws IOException {
    return new ArchiveStore(
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  void close() throws IOException {
    channel.close();
  }

  /// Puts a file at the end; for the thread that reads the archive alone.
  ArchiveMember add(FileMode mode, byte[] bytes) throws IOException {
    byte[] packed = deflate(bytes);
    byte[] kept = packed.length < bytes.length ? packed : bytes;
    long offset = end;
    var buffer = ByteBuffer.wrap(kept);
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    return new ArchiveMember.Stored(mode, offset, kept.length, bytes.length);
  }

  private byte[] deflate(byte[] bytes) {
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 1];
    int length = deflater.deflate(out);
    return deflater.finished() ? java.util.Arrays.copyOf(out, length) : bytes;
  }

  byte[] read(ArchiveMember member) {
    return switch (member) {
      case ArchiveMember.Link(var target) -> target.getBytes(StandardCharsets.UTF_8);
      case ArchiveMember.Stored file -> {
        try {
          byte[] stored = stored(file);
          yield file.packed() ? inflate(stored, file.length()) : stored;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private byte[] stored(ArchiveMember.Stored file) throws IOException {
    var buffer = ByteBuffer.allocate(file.stored());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, file.offset() + buffer.position()) < 0) {
        throw new EOFException("the archive has become shorter");
      }
    }
    return buffer.array();
  }

  private static byte[] inflate(byte[] stored, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(stored);
      int got = 0;
      while (got < length) {
        int count = inflater.inflate(bytes, got, length - got);
        if (count == 0) {
          throw new EOFException("a packed file is cut off");
        }
        got += count;
      }
    } catch (DataFormatException e) {
      throw new IOException("a packed file is damaged", e);
    }
    return bytes;
  }
}
