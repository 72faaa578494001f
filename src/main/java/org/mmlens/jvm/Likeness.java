package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;

/// What two programs have in common: where that is all a run comes to, it goes on alike in both
/// from the same state of memory.
final class Likeness {

  private Likeness() {}

  /// {@return the symbols of the functions that run as the same code; empty if a state of memory
  /// does not mean the same in both}
  ///
  /// That is the case if both give an address to two different things, if something they both have
  /// begins with other bytes, or if models find things elsewhere. What one of them alone has may
  /// lie where the other has nothing.
  static Optional<Set<String>> of(LinkedProgram here, LinkedProgram there) {
    return here.means(there) ? Optional.of(Sharing.alike(here, there)) : Optional.empty();
  }

  /// {@return the symbols of all bodies that some functions come to, themselves included; empty if
  /// they come to a call by address, or of what nobody knows}
  static Optional<Set<String>> closure(LinkedProgram program, List<String> functions) {
    Set<String> bodies = new HashSet<>();
    Set<String> seen = new HashSet<>(functions);
    var open = new ArrayDeque<>(functions);
    while (!open.isEmpty()) {
      switch (program.target(open.remove())) {
        case Target.Unknown _ -> {
          return Optional.empty();
        }
        case Target.Modelled _ -> {
          // comes to Java
        }
        case Target.Body(Function f) -> {
          if (callsByAddress(f)) {
            return Optional.empty();
          }
          bodies.add(f.symbol());
          program.callees(f).stream().filter(seen::add).forEach(open::add);
        }
      }
    }
    return Optional.of(bodies);
  }

  private static boolean callsByAddress(Function f) {
    for (Block block : f.blocks()) {
      for (Instruction i : block.instructions()) {
        if (i instanceof Instruction.Call(_, Callee.Indirect _, _, _)) {
          return true;
        }
      }
    }
    return false;
  }
}
