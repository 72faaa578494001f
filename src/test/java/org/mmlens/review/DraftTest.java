package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Position;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

class DraftTest {

  @Test
  void whatWasFoundOfAPatchBeforeItIsJudgedIsNotLostWhenTheReviewIsCut() {
    Series series =
        SeriesReader.read(List.of(Path.of("patches/05-wrong-floor.mbox")), new Selection.Newest())
            .series()
            .orElseThrow();
    var found =
        new Finding(
            Finding.Severity.ERROR, "rule", Position.ofLine("mm/a.c", 1), "f() is gone", List.of());
    var draft = new Draft(series, "tree", ReviewOptions.standard());

    draft.early(1, List.of(found));
    Review cut = draft.review(Draft.State.INCOMPLETE);

    assertEquals(List.of(found), cut.patches().getFirst().findings());
    assertEquals(false, cut.complete());
  }
}
