package org.mmlens.lens;

import java.util.Map;

/// Names of error numbers (`include/uapi/asm-generic/errno-base.h`, `errno.h`, the same in all
/// Linux generations).
final class Errno {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "EPERM"),
          Map.entry(2, "ENOENT"),
          Map.entry(4, "EINTR"),
          Map.entry(5, "EIO"),
          Map.entry(7, "E2BIG"),
          Map.entry(8, "ENOEXEC"),
          Map.entry(11, "EAGAIN"),
          Map.entry(12, "ENOMEM"),
          Map.entry(13, "EACCES"),
          Map.entry(14, "EFAULT"),
          Map.entry(16, "EBUSY"),
          Map.entry(17, "EEXIST"),
          Map.entry(22, "EINVAL"),
          Map.entry(28, "ENOSPC"),
          Map.entry(34, "ERANGE"),
          Map.entry(35, "EDEADLK"),
          Map.entry(75, "EOVERFLOW"),
          Map.entry(95, "EOPNOTSUPP"));

  private Errno() {}

  /// {@return the value as kernel people write it: `0`, `-ENOMEM`, `42`}
  static String text(long value) {
    String name = value < 0 && value >= -4095 ? NAMES.get((int) -value) : null;
    return name == null ? Long.toString(value) : "-" + name;
  }
}
