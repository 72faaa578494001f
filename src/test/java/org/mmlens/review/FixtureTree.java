package org.mmlens.review;

import java.nio.file.Path;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;

/// The bundled miniature kernel, for tests.
final class FixtureTree {

  private FixtureTree() {}

  static SourceTree open() {
    return switch (Trees.directory(Path.of("fixtures/linux"))) {
      case Trees.Opening.Opened(SourceTree tree) -> tree;
      case Trees.Opening.Refused(var error) -> throw new IllegalStateException(error.render());
    };
  }
}
