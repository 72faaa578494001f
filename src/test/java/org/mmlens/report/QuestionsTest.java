package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.Evidence;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

class QuestionsTest {

  private static List<String> answers(String sample, String words) {
    return answers(SampleReviews.all().get(sample).patches().getFirst(), words);
  }

  private static List<String> answers(Review.PatchReview part, String words) {
    return Questions.answers(part, words).stream()
        .map(answer -> answer.topic() + ": " + answer.text())
        .toList();
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
            "VMA pointer: each VMA is the same object on both sides, in 640 layouts and 564 fault"
                + " plans; no run enters vm_area_alloc() or vm_area_dup(), before or after the"
                + " patch"),
        answers("clean", "Does the pointer stay?"));
    assertEquals(
        List.of(
            "VMA pointer: the VMA list differs, see the counterexample; no run enters"
                + " vm_area_alloc() or vm_area_dup(), before or after the patch"),
        answers("different", "Does the pointer stay?"));
    assertEquals(
        List.of("VMA pointer: not measured: the patch was not reviewed"),
        answers("rejected", "Does the pointer stay?"));
    assertEquals(
        List.of("VMA pointer: not measured: nothing was run"),
        answers("not-run", "Does the pointer stay?"));
  }

  @Test
  void splitAndMergeAreAnsweredByTheFunctionsThatRunsEnter() {
    assertEquals(
        List.of(
            "split or merge: no run enters a function named for splitting or merging a VMA, before"
                + " or after the patch"),
        answers("clean", "It does not split anything."));
    assertEquals(
        List.of(
            "split or merge: runs enter vma_merge() before the patch, __split_vma(), vma_merge()"
                + " after it"),
        entering(List.of("vma_merge"), List.of("__split_vma", "vma_merge")));
    assertEquals(
        List.of("split or merge: runs enter none before the patch, split_vma() after it"),
        entering(List.of("can_vma_merge_before", "anon_vma_merge"), List.of("split_vma")));
  }

  /// What is answered of a clean patch whose runs enter other functions than those of the sample.
  private static List<String> entering(List<String> before, List<String> after) {
    Evidence e = SampleOutcomes.evidence();
    var evidence =
        new Evidence(
            e.entryBefore(),
            e.entryAfter(),
            e.scenarios(),
            e.faultPlans(),
            e.contractBreaking(),
            e.undecided(),
            e.stoppedAlike(),
            e.stoppedBy(),
            e.limits(),
            e.seed(),
            e.sameCode(),
            e.complete(),
            e.coverageBefore(),
            e.coverageAfter(),
            e.models(),
            new Evidence.Entered(before, after));
    Review.PatchReview clean = SampleReviews.all().get("clean").patches().getFirst();
    var part =
        new Review.PatchReview(
            1,
            1,
            clean.subject(),
            clean.messageId(),
            new Verdict.NoDifference(evidence, List.of()),
            List.of(),
            clean.hunks());
    return answers(part, "Does it split?");
  }

  @Test
  void aPatchThatChangesWhoMayUseWhatIsAskedAllOfThem() {
    List<String> topics =
        Questions.of(SampleReviews.all().get("visibility").patches().getFirst()).stream()
            .map(Questions.Answer::topic)
            .toList();

    assertEquals(
        List.of("single-caller wrapper", "exposure", "split or merge", "VMA pointer"), topics);
    assertEquals(
        List.of(), Questions.of(SampleReviews.all().get("different").patches().getFirst()));
  }

  @Test
  void otherWordsAskNothing() {
    assertEquals(List.of(), answers("visibility", "Looks fine, thank you; one pointed remark."));
  }
}
