package org.mmlens.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mmlens.config.Layers;
import org.mmlens.hook.Deadline;
import org.mmlens.hook.Git;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.HookSettings;
import org.mmlens.hook.Occasion;
import org.mmlens.hook.Occasions;
import org.mmlens.hook.Ruling;
import org.mmlens.report.DiagnosticText;
import org.mmlens.report.Formats;
import org.mmlens.report.Printable;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What git starts.
@Command(
    name = "run",
    header = "Does the work of a hook; git starts it.",
    description = {
      "",
      "Example: @|bold mmlens hook run pre-commit|@",
      "",
      "Exits 1 if something was found, or if mmlens cannot do its work and mmlens.hook.on-error is"
          + " fail; else 0."
    },
    exitCodeList = {
      "0:git goes on",
      "1:git stops: a finding, or no review and mmlens.hook.on-error is fail",
      "2:the command line is not as it must be"
    })
final class HookRunCommand implements Callable<Integer>, Configuration.Reader {

  @Parameters(
      index = "0",
      paramLabel = "HOOK",
      converter = HookCommand.HookName.class,
      completionCandidates = HookCommand.HookName.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Hook hook = Hook.PRE_COMMIT;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "What git gives the hook; for sendemail-validate all mails of the series.")
  private List<String> arguments = List.of();

  @Mixin private final HookOptions options = new HookOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();

  private final Surroundings here;
  private final Engine engine;
  private Declared declared = Declared.NOTHING;

  HookRunCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public void configured(Layers layers, Set<String> given) {
    declared = Declared.in(layers);
  }

  @Override
  public Integer call() {
    long began = System.nanoTime();
    Git git = HookCommand.git(here);
    HookSettings settings;
    try {
      settings = HookSettings.of(git, hook, options.otherwise());
    } catch (HookException e) {
      // Without git there is no configuration either.
      say(String.valueOf(e.getMessage()));
      return ExitCode.CLEAN.status();
    }
    settings.odd().forEach(this::say);
    return judge(git, settings, began);
  }

  private int judge(Git git, HookSettings settings, long began) {
    int worst = ExitCode.CLEAN.status();
    try {
      for (Occasion occasion : Occasions.of(hook, git, arguments, input())) {
        worst = Math.max(worst, end(rule(occasion, settings, began), settings));
      }
      return worst;
    } catch (HookException e) {
      return Math.max(worst, unable(List.of(String.valueOf(e.getMessage())), settings));
    } catch (Refusal e) {
      return Math.max(worst, unable(e.lines(), settings));
    } catch (RuntimeException e) {
      e.printStackTrace(here.err());
      return Math.max(worst, unable(List.of("a bug of mmlens: " + e), settings));
    }
  }

  /// Only git-push(1) says something there.
  private List<String> input() {
    if (hook != Hook.PRE_PUSH) {
      return List.of();
    }
    try (var reader =
        new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ruling rule(Occasion occasion, HookSettings settings, long began) {
    return switch (occasion) {
      case Occasion.Nothing(var why) -> new Ruling.Pass(List.of(why));
      case Occasion.Unreadable(var why) ->
          new Ruling.Unable(why.stream().flatMap(d -> DiagnosticText.lines(d).stream()).toList());
      case Occasion.Change change -> review(change, settings, began);
    };
  }

  private Ruling review(Occasion.Change change, HookSettings settings, long began) {
    var deadline =
        new Deadline(
            settings.budget().minusNanos(System.nanoTime() - began),
            System::nanoTime,
            here.interruption()::requested);
    ReviewOptions kept = cache.keep(ReviewOptions.standard(), here);
    Review measured =
        cache.remembering(engine, here).review(change.series(), change.tree(), kept, deadline);
    Review review = declared.mark(measured, here, Verbosity.NORMAL);
    Ruling ruling = Ruling.of(hook, review, deadline, settings.budget(), change.again());
    if (ruling instanceof Ruling.Stop) {
      here.err().print(Formats.named("text").orElseThrow().render(review));
    }
    return ruling;
  }

  private int end(Ruling ruling, HookSettings settings) {
    return switch (ruling) {
      case Ruling.Pass(var lines) -> {
        lines.forEach(this::say);
        yield ExitCode.CLEAN.status();
      }
      case Ruling.Stop(var lines) -> {
        lines.forEach(this::say);
        yield ExitCode.FINDINGS.status();
      }
      case Ruling.Unable(var lines) -> unable(lines, settings);
    };
  }

  private int unable(List<String> lines, HookSettings settings) {
    String policy =
        "nothing was reviewed; %s is %s"
            .formatted(HookSettings.ON_ERROR, settings.onError().word());
    Stream.concat(lines.stream(), Stream.of(policy)).forEach(this::say);
    return switch (settings.onError()) {
      case PASS -> ExitCode.CLEAN.status();
      case FAIL -> ExitCode.FINDINGS.status();
    };
  }

  private void say(String line) {
    here.say("mmlens: " + hook.word() + ": " + Printable.of(line));
  }
}
