package org.mmlens.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads what a [Packer] wrote.
///
/// Only bytes whose checksum is right come here; that they are laid out otherwise is a bug, told by
/// an [IndexOutOfBoundsException].
public final class Unpacker {

  private final byte[] bytes;
  private int at;

  /// Reads from the first byte on.
  ///
  /// @param bytes what a packer wrote; not changed meanwhile
  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  /// {@return the next number}
  public long number() {
    long value = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      value |= (next & 0x7fL) << shift;
      shift += 7;
      next = bytes[at++];
    }
    value |= (long) next << shift;
    return value >>> 1 ^ -(value & 1);
  }

  /// {@return the next number, of things there can be so many of}
  public int count() {
    return Objects.checkIndex(Math.toIntExact(number()), Integer.MAX_VALUE);
  }

  /// {@return the next yes or no}
  public boolean flag() {
    return number() != 0;
  }

  /// {@return the next bytes}
  public byte[] bytes() {
    int length = count();
    int begin = at;
    at += Objects.checkFromIndexSize(0, length, bytes.length - begin) + length;
    return Arrays.copyOfRange(bytes, begin, at);
  }

  /// {@return the next text}
  public String text() {
    int length = count();
    int begin = at;
    at += Objects.checkFromIndexSize(0, length, bytes.length - begin) + length;
    return new String(bytes, begin, length, StandardCharsets.UTF_8);
  }

  /// {@return the next texts}
  public List<String> texts() {
    int count = count();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }
}
