package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `include/linux/string.h`.
public final class StringHeader {

  private static final String SOURCE = "lib/string.c";

  private StringHeader() {}

  /// Copies bytes, and whether each was ever written.
  ///
  /// @param m the machine
  /// @param to first byte written
  /// @param from first byte read
  /// @param length how many
  /// @return `to`
  @KernelFunction(
      name = {"memcpy", "__memcpy"},
      prototype = "void *memcpy(void *to, const void *from, size_t n)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "copies bytes, and whether each was ever written")
  public static long memcpy(Machine m, long to, long from, long length) {
    Ram.copy(m, to, from, length);
    return to;
  }

  /// Copies bytes of ranges that may overlap.
  ///
  /// @param m the machine
  /// @param to first byte written
  /// @param from first byte read
  /// @param length how many
  /// @return `to`
  @KernelFunction(
      name = {"memmove", "__memmove"},
      prototype = "void *memmove(void *to, const void *from, size_t n)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "copies bytes of ranges that may overlap")
  public static long memmove(Machine m, long to, long from, long length) {
    Ram.copy(m, to, from, length);
    return to;
  }

  /// Sets bytes.
  ///
  /// @param m the machine
  /// @param to first byte
  /// @param value its low 8 bits count
  /// @param length how many
  /// @return `to`
  @KernelFunction(
      name = {"memset", "__memset"},
      prototype = "void *memset(void *s, int c, size_t n)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "sets bytes")
  public static long memset(Machine m, long to, long value, long length) {
    Ram.fill(m, to, value, length);
    return to;
  }

  /// Compares bytes.
  ///
  /// @param m the machine
  /// @param left first byte of one
  /// @param right first byte of the other
  /// @param length how many
  /// @return negative, 0 or positive
  @KernelFunction(
      name = "memcmp",
      prototype = "int memcmp(const void *a, const void *b, size_t n)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "compares bytes")
  public static long memcmp(Machine m, long left, long right, long length) {
    for (long i = 0; i < length; i++) {
      long difference = (Ram.load8(m, left + i) & 0xff) - (Ram.load8(m, right + i) & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  /// Counts the bytes before the first zero byte.
  ///
  /// @param m the machine
  /// @param text first byte
  /// @return how many
  @KernelFunction(
      name = "strlen",
      prototype = "size_t strlen(const char *s)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "counts the bytes before the first zero byte")
  public static long strlen(Machine m, long text) {
    return strnlen(m, text, Long.MAX_VALUE);
  }

  /// Counts the bytes before the first zero byte, at most so many.
  ///
  /// @param m the machine
  /// @param text first byte
  /// @param limit the most
  /// @return how many
  @KernelFunction(
      name = "strnlen",
      prototype = "size_t strnlen(const char *s, size_t n)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "counts the bytes before the first zero byte, at most so many")
  public static long strnlen(Machine m, long text, long limit) {
    long n = 0;
    while (Long.compareUnsigned(n, limit) < 0 && Ram.load8(m, text + n) != 0) {
      n++;
    }
    return n;
  }

  /// Compares texts.
  ///
  /// @param m the machine
  /// @param left first byte of one
  /// @param right first byte of the other
  /// @return negative, 0 or positive
  @KernelFunction(
      name = "strcmp",
      prototype = "int strcmp(const char *a, const char *b)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "compares texts")
  public static long strcmp(Machine m, long left, long right) {
    for (long i = 0; ; i++) {
      long a = Ram.load8(m, left + i) & 0xff;
      long b = Ram.load8(m, right + i) & 0xff;
      if (a != b || a == 0) {
        return a - b;
      }
    }
  }
}
