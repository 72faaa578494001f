package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Use;
import org.mmlens.tree.SourceTree;

/// Compares functions of Linux 6.12's `mm/` with what Universal Ctags and grep find: 300 of them
/// with `-Dmmlens.long=true`, else the first of these.
///
/// What differs has to stand, with its reason, in
/// `src/test/resources/surface/oracle-differences.txt`.
class RealKernelOracleTest {

  private static final int FUNCTIONS = Boolean.getBoolean("mmlens.long") ? 300 : 30;
  private static final long SEED = 612;
  private static final Path KNOWN = Path.of("src/test/resources/surface/oracle-differences.txt");

  private static SourceTree tree;
  private static TreeView view;
  private static SortedMap<String, SortedSet<String>> definitions;
  private static SortedMap<String, SortedSet<String>> prototypes;
  private static SortedSet<String> names;

  @BeforeAll
  static void chooseFunctions() {
    tree = RealKernel.tree();
    assumeTrue(RealKernel.installed("ctags"), "no ctags; universal-ctags has it");
    view = TreeView.of(tree, NameIndex.of(tree, RealKernel.NAMES));
    definitions = ctags("f", "mm");
    prototypes = ctags("p", "mm", "include");
    List<String> all = new ArrayList<>(definitions.keySet());
    all.removeIf(name -> name.matches("[A-Z0-9_]+"));
    Collections.shuffle(all, new Random(SEED));
    names = new TreeSet<>(all.subList(0, FUNCTIONS));
  }

  @Test
  void definitionsAndDeclarationsStandWhereCtagsFindsThem() throws IOException {
    SortedSet<String> differences = new TreeSet<>();
    view.entities(names)
        .forEach(
            (name, entities) -> {
              compare(
                  "definition", name, definitions, positions(entities, true, "mm/"), differences);
              SortedSet<String> declared = positions(entities, false, "mm/");
              declared.addAll(positions(entities, false, "include/"));
              compare("prototype", name, prototypes, declared, differences);
            });

    assertEquals(known("definition", "prototype"), differences);
  }

  @Test
  void everyFileThatNamesAFunctionIsFound() throws IOException {
    Map<String, SortedSet<String>> found = new TreeMap<>();
    view.uses(names)
        .forEach(
            (name, uses) ->
                uses.stream()
                    .filter(use -> use.manner() != Use.Manner.MEMBER)
                    .forEach(use -> add(found, name, use.path())));
    view.entities(names)
        .forEach((name, entities) -> entities.forEach(entity -> add(found, name, entity.path())));
    SortedSet<String> differences = new TreeSet<>();
    SortedMap<String, SortedSet<String>> grepped = grepped();
    for (String name : names) {
      Set<String> ours = found.getOrDefault(name, new TreeSet<>());
      for (String path : grepped.getOrDefault(name, new TreeSet<>())) {
        if (!ours.contains(path) && inCode(path, name)) {
          differences.add("user " + name + " " + path);
        }
      }
      ours.stream()
          .filter(path -> !inCode(path, name))
          .forEach(path -> differences.add("no-user " + name + " " + path));
    }

    assertEquals(known("user", "no-user"), differences);
  }

  @Test
  void rungIsThatOfPrototypesAndExports() throws IOException {
    SortedSet<String> exported = new TreeSet<>();
    for (String line :
        RealKernel.run(List.of("grep", "-rhoP", "^EXPORT_SYMBOL\\w*\\(\\K\\w+", "mm"))) {
      exported.add(line);
    }
    SortedSet<String> differences = new TreeSet<>();
    Symbols.of(view, names)
        .forEach(
            (name, symbols) -> {
              for (Symbol symbol : symbols) {
                if (symbol.at().path().startsWith("mm/") && symbol.kind() == Kind.FUNCTION) {
                  String expected = expectedRung(symbol, exported);
                  String actual = rung(symbol.visibility().rung());
                  if (!expected.equals(actual)) {
                    differences.add("rung " + name + " " + actual + ", expected " + expected);
                  }
                }
              }
            });

    assertEquals(known("rung"), differences);
  }

