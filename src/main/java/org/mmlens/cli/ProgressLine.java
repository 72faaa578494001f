package org.mmlens.cli;

/// How far the work is, on standard error: one line that is overwritten on a terminal, a line every
/// ten seconds elsewhere. Work that is over within a second is not talked about.
final class ProgressLine {

  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;
  private static final int COLUMNS = 79;

  private final Surroundings here;
  private final Verbosity verbosity;
  private final long start = System.nanoTime();
  private long last = start;
  private boolean shown;

  ProgressLine(Surroundings here, Verbosity verbosity) {
    this.here = here;
    this.verbosity = verbosity;
  }

  /// Says what is being done, if it is time to.
  synchronized void step(String what) {
    long now = System.nanoTime();
    boolean terminal = here.terminal().isPresent();
    long pause = terminal ? TERMINAL_NANOS : LOG_NANOS;
    if (verbosity == Verbosity.QUIET || now - start < FIRST_NANOS || now - last < pause) {
      return;
    }
    last = now;
    if (terminal) {
      String line = what.length() <= COLUMNS ? what : what.substring(0, COLUMNS);
      here.err().print("\r" + line + " ".repeat(COLUMNS - line.length()));
      here.err().flush();
      shown = true;
    } else {
      here.say("mmlens: " + what);
    }
  }

  /// Takes the line away again.
  synchronized void clear() {
    if (shown) {
      here.err().print("\r" + " ".repeat(COLUMNS) + "\r");
      here.err().flush();
      shown = false;
    }
  }
}
