package org.mmlens.mutate;

/// A change of one function that changes nothing it does.
///
/// @param kind what was done
/// @param what the same in words, with function and line
/// @param file the text of the whole file, bytes as Latin-1
public record Rewrite(Kind kind, String what, String file) {

  /// What can be done.
  public enum Kind {
    /// A local variable or a static function gets another name.
    RENAME,
    /// Braces, a loop that runs once or a jump to the next line around a statement.
    WRAP,
    /// A value goes through a variable, or behind a comma.
    TEMPORARY,
    /// `a < b` is `b > a` and `!(a >= b)`; a condition is negated twice.
    COMPARISON,
    /// `a && b` is `!(!a || !b)`.
    DE_MORGAN,
    /// The branches of an `if` the other way round, or as two of them.
    BRANCHES,
    /// `if` and `else` as `?:`, and back.
    TERNARY,
    /// `while`, `for` and `do` in each other's place.
    LOOP,
    /// Two statements that have nothing to do with each other the other way round.
    REORDER,
    /// Statements or a condition become a function.
    EXTRACT,
    /// A function of the same file stands where it was called.
    INLINE
  }
}
