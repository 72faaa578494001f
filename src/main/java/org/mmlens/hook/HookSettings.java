package org.mmlens.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the hooks are set: by git's configuration, `mmlens.hook.on-error` and `mmlens.hook.budget`,
/// and where that is silent by what was said elsewhere.
///
/// @param onError what a hook does that cannot do its work
/// @param budget how long a review may take, the start of the JVM not counted
/// @param odd what cannot be understood, one line each
public record HookSettings(OnError onError, Duration budget, List<String> odd) {

  /// Where [#onError] is set.
  public static final String ON_ERROR = "mmlens.hook.on-error";

  /// Where [#budget] is set, in seconds.
  public static final String BUDGET = "mmlens.hook.budget";

  /// Copies the list.
  public HookSettings {
    odd = List.copyOf(odd);
  }

  /// What becomes of a commit that cannot be reviewed.
  public enum OnError {
    /// It goes on.
    PASS("pass"),
    /// It is stopped.
    FAIL("fail");

    private final String word;

    OnError(String word) {
      this.word = word;
    }

    /// {@return the word in the configuration}
    public String word() {
      return word;
    }
  }

  /// What holds where git's configuration says nothing.
  ///
  /// @param onError what a hook does that cannot do its work
  /// @param budget how long a review may take; where absent, as long as is usual for the hook
  public record Otherwise(OnError onError, Optional<Duration> budget) {
    /// Nobody has said anything.
    public static final Otherwise NOTHING = new Otherwise(OnError.PASS, Optional.empty());

    private Duration of(Hook hook) {
      return budget.orElse(hook.usualBudget());
    }
  }

  /// {@return the settings in force}
  ///
  /// @param git in a repository
  /// @param hook whose budget is asked for
  /// @param otherwise what holds where git's configuration says nothing
  public static HookSettings of(Git git, Hook hook, Otherwise otherwise) {
    List<String> odd = new ArrayList<>();
    return new HookSettings(
        onError(git, otherwise.onError(), odd), budget(git, otherwise.of(hook), odd), odd);
  }

  private static OnError onError(Git git, OnError otherwise, List<String> odd) {
    Optional<String> set = git.variable(ON_ERROR);
    for (OnError known : OnError.values()) {
      if (set.equals(Optional.of(known.word))) {
        return known;
      }
    }
    set.ifPresent(
        word ->
            odd.add(
                "%s is '%s', expected pass or fail; %s is taken"
                    .formatted(ON_ERROR, word, otherwise.word)));
    return otherwise;
  }

  private static Duration budget(Git git, Duration otherwise, List<String> odd) {
    Optional<String> set = git.variable(BUDGET);
    if (set.isEmpty()) {
      return otherwise;
    }
    try {
      double seconds = Double.parseDouble(set.get());
      if (seconds >= 0 && seconds <= Duration.ofDays(1).toSeconds()) {
        return Duration.ofMillis(Math.round(1000 * seconds));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    odd.add(
        "%s is '%s', expected a number of seconds; %s is taken"
            .formatted(BUDGET, set.get(), seconds(otherwise)));
    return otherwise;
  }

  /// {@return a time in seconds, as people write it}
  ///
  /// @param time any
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0).replaceAll("\\.0$", "");
  }
}
