package org.mmlens.hook;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.mmlens.review.Progress;

/// A review that has only so much time. What was found within it is not lost: a review in which
/// runs have differed is waited for until it can show one of them, though not for ever.
public final class Deadline implements Progress {

  /// How long at the most the counterexample is waited for.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LongSupplier nanos;
  private final BooleanSupplier given;
  private final long end;
  private String step = "not begun";
  private int patch;
  private int total;
  private int ran;
  private int planned;
  private int differing;

  /// Begins.
  ///
  /// @param budget from now on
  /// @param nanos a clock
  /// @param givenUp whether the user wants to go
  public Deadline(Duration budget, LongSupplier nanos, BooleanSupplier givenUp) {
    this.nanos = nanos;
    this.given = givenUp;
    this.end = nanos.getAsLong() + budget.toNanos();
  }

  @Override
  public synchronized void step(int number, int count, String what) {
    patch = number;
    total = count;
    step = what;
    ran = 0;
    planned = 0;
    differing = 0;
  }

  @Override
  public synchronized void ran(int done, int most, int different) {
    ran = done;
    planned = most;
    differing = different;
  }

  @Override
  public boolean interrupted() {
    return given.getAsBoolean() || nanos.getAsLong() - end >= 0;
  }

  @Override
  public synchronized boolean awaited() {
    return differing > 0 && !given.getAsBoolean() && nanos.getAsLong() - end < PATIENCE.toNanos();
  }

  /// {@return how many pairs of runs have differed of what was worked on last}
  synchronized int differing() {
    return differing;
  }

  /// {@return what was worked on last, in a few words}
  synchronized String whereabouts() {
    String what = total < 2 ? "" : patch == 0 ? "the series as a whole: " : "patch " + patch + ": ";
    return what + (planned == 0 ? step : "%,d of at most %,d runs".formatted(ran, planned));
  }
}
