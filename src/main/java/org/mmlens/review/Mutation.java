package org.mmlens.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.mutate.Mutant;
import org.mmlens.mutate.Mutants;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Makes every mutant of some functions of a tree and tries each: what is not noticed is where a
/// review is blind, or where the code has no effect.
public final class Mutation {

  private final SourceTree tree;
  private final Trials trials;
  private final Map<String, String> files;

  private Mutation(SourceTree tree, Trials trials, Map<String, String> files) {
    this.tree = tree;
    this.trials = trials;
    this.files = files;
  }

  /// A mutant that was tried.
  ///
  /// @param mutant what was changed
  /// @param path the file
  /// @param answer what trying gave
  /// @param nanos how long it took, in nanoseconds
  public record Tried(Mutant mutant, String path, Trials.Answer answer, long nanos) {}

  /// What preparing gave.
  public sealed interface Preparation {
    /// Mutants can be tried.
    ///
    /// @param mutation tries them
    record Ready(Mutation mutation) implements Preparation {}

    /// They cannot.
    ///
    /// @param reason one line
    record Unfit(String reason) implements Preparation {}
  }

  /// {@return the means to try mutants}
  ///
  /// @param tree the tree
  /// @param functions their names; if empty, the entry function and those of `.c` files that it
  ///   calls
  /// @param config the kernel configuration
  public static Preparation on(SourceTree tree, List<String> functions, KernelConfig config) {
    return switch (Trials.on(tree, Set.of(), Set.of(), config)) {
      case Trials.Preparation.Unfit(String reason) -> new Preparation.Unfit(reason);
      case Trials.Preparation.Ready(Trials first) -> {
        Map<String, String> reached = first.reached();
        List<String> wanted = functions.isEmpty() ? first.entryAndCallees() : functions;
        List<String> unknown = wanted.stream().filter(f -> !reached.containsKey(f)).toList();
        yield unknown.isEmpty()
            ? ready(tree, wanted, reached, config)
            : new Preparation.Unfit(
                "%s() does not lead to %s()"
                    .formatted(first.entry(), String.join("(), ", unknown)));
      }
    };
  }

  private static Preparation ready(
      SourceTree tree, List<String> wanted, Map<String, String> reached, KernelConfig config) {
    Map<String, String> files = new LinkedHashMap<>();
    wanted.forEach(f -> files.put(f, reached.get(f)));
    return switch (Trials.on(tree, new TreeSet<>(files.values()), files.keySet(), config)) {
      case Trials.Preparation.Unfit(String reason) -> new Preparation.Unfit(reason);
      case Trials.Preparation.Ready(Trials trials) ->
          new Preparation.Ready(new Mutation(tree, trials, files));
    };
  }

  /// {@return the functions that are changed, with their files, in order}
  public Map<String, String> functions() {
    return java.util.Collections.unmodifiableMap(files);
  }

  /// {@return the mutants of all functions, in order}
  public List<Mutant> mutants() {
    List<Mutant> all = new ArrayList<>();
    files.forEach(
        (function, path) ->
            all.addAll(Mutants.of(path, tree.read(path).orElse(new byte[0]), function)));
    return all;
  }

  /// {@return what a mutant shows}
  ///
  /// @param mutant one of [#mutants]
  public Tried attempt(Mutant mutant) {
    String path = files.getOrDefault(mutant.function(), "");
    byte[] changed = mutant.in(tree.read(path).orElse(new byte[0]));
    SourceTree after =
        OverlayTree.of(
            tree,
            Map.of(path, new OverlayTree.Change.Written(FileMode.REGULAR, changed)),
            "mutant");
    long begun = System.nanoTime();
    Trials.Answer answer = trials.answer(after);
    return new Tried(mutant, path, answer, System.nanoTime() - begun);
  }
}
