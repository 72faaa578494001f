package org.mmlens.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.mmlens.report.CheckupText;
import org.mmlens.review.Checkup;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whether the lens runs on a tree, and on what that rests.
@Command(
    name = "doctor",
    header = "Says whether the lens runs on a tree, from which source, and what it cannot run.",
    description = {
      "",
      "Example: @|bold mmlens doctor --tree ~/linux|@",
      "",
      "Runs every layout once, without any patch. With neither --tree nor --git the kernel tree one"
          + " stands in is taken, else the miniature one that comes with mmlens."
    },
    exitCodeList = {
      "0:the lens runs, and every layout decides something",
      "2:the command line or the environment is not as it must be",
      "3:bad input: a configuration that cannot be read",
      "4:the lens cannot run here, or some layouts decide nothing",
      "70:a bug of mmlens"
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private final TreeOptions tree = new TreeOptions();
  @Mixin private final MachineOptions machine = new MachineOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();

  private final Surroundings here;
  private final Engine engine;

  DoctorCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ReviewOptions options = machine.options();
    SourceTree chosen =
        tree.open(here, Optional.empty(), Verbosity.NORMAL, cache.folder(here)).tree();
    machine.check(chosen);
    Checkup checkup = engine.checkup(chosen, options);
    here.out().print(CheckupText.of(chosen.name(), checkup, here.style()));
    here.out().flush();
    return switch (checkup) {
      case Checkup.Unfit _ -> ExitCode.INCONCLUSIVE.status();
      case Checkup.Fit fit ->
          (fit.undecided().isEmpty() ? ExitCode.CLEAN : ExitCode.INCONCLUSIVE).status();
    };
  }
}
