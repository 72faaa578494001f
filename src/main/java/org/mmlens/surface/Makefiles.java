package org.mmlens.surface;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmlens.surface.scan.Condition;
import org.mmlens.tree.SourceTree;

/// Under which options a file is compiled at all, as far as the makefiles say so plainly.
///
/// Understood are the lines `name-$(CONFIG_X) += file.o` and `name-y += file.o` with their
/// continuations (`Documentation/kbuild/makefiles.rst`, 6.12), through composite objects and upper
/// folders. A file that no line names is taken to be compiled always.
final class Makefiles {

  private static final int MAX_DEPTH = 8;

  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*([\\w.-]+?)-(?:y|m|objs|\\$\\((CONFIG_\\w+)\\))[ \\t]*[:+]?=[ \\t]*(.*)$",
          Pattern.MULTILINE);

  /// How a file gets into the build.
  ///
  /// @param target what it is part of: `obj`, or a composite object
  /// @param option the option that decides; empty for none
  private record Rule(String target, Optional<String> option) {}

  private final SourceTree tree;
  private final Map<String, Map<String, List<Rule>>> rules = new HashMap<>();

  Makefiles(SourceTree tree) {
    this.tree = tree;
  }

  /// {@return the condition under which the file is compiled}
  Condition condition(String path) {
    if (!path.endsWith(".c")) {
      return Condition.always();
    }
    String folder = Paths.folder(path);
    String object = Paths.name(path).replaceFirst("\\.c$", ".o");
    return object(folder, object, 0).and(folders(folder, 0));
  }

  private Condition folders(String folder, int depth) {
    if (folder.isEmpty() || depth > MAX_DEPTH) {
      return Condition.always();
    }
    String parent = Paths.folder(folder);
    return object(parent, Paths.name(folder) + "/", depth + 1).and(folders(parent, depth + 1));
  }

  /// {@return the options that make the file part of the kernel or of a module}
  List<String> options(String path) {
    return condition(path).atoms().stream().toList();
  }

  private Condition object(String folder, String object, int depth) {
    List<Rule> known = rules(folder).getOrDefault(object, List.of());
    if (known.isEmpty() || depth > MAX_DEPTH) {
      return Condition.always();
    }
    List<Condition> ways = new ArrayList<>();
    for (Rule rule : known) {
      Condition own = rule.option().<Condition>map(Condition.Atom::new).orElse(Condition.always());
      boolean composite = !rule.target().equals("obj") && !rule.target().equals("lib");
      ways.add(composite ? own.and(object(folder, rule.target() + ".o", depth + 1)) : own);
    }
    return ways.size() == 1 ? ways.getFirst() : new Condition.Any(ways);
  }

  private Map<String, List<Rule>> rules(String folder) {
    return rules.computeIfAbsent(folder, this::read);
  }

  private Map<String, List<Rule>> read(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    String text =
        tree.read(prefix + "Makefile")
            .or(() -> tree.read(prefix + "Kbuild"))
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .orElse("")
            .replaceAll("\\\\\\r?\\n", " ");
    Map<String, List<Rule>> found = new HashMap<>();
    var matcher = LINE.matcher(text);
    while (matcher.find()) {
      var rule = new Rule(matcher.group(1), Optional.ofNullable(matcher.group(2)));
      for (String object : matcher.group(3).replaceFirst("#.*", "").trim().split("\\s+")) {
        found.computeIfAbsent(object, key -> new ArrayList<>()).add(rule);
      }
    }
    return found;
  }
}
