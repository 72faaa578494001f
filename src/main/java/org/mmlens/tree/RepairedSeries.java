package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.mail.BaseHints;
import org.mmlens.mail.Envelope;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesHeading;
import org.mmlens.mail.SeriesReading;
import org.mmlens.mail.Subject;

/// A recovered patch as a series of one.
final class RepairedSeries {

  /// `Jo Doe <jo@example.org> wrote:` or `* Jo Doe <jo@example.org> [date]:`, then quote marks.
  private static final Pattern WROTE =
      Pattern.compile(
          "([^>:,*]{1,100}?)\\s*(?:<([^<>\\s]{1,200})>)?\\s*(?:wrote|\\[[^\\]]{1,60}]):\\s*((?:>"
              + " ?)+)");

  private RepairedSeries() {}

  static SeriesReading of(String origin, byte[] mail, MailRepair.Outcome outcome) {
    return switch (outcome) {
      case MailRepair.Outcome.NotRepaired(var why) ->
          new SeriesReading(List.of(), Optional.empty(), List.of(), List.of(), List.of(why));
      case MailRepair.Outcome.Repaired repaired -> of(origin, mail, repaired);
    };
  }

  private static SeriesReading of(
      String origin, byte[] mail, MailRepair.Outcome.Repaired repaired) {
    Envelope answer = Envelope.of(origin, mail);
    Subject all = Subject.parse(answer.subject());
    var subject =
        new Subject(
            all.title().isEmpty() ? "(no subject)" : all.title(),
            false,
            all.counter(),
            all.total(),
            all.revision(),
            all.words());
    Optional<String> author = author(mail);
    var patch =
        new PatchMail(answer, subject, author.orElse("(not named)"), "", "", repaired.diff());
    var heading =
        new SeriesHeading(
            1, subject, patch.author(), answer.date(), List.of(answer.messageId()), List.of());
    var base = new BaseHints(Optional.empty(), List.of(), List.of(), Optional.empty());
    var series = new Series(heading, Optional.empty(), List.of(patch), base);
    var decisions = new ArrayList<>(repaired.decisions());
    decisions.addFirst(
        author
            .map(name -> "the patch is by " + name + ", as the line above the quotation says")
            .orElse("no line above the quotation says who wrote the patch"));
    decisions.add(
        "the commit message is left out: without line breaks nothing tells it from a reviewer's"
            + " words");
    List<ReviewReply> replies =
        repaired.comments().isEmpty()
            ? List.of()
            : List.of(new ReviewReply(answer, List.of(), repaired.comments()));
    return new SeriesReading(List.of(heading), Optional.of(series), replies, decisions, List.of());
  }

  /// The one whose words stand behind the most marks.
  private static Optional<String> author(byte[] mail) {
    String text = new String(mail, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    int diff = text.indexOf("> diff --git a/");
    Matcher wrote = WROTE.matcher(text.substring(0, diff + 1));
    Optional<String> author = Optional.empty();
    long deepest = 0;
    while (wrote.find()) {
      long marks = wrote.group(3).chars().filter(c -> c == '>').count();
      if (marks > deepest) {
        deepest = marks;
        String name = wrote.group(1).strip();
        author =
            Optional.of(wrote.group(2) == null ? name : "%s <%s>".formatted(name, wrote.group(2)));
      }
    }
    return author;
  }
}