  private static String rung(Rung rung) {
    return rung.wider(Rung.KERNEL) && rung != Rung.USER ? "modules" : rung.id();
  }

  private static String expectedRung(Symbol symbol, Set<String> exported) {
    String path = symbol.at().path();
    String line =
        RealKernel.run(List.of("sed", "-n", symbol.main().place().firstLine() + "p", path))
            .getFirst();
    if (line.startsWith("static")) {
      return "file";
    }
    if (exported.contains(symbol.name())) {
      return "modules";
    }
    SortedSet<String> declared = prototypes.getOrDefault(symbol.name(), new TreeSet<>());
    if (declared.stream().anyMatch(p -> p.startsWith("include/"))) {
      return "kernel";
    }
    return declared.stream().anyMatch(p -> p.contains(".h:")) ? "directory" : "file";
  }

  private static void compare(
      String what,
      String name,
      Map<String, SortedSet<String>> oracle,
      Set<String> ours,
      Set<String> differences) {
    Set<String> theirs = oracle.getOrDefault(name, new TreeSet<>());
    theirs.stream()
        .filter(at -> !ours.contains(at))
        .forEach(at -> differences.add("%s %s %s: not found".formatted(what, name, at)));
    ours.stream()
        .filter(at -> !theirs.contains(at))
        .forEach(at -> differences.add("%s %s %s: unknown to ctags".formatted(what, name, at)));
  }

  private static SortedSet<String> positions(
      List<Entity> entities, boolean definition, String folder) {
    return entities.stream()
        .filter(e -> e.kind() == Kind.FUNCTION || e.kind() == Kind.INLINE)
        .filter(e -> e.definition() == definition && e.path().startsWith(folder))
        .map(e -> e.path() + ":" + e.place().at().line())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedMap<String, SortedSet<String>> ctags(String kinds, String... folders) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ctags",
                "-x",
                "--c-kinds=" + kinds,
                "--languages=C",
                "--langmap=C:.c.h",
                "--_xformat=%N %F:%n",
                "-R"));
    command.addAll(List.of(folders));
    SortedMap<String, SortedSet<String>> tags = new TreeMap<>();
    for (String line : RealKernel.run(command)) {
      String[] parts = line.split(" ", 2);
      add(tags, parts[0], parts[1]);
    }
    return tags;
  }

  private static SortedMap<String, SortedSet<String>> grepped() {
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    String words = String.join("\n", names);
    for (String line :
        RealKernel.run(
            List.of("grep", "-rowF", "--include=*.c", "--include=*.h", "-e", words, "."))) {
      String[] parts = line.split(":", 2);
      String path = parts[0].substring(2);
      if (Paths.kernel(path)) {
        add(files, parts[1], path);
      }
    }
    return files;
  }

  /// Asks the C preprocessor whether the name stands outside of comments, and not as a member, a
  /// string, or the subject of a conditional.
  private static boolean inCode(String path, String name) {
    List<String> plain =
        RealKernel.run(List.of("gcc", "-fpreprocessed", "-dD", "-E", "-P", "-w", path));
    var use = Pattern.compile("(?<![.>\\w\"])" + Pattern.quote(name) + "\\b");
    return plain.stream()
        .map(line -> line.replaceAll("\"(?:\\\\.|[^\"\\\\])*\"", "\"\""))
        .filter(line -> !line.matches("\\s*#\\s*(?:if|ifdef|ifndef|elif|undef|include|error)\\b.*"))
        .anyMatch(line -> use.matcher(line).find());
  }

  private static SortedSet<String> known(String... kinds) throws IOException {
    SortedSet<String> known = new TreeSet<>();
    for (String line : Files.readAllLines(KNOWN)) {
      String[] words = line.split(" ");
      if (List.of(kinds).contains(words[0]) && names.contains(words[1])) {
        known.add(line.replaceFirst("\\s+#.*", ""));
      }
    }
    return known;
  }

  private static void add(Map<String, SortedSet<String>> map, String key, String value) {
    map.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
  }
}
