package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.mmlens.c.type.CType;

/// What a name stands for in the name space of ordinary identifiers (C11 §6.2.3).
sealed interface Symbol {

  /// A `typedef` name.
  record Typedef(CType type) implements Symbol {}

  /// An enumerator.
  record Enumerator(CType type, long value) implements Symbol {}

  /// A local.
  record Local(Value.Place place) implements Symbol {}

  /// An object with static storage duration.
  ///
  /// @param symbol its symbol in the graph
  /// @param type its type
  record Static(String symbol, CType type) implements Symbol {}

  /// Something declared in a way that could not be translated.
  record Broken(String why) implements Symbol {}

  /// A function.
  ///
  /// @param symbol its symbol in the graph
  /// @param type its type
  /// @param noreturn whether a declaration says it does not return
  /// @param definition its body, where this unit has it
  record Function(
      String symbol,
      CType.Function type,
      boolean noreturn,
      Optional<IASTFunctionDefinition> definition)
      implements Symbol {}
}
