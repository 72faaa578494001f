package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.ReviewComment;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

/// Every mail of the corpus gives the series, the tree and the words in its `expected.txt`, and git
/// comes to the same patches and the same tree, or `git-differs.txt` says why not.
///
/// `-Dgolden.update` rewrites the expectations.
class MailCorpusTest {

  private static final OverlayTree BASE = Corpus.base();

  @Test
  void theCorpusHasAMailForEachRule() {
    assertTrue(Corpus.cases().size() >= 60);
  }

  @TestFactory
  Stream<DynamicTest> eachMailIsReadAsExpected() {
    return Corpus.cases().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> matches(sample)));
  }

  private static void matches(Corpus.Case sample) throws IOException {
    String found = describe(sample);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(sample.expected(), found);
    }

    assertEquals(Corpus.text(sample.expected()), found);
  }

  @Test
  void gitComesToTheSamePatchesAndTreeOrTheReasonIsListed(@TempDir Path folder) {
    assumeTrue(Git.installed(), "git is not installed");
    var git = Git.init(folder);
    String base = Corpus.base(git);

    List<String> wrong =
        Corpus.cases().stream().flatMap(sample -> compare(sample, git, base).stream()).toList();

    assertEquals(List.of(), wrong);
  }

  @Test
  void gitAppliesTheDiffsThatWereReadToTheSameTree(@TempDir Path folder) {
    assumeTrue(Git.installed(), "git is not installed");
    var git = Git.init(folder);
    String base = Corpus.base(git);

    var wrong = new ArrayList<String>();
    for (Corpus.Case sample : Corpus.cases()) {
      SeriesReading reading = SeriesReader.read(sample.inputs(), new Selection.Newest());
      if (reading.series().isPresent() && sample.gitDiffers().isEmpty()) {
        String ours = outcome(reading.series().get());
        String theirs = applied(reading.series().get(), git, base);
        if (!ours.equals(theirs)) {
          wrong.add(sample.name() + ": ours " + ours + ", git " + theirs);
        }
      }
    }

    assertEquals(List.of(), wrong);
  }

  private static String applied(Series series, Git git, String base) {
    git.indexBack(base);
    for (PatchMail patch : series.patches()) {
      if (!git.run(patch.diff().bytes(), "apply", "--cached", "-").ok()) {
        return "refused";
      }
    }
    return git.must("write-tree");
  }

  private static List<String> compare(Corpus.Case sample, Git git, String base) {
    SeriesReading reading = SeriesReader.read(sample.inputs(), new Selection.Newest());
    String ours = reading.series().map(MailCorpusTest::history).orElse("refused");
    String theirs = am(sample, git, base);
    boolean same = ours.equals(theirs);
    if (same && sample.gitDiffers().isPresent()) {
      return List.of(sample.name() + ": git agrees, yet git-differs.txt gives a reason");
    }
    return same || sample.gitDiffers().isPresent()
        ? List.of()
        : List.of(sample.name() + ": ours\n" + ours + "\ngit\n" + theirs);
  }

  private static String am(Corpus.Case sample, Git git, String base) {
    git.back(base);
    var command = new ArrayList<>(List.of("am", "-q"));
    command.addAll(sample.filesForGit());
    if (!git.run(command.toArray(String[]::new)).ok()) {
      return "refused";
    }
    String log = git.must("log", "--reverse", "--format=%an <%ae>%n%B", base + "..HEAD");
    return log.isEmpty() ? "refused" : tidy(log) + "\n" + git.must("rev-parse", "HEAD^{tree}");
  }

  /// Authors, messages and tree, in the form of [#am]; "refused" where a patch does not apply.
  private static String history(Series series) {
    String outcome = outcome(series);
    if (outcome.equals("refused")) {
      return outcome;
    }
    String log =
        series.patches().stream()
            .map(p -> p.author() + "\n" + p.title() + "\n\n" + p.message() + "\n")
            .collect(Collectors.joining("\n"));
    return tidy(log) + "\n" + outcome;
  }

  private static String tidy(String log) {
    return log.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String outcome(Series series) {
    SeriesApplication application = SeriesApplier.apply(BASE, series.patches());
    return application.failure().isPresent() ? "refused" : TreeIds.of(application.after());
  }

  private static String describe(Corpus.Case sample) {
    SeriesReading reading = SeriesReader.read(sample.inputs(), new Selection.Newest());
    var out = new StringBuilder();
    reading.found().forEach(h -> out.append("series ").append(h.line()).append('\n'));
    reading.decisions().forEach(d -> out.append("decision: ").append(d).append('\n'));
    reading.diagnostics().forEach(d -> out.append(d.render()));
    reading.replies().forEach(reply -> describe(reply, out));
    reading.series().ifPresent(series -> describe(series, out));
    return out.toString().replace(sample.folder() + "/", "");
  }

  private static void describe(Series series, StringBuilder out) {
    out.append("taken: ").append(series.heading().number()).append('\n');
    series.cover().ifPresent(c -> out.append("cover: ").append(c.subject().title()).append('\n'));
    series.base().commit().ifPresent(c -> out.append("base-commit: ").append(c).append('\n'));
    series.base().changeId().ifPresent(c -> out.append("change-id: ").append(c).append('\n'));
    series.base().prerequisitePatchIds().forEach(p -> out.append("needs: ").append(p).append('\n'));
    series.base().prerequisites().forEach(p -> out.append("needs: ").append(p).append('\n'));
    series.patches().forEach(patch -> describe(patch, out));
    SeriesApplication application = SeriesApplier.apply(BASE, series.patches());
    for (SeriesApplication.Step step : application.steps()) {
      out.append("applies: ").append(step.mail().title()).append('\n');
      step.applied().placements().forEach(p -> out.append("  ").append(place(p)).append('\n'));
      step.applied().warnings().forEach(w -> out.append(w.render()));
    }
    application.failure().ifPresent(f -> describe(f, out));
    if (application.failure().isEmpty()) {
      out.append("tree: ").append(TreeIds.of(application.after())).append('\n');
    }
  }

  private static void describe(ReviewReply reply, StringBuilder out) {
    out.append("answer by ").append(reply.envelope().from()).append('\n');
    for (ReviewComment comment : reply.comments()) {
      String place =
          comment
              .hunk()
              .map(h -> "%s hunk %d, %s".formatted(h.path(), h.number(), h.header()))
              .orElse("the message");
      out.append("  ").append(comment.author()).append(" on ").append(place).append('\n');
      out.append("  under: ").append(comment.under()).append('\n');
      comment.text().lines().forEach(l -> out.append("  \" ").append(l).append('\n'));
    }
    reply.quoted().forEach(q -> out.append("  quotes level ").append(q.level()).append('\n'));
  }

  private static void describe(SeriesApplication.Failure failure, StringBuilder out) {
    out.append("does not apply: ").append(failure.mail().title()).append('\n');
    failure.errors().stream().map(Diagnostic::render).forEach(out::append);
  }

  private static String place(Placement p) {
    return "%s hunk %d/%d at line %d, offset %d"
        .formatted(p.path(), p.hunk(), p.hunks(), p.line(), p.offset());
  }

  private static void describe(PatchMail patch, StringBuilder out) {
    out.append("patch: ").append(patch.title()).append('\n');
    out.append("  by ").append(patch.author()).append('\n');
    patch.message().lines().forEach(l -> out.append("  | ").append(l).append('\n'));
    patch.notes().lines().forEach(l -> out.append("  # ").append(l).append('\n'));
    patch
        .trailers()
        .forEach(
            t ->
                out.append("  trailer ")
                    .append(t.key())
                    .append(": ")
                    .append(t.value())
                    .append('\n'));
    out.append("  diff from ").append(patch.diff().at(0)).append('\n');
  }
}
