package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes changes of a function that change nothing it does: the other half of [Mutants].
///
/// What is not sure to be the same is not made: two statements are independent only if they call
/// nothing and touch nothing in common, a function that `#if` cuts is left alone.
public final class Rewrites {

  private Rewrites() {}

  /// {@return the rewrites of one function; one may be no C, where a macro was taken for a function
  /// or a type for another}
  ///
  /// @param path the file's path in its tree
  /// @param bytes its content
  /// @param function the function's name
  /// @param compiled the functions that have a body, and are no macros
  /// @param ofFile those of them that stand in this file
  public static List<Rewrite> of(
      String path, byte[] bytes, String function, Set<String> compiled, Set<String> ofFile) {
    List<Rewrite> all = new ArrayList<>();
    Source.of(path, bytes, function)
        .ifPresent(
            source -> {
              all.addAll(new NameRewrites(source).all());
              all.addAll(new StatementRewrites(source).all());
              all.addAll(new TemporaryRewrites(source, compiled).all());
              all.addAll(new ConditionRewrites(source).all());
              all.addAll(new BranchRewrites(source).all());
              all.addAll(new TernaryRewrites(source).all());
              all.addAll(new LoopRewrites(source).all());
              all.addAll(new ReorderRewrites(source).all());
              all.addAll(new ExtractRewrites(source).all());
              all.addAll(new InlineRewrites(source, path, ofFile).all());
            });
    return all;
  }
}
