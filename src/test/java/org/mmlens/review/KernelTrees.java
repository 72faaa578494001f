package org.mmlens.review;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mmlens.port.KernelConfig;
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
}
