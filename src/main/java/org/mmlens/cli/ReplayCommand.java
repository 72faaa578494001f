package org.mmlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mmlens.explore.ReplayFile;
import org.mmlens.lens.Scenario;
import org.mmlens.report.CallStory;
import org.mmlens.report.Printable;
import org.mmlens.report.ReplayText;
import org.mmlens.review.Replay;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A counterexample again.
@Command(
    name = "replay",
    header = "Runs one counterexample again, on both sides, and shows everything.",
    description = {
      "",
      "Example: @|bold mmlens replay saved/patch-1-vmas.replay|@",
      "Example: @|bold mmlens replay v2.mbox --scenario 'end=0x7ffffffff000 length=1"
          + " shift=0x1000'|@",
      "",
      "A file saved by --save names its series; another SERIES after it stands in for that."
    },
    exitCodeList = {
      "0:both sides do the same",
      "1:they differ",
      "2:the command line or the environment is not as it must be",
      "3:bad input: unreadable, does not apply, does not compile",
      "4:inconclusive",
      "70:a bug of mmlens"
    })
final class ReplayCommand implements Callable<Integer> {

  /// Longer files are mail.
  private static final long LONGEST_BYTES = 100_000;

  @Mixin private final SeriesOptions series = new SeriesOptions();
  @Mixin private final TreeOptions tree = new TreeOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();
  @Mixin private final EngineOptions engineOptions = new EngineOptions();
  @Mixin private final StoryOptions story = new StoryOptions();

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description = "What to run, as a report prints it (see @|bold mmlens help scenario|@).")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--step",
      description = "Show one effect at a time and wait for Enter after each.")
  private boolean step;

  private final Surroundings here;
  private final Engine engine;

  ReplayCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Optional<ReplayFile> file = scenario.isPresent() ? Optional.empty() : saved();
    Scenario wanted = file.map(ReplayFile::scenario).orElseGet(this::named);
    List<String> mails = file.map(this::mails).orElse(series.paths());
    Intake intake =
        new Intake.Sources(series, tree, cache.folder(here)).read(here, Verbosity.NORMAL, mails);
    if (step && mails.contains("-")) {
      throw Refusal.usage("--step reads answers from standard input, which is the series here");
    }
    engineOptions.check(intake.tree());
    ReviewOptions options = options(file, intake.series().patches().size());
    return show(engine.replay(intake.series(), intake.tree(), options, wanted)).status();
  }

  private Optional<ReplayFile> saved() {
    Path path = Path.of(series.paths().getFirst());
    String text;
    try {
      boolean small = Files.isRegularFile(path) && Files.size(path) <= LONGEST_BYTES;
      text = small ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw Refusal.usage(Printable.of(path.toString()) + " cannot be read: " + Reasons.of(e));
    }
    if (!ReplayFile.begins(text)) {
      return Optional.empty();
    }
    ReplayFile.Reading reading = ReplayFile.read(path.toString(), text);
    reading
        .problem()
        .ifPresent(
            problem -> {
              throw Refusal.of(ExitCode.BAD_INPUT, List.of(problem));
            });
    return reading.file();
  }

  private Scenario named() {
    String expected = "expected a file saved by 'mmlens review --save', or a series and --scenario";
    String name = series.paths().getFirst();
    boolean absent = !name.equals("-") && !Files.exists(Path.of(name));
    String found = absent ? "found no file '%s', ".formatted(Printable.of(name)) : "";
    return RunCommand.parsed(scenario.orElseThrow(() -> Refusal.usage(found + expected)));
  }

  private List<String> mails(ReplayFile file) {
    List<String> others = series.paths().subList(1, series.paths().size());
    List<String> mails = others.isEmpty() ? file.mails() : others;
    if (mails.isEmpty()) {
      throw Refusal.usage(
          "the file does not say where its series is, expected SERIES after it: "
              + (file.series().isEmpty() ? "no message-id either" : Printable.of(file.series())));
    }
    return mails;
  }

  private ReviewOptions options(Optional<ReplayFile> file, int patches) {
    ReviewOptions options = engineOptions.options(patches);
    Optional<Integer> only =
        options.only().or(() -> file.map(ReplayFile::patch).filter(n -> n > 0 && n <= patches));
    return options.withOnly(only);
  }

  private ExitCode show(Replay replay) {
    return switch (replay) {
      case Replay.Ran(var before, var after, var rerun, var traces) -> {
        var told = new CallStory(traces, story.everyCall());
        if (step) {
          new Stepper(here).show(told.pieces(here.style()));
        } else {
          here.out().print(ReplayText.of(List.of(before, after), rerun, told, here.style()));
          here.out().flush();
        }
        yield rerun.undecided().isEmpty()
            ? rerun.difference().isPresent() ? ExitCode.FINDINGS : ExitCode.CLEAN
            : ExitCode.INCONCLUSIVE;
      }
      case Replay.Refused(var errors) -> throw Refusal.of(ExitCode.BAD_INPUT, errors);
      case Replay.Unfit(var reason) -> {
        here.say("mmlens: inconclusive: " + Printable.of(reason));
        yield ExitCode.INCONCLUSIVE;
      }
    };
  }
}
