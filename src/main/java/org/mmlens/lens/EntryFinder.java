package org.mmlens.lens;

import java.util.List;
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

  /// The entry functions of two sides.
  public sealed interface Entries {
    /// Both were found.
    ///
    /// @param before before the patch
    /// @param after after the patch
    record Found(Function before, Function after) implements Entries {}

    /// At least one was not found.
    ///
    /// @param reason one line
    record Missing(String reason) implements Entries {}
  }

  /// {@return the entry functions}
  ///
  /// @param before the program before the patch
  /// @param after the program after the patch
  public static Entries find(Program before, Program after) {
    Optional<Function> b = entry(before);
    Optional<Function> a = entry(after);
    if (b.isPresent() && a.isEmpty()) {
      a = replacement(before, after);
    }
    if (a.isPresent() && b.isEmpty()) {
      b = replacement(after, before);
    }
    if (b.isEmpty() || a.isEmpty()) {
      return new Entries.Missing(
          "found no function that moves the stack %s the patch: expected %s() to call one with two"
                  .formatted(b.isEmpty() ? "before" : "after", StackLens.CALLER)
              + " parameters, VMA and distance, or one of "
              + String.join("(), ", StackLens.ENTRIES)
              + "()");
    }
    return new Entries.Found(b.get(), a.get());
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

  /// The one function with two parameters that the caller calls on this side only.
  private static Optional<Function> replacement(Program known, Program unknown) {
    Set<String> before =
        caller(known).stream()
            .flatMap(c -> Calls.in(c).stream())
            .map(c -> name(c.symbol()))
            .collect(Collectors.toSet());
    List<Function> candidates =
        caller(unknown).stream()
            .flatMap(c -> Calls.in(c).stream())
            .filter(c -> c.args().size() == 2 && !before.contains(name(c.symbol())))
            .flatMap(c -> unknown.function(c.symbol()).stream())
            .distinct()
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private static String name(String symbol) {
    int at = symbol.indexOf('@');
    return at < 0 ? symbol : symbol.substring(0, at);
  }
}
