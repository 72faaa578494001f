package org.mmlens.surface;

import java.util.List;
import java.util.Optional;
import org.mmlens.surface.scan.Use;

/// Looks for definitions that the reader of C files cannot recognise: in assembly, by a macro.
final class Elsewhere {

  private final TreeView view;

  Elsewhere(TreeView view) {
    this.view = view;
  }

  /// {@return whether something outside of function bodies may define the name}
  boolean defines(String name) {
    boolean byMacro =
        view.uses(List.of(name)).getOrDefault(name, List.of()).stream()
            .anyMatch(Elsewhere::outside);
    return byMacro || inAssembly(name);
  }

  private static boolean outside(Use use) {
    return use.path().endsWith(".c")
        && use.around().name().isEmpty()
        && use.manner() != Use.Manner.EXPORT;
  }

  private boolean inAssembly(String name) {
    return view.tree()
        .list("")
        .filter(path -> path.endsWith(".S"))
        .map(view.tree()::read)
        .flatMap(Optional::stream)
        .anyMatch(bytes -> Occurrence.in(bytes, name));
  }
}
