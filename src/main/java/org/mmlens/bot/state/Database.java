package org.mmlens.bot.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// One connection to the bot's database, for one thread.
public final class Database implements AutoCloseable {

  private static final int NEWEST = 1;
  private static final int PATIENCE_MILLIS = 30_000;

  /// Any number, as long as all workers take the same: the lock of who creates tables.
  private static final long MIGRATION_LOCK = 0x6d6d6c656e73L;

  private final Connection connection;
  private final Dialect dialect;

  private Database(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /// Opens a database, and brings its tables up to date.
  ///
  /// @param url `jdbc:sqlite:FILE` or `jdbc:postgresql://…`
  /// @return the open database
  /// @throws SQLException where it cannot be reached, or is newer than this program
  public static Database open(String url) throws SQLException {
    boolean sqlite = url.startsWith("jdbc:sqlite:");
    if (!sqlite && !url.startsWith("jdbc:postgresql:")) {
      throw new SQLException("expected 'jdbc:sqlite:' or 'jdbc:postgresql:', found '" + url + "'");
    }
    Connection connection =
        sqlite ? settings().createConnection(url) : DriverManager.getConnection(url);
    var database = new Database(connection, sqlite ? Dialect.SQLITE : Dialect.POSTGRESQL);
    try {
      connection.setAutoCommit(false);
      database.transact(database::migrate);
      return database;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// A commit has reached the disk when it returns (sqlite.org/pragma.html#pragma_synchronous).
  private static SQLiteConfig settings() {
    var settings = new SQLiteConfig();
    settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    return settings;
  }

  /// Does something altogether or not at all.
  ///
  /// @param <T> what comes of it
  /// @param work what to do; whatever it throws undoes it
  /// @return what comes of it, after it is on disk
  /// @throws SQLException where the database refuses
  public <T> T transact(Transaction.Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.in(new Transaction(connection, dialect));
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  private int migrate(Transaction tx) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      tx.rows(row -> "", "SELECT pg_advisory_xact_lock(?)", MIGRATION_LOCK);
    }
    tx.change("CREATE TABLE IF NOT EXISTS layout (version INTEGER PRIMARY KEY)");
    int version =
        tx.rows(row -> row.getInt(1), "SELECT COALESCE(MAX(version), 0) FROM layout").getFirst();
    if (version > NEWEST) {
      throw new SQLException(
          "the database has layout %d, this program knows those up to %d"
              .formatted(version, NEWEST));
    }
    for (int next = version + 1; next <= NEWEST; next++) {
      for (String statement : dialect.migration(script(next)).split(";\\s*\\n")) {
        execute(statement);
      }
      tx.change("INSERT INTO layout (version) VALUES (?)", next);
    }
    return NEWEST;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script(int version) {
    try (InputStream in =
        Optional.ofNullable(Database.class.getResourceAsStream(version + ".sql")).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
