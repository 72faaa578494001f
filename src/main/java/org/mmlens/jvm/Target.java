package org.mmlens.jvm;

import org.mmlens.ir.Function;

/// What a called symbol stands for.
sealed interface Target {

  /// A function compiled from C.
  ///
  /// @param function the function
  record Body(Function function) implements Target {}

  /// A function that Java answers.
  ///
  /// @param model the model
  /// @param number its counter in [org.mmlens.machine.Machine#modelCalls]
  record Modelled(Model model, int number) implements Target {}

  /// Neither.
  ///
  /// @param name the C name
  record Unknown(String name) implements Target {}
}
