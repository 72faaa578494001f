package org.mmlens.cli;

import org.mmlens.review.Progress;

/// How far the review is, on standard error: one line that is overwritten on a terminal, a line
/// every ten seconds elsewhere. A review that is over within a second is not talked about.
final class ProgressLine implements Progress {

  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;
  private static final int COLUMNS = 79;

  private final Surroundings here;
  private final Verbosity verbosity;
  private final long start = System.nanoTime();
  private long last = start;
  private String step = "";
  private boolean shown;

  ProgressLine(Surroundings here, Verbosity verbosity) {
    this.here = here;
    this.verbosity = verbosity;
  }

  @Override
  public synchronized void step(int patch, int total, String what) {
    step = (patch == 0 ? "series" : "patch %d of %d".formatted(patch, total)) + ": " + what;
    show(step);
  }

  @Override
  public synchronized void ran(int done, int planned, int differing) {
    if (due()) {
      String found = differing == 0 ? "" : ", %,d differ".formatted(differing);
      show("%s, %,d of at most %,d runs%s".formatted(step, done, planned, found));
    }
  }

  @Override
  public boolean interrupted() {
    return here.interruption().requested();
  }

  private boolean due() {
    long now = System.nanoTime();
    long pause = here.terminal().isPresent() ? TERMINAL_NANOS : LOG_NANOS;
    return verbosity != Verbosity.QUIET && now - start >= FIRST_NANOS && now - last >= pause;
  }

  private void show(String line) {
    if (!due()) {
      return;
    }
    last = System.nanoTime();
    if (here.terminal().isPresent()) {
      String cut = line.substring(0, Math.min(COLUMNS, line.length()));
      here.err().print("\r" + cut + " ".repeat(COLUMNS - cut.length()));
      here.err().flush();
      shown = true;
    } else {
      here.say("mmlens: " + line);
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
