package org.mmlens.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Linkage;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig;
import org.mmlens.port.Architecture;
import org.mmlens.port.KernelConfig;
import org.mmlens.port.KernelFunction;
import org.mmlens.tree.SourceTree;

/// Whether and how the lens runs on a tree that nothing is applied to.
public sealed interface Checkup {

  /// It can be set up.
  ///
  /// @param entry the function that is run, with its place
  /// @param files for each file how many of its functions run from source
  /// @param models the kernel functions that Java answers, by fidelity, each list sorted
  /// @param missing functions and variables that are referred to and nobody has, each with one that
  ///   refers to it; running into one of them ends a run as undecided
  /// @param holes C that is not translated, with its place; the same holds for it
  /// @param config the configuration; empty if the tree brings its own
  /// @param scenarios how many layouts were run
  /// @param undecided why some of them decided nothing; empty if all did
  /// @param stopped how some of them ended before the function returned, with their number; layouts
  ///   outside the contract may well
  /// @param times how long each step took, in order
  record Fit(
      String entry,
      SortedMap<String, Integer> files,
      SortedMap<String, List<String>> models,
      SortedMap<String, String> missing,
      List<String> holes,
      Optional<KernelConfig> config,
      int scenarios,
      Set<String> undecided,
      SortedMap<String, Integer> stopped,
      List<Step> times)
      implements Checkup {}

  /// It cannot be set up.
  ///
  /// @param reason one line
  record Unfit(String reason) implements Checkup {}

  /// A part of the work.
  ///
  /// @param name what was done
  /// @param nanos how long it took, in nanoseconds
  record Step(String name, long nanos) {}

  /// {@return how the lens fares on a tree}
  ///
  /// @param tree a kernel tree
  /// @param options the configuration and the budget of a run
  static Checkup of(SourceTree tree, ReviewOptions options) {
    long begun = System.nanoTime();
    var compiler =
        new TreeCompiler(options.config(), Set.of(), TreeCompiler.Kept.of(options, tree));
    compiler.compile(tree);
    long parsed = System.nanoTime();
    Side side = new Workbench(options, Set.of(), compiler).side(tree);
    long ready = System.nanoTime();
    Optional<KernelConfig> config =
        Architecture.ownConfiguration(tree::read)
            ? Optional.empty()
            : Optional.of(options.config());
    return switch (side) {
      case Side.Unfit(String reason) -> new Unfit(reason);
      case Side.Broken(var errors) -> new Unfit(errors.getFirst().render());
      case Side.Ready r -> fit(r, compiler, config, new long[] {begun, parsed, ready});
    };
  }

  private static Fit fit(
      Side.Ready side, TreeCompiler compiler, Optional<KernelConfig> config, long[] clock) {
    Set<String> undecided = new LinkedHashSet<>();
    SortedMap<String, Integer> stopped = new TreeMap<>();
    StackRig rig = side.rig();
    List<Scenario> layouts = ScenarioSpace.all();
    for (Scenario s : layouts) {
      Observation seen = rig.run(s);
      seen.undecided().ifPresent(undecided::add);
      if (s.withinContract()) {
        seen.stopped().ifPresent(how -> stopped.merge(how, 1, Integer::sum));
      }
    }
    long ran = System.nanoTime();
    Linkage linkage = rig.program().linkage();
    SortedMap<String, Integer> files = new TreeMap<>();
    for (Function f : linkage.compiled()) {
      files.merge(f.at().path(), 1, Integer::sum);
    }
    SortedMap<String, String> missing = new TreeMap<>();
    linkage.unresolved().forEach((name, users) -> missing.put(name, users.getFirst()));
    return new Fit(
        Coverages.entry(side.entry()),
        files,
        models(linkage, compiler),
        missing,
        linkage.holes().values().stream().flatMap(List::stream).sorted().toList(),
        config,
        layouts.size(),
        undecided,
        stopped,
        List.of(
            new Step("parsing", clock[1] - clock[0]),
            new Step("lowering, generating code, booting", clock[2] - clock[1]),
            new Step("running", ran - clock[2])));
  }

  private static SortedMap<String, List<String>> models(Linkage linkage, TreeCompiler compiler) {
    SortedMap<String, List<String>> byFidelity = new TreeMap<>();
    for (Map.Entry<String, ?> model : linkage.models().entrySet()) {
      String fidelity =
          compiler
              .models()
              .description(model.getKey())
              .map(KernelFunction::fidelity)
              .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
              .orElse("unknown");
      byFidelity.computeIfAbsent(fidelity, _ -> new ArrayList<>()).add(model.getKey());
    }
    return byFidelity;
  }
}
