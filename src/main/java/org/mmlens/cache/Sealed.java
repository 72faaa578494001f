package org.mmlens.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The bytes of an entry: a version, its name, its length, its content and two checksums of unlike
/// polynomials, which a damaged entry does not pass by chance.
final class Sealed {

  private static final byte[] VERSION = "mmlens store 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int FRAME_BYTES = VERSION.length + Name.BYTES + 3 * Integer.BYTES;

  private Sealed() {}

  /// What an entry is found by.
  ///
  /// @param hex the start of a SHA-256 in hexadecimal
  record Name(String hex) {

    private static final int BYTES = 20;

    static Name of(String tool, String kind, List<String> key) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(tool, digest);
        add(kind, digest);
        key.forEach(part -> add(part, digest));
        return new Name(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /// The length in front keeps ("ab", "c") apart from ("a", "bc").
    private static void add(String part, MessageDigest digest) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }

    private byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  static byte[] seal(Name name, byte[] content) {
    ByteBuffer file = ByteBuffer.allocate(FRAME_BYTES + content.length);
    file.put(VERSION).put(name.bytes()).putInt(content.length).put(content);
    int end = file.position();
    return file.putInt(crc32(file.array(), end)).putInt(crc32c(file.array(), end)).array();
  }

  /// {@return the content; empty if the bytes are not such an entry from the first to the last}
  static Optional<byte[]> open(Name name, byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    try {
      byte[] version = new byte[VERSION.length];
      byte[] stored = new byte[Name.BYTES];
      file.get(version).get(stored);
      int length = file.getInt();
      if (!Arrays.equals(version, VERSION)
          || !Arrays.equals(stored, name.bytes())
          || length != bytes.length - FRAME_BYTES) {
        return Optional.empty();
      }
      byte[] content = new byte[length];
      file.get(content);
      int end = file.position();
      return file.getInt() == crc32(bytes, end) && file.getInt() == crc32c(bytes, end)
          ? Optional.of(content)
          : Optional.empty();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static int crc32(byte[] bytes, int end) {
    var sum = new CRC32();
    sum.update(bytes, 0, end);
    return (int) sum.getValue();
  }

  private static int crc32c(byte[] bytes, int end) {
    var sum = new CRC32C();
    sum.update(bytes, 0, end);
    return (int) sum.getValue();
  }
}
