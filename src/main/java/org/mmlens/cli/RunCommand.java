package org.mmlens.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;
import org.mmlens.report.Printable;
import org.mmlens.report.RunText;
import org.mmlens.review.Execution;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// One execution of one tree.
@Command(
    name = "run",
    header = "Runs one scenario on a tree as it is, and tells it call by call.",
    description = {
      "",
      "Example: @|bold mmlens run --tree ~/linux|@",
      "Example: @|bold mmlens run --scenario 'end=0x7ffffffff000 length=2 shift=0x1000"
          + " pages=0p fail=1'|@",
      "",
      "Shown are the calls with what they were given and returned, each effect, and the address"
          + " space where it changed."
    },
    exitCodeList = {
      "0:the function returned",
      "1:the run was stopped: BUG, oops, memory error, deadlock",
      "2:the command line or the environment is not as it must be",
      "3:bad input: unreadable, does not compile",
      "4:inconclusive",
      "70:a bug of mmlens"
    })
final class RunCommand implements Callable<Integer> {

  @Mixin private final TreeOptions tree = new TreeOptions();
  @Mixin private final MachineOptions machine = new MachineOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();
  @Mixin private final StoryOptions story = new StoryOptions();

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description =
          "What to run, as a report prints it (see @|bold mmlens help scenario|@; default: the"
              + " first of a review with a page in the stack).")
  private Optional<String> scenario = Optional.empty();

  private final Surroundings here;
  private final Engine engine;

  RunCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Scenario wanted = scenario.map(RunCommand::parsed).orElseGet(RunCommand::usual);
    SourceTree chosen =
        tree.open(here, Optional.empty(), Verbosity.NORMAL, cache.folder(here)).tree();
    machine.check(chosen);
    return show(engine.run(chosen, machine.options(), wanted), wanted).status();
  }

  private ExitCode show(Execution execution, Scenario wanted) {
    return switch (execution) {
      case Execution.Ran(var entry, var trace) -> {
        here.out().print(RunText.of(entry, wanted, trace, story.everyCall(), here.style()));
        here.out().flush();
        yield switch (trace.outcome().ending()) {
          case Outcome.Ending.Returned _ -> ExitCode.CLEAN;
          case Outcome.Ending.Stopped _ -> ExitCode.FINDINGS;
          case Outcome.Ending.Undecided _ -> ExitCode.INCONCLUSIVE;
        };
      }
      case Execution.Refused(var errors) -> throw Refusal.of(ExitCode.BAD_INPUT, errors);
      case Execution.Unfit(var reason) -> {
        here.say("mmlens: inconclusive: " + Printable.of(reason));
        yield ExitCode.INCONCLUSIVE;
      }
    };
  }

  /// {@return the scenario of a text that a user typed}
  static Scenario parsed(String text) {
    ScenarioText.Parsed parsed = ScenarioText.parse(text);
    return parsed
        .scenario()
        .orElseThrow(() -> Refusal.usage("--scenario: " + Printable.of(parsed.problem())));
  }

  private static Scenario usual() {
    return ScenarioSpace.all().stream()
        .filter(s -> s.withinContract() && !s.pages().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
