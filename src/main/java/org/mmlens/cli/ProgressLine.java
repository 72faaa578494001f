package org.mmlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.mmlens.explore.Evidence;
import org.mmlens.report.FindingCount;
import org.mmlens.review.Finding;
import org.mmlens.review.Progress;
import org.mmlens.review.Review;

/// How far the review is, on standard error: a bar that is overwritten on a terminal, a line every
/// ten seconds elsewhere. A review that is over within a second is not talked about.
///
/// [docs/decisions/11-progress.md] says why no library draws it.
final class ProgressLine implements Progress, AutoCloseable {

  private static final long SECOND = 1_000_000_000L;
  private static final long LOG_NANOS = 10 * SECOND;
  private static final long TICK_MILLIS = 200;

  /// Less than what [Interruption] grants.
  private static final long AWAITED_NANOS = 7 * SECOND;

  private final Surroundings here;
  private final Verbosity verbosity;
  private final LongSupplier nanos;
  private final OptionalInt terminal;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();
  private final Thread ticker = new Thread(this::keepTicking, "progress");

  private String part = "starting";
  private int done;
  private int planned;
  private int differing;
  private Optional<Supplier<Evidence.Coverage>> branches = Optional.empty();
  private long last;
  private int shown;
  private boolean closed;
  private OptionalLong asked = OptionalLong.empty();

  /// @param nanos a clock
  ProgressLine(Surroundings here, Verbosity verbosity, LongSupplier nanos) {
    this.here = here;
    this.verbosity = verbosity;
    this.nanos = nanos;
    this.terminal = here.overwritable();
    this.start = nanos.getAsLong();
    this.last = start;
  }

  /// {@return a line that is shown as time goes by, until it is closed}
  static ProgressLine begin(Surroundings here, Verbosity verbosity) {
    var line = new ProgressLine(here, verbosity, System::nanoTime);
    if (verbosity != Verbosity.QUIET) {
      line.ticker.setDaemon(true);
      line.ticker.start();
    }
    return line;
  }

  private void keepTicking() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(TICK_MILLIS);
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void step(int patch, int total, String what) {
    part = (patch == 0 ? "series" : "patch %d of %d".formatted(patch, total)) + ": " + what;
    done = 0;
    planned = 0;
    differing = 0;
    branches = Optional.empty();
    if (verbosity == Verbosity.VERBOSE) {
      clear();
      here.say("mmlens: " + part);
    }
  }

  @Override
  public synchronized void ran(int pairs, int most, int different) {
    done = pairs;
    planned = most;
    differing = different;
  }

  @Override
  public synchronized void covering(Supplier<Evidence.Coverage> soFar) {
    branches = Optional.of(soFar);
  }

  @Override
  public synchronized void judged(Review.PatchReview patch) {
    findings.addAll(patch.findings());
  }

  @Override
  public synchronized boolean interrupted() {
    boolean requested = here.interruption().requested();
    if (requested && asked.isEmpty()) {
      asked = OptionalLong.of(nanos.getAsLong());
      part = "interrupted, putting together what was found";
      planned = 0;
    }
    return requested;
  }

  /// A difference that runs have shown is worth a few seconds: without it the report would be
  /// empty.
  @Override
  public synchronized boolean awaited() {
    return differing > 0
        && asked.isPresent()
        && nanos.getAsLong() - asked.getAsLong() < AWAITED_NANOS;
  }

  /// Shows where things stand, if it is time to.
  synchronized void tick() {
    long now = nanos.getAsLong();
    boolean due = terminal.isPresent() ? now - start >= SECOND : now - last >= LOG_NANOS;
    if (!due || closed || verbosity == Verbosity.QUIET) {
      return;
    }
    last = now;
    var text =
        new ProgressText(
            part,
            done,
            planned,
            differing,
            branches.map(Supplier::get),
            FindingCount.inWords(findings),
            (now - start) / SECOND);
    if (terminal.isPresent()) {
      overwrite(text.bar(terminal.getAsInt() - 1));
    } else {
      here.say("mmlens: " + text.line());
    }
  }

  private void overwrite(String line) {
    here.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    here.err().flush();
    shown = line.length();
  }

  private void clear() {
    if (shown > 0) {
      here.err().print("\r" + " ".repeat(shown) + "\r");
      here.err().flush();
      shown = 0;
    }
  }

  /// Takes the line away again.
  @Override
  public synchronized void close() {
    closed = true;
    ticker.interrupt();
    clear();
  }
}
