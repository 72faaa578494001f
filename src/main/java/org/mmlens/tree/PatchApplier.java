package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Applies one patch to a tree, in memory, all or nothing.
public final class PatchApplier {

  private final SourceTree before;
  private final Set<String> leaving;
  private final Map<String, OverlayTree.Change> written = new TreeMap<>();
  private final Map<String, OverlayTree.Change> deleted = new TreeMap<>();
  private final List<Placement> placements = new ArrayList<>();
  private final List<LineMap.FileLines> lines = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Mismatch> mismatches = new ArrayList<>();

  private PatchApplier(SourceTree before, PatchSet patch) {
    this.before = before;
    this.leaving =
        patch.files().stream()
            .filter(f -> f.kind() == FileChange.Kind.RENAME || f.kind() == FileChange.Kind.DELETE)
            .map(f -> f.before().path())
            .collect(Collectors.toSet());
  }

  /// {@return the tree after the patch, or why it does not apply}
  ///
  /// @param before the tree it is applied to
  /// @param patch the diff
  /// @param name what to call the tree after
  public static Application apply(SourceTree before, PatchSet patch, String name) {
    var applier = new PatchApplier(before, patch);
    patch.files().forEach(applier::file);
    if (!applier.errors.isEmpty()) {
      return new Application.Refused(applier.errors, applier.mismatches);
    }
    var changes = new TreeMap<>(applier.deleted);
    changes.putAll(applier.written);
    return new Application.Applied(
        OverlayTree.of(before, changes, name),
        applier.placements,
        new LineMap(applier.lines),
        applier.warnings);
  }

  private void file(FileChange change) {
    switch (change.kind()) {
      case ADD -> add(change);
      case MODIFY -> existing(change, source(change));
      case DELETE -> existing(change, source(change));
      case RENAME, COPY -> {
        if (free(change)) {
          existing(change, original(change.before().path()));
        }
      }
    }
  }

  private void add(FileChange change) {
    if (!free(change)) {
      return;
    }
    var mode = change.after().mode().orElse(FileMode.REGULAR);
    hunks(change, new byte[0]).ifPresent(image -> write(change, mode, image));
  }

  private void existing(FileChange change, Optional<OverlayTree.Change.Written> source) {
    if (source.isEmpty()) {
      missing(change);
      return;
    }
    FileMode mode = source.get().mode();
    if (!modeFits(change, mode)) {
      return;
    }
    Optional<FileImage> image = hunks(change, source.get().bytes());
    if (image.isEmpty()) {
      return;
    }
    if (change.kind() == FileChange.Kind.DELETE) {
      delete(change, image.get());
      return;
    }
    if (change.kind() == FileChange.Kind.RENAME) {
      deleted.put(change.before().path(), new OverlayTree.Change.Deleted());
    }
    FileMode result = change.after().mode().orElse(mode);
    if ((result == FileMode.SYMLINK) != (mode == FileMode.SYMLINK)) {
      error(
          change.at(),
          "apply-mode",
          "'%s' has mode %s, the patch makes it %s without deleting it first"
              .formatted(change.before().path(), mode.octal(), result.octal()));
      return;
    }
    write(change, result, image.get());
  }

  private void delete(FileChange change, FileImage image) {
    if (image.size() > 0) {
      error(
          change.at(),
          "apply-delete",
          "the patch deletes '%s', but %d lines are left that it does not name; the first is '%s'"
              .formatted(change.path(), image.size(), readable(image.line(0))));
      return;
    }
    deleted.put(change.path(), new OverlayTree.Change.Deleted());
    written.remove(change.path());
    record(change, image, Optional.of(change.path()), Optional.empty());
  }

  private void write(FileChange change, FileMode mode, FileImage image) {
    byte[] bytes = image.bytes();
    if (mode == FileMode.SYMLINK && !linkStays(change, bytes)) {
      return;
    }
    written.put(change.path(), new OverlayTree.Change.Written(mode, bytes));
    checkBlobs(change, bytes);
    boolean fresh = change.kind() == FileChange.Kind.ADD || change.kind() == FileChange.Kind.COPY;
    record(
        change,
        image,
        fresh ? Optional.empty() : Optional.of(change.before().path()),
        Optional.of(change.path()));
  }

  private void record(
      FileChange change, FileImage image, Optional<String> beforePath, Optional<String> afterPath) {
    var changedBefore = new ArrayList<LineRange>();
    var changedAfter = new ArrayList<LineRange>();
    if (change.kind() == FileChange.Kind.COPY) {
      changedBefore.add(new LineRange(1, 1));
      changedAfter.add(new LineRange(1, image.size() + 1));
    } else {
      image.changes(changedBefore, changedAfter);
    }
    lines.add(new LineMap.FileLines(beforePath, afterPath, changedBefore, changedAfter));
  }

  /// What a modification or deletion starts from: an earlier change of the same patch, or the tree.
  private Optional<OverlayTree.Change.Written> source(FileChange change) {
    String path = change.before().path();
    if (written.get(path) instanceof OverlayTree.Change.Written earlier) {
      return Optional.of(earlier);
    }
    return deleted.containsKey(path) ? Optional.empty() : original(path);
  }

  private Optional<OverlayTree.Change.Written> original(String path) {
    return before
        .mode(path)
        .flatMap(
            mode -> before.blob(path).map(bytes -> new OverlayTree.Change.Written(mode, bytes)));
  }

