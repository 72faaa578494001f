package org.mmlens.hook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds out what a hook was called for.
public final class Occasions {

  private Occasions() {}

  /// {@return what there is to review; several where several refs are pushed}
  ///
  /// @param hook which hook was called
  /// @param git started where the hook was
  /// @param arguments of the hook, as githooks(5) gives them
  /// @param lines the hook's standard input
  public static List<Occasion> of(Hook hook, Git git, List<String> arguments, List<String> lines) {
    return switch (hook) {
      case PRE_COMMIT -> List.of(StagedChange.of(git, Optional.empty()));
      case PRE_APPLYPATCH -> List.of(StagedChange.of(git, StagedChange.messageOfAm(git)));
      case SENDEMAIL_VALIDATE -> List.of(SentSeries.of(git, mails(git, arguments)));
      case PRE_PUSH -> PushedRange.of(git, remote(arguments), lines);
    };
  }

  private static String remote(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new HookException("found no argument, expected the name of the remote");
    }
    return arguments.getFirst();
  }

  private static List<Path> mails(Git git, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new HookException("found no argument, expected the file of a mail");
    }
    return arguments.stream().map(file -> git.folder().toAbsolutePath().resolve(file)).toList();
  }
}
