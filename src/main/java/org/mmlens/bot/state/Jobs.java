package org.mmlens.bot.state;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The reviews that are to be made, shared by all workers on one database: db-scheduler in a table
/// of the same database, so that a job is there if and only if the transaction that wants it is.
///
/// A job may run twice, where its worker was thought dead and was not: whoever does it decides in a
/// transaction, once.
public final class Jobs implements AutoCloseable {

  private static final String REVIEW = "review";

  /// A worker that has not shown life for four of these is dead.
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int MISSED = 4;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /// Does a job.
  public interface Work {

    /// Does it; what it throws makes it be tried again after five minutes.
    ///
    /// @param revision of which series
    void review(String revision);
  }

  private final Scheduler scheduler;

  private Jobs(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// Wants a revision reviewed.
  ///
  /// @param tx the transaction; the job is there once it is committed
  /// @param revision which
  /// @param at not before that time
  public static void want(Transaction tx, String revision, Instant at) {
    SchedulerClient.Builder.create(Connections.of(tx.connection()))
        .jdbcCustomization(new Millis())
        .build()
        .scheduleIfNotExists(new TaskInstance<Void>(REVIEW, revision), at);
  }

  /// Wants all revisions reviewed that are ready and have no job.
  ///
  /// @param tx the transaction
  /// @param at not before that time
  /// @return how many those are
  /// @throws SQLException where the database refuses
  public static int adopt(Transaction tx, Instant at) throws SQLException {
    List<String> orphans =
        tx.rows(
            row -> row.getString(1),
            "SELECT id FROM revision WHERE phase = 'READY' AND NOT EXISTS"
                + " (SELECT 1 FROM scheduled_tasks WHERE task_instance = id)");
    orphans.forEach(id -> want(tx, id, at));
    return orphans.size();
  }

  /// {@return how many reviews are wanted or being made}
  ///
  /// @param tx the transaction
  /// @throws SQLException where the database refuses
  public static long open(Transaction tx) throws SQLException {
    return tx.rows(row -> row.getLong(1), "SELECT COUNT(*) FROM scheduled_tasks").getFirst();
  }

  /// {@return how many reviews may begin now, or have begun}
  ///
  /// @param tx the transaction
  /// @param now the time
  /// @throws SQLException where the database refuses
  public static long due(Transaction tx, Instant now) throws SQLException {
    return tx.rows(
            row -> row.getLong(1),
            "SELECT COUNT(*) FROM scheduled_tasks WHERE execution_time <= ? OR picked = ?",
            now.toEpochMilli(),
            true)
        .getFirst();
  }

  /// Lets go of the jobs that a worker was at when it died.
  ///
  /// @param tx the transaction
  /// @param worker the worker's name; it must not be running
  /// @return how many jobs that are
  /// @throws SQLException where the database refuses
  public static int release(Transaction tx, String worker) throws SQLException {
    return tx.change(
        "UPDATE scheduled_tasks SET picked = ?, picked_by = NULL, last_heartbeat = NULL,"
            + " version = version + 1 WHERE picked = ? AND picked_by = ?",
        false,
        true,
        worker);
  }

  /// Begins to work.
  ///
  /// @param url the database, opened before
  /// @param worker the worker's name; unique among those that run
  /// @param threads how many jobs at the same time
  /// @param poll how often to look for new ones
  /// @param work what to do
  /// @return the work, until it is closed
  public static Jobs start(String url, String worker, int threads, Duration poll, Work work) {
    var task =
        Tasks.oneTime(REVIEW, Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
            .execute((instance, _) -> work.review(instance.getId()));
    Scheduler scheduler =
        Scheduler.create(Connections.to(url), task)
            .jdbcCustomization(new Millis())
            .schedulerName(new SchedulerName.Fixed(worker))
            .threads(threads)
            .pollingInterval(poll)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .failureLogging(LogLevel.WARN, false)
            .build();
    scheduler.start();
    return new Jobs(scheduler);
  }

  /// Looks for new jobs now.
  public void hurry() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
