package org.mmlens.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mmlens.hook.HookException;
import org.mmlens.hook.HookSettings;
import org.mmlens.hook.HookSettings.OnError;
import picocli.CommandLine.Option;

/// How hooks are set where git's configuration is silent; configuration files say it, as for other
/// options.
final class HookOptions {

  /// What a day has.
  static final int MOST_SECONDS = 86_400;

  @Option(
      names = "--on-error",
      paramLabel = "WORD",
      converter = Policy.class,
      completionCandidates = Policy.class,
      defaultValue = "pass",
      description = {
        "What a hook does that cannot do its work: ${COMPLETION-CANDIDATES} (default: pass).",
        "git's mmlens.hook.on-error overrules it."
      })
  private OnError onError = OnError.PASS;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = {
        "How long a review may take (default: 5, of mails and pushes 60).",
        "git's mmlens.hook.budget overrules it."
      })
  private Optional<Integer> seconds = Optional.empty();

  /// Reads and lists the policies.
  static final class Policy extends Choice<OnError> {
    Policy() {
      super("policy", List.of(OnError.values()), OnError::word);
    }
  }

  HookSettings.Otherwise otherwise() {
    return new HookSettings.Otherwise(
        onError, AtLeast.check(0, "--seconds", seconds).map(Duration::ofSeconds));
  }

  /// {@return what git's configuration says for a key of a configuration file, and where}
  ///
  /// @param key of the file, e.g. `hook.on-error`
  static Optional<Said> inGit(Surroundings here, String key) {
    String variable =
        switch (key) {
          case "hook.on-error" -> HookSettings.ON_ERROR;
          case "hook.seconds" -> HookSettings.BUDGET;
          default -> "";
        };
    try {
      return variable.isEmpty()
          ? Optional.empty()
          : HookCommand.git(here).variable(variable).map(value -> new Said(variable, value));
    } catch (HookException e) {
      // Without git there is no configuration of it.
      return Optional.empty();
    }
  }

  /// A variable of git's configuration.
  record Said(String variable, String value) {}
}
