package org.mmlens.surface;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Keeps the name filters of a tree in a file, from one run to the next.
///
/// The file ends in a checksum: a wrong bit in a filter would hide a user. A filter counts only as
/// long as the stamp of its file is the one it was stored with. A store that cannot be read, or is
/// of another version, is as good as none; one that cannot be written is not missed.
final class NameStore {

  private static final String VERSION = "mmlens names 2";
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int MAX_WORDS = 1 << 22;

  /// What is known of a file.
  ///
  /// @param stamp of its content
  /// @param filter its names
  record Entry(String stamp, NameFilter filter) {}

  private NameStore() {}

  /// {@return what the store holds, by path}
  static Map<String, Entry> load(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    Map<String, Entry> entries = new HashMap<>();
    var sum = new CRC32C();
    try (var in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), sum))) {
      if (!in.readUTF().equals(VERSION)) {
        return Map.of();
      }
      for (int left = in.readInt(); left > 0; left--) {
        entries.put(in.readUTF(), new Entry(in.readUTF(), filter(in)));
      }
      long found = sum.getValue();
      return in.readLong() == found ? entries : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static NameFilter filter(DataInputStream in) throws IOException {
    int words = in.readInt();
    if (words < 1 || words > MAX_WORDS || Integer.bitCount(words) != 1) {
      throw new IOException("a filter of " + words + " words");
    }
    byte[] bytes = in.readNBytes(words * Long.BYTES);
    if (bytes.length < words * Long.BYTES) {
      throw new IOException("the store ends in a filter");
    }
    long[] bits = new long[words];
    ByteBuffer.wrap(bytes).asLongBuffer().get(bits);
    return new NameFilter(bits);
  }

  /// Writes the store anew; readers see the old one or the new one.
  static void save(Path file, SortedMap<String, Entry> entries) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, "names", ".tmp");
      var sum = new CRC32C();
      try (var out =
          new DataOutputStream(
              new CheckedOutputStream(
                  new BufferedOutputStream(Files.newOutputStream(next), BUFFER_BYTES), sum))) {
        write(entries, out);
        out.writeLong(sum.getValue());
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The next run reads the tree again.
    }
  }

  private static void write(SortedMap<String, Entry> entries, DataOutputStream out)
      throws IOException {
    out.writeUTF(VERSION);
    out.writeInt(entries.size());
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      long[] bits = entry.getValue().filter().bits();
      ByteBuffer bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
      bytes.asLongBuffer().put(bits);
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue().stamp());
      out.writeInt(bits.length);
      out.write(bytes.array());
    }
  }
}
