package org.mmlens.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes hooks away again.
@Command(
    name = "uninstall",
    header = "Takes mmlens out of the hooks, and puts back what was there before.",
    description = {"", "Example: @|bold mmlens hook uninstall pre-commit|@"})
final class HookUninstallCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "HOOK",
      converter = HookCommand.HookName.class,
      completionCandidates = HookCommand.HookName.class,
      description = "One or more of ${COMPLETION-CANDIDATES}.")
  private List<Hook> hooks = List.of();

  private final Surroundings here;

  HookUninstallCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    Installation installation = HookCommand.installation(here);
    try {
      for (Hook hook : hooks) {
        here.out().println(HookStatusCommand.line(here, hook, installation.uninstall(hook)));
      }
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    } finally {
      here.out().flush();
    }
    return ExitCode.CLEAN.status();
  }
}
