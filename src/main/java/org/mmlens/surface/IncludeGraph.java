package org.mmlens.surface;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.mmlens.tree.SourceTree;

/// Which headers a file reaches through its includes.
///
/// A header is looked for beside the including file (if quoted), in the include folders of the
/// file's architecture and in `include/`, as the kernel's top `Makefile` has it (`LINUXINCLUDE`,
/// 6.12). Conditions around an `#include` are not weighed. Headers that a build would generate are
/// not found, nor those behind a `-I` of some makefile.
final class IncludeGraph {

  /// Included into every file by the kernel's top `Makefile`.
  private static final List<String> FORCED =
      List.of(
          "include/linux/compiler-version.h",
          "include/linux/kconfig.h",
          "include/linux/compiler_types.h");

  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*#[ \\t]*include(?:_next)?[ \\t]*([<\"])([^>\"\\n]+)[>\"]", Pattern.MULTILINE);

  private final SourceTree tree;
  private final Optional<IncludeGraph> base;
  private final Set<String> touched;
  private final Map<String, List<String>> direct = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> closures = new ConcurrentHashMap<>();
  private final Map<String, Boolean> exists = new ConcurrentHashMap<>();

  private IncludeGraph(SourceTree tree, Optional<IncludeGraph> base, Set<String> touched) {
    this.tree = tree;
    this.base = base;
    this.touched = touched;
  }

  static IncludeGraph of(SourceTree tree) {
    return new IncludeGraph(tree, Optional.empty(), Set.of());
  }

  /// {@return the graph of a tree that differs from this one in these files only}
  IncludeGraph with(SourceTree changed, Set<String> paths) {
    return new IncludeGraph(changed, Optional.of(this), paths);
  }

  /// {@return all headers the file reaches, and the file itself}
  Set<String> closure(String path) {
    return closures.computeIfAbsent(path, this::walk);
  }

  private Set<String> walk(String path) {
    Set<String> seen = new HashSet<>(List.of(path));
    var open = new ArrayDeque<String>(List.of(path));
    for (String forced : FORCED) {
      if (exists(forced) && seen.add(forced)) {
        open.add(forced);
      }
    }
    while (!open.isEmpty()) {
      for (String header : direct(open.poll(), path)) {
        if (seen.add(header)) {
          open.add(header);
        }
      }
    }
    return seen;
  }

  /// {@return the headers the file includes itself}
  ///
  /// @param path the file
  /// @param unit the file being compiled, whose architecture counts
  List<String> direct(String path, String unit) {
    String architecture = architecture(unit);
    return direct.computeIfAbsent(architecture + ":" + path, key -> resolved(path, architecture));
  }

  private List<String> resolved(String path, String architecture) {
    if (base.isPresent() && !touched.contains(path) && !addsFiles()) {
      return base.get().direct(path, "arch/" + architecture + "/x.c");
    }
    List<String> headers = new ArrayList<>();
    for (String line : lines(path)) {
      resolve(line.substring(1), line.charAt(0) == '"', path, architecture).ifPresent(headers::add);
    }
    return headers;
  }

  private boolean addsFiles() {
    return touched.stream().anyMatch(path -> Paths.header(path) && changedExistence(path));
  }

  private boolean changedExistence(String path) {
    return tree.exists(path) != base.map(graph -> graph.tree.exists(path)).orElse(false);
  }

  private List<String> lines(String path) {
    byte[] bytes = tree.read(path).orElseGet(() -> new byte[0]);
    var matcher = LINE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    List<String> lines = new ArrayList<>();
    while (matcher.find()) {
      lines.add(matcher.group(1) + matcher.group(2));
    }
    return lines;
  }

  private Optional<String> resolve(
      String header, boolean quoted, String from, String architecture) {
    List<String> candidates = new ArrayList<>();
    if (quoted) {
      candidates.add(Paths.folder(from) + "/" + header);
    }
    candidates.add("arch/" + architecture + "/include/" + header);
    candidates.add("include/" + header);
    candidates.add("arch/" + architecture + "/include/uapi/" + header);
    candidates.add("include/uapi/" + header);
    if (header.startsWith("asm/")) {
      candidates.add("include/asm-generic/" + header.substring(4));
      candidates.add("include/uapi/asm-generic/" + header.substring(4));
    }
    return candidates.stream()
        .flatMap(candidate -> Paths.plain(candidate).stream())
        .filter(this::exists)
        .findFirst();
  }

  private boolean exists(String path) {
    return exists.computeIfAbsent(path, tree::exists);
  }

  private static String architecture(String unit) {
    String[] parts = unit.split("/", 3);
    return parts.length > 2 && parts[0].equals("arch") ? parts[1] : "x86";
  }
}
