package org.mmlens.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.review.Expectations;
import org.mmlens.review.Expected;
import org.mmlens.review.Finding;
import org.mmlens.review.Finding.Severity;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;
import org.mmlens.tree.Mismatch;

/// Reviews of every kind a report must cope with, by the name of their golden folder.
public final class SampleReviews {

  private static final String SUBJECT = "mm: leave the iterator where the expand put it";
  private static final String AUTHOR = "Jo Doe <jo@example.org>";
  private static final String ID = "20260101.1-jo@example.org";

  private SampleReviews() {}

  /// {@return each case, by the name of its golden folder}
  public static Map<String, Review> all() {
    Map<String, Review> all = new TreeMap<>();
    all.put("answered", answered());
    all.put("clean", clean());
    all.put("different", different());
    all.put("expected", expected());
    all.put("hostile", hostile());
    all.put("inconclusive", inconclusive());
    all.put("interrupted", interrupted());
    all.put("not-run", notRun());
    all.put("rejected", rejected());
    all.put("series", series());
    all.put("tables", tables());
    all.put("visibility", visibility());
    return all;
  }

  static Review clean() {
    return one(SUBJECT, noDifference(), List.of());
  }

  static Review different() {
    return one(SUBJECT, verdict(), List.of(behaviour(), claim()));
  }

  static Review tables() {
    var difference = SampleOutcomes.staleTreeAndTables();
    var finding =
        finding(
            Severity.ERROR,
            "behaviour-changed",
            Position.ofLine("fs/exec.c", 753),
            "shift_arg_pages(): VMA list differs (" + difference.summary() + ")");
    var verdict = new Verdict.Different(SampleOutcomes.evidence(), List.of(difference));
    return one(SUBJECT, verdict, List.of(finding));
  }

  static Review expected() {
    Review seen = one(SUBJECT, verdict(), List.of(behaviour()));
    var entry =
        new Expected(
            new Expected.Fingerprint(behaviour().fingerprint()),
            "the stack keeps a guard page",
            ".mmlens.toml:3");
    return Expectations.mark(seen, List.of(entry));
  }

  static Review visibility() {
    var unexported =
        finding(
            Severity.NOTE,
            "unexported",
            Position.ofLine("mm/internal.h", 88),
            "vma_expand() is visible to mm/ only, no longer to the kernel",
            "before: declared in include/linux/mm.h:301",
            "after: declared in mm/internal.h:88",
            "used by: mm/mmap.c");
    var single =
        finding(
            Severity.WARNING,
            "single-caller",
            Position.ofLine("include/linux/mm.h", 304),
            "vma_shrink_top() is visible to the kernel for one caller, shift_arg_pages()",
            "called from fs/exec.c:742");
    return one("mm: unexport vma_expand()", noDifference(), List.of(unexported, single));
  }

  static Review inconclusive() {
    var verdict =
        new Verdict.Inconclusive(
            List.of(
                "not modelled: follow_pfn (called from mm/mmap.c:712)",
                "not translated: mm/mremap.c:88: asm goto"),
            Optional.empty());
    return one("mm/mmap: ask the hardware", verdict, List.of());
  }

  static Review notRun() {
    var reason = "the patch changes nothing that shift_arg_pages() runs";
    return one("drivers: rename a variable", new Verdict.NotRun(reason), List.of());
  }

  static Review rejected() {
    var why =
        Diagnostic.error(
                "hunk-context",
                new Position("0001-mm.patch", 31, 1),
                "hunk 2 of fs/exec.c does not apply at line 719 nor near it")
            .withSourceLine(" \tlru_add_drain();")
            .withHint("it applies to the tree after 'mm: tidy'; name that with --base");
    var reason = "fs/exec.c:719: hunk 2 does not apply";
    var part =
        new PatchReview(1, 1, SUBJECT, ID, new Verdict.NotReviewed(reason), List.of(), hunks());
    var row =
        new Mismatch.Row(
            "\tlru_add_drain();",
            Position.ofLine("0001-mm.patch", 31),
            719,
            Optional.of("\tlru_add_drain_all();"));
    var mismatch = new Mismatch("fs/exec.c", 2, Position.ofLine("0001-mm.patch", 28), List.of(row));
    var placing =
        new Review.Placing(
            List.of("base: commit 1a2b3c4d5e6f: the best match by index lines, 1 of 2 blobs"),
            List.of(mismatch));
    return new Review(
        head(SUBJECT), "bundled fixture", List.of(part), none(), List.of(why), 1, true, placing);
  }

  static Review answered() {
    var inHunk =
        new Review.Remark(
            "Jo Doe <jo@example.org>",
            "Is this right?\nI doubt it.",
            "+\tvma_prev(&vmi);",
            "fs/exec.c @@ -717,7 +717,6 @@",
            Optional.of(hunks().getFirst()));
    var onMessage = new Review.Remark("", "A fine idea.", "", "", Optional.empty());
    var part =
        new PatchReview(
            1,
            1,
            SUBJECT,
            ID,
            verdict(),
            List.of(behaviour()),
            hunks(),
            List.of(onMessage, inHunk));
    return new Review(head(SUBJECT), "bundled fixture", List.of(part), none(), List.of(), 1, true);
  }

