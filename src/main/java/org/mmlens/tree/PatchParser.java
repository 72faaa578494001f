package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.Patch;
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
    byte[] bytes =
        String.join("", text.lines().subList(section.from(), section.to()))
            .getBytes(StandardCharsets.ISO_8859_1);
    Position at = text.at(section.from());
    var patch = new Patch();
    try {
      patch.parse(bytes, 0, bytes.length);
    } catch (RuntimeException e) {
      error(at, "diff-header", "this diff header cannot be read: " + e.getMessage());
      return;
    }
    if (patch.getFiles().size() != 1) {
      error(at, "diff-header", "expected the header of one file, found " + patch.getFiles().size());
      return;
    }
    FileHeader header = patch.getFiles().getFirst();
    for (FormatError found : patch.getErrors()) {
      if (found.getSeverity() == FormatError.Severity.ERROR && section.hunks().isEmpty()) {
        error(at, "diff-header", found.getMessage());
        return;
      }
    }
    change(section, header, at);
  }

  private void change(DiffSections.Section section, FileHeader header, Position at) {
    FileChange.Kind kind = kind(header.getChangeType());
    String before = kind == FileChange.Kind.ADD ? header.getNewPath() : header.getOldPath();
    String after = kind == FileChange.Kind.DELETE ? header.getOldPath() : header.getNewPath();
    if (!path(before, at) || !path(after, at)) {
      return;
    }
    if (section.binary() || header.getPatchType() != FileHeader.PatchType.UNIFIED) {
      error(at, "diff-binary", "'" + after + "' changes as a binary file, which is not applied");
      return;
    }
    Optional<FileMode> oldMode = mode(header.getOldMode(), before, at);
    Optional<FileMode> newMode = mode(header.getNewMode(), after, at);
    boolean says = !section.hunks().isEmpty() || kind != FileChange.Kind.MODIFY;
    if (!says && oldMode.equals(newMode)) {
      error(at, "diff-nothing", "this diff of '" + after + "' says nothing that could be applied");
      return;
    }
    var old = new FileChange.Side(before, oldMode, blob(header.getOldId()));
    var now = new FileChange.Side(after, newMode, blob(header.getNewId()));
    files.add(new FileChange(kind, old, now, section.hunks(), at));
  }

  private static FileChange.Kind kind(DiffEntry.ChangeType type) {
    return switch (type) {
      case ADD -> FileChange.Kind.ADD;
      case DELETE -> FileChange.Kind.DELETE;
      case RENAME -> FileChange.Kind.RENAME;
      case COPY -> FileChange.Kind.COPY;
      case MODIFY -> FileChange.Kind.MODIFY;
    };
  }

  private boolean path(String path, Position at) {
    Optional<String> objection = TreePath.objection(path);
    objection.ifPresent(
        why -> error(at, "diff-path", "'" + path + "' is no path inside a tree: " + why));
    return objection.isEmpty();
  }

  private Optional<FileMode> mode(org.eclipse.jgit.lib.FileMode mode, String path, Position at) {
    if (mode == null || org.eclipse.jgit.lib.FileMode.MISSING.equals(mode.getBits())) {
      return Optional.empty();
    }
    Optional<FileMode> known = FileMode.ofBits(mode.getBits());
    if (known.isEmpty()) {
      error(
          at,
          "diff-mode",
          "'%s' has mode %o; expected a file (100644, 100755) or a symbolic link (120000)"
              .formatted(path, mode.getBits()));
    }
    return known;
  }

  private static String blob(AbbreviatedObjectId id) {
    return id == null ? "" : id.name();
  }

  private void error(Position at, String code, String message) {
    errors.add(Diagnostic.error(code, at, message));
  }
}
