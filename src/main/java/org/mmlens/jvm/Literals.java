package org.mmlens.jvm;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Instruction.Call;
import org.mmlens.ir.Instruction.Callee.Direct;
import org.mmlens.ir.Program;

/// The string literals that a function hands to others.
final class Literals {

  private Literals() {}

  /// {@return how often a function passes each string literal as first argument to one of some
  /// functions, by text; a byte of it is a character}
  ///
  /// @param program where the literals lie
  /// @param function the function
  /// @param callees the C names of those it is passed to
  static SortedMap<String, Integer> passed(
      Program program, Function function, Set<String> callees) {
    SortedMap<String, Integer> found = new TreeMap<>();
    for (Block block : function.blocks()) {
      block.instructions().stream()
          .flatMap(i -> i instanceof Call call ? Stream.of(call) : Stream.<Call>of())
          .filter(call -> !call.args().isEmpty())
          .filter(
              call ->
                  call.callee() instanceof Direct(String symbol, _)
                      && callees.contains(Symbols.name(symbol)))
          .flatMap(call -> text(program, call.args().getFirst()).stream())
          .forEach(text -> found.merge(text, 1, Integer::sum));
    }
    return found;
  }

  private static Optional<String> text(Program program, Expr argument) {
    return switch (argument) {
      case Expr.Convert(_, Expr operand) -> text(program, operand);
      case Expr.GlobalAddress(String symbol, long addend) when addend == 0 ->
          program.global(symbol).filter(Global::constant).map(Literals::text);
      default -> Optional.empty();
    };
  }

  private static String text(Global literal) {
    String whole = new String(literal.image(), StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return end < 0 ? whole : whole.substring(0, end);
  }
}
