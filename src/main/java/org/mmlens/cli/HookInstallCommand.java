package org.mmlens.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts hooks into a checkout.
@Command(
    name = "install",
    header = "Makes mmlens a hook of the checkout one stands in.",
    description = {
      "",
      "Example: @|bold mmlens hook install pre-commit pre-push|@",
      "",
      "A git that takes hooks from its configuration is given them there; otherwise they are files"
          + " where git looks for them, core.hooksPath included."
    })
final class HookInstallCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "HOOK",
      converter = HookCommand.HookName.class,
      completionCandidates = HookCommand.HookName.class,
      description = "One or more of ${COMPLETION-CANDIDATES}.")
  private List<Hook> hooks = List.of();

  @Option(
      names = "--chain",
      description = "Where a hook is there already, run it first; else mmlens refuses.")
  private boolean chain;

  private final Surroundings here;

  HookInstallCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    Installation installation = HookCommand.installation(here);
    Installation.Older older = chain ? Installation.Older.CHAIN : Installation.Older.REFUSE;
    try {
      for (Hook hook : hooks) {
        here.out().println(HookStatusCommand.line(here, hook, installation.install(hook, older)));
      }
      for (String path : installation.hooksPath()) {
        here.out().println("core.hooksPath is " + path + ": other repositories may use it, too");
      }
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    } finally {
      here.out().flush();
    }
    return ExitCode.CLEAN.status();
  }
}
