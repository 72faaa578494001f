package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import org.mmlens.ir.Function;

/// What the compiler of one function asks about the rest of the program.
interface Scope {

  /// {@return what a call of a symbol runs}
  Target target(String symbol);

  /// {@return the class that a compiled function's method is in}
  ClassDesc owner(Function function);

  /// {@return the address of a global}
  long globalAddress(String symbol);

  /// {@return the address of a function}
  long functionAddress(String symbol);

  /// {@return the number of a new way out of a branch}
  int probe(String function, int line, String condition, String outcome);

  /// {@return how many ways out of branches there are}
  int probeCount();

  /// Takes back all ways out of branches but the first.
  void dropProbes(int count);

  /// {@return whether branches are counted}
  Options.Coverage coverage();

  /// {@return whether it is noted what a function returns}
  boolean watched(String symbol);

  /// {@return whether code tells of calls}
  Options.Calls calls();

  /// {@return whether calls of a function are to be counted against the depth limit}
  boolean recursive(String symbol);
}
