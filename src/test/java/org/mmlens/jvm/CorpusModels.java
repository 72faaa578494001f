package org.mmlens.jvm;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// The C library of the programs under `src/test/resources/c`.
public final class CorpusModels {

  private CorpusModels() {}

  static Optional<Model> find(String name) {
    return Arrays.stream(CorpusModels.class.getMethods())
        .filter(m -> m.getName().equals(name) && m.getDeclaringClass() == CorpusModels.class)
        .findFirst()
        .map((Method m) -> new Model(name, m));
  }

  /// `void out(long v)`
  public static void out(Machine m, long v) {
    m.effects().record("out", v);
  }

  /// `void *memcpy(void *to, const void *from, size_t bytes)`
  public static long memcpy(Machine m, long to, long from, long bytes) {
    Ram.copy(m, to, from, bytes);
    return to;
  }

  /// `void *memmove(void *to, const void *from, size_t bytes)`
  public static long memmove(Machine m, long to, long from, long bytes) {
    Ram.copy(m, to, from, bytes);
    return to;
  }

  /// `void *memset(void *at, int c, size_t bytes)`
  public static long memset(Machine m, long at, long c, long bytes) {
    Ram.fill(m, at, c, bytes);
    return at;
  }

  /// `int memcmp(const void *a, const void *b, size_t bytes)`
  public static long memcmp(Machine m, long a, long b, long bytes) {
    for (long i = 0; i < bytes; i++) {
      long d = Ram.loadU8(m, a + i) - Ram.loadU8(m, b + i);
      if (d != 0) {
        return d;
      }
    }
    return 0;
  }

  /// `size_t strlen(const char *s)`
  public static long strlen(Machine m, long s) {
    long end = s;
    while (Ram.loadU8(m, end) != 0) {
      end++;
    }
    return end - s;
  }
}
