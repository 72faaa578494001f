package org.mmlens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Takes hooks away again.
@Command(
    name = "uninstall",
    header = "Takes mmlens out of the hooks, and puts back what was there before.",
    description = {"", "Example: @|bold mmlens hook uninstall pre-commit|@"})
final class HookUninstallCommand implements Callable<Integer> {

  @Mixin private final HookNames hooks = new HookNames();

  private final Surroundings here;

  HookUninstallCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    hooks.each(here, HookCommand.installation(here)::uninstall);
    return ExitCode.CLEAN.status();
  }
}
