package org.mmlens.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a series says about the tree it is made for (git-format-patch(1), BASE TREE INFORMATION).
///
/// @param commit `base-commit`, 7 to 40 hex digits; else the 40 of a line `based on …`
/// @param prerequisitePatchIds `prerequisite-patch-id`, in order
/// @param prerequisites `prerequisite-change-id` and `prerequisite-message-id`, as written
/// @param changeId b4's `change-id`, which ties revisions together
public record BaseHints(
    Optional<String> commit,
    List<String> prerequisitePatchIds,
    List<String> prerequisites,
    Optional<String> changeId) {

  private static final Pattern COMMIT =
      Pattern.compile("(?m)^base-commit: .*?\\b([0-9a-f]{7,40})\\b");
  private static final Pattern BASED_ON =
      Pattern.compile("(?im)^\\s*based on\\s.*?\\b([0-9a-f]{40})\\b");
  private static final Pattern PATCH_ID =
      Pattern.compile("(?m)^prerequisite-patch-id: ([0-9a-f]{40})\\b");
  private static final Pattern OTHER =
      Pattern.compile("(?m)^prerequisite-(?:change|message)-id: (\\S+)");
  private static final Pattern CHANGE_ID = Pattern.compile("(?m)^change-id: (\\S+)");

  /// Copies the lists.
  public BaseHints {
    prerequisitePatchIds = List.copyOf(prerequisitePatchIds);
    prerequisites = List.copyOf(prerequisites);
  }

  /// {@return what the text says; the first mention of each counts}
  ///
  /// @param text the bodies of the cover letter and the first patch
  static BaseHints of(String text) {
    return new BaseHints(
        first(COMMIT, text).or(() -> first(BASED_ON, text)),
        all(PATCH_ID, text),
        all(OTHER, text),
        first(CHANGE_ID, text));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group(1)).findFirst();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group(1)).distinct().toList();
  }
}