  static Review series() {
    var first = part(1, "mm: split a helper out", noDifference(), List.of());
    var second = part(2, SUBJECT, verdict(), List.of(behaviour()));
    var repair =
        new Verdict.Different(
            SampleOutcomes.evidence(), List.of(SampleOutcomes.shrinkAfterExpandedRange()));
    var third = part(3, "mm: step the iterator back again", repair, List.of(behaviour()));
    var whole = part(0, "mm: tidy stack relocation", noDifference(), List.of());
    var head = new Review.SeriesHead("mm: tidy stack relocation", 2, AUTHOR, ID);
    return new Review(
        head,
        "git 1a2b3c4d5e6f (v6.10)",
        List.of(first, second, third),
        Optional.of(whole),
        List.of(),
        1,
        true);
  }

  static Review interrupted() {
    var verdict =
        new Verdict.Inconclusive(List.of("interrupted"), Optional.of(SampleOutcomes.evidence()));
    var part = part(1, SUBJECT, verdict, List.of());
    return new Review(
        head(SUBJECT), "directory linux-6.12", List.of(part), none(), List.of(), 1, false);
  }

  /// Text that tries to break out of every format there is.
  static Review hostile() {
    String evil =
        "</script><img src=x onerror=alert(1)> ]]> \"quotes\" 'single' %s %n ${x} `tick` \0"
            + " \033[31m \u202etxt \u009b0m \\ # ::error::x | * <!-- é 漢字 \ud800 end\r\n"
            + "Signed-off-by: a@b";
    var finding =
        new Finding(
            Severity.ERROR,
            "behaviour-changed",
            new Position("mm/née \"x\"<y>.c", 7, 3),
            evil,
            List.of(evil, "x".repeat(10_000)));
    var old = SampleOutcomes.shrinkAfterExpandedRange();
    var difference =
        new Difference(
            Observable.VMAS,
            old.also(),
            evil,
            true,
            false,
            old.scenario(),
            old.before(),
            old.after(),
            Optional.empty(),
            1);
    var verdict = new Verdict.Different(SampleOutcomes.evidence(), List.of(difference));
    var hunk =
        new Review.Hunk(
            new Position("mm/née \"x\"<y>.c", 5, 0),
            new Position("mm/née \"x\"<y>.c", 5, 0),
            List.of(" a();", "-" + "b".repeat(10_000), "+\t" + evil, "", "\\ No newline"));
    var part =
        new PatchReview(
            1,
            1,
            evil,
            "<" + evil + ">",
            verdict,
            List.of(finding),
            List.of(hunk),
            List.of(
                new Review.Remark(evil, evil, evil, evil, Optional.of(hunk)),
                new Review.Remark(evil, evil, evil, evil, Optional.empty())));
    var row = new Mismatch.Row(evil, new Position(evil, 1, 2), 7, Optional.of(evil));
    var mismatch = new Mismatch(evil, 1, new Position(evil, 1, 2), List.of(row));
    var placing = new Review.Placing(List.of(evil), List.of(mismatch));
    var head = new Review.SeriesHead(evil, 1, "É " + evil + " <x@y>", evil);
    var diagnostic =
        Diagnostic.warning("mail-charset", new Position(evil, 1, 2), evil).withSourceLine(evil);
    return new Review(head, evil, List.of(part), none(), List.of(diagnostic), -1, true, placing);
  }

  private static Verdict noDifference() {
    return new Verdict.NoDifference(SampleOutcomes.evidence(), List.of());
  }

  private static Verdict verdict() {
    return new Verdict.Different(
        SampleOutcomes.evidence(),
        List.of(SampleOutcomes.shrinkAfterExpandedRange(), SampleOutcomes.wrapsBelowZero()));
  }

  private static Finding behaviour() {
    return finding(
        Severity.ERROR,
        "behaviour-changed",
        Position.ofLine("fs/exec.c", 753),
        "shift_arg_pages() leaves another VMA list: the stack ends at 7fffffffd000 instead of"
            + " 7fffffffb000",
        "412 of 1,204 runs differ in the VMA list");
  }

  /// {@return a finding that stands for the difference of that summary}
  static Finding behaviour(String summary) {
    return finding(
        Severity.ERROR,
        "behaviour-changed",
        Position.ofLine("fs/exec.c", 753),
        "shift_arg_pages(): " + summary);
  }

  private static Finding claim() {
    return finding(
        Severity.ERROR,
        "claim-refuted",
        new Position(ID, 14, 1),
        "the commit message says 'no functional change', but shift_arg_pages() behaves differently",
        "'No functional change intended.'");
  }

  private static Finding finding(
      Severity severity, String rule, Position at, String message, String... evidence) {
    return new Finding(severity, rule, at, message, List.of(evidence));
  }

  static Review one(String subject, Verdict verdict, List<Finding> findings) {
    var part = new PatchReview(1, 1, subject, ID, verdict, findings, hunks());
    return new Review(head(subject), "bundled fixture", List.of(part), none(), List.of(), 1, true);
  }

  private static PatchReview part(int number, String subject, Verdict v, List<Finding> findings) {
    return new PatchReview(number, 3, subject, number + "-" + ID, v, findings, hunks());
  }

  private static Review.SeriesHead head(String subject) {
    return new Review.SeriesHead(subject, 1, AUTHOR, ID);
  }

  private static List<Review.Hunk> hunks() {
    return List.of(
        new Review.Hunk(
            Position.ofLine("fs/exec.c", 749),
            Position.ofLine("fs/exec.c", 749),
            List.of(
                " \t}",
                " \ttlb_finish_mmu(&tlb);",
                " ",
                "-\tvma_prev(&vmi);",
                " \t/* only the new range stays */",
                " \treturn vma_shrink(&vmi, vma, new_start, new_end, vma->vm_pgoff);",
                " }")));
  }

  private static Optional<PatchReview> none() {
    return Optional.empty();
  }
}
