package org.mmlens.hook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The hooks of git that mmlens can be.
public enum Hook {
  /// Before a commit: the index against HEAD.
  PRE_COMMIT("pre-commit", 5),
  /// In git-am(1), after a patch was applied and before it is committed.
  PRE_APPLYPATCH("pre-applypatch", 5),
  /// In git-send-email(1), before the first mail goes out.
  SENDEMAIL_VALIDATE("sendemail-validate", 60),
  /// Before commits are pushed.
  PRE_PUSH("pre-push", 60);

  private final String word;
  private final int seconds;

  Hook(String word, int seconds) {
    this.word = word;
    this.seconds = seconds;
  }

  /// {@return git's name for it}
  public String word() {
    return word;
  }

  /// {@return how long it may take unless somebody says otherwise}
  Duration usualBudget() {
    return Duration.ofSeconds(seconds);
  }

  /// {@return git's names for all of them}
  public static List<String> words() {
    return Arrays.stream(values()).map(Hook::word).toList();
  }

  /// {@return the hook of that name}
  ///
  /// @param word git's name for it
  public static Optional<Hook> named(String word) {
    return Arrays.stream(values()).filter(hook -> hook.word.equals(word)).findFirst();
  }
}
