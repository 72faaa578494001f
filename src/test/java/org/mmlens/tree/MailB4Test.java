package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

/// `b4 am -m` comes to the same patches in the same order as mmlens, and they lead to the same
/// tree; or `b4-differs.txt` says why not.
///
/// The reasons are those of b4 0.12; a later one may agree. A few cases unless `-Dmmlens.long=true`
/// asks for the whole corpus.
class MailB4Test {

  @Test
  void b4ComesToTheSamePatchesAndTreeOrTheReasonIsListed(@TempDir Path folder) throws IOException {
    assumeTrue(Git.installed(), "git is not installed");
    Optional<B4> b4 = B4.in(folder);
    assumeTrue(b4.isPresent(), "b4 is not installed");
    var git = Git.init(Files.createDirectories(folder.resolve("git")));
    String base = Corpus.base(git);

    List<String> wrong =
        Corpus.cases().stream()
            .filter(c -> Boolean.getBoolean("mmlens.long") || B4.quick().contains(c.name()))
            .flatMap(sample -> compare(sample, b4.get(), git, base).stream())
            .toList();

    assertEquals(List.of(), wrong);
  }

  private static Optional<String> compare(Corpus.Case sample, B4 b4, Git git, String base) {
    String ours =
        SeriesReader.read(sample.inputs(), new Selection.Newest())
            .series()
            .map(MailB4Test::history)
            .orElse("refused");
    String theirs = theirs(sample, b4, git, base);
    return ours.equals(theirs) || sample.b4Differs().isPresent()
        ? Optional.empty()
        : Optional.of(sample.name() + ": ours\n" + ours + "\nb4\n" + theirs);
  }

  private static String theirs(Corpus.Case sample, B4 b4, Git git, String base) {
    try {
      Optional<Path> mailbox = b4.am(sample);
      git.back(base);
      if (mailbox.isEmpty() || !git.run("am", "-q", mailbox.get().toString()).ok()) {
        return "refused";
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String log = git.must("log", "--reverse", "--format=%an <%ae>%n%s", base + "..HEAD");
    return log + "\n" + git.must("rev-parse", "HEAD^{tree}");
  }

  private static String history(Series series) {
    SeriesApplication application = SeriesApplier.apply(Corpus.base(), series.patches());
    if (application.failure().isPresent()) {
      return "refused";
    }
    String log =
        series.patches().stream()
            .map(p -> p.author() + "\n" + p.title())
            .collect(Collectors.joining("\n"));
    return log + "\n" + TreeIds.of(application.after());
  }
}
