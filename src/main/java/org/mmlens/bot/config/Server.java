package org.mmlens.bot.config;

import java.nio.file.Path;
import java.util.Optional;

/// A server that mail comes from or goes to.
///
/// @param host its name or address
/// @param port 1 to 65535
/// @param security how the connection is protected
/// @param authorities a file of certificates (PEM), of which one has to vouch for the server; those
///   that the platform knows where absent
public record Server(String host, int port, Security security, Optional<Path> authorities) {

  /// A server that an authority vouches for that the platform knows.
  ///
  /// @param host its name or address
  /// @param port 1 to 65535
  /// @param security how the connection is protected
  public Server(String host, int port, Security security) {
    this(host, port, security, Optional.empty());
  }

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
