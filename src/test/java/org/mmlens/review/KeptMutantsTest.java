package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.cache.Store;
import org.mmlens.mutate.Mutant;
import org.mmlens.mutate.Mutants;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// What is kept between runs changes no answer to a mutant: it is noticed by the same runs, with
/// the same evidence, with nothing kept, while it is being kept, and with everything kept.
class KeptMutantsTest {

  private static final String FILE = "fs/exec.c";
  private static final String FUNCTION = "shift_arg_pages";
  private static final long ROOM = 64L << 20;

  /// One mutant out of so many is tried.
  private static final int NTH = Boolean.getBoolean("mmlens.long") ? 8 : 60;

  private static final ReviewOptions OPTIONS = ReviewOptions.standard().withFaultRuns(40);
  private static final SourceTree FIXTURE = FixtureTree.open();

  @TempDir private Path folder;

  @Test
  void mutantsAreJudgedAlikeWithNothingSomethingAndAllOfItKept() {
    List<String> nothing = new ArrayList<>();
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (SourceTree mutant : mutants()) {
      nothing.add(answer(mutant, Optional.empty()));
      first.add(answer(mutant, Optional.of(store())));
      second.add(answer(mutant, Optional.of(store())));
    }

    assertTrue(nothing.stream().anyMatch(a -> a.startsWith("Different")), "nothing is noticed");
    assertEquals(nothing, first);
    assertEquals(nothing, second);
  }

  private static List<SourceTree> mutants() {
    byte[] text = FIXTURE.read(FILE).orElseThrow();
    List<SourceTree> trees = new ArrayList<>();
    int n = 0;
    for (Mutant m : Mutants.of(FILE, text, FUNCTION)) {
      if (n++ % NTH == 0) {
        var written = new OverlayTree.Change.Written(FileMode.REGULAR, m.in(text));
        trees.add(OverlayTree.of(FIXTURE, Map.of(FILE, written), "mutant"));
      }
    }
    return trees;
  }

  private TreeCompiler.Kept store() {
    return new TreeCompiler.Kept(
        new Store(folder, "test", ROOM, InstantSource.system()), FIXTURE.place());
  }

  private static String answer(SourceTree mutant, Optional<TreeCompiler.Kept> kept) {
    var compiler = new TreeCompiler(KernelConfig.standard(), Set.of(FILE), kept);
    var bench = new Workbench(OPTIONS, Set.of(FUNCTION), compiler);
    Side before = bench.side(FIXTURE);
    Side after = bench.side(mutant);
    compiler.save();
    if (after instanceof Side.Broken(var errors)) {
      return errors.toString();
    }
    Subject subject =
        new Subject(
            ChangedCode.between(FIXTURE, mutant, Set.of(FILE)),
            Suspects.between(FIXTURE, mutant, Set.of(FILE), bench));
    return bench.compare(before, after, subject, Progress.none()).verdict().toString();
  }
}
