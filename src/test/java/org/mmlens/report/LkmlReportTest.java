package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.review.Finding;
import org.mmlens.review.Verdict;

class LkmlReportTest {

  static List<String> samples() {
    return List.copyOf(SampleReviews.all().keySet());
  }

  private static String mail(String sample) {
    return new LkmlReport().render(SampleReviews.all().get(sample));
  }

  /// The lines a person would have typed: neither headers nor quotes nor the signature.
  private static List<String> ownLines(String sample) {
    return mail(sample)
        .lines()
        .dropWhile(line -> !line.isEmpty())
        .takeWhile(line -> !line.equals("-- "))
        .filter(line -> !line.startsWith(">"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void holdsNothingThatB4TakesForATrailer(String sample) {
    List<String> trailers =
        ownLines(sample).stream()
            .filter(line -> line.matches("\\s*(\\w\\S+):\\s+(\\S.*)"))
            .toList();

    assertEquals(List.of(), trailers);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ownTextFitsInto75Columns(String sample) {
    assertTrue(ownLines(sample).stream().allMatch(line -> Printable.width(line) <= 75), sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noLineOfTheHeaderIsWiderThan75Columns(String sample) {
    List<String> wide =
        mail(sample)
            .lines()
            .takeWhile(line -> !line.isEmpty())
            .filter(line -> line.length() > 75)
            .toList();

    assertEquals(List.of(), wide);
  }

  @ParameterizedTest
  @ValueSource(strings = {"different", "tables", "visibility"})
  void aReplyToAnOrdinaryPatchHasNoMoreThan60Lines(String sample) {
    assertTrue(mail(sample).lines().count() <= 60, sample);
  }

  @Test
  void quotesAHunkOnce() {
    var first = SampleOutcomes.shrinkAfterExpandedRange();
    var second = SampleOutcomes.staleTreeAndTables();
    var verdict = new Verdict.Different(SampleOutcomes.evidence(), List.of(first, second));
    List<Finding> findings =
        Stream.of(first, second).map(d -> SampleReviews.behaviour(d.summary())).toList();

    String mail = new LkmlReport().render(SampleReviews.one("mm", verdict, findings));

    assertEquals(1, mail.lines().filter("> -\tvma_prev(&vmi);"::equals).count());
    assertEquals(2, mail.lines().filter(line -> line.startsWith("| replay: ")).count());
  }

  @Test
  void quotesLinesOfThePatchExactly() {
    assertTrue(mail("different").contains("\n> -\tvma_prev(&vmi);\n"));
  }

  @Test
  void notesAloneAreNotWorthAMail() {
    assertEquals("", mail("clean"));
    assertEquals("", mail("inconclusive"));
  }

  @Test
  void answersTheCoverLetterOnce() {
    String mail = mail("series");

    assertTrue(mail.startsWith("Subject: Re: [PATCH v2 0/3] mm: tidy stack relocation\n"), mail);
    assertEquals(1, mail.lines().filter(line -> line.startsWith("In-Reply-To: ")).count());
  }
}
