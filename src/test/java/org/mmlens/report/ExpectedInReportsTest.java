package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.review.Expectations;
import org.mmlens.review.Expected;
import org.mmlens.review.Finding;
import org.mmlens.review.Finding.Severity;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// What was declared to be expected is shown as such in every format, and hides nothing else.
class ExpectedInReportsTest {

  private static final String REASON = "guard page";
  private static final Set<String> ALL = Set.of("vmas", "translation", "effects", "result");

  private static Expected behaviour(String function, Set<String> observables) {
    return new Expected(new Expected.Behaviour(function, observables), REASON, ".mmlens.toml:3");
  }

  private static Finding finding(Difference d) {
    return new Finding(
        d.withinContract() ? Severity.ERROR : Severity.WARNING,
        d.withinContract() ? "behaviour-changed" : "behaviour-outside-contract",
        Position.ofLine("fs/exec.c", 753),
        "shift_arg_pages(): " + d.observable().title() + " differs",
        List.of(d.summary(), "scenario: " + d.scenario()));
  }

  private static Review review(Difference... differences) {
    var all = List.of(differences);
    var part =
        new Review.PatchReview(
            1,
            1,
            "mm: x",
            "1@example.org",
            new Verdict.Different(SampleOutcomes.evidence(), all),
            all.stream().map(ExpectedInReportsTest::finding).toList(),
            List.of());
    var head = new Review.SeriesHead("mm: x", 1, "Jo Doe <jo@example.org>", "1@example.org");
    return new Review(head, "bundled fixture", List.of(part), Optional.empty(), List.of(), 1, true);
  }

  private static Review vmas() {
    return review(SampleOutcomes.shrinkAfterExpandedRange());
  }

  private static Finding first(Review review) {
    return review.patches().getFirst().findings().getFirst();
  }

  private static String render(String format, Review review) {
    return Formats.named(format).orElseThrow().render(review);
  }

  private static Review marked() {
    return Expectations.mark(vmas(), List.of(behaviour("shift_arg_pages", ALL)));
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  @Test
  void aDeclaredDifferenceBecomesANoteThatSaysWhy() {
    Finding finding = first(marked());

    assertEquals(Severity.NOTE, finding.severity());
    assertEquals(
        "shift_arg_pages(): VMA list differs, as expected: guard page (.mmlens.toml:3)",
        finding.message());
    assertEquals(first(vmas()).fingerprint(), finding.fingerprint());
    assertTrue(marked().patches().getFirst().asExpected());
    assertEquals(List.of(), marked().placing().decisions());
  }

  @Test
  void itIsMeantByTheFunctionInWhichTheRunsPartToo() {
    String function =
        SampleOutcomes.shrinkAfterExpandedRange()
            .parting()
            .flatMap(p -> p.after())
            .flatMap(e -> e.at())
            .orElseThrow()
            .function();

    assertEquals(
        Severity.NOTE,
        first(Expectations.mark(vmas(), List.of(behaviour(function, ALL)))).severity());
  }

  @Test
  void whatDiffersInMoreThanWasDeclaredIsNotExpected() {
    for (Expected entry :
        List.of(
            behaviour("shift_arg_pages", Set.of("vmas", "effects")),
            behaviour("shift_arg_pages", Set.of("vmas", "translation", "effects")),
            behaviour("shift_arg_page", ALL),
            new Expected(new Expected.Fingerprint("0000000000000000"), REASON, "c:1"))) {
      Review review = Expectations.mark(vmas(), List.of(entry));

      assertEquals(first(vmas()), first(review));
      assertEquals(1, review.placing().decisions().size());
      assertFalse(review.patches().getFirst().asExpected());
    }
  }

  @Test
  void anEntryThatMeetsNothingIsNamed() {
    Expected vain = behaviour("exit_mmap", Set.of("locks", "effects"));

    Review review = Expectations.mark(vmas(), List.of(vain, behaviour("shift_arg_pages", ALL)));

    assertEquals(
        List.of(".mmlens.toml:3: expected, but not found: exit_mmap(), effects, locks"),
        review.placing().decisions());
  }

  @Test
  void anyFindingIsMeantByItsFingerprint() {
    Review seen = SampleReviews.visibility();
    var entry = new Expected(new Expected.Fingerprint(first(seen).fingerprint()), REASON, "c:1");

    Review review = Expectations.mark(seen, List.of(entry));

    assertEquals(
        1,
        review.patches().getFirst().findings().stream()
            .filter(f -> f.expected().isPresent())
            .count());
  }

  @Test
  void oneUnexpectedDifferenceBesideAnExpectedOneStillCounts() {
    var other = SampleOutcomes.shrinkAfterExpandedRange();
    var locks =
        new Difference(
            org.mmlens.lens.Observable.LOCKS,
            List.of(),
            "another lock is held",
            true,
            false,
            new org.mmlens.lens.Scenario(
                SampleOutcomes.END,
                1,
                0x1000,
                List.of(),
                List.of(),
                Set.of(),
                new java.util.TreeSet<>()),
            other.before(),
            other.after(),
            Optional.empty(),
            1);
    Review review =
        Expectations.mark(review(other, locks), List.of(behaviour("shift_arg_pages", ALL)));

    assertFalse(review.patches().getFirst().asExpected());
    assertTrue(render("text", review).startsWith("DIFFERENT  mm: x"));
    assertTrue(render("junit", review).contains("failures=\"1\""));
    assertTrue(matches("\n {2}not ok \\d+ locks\n", render("ktap", review)));
    assertTrue(matches("\n {2}ok \\d+ VMA-list # XFAIL expected\n", render("ktap", review)));
    assertTrue(render("lkml", review).contains("Not counted: "));
  }

  @Test
  void everyFormatShowsItAndNoneCountsIt() {
    assertTrue(render("text", marked()).startsWith("DIFFERENT, AS EXPECTED  mm: x"));
    for (String format :
        List.of("text", "json", "sarif", "markdown", "html", "github", "gitlab", "junit", "ktap")) {
      assertTrue(render(format, marked()).contains(REASON), format);
      assertFalse(render(format, vmas()).contains("expected"), format);
    }
    assertEquals("", render("lkml", marked()));
    assertTrue(render("junit", marked()).contains("failures=\"0\""));
    assertTrue(matches("\nok 1 ", render("ktap", marked())));
    assertTrue(render("patchwork", marked()).contains("\"state\" : \"success\""));
    assertTrue(render("patchwork", marked()).contains("different, as expected: "));
    assertTrue(render("sarif", marked()).contains("\"suppressions\""));
    assertTrue(render("json", marked()).contains("\"severity\" : \"error\""));
  }

  @Test
  void theFormatsKeepToTheirSchemas() throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      var schema = registry.getSchema(in, InputFormat.JSON);
      assertEquals(List.of(), schema.validate(render("sarif", marked()), InputFormat.JSON));
    }
  }
}
