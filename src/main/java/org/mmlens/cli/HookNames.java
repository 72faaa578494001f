package org.mmlens.cli;

import java.util.List;
import java.util.function.Function;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.Installation;
import org.mmlens.hook.Place;
import picocli.CommandLine.Parameters;

/// The hooks that something is done with, one after the other.
final class HookNames {

  @Parameters(
      arity = "1..*",
      paramLabel = "HOOK",
      converter = HookCommand.HookName.class,
      completionCandidates = HookCommand.HookName.class,
      description = "One or more of ${COMPLETION-CANDIDATES}.")
  private List<Hook> hooks = List.of();

  /// Does it, and says how each hook stands then.
  void each(Surroundings here, Function<Hook, Place> work) {
    try {
      for (Hook hook : hooks) {
        here.out().println(HookStatusCommand.line(here, hook, work.apply(hook)));
      }
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    } finally {
      here.out().flush();
    }
  }

  /// Says it if other repositories may use the same hooks.
  static void shared(Surroundings here, Installation installation) {
    for (String path : installation.hooksPath()) {
      here.out().println("core.hooksPath is " + path + ": other repositories may use it, too");
    }
    here.out().flush();
  }
}
