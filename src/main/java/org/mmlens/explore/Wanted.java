package org.mmlens.explore;

import java.util.List;
import org.mmlens.ir.Function;
import org.mmlens.lens.StackRig;

/// One side of which more branches shall be taken.
///
/// @param rig runs it
/// @param functions those whose branches are wanted: the entry and what the change touches
/// @param reached all that the entry leads to, themselves among them
public record Wanted(StackRig rig, List<Function> functions, List<Function> reached) {
  /// Copies the lists.
  public Wanted {
    functions = List.copyOf(functions);
    reached = List.copyOf(reached);
  }
}
