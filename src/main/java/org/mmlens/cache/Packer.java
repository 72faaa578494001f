package org.mmlens.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/// Writes numbers and texts one behind the other, as [Unpacker] reads them.
public final class Packer {

  private static final int FIRST_BYTES = 256;

  private byte[] buffer = new byte[FIRST_BYTES];
  private int end;

  /// Holds nothing yet.
  public Packer() {}

  private void reserve(int more) {
    if (buffer.length - end < more) {
      buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(end, more), 2 * buffer.length));
    }
  }

  /// Adds a number; small ones, of either sign, take few bytes.
  ///
  /// @param value any number
  public void number(long value) {
    reserve(Long.BYTES + 2);
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      buffer[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[end++] = (byte) rest;
  }

  /// Adds a yes or no.
  ///
  /// @param yes which
  public void flag(boolean yes) {
    number(yes ? 1 : 0);
  }

  /// Adds bytes, with their number in front.
  ///
  /// @param bytes any
  public void bytes(byte[] bytes) {
    number(bytes.length);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, end, bytes.length);
    end += bytes.length;
  }

  /// Adds a text.
  ///
  /// @param text any
  public void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds texts, with their number in front.
  ///
  /// @param texts any
  public void texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  /// {@return all that was added}
  public byte[] packed() {
    return Arrays.copyOf(buffer, end);
  }
}
