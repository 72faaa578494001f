package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.review.Review;

class RemarkTopicsTest {

  private static List<String> answers(String sample, String words) {
    Review.PatchReview part = SampleReviews.all().get(sample).patches().getFirst();
    return RemarkTopics.answers(part, words);
  }

  @Test
  void aQuestionForAWrapperIsAnsweredByTheFindingsOnIt() {
    assertEquals(
        List.of(
            "single-caller wrapper: vma_shrink_top() is visible to the kernel for one caller,"
                + " shift_arg_pages() [single-caller]"),
        answers("visibility", "So we wrap a function that has one use."));
  }

  @Test
  void whereNothingWasFoundTheAnswerSaysSo() {
    assertEquals(
        List.of(
            "single-caller wrapper: no function has one caller alone, and none wraps another's only"
                + " use",
            "exposure: no function is seen by more or by fewer than before"),
        answers("clean", "The wrapper exposes too much."));
  }

  @Test
  void aQuestionForThePointerIsAnsweredByTheRuns() {
    assertEquals(
        List.of(
            "VMA pointer: the same object is each VMA on both sides, in 640 layouts and 564 fault"
                + " plans"),
        answers("clean", "Does the pointer stay?"));
    assertEquals(
        List.of("VMA pointer: the VMA list differs, see the counterexample"),
        answers("different", "Does the pointer stay?"));
    assertEquals(
        List.of("VMA pointer: not measured: the patch was not reviewed"),
        answers("rejected", "Does the pointer stay?"));
  }

  @Test
  void splitAndMergeAreAnsweredOnlyByClaimsThatWereJudged() {
    assertEquals(
        List.of("split or merge: not measured: no claim of the message asks the runs for it"),
        answers("clean", "It does not split anything."));
  }

  @Test
  void otherWordsAskNothing() {
    assertEquals(List.of(), answers("visibility", "Looks fine, thank you; one pointed remark."));
  }
}
