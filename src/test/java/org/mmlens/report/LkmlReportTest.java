package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
