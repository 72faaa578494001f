package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line like `Reviewed-by: …` or `Fixes: …` at the end of a commit message.
///
/// @param key as written, without the colon
/// @param value the rest, folded lines joined
public record Trailer(String key, String value) {

  private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60}):\\s+(\\S.*)");

  /// {@return the trailers of the last paragraph that holds some}
  ///
  /// @param message a commit message
  static List<Trailer> of(String message) {
    String[] paragraphs = message.strip().split("\\n\\s*\\n");
    var found = new ArrayList<Trailer>();
    for (String line : paragraphs[paragraphs.length - 1].split("\\n")) {
      Matcher m = LINE.matcher(line.stripTrailing());
      if (m.matches()) {
        found.add(new Trailer(m.group(1), m.group(2)));
      } else if (!found.isEmpty() && line.startsWith(" ")) {
        Trailer last = found.removeLast();
        found.add(new Trailer(last.key(), last.value() + " " + line.strip()));
      }
    }
    return List.copyOf(found);
  }
}
