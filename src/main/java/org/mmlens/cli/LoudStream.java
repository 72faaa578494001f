package org.mmlens.cli;

import java.io.IOException;
import java.io.OutputStream;

/// Standard output that does not keep to itself that nothing arrives: where the disk is full or the
/// reader is gone, the command ends. A [java.io.PrintWriter] would go on in silence.
final class LoudStream extends OutputStream {

  private static final String GONE = "Broken pipe";

  private final OutputStream stream;
  private boolean broken;

  LoudStream(OutputStream stream) {
    this.stream = stream;
  }

  /// Something that may not work.
  private interface Attempt {
    void make() throws IOException;
  }

  @Override
  public void write(int b) {
    attempt(() -> stream.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    attempt(() -> stream.write(bytes, from, length));
  }

  @Override
  public void flush() {
    attempt(stream::flush);
  }

  @Override
  public void close() {
    attempt(stream::close);
  }

  /// The first mishap is told, once; what is written after it goes nowhere.
  private void attempt(Attempt attempt) {
    if (broken) {
      return;
    }
    try {
      attempt.make();
    } catch (IOException e) {
      broken = true;
      throw GONE.equals(e.getMessage())
          ? Refusal.readerGone()
          : Refusal.usage("standard output cannot be written to: " + Reasons.of(e));
    }
  }
}
