package org.mmlens.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;

/// Walks over one function, or what runs came to of it, on both sides at once.
///
/// Where the two walks see the same, no run has done in this function what it did not do before,
/// however much the rest of it differs.
final class Lockstep {

  private final Walker old;
  private final Walker now;

  private Lockstep(Walker old, Walker now) {
    this.old = old;
    this.now = now;
  }

  /// {@return whether runs came to the same code of a function on both sides}
  ///
  /// @param was the function before
  /// @param before what runs came to before
  /// @param is the function after
  /// @param after what runs came to after
  static boolean alike(Function was, Visits before, Function is, Visits after) {
    if (!before.entered(was) || !after.entered(is)) {
      return before.entered(was) == after.entered(is);
    }
    return new Lockstep(
            new Walker(was, (end, way) -> before.taken(was, end, way)),
            new Walker(is, (end, way) -> after.taken(is, end, way)))
        .alike();
  }

  /// {@return whether all that can be come to in a function is the same on both sides: names of
  /// variables are no difference}
  static boolean alike(Function was, Function is) {
    return new Lockstep(new Walker(was, (_, _) -> true), new Walker(is, (_, _) -> true)).alike();
  }

  /// Two places that go with each other.
  private record Pair(int was, int is) {}

  private boolean alike() {
    if (!old.params().equals(now.params())) {
      return false;
    }
    Set<Pair> seen = new HashSet<>();
    Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
    while (!open.isEmpty()) {
      Pair at = open.remove();
      if (seen.add(at) && !alike(at, open)) {
        return false;
      }
    }
    return true;
  }

  private boolean alike(Pair from, Deque<Pair> open) {
    Walker.Stretch was = old.from(from.was());
    Walker.Stretch is = now.from(from.is());
    List<Visits.Exit> ways = Visits.exits(was.end());
    List<Visits.Exit> others = Visits.exits(is.end());
    if (!was.text().equals(is.text()) || ways.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ways.size(); i++) {
      boolean came = old.takes(was.end(), ways.get(i));
      if (came != now.takes(is.end(), others.get(i))) {
        return false;
      }
      if (came) {
        open.add(new Pair(ways.get(i).target(), others.get(i).target()));
      }
    }
    return true;
  }

  /// One side.
  private static final class Walker {
    private final Function function;
    private final BiPredicate<Terminator, Visits.Exit> taken;
    private final Wording wording;

    Walker(Function function, BiPredicate<Terminator, Visits.Exit> taken) {
      this.function = function;
      this.taken = taken;
      this.wording = new Wording(function, Wording.Naming.NUMBERS);
    }

    List<String> params() {
      return function.params().stream().map(wording::of).toList();
    }

    boolean takes(Terminator end, Visits.Exit way) {
      return taken.test(end, way);
    }

    /// Code without a choice in it.
    ///
    /// @param text what is done
    /// @param end the choice that ends it, or the end of the walk
    record Stretch(List<String> text, Terminator end) {}

    /// Goes on over jumps, since how code is cut into blocks is all the same; a loop without a
    /// choice ends where it comes round.
    Stretch from(int block) {
      List<String> text = new ArrayList<>();
      Set<Integer> passed = new HashSet<>();
      int at = block;
      while (true) {
        Block b = function.blocks().get(at);
        b.instructions().stream()
            .filter(i -> !Wording.declares(i))
            .forEach(i -> text.add(wording.of(i)));
        List<Visits.Exit> ways = Visits.exits(b.end());
        if (ways.size() != 1 || !passed.add(at)) {
          text.add(wording.of(b.end()));
          return new Stretch(text, b.end());
        }
        at = ways.getFirst().target();
      }
    }
  }
}
