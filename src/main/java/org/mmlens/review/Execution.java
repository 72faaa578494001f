package org.mmlens.review;

import java.util.List;
import java.util.Set;
import org.mmlens.diag.Diagnostic;
import org.mmlens.jvm.Options;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Trace;
import org.mmlens.tree.SourceTree;

/// One scenario, run on one tree that nothing is applied to.
public sealed interface Execution {

  /// It ran.
  ///
  /// @param entry the function that was run, with its place
  /// @param trace what happened
  record Ran(String entry, Trace trace) implements Execution {}

  /// The tree does not compile.
  ///
  /// @param errors at least one
  record Refused(List<Diagnostic> errors) implements Execution {
    /// Copies the list.
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /// The tree compiles, but the lens cannot be set up.
  ///
  /// @param reason one line
  record Unfit(String reason) implements Execution {}

  /// {@return what running the scenario gives}
  ///
  /// @param tree a kernel tree
  /// @param options the configuration and the budget of a run
  /// @param scenario what is run
  static Execution of(SourceTree tree, ReviewOptions options, Scenario scenario) {
    var compiler =
        new TreeCompiler(options.config(), Set.of(), TreeCompiler.Kept.of(options, tree));
    return switch (new Workbench(options, Set.of(), compiler, Options.Calls.TOLD).side(tree)) {
      case Side.Unfit(String reason) -> new Unfit(reason);
      case Side.Broken(var errors) -> new Refused(errors);
      case Side.Ready r -> new Ran(Coverages.entry(r.entry()), r.rig().trace(scenario));
    };
  }
}
