package org.mmlens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.tree.SourceTree;

/// What makes a folder a kernel tree.
final class KernelTree {

  /// What the root of a whole one holds.
  private static final List<String> WHOLE = List.of("MAINTAINERS", "mm", "fs", "include/linux");

  /// Folders of which a part of one holds some.
  private static final List<String> PARTS = List.of("mm", "fs", "include/linux", "arch");

  private KernelTree() {}

  /// {@return whether a folder is the root of a whole one}
  static boolean isWhole(Path folder) {
    return WHOLE.stream().allMatch(name -> Files.exists(folder.resolve(name)));
  }

  /// {@return whether this is a kernel tree or a part of one}
  static boolean is(SourceTree tree) {
    return tree.exists("MAINTAINERS") || PARTS.stream().anyMatch(part -> hasFiles(tree, part));
  }

  private static boolean hasFiles(SourceTree tree, String folder) {
    try (Stream<String> files = tree.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /// {@return what is wrong with a place that is none}
  static Diagnostic none(Path path) {
    var none =
        Diagnostic.error(
            "tree-kernel",
            Position.ofFile(path.toString()),
            "expected the root of a kernel tree, whole or in part, with some of mm/, fs/,"
                + " include/linux/ and arch/; found none of them");
    return around(path).map(root -> none.withHint(hint(root))).orElse(none);
  }

  private static boolean isRoot(Path folder) {
    return Files.exists(folder.resolve("mm")) && Files.exists(folder.resolve("include/linux"));
  }

  private static String hint(Path root) {
    return "the kernel tree is " + root;
  }

  /// {@return the kernel tree that a path lies in or holds, if there is just one}
  private static Optional<Path> around(Path path) {
    for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (isRoot(at)) {
        return Optional.of(at);
      }
    }
    try (Stream<Path> below = Files.list(path)) {
      List<Path> roots = below.filter(KernelTree::isRoot).limit(2).toList();
      return roots.size() == 1 ? Optional.of(roots.getFirst()) : Optional.empty();
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }
}
