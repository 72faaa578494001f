package org.mmlens.review;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.IrPrinter;
import org.mmlens.ir.Scalar;
import org.mmlens.jvm.Reachable;

/// What the code of one side that runs came to does with some variables.
///
/// Code that loads from a variable by name has read it. Of code that only has its address, or that
/// of an object that leads to it, nobody can tell.
final class ValueUses {

  private final Reachable whole;
  private final Set<String> pointed = new HashSet<>();
  private final Map<String, BitSet> read = new TreeMap<>();

  /// What runs did with part of a value, the certain first.
  enum Use {
    /// At least one read it.
    READ,
    /// Some may have.
    PERHAPS,
    /// None did.
    NONE;

    /// {@return what is known of both sides together}
    Use or(Use other) {
      return compareTo(other) <= 0 ? this : other;
    }
  }

  /// Looks through the code.
  ///
  /// @param whole the side
  /// @param visits what runs came to of it
  /// @param wanted the symbols asked for
  ValueUses(Reachable whole, Visits visits, Set<String> wanted) {
    this.whole = whole;
    Map<String, Pattern> patterns = new TreeMap<>();
    leading(wanted).forEach(symbol -> patterns.put(symbol, address(symbol)));
    for (Function f : whole.functions().values()) {
      Set<Integer> visited = visits.visited(f);
      for (Block b : f.blocks()) {
        if (visited.contains(b.index())) {
          b.instructions().forEach(i -> take(i, patterns));
          take(IrPrinter.print(b.end()), patterns);
        }
      }
    }
    Set<String> direct = Set.copyOf(pointed);
    read.keySet().forEach(this::follow);
    direct.forEach(this::follow);
  }

  /// {@return whether runs read some bytes of a variable}
  Use of(String symbol, BitSet bytes) {
    if (read.getOrDefault(symbol, new BitSet()).intersects(bytes)) {
      return Use.READ;
    }
    return pointed.contains(symbol) ? Use.PERHAPS : Use.NONE;
  }

  /// {@return some variables, and those whose initial value leads to them}
  private Set<String> leading(Set<String> to) {
    Set<String> found = new HashSet<>(to);
    boolean more = true;
    while (more) {
      more = false;
      for (Global g : whole.globals().values()) {
        more |=
            g.relocations().stream().anyMatch(r -> found.contains(r.symbol()))
                && found.add(g.symbol());
      }
    }
    return found;
  }

  /// Marks everything that the initial value of a variable leads to.
  private void follow(String symbol) {
    Global from = whole.globals().get(symbol);
    if (from != null) {
      for (Global.Relocation r : from.relocations()) {
        if (pointed.add(r.symbol())) {
          follow(r.symbol());
        }
      }
    }
  }

  /// Where a variable stands in printed code: with the type of the load if that is what it is.
  private static Pattern address(String symbol) {
    return Pattern.compile(
        "(?:\\b([IU]\\d+)(?:\\.[A-Z_]+)?\\[)?&"
            + Pattern.quote(symbol)
            + "(?:\\+(-?\\d+))?(?![\\w@./])(\\])?");
  }

  private void take(Instruction i, Map<String, Pattern> patterns) {
    switch (i) {
      case Instruction.Store(_, Expr.GlobalAddress _, Expr value, _) ->
          take(IrPrinter.print(value), patterns);
      case Instruction.Store(_, Expr address, Expr value, _) ->
          List.of(address, value).forEach(e -> take(IrPrinter.print(e), patterns));
      case Instruction.Copy(Expr target, Expr.GlobalAddress(String symbol, long at), long n, _) -> {
        read(symbol, at, n);
        take(IrPrinter.print(target), patterns);
      }
      case Instruction other -> take(IrPrinter.print(other), patterns);
    }
  }

  private void take(String code, Map<String, Pattern> patterns) {
    patterns.forEach(
        (symbol, pattern) -> {
          Matcher found = pattern.matcher(code.contains(symbol) ? code : "");
          while (found.find()) {
            if (found.group(1) != null && found.group(3) != null) {
              long at = found.group(2) == null ? 0 : Long.parseLong(found.group(2));
              read(symbol, at, Scalar.valueOf(found.group(1)).bytes());
            } else {
              pointed.add(symbol);
            }
          }
        });
  }

  private void read(String symbol, long at, long bytes) {
    BitSet all = read.computeIfAbsent(symbol, _ -> new BitSet());
    if (at >= 0 && at + bytes <= Integer.MAX_VALUE) {
      all.set((int) at, (int) (at + bytes));
    }
  }
}
