package org.mmlens.mail;

import java.io.IOException;
import java.io.InputStream;

/// Something mails are read from, more than once if need be.
///
/// @param name what to call it in positions
/// @param opener gives its bytes from the start
record MailSource(String name, Opener opener) {

  /// Opens the bytes anew.
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }
}
