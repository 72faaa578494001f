package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.review.EditedTree.Edit;

/// How many runs go on at the same time is nobody's business but the clock's.
class ThreadsTest {

  private static final String EXEC = "fs/exec.c";
  private static final String ONE_THREAD = judge(1);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void theVerdictAndItsEvidenceDoNotDependOnTheNumberOfThreads(int threads) {
    assertEquals(ONE_THREAD, judge(threads));
  }

  private static String judge(int threads) {
    var fixture =
        new EditedTree(
            FixtureTree.open(),
            Set.of(EXEC),
            ReviewOptions.standard().withFaultRuns(200).withThreads(threads));
    return ""
        + fixture.judge(new Edit(EXEC, "shift_arg_pages", "vma_prev\\(&vmi\\);", "(void) 0;"));
  }
}
