package org.mmlens.review;

import java.util.function.Supplier;
import org.mmlens.explore.Evidence;

/// Hears how far a review is, and is asked whether it shall go on.
public interface Progress {

  /// Another patch begins.
  ///
  /// @param patch its number from 1; 0 for the series as a whole
  /// @param total how many patches there are
  /// @param step what is done with it, e.g. `compiling`, `running`
  void step(int patch, int total, String step);

  /// Another scenario was run on both sides.
  ///
  /// @param done pairs of runs done
  /// @param planned pairs planned, an upper bound
  /// @param differing pairs that differed
  void ran(int done, int planned, int differing);

  /// Runs begin, and from now on it can be asked how much of the changed functions they have
  /// covered.
  ///
  /// @param soFar may be asked at any time and from any thread; costs about as much as a run
  default void covering(Supplier<Evidence.Coverage> soFar) {}

  /// A patch, or the series as a whole, is done with.
  ///
  /// @param part what came of it
  default void judged(Review.PatchReview part) {}

  /// {@return whether the review shall end with what is known so far}
  boolean interrupted();

  /// {@return whether a review that shall end is waited for, since it is about to say something
  /// that must not be lost}
  default boolean awaited() {
    return false;
  }

  /// {@return a listener that does not listen}
  static Progress none() {
    return new Progress() {
      @Override
      public void step(int patch, int total, String step) {}

      @Override
      public void ran(int done, int planned, int differing) {}

      @Override
      public boolean interrupted() {
        return false;
      }
    };
  }
}
