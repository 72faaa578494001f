package org.mmlens.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What git's configuration says about the hooks: `mmlens.hook.on-error` and `mmlens.hook.budget`.
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

  /// {@return the settings in force}
  ///
  /// @param git in a repository
  /// @param hook whose budget is asked for
  public static HookSettings of(Git git, Hook hook) {
    List<String> odd = new ArrayList<>();
    return new HookSettings(onError(git, odd), budget(git, hook, odd), odd);
  }

  private static OnError onError(Git git, List<String> odd) {
    String set = git.line("config", "--get", ON_ERROR).orElse("pass");
    for (OnError known : OnError.values()) {
      if (known.word.equals(set)) {
        return known;
      }
    }
    odd.add("%s is '%s', expected pass or fail; pass is taken".formatted(ON_ERROR, set));
    return OnError.PASS;
  }

  private static Duration budget(Git git, Hook hook, List<String> odd) {
    Optional<String> set = git.line("config", "--get", BUDGET);
    if (set.isEmpty()) {
      return hook.usualBudget();
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
        "%s is '%s', expected a number of seconds; %d is taken"
            .formatted(BUDGET, set.get(), hook.usualBudget().toSeconds()));
    return hook.usualBudget();
  }

  /// {@return a time in seconds, as people write it}
  ///
  /// @param time any
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0).replaceAll("\\.0$", "");
  }
}
