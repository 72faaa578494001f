package org.mmlens.review;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmlens.port.KernelConfig;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;

/// The trees that tests run: the fixture, and the kernels that `fixtures/fetch-linux` has fetched.
final class KernelTrees {

  private KernelTrees() {}

  /// {@return the tree of that name: `fixture` or a version; the test is skipped without it}
  static SourceTree open(String name) {
    if (name.equals("fixture")) {
      return FixtureTree.open();
    }
    Path folder = Path.of("fixtures/kernels/linux-source-" + name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "not here: " + folder + "; fixtures/fetch-linux fetches it");
    return switch (Trees.directory(folder)) {
      case Trees.Opening.Opened(SourceTree tree) -> tree;
      case Trees.Opening.Refused(var error) -> throw new IllegalStateException(error.render());
    };
  }

  /// {@return the tree, ready to run in the standard configuration}
  static Side.Ready ready(SourceTree tree) {
    Workbench bench =
        new Workbench(
            ReviewOptions.standard(),
            Set.of(),
            new TreeCompiler(KernelConfig.standard(), Set.of()));
    return switch (bench.side(tree)) {
      case Side.Ready ready -> ready;
      case Side.Unfit(String reason) -> throw new IllegalStateException(reason);
      case Side.Broken(var errors) -> throw new IllegalStateException(errors.getFirst().render());
    };
  }

  /// {@return the tree with these files written anew}
  ///
  /// @param files contents by path
  static SourceTree with(SourceTree tree, Map<String, String> files) {
    Map<String, OverlayTree.Change> changes = new LinkedHashMap<>();
    files.forEach(
        (path, text) ->
            changes.put(
                path,
                new OverlayTree.Change.Written(
                    FileMode.REGULAR, text.getBytes(StandardCharsets.UTF_8))));
    return OverlayTree.of(tree, changes, "edited tree");
  }

  /// {@return the text of a function, without what stands before its type}
  static String function(SourceTree tree, String file, String name) {
    return String.join(
        "\n", lines(tree, file).subList(first(tree, file, name), last(tree, file, name)));
  }

  /// {@return the tree without a function}
  static SourceTree without(SourceTree tree, String file, String name) {
    List<String> lines = lines(tree, file);
    lines.subList(first(tree, file, name), last(tree, file, name)).clear();
    return written(tree, file, lines);
  }

  /// {@return the tree with text before a function}
  static SourceTree before(SourceTree tree, String file, String name, String text) {
    List<String> lines = lines(tree, file);
    lines.add(first(tree, file, name), text);
    return written(tree, file, lines);
  }

  /// {@return the tree with text after the declaration that begins in the first line with a word}
  static SourceTree after(SourceTree tree, String file, String word, String text) {
    List<String> lines = lines(tree, file);
    int at = 0;
    while (!lines.get(at).contains(word)) {
      at++;
    }
    while (!lines.get(at).endsWith(";")) {
      at++;
    }
    lines.add(at + 1, text);
    return written(tree, file, lines);
  }

  /// {@return the tree with text at the end of a header, inside its guard}
  static SourceTree atEnd(SourceTree tree, String header, String text) {
    String old = tree.text(header).orElseThrow();
    int end = old.lastIndexOf("#endif");
    return with(tree, Map.of(header, old.substring(0, end) + text + old.substring(end)));
  }

  /// {@return the tree with text at the end of a file}
  static SourceTree append(SourceTree tree, String file, String text) {
    return with(tree, Map.of(file, tree.text(file).orElseThrow() + text));
  }

  /// {@return the tree with a word replaced wherever it stands in a file}
  static SourceTree renamed(SourceTree tree, String file, String from, String to) {
    String old = tree.text(file).orElseThrow();
    return with(tree, Map.of(file, old.replaceAll("\\b" + from + "\\b", to)));
  }

  private static List<String> lines(SourceTree tree, String file) {
    return new ArrayList<>(tree.text(file).orElseThrow().lines().toList());
  }

  private static SourceTree written(SourceTree tree, String file, List<String> lines) {
    return with(tree, Map.of(file, String.join("\n", lines) + "\n"));
  }

  private static int first(SourceTree tree, String file, String name) {
    return entity(tree, file, name).place().firstLine() - 1;
  }

  private static int last(SourceTree tree, String file, String name) {
    return entity(tree, file, name).place().lastLine();
  }

  private static Entity entity(SourceTree tree, String file, String name) {
    return FileScanner.scan(file, tree.read(file).orElseThrow())
        .named(name)
        .filter(Entity::definition)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " has no " + name));
  }
}
