package org.mmlens.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `@@` line of a hunk that is to be recovered.
///
/// @param text as it stands in the mail
/// @param start the first line of the file it covers, from 1
/// @param before how many lines of the file it covers
/// @param after how many lines it leads to
record HunkHeader(String text, int start, int before, int after) {

  private static final Pattern FORM =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

  static Optional<HunkHeader> of(String line) {
    Matcher m = FORM.matcher(line);
    return m.matches()
        ? Optional.of(
            new HunkHeader(line, number(m.group(1)), number(m.group(2)), number(m.group(4))))
        : Optional.empty();
  }

  private static int number(@Nullable String group) {
    return group == null ? 1 : Integer.parseInt(group);
  }
}
