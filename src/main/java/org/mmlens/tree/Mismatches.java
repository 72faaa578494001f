package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchText;

/// Says why a hunk fits nowhere.
final class Mismatches {

  private Mismatches() {}

  /// {@return the hunk beside the lines of the tree it comes closest to}
  static Mismatch of(FileChange change, int index, FileImage image) {
    Hunk hunk = change.hunks().get(index);
    List<Hunk.Line> preImage = hunk.preImage();
    int at = image.closest(preImage, Math.max(hunk.afterStart() - 1, 0));
    var rows = new ArrayList<Mismatch.Row>();
    for (int i = 0; i < preImage.size(); i++) {
      Hunk.Line line = preImage.get(i);
      Optional<String> found =
          at + i < image.size()
              ? Optional.of(PatchText.readable(image.line(at + i)))
              : Optional.empty();
      rows.add(new Mismatch.Row(line.readable(), line.at(), at + i + 1, found));
    }
    return new Mismatch(change.before().path(), index + 1, hunk.at(), rows);
  }

  /// {@return one error with the first line that differs}
  static Diagnostic diagnostic(FileChange change, int index, FileImage image, Mismatch found) {
    Hunk hunk = change.hunks().get(index);
    String which = "hunk %d of %d".formatted(index + 1, change.hunks().size());
    Position at = found.first().map(Mismatch.Row::inMail).orElse(hunk.at());
    String message =
        found
            .first()
            .map(row -> differs(which, found.path(), row))
            .orElseGet(() -> misplaced(which, found, hunk));
    String source = found.first().map(Mismatch.Row::expected).orElse("");
    return Diagnostic.error("apply-hunk", at, message)
        .withSourceLine(source)
        .withHint(hint(change, hunk, image));
  }

  private static String differs(String which, String path, Mismatch.Row row) {
    String has = row.found().map(text -> "'" + text.strip() + "'").orElse("no line any more");
    String wants = row.expected().strip();
    boolean blanks = row.found().filter(text -> text.strip().equals(wants)).isPresent();
    return "%s does not fit '%s': at line %d the patch expects '%s', the tree has %s%s"
        .formatted(which, path, row.treeLine(), wants, has, blanks ? " (other white space)" : "");
  }

  private static String misplaced(String which, Mismatch found, Hunk hunk) {
    String demand =
        found.rows().isEmpty()
            ? "an empty file, but the tree's has lines"
            : hunk.beforeStart() <= 1 && hunk.trailingContext() == 0
                ? "these lines to be the whole file"
                : hunk.beforeStart() <= 1
                    ? "these lines to begin the file"
                    : hunk.trailingContext() == 0
                        ? "these lines to end the file"
                        : "lines that no earlier hunk has touched";
    int line = found.rows().isEmpty() ? 1 : found.rows().getFirst().treeLine();
    return "%s does not fit '%s': it expects %s (they stand at line %d)"
        .formatted(which, found.path(), demand, line);
  }

  private static String hint(FileChange change, Hunk hunk, FileImage image) {
    if (!hunk.postImage().isEmpty()
        && image.contains(hunk.postImage())
        && !image.contains(hunk.preImage())) {
      return "the tree already has what this hunk leads to: is the patch applied already?";
    }
    String blob = change.before().blob();
    return blob.isEmpty()
        ? "the series is made for another tree; see its base-commit, or --base"
        : "the series is made for a tree whose '%s' is blob %s"
            .formatted(change.before().path(), blob);
  }
}
