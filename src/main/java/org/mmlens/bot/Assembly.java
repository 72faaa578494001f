package org.mmlens.bot;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.state.Decisions;
import org.mmlens.bot.state.Jobs;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;
import org.mmlens.bot.state.Threads;
import org.mmlens.bot.state.Transaction;
import org.mmlens.mail.Glance;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesHeading;
import org.mmlens.mail.SeriesReading;

/// Puts the mails of a thread together to revisions of series, and wants those reviewed that are
/// complete.
///
/// A revision is complete when all its patches are there and what they answer has come as well; it
/// is also taken for complete when nothing more has come for the quiet period (a cover letter that
/// was sent elsewhere). One that lacks patches waits for them for ever, and is called incomplete
/// after the quiet period.
final class Assembly {

  private static final int MOST_MAILS = 2000;

  private final BotConfig config;

  Assembly(BotConfig config) {
    this.config = config;
  }

  /// Looks at a thread again, after mail of series came into it.
  void look(Transaction tx, String thread, Instant now) throws SQLException {
    List<Arrival> mails = Threads.mails(tx, thread, List.of("PATCH", "COVER"), MOST_MAILS);
    var glances = new HashMap<String, Glance>();
    for (Arrival mail : mails) {
      Glance glance = Glance.of(mail.origin(), mail.raw());
      glances.putIfAbsent(glance.envelope().messageId(), glance);
    }
    SeriesReading reading = Mailbox.read(mails, new Selection.Newest());
    Revisions.forgetUnfinished(tx, thread);
    for (SeriesHeading heading : reading.found()) {
      Optional<String> id = firstPatch(heading, glances);
      if (id.isPresent() && Revisions.of(tx, id.get()).isEmpty()) {
        Series series = series(mails, reading, heading, id.get());
        note(tx, revision(series, id.get(), thread, now), series, glances);
      }
    }
  }

  private static Optional<String> firstPatch(SeriesHeading heading, Map<String, Glance> glances) {
    return heading.messageIds().stream()
        .filter(
            id -> {
              Glance glance = glances.get(id);
              return !id.isEmpty() && glance != null && glance.kind() == Glance.Kind.PATCH;
            })
        .findFirst();
  }

  private static Series series(
      List<Arrival> mails, SeriesReading reading, SeriesHeading heading, String id) {
    Optional<Series> chosen =
        reading.series().filter(s -> s.heading().number() == heading.number());
    return chosen
        .or(() -> Mailbox.read(mails, new Selection.OfMessage(id)).series())
        .orElseThrow(() -> new IllegalStateException("found and lost: " + heading.line()));
  }

  private static Revision revision(Series series, String id, String thread, Instant now) {
    List<String> missing = series.missing().stream().map(String::valueOf).toList();
    return new Revision(
        id,
        thread,
        series.revision(),
        series.patches().getFirst().envelope().address(),
        series.heading().subject().title(),
        series.base().changeId().orElse(""),
        missing.isEmpty() ? Digest.of(series.patches()) : "",
        String.join(" ", missing),
        Phase.COLLECTING,
        now);
  }

  private void note(Transaction tx, Revision revision, Series series, Map<String, Glance> glances)
      throws SQLException {
    Revisions.note(tx, revision);
    boolean answered =
        series.patches().stream()
            .map(patch -> patch.envelope().references())
            .allMatch(refs -> refs.isEmpty() || glances.containsKey(refs.getLast()));
    Glance first = glances.get(revision.id());
    if (revision.missing().isEmpty() && first != null) {
      Optional<String> silence = silence(tx, revision, first, series.patches().size());
      if (silence.isPresent()) {
        finish(tx, revision, silence.get());
      } else if (answered) {
        ready(tx, revision);
      }
    }
  }

  /// Why a series is not reviewed.
  private Optional<String> silence(Transaction tx, Revision revision, Glance first, int patches)
      throws SQLException {
    if (config.identity().owns(revision.author())) {
      return Optional.of("it was sent by this bot");
    }
    if (config.identity().bots().contains(revision.author())) {
      return Optional.of("it was sent by another bot");
    }
    if (first.automatic().isPresent()) {
      return Optional.of("it was sent by a program");
    }
    if (!Glance.isAddress(revision.author())) {
      return Optional.of("its sender has no address");
    }
    if (patches > config.limits().patches()) {
      return Optional.of("it has %d patches".formatted(patches));
    }
    return Revisions.same(tx, revision).map(other -> "it repeats <" + other.id() + ">");
  }

  private static void finish(Transaction tx, Revision revision, String why) throws SQLException {
    Decisions.decide(tx, revision.id(), "not-reviewed", why);
    Revisions.move(tx, revision.id(), Phase.DONE);
  }

  private static void ready(Transaction tx, Revision revision) throws SQLException {
    Revisions.move(tx, revision.id(), Phase.READY);
    Jobs.want(tx, revision.id(), revision.heard());
  }

  /// Goes on with the revisions that have been quiet for long enough, and with those that are ready
  /// and have no job: one was asked for while the last was just over.
  ///
  /// @return how many those are
  int ripen(Transaction tx, Instant now) throws SQLException {
    Instant since = now.minus(Duration.ofMinutes(config.limits().quietMinutes()));
    List<Revision> quiet = Revisions.quiet(tx, Phase.COLLECTING, since);
    for (Revision revision : quiet) {
      if (revision.missing().isEmpty()) {
        ready(tx, revision);
      } else {
        Revisions.move(tx, revision.id(), Phase.INCOMPLETE);
      }
    }
    return quiet.size() + Jobs.adopt(tx, now);
  }
}
