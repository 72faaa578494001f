package org.mmlens.bot.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What happens altogether or not at all. It lives as long as the work it is given to.
public final class Transaction {

  /// What is done in a transaction.
  ///
  /// @param <T> what comes of it
  public interface Work<T> {

    /// Does it.
    ///
    /// @param tx the transaction
    /// @return what comes of it
    /// @throws SQLException where the database refuses; nothing has happened then
    T in(Transaction tx) throws SQLException;
  }

  /// Reads one row.
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared;

  /// @param prepared the statements of the connection, each with its text; more come to it
  Transaction(Connection connection, Dialect dialect, Map<String, PreparedStatement> prepared) {
    this.connection = connection;
    this.dialect = dialect;
    this.prepared = prepared;
  }

  Connection connection() {
    return connection;
  }

  /// Waits until no other transaction is at the same. In SQLite there is none anyway.
  ///
  /// @param what a number that all workers take for it
  /// @throws SQLException where the database refuses
  public void alone(long what) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      rows(row -> "", "SELECT pg_advisory_xact_lock(?)", what);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  /// {@return how many rows changed}
  int change(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared(sql, values);
    try {
      return statement.executeUpdate();
    } finally {
      // It may hold a mail.
      statement.clearParameters();
    }
  }

  <T> List<T> rows(Row<T> reader, String sql, Object... values) throws SQLException {
    var found = new ArrayList<T>();
    try (ResultSet rows = prepared(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(reader.of(rows));
      }
    }
    return found;
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int k = 0; k < values.length; k++) {
      if (values[k] instanceof byte[] bytes) {
        statement.setBytes(k + 1, bytes);
      } else {
        statement.setObject(k + 1, values[k]);
      }
    }
    return statement;
  }
}
