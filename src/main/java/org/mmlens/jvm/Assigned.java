package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;

/// Which registers are assigned on every path to a block.
final class Assigned {

  private final List<BitSet> atStart = new ArrayList<>();
  private final BitSet doubtful = new BitSet();

  Assigned(Function function, Graph graph) {
    int registers = function.registers().size();
    for (int i = 0; i < function.blocks().size(); i++) {
      BitSet all = new BitSet();
      all.set(0, registers);
      atStart.add(all);
    }
    BitSet entry = new BitSet();
    function.params().forEach(p -> entry.set(p.index()));
    atStart.set(0, entry);
    solve(graph);
    graph.order().forEach(this::findDoubtful);
  }

  private void solve(Graph graph) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : graph.order()) {
        BitSet now = atStart(block);
        block.instructions().forEach(i -> apply(i, now));
        for (int to : Graph.successors(block.end())) {
          BitSet there = atStart.get(to);
          int before = there.cardinality();
          there.and(now);
          changed |= there.cardinality() != before;
        }
      }
    }
  }

  /// {@return a copy of the registers assigned at the start of a block}
  BitSet atStart(Block block) {
    return (BitSet) atStart.get(block.index()).clone();
  }

  /// Changes the set as the instruction does.
  static void apply(Instruction instruction, BitSet assigned) {
    switch (instruction) {
      case Instruction.Assign(Register target, _, _) -> assigned.set(target.index());
      case Instruction.Call(var result, _, _, _) -> result.ifPresent(r -> assigned.set(r.index()));
      case Instruction.Forget(Register target, _) -> assigned.clear(target.index());
      case Instruction.Store _, Instruction.Copy _, Instruction.Zero _, Instruction.Enter _ -> {}
    }
  }

  private void findDoubtful(Block block) {
    BitSet now = atStart(block);
    for (Instruction i : block.instructions()) {
      Operands.of(i).forEach(e -> findDoubtful(e, now));
      apply(i, now);
    }
    Operands.of(block.end()).forEach(e -> findDoubtful(e, now));
  }

  private void findDoubtful(Expr expr, BitSet now) {
    if (expr instanceof Expr.Reg(Register r)) {
      if (!now.get(r.index())) {
        doubtful.set(r.index());
      }
    } else {
      Operands.of(expr).forEach(e -> findDoubtful(e, now));
    }
  }

  /// {@return the registers that may be used before they are assigned}
  BitSet doubtful() {
    return doubtful;
  }
}
