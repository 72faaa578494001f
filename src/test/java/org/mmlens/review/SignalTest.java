package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.Difference;
import org.mmlens.machine.FaultPlan;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// Where a signal can end a wait, it does once, and what the code makes of that is compared.
class SignalTest {

  private static final String EXEC = "fs/exec.c";

  private static SourceTree waiting(String whatThen) {
    return EditedTree.edited(
        FixtureTree.open(),
        new Edit(
            EXEC,
            "shift_arg_pages",
            "(?=BUG_ON\\(new_start)",
            "if (down_write_killable(&binfmt_lock))\n\t\t"
                + whatThen
                + "\n\tup_write(&binfmt_lock);\n\t"));
  }

  @Test
  void anotherErrorWhereASignalEndsAWaitIsADifferenceWithTheSignalInItsScenario() {
    Verdict verdict =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(waiting("return -EINTR;"), waiting("return -EAGAIN;"), Set.of(EXEC))
            .verdict();

    List<Difference> found = assertInstanceOf(Verdict.Different.class, verdict).differences();
    assertEquals(1, found.size(), () -> "" + found);
    assertEquals("before: returns -EINTR, after: returns -EAGAIN", found.getFirst().summary());
    assertEquals(FaultPlan.interrupts(1), found.getFirst().scenario().faults());
  }

  /// The fixture with a loop of the entry function that a signal ends.
  private static SourceTree asking(String whatThen) {
    return KernelTrees.before(
        EditedTree.edited(
            FixtureTree.open(),
            new Edit(
                EXEC,
                "shift_arg_pages",
                "(?=BUG_ON\\(new_start)",
                "if (fatal_signal_pending(current) || fatal_signal_pending(current))\n\t\t"
                    + whatThen
                    + "\n\t")),
        EXEC,
        "shift_arg_pages",
        "static inline int fatal_signal_pending(struct task_struct *p)\n{\n\treturn !p->mm;\n}");
  }

  @Test
  void aSignalComesWhereTheTaskAsksForOne() {
    Verdict verdict =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(asking("return -EINTR;"), asking("return -EAGAIN;"), Set.of(EXEC))
            .verdict();

    List<Difference> found = assertInstanceOf(Verdict.Different.class, verdict).differences();
    assertEquals("before: returns -EINTR, after: returns -EAGAIN", found.getFirst().summary());
    assertEquals(FaultPlan.interrupts(1), found.getFirst().scenario().faults());
  }
}
