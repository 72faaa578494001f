package org.mmlens.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/// Places hunks in the file they were made for and merges the result into the tree's, as `git am
/// -3`.
final class ThreeWay {

  private ThreeWay() {}

  /// {@return the merged file; empty where the blob of the `index` line is not stored, the hunks do
  /// not fit it exactly either, or both sides changed the same lines}
  static Optional<byte[]> merge(SourceTree tree, FileChange change, byte[] ours) {
    return repository(tree)
        .flatMap(store -> stored(store, change.before().blob()))
        .flatMap(base -> merge(base, ours, change));
  }

  private static Optional<Repository> repository(SourceTree tree) {
    return switch (tree) {
      case GitTree git -> Optional.of(git.repository());
      case OverlayTree overlay -> repository(overlay.below());
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> stored(Repository repository, String blob) {
    if (!AbbreviatedObjectId.isId(blob)) {
      return Optional.empty();
    }
    try (var reader = repository.newObjectReader()) {
      var found = reader.resolve(AbbreviatedObjectId.fromString(blob));
      if (found.size() != 1) {
        return Optional.empty();
      }
      ObjectId id = found.iterator().next();
      return Optional.of(reader.open(id, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE));
    } catch (IOException e) {
      return Optional.empty(); // the hunk that does not fit is reported by the caller
    }
  }

  private static Optional<byte[]> merge(byte[] base, byte[] ours, FileChange change) {
    var image = new FileImage(base);
    for (Hunk hunk : change.hunks()) {
      OptionalInt at = image.find(hunk);
      if (at.isEmpty()) {
        return Optional.empty();
      }
      image.put(hunk, at.getAsInt());
    }
    MergeResult<RawText> merged =
        new MergeAlgorithm()
            .merge(
                RawTextComparator.DEFAULT,
                new RawText(base),
                new RawText(ours),
                new RawText(image.bytes()));
    return merged.containsConflicts() ? Optional.empty() : Optional.of(bytes(merged));
  }

  private static byte[] bytes(MergeResult<RawText> merged) {
    var out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(out, merged, "base", "tree", "patch", StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toByteArray();
  }
}
