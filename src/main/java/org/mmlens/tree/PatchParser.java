package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchText;

/// Reads the diff of one mail.
///
/// JGit reads the header of each file (names, quoting, modes, renames, blob ids); [DiffSections]
/// cuts the hunks. Whatever either of them finds out of order refuses the diff as a whole.
public final class PatchParser {

  private final PatchText text;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<FileChange> files = new ArrayList<>();

  private PatchParser(PatchText text) {
    this.text = text;
  }

  /// {@return the diff, or what is wrong with it}
  ///
  /// @param text the patch part of a mail
  public static PatchReading parse(PatchText text) {
    var parser = new PatchParser(text);
    List<DiffSections.Section> sections = DiffSections.of(text, parser.errors);
    sections.forEach(parser::file);
    if (parser.errors.isEmpty() && parser.files.isEmpty()) {
      parser.error(
          Position.ofFile(text.origin()),
          "diff-missing",
          "expected a unified diff ('diff --git a/… b/…'), found none");
    }
    return parser.errors.isEmpty()
        ? new PatchReading.Read(new PatchSet(parser.files), List.of())
        : new PatchReading.Refused(parser.errors);
  }

  private void file(DiffSections.Section section) {
    Position at = text.at(section.from());
    DiffHeader header = section.header();
    Optional<String> before = path(header.before(), at);
    Optional<String> after =
        header.after().equals(header.before()) ? before : path(header.after(), at);
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    if (section.binary()) {
      error(
          at,
          "diff-binary",
          "'" + after.get() + "' changes as a binary file, which is not applied");
      return;
    }
    if (contradicts(section, after.get(), at)) {
      return;
    }
    Optional<FileMode> oldMode = header.modeBefore().flatMap(bits -> mode(bits, before.get(), at));
    Optional<FileMode> newMode = header.modeAfter().flatMap(bits -> mode(bits, after.get(), at));
    var old = new FileChange.Side(before.get(), oldMode, header.blobBefore());
    var now = new FileChange.Side(after.get(), newMode, header.blobAfter());
    files.add(new FileChange(header.kind(), old, now, section.hunks(), at));
  }

  /// A new file has nothing before, a deleted one nothing after.
  private boolean contradicts(DiffSections.Section section, String path, Position at) {
    FileChange.Kind kind = section.header().kind();
    boolean before = section.hunks().stream().anyMatch(h -> !h.preImage().isEmpty());
    boolean after = section.hunks().stream().anyMatch(h -> !h.postImage().isEmpty());
    if (kind == FileChange.Kind.ADD && before) {
      error(at, "diff-header", "'" + path + "' is new, yet its hunks take lines away");
      return true;
    }
    if (kind == FileChange.Kind.DELETE && after) {
      error(at, "diff-header", "'" + path + "' is deleted, yet its hunks leave lines");
      return true;
    }
    return false;
  }

  private Optional<String> path(String bytes, Position at) {
    Optional<String> path = DiffNames.decode(bytes);
    if (path.isEmpty()) {
      error(at, "diff-path", "'" + PatchText.readable(bytes) + "' is no UTF-8 name");
      return path;
    }
    Optional<String> objection = TreePath.objection(path.get());
    objection.ifPresent(
        why -> error(at, "diff-path", "'" + path.get() + "' is no path inside a tree: " + why));
    return path.filter(_ -> objection.isEmpty());
  }

  private Optional<FileMode> mode(int bits, String path, Position at) {
    Optional<FileMode> known = FileMode.ofBits(bits);
    if (known.isEmpty()) {
      error(
          at,
          "diff-mode",
          "'%s' has mode %o; expected a file (100644, 100755) or a symbolic link (120000)"
              .formatted(path, bits));
    }
    return known;
  }

  private void error(Position at, String code, String message) {
    errors.add(Diagnostic.error(code, at, message));
  }
}
