package org.mmlens.bot;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.state.Jobs;
import org.mmlens.bot.state.Marks;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;
import org.mmlens.bot.state.Threads;
import org.mmlens.bot.state.Transaction;
import org.mmlens.mail.Glance;

/// What people tell the bot in answers, each on a line of its own: `#mmlens expected`, `invalid`,
/// `test`, `mute`.
///
/// Only who is in the thread is heard: who sent mail of the series, or whom it was sent to.
final class Commands {

  private static final Pattern COMMAND = Pattern.compile("#mmlens (expected|invalid|test|mute)");
  private static final int MOST_MAILS = 2000;

  private final BotConfig config;

  Commands(BotConfig config) {
    this.config = config;
  }

  /// Does what a mail says, if it says anything.
  void obey(Transaction tx, String thread, Glance glance, Arrival mail, Instant now)
      throws SQLException {
    if (!mentioned(mail.raw()) || !heard(glance)) {
      return;
    }
    List<String> words =
        Glance.ownLines(mail.origin(), mail.raw()).stream()
            .map(line -> COMMAND.matcher(line.strip()))
            .filter(Matcher::matches)
            .map(m -> m.group(1))
            .distinct()
            .toList();
    String sender = glance.envelope().address();
    Optional<Revision> about = words.isEmpty() ? Optional.empty() : about(tx, thread, glance);
    if (about.isPresent() && inThread(tx, thread, sender)) {
      for (String word : words) {
        obey(tx, about.get(), word, sender, now);
      }
    }
  }

  private static boolean mentioned(byte[] raw) {
    // Transfer encodings may hide it: then the whole mail is decoded.
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    return text.contains("#mmlens") || text.contains("base64") || text.contains("=23mmlens");
  }

  private boolean heard(Glance glance) {
    String sender = glance.envelope().address();
    return glance.automatic().isEmpty()
        && !config.identity().owns(sender)
        && !config.identity().bots().contains(sender);
  }

  private static boolean inThread(Transaction tx, String thread, String sender)
      throws SQLException {
    SequencedSet<String> people = new TreeSet<>();
    for (Arrival mail : Threads.mails(tx, thread, List.of("PATCH", "COVER"), MOST_MAILS)) {
      Glance glance = Glance.of(mail.origin(), mail.raw());
      people.add(glance.envelope().address());
      people.addAll(glance.to());
    }
    return people.contains(sender);
  }

  /// The revision that the mail answers, directly or through the bot's own mail; else the highest
  /// of the thread.
  private Optional<Revision> about(Transaction tx, String thread, Glance glance)
      throws SQLException {
    List<Revision> all = Revisions.inThread(tx, thread);
    for (String id : glance.envelope().references().reversed()) {
      for (Revision revision : all) {
        if (id.equals(revision.id()) || id.equals(Letter.messageId(revision, config.identity()))) {
          return Optional.of(revision);
        }
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private void obey(Transaction tx, Revision revision, String word, String sender, Instant now)
      throws SQLException {
    boolean fresh = Marks.put(tx, revision.id(), word, sender);
    if (fresh && word.equals("test") && revision.phase() == Phase.DONE) {
      Revisions.move(tx, revision.id(), Phase.READY);
      Jobs.want(tx, revision.id(), now);
    }
    if (fresh && word.equals("mute")) {
      for (Revision other : Revisions.inThread(tx, revision.thread())) {
        String id = Letter.messageId(other, config.identity());
        Outbox.withdraw(tx, id, "muted by " + sender);
      }
    }
  }
}
