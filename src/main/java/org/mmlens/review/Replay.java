package org.mmlens.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.explore.Rerun;
import org.mmlens.jvm.Options;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Trace;
import org.mmlens.mail.Series;
import org.mmlens.tree.SourceTree;

/// Runs one scenario again, on the trees before and after a patch.
public sealed interface Replay {

  /// It ran.
  ///
  /// @param entryBefore the function that was run, with its place, before the patch
  /// @param entryAfter the same after the patch
  /// @param rerun what it showed
  /// @param traces of the side before the patch and of that after it, told call by call
  record Ran(String entryBefore, String entryAfter, Rerun rerun, List<Trace> traces)
      implements Replay {
    /// Copies the list.
    public Ran {
      traces = List.copyOf(traces);
    }
  }

  /// The series does not apply or does not compile.
  ///
  /// @param errors at least one
  record Refused(List<Diagnostic> errors) implements Replay {
    /// Copies the list.
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /// A tree compiles, but the lens cannot be set up.
  ///
  /// @param reason one line
  record Unfit(String reason) implements Replay {}

  /// {@return what running the scenario again gives}
  ///
  /// @param series what was reviewed
  /// @param tree what it is applied to
  /// @param options whose `only` says which patch; the series as a whole if it says none
  /// @param scenario what is run
  static Replay of(Series series, SourceTree tree, ReviewOptions options, Scenario scenario) {
    TreeSteps steps = TreeSteps.of(series, tree);
    int last = options.only().orElse(series.patches().size());
    if (steps.steps().size() < last) {
      return new Refused(steps.refused());
    }
    SourceTree before =
        options.only().isPresent() ? steps.steps().get(last - 1).before() : steps.base();
    SourceTree after = steps.steps().get(last - 1).after();
    Set<String> touched = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    for (TreeSteps.Step step : steps.steps()) {
      Set<String> paths = step.lines().touchedPaths();
      touched.addAll(paths);
      changed.addAll(ChangedCode.between(step.before(), step.after(), paths).functions().keySet());
    }
    var bench =
        new Workbench(
            options,
            changed,
            new TreeCompiler(options.config(), touched, TreeCompiler.Kept.of(options, tree)),
            Options.Calls.TOLD);
    return run(bench.side(before), bench.side(after), scenario);
  }

  private static Replay run(Side before, Side after, Scenario scenario) {
    if (before instanceof Side.Ready b && after instanceof Side.Ready a) {
      return new Ran(
          Coverages.entry(b.entry()),
          Coverages.entry(a.entry()),
          Rerun.of(b.rig(), a.rig(), scenario),
          List.of(b.rig().trace(scenario), a.rig().trace(scenario)));
    }
    List<Diagnostic> errors =
        Stream.of(before, after)
            .flatMap(side -> side instanceof Side.Broken(var all) ? all.stream() : Stream.of())
            .distinct()
            .toList();
    return errors.isEmpty()
        ? new Unfit(
            Stream.of(before, after)
                .flatMap(
                    side ->
                        side instanceof Side.Unfit(var reason) ? Stream.of(reason) : Stream.of())
                .findFirst()
                .orElse("the lens cannot be set up"))
        : new Refused(errors);
  }
}
