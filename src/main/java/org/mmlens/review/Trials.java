package org.mmlens.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mmlens.explore.Exploration;
import org.mmlens.explore.Leads;
import org.mmlens.ir.Function;
import org.mmlens.lens.Calls;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// Tries many small changes of one tree: each is run until the first scenario that tells it from
/// the tree, and what the tree itself does is run once for all of them.
public final class Trials {

  /// A change that makes a loop endless shall not take long.
  private static final long STEPS = 50_000;

  private final ReviewOptions options;
  private final Workbench bench;
  private final Remembering before;

  private Trials(ReviewOptions options, Workbench bench, Remembering before) {
    this.options = options;
    this.bench = bench;
    this.before = before;
  }

  /// What trying gave.
  public sealed interface Answer {
    /// A run tells the two apart.
    ///
    /// @param first the observable in which they differ, the first of them
    record Noticed(Observable first) implements Answer {}

    /// No run does.
    ///
    /// @param notes whether they differ outside the contract or in the order of effects, or may
    ///   differ in which check fires
    record Silent(boolean notes) implements Answer {}

    /// Both are compiled to the same code.
    record SameCode() implements Answer {}

    /// It does not compile, or not to anything the lens can run.
    ///
    /// @param reason one line
    record DoesNotCompile(String reason) implements Answer {}

    /// Nothing can be said.
    ///
    /// @param reason one line
    record Inconclusive(String reason) implements Answer {}
  }

  /// The side before: each scenario is run once.
  private record Remembering(Side.Ready ready, Map<Scenario, Observation> known) implements Rig {
    @Override
    public Observation run(Scenario scenario) {
      Observation seen = known.get(scenario);
      if (seen == null) {
        seen = ready.rig().run(scenario);
        known.put(scenario, seen);
      }
      return seen;
    }

    @Override
    public Observation afresh(Scenario scenario) {
      return ready.rig().afresh(scenario);
    }

    @Override
    public Outcome explain(Scenario scenario) {
      return ready.rig().explain(scenario);
    }
  }

  /// {@return trials on a tree, or why the lens does not run on it}
  ///
  /// @param tree the tree
  /// @param paths the files that changes may touch
  /// @param functions the functions that changes may touch
  /// @param config the kernel configuration
  public static Preparation on(
      SourceTree tree, Set<String> paths, Set<String> functions, KernelConfig config) {
    ReviewOptions options = ReviewOptions.standard().withConfig(config).withSteps(STEPS);
    var bench = new Workbench(options, functions, new TreeCompiler(config, paths));
    return switch (bench.side(tree)) {
      case Side.Ready ready ->
          new Preparation.Ready(
              new Trials(options, bench, new Remembering(ready, new ConcurrentHashMap<>())));
      case Side.Unfit(String reason) -> new Preparation.Unfit(reason);
      case Side.Broken(var errors) -> new Preparation.Unfit(errors.getFirst().render());
    };
  }

  /// What preparing gave.
  public sealed interface Preparation {
    /// Trials can begin.
    ///
    /// @param trials on the tree
    record Ready(Trials trials) implements Preparation {}

    /// They cannot.
    ///
    /// @param reason one line
    record Unfit(String reason) implements Preparation {}
  }

  /// {@return the files of the functions that the entry leads to, by function name}
  public Map<String, String> reached() {
    Map<String, String> found = new LinkedHashMap<>();
    for (Function f : before.ready().reached()) {
      found.put(f.name(), f.at().path());
    }
    return found;
  }

  /// {@return the name of the function that is run}
  public String entry() {
    return before.ready().entry().name();
  }

  /// {@return the function that is run, and those it calls that stand in a `.c` file and have a
  /// body}
  public List<String> entryAndCallees() {
    Function entry = before.ready().entry();
    Map<String, String> reached = reached();
    return Stream.concat(
            Stream.of(entry.name()),
            Calls.callees(entry).stream()
                .flatMap(symbol -> before.ready().program().function(symbol).stream())
                .filter(f -> f.at().path().endsWith(".c"))
                .map(Function::name)
                .filter(reached::containsKey))
        .distinct()
        .toList();
  }

  /// {@return what a change of the tree shows}
  ///
  /// @param after the changed tree
  public Answer answer(SourceTree after) {
    Side side = bench.side(after);
    try {
      return switch (side) {
        case Side.Broken(var errors) -> new Answer.DoesNotCompile(errors.getFirst().message());
        case Side.Unfit(String reason) -> new Answer.DoesNotCompile(reason);
        case Side.Ready ready -> answer(ready);
      };
    } finally {
      bench.drop(after);
    }
  }

  private Answer answer(Side.Ready after) {
    if (SameCode.of(before.ready().whole(), after.whole())) {
      return new Answer.SameCode();
    }
    var plan =
        new Exploration.Plan(
            Behaviour.layouts(before.ready(), after),
            options.faultRuns(),
            OptionalInt.of(1),
            Leads.none(),
            Optional.empty());
    Exploration.Result result =
        new Exploration(before, after.rig(), plan, options.threads(), (_, _, _) -> {}, () -> false)
            .run();
    Optional<Observable> noticed =
        result.differences().stream()
            .filter(d -> d.withinContract() && !d.orderOnly())
            .map(d -> d.observable())
            .findFirst();
    if (noticed.isPresent()) {
      return new Answer.Noticed(noticed.get());
    }
    List<String> undecided = result.undecided();
    return undecided.isEmpty()
        ? new Answer.Silent(
            !result.differences().isEmpty() || !result.limits().otherChecks().isEmpty())
        : new Answer.Inconclusive(undecided.getFirst());
  }
}
