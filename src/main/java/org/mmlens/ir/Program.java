package org.mmlens.ir;

import java.util.Optional;

/// One side of a review: the C of a tree, lowered on demand.
///
/// Functions are lowered when they are first asked for, so that asking for an entry point costs
/// what it reaches and no more. Answers do not change: the same symbol gives the same object. Not
/// safe for several threads unless an implementation says so.
public interface Program {

  /// {@return the function with that symbol, or empty if no unit of the program has a body for it}
  ///
  /// @param symbol as calls in the graph spell it
  Optional<Function> function(String symbol);

  /// {@return the symbol by which `name` is called from `file`}
  ///
  /// @param name a C function name
  /// @param file the calling file, which decides between static functions of one name; empty to ask
  ///   for the function of external linkage, or else the only static one
  Optional<String> symbolOf(String name, String file);

  /// {@return the object with that symbol}
  ///
  /// @param symbol as the graph spells it
  Optional<Global> global(String symbol);

  /// {@return the layout of a complete type}
  ///
  /// @param tag `struct x`, `union x` or a typedef name
  Optional<StructLayout> layout(String tag);

  /// {@return the value of an enumerator or of a macro that expands to an integer constant
  /// expression}
  ///
  /// @param name its name
  Optional<Long> constant(String name);
}
