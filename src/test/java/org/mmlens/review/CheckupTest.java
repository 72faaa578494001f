package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.report.CheckupText;
import org.mmlens.report.Style;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// What is said of a tree without any patch.
class CheckupTest {

  private static final SourceTree FIXTURE = FixtureTree.open();

  @Test
  void theFixtureRunsFromItsOwnSourceAndLacksNothing() {
    var fit = assertInstanceOf(Checkup.Fit.class, Checkup.of(FIXTURE, ReviewOptions.standard()));

    assertTrue(fit.entry().startsWith("shift_arg_pages() fs/exec.c:"), fit.entry());
    assertEquals(Set.of(), fit.undecided());
    assertEquals(Set.of(), fit.missing().keySet());
    assertEquals(List.of(), fit.holes());
    assertTrue(fit.files().getOrDefault("mm/mmap.c", 0) > 5, () -> "" + fit.files());
    assertTrue(
        fit.models().getOrDefault("abstract", List.of()).contains("down_write"),
        () -> "" + fit.models());
  }

  @Test
  void whatWouldEndARunAsUndecidedIsNamedWithItsUser() {
    SourceTree calls =
        EditedTree.edited(
            FIXTURE,
            new Edit(
                "fs/exec.c",
                "shift_arg_pages",
                "lru_add_drain\\(\\);",
                "extern void nobody_has_this(void); nobody_has_this(); asm(\"hlt\");"));

    var fit = assertInstanceOf(Checkup.Fit.class, Checkup.of(calls, ReviewOptions.standard()));

    assertEquals("shift_arg_pages", function(fit.missing().get("nobody_has_this")));
    assertTrue(fit.holes().getFirst().startsWith("fs/exec.c:"), () -> "" + fit.holes());
    assertTrue(
        fit.undecided().stream().anyMatch(r -> r.contains("not modelled: nobody_has_this")),
        () -> "" + fit.undecided());
    assertTrue(
        CheckupText.of("a tree", fit, Style.plain()).startsWith("UNDECIDED  the lens runs on"));
  }

  @Test
  void aTreeWithoutTheFunctionIsUnfitAndTheReasonNamesWhatWasLookedFor() {
    SourceTree without = OverlayTree.of(FIXTURE, java.util.Map.of("fs/exec.c", gone()), "no exec");

    var unfit =
        assertInstanceOf(Checkup.Unfit.class, Checkup.of(without, ReviewOptions.standard()));

    assertTrue(unfit.reason().contains("setup_arg_pages()"), unfit.reason());
  }

  private static OverlayTree.Change gone() {
    return new OverlayTree.Change.Deleted();
  }

  private static String function(String symbol) {
    return symbol.substring(0, symbol.indexOf('@'));
  }
}
