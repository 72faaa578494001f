package org.mmlens.surface;

import java.util.Locale;

/// How far a symbol can be seen, nearest first (DESIGN.md §6).
public enum Rung {
  /// The file that defines it.
  FILE("its file"),
  /// The files that include a header of some folder by a relative path, e.g. `mm/internal.h`.
  DIRECTORY("its folder"),
  /// Everything in the kernel image: headers in `include/`, and those of an architecture.
  KERNEL("the kernel"),
  /// Modules that import a namespace, or are named in the export.
  NAMESPACE("modules of a namespace"),
  /// Modules with a GPL-compatible licence.
  GPL_MODULES("GPL modules"),
  /// All modules.
  MODULES("all modules"),
  /// Programs: headers in `include/uapi/`, and system calls.
  USER("user space");

  private final String words;

  Rung(String words) {
    this.words = words;
  }

  /// {@return who that is}
  public String words() {
    return words;
  }

  /// {@return the word for it in formats: `file`, `directory`, `kernel`, `gpl-modules` …}
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// {@return whether this is seen by more than the other}
  ///
  /// @param other the other rung
  public boolean wider(Rung other) {
    return compareTo(other) > 0;
  }
}
