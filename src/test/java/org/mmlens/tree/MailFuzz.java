package org.mmlens.tree;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

/// Reads and applies damaged mails: no exception, no hang, no path outside the tree, and nothing is
/// applied that git would not apply.
///
/// `java … org.mmlens.tree.MailFuzz CASES SEED` prints the figures; see `docs/` for the whole
/// command.
final class MailFuzz {

  /// The first cases load classes, which says nothing about mail.
  private static final int WARM_UP = 50;

  private static final long SLOW_NANOS = 1_000_000_000L;

  /// What a run came to.
  record Figures(Map<String, Integer> counts, List<String> failures, long slowestNanos) {}

  private final SourceTree base = Corpus.base();
  private final Git git;
  private final String commit;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> judged = new HashSet<>();
  private long slowest = 0;
  private int timed = 0;

  MailFuzz(Path repository) {
    this.git = Git.init(repository);
    this.commit = Corpus.base(git);
  }

  /// Entry for long runs.
  public static void main(String[] arguments) throws Exception {
    int cases = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path folder = Files.createTempDirectory("mail-fuzz");
    Figures figures = new MailFuzz(folder).run(cases, seed);
    System.out.println("cases " + cases + ", seed " + seed);
    figures.counts().forEach((what, count) -> System.out.println("  " + what + ": " + count));
    System.out.println("  slowest: " + figures.slowestNanos() / 1_000_000 + " ms");
    figures.failures().forEach(f -> System.out.println("FAILURE " + f));
    System.exit(figures.failures().isEmpty() ? 0 : 1);
  }

  Figures run(int cases, long seed) {
    List<byte[]> corpus =
        Corpus.cases().stream()
            .flatMap(c -> c.filesForGit().stream())
            .filter(f -> !f.endsWith(".gz"))
            .map(f -> Corpus.bytes(Path.of(f)))
            .toList();
    for (int i = 0; i < cases; i++) {
      byte[] mail = new Mutator(new SplittableRandom(seed + i), corpus).next();
      one(seed + i, mail);
    }
    return new Figures(counts, failures, slowest);
  }

  private void one(long seed, byte[] mail) {
    long start = cpuNanos();
    try {
      SeriesReading reading =
          SeriesReader.read(new ByteArrayInputStream(mail), "fuzz", new Selection.Newest());
      reading.diagnostics().forEach(Diagnostic::render);
      if (reading.series().isEmpty()) {
        count("no series");
      } else {
        apply(seed, reading.series().get(), start);
        return;
      }
    } catch (RuntimeException | StackOverflowError e) {
      failures.add("seed " + seed + ": " + e + " at " + e.getStackTrace()[0]);
    }
    timed(seed, start);
  }

  /// Work of this thread alone: what else the machine does says nothing about a mail.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void timed(long seed, long start) {
    if (++timed <= WARM_UP) {
      return;
    }
    long nanos = cpuNanos() - start;
    slowest = Math.max(slowest, nanos);
    if (nanos > SLOW_NANOS) {
      failures.add("seed " + seed + ": took " + nanos / 1_000_000 + " ms");
    }
  }

  private void apply(long seed, Series series, long start) {
    SeriesApplication application = SeriesApplier.apply(base, series.patches());
    application.failure().ifPresent(f -> f.errors().forEach(Diagnostic::render));
    application.lines();
    application
        .after()
        .list("")
        .filter(p -> !TreePath.inTree(p))
        .forEach(p -> failures.add("seed " + seed + ": path " + p));
    timed(seed, start);
    if (application.failure().isPresent()) {
      count("refused: " + application.failure().get().errors().getFirst().code());
      return;
    }
    count("applied");
    String diffs =
        String.join("", series.patches().stream().flatMap(p -> p.diff().lines().stream()).toList());
    if (judged.add(diffs)) {
      judge(seed, series, TreeIds.of(application.after()));
    }
  }

  private void judge(long seed, Series series, String ours) {
    count("applied, judged by git");
    for (PatchMail patch : series.patches()) {
      Git.Result result = git.run(patch.diff().bytes(), "apply", "--cached", "-");
      if (!result.ok()) {
        failures.add("seed " + seed + ": git refuses: " + result.err().strip());
        git.indexBack(commit);
        return;
      }
    }
    String theirs = git.must("write-tree");
    if (!ours.equals(theirs)) {
      failures.add("seed " + seed + ": ours " + ours + ", git " + theirs);
    }
    git.indexBack(commit);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
