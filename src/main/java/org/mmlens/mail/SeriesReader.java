package org.mmlens.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Reads mail and finds the series in it.
public final class SeriesReader {

  private final Limits limits;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();

  private SeriesReader(Limits limits) {
    this.limits = limits;
  }

  /// {@return the series in files: mailboxes, maildirs, folders, patches, in the order given}
  ///
  /// @param paths what to read
  /// @param selection which series is wanted
  public static SeriesReading read(List<Path> paths, Selection selection) {
    var reader = new SeriesReader(Limits.USUAL);
    List<MailSource> sources = MailSources.of(paths, reader.diagnostics::add);
    return reader.readSources(sources, selection);
  }

  /// {@return the series in a stream, which is read to its end}
  ///
  /// @param in mail in any form that a file may have
  /// @param name what to call it in positions
  /// @param selection which series is wanted
  public static SeriesReading read(InputStream in, String name, Selection selection) {
    var reader = new SeriesReader(Limits.USUAL);
    try (var spool = Spool.of(in)) {
      return reader.readSources(List.of(spool.source(name)), selection);
    } catch (IOException e) {
      reader.error("mail-unreadable", Position.ofFile(name), "cannot be read: " + e.getMessage());
      return reader.nothing(List.of());
    }
  }

  private SeriesReading readSources(List<MailSource> sources, Selection selection) {
    var index = MailIndex.of(sources, limits, diagnostics::add);
    decisions.addAll(index.decisions());
    List<SeriesGroup> groups = SeriesGroups.of(index.entries());
    var headings = new ArrayList<SeriesHeading>();
    groups.forEach(group -> headings.add(group.heading(headings.size() + 1)));
    if (groups.isEmpty()) {
      return quotation(sources, index, selection);
    }
    Optional<SeriesGroup> chosen = choose(groups, headings, selection, sources);
    if (chosen.isEmpty()) {
      return nothing(headings);
    }
    int number = groups.indexOf(chosen.get()) + 1;
    Series mailed = assemble(index, groups, chosen.get(), number);
    List<FollowUps.Answer> answers = answers(index, mailed);
    Series series = FollowUps.add(mailed, answers, decisions);
    List<ReviewReply> replies = replies(answers, series);
    return new SeriesReading(headings, Optional.of(series), replies, decisions, diagnostics);
  }

  private SeriesReading nothing(List<SeriesHeading> headings) {
    return new SeriesReading(headings, Optional.empty(), List.of(), decisions, diagnostics);
  }

  /// Answers to mails of the series, in the order of the mailbox.
  private List<FollowUps.Answer> answers(MailIndex index, Series series) {
    var ids = new HashSet<>(series.heading().messageIds());
    ids.remove("");
    List<MailEntry.Place> answers = index.answersTo(ids).stream().limit(limits.patches()).toList();
    Map<MailEntry.Place, RawMail> mails = index.load(answers);
    return answers.stream()
        .map(place -> MailEntry.of(place, Objects.requireNonNull(mails.get(place)), limits))
        .map(entry -> new FollowUps.Answer(entry.envelope(), body(entry, mails)))
        .toList();
  }

  /// What the answers say of the series.
  private static List<ReviewReply> replies(List<FollowUps.Answer> answers, Series series) {
    var anchors = new QuoteAnchors(series.patches());
    return answers.stream()
        .map(answer -> anchors.resolve(ReplyReader.read(answer.envelope(), answer.body())))
        .filter(r -> !r.comments().isEmpty())
        .toList();
  }

  private ReviewReply reply(MailEntry entry, Map<MailEntry.Place, RawMail> mails) {
    return ReplyReader.read(entry.envelope(), body(entry, mails));
  }

  /// Where no mail holds a patch of its own, one that is quoted in full will do.
  private SeriesReading quotation(List<MailSource> sources, MailIndex index, Selection selection) {
    List<MailEntry> quoting =
        index.entries().stream()
            .filter(e -> e.content() == MailEntry.Content.QUOTED_DIFF)
            .filter(e -> wanted(e, selection))
            .limit(limits.patches())
            .toList();
    if (quoting.isEmpty()) {
      noPatch(sources, index);
      return nothing(List.of());
    }
    MailEntry entry = quoting.getLast();
    ReviewReply reply = reply(entry, index.load(List.of(entry.place())));
    Optional<QuotedPatch> whole =
        reply.quoted().reversed().stream().filter(QuotedPatch::complete).findFirst();
    for (QuotedPatch quoted : reply.quoted()) {
      for (String gap : quoted.gaps()) {
        String message =
            "the patch quoted behind %d marks is not whole: %s".formatted(quoted.level(), gap);
        Position at = quoted.patch().envelope().at();
        diagnostics.add(
            whole.isPresent()
                ? Diagnostic.warning("quote-incomplete", at, message)
                : Diagnostic.error("quote-incomplete", at, message)
                    .withHint("give the patch mail itself"));
      }
    }
    Optional<Series> series = whole.map(SeriesReader::quotedSeries);
    whole.ifPresent(
        q ->
            decisions.add(
                "%s: patch taken from behind %d quote marks, whole by the counts of its hunks and its diffstat"
                    .formatted(q.patch().envelope().at(), q.level())));
    series.ifPresent(found -> sayMissing(found.heading(), found.patches().getFirst()));
    List<SeriesHeading> headings = series.map(Series::heading).stream().toList();
    return new SeriesReading(headings, series, List.of(reply), decisions, diagnostics);
  }

