package org.mmlens.review;

import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mmlens.explore.Suspect;
import org.mmlens.lens.Rig;
import org.mmlens.review.ChangeParts.Block;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Makes the tree before a change with single parts of the change, so that what it does can be put
/// down to its parts.
///
/// What does not compile alone is one part together.
final class Suspects {

  /// More parts than this are not tried one by one: each has to be compiled.
  private static final int MOST = 12;

  /// With as many lines of code, several mistakes may be in one part.
  private static final int LARGE = 8;

  private final SourceTree before;
  private final Workbench bench;

  private Suspects(SourceTree before, Workbench bench) {
    this.before = before;
    this.bench = bench;
  }

  /// {@return what makes the suspects of a change, given the names of the functions that the lens
  /// leads to}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  /// @param bench makes the trees ready to run
  static Function<Set<String>, List<Suspect>> between(
      SourceTree before, SourceTree after, Collection<String> paths, Workbench bench) {
    return reached -> new Suspects(before, bench).of(ChangeParts.of(before, after, paths, reached));
  }

  /// {@return the suspects}
  private List<Suspect> of(ChangeParts change) {
    List<List<Block>> parts = change.parts();
    List<Block> whole = parts.stream().flatMap(List::stream).toList();
    if (parts.size() <= 1 || parts.size() > MOST) {
      return whole.isEmpty() ? List.of() : List.of(suspect(whole, Optional.empty()));
    }
    List<Suspect> found = new ArrayList<>();
    List<Block> dependent = new ArrayList<>();
    for (List<Block> part : parts) {
      Optional<Rig> alone = rig(part);
      if (alone.isPresent()) {
        found.add(suspect(part, alone));
      } else {
        dependent.addAll(part);
      }
    }
    if (!dependent.isEmpty()) {
      found.add(suspect(dependent, found.isEmpty() ? Optional.empty() : rig(dependent)));
    }
    return found;
  }

  private static Suspect suspect(List<Block> part, Optional<Rig> alone) {
    int lines = part.stream().mapToInt(Block::lines).sum();
    return new Suspect(part.stream().map(Block::at).toList(), lines < LARGE, alone);
  }

  private Optional<Rig> rig(List<Block> part) {
    SourceTree tree = with(part);
    Side side = bench.side(tree);
    bench.drop(tree);
    return side instanceof Side.Ready ready ? Optional.of(ready.rig()) : Optional.empty();
  }

  /// {@return the tree before with some blocks of the change}
  private SourceTree with(List<Block> part) {
    SortedMap<String, Patch<String>> patches = new TreeMap<>();
    part.forEach(b -> patches.computeIfAbsent(b.path(), _ -> new Patch<>()).addDelta(b.delta()));
    Map<String, OverlayTree.Change> changes = new TreeMap<>();
    patches.forEach((path, patch) -> changes.put(path, written(path, patch)));
    return OverlayTree.of(before, changes, "part of a change");
  }

  private OverlayTree.Change written(String path, Patch<String> patch) {
    try {
      List<String> lines = patch.applyTo(ChangeParts.lines(before, path));
      byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      return new OverlayTree.Change.Written(before.mode(path).orElse(FileMode.REGULAR), bytes);
    } catch (PatchFailedException e) {
      throw new IllegalStateException("a difference does not apply to what it was made from", e);
    }
  }
}
