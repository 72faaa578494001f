package org.mmlens.lens;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Program;

/// Finds the function under review on each side: what `setup_arg_pages()` calls to move the stack.
///
/// A patch may move or rename it, so the call counts, not the name; the names that kernels have
/// used are only asked for where the call does not tell.
public final class EntryFinder {

  /// The local of `setup_arg_pages()` that holds the distance, in all generations since 2.6.23.
  private static final String DISTANCE = "stack_shift";

  private EntryFinder() {}

  /// {@return what is said where no entry function is found}
  public static String missing() {
    return "found no function that moves the stack: expected "
        + StackLens.CALLER
        + "() to call one with two parameters, VMA and distance, or one of "
        + String.join("(), ", StackLens.ENTRIES)
        + "()";
  }

  /// {@return the entry function of one program}
  ///
  /// @param program one side
  public static Optional<Function> entry(Program program) {
    Optional<Function> caller = caller(program);
    Optional<Function> called =
        caller.flatMap(
            c ->
                Calls.in(c).stream()
                    .filter(EntryFinder::passesDistance)
                    .flatMap(call -> program.function(call.symbol()).stream())
                    .filter(f -> f.params().size() == 2)
                    .findFirst());
    if (called.isPresent()) {
      return called;
    }
    Set<String> mentioned =
        caller.stream()
            .flatMap(c -> Calls.in(c).stream())
            .map(Calls.Call::symbol)
            .collect(Collectors.toSet());
    return StackLens.ENTRIES.stream()
        .flatMap(name -> program.symbolOf(name, "").stream())
        .filter(symbol -> caller.isEmpty() || mentioned.contains(symbol))
        .flatMap(symbol -> program.function(symbol).stream())
        .filter(f -> f.params().size() == 2)
        .findFirst();
  }

  private static Optional<Function> caller(Program program) {
    return program.symbolOf(StackLens.CALLER, "").flatMap(program::function);
  }

  private static boolean passesDistance(Calls.Call call) {
    return call.args().size() == 2
        && call.args().get(1) instanceof Expr.Reg(var register)
        && register.name().equals(DISTANCE);
  }
}
