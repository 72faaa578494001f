package org.mmlens.cli;

import java.util.concurrent.Callable;
import org.mmlens.hook.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private final HookNames hooks = new HookNames();

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
    hooks.each(here, hook -> installation.install(hook, older));
    HookNames.shared(here, installation);
    return ExitCode.CLEAN.status();
  }
}
