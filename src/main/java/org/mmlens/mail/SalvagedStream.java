package org.mmlens.mail;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/// Compressed data up to where it is damaged; what is wrong there is kept, not thrown.
final class SalvagedStream extends FilterInputStream {

  private Optional<String> damage = Optional.empty();

  SalvagedStream(InputStream in) {
    super(in);
  }

  /// {@return what ended the data early; empty where nothing did}
  Optional<String> damage() {
    return damage;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (damage.isPresent()) {
      return -1;
    }
    try {
      return super.read(into, from, length);
    } catch (EOFException | ZipException e) {
      damage = Optional.of(String.valueOf(e.getMessage()));
      return -1;
    }
  }
}