  /// Whether a new file can be put there.
  private boolean free(FileChange change) {
    String path = change.path();
    boolean there = before.mode(path).isPresent() && !leaving.contains(path);
    if (there || written.containsKey(path)) {
      error(change.at(), "apply-exists", "the patch creates '" + path + "', which already exists");
      return false;
    }
    for (String up = TreePath.folderOf(path); !up.isEmpty(); up = TreePath.folderOf(up)) {
      boolean file = before.mode(up).isPresent() && !leaving.contains(up);
      if (file || written.containsKey(up)) {
        error(
            change.at(),
            "apply-beyond-file",
            "'%s' would lie below '%s', which is a file or a symbolic link".formatted(path, up));
        return false;
      }
    }
    boolean folder =
        before.list(path).anyMatch(below -> !leaving.contains(below))
            || written.keySet().stream().anyMatch(other -> TreePath.below(other, path));
    if (folder) {
      error(change.at(), "apply-exists", "the patch creates '" + path + "', which is a folder");
      return false;
    }
    return true;
  }

  private void missing(FileChange change) {
    String path = change.before().path();
    var named =
        Diagnostic.error(
            "apply-missing",
            change.at(),
            "the patch changes '%s', which does not exist in %s".formatted(path, before.name()));
    errors.add(
        named.withHint("the series is made for another tree; see its base-commit, or --base"));
  }

  private boolean modeFits(FileChange change, FileMode found) {
    Optional<FileMode> stated = change.before().mode();
    if (stated.isEmpty() || stated.get() == found) {
      return true;
    }
    String message =
        "'%s' has mode %s, the patch expects %s"
            .formatted(change.before().path(), found.octal(), stated.get().octal());
    if (stated.get() == FileMode.SYMLINK || found == FileMode.SYMLINK) {
      error(change.at(), "apply-mode", message);
      return false;
    }
    warnings.add(Diagnostic.warning("apply-mode", change.at(), message));
    return true;
  }

  private boolean linkStays(FileChange change, byte[] target) {
    String to = new String(target, java.nio.charset.StandardCharsets.UTF_8);
    if (TreePath.linkTarget(change.path(), to).isPresent()) {
      return true;
    }
    error(
        change.at(),
        "apply-link",
        "'%s' would be a symbolic link to '%s', which is not inside the tree"
            .formatted(change.path(), to.strip()));
    return false;
  }

  private Optional<FileImage> hunks(FileChange change, byte[] content) {
    var image = new FileImage(content);
    var placed = new ArrayList<Placement>();
    var unplaced = new ArrayList<Integer>();
    for (int i = 0; i < change.hunks().size(); i++) {
      Hunk hunk = change.hunks().get(i);
      OptionalInt at = image.find(hunk);
      if (at.isEmpty()) {
        unplaced.add(i);
        continue;
      }
      placed.add(placement(change, i, at.getAsInt(), Placement.Means.EXACT));
      image.put(hunk, at.getAsInt());
    }
    if (unplaced.isEmpty()) {
      placements.addAll(placed);
      return Optional.of(image);
    }
    Optional<byte[]> merged = ThreeWay.merge(before, change, content);
    if (merged.isPresent()) {
      return Optional.of(merged(change, content, merged.get()));
    }
    unplaced.forEach(i -> mismatch(change, i, image));
    return Optional.empty();
  }

  private static Placement placement(FileChange change, int index, int at, Placement.Means means) {
    int expected = Math.max(change.hunks().get(index).afterStart() - 1, 0);
    return new Placement(
        change.path(), index + 1, change.hunks().size(), at + 1, at - expected, means);
  }

  private FileImage merged(FileChange change, byte[] content, byte[] result) {
    for (int i = 0; i < change.hunks().size(); i++) {
      int at = Math.max(change.hunks().get(i).afterStart() - 1, 0);
      placements.add(placement(change, i, at, Placement.Means.THREE_WAY));
    }
    warnings.add(
        Diagnostic.warning(
            "apply-three-way",
            change.at(),
            "'%s' differs from the blob %s that the patch is made for; the patch was applied to that blob and merged into the tree's file"
                .formatted(change.path(), change.before().blob())));
    return new FileImage(content, result);
  }

  private void mismatch(FileChange change, int index, FileImage image) {
    Mismatch found = Mismatches.of(change, index, image);
    mismatches.add(found);
    errors.add(Mismatches.diagnostic(change, index, image, found));
  }

  /// Where the mail names the blobs and the old one is the tree's, the new one must come out.
  private void checkBlobs(FileChange change, byte[] result) {
    String oldBlob = change.before().blob();
    String newBlob = change.after().blob();
    boolean known =
        !oldBlob.isEmpty()
            && !newBlob.isEmpty()
            && change.kind() == FileChange.Kind.MODIFY
            && before
                .blobId(change.before().path())
                .filter(id -> BlobIds.agree(oldBlob, id))
                .isPresent();
    if (known && !BlobIds.agree(newBlob, BlobIds.of(result))) {
      warnings.add(
          Diagnostic.warning(
              "apply-blob",
              change.at(),
              "the result for '%s' is not the blob %s that the mail announces: the diff was edited by hand or damaged"
                  .formatted(change.path(), newBlob)));
    }
  }

  private static String readable(String line) {
    return org.mmlens.mail.PatchText.readable(line).strip();
  }

  private void error(Position at, String code, String message) {
    errors.add(Diagnostic.error(code, at, message));
  }
}
