package org.mmlens.surface.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {

  @Test
  void noFunctionalChangeIsReadInItsUsualSpellings() {
    for (String text :
        List.of(
            "No functional change intended.",
            "No functional changes.",
            "There is no\nfunctional change expected.",
            "No intended behavioural change.",
            "No change in behaviour intended.")) {
      assertEquals(1, ClaimReader.read("mm: x", text).size(), text);
    }
  }

  @Test
  void unexportNamesSeveralFunctions() {
    assertEquals(
        List.of(
            new Claim.Unexport(
                "unexport region_grow() / region_cut()", List.of("region_grow", "region_cut"))),
        ClaimReader.read("mm: unexport region_grow() / region_cut()", ""));
  }

  @Test
  void pronounMeansTheFunctionsNamedLast() {
    assertEquals(
        List.of(
            new Claim.SoleUser(
                "shift() is their sole user outside of mm/",
                List.of("region_grow", "region_cut"),
                "shift",
                "mm")),
        ClaimReader.read(
            "",
            "Both region_grow() and region_cut() are old. shift() is their sole user outside of"
                + " mm/."));
  }

  @Test
  void soleUserMayStandBehind() {
    assertEquals(
        List.of(
            new Claim.SoleUser("only caller of grow() is shift()", List.of("grow"), "shift", "")),
        ClaimReader.read("", "The only caller of grow() is shift()."));
  }

  @Test
  void movesRenamesAndStaticsAreRead() {
    assertEquals(
        List.of(
            new Claim.Move("move grow() to mm/grow.c", List.of("grow"), "mm/grow.c"),
            new Claim.Rename("rename shift_stack() to relocate()", "shift_stack", "relocate"),
            new Claim.MakeStatic("make cut() static", List.of("cut"))),
        ClaimReader.read(
            "mm: move grow() to mm/grow.c",
            "While there, rename shift_stack() to relocate(). Also make cut() static."));
  }

  @Test
  void unusedFunctionsAreRead() {
    assertEquals(
        List.of(
            new Claim.Unused("grow() is now unused", List.of("grow")),
            new Claim.Unused("cut() has no users left", List.of("cut"))),
        ClaimReader.read("", "grow() is now unused. And cut() has no users left."));
  }

  @Test
  void callsAreReadByNameAndByWhatTheyDo() {
    assertEquals(
        List.of(
                new Claim.Invokes(
                    "grow() and cut() ultimately invoke region split/merge",
                    List.of("grow", "cut"),
                    List.of()),
                new Claim.Invokes(
                    "grow() and cut() functions which ultimately invoke VMA split/merge",
                    List.of("grow", "cut"),
                    List.of(
                        new Claim.Target(List.of("vma", "split")),
                        new Claim.Target(List.of("vma", "merge")))))
            .subList(1, 2),
        ClaimReader.read(
            "",
            """
            grow() and cut() ultimately invoke region split/merge.
            The grow() and cut() functions which ultimately
            invoke VMA split/merge.
            """));
  }

  @Test
  void callsMayBeThoseOfOneUser() {
    assertEquals(
        List.of(
            new Claim.Invokes(
                "grow() and cut(), as used by shift(), lead to VMA split and merge",
                List.of("grow", "cut"),
                List.of(
                    new Claim.Target(List.of("vma", "split")),
                    new Claim.Target(List.of("vma", "merge"))))),
        ClaimReader.read("", "grow() and cut(), as used by shift(), lead to VMA split and merge."));
  }

  @Test
  void whatIsDeniedWishedOrLeftToAnotherPatchIsNotClaimed() {
    for (String text :
        List.of(
            "grow() does not ultimately invoke VMA split.",
            "We do not unexport grow() yet.",
            "This could move grow() to mm/grow.c one day.",
            "A later patch will make grow() static.",
            "If shift() is the sole user of grow(), good.",
            "Instead of renaming grow() to stretch(), leave it.",
            "As a follow-up, unexport grow().")) {
      assertEquals(List.of(), ClaimReader.read("mm: tidy up", text), text);
    }
  }

  @Test
  void otherSentencesClaimNothing() {
    assertEquals(
        List.of(),
        ClaimReader.read(
            "mm: tidy up grow()",
            """
            Users of grow() move pages. Exporting it was a mistake; make it simpler.
            This function is functional. The only thing that changes is the name.
            """));
  }
}
