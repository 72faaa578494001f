package org.mmlens.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mmlens.bot.ReviewProcess.Outcome;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.TreeConfig;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Jobs;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;
import org.mmlens.bot.state.Threads;
import org.mmlens.bot.state.Transaction;
import org.mmlens.mail.Glance;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import tools.jackson.core.JacksonException;

/// Has one revision reviewed and decides what follows.
final class Judge implements Jobs.Work {

  private static final int MOST_MAILS = 2000;

  private final BotConfig config;
  private final ReviewProcess process;
  private final Verdicts verdicts;
  private final Consumer<String> log;

  Judge(BotConfig config, Launcher launcher, InstantSource clock, Consumer<String> log) {
    this.config = config;
    this.process = new ReviewProcess(launcher, config.limits());
    this.verdicts = new Verdicts(config, clock);
    this.log = log;
  }

  /// A series with what is needed to review and to answer it.
  ///
  /// @param mails of its thread, patches and cover letters
  /// @param first the mail that is answered
  record Case(Revision revision, List<Arrival> mails, Glance first) {
    Case {
      mails = List.copyOf(mails);
    }
  }

  @Override
  public void review(String id) {
    try (Database database = Database.open(config.database())) {
      Optional<Case> found = database.transact(tx -> look(tx, id));
      if (found.isPresent()) {
        judge(database, found.get());
      }
    } catch (SQLException e) {
      log.accept("database: " + e.getMessage());
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private static Optional<Case> look(Transaction tx, String id) throws SQLException {
    Optional<Revision> revision = Revisions.of(tx, id).filter(r -> r.phase() == Phase.READY);
    return revision.isEmpty() ? Optional.empty() : Optional.of(gather(tx, revision.get()));
  }

  /// {@return the complete series that a mail belongs to, or else the highest of its thread}
  ///
  /// @param messageId without angle brackets
  static Optional<Case> find(Transaction tx, String messageId) throws SQLException {
    Optional<String> thread = Threads.of(tx, messageId);
    if (thread.isEmpty()) {
      return Optional.empty();
    }
    List<Revision> whole =
        Revisions.inThread(tx, thread.get()).stream().filter(r -> r.missing().isEmpty()).toList();
    Optional<Revision> chosen =
        whole.stream()
            .filter(r -> r.id().equals(messageId))
            .findFirst()
            .or(() -> whole.reversed().stream().findFirst());
    return chosen.isEmpty() ? Optional.empty() : Optional.of(gather(tx, chosen.get()));
  }

  private static Case gather(Transaction tx, Revision revision) throws SQLException {
    List<Arrival> mails =
        Threads.mails(tx, revision.thread(), List.of("PATCH", "COVER"), MOST_MAILS);
    Series series =
        Mailbox.read(mails, new Selection.OfMessage(revision.id())).series().orElseThrow();
    String first =
        series
            .cover()
            .map(cover -> cover.envelope().messageId())
            .orElse(series.patches().getFirst().envelope().messageId());
    Glance glance =
        mails.stream()
            .map(mail -> Glance.of(mail.origin(), mail.raw()))
            .filter(g -> g.envelope().messageId().equals(first))
            .findFirst()
            .orElseThrow();
    return new Case(revision, mails, glance);
  }

  private void judge(Database database, Case one)
      throws IOException, InterruptedException, SQLException {
    Optional<TreeConfig> tree = config.treeFor(one.first().to());
    if (tree.isEmpty()) {
      database.transact(tx -> verdicts.silent(tx, one, "no-tree", "no tree is for its lists"));
      return;
    }
    String why = "";
    for (int attempt = 1; attempt <= config.limits().attempts(); attempt++) {
      Path folder = made(config.folder().resolve("work"));
      try {
        switch (process.review(folder, Mailbox.of(one.mails()), one.revision().id(), tree.get())) {
          case Outcome.Reported(var files) -> {
            ReviewResult result = ReviewResult.ofReport(Files.readAllBytes(file(files, "json")));
            SortedMap<String, Path> kept = keep(one.revision(), files);
            database.transact(tx -> verdicts.reviewed(tx, one, result, kept));
            return;
          }
          case Outcome.Unusable(var said) -> {
            database.transact(tx -> verdicts.silent(tx, one, "unusable", said));
            return;
          }
          case Outcome.Died(var how) -> why = how;
          case Outcome.Misconfigured(var said) -> {
            log.accept("review of <" + one.revision().id() + "> has to wait: " + said);
            throw new IllegalStateException(said);
          }
        }
      } catch (JacksonException e) {
        why = "its report cannot be read: " + e.getOriginalMessage();
      } finally {
        delete(folder);
      }
      log.accept(
          "review of <%s>, attempt %d of %d: %s"
              .formatted(one.revision().id(), attempt, config.limits().attempts(), why));
    }
    String last = why;
    database.transact(tx -> verdicts.silent(tx, one, "died", last));
  }

  /// Deletes what reviews left behind whose bot was killed.
  void clear() {
    try {
      delete(config.folder().resolve("work"));
    } catch (IOException e) {
      // One that is about to notice the end of its bot may still write there.
      log.accept("work folder not emptied: " + e.getMessage());
    }
  }

  private static Path made(Path parent) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(parent), "review-");
  }

  /// Puts reports where they stay. Another attempt writes the same bytes.
  private SortedMap<String, Path> keep(Revision revision, SortedMap<String, Path> files)
      throws IOException {
    Path folder = config.folder().resolve("reports").resolve(Digest.of(revision.id()));
    Files.createDirectories(folder);
    var kept = new TreeMap<String, Path>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path to = folder.resolve("report." + file.getKey());
      Files.move(file.getValue(), to, StandardCopyOption.ATOMIC_MOVE);
      kept.put(file.getKey(), to);
    }
    return kept;
  }

  static Path file(SortedMap<String, Path> files, String format) {
    return Optional.ofNullable(files.get(format)).orElseThrow();
  }

  /// Deletes a folder and what is in it.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