  private static boolean wanted(MailEntry entry, Selection selection) {
    return switch (selection) {
      case Selection.Newest() -> true;
      case Selection.Number(var n) -> n == 1;
      case Selection.OfMessage(var id) ->
          entry.envelope().messageId().equals(id.replaceAll("[<>]", "").strip());
    };
  }

  private static Series quotedSeries(QuotedPatch quoted) {
    PatchMail patch = quoted.patch();
    Subject subject = patch.subject();
    var missing = new ArrayList<Integer>();
    for (int k = 1; k <= subject.total(); k++) {
      if (k != subject.counter()) {
        missing.add(k);
      }
    }
    var heading =
        new SeriesHeading(
            1, subject, patch.author(), "", List.of(patch.envelope().messageId()), missing);
    return new Series(heading, Optional.empty(), List.of(patch), BaseHints.of(patch.notes()));
  }

  private void noPatch(List<MailSource> sources, MailIndex index) {
    if (index.first().isEmpty() || sources.isEmpty()) {
      return;
    }
    Position at = index.first().get().at();
    String found =
        index.count() == 1
            ? "found one mail without any: '" + index.first().get().subject() + "'"
            : "found " + index.count() + " mails without any";
    error("mail-no-patch", at, "expected a mail with a patch (a diff), " + found);
  }

  private Optional<SeriesGroup> choose(
      List<SeriesGroup> groups,
      List<SeriesHeading> headings,
      Selection selection,
      List<MailSource> sources) {
    Optional<SeriesGroup> chosen =
        switch (selection) {
          case Selection.Newest() -> Optional.of(groups.getLast());
          case Selection.Number(var n) ->
              n >= 1 && n <= groups.size() ? Optional.of(groups.get(n - 1)) : Optional.empty();
          case Selection.OfMessage(var id) ->
              groups.stream().filter(g -> g.holds(id.replaceAll("[<>]", "").strip())).findFirst();
        };
    if (chosen.isEmpty()) {
      String wanted =
          switch (selection) {
            case Selection.Newest() -> "the newest";
            case Selection.Number(var n) -> "number " + n;
            case Selection.OfMessage(var id) -> "one with message " + id;
          };
      String there = String.join("; ", headings.stream().map(SeriesHeading::line).toList());
      error(
          "series-selection",
          Position.ofFile(sources.getFirst().name()),
          "there is no series " + wanted + "; there are: " + there);
    } else if (groups.size() > 1) {
      decisions.add(
          "series %d of %d taken (%s): %s"
              .formatted(
                  groups.indexOf(chosen.get()) + 1,
                  groups.size(),
                  selection instanceof Selection.Newest
                      ? "its first patch has the latest date"
                      : "asked for",
                  headings.get(groups.indexOf(chosen.get())).line()));
    }
    return chosen;
  }

  private Series assemble(
      MailIndex index, List<SeriesGroup> groups, SeriesGroup chosen, int number) {
    SortedMap<Integer, MailEntry> parts =
        new PartialReroll(index, groups, decisions).complete(chosen);
    var wanted = new ArrayList<>(parts.values());
    chosen.cover().ifPresent(wanted::add);
    Map<MailEntry.Place, RawMail> mails =
        index.load(wanted.stream().map(MailEntry::place).toList());
    var patches = new ArrayList<PatchMail>();
    var said = new StringBuilder();
    Optional<CoverLetter> cover = Optional.empty();
    if (chosen.cover().isPresent()) {
      MailEntry entry = chosen.cover().get();
      Body body = body(entry, mails);
      cover = Optional.of(new CoverLetter(entry.envelope(), entry.subject(), body.text()));
      said.append(body.text()).append('\n');
    }
    for (MailEntry entry : parts.values()) {
      Body body = body(entry, mails);
      patches.add(MessageParts.of(entry.envelope(), body, decisions));
      if (patches.size() == 1) {
        said.append(body.text());
      }
    }
    SeriesHeading heading = heading(chosen, number, parts);
    sayMissing(heading, patches.getFirst());
    return new Series(heading, cover, patches, BaseHints.of(said.toString()));
  }

  private void sayMissing(SeriesHeading heading, PatchMail first) {
    if (!heading.missing().isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
              "series-incomplete",
              first.envelope().at(),
              "expected %d patches, found no mail for %s"
                  .formatted(heading.subject().total(), heading.missing())));
    }
  }

  private static SeriesHeading heading(
      SeriesGroup chosen, int number, SortedMap<Integer, MailEntry> parts) {
    SeriesHeading plain = chosen.heading(number);
    var missing = new ArrayList<>(plain.missing());
    missing.removeAll(parts.keySet());
    return new SeriesHeading(
        plain.number(), plain.subject(), plain.author(), plain.date(), plain.messageIds(), missing);
  }

  private Body body(MailEntry entry, Map<MailEntry.Place, RawMail> mails) {
    RawMail mail = mails.get(entry.place());
    if (mail == null) {
      throw new IllegalStateException(
          "the mailbox changed while it was read: " + entry.envelope().at());
    }
    Body body = BodyReader.read(mail, Header.parse(mail.bytes()), limits);
    body.decisions().forEach(d -> decisions.add(entry.envelope().at() + ": " + d));
    return body;
  }

  private void error(String code, Position at, String message) {
    diagnostics.add(Diagnostic.error(code, at, message));
  }
}
