package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;

/// The order in which a function's blocks are laid out: reverse postorder from block 0, without
/// those nothing leads to.
final class Graph {

  private final Function function;
  private final int[] place;
  private final List<Block> order = new ArrayList<>();

  Graph(Function function) {
    this.function = function;
    this.place = new int[function.blocks().size()];
    Arrays.fill(place, -1);
    number();
  }

  /// {@return the blocks that can be reached}
  List<Block> order() {
    return order;
  }

  /// {@return whether an edge goes back: every cycle has one such edge}
  boolean goesBack(int from, int to) {
    return place[to] <= place[from];
  }

  int place(int block) {
    return place[block];
  }

  /// {@return where control can go from a block}
  static List<Integer> successors(Terminator end) {
    return switch (end) {
      case Terminator.Jump(int target, _) -> List.of(target);
      case Terminator.Branch(Expr.Const(long value, _), int then, int otherwise, _, _) ->
          List.of(value != 0 ? then : otherwise);
      case Terminator.Branch(_, int then, int otherwise, _, _) -> List.of(then, otherwise);
      case Terminator.Switch(_, var arms, int otherwise, _, _) -> {
        List<Integer> all = new ArrayList<>();
        arms.forEach(a -> all.add(a.target()));
        all.add(otherwise);
        yield all;
      }
      case Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ -> List.of();
    };
  }

  /// Depth first with a stack of its own: a function may have many thousand blocks in a row.
  private void number() {
    List<Block> blocks = function.blocks();
    boolean[] seen = new boolean[blocks.size()];
    List<Block> postorder = new ArrayList<>();
    List<Visit> stack = new ArrayList<>();
    seen[0] = true;
    stack.add(new Visit(blocks.get(0)));
    while (!stack.isEmpty()) {
      Visit top = stack.getLast();
      if (top.next == top.successors.size()) {
        postorder.add(top.block);
        stack.removeLast();
      } else {
        int to = top.successors.get(top.successors.size() - ++top.next);
        if (!seen[to]) {
          seen[to] = true;
          stack.add(new Visit(blocks.get(to)));
        }
      }
    }
    Collections.reverse(postorder);
    for (Block block : postorder) {
      place[block.index()] = order.size();
      order.add(block);
    }
  }

  private static final class Visit {
    private final Block block;
    private final List<Integer> successors;
    private int next;

    Visit(Block block) {
      this.block = block;
      this.successors = successors(block.end());
    }
  }
}
