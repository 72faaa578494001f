package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// A reply to the series as kernel lists expect one (`Documentation/process/email-clients.rst`,
/// `submitting-patches.rst`): plain text, trimmed quotes, an observation and a question below the
/// hunk it is about. One mail a series; none where there is nothing but notes.
///
/// It holds no trailer and nothing that b4 would take for one: a trailer states a person's opinion,
/// which a program has none of.
///
/// The first difference of a patch is shown; of the others there is a sentence and how to see them.
/// What was quoted is not quoted again. The header says what the mail answers; who it is from and
/// goes to, its date and its Message-ID are for whoever sends it.
final class LkmlReport implements Report {

  /// What may stand between the brackets of `msg-id` (RFC 5322 §3.6.4), nearly.
  private static final Pattern MESSAGE_ID = Pattern.compile("[!-;=?-~]+@[!-;=?-~]+");

  private static final int MOST_OUTCOME = 12;
  private static final int MOST_EVIDENCE = 4;
  private static final int MOST_QUOTED = 12;

  /// Of a hunk with a function that is told of for who may see it.
  private static final int MOST_DECLARATION = 3;

  private static final int STRIP_COLUMNS = 70;

  /// Of a line that a kernel could have printed.
  private static final int TRACE_COLUMNS = 73;

  @Override
  public String format() {
    return "lkml";
  }

  @Override
  public String render(Review review) {
    List<PatchReview> worth =
        review.patches().stream().filter(part -> remarks(part).findAny().isPresent()).toList();
    if (worth.isEmpty()) {
      return "";
    }
    var mail = new MailText();
    headers(mail, review);
    opening(mail, review, worth);
    worth.forEach(part -> part(mail, part));
    closing(mail, review);
    return mail.toString();
  }

  private static Stream<Finding> remarks(PatchReview part) {
    return Headline.findings(part).stream().filter(f -> f.severity() != Finding.Severity.NOTE);
  }

  private static void headers(MailText mail, Review review) {
    Review.SeriesHead head = review.series();
    int total = review.patches().getFirst().total();
    String version = head.revision() > 1 ? " v" + head.revision() : "";
    String counter = total > 1 ? " 0/" + total : "";
    mail.header("Subject", "Re: [PATCH" + version + counter + "] " + head.subject());
    if (MESSAGE_ID.matcher(head.messageId()).matches()) {
      mail.header("In-Reply-To", "<" + head.messageId() + ">");
      mail.header("References", "<" + head.messageId() + ">");
    }
    mail.header("MIME-Version", "1.0");
    mail.header("Content-Type", "text/plain; charset=utf-8");
    mail.header("Content-Transfer-Encoding", "8bit");
    mail.header("Auto-Submitted", "auto-generated");
    mail.blank();
  }

  private static void opening(MailText mail, Review review, List<PatchReview> worth) {
    long count =
        worth.stream()
            .flatMap(part -> remarks(part).filter(f -> !Headline.aside(part).contains(f)))
            .count();
    mail.prose("Hi,");
    mail.blank();
    mail.prose(
        "mmlens ran the C of this series before and after it, on %s.  It has %s."
            .formatted(review.tree(), count == 1 ? "one remark" : "%d remarks".formatted(count)));
  }

  /// Differences that no caller can meet are counted where there are others.
  private static void part(MailText mail, PatchReview part) {
    List<Finding> aside = Headline.aside(part);
    List<Finding> main = remarks(part).filter(f -> !aside.contains(f)).toList();
    var quoted = new ArrayList<List<String>>();
    boolean shown = false;
    for (Finding finding : main) {
      Optional<Difference> difference = DifferenceChoice.of(part, finding);
      boolean met = difference.map(Differences::changesBehaviour).orElse(true);
      lead(mail, part, finding);
      Optional<Review.Hunk> hunk = HunkChoice.about(part, finding).filter(_ -> met);
      hunk.ifPresent(h -> quote(mail, h, finding, quoted));
      if (difference.isEmpty()) {
        boolean seen = hunk.isPresent() && finding.severity() != Finding.Severity.ERROR;
        if (!seen) {
          evidence(mail, finding);
        }
      } else if (shown || !met) {
        again(mail, part, difference.get());
      } else {
        difference(mail, part, difference.get());
        shown = true;
      }
    }
    long warnings = aside.stream().filter(f -> f.severity() != Finding.Severity.NOTE).count();
    if (warnings > 0) {
      mail.blank();
      String count = ScenarioWords.count(warnings, "difference");
      mail.prose("%s more for input that no caller makes.".formatted(count));
    }
    mail.blank();
    mail.prose(main.size() == 1 ? "Is this intended?" : "Are these intended?");
    questions(mail, part);
  }

