package org.mmlens.machine;

import java.util.Optional;
import org.mmlens.machine.Stop.Cause;

/// Accesses that are not plainly fine: first writes, uninitialised reads, errors.
final class SlowPath {

  private static final long BASE = MemoryMap.PAGE_OFFSET;

  /// A byte in each of 8, by multiplication.
  private static final long EACH = 0x0101_0101_0101_0101L;

  private static final long USER_END = 0x0100_0000_0000_0000L;

  private SlowPath() {}

  static long load(Machine m, long address, int bytes) {
    int at = range(m, address, bytes, Shadow.NO_ACCESS);
    int state = union(m, at, bytes);
    if ((state & Shadow.UNINITIALISED) != 0) {
      m.events().record(Event.Kind.UNINITIALISED, uninitialised(m, address, bytes));
    }
    return raw(m, at, bytes);
  }

  static long loadLenient(Machine m, long address, int bytes) {
    return raw(m, range(m, address, bytes, Shadow.NO_ACCESS), bytes);
  }

  static void store64(Machine m, long address, long value) {
    long at = address - BASE;
    if (Long.compareUnsigned(at - MemoryMap.GLOBALS, m.writeLimit) < 0
        && (at & 7) == 0
        && ((long) Ram.LONG.get(m.shadow, (int) at) & Shadow.NO_ACCESS_8) == 0) {
      int i = (int) at;
      if (m.dirty[i >>> Undo.SHIFT] == 0) {
        m.undo.touch(i, 8);
      }
      Ram.LONG.set(m.data, i, value);
      Ram.LONG.set(m.shadow, i, 0L);
    } else {
      store(m, address, value, 8);
    }
  }

  static void store(Machine m, long address, long value, int bytes) {
    int at = range(m, address, bytes, Shadow.NO_ACCESS | Shadow.READ_ONLY);
    write(m, at, value, bytes);
  }

  static void write(Machine m, int at, long value, int bytes) {
    m.undo.touch(at, bytes);
    switch (bytes) {
      case 1 -> {
        m.data[at] = (byte) value;
        m.shadow[at] = 0;
      }
      case 2 -> {
        Ram.SHORT.set(m.data, at, (short) value);
        Ram.SHORT.set(m.shadow, at, (short) 0);
      }
      case 4 -> {
        Ram.INT.set(m.data, at, (int) value);
        Ram.INT.set(m.shadow, at, 0);
      }
      default -> {
        Ram.LONG.set(m.data, at, value);
        Ram.LONG.set(m.shadow, at, 0L);
      }
    }
  }

  static long raw(Machine m, int at, int bytes) {
    return switch (bytes) {
      case 1 -> m.data[at] & 0xffL;
      case 2 -> (short) Ram.SHORT.get(m.data, at) & 0xffffL;
      case 4 -> (int) Ram.INT.get(m.data, at) & 0xffff_ffffL;
      default -> (long) Ram.LONG.get(m.data, at);
    };
  }

  static boolean inRam(Machine m, long address, long bytes) {
    long at = address - BASE;
    return bytes >= 0 && at >= 0 && at <= m.data.length - bytes;
  }

  /// {@return the offset of a range all of which may be accessed; else the run ends}
  static int range(Machine m, long address, long bytes, int forbidden) {
    if (!inRam(m, address, bytes)) {
      throw outside(m, inRam(m, address, 1) ? BASE + m.data.length : address);
    }
    int at = (int) (address - BASE);
    if ((forbidden & Shadow.READ_ONLY) != 0 && at < MemoryMap.GLOBALS && bytes != 0) {
      int bad = firstWith(m, address, bytes, Shadow.NO_ACCESS);
      throw bad < 0 ? constant(m, address) : error(m, BASE + bad);
    }
    int bad = firstWith(m, address, bytes, forbidden);
    if (bad >= 0) {
      throw error(m, BASE + bad);
    }
    return at;
  }

  /// {@return the offset of the first byte whose shadow has one of these bits, or -1}
  static int firstWith(Machine m, long address, long bytes, int bits) {
    if (!inRam(m, address, bytes)) {
      return -1;
    }
    int at = (int) (address - BASE);
    int end = at + (int) bytes;
    long eight = bits * EACH;
    for (int i = at; i < end; ) {
      if (end - i >= 8 && ((long) Ram.LONG.get(m.shadow, i) & eight) == 0) {
        i += 8;
      } else if ((m.shadow[i] & bits) != 0) {
        return i;
      } else {
        i++;
      }
    }
    return -1;
  }

  private static int union(Machine m, int at, int bytes) {
    int all = 0;
    for (int i = at; i < at + bytes; i++) {
      all |= m.shadow[i];
    }
    return all;
  }

  /// A copy of constants is not constant.
  static void dropReadOnly(Machine m, int at, int bytes) {
    int end = at + bytes;
    for (int i = at; i < end; ) {
      if (end - i >= 8 && ((long) Ram.LONG.get(m.shadow, i) & Shadow.READ_ONLY * EACH) == 0) {
        i += 8;
      } else {
        if ((m.shadow[i] & Shadow.READ_ONLY) != 0) {
          m.shadow[i] &= ~Shadow.READ_ONLY;
        }
        i++;
      }
    }
  }

  private static String uninitialised(Machine m, long address, int bytes) {
    int first = Math.max(0, firstWith(m, address, bytes, Shadow.UNINITIALISED));
    return "use of uninitialised "
        + Shadow.kind(m.shadow[first])
        + " memory: "
        + m.describe(BASE + first);
  }

  private static Stop constant(Machine m, long address) {
    return new Stop(
        new Cause.MemoryError(MemoryFault.WRITE_TO_CONST, address, m.describe(address)));
  }

  private static Stop error(Machine m, long address) {
    byte shadow = m.shadow[(int) (address - BASE)];
    if ((shadow & Shadow.NO_ACCESS) == 0) {
      return constant(m, address);
    }
    return new Stop(new Cause.MemoryError(Shadow.fault(shadow), address, m.describe(address)));
  }

  static Stop outside(Machine m, long address) {
    Optional<String> missing = m.image().missingAt(address);
    if (missing.isPresent()) {
      return new Stop(new Cause.NotModelled("variable " + missing.get()));
    }
    MemoryFault fault;
    if (address >= 0 && address < MemoryMap.PAGE_SIZE) {
      fault = MemoryFault.NULL_DEREFERENCE;
    } else if (address >= 0 && address < USER_END) {
      fault = MemoryFault.USER_ACCESS;
    } else {
      fault = MemoryFault.WILD_ACCESS;
    }
    return new Stop(new Cause.MemoryError(fault, address, "address 0x%x".formatted(address)));
  }
}
