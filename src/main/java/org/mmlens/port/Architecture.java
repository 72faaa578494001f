package org.mmlens.port;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.Sources;

/// A kernel tree made ready to be compiled for the machine.
///
/// Headers of ours are found under `arch/mmlens/include`, as if the tree had that architecture. A
/// header `asm/x.h` that we do not have is the tree's `asm-generic/x.h`, as in a kernel build. A
/// tree that brings its own `include/asm` is complete and gets nothing.
///
/// @param sources the tree with what it lacks
/// @param configuration the command line
/// @param units the `.c` files to be compiled, in order
public record Architecture(Sources sources, Configuration configuration, List<String> units) {

  private static final String HEADERS = "arch/mmlens/include/";
  private static final String SOURCES = "arch/mmlens/";
  private static final Pattern VERSION =
      Pattern.compile("^(VERSION|PATCHLEVEL|SUBLEVEL) *= *([0-9]{1,3})", Pattern.MULTILINE);

  /// Copies the list.
  public Architecture {
    units = List.copyOf(units);
  }

  /// {@return the tree, ready}
  ///
  /// @param tree a kernel tree
  /// @param config what to switch on; a tree that brings its own headers has its own
  public static Architecture of(Sources tree, KernelConfig config) {
    return ownConfiguration(tree)
        ? new Architecture(tree, ownHeaders(), unitsOf(tree, config, "own"))
        : new Architecture(overlay(tree, config), ourHeaders(), unitsOf(tree, config, "-"));
  }

  /// {@return whether a tree brings its own `asm` headers and configuration, so that no other one
  /// can be chosen}
  ///
  /// @param tree a kernel tree
  public static boolean ownConfiguration(Sources tree) {
    return tree.read("include/asm/page.h").isPresent();
  }

  /// {@return whether the content of a file may come from here and not from the tree}
  ///
  /// @param path the file
  public static boolean overlays(String path) {
    return path.startsWith(SOURCES);
  }

  private static Configuration ownHeaders() {
    return new Configuration(
        List.of("include", "include/uapi"), macros(), List.of("/include/linux/kconfig.h"));
  }

  private static Configuration ourHeaders() {
    return new Configuration(
        List.of(
            HEADERS.substring(0, HEADERS.length() - 1),
            HEADERS + "uapi",
            "include",
            "include/uapi"),
        macros(),
        List.of("/include/linux/kconfig.h", "/include/linux/compiler_types.h"));
  }

  private static Map<String, String> macros() {
    var macros = new HashMap<>(Configuration.gnuMacros());
    macros.put("__KERNEL__", "1");
    macros.put("KBUILD_MODNAME", "\"mmlens\"");
    macros.put("KBUILD_BASENAME", "\"mmlens\"");
    macros.put("KBUILD_MODFILE", "\"mmlens\"");
    return macros;
  }

  /// Lines of `units`: file, the symbol that must be `y` or `-`, the kind of tree or nothing for
  /// any.
  private static List<String> unitsOf(Sources tree, KernelConfig config, String kind) {
    var units = new ArrayList<String>();
    for (List<String> line : Resources.table("units")) {
      boolean wanted =
          (kind.equals("own") || line.get(1).equals("-") || config.on(line.get(1)))
              && (line.size() < 3 || line.get(2).equals(kind));
      if (wanted && tree.read(line.get(0)).isPresent()) {
        units.add(line.get(0));
      }
    }
    if (!kind.equals("own")) {
      units.add(SOURCES + "mmlens.c");
    }
    return units;
  }

  private static Sources overlay(Sources tree, KernelConfig config) {
    Map<String, byte[]> made = new HashMap<>();
    made.put(HEADERS + "generated/autoconf.h", bytes(config.autoconf() + probes(tree)));
    made.put(HEADERS + "uapi/linux/version.h", bytes(version(tree)));
    return path -> {
      if (!path.startsWith(SOURCES)) {
        return tree.read(path);
      }
      byte[] known = made.get(path);
      return known != null ? Optional.of(known) : ours(tree, path.substring(SOURCES.length()));
    };
  }

  private static Optional<byte[]> ours(Sources tree, String path) {
    if (!path.startsWith("include/")) {
      return Resources.bytes("overlay/arch/" + path);
    }
    String header = path.substring("include/".length());
    Optional<byte[]> own = Resources.bytes("overlay/" + header);
    return own.isPresent() || !header.startsWith("asm/") ? own : generic(tree, header);
  }

  /// An `asm/` header that only `uapi/asm` has must not be hidden by a generic one.
  private static Optional<byte[]> generic(Sources tree, String header) {
    String name = header.substring("asm/".length());
    boolean there =
        Resources.bytes("overlay/uapi/" + header).isEmpty()
            && (tree.read("include/asm-generic/" + name).isPresent()
                || tree.read("include/uapi/asm-generic/" + name).isPresent());
    return there ? Optional.of(bytes("#include <asm-generic/" + name + ">\n")) : Optional.empty();
  }

  /// Macros for the words that headers of this tree have: what the overlay has to follow.
  private static String probes(Sources tree) {
    var defines = new StringBuilder();
    for (List<String> probe : Resources.table("probes")) {
      Pattern word = Pattern.compile("\\b" + Pattern.quote(probe.get(2)) + "\\b");
      boolean found =
          tree.read(probe.get(1)).filter(text -> word.matcher(text(text)).find()).isPresent();
      defines.append(found ? "#define " + probe.get(0) + " 1\n" : "");
    }
    return defines.toString();
  }

  private static String version(Sources tree) {
    Map<String, Integer> number = new HashMap<>();
    Matcher line = VERSION.matcher(tree.read("Makefile").map(Architecture::text).orElse(""));
    while (line.find()) {
      number.put(line.group(1), Integer.parseInt(line.group(2)));
    }
    int major = number.getOrDefault("VERSION", 0);
    int minor = number.getOrDefault("PATCHLEVEL", 0);
    int sub = Math.min(255, number.getOrDefault("SUBLEVEL", 0));
    return """
    #define LINUX_VERSION_CODE %d
    #define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))
    #define LINUX_VERSION_MAJOR %d
    #define LINUX_VERSION_PATCHLEVEL %d
    #define LINUX_VERSION_SUBLEVEL %d
    """
        .formatted((major << 16) + (minor << 8) + sub, major, minor, sub);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
