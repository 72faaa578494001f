package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A kernel-doc comment (`Documentation/doc-guide/kernel-doc.rst`, 6.12).
///
/// @param name what it says it documents
/// @param parameters the names after `@`, in order
/// @param returns whether it has a `Return:` section
/// @param firstLine the line of `/**`
/// @param lastLine the line of `*/`
public record KernelDoc(
    String name, List<String> parameters, boolean returns, int firstLine, int lastLine) {

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:(?:struct|union|enum|typedef|function|define)\\s+)?(\\w+)\\s*(?:\\(.*?\\))?"
              + "\\s*(?:[-:–].*)?");
  private static final Pattern PARAMETER =
      Pattern.compile("@(\\w+|\\.\\.\\.)(?:\\.\\.\\.)?\\s*:.*");
  private static final Pattern RETURN = Pattern.compile("@?(?:[Rr]eturns?\\s*:|Returns?\\b).*");

  /// Copies the list.
  public KernelDoc {
    parameters = List.copyOf(parameters);
  }

  /// {@return what the comment says; empty where its first line names nothing}
  ///
  /// @param text the comment with its delimiters
  /// @param firstLine its first line
  /// @param lastLine its last line
  static Optional<KernelDoc> read(String text, int firstLine, int lastLine) {
    String name = "";
    boolean returns = false;
    List<String> parameters = new ArrayList<>();
    for (String raw : text.substring(3).split("\n")) {
      String line = raw.strip().replaceFirst("^\\*+/?", "").strip();
      var parameter = PARAMETER.matcher(line);
      if (line.isEmpty()) {
        continue;
      }
      if (name.isEmpty()) {
        var title = TITLE.matcher(line);
        if (!title.matches()) {
          return Optional.empty();
        }
        name = title.group(1);
      } else if (RETURN.matcher(line).matches()) {
        returns = true;
      } else if (parameter.matches()) {
        parameters.add(parameter.group(1));
      }
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new KernelDoc(name, parameters, returns, firstLine, lastLine));
  }
}
