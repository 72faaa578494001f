package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// Cuts long blocks into shorter ones.
final class BlockSplitter {

  private BlockSplitter() {}

  /// {@return the same function, whose blocks weigh no more than a limit where they have several
  /// instructions}
  static Function split(Function function, long limit) {
    List<Block> blocks = new ArrayList<>(function.blocks());
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int cut = firstTooMuch(block, limit);
      if (cut < block.instructions().size()) {
        List<Instruction> all = block.instructions();
        int rest = blocks.size();
        int line = all.get(cut).line();
        blocks.set(i, new Block(i, all.subList(0, cut), new Terminator.Jump(rest, line)));
        blocks.add(new Block(rest, all.subList(cut, all.size()), block.end()));
      }
    }
    return with(function, blocks);
  }

  private static int firstTooMuch(Block block, long limit) {
    long weight = 0;
    for (int i = 0; i < block.instructions().size(); i++) {
      weight += Weight.of(block.instructions().get(i));
      if (weight > limit && i > 0) {
        return i;
      }
    }
    return block.instructions().size();
  }

  /// {@return the same function with other blocks}
  static Function with(Function f, List<Block> blocks) {
    return new Function(
        f.symbol(),
        f.name(),
        f.at(),
        f.lastLine(),
        f.prototype(),
        f.result(),
        f.params(),
        f.registers(),
        f.slots(),
        blocks);
  }
}
