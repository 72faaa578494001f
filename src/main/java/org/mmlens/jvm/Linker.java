package org.mmlens.jvm;

import java.util.List;
import org.mmlens.ir.Program;

/// Compiles what is reachable from some functions.
public final class Linker {

  private Linker() {}

  /// {@return the program compiled as far as it can be reached, with models where they win}
  ///
  /// A called function is, in this order: the body of a function in [Options#fromSource]; a model;
  /// a body; nothing, and then a call of it ends the run as
  /// [org.mmlens.machine.Stop.Cause.NotModelled].
  ///
  /// @param program the C
  /// @param models the functions that Java answers
  /// @param entries symbols or C names of the functions to begin with
  /// @param options how to link
  public static Executable link(
      Program program, Models models, List<String> entries, Options options) {
    LinkedProgram linked = new LinkedProgram(program, models, options);
    linked.link(entries);
    return new Executable(linked);
  }

  /// {@return the program compiled as far as it can be reached, with code of another where it is
  /// the same}
  ///
  /// The two stay apart in everything a run can tell: calls, globals and lines are those of
  /// `program`. What both have lies at the same address.
  ///
  /// @param program the C
  /// @param models the functions that Java answers
  /// @param entries symbols or C names of the functions to begin with
  /// @param options how to link
  /// @param like the other program, linked
  public static Executable link(
      Program program, Models models, List<String> entries, Options options, Executable like) {
    LinkedProgram linked = new LinkedProgram(program, models, options, like.linked());
    linked.link(entries, like.linked());
    return new Executable(linked);
  }
}
