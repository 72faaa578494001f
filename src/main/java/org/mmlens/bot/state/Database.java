package org.mmlens.bot.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// One connection to the bot's database, for one thread.
public final class Database implements AutoCloseable {

  private static final int NEWEST = 2;
  private static final int PATIENCE_MILLIS = 30_000;

  /// Any number, as long as all workers take the same: the lock of who creates tables.
  private static final long MIGRATION_LOCK = 0x6d6d6c656e73L;

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

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
    Connection connection = connect(url);
    Dialect dialect = sqlite(url) ? Dialect.SQLITE : Dialect.POSTGRESQL;
    var database = new Database(connection, dialect);
    try {
      database.transact(database::migrate);
      return database;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean sqlite(String url) {
    return url.startsWith("jdbc:sqlite:");
  }

  /// {@return a new connection, each of whose statements is a transaction}
  static Connection connect(String url) throws SQLException {
    if (!sqlite(url) && !url.startsWith("jdbc:postgresql:")) {
      throw new SQLException("expected 'jdbc:sqlite:' or 'jdbc:postgresql:', found '" + url + "'");
    }
    return sqlite(url) ? settings().createConnection(url) : DriverManager.getConnection(url);
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
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.in(new Transaction(connection, dialect, prepared));
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      // Commits. With SQLite's driver, commit() would begin the next transaction at once, and hold
      // the lock of the writer until that has something to do.
      connection.setAutoCommit(true);
    }
  }

  private int migrate(Transaction tx) throws SQLException {
    tx.alone(MIGRATION_LOCK);
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
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
