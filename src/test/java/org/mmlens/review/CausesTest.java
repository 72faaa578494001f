package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// One mistake is one difference, and two mistakes are two, each with the place of its own.
class CausesTest {

  private static final String EXEC = "fs/exec.c";
  private static final SourceTree TREE = FixtureTree.open();

  /// Mistakes in the entry function, none of which touches the lines of another.
  enum Mistake {
    NO_STEP_BACK("\tvma_prev\\(&vmi\\);\n", ""),
    NO_DRAIN("\tlru_add_drain\\(\\);\n", ""),
    WRONG_FLOOR("old_start, old_end, new_end,", "old_start, old_end, 0,"),
    WRONG_ERROR("return -EFAULT", "return -ENOMEM");

    private final String from;
    private final String to;

    Mistake(String from, String to) {
      this.from = from;
      this.to = to;
    }

    SourceTree in(SourceTree tree) {
      return EditedTree.edited(tree, new Edit(EXEC, "shift_arg_pages", from, to));
    }
  }

  private static Verdict verdict(SourceTree after) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(TREE, after, Set.of(EXEC))
        .verdict();
  }

  private static List<Difference> behaviour(Verdict verdict) {
    return assertInstanceOf(Verdict.Different.class, verdict).differences().stream()
        .filter(d -> !d.orderOnly())
        .toList();
  }

  private static String line(Difference d) {
    var at = d.causes().getFirst();
    return TREE.text(at.path()).orElseThrow().lines().skip(at.line() - 1).findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "04-redundant-step-back, 1, VMAS",
    "05-wrong-floor, 2, TRANSLATION",
    "06-ignored-ceiling, 2, TRANSLATION",
    "07-ignored-error, 1, RESULT",
    "08-missing-tlb-flush, 2, TRANSLATION"
  })
  void theOneMistakeOfASampleIsOneDifference(String name, int places, Observable observable) {
    Series series =
        SeriesReader.read(List.of(Path.of("patches", name + ".mbox")), new Selection.Newest())
            .series()
            .orElseThrow();

    Review review =
        new Reviewer(ReviewOptions.standard(), Progress.none()).review(series, FixtureTree.open());

    List<Difference> found = behaviour(review.patches().getFirst().verdict());
    assertEquals(1, found.size(), () -> told(found));
    assertTrue(found.getFirst().withinContract());
    assertEquals(places, found.getFirst().causes().size(), () -> told(found));
    assertEquals(observable, found.getFirst().observable());
  }

  @ParameterizedTest
  @CsvSource({
    "NO_STEP_BACK, NO_DRAIN, VMAS, EFFECTS",
    "NO_STEP_BACK, WRONG_FLOOR, VMAS, TRANSLATION",
    "WRONG_ERROR, NO_DRAIN, RESULT, EFFECTS"
  })
  void twoMistakesAreTwoDifferencesEachAtItsPlace(
      Mistake one, Mistake other, Observable first, Observable second) {
    List<Difference> found = behaviour(verdict(other.in(one.in(TREE))));

    assertEquals(2, found.size(), () -> told(found));
    assertEquals(
        List.of(first, second),
        found.stream().map(Difference::observable).toList(),
        () -> told(found));
    assertEquals(2, found.stream().map(Difference::causes).distinct().count(), () -> told(found));
  }

  @Test
  void ofTwoChangesTheHarmlessOneIsNotBlamed() {
    SourceTree renamed =
        EditedTree.edited(
            TREE,
            new Edit(
                EXEC,
                "shift_arg_pages",
                "BUG_ON\\(new_start > new_end\\)",
                "BUG_ON(new_end < new_start)"));

    List<Difference> found = behaviour(verdict(Mistake.WRONG_ERROR.in(renamed)));

    assertEquals(1, found.size(), () -> told(found));
    assertEquals("\t\treturn -EFAULT;", line(found.getFirst()));
  }

  private static String told(List<Difference> found) {
    var out = new StringBuilder();
    for (Difference d : found) {
      out.append(d.causes()).append(' ').append(d.observables()).append(' ');
      out.append(d.summary()).append('\n').append(d.scenario()).append('\n');
    }
    return out.toString();
  }
}
