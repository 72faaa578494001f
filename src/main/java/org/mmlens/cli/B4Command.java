package org.mmlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.config.Layers;
import org.mmlens.hook.Git;
import org.mmlens.hook.HookException;
import org.mmlens.hook.Occasion;
import org.mmlens.hook.ReviewBranch;
import org.mmlens.report.B4ReviewFile;
import org.mmlens.report.Formats;
import org.mmlens.report.Printable;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What `b4 review` starts (docs/b4.md).
@Command(
    name = "b4",
    header = "Takes part in 'b4 review': a check of the series, and review files.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Example: @|bold git config --global b4.review-series-check-cmd 'mmlens b4 series'|@",
      "",
      "In the checkout one stands in, on the branch that b4 made of a series."
    })
final class B4Command implements Runnable, Configuration.Reader {

  private static final String TRACKING = "B4_TRACKING_FILE";
  private static final String IDENTITY = "identity.txt";
  private static final String NAME = "mmlens <mmlens@mmlens.invalid>\n";
  private static final String NOT_THERE =
      """
      [{"tool": "mmlens", "status": "warn", "summary": "not reviewed: the series is not checked out"}]
      """;

  private final Surroundings here;
  private final Engine engine;
  private Declared declared = Declared.NOTHING;

  B4Command(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public void configured(Layers layers, Set<String> given) {
    declared = Declared.in(layers);
  }

  @Override
  public void run() {
    throw Refusal.usage("expected one of series, files after 'b4'");
  }

  @Command(
      name = "series",
      header = "Checks the series as b4.review-series-check-cmd: JSON on standard output.",
      description = {
        "",
        "Example: @|bold B4_TRACKING_FILE=tracking.json mmlens b4 series|@",
        "",
        "B4_TRACKING_FILE says which branch; what is on standard input is not needed."
      })
  int series(@Mixin CacheOptions cache) {
    String file = here.variables().getOrDefault(TRACKING, "");
    if (file.isEmpty()) {
      // Nothing of the series is here but its first mail.
      here.out().print(NOT_THERE);
      here.out().flush();
      return ExitCode.CLEAN.status();
    }
    try {
      ReviewBranch branch = ReviewBranch.tracked(git(), read(here.folder().resolve(file)));
      here.out().print(Formats.named("b4-json").orElseThrow().render(review(branch, cache)));
      here.out().flush();
      return ExitCode.CLEAN.status();
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    }
  }

  @Command(
      name = "files",
      header = "Writes review files for the branch of 'b4 review' that is checked out.",
      description = {
        "",
        "Example: @|bold mmlens b4 files|@",
        "",
        "Into .git/b4-review, where b4 takes them up; only patches with remarks get one."
      })
  int files(
      @Mixin CacheOptions cache,
      @Parameters(
              arity = "0..*",
              paramLabel = "PROMPT",
              description = "What b4 says to an agent; not read.")
          List<String> prompt) {
    try {
      ReviewBranch branch = ReviewBranch.at(git(), "HEAD");
      Review review = review(branch, cache);
      int written = write(branch, review);
      here.out()
          .println(
              written == 0
                  ? "no remarks, no review files"
                  : written + " review files in .git/b4-review/" + branch.tip());
      here.out().flush();
      return ExitCode.CLEAN.status();
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    } catch (IOException e) {
      throw Refusal.usage("the review files cannot be written: " + Reasons.of(e));
    }
  }

  private Git git() {
    return HookCommand.git(here);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.usage(
          "B4_TRACKING_FILE, %s, cannot be read: %s"
              .formatted(Printable.of(file.toString()), Reasons.of(e)));
    }
  }

  private Review review(ReviewBranch branch, CacheOptions cache) {
    return switch (branch.occasion()) {
      case Occasion.Change change -> {
        ReviewOptions options = cache.keep(ReviewOptions.standard(), here);
        var progress = ProgressLine.begin(here, Verbosity.QUIET);
        Review review =
            cache
                .remembering(engine, here)
                .review(change.series(), change.tree(), options, progress);
        yield declared.mark(review, here, Verbosity.QUIET);
      }
      case Occasion.Nothing(var why) -> throw Refusal.usage(Printable.of(why));
      case Occasion.Unreadable(var why) -> throw Refusal.of(ExitCode.BAD_INPUT, why);
    };
  }

  /// @return how many files there are
  private static int write(ReviewBranch branch, Review review) throws IOException {
    Path folder = branch.folder();
    clear(folder);
    int written = 0;
    for (Review.PatchReview part : review.patches()) {
      if (part.number() > branch.commits().size() || branch.skipped().contains(part.number())) {
        continue;
      }
      Optional<String> text = B4ReviewFile.of(part, branch.diff(part.number()));
      if (text.isPresent()) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("%04d.txt".formatted(part.number())), text.get());
        written++;
      }
    }
    Optional<String> series = B4ReviewFile.ofSeries(review);
    if (series.isPresent()) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("series.txt"), series.get());
      written++;
    }
    if (written > 0) {
      // b4 passes over a folder without it: it comes last.
      Files.writeString(folder.resolve(IDENTITY), NAME);
    }
    return written;
  }

  /// Takes back what an earlier run left; what is not of mmlens stays, and is told of.
  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Path identity = folder.resolve(IDENTITY);
    if (!Files.exists(identity) || !Files.readString(identity).equals(NAME)) {
      throw Refusal.usage(
          "found review files of somebody else in .git/b4-review/%s, expected none; b4 takes one"
                  .formatted(folder.getFileName())
              + " reviewer at a time");
    }
    Files.delete(identity);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.txt")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
