package org.mmlens.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Loads and stores as a CPU with KASAN and KMSAN does them: compiled C and the models call these.
///
/// A load of memory that was never written is noted and goes on with the bytes as they are; an
/// access to memory that is not there ends the run. Every method takes addresses as the kernel sees
/// them.
public final class Ram {

  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BASE = MemoryMap.PAGE_OFFSET;
  private static final byte[] ZEROES = new byte[MemoryMap.PAGE_SIZE];

  private Ram() {}

  private static boolean readable(Machine m, long at) {
    return Long.compareUnsigned(at, m.readLimit) < 0;
  }

  private static boolean writable(Machine m, long at, int bytes) {
    return Long.compareUnsigned(at - MemoryMap.GLOBALS, m.writeLimit) < 0
        && (at & (bytes - 1)) == 0
        && m.dirty[(int) (at >>> Undo.SHIFT)] != 0;
  }

  /// {@return 8 bytes}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static long load64(Machine m, long address) {
    long at = address - BASE;
    return readable(m, at) && (long) LONG.get(m.shadow, (int) at) == 0
        ? (long) LONG.get(m.data, (int) at)
        : SlowPath.load(m, address, 8);
  }

  /// {@return 4 bytes, sign extended}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static long load32(Machine m, long address) {
    long at = address - BASE;
    return readable(m, at) && (int) INT.get(m.shadow, (int) at) == 0
        ? (int) INT.get(m.data, (int) at)
        : (int) SlowPath.load(m, address, 4);
  }

  /// {@return 4 bytes, zero extended}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static long loadU32(Machine m, long address) {
    return load32(m, address) & 0xffff_ffffL;
  }

  /// {@return 2 bytes, zero extended}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static long loadU16(Machine m, long address) {
    return load16(m, address) & 0xffffL;
  }

  /// {@return 1 byte, zero extended}
  ///
  /// @param m the machine
  /// @param address of the byte
  public static long loadU8(Machine m, long address) {
    return load8(m, address) & 0xffL;
  }

  /// {@return 2 bytes, sign extended}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static long load16(Machine m, long address) {
    long at = address - BASE;
    return readable(m, at) && (short) SHORT.get(m.shadow, (int) at) == 0
        ? (short) SHORT.get(m.data, (int) at)
        : (short) SlowPath.load(m, address, 2);
  }

  /// {@return 1 byte, sign extended}
  ///
  /// @param m the machine
  /// @param address of the byte
  public static long load8(Machine m, long address) {
    long at = address - BASE;
    return readable(m, at) && m.shadow[(int) at] == 0
        ? m.data[(int) at]
        : (byte) SlowPath.load(m, address, 1);
  }

  /// Writes 8 bytes.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param value what
  public static void store64(Machine m, long address, long value) {
    long at = address - BASE;
    if (writable(m, at, 8) && (long) LONG.get(m.shadow, (int) at) == 0) {
      LONG.set(m.data, (int) at, value);
    } else {
      SlowPath.store64(m, address, value);
    }
  }

  /// Writes 4 bytes.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param value its low 32 bits are written
  public static void store32(Machine m, long address, long value) {
    long at = address - BASE;
    if (writable(m, at, 4) && (int) INT.get(m.shadow, (int) at) == 0) {
      INT.set(m.data, (int) at, (int) value);
    } else {
      SlowPath.store(m, address, value, 4);
    }
  }

  /// Writes 2 bytes.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param value its low 16 bits are written
  public static void store16(Machine m, long address, long value) {
    long at = address - BASE;
    if (writable(m, at, 2) && (short) SHORT.get(m.shadow, (int) at) == 0) {
      SHORT.set(m.data, (int) at, (short) value);
    } else {
      SlowPath.store(m, address, value, 2);
    }
  }

  /// Writes 1 byte.
  ///
  /// @param m the machine
  /// @param address of the byte
  /// @param value its low 8 bits are written
  public static void store8(Machine m, long address, long value) {
    long at = address - BASE;
    if (writable(m, at, 1) && m.shadow[(int) at] == 0) {
      m.data[(int) at] = (byte) value;
    } else {
      SlowPath.store(m, address, value, 1);
    }
  }

  /// {@return 1, 2, 4 or 8 bytes, zero extended; bytes never written read as they are}
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param bytes how many
  public static long loadLenient(Machine m, long address, int bytes) {
    long at = address - BASE;
    boolean plain =
        readable(m, at) && ((long) LONG.get(m.shadow, (int) at) & Shadow.NO_ACCESS_8) == 0;
    return plain ? SlowPath.raw(m, (int) at, bytes) : SlowPath.loadLenient(m, address, bytes);
  }

  /// Sets bytes.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param value its low 8 bits are written
  /// @param bytes how many
  public static void fill(Machine m, long address, long value, long bytes) {
    if (bytes != 0) {
      int at = SlowPath.range(m, address, bytes, Shadow.NO_ACCESS | Shadow.READ_ONLY);
      m.undo.touch(at, (int) bytes);
      Fill.bytes(m.data, at, at + (int) bytes, (byte) value);
      Fill.bytes(m.shadow, at, at + (int) bytes, Shadow.CLEAN);
    }
  }

  /// Copies bytes and whether each was ever written; the ranges may overlap.
  ///
  /// @param m the machine
  /// @param target address of the first byte written
  /// @param source address of the first byte read
  /// @param bytes how many
  public static void copy(Machine m, long target, long source, long bytes) {
    if (bytes != 0) {
      int from = SlowPath.range(m, source, bytes, Shadow.NO_ACCESS);
      int to = SlowPath.range(m, target, bytes, Shadow.NO_ACCESS | Shadow.READ_ONLY);
      m.undo.touch(to, (int) bytes);
      System.arraycopy(m.data, from, m.data, to, (int) bytes);
      System.arraycopy(m.shadow, from, m.shadow, to, (int) bytes);
      SlowPath.dropReadOnly(m, to, (int) bytes);
    }
  }

  /// Copies 8 bytes and whether each was ever written.
  ///
  /// @param m the machine
  /// @param target address of the first byte written
  /// @param source address of the first byte read
  public static void copy64(Machine m, long target, long source) {
    long at = source - BASE;
    if (readable(m, at) && (long) LONG.get(m.shadow, (int) at) == 0) {
      store64(m, target, (long) LONG.get(m.data, (int) at));
    } else {
      copy(m, target, source, 8);
    }
  }

  /// {@return whether every byte of a range can be loaded}
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param bytes how many, at least 1
  public static boolean addressable(Machine m, long address, long bytes) {
    return SlowPath.firstWith(m, address, bytes, Shadow.NO_ACCESS) < 0
        && SlowPath.inRam(m, address, bytes);
  }

  /// {@return whether every byte of a range was written}
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param bytes how many, at least 1
  public static boolean initialised(Machine m, long address, long bytes) {
    return SlowPath.firstWith(m, address, bytes, Shadow.NO_ACCESS | Shadow.UNINITIALISED) < 0
        && SlowPath.inRam(m, address, bytes);
  }

  /// {@return 1, 2, 4 or 8 bytes as they are, zero extended, without any check but that RAM is
  /// there}
  ///
  /// An observer's view: nothing is recorded.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param bytes how many
  public static long peek(Machine m, long address, int bytes) {
    if (!SlowPath.inRam(m, address, bytes)) {
      throw SlowPath.outside(m, address);
    }
    return SlowPath.raw(m, (int) (address - BASE), bytes);
  }

  /// {@return how many bytes from an address on are zero, as they are, without any check but that
  /// RAM is there}
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param bytes at most so many, no more than a page
  public static int zeroBytes(Machine m, long address, int bytes) {
    if (!SlowPath.inRam(m, address, bytes)) {
      throw SlowPath.outside(m, address);
    }
    int at = (int) (address - BASE);
    int end = Arrays.mismatch(m.data, at, at + bytes, ZEROES, 0, bytes);
    return end < 0 ? bytes : end;
  }

  /// Writes as an observer that sets up a scenario: the bytes become initialised, no check but that
  /// RAM is there.
  ///
  /// @param m the machine
  /// @param address of the first byte
  /// @param value what
  /// @param bytes 1, 2, 4 or 8
  public static void poke(Machine m, long address, long value, int bytes) {
    if (!SlowPath.inRam(m, address, bytes)) {
      throw SlowPath.outside(m, address);
    }
    SlowPath.write(m, (int) (address - BASE), value, bytes);
  }

  /// {@return the bytes up to the first zero byte, as ISO 8859-1 text}
  ///
  /// @param m the machine
  /// @param address of the first byte
  public static String string(Machine m, long address) {
    StringBuilder text = new StringBuilder();
    for (long a = address; text.length() < 4096; a++) {
      int c = (int) load8(m, a) & 0xff;
      if (c == 0) {
        break;
      }
      text.append((char) c);
    }
    return text.toString();
  }
}
