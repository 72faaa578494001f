package org.mmlens.surface;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the place of a file in a kernel tree says about it.
final class Paths {

  private static final Set<String> NO_KERNEL =
      Set.of("tools", "scripts", "Documentation", "usr", "samples", "LICENSES", "certs_tools");

  private static final Pattern EVERYWHERE =
      Pattern.compile("include/.*|arch/[^/]+/include/.*|arch/[^/]+/(?:mach|plat)-[^/]+/include/.*");
  private static final Pattern PROGRAMS =
      Pattern.compile("include/uapi/.*|arch/[^/]+/include/uapi/.*");

  private Paths() {}

  /// {@return whether the file is C source: `.c` or `.h`}
  static boolean source(String path) {
    return path.endsWith(".c") || path.endsWith(".h");
  }

  static boolean header(String path) {
    return path.endsWith(".h");
  }

  /// {@return whether the file is built into the kernel or a module of the tree}
  static boolean kernel(String path) {
    int slash = path.indexOf('/');
    return slash < 0 || !NO_KERNEL.contains(path.substring(0, slash));
  }

  /// {@return whether every file of the kernel finds this header by `<…>`}
  static boolean everywhere(String path) {
    return EVERYWHERE.matcher(path).matches();
  }

  /// {@return whether programs may include this header}
  static boolean programs(String path) {
    return PROGRAMS.matcher(path).matches();
  }

  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// {@return the part of the tree within which a name means one thing: `mm`, `fs/ext4`,
  /// `drivers/net/ethernet/intel`}
  static String domain(String path) {
    String[] parts = path.split("/");
    int depth =
        switch (parts[0]) {
          case "drivers", "sound" -> 4;
          case "arch", "fs", "net", "crypto", "samples", "tools", "security" -> 2;
          default -> 1;
        };
    int folders = Math.min(depth, parts.length - 1);
    return String.join("/", Arrays.copyOf(parts, folders));
  }

  /// {@return `folder/../name` made plain; empty where it leaves the tree}
  static Optional<String> plain(String path) {
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            return Optional.empty();
          }
        }
        default -> parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
