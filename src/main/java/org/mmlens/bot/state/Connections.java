package org.mmlens.bot.state;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Connections for the job queue, which asks for them through [DataSource].
final class Connections implements DataSource {

  /// Gives a connection.
  private interface Giver {
    Connection give() throws SQLException;
  }

  private final Giver giver;

  private Connections(Giver giver) {
    this.giver = giver;
  }

  /// {@return new connections, which the queue closes}
  static Connections to(String url) {
    return new Connections(() -> Database.connect(url));
  }

  /// {@return the connection of a transaction, which the queue cannot close}
  static Connections of(Connection connection) {
    var lent =
        (Connection)
            Proxy.newProxyInstance(
                Connections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw Optional.ofNullable(e.getCause()).orElse(e);
                  }
                });
    return new Connections(() -> lent);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return giver.give();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return giver.give();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the URL says how long to wait");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
