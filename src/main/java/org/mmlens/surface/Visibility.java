package org.mmlens.surface;

import java.util.List;
import org.mmlens.diag.Position;

/// Who can see a symbol, and what makes it so.
///
/// @param rung how far
/// @param audience the same in words: `mm/`, `the kernel`, `modules of EXT4`
/// @param through the declarations or exports that carry it there, in order
public record Visibility(Rung rung, String audience, List<Position> through) {

  /// Copies the list.
  public Visibility {
    through = List.copyOf(through);
  }

  /// {@return audience and the file that makes it so}
  public String text() {
    if (through.isEmpty()) {
      return audience;
    }
    return audience + " (" + through.getFirst().path() + ")";
  }
}