  /// What is asked beside what was measured. What the mail says above is not said again.
  private static void questions(MailText mail, PatchReview part) {
    List<Questions.Answer> answers = Questions.of(part);
    if (!answers.isEmpty()) {
      mail.blank();
      mail.prose("What reviewers ask of such a patch, and what was measured.");
      answers.stream()
          .map(answer -> answer.afterWarnings(part))
          .forEach(answer -> mail.field(answer.topic(), answer.told()));
    }
  }

  private static void lead(MailText mail, PatchReview part, Finding finding) {
    mail.blank();
    String patch = part.total() > 1 ? "Patch " + Headline.name(part) + ", " : "";
    boolean inTree =
        part.hunks().stream().anyMatch(h -> h.after().path().equals(finding.at().path()));
    String file = inTree || finding.at().path().contains("/") ? finding.at().path() + ", " : "";
    mail.prose(patch + file + finding.message());
  }

  private static void quote(
      MailText mail, Review.Hunk hunk, Finding finding, List<List<String>> quoted) {
    int most = Headline.aboutBehaviour(finding) ? MOST_QUOTED : MOST_DECLARATION;
    List<String> lines = HunkChoice.quote(hunk, finding.at(), most);
    if (quoted.stream().anyMatch(q -> q.subList(2, q.size()).equals(lines))) {
      return;
    }
    mail.blank();
    List<String> head = List.of("+++ b/" + hunk.after().path(), HunkChoice.header(hunk));
    if (quoted.isEmpty() || !quoted.getLast().containsAll(head)) {
      head.forEach(mail::quote);
    }
    lines.forEach(mail::quote);
    quoted.add(Stream.concat(head.stream(), lines.stream()).toList());
  }

  private static void evidence(MailText mail, Finding finding) {
    if (finding.evidence().isEmpty()) {
      return;
    }
    mail.blank();
    List<String> lines =
        finding.evidence().subList(0, Math.min(MOST_EVIDENCE, finding.evidence().size()));
    String more = lines.size() < finding.evidence().size() ? "; [...]" : "";
    mail.prose("  ", String.join("; ", lines) + more);
  }

  private static void difference(MailText mail, PatchReview part, Difference d) {
    mail.blank();
    mail.prose("With this layout: " + ScenarioWords.of(d.scenario()) + ".");
    mail.blank();
    VmaStrip.of(d.scenario(), d.before(), d.after(), STRIP_COLUMNS)
        .forEach(line -> mail.raw("  " + line));
    mail.blank();
    mail.prose(d.observable().title() + " before and after the patch");
    mail.blank();
    List<String> lines = OutcomeLines.diff(d.observable(), d);
    lines.stream()
        .limit(MOST_OUTCOME)
        .forEach(line -> mail.raw("  " + Printable.cut(line, TRACE_COLUMNS)));
    if (lines.size() > MOST_OUTCOME) {
      mail.raw("  [...]");
    }
    again(mail, part, d);
  }

  private static void again(MailText mail, PatchReview part, Difference d) {
    mail.blank();
    mail.field("replay", ReplayCommand.of(part, d));
  }

  private static void closing(MailText mail, Review review) {
    mail.blank();
    Headline.parts(review).stream()
        .flatMap(part -> TextEvidence.of(part.verdict()).stream())
        .reduce((_, last) -> last)
        .ifPresent(evidence -> limits(mail, evidence));
    if (!review.complete()) {
      mail.prose("The review was interrupted: " + Headline.PARTIAL + ".");
    }
    boolean unjudged =
        Headline.parts(review).stream()
            .anyMatch(part -> part.verdict() instanceof Verdict.Inconclusive);
    if (unjudged) {
      mail.prose("Part of the series could not be judged.");
    }
    review.patches().stream()
        .flatMap(part -> part.findings().stream())
        .filter(f -> f.expected().isPresent())
        .forEach(f -> mail.prose("Not counted: " + f.message() + "."));
    mail.blank();
    mail.prose("This mail was written by a program and may be wrong.");
    mail.raw("-- ");
    mail.raw("mmlens");
  }

  private static void limits(MailText mail, Evidence e) {
    mail.field("ran", Headline.runs(e) + ", seed " + Long.toUnsignedString(e.seed()));
    mail.field(
        "branches taken",
        "%d of %d before, %d of %d after"
            .formatted(
                e.coverageBefore().taken(),
                e.coverageBefore().total(),
                e.coverageAfter().taken(),
                e.coverageAfter().total()));
  }
}
