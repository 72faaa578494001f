package org.mmlens.tree;

import java.util.Optional;

/// The kinds of file a patch can create, with the octal modes git gives them.
public enum FileMode {
  /// A file, `100644`.
  REGULAR("100644"),
  /// A file that can be run, `100755`.
  EXECUTABLE("100755"),
  /// A symbolic link, `120000`; its content is the target.
  SYMLINK("120000");

  private final String octal;

  FileMode(String octal) {
    this.octal = octal;
  }

  /// {@return the mode as git prints it}
  public String octal() {
    return octal;
  }

  /// {@return the mode of these bits; empty for folders, submodules and anything else}
  ///
  /// Git keeps one permission bit only: the owner's execute bit.
  ///
  /// @param bits `st_mode` as in a diff header
  public static Optional<FileMode> ofBits(int bits) {
    return switch (bits & 0170000) {
      case 0100000 -> Optional.of((bits & 0100) == 0 ? REGULAR : EXECUTABLE);
      case 0120000 -> Optional.of(SYMLINK);
      default -> Optional.empty();
    };
  }
}
