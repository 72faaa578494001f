package org.mmlens.bot;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.bot.Judge.Case;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.Policy;
import org.mmlens.bot.config.Policy.Audience;
import org.mmlens.bot.config.SinkConfig;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.sink.ReportPlaces;
import org.mmlens.bot.state.Decisions;
import org.mmlens.bot.state.Marks;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Outbox.Standing;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;
import org.mmlens.bot.state.Threads;
import org.mmlens.bot.state.Transaction;

/// Decides what follows from a review: whether there is a mail, what stands in it beside the
/// report, whom it goes to, and when.
final class Verdicts {

  private static final int MOST_RECIPIENTS = 60;
  private static final int LONGEST_REMARK = 400;

  private final BotConfig config;
  private final InstantSource clock;

  Verdicts(BotConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Nothing follows.
  ///
  /// @return whether that was decided now
  boolean silent(Transaction tx, Case one, String outcome, String reason) throws SQLException {
    boolean decided = decide(tx, one.revision(), outcome, reason);
    Revisions.move(tx, one.revision().id(), Phase.DONE);
    return decided;
  }

  /// A review was made.
  ///
  /// @return whether that was decided now
  boolean reviewed(Transaction tx, Case one, ReviewResult result, SortedMap<String, Path> reports)
      throws SQLException {
    Revision revision = one.revision();
    var history = History.of(tx, revision, result);
    Policy policy = config.policy(one.first().to());
    boolean asked = result.inconclusive() && Marks.of(tx, revision.id()).contains("test");
    boolean mail =
        (!history.fresh().isEmpty() || asked)
            && policy.audience() != Audience.MUTE
            && !muted(tx, revision);
    String reason =
        "%s; %d remarks, %d of them new"
            .formatted(result.verdict(), result.remarks().size(), history.fresh().size());
    boolean decided = decide(tx, revision, mail ? "mail" : "quiet", reason);
    if (decided) {
      Revisions.keepResult(tx, revision.id(), result.stored());
      Parcel parcel = parcel(one, history, result, policy, reports);
      // An answer to the mail is one to the series.
      Threads.join(tx, List.of(revision.id(), parcel.messageId()));
      for (SinkConfig sink : config.sinks()) {
        put(tx, sink, parcel, policy, mail);
      }
    }
    Revisions.move(tx, revision.id(), Phase.DONE);
    return decided;
  }

  /// A revision that is tested again on request is decided once more, once.
  private static boolean decide(Transaction tx, Revision revision, String outcome, String reason)
      throws SQLException {
    boolean again = Marks.of(tx, revision.id()).contains("test");
    return Decisions.decide(tx, revision.id(), outcome, reason)
        || (again && Decisions.decide(tx, revision.id() + " test", outcome, reason));
  }

  private static boolean muted(Transaction tx, Revision revision) throws SQLException {
    for (Revision other : Revisions.inThread(tx, revision.thread())) {
      if (Marks.of(tx, other.id()).contains("mute")) {
        return true;
      }
    }
    return false;
  }

  private void put(Transaction tx, SinkConfig sink, Parcel parcel, Policy policy, boolean mail)
      throws SQLException {
    boolean stays =
        switch (sink) {
          case SinkConfig.Outbox _ -> true;
          case SinkConfig.Html(_, _, var url) -> url.isEmpty();
          case SinkConfig.Smtp _, SinkConfig.Patchwork _ -> false;
        };
    boolean wanted =
        switch (sink) {
          case SinkConfig.Outbox _, SinkConfig.Smtp _ -> mail;
          case SinkConfig.Patchwork _ -> policy.audience() != Audience.MUTE;
          case SinkConfig.Html _ -> stays || policy.audience() != Audience.MUTE;
        };
    if (wanted) {
      Instant now = clock.instant();
      Standing standing = !stays && policy.moderated() ? Standing.HELD : Standing.WAITING;
      Instant due = stays ? now : now.plus(Duration.ofHours(policy.embargoHours()));
      Outbox.put(tx, sink.name(), addressed(parcel, sink), standing, due);
    }
  }

  /// Another recipient, behind the author, of whom the header says nothing.
  private static Parcel addressed(Parcel parcel, SinkConfig sink) {
    return sink instanceof SinkConfig.Smtp smtp && smtp.doubt().copyTo().isPresent()
        ? parcel.copiedTo(smtp.doubt().copyTo().get())
        : parcel;
  }

  private Parcel parcel(
      Case one,
      History history,
      ReviewResult result,
      Policy policy,
      SortedMap<String, Path> reports) {
    Letter.Addressees to = addressees(one, policy);
    byte[] message =
        new Letter(config.identity(), one.revision(), one.first())
            .write(to, clock.instant(), body(result, reports), told(one, history, result));
    return new Parcel(
        Letter.messageId(one.revision(), config.identity()),
        one.first().envelope().messageId(),
        message,
        new Parcel.Envelope(config.identity().address(), to.all()),
        new TreeMap<>(reports));
  }

  private Letter.Addressees addressees(Case one, Policy policy) {
    String author = one.revision().author();
    Set<String> others = new LinkedHashSet<>();
    if (policy.audience() == Audience.REPLY_ALL) {
      one.first().to().stream()
          .filter(a -> !config.identity().owns(a) && !config.identity().bots().contains(a))
          .filter(a -> !a.equals(author))
          .limit(MOST_RECIPIENTS)
          .forEach(others::add);
    }
    return new Letter.Addressees(author, List.copyOf(others));
  }

  /// The lines of the report's body; where there is no report to mail, what could not be judged.
  private static List<String> body(ReviewResult result, SortedMap<String, Path> reports) {
    List<String> report = lines(Judge.file(reports, "lkml"));
    int blank = report.indexOf("");
    if (blank >= 0) {
      return report.subList(blank + 1, report.size());
    }
    var body = new ArrayList<String>();
    body.add("Hi,");
    body.add("");
    body.add("mmlens ran the C of this series before and after it, and has no remarks.");
    if (result.inconclusive()) {
      body.add("Part of the series could not be judged:");
    }
    body.add("");
    return body;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<List<String>> told(Case one, History history, ReviewResult result) {
    var told = new ArrayList<List<String>>();
    page(one).ifPresent(url -> told.add(List.of("report: " + url)));
    if (result.remarks().isEmpty() && result.inconclusive()) {
      told.add(result.reasons().stream().map(Verdicts::item).toList());
    }
    history.previous().ifPresent(previous -> told.addAll(compared(history, previous)));
    told.add(
        List.of(
            "A line '#mmlens expected' of its own in an answer says that this is meant to be so,"
                + " '#mmlens invalid' that it is wrong: later versions are not told it again."
                + " '#mmlens mute' ends mails to this thread."));
    return told;
  }

  /// The first place that is seen from outside.
  private Optional<URI> page(Case one) {
    return config.sinks().stream()
        .flatMap(
            sink ->
                sink instanceof SinkConfig.Html(_, var path, var url)
                    ? new ReportPlaces(path, url).urlOf(one.first().envelope().messageId()).stream()
                    : Stream.of())
        .findFirst();
  }

  private static List<List<String>> compared(History history, Revision previous) {
    var told = new ArrayList<List<String>>();
    int before = history.before().size();
    if (before > 0) {
      var lines = new ArrayList<String>();
      lines.add(
          "Of %s on v%d, %s gone%s"
              .formatted(
                  before == 1 ? "one remark" : before + " remarks",
                  previous.number(),
                  history.gone().isEmpty()
                      ? "none is"
                      : history.gone().size() == 1 ? "one is" : history.gone().size() + " are",
                  history.gone().isEmpty() ? "." : ":"));
      history.gone().forEach(remark -> lines.add(item(remark.message())));
      told.add(lines);
    }
    if (history.known() > 0) {
      told.add(
          List.of(
              "%d of the remarks above were marked as expected or wrong before."
                  .formatted(history.known())));
    }
    return told;
  }

  private static String item(String text) {
    return "- " + text.substring(0, Math.min(text.length(), LONGEST_REMARK));
  }

  /// What earlier revisions have to do with this one.
  ///
  /// @param previous the one before, if it was reviewed
  /// @param before its remarks
  /// @param gone those of them that are gone
  /// @param fresh remarks that nobody has marked
  /// @param known how many somebody has
  record History(
      Optional<Revision> previous,
      List<ReviewResult.Remark> before,
      List<ReviewResult.Remark> gone,
      List<ReviewResult.Remark> fresh,
      int known) {

    static History of(Transaction tx, Revision revision, ReviewResult result) throws SQLException {
      Set<String> marked = new TreeSet<>();
      Optional<Revision> previous = Optional.empty();
      List<ReviewResult.Remark> before = List.of();
      for (Revision earlier : Revisions.before(tx, revision)) {
        Optional<ReviewResult> then =
            Revisions.result(tx, earlier.id()).map(ReviewResult::ofStored);
        if (then.isPresent()) {
          Set<String> marks = Marks.of(tx, earlier.id());
          if (marks.contains("expected") || marks.contains("invalid")) {
            then.get().remarks().forEach(remark -> marked.add(remark.fingerprint()));
          }
          if (previous.isEmpty()) {
            previous = Optional.of(earlier);
            before = then.get().remarks();
          }
        }
      }
      Set<String> now = new TreeSet<>();
      result.remarks().forEach(remark -> now.add(remark.fingerprint()));
      List<ReviewResult.Remark> fresh =
          result.remarks().stream().filter(r -> !marked.contains(r.fingerprint())).toList();
      return new History(
          previous,
          before,
          before.stream().filter(r -> !now.contains(r.fingerprint())).toList(),
          fresh,
          result.remarks().size() - fresh.size());
    }
  }
}
