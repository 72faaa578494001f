package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.explore.Difference;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// A review file of a patch, as `b4 review` takes it up (b4 0.15, `misc/agent-reviewer.md`): a
/// sentence, a note, and the whole diff quoted, with remarks below the lines they are about.
public final class B4ReviewFile {

  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");
  private static final int MOST_EVIDENCE = 8;

  private final PatchReview part;
  private final List<Finding> left;
  private final MailText quoted = new MailText();

  private B4ReviewFile(PatchReview part) {
    this.part = part;
    this.left = new ArrayList<>(remarks(part));
  }

  /// {@return the file of a patch; empty where there is nothing to say}
  ///
  /// @param part the patch
  /// @param diff of it, as git prints it
  public static Optional<String> of(PatchReview part, String diff) {
    var file = new B4ReviewFile(part);
    return file.left.isEmpty() ? Optional.empty() : Optional.of(file.text(diff));
  }

  /// {@return the file on the series as a whole; empty where there is nothing to say}
  ///
  /// @param review of all patches
  public static Optional<String> ofSeries(Review review) {
    boolean silent = Headline.parts(review).stream().allMatch(part -> remarks(part).isEmpty());
    if (silent) {
      return Optional.empty();
    }
    var text = new MailText();
    text.prose("What mmlens ran is " + CheckState.summary(review));
    text.blank();
    for (PatchReview part : Headline.parts(review)) {
      String name = part.number() == 0 ? "The series" : "Patch " + Headline.name(part);
      text.prose(
          "%s is %s: %s".formatted(name, part.verdict().word(), Headline.reason(part.verdict())));
    }
    review.whole().ifPresent(whole -> remarks(whole).forEach(f -> remark(text, whole, f)));
    return Optional.of(text.toString());
  }

  private static List<Finding> remarks(PatchReview part) {
    return Headline.findings(part).stream()
        .filter(f -> f.severity() != Finding.Severity.NOTE)
        .toList();
  }

  private String text(String diff) {
    String tally = Headline.tally(left);
    annotate(diff.lines().toList());
    var note = new MailText();
    note.prose("mmlens ran this patch before and after: " + tally);
    note.blank();
    note.prose("Verdict " + part.verdict().word() + ": " + Headline.reason(part.verdict()));
    left.forEach(finding -> remark(note, part, finding));
    note.blank();
    return note + quoted.toString();
  }

  /// Quotes every line of a diff, and says what belongs below it.
  private void annotate(List<String> diff) {
    String path = "";
    int line = 0;
    for (String text : diff) {
      quoted.quote(text);
      Matcher hunk = HUNK.matcher(text);
      if (text.startsWith("diff --git ")) {
        path = "";
        line = 0;
      } else if (hunk.matches()) {
        line = Integer.parseInt(hunk.group(1));
      } else if (line == 0) {
        path = text.startsWith("+++ b/") ? text.substring(6).strip() : path;
      } else if (!text.startsWith("-") && !text.startsWith("\\")) {
        below(path, line);
        line++;
      }
    }
  }

  private void below(String path, int line) {
    for (Finding finding : List.copyOf(left)) {
      if (finding.at().path().equals(path) && finding.at().line() == line) {
        left.remove(finding);
        remark(quoted, part, finding);
        quoted.blank();
      }
    }
  }

  /// What is said is never quoted: a line of it that begins as a quote does would be taken for one.
  private static void remark(MailText text, PatchReview part, Finding finding) {
    var said = new MailText();
    said.prose("%s (%s, %s)".formatted(finding.message(), finding.at(), finding.rule()));
    finding.evidence().stream()
        .limit(MOST_EVIDENCE)
        .forEach(evidence -> said.prose("  ", evidence));
    Optional<Difference> difference = DifferenceChoice.of(part, finding);
    difference.ifPresent(d -> said.field("replay", ReplayCommand.of(part, d)));
    text.blank();
    said.toString()
        .lines()
        .map(line -> line.startsWith(">") ? " " + line : line)
        .forEach(text::raw);
  }
}
