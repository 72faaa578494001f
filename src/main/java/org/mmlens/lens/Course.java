package org.mmlens.lens;

import java.util.Arrays;
import org.mmlens.jvm.Probe;

/// Which branches one run has taken; what builds its layout does not count.
public final class Course {

  private static final Course NONE = new Course(new byte[0], false);

  private final byte[] taken;
  private final boolean decided;

  private Course(byte[] taken, boolean decided) {
    this.taken = taken;
    this.decided = decided;
  }

  /// {@return that of a run which has not begun, since its layout cannot be built}
  static Course none() {
    return NONE;
  }

  /// Holds what a run has done.
  ///
  /// @param taken for each probe whether it has, see [Probe#index]
  /// @param end how it ended
  static Course of(byte[] taken, Outcome.Ending end) {
    return new Course(taken.clone(), !(end instanceof Outcome.Ending.Undecided));
  }

  /// {@return whether anything can be concluded from the run}
  public boolean decided() {
    return decided;
  }

  /// {@return whether the run has taken a branch}
  ///
  /// @param probe one way out of it
  public boolean took(Probe probe) {
    return probe.index() < taken.length && taken[probe.index()] != 0;
  }

  /// {@return whether the run has taken a branch that others have not}
  ///
  /// @param known for each probe whether they have
  public boolean beyond(byte[] known) {
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] != 0 && (i >= known.length || known[i] == 0)) {
        return true;
      }
    }
    return false;
  }

  /// {@return what others have taken, and what this run has}
  ///
  /// @param known for each probe whether they have
  public byte[] with(byte[] known) {
    byte[] all = Arrays.copyOf(known, Math.max(known.length, taken.length));
    for (int i = 0; i < taken.length; i++) {
      all[i] |= taken[i];
    }
    return all;
  }
}
