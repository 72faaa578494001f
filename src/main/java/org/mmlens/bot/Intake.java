package org.mmlens.bot;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Mails;
import org.mmlens.bot.state.Threads;
import org.mmlens.bot.state.Transaction;
import org.mmlens.mail.Glance;

/// Reads sources: keeps the mails, ties them to threads, and has the threads looked at that got
/// mail of a series. All of that and the new cursor are one transaction.
final class Intake {

  private static final int BATCH = 200;
  private static final int MOST_REFERENCES = 20;

  /// Any number, as long as all workers take the same: the lock of who takes mail in.
  private static final long LOCK = 0x6d6d6c656e74L;

  private final Assembly assembly;
  private final Commands commands;
  private final InstantSource clock;

  Intake(BotConfig config, InstantSource clock) {
    this.assembly = new Assembly(config);
    this.commands = new Commands(config);
    this.clock = clock;
  }

  /// Reads what one source has, up to a batch.
  ///
  /// @return how many mails it gave; 0 where there is nothing new
  int read(Database database, MailSource source) throws IOException, SQLException {
    Optional<String> cursor = database.transact(tx -> Mails.cursor(tx, source.name()));
    Batch batch = source.read(cursor, BATCH);
    if (batch.arrivals().isEmpty() && cursor.equals(Optional.of(batch.cursor()))) {
      return 0;
    }
    database.transact(
        tx -> {
          tx.alone(LOCK);
          // Another worker may have read the same meanwhile.
          return Mails.cursor(tx, source.name()).equals(cursor) && take(tx, source, batch);
        });
    return batch.arrivals().size();
  }

  private boolean take(Transaction tx, MailSource source, Batch batch) throws SQLException {
    SequencedSet<String> touched = new LinkedHashSet<>();
    Instant now = clock.instant();
    Mails.keep(
        tx,
        source.name(),
        batch,
        mail -> {
          Glance glance = Glance.of(mail.origin(), mail.raw());
          String thread = Threads.join(tx, ties(glance, mail));
          if (glance.kind() == Glance.Kind.TALK) {
            commands.obey(tx, thread, glance, mail, now);
          } else {
            touched.add(thread);
          }
          return new Mails.Place(thread, glance.kind().name(), now);
        });
    for (String thread : touched) {
      // A later mail of the batch may have made it part of another thread.
      assembly.look(tx, Threads.of(tx, thread).orElse(thread), now);
    }
    return true;
  }

  /// What ties a mail to others: those it answers, and for a numbered patch that answers none its
  /// sender, revision, total and day. Each such mail carries its day and the next, so that a series
  /// sent over midnight is one.
  private static List<String> ties(Glance glance, Arrival mail) {
    var ties = new ArrayList<String>();
    String own = glance.envelope().messageId();
    ties.add(own.isEmpty() ? "mail:" + Digest.of(mail.origin()) : own);
    List<String> references = glance.envelope().references();
    references.stream().skip(Math.max(0, references.size() - MOST_REFERENCES)).forEach(ties::add);
    if (references.isEmpty() && glance.kind() != Glance.Kind.TALK && glance.subject().numbered()) {
      LocalDate day =
          glance
              .envelope()
              .sent()
              .map(t -> t.atZone(ZoneOffset.UTC).toLocalDate())
              .orElse(LocalDate.EPOCH);
      for (LocalDate date : List.of(day, day.plusDays(1))) {
        ties.add(
            "loose:%s v%d /%d %s"
                .formatted(
                    glance.envelope().address(),
                    glance.subject().revision(),
                    glance.subject().total(),
                    date));
      }
    }
    return ties;
  }

  /// Goes on with what has been quiet for long enough.
  int ripen(Database database) throws SQLException {
    return database.transact(tx -> assembly.ripen(tx, clock.instant()));
  }
}
