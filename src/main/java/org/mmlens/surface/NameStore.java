package org.mmlens.surface;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// Keeps the name filters of a tree in a file, from one run to the next.
///
/// The file is mapped, not read: of Linux 6.12 it has 54 MB, and a run looks at few bits of each
/// filter. First comes a table of paths, stamps and sizes, then the filters one after the other,
/// and last a checksum: a wrong bit in a filter would hide a user. A filter counts only as long as
/// the stamp of its file is the one it was stored with. A store that cannot be read, or is of
/// another version, is as good as none; one that cannot be written is not missed. It is replaced as
/// a whole and never changed, so a mapping stays what it was.
final class NameStore {

  private static final byte[] VERSION = "mmlens names 3\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int SUM_BYTES = Long.BYTES;

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
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return sound(all) ? entries(all) : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static boolean sound(ByteBuffer all) {
    int size = all.limit() - SUM_BYTES;
    if (size < VERSION.length + 2 * Integer.BYTES
        || !all.slice(0, VERSION.length).equals(ByteBuffer.wrap(VERSION))) {
      return false;
    }
    var sum = new CRC32C();
    sum.update(all.slice(0, size));
    return sum.getValue() == all.getLong(size);
  }

  private static Map<String, Entry> entries(ByteBuffer all) {
    all.position(VERSION.length);
    int count = all.getInt();
    int tableBytes = all.getInt();
    int filters = all.position() + tableBytes;
    LongBuffer bits =
        all.slice(filters, all.limit() - SUM_BYTES - filters).asLongBuffer().asReadOnlyBuffer();
    byte[] table = new byte[tableBytes];
    all.get(table);
    var in = ByteBuffer.wrap(table);
    Map<String, Entry> entries = HashMap.newHashMap(count);
    int at = 0;
    for (int left = count; left > 0; left--) {
      String path = text(in);
      String stamp = text(in);
      int words = in.getInt();
      entries.put(path, new Entry(stamp, new NameFilter(bits, at, words)));
      at += words;
    }
    return entries;
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort() & 0xffff];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
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
    var table = new ByteArrayOutputStream();
    var into = new DataOutputStream(table);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      text(entry.getKey(), into);
      text(entry.getValue().stamp(), into);
      into.writeInt(entry.getValue().filter().words());
    }
    out.write(VERSION);
    out.writeInt(entries.size());
    out.writeInt(table.size());
    table.writeTo(out);
    for (Entry entry : entries.values()) {
      out.write(entry.filter().bytes());
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0xffff) {
      throw new IOException("a path of " + bytes.length + " bytes");
    }
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
