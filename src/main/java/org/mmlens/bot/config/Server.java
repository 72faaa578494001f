package org.mmlens.bot.config;

/// A server that mail comes from or goes to.
///
/// @param host its name or address
/// @param port 1 to 65535
/// @param security how the connection is protected
public record Server(String host, int port, Security security) {

  /// How a connection is protected.
  public enum Security {
    /// TLS from the first byte on (RFC 8314).
    TLS,
    /// `STARTTLS`, without which nothing is sent.
    STARTTLS,
    /// Not at all: only to a server on this machine.
    NONE
  }
}
