package org.mmlens.mutate;

import java.nio.charset.StandardCharsets;

/// One small change of one function.
///
/// @param operator what kind of mistake it is
/// @param function the function
/// @param line the line it begins on, from 1
/// @param start offset of the first byte that changes
/// @param end offset behind the last byte that changes
/// @param was the text there
/// @param now what stands there instead
public record Mutant(
    Operator operator, String function, int line, int start, int end, String was, String now) {

  /// The kinds of mistakes.
  public enum Operator {
    /// Another comparison: `<` for `<=`.
    RELATION,
    /// Another operator: `-` for `+`, `||` for `&&`.
    ARITHMETIC,
    /// A constant one greater or less, an address one page higher or lower.
    CONSTANT,
    /// A statement left out.
    DROPPED_STATEMENT,
    /// A condition that always or never holds.
    DROPPED_CONDITION,
    /// Two arguments of a call the other way round.
    SWAPPED_ARGUMENTS,
    /// Two statements the other way round.
    SWAPPED_STATEMENTS,
    /// The result of a call no longer looked at.
    DROPPED_CHECK,
    /// Another variable of the same type.
    WRONG_VARIABLE,
    /// Another value returned.
    WRONG_RESULT
  }

  /// {@return the file with the mistake in it}
  ///
  /// @param file its bytes
  public byte[] in(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return (text.substring(0, start) + now + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// {@return the mistake in one line, without line numbers: the same as long as the function is}
  @Override
  public String toString() {
    return "%s %s: %s -> %s"
        .formatted(
            function,
            operator.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            flat(was),
            flat(now));
  }

  private static String flat(String text) {
    String one = text.strip().replaceAll("\\s+", " ");
    return one.isEmpty() ? "nothing" : one;
  }
}
