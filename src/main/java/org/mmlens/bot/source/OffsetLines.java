package org.mmlens.bot.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Lines of a stream, and where each begins and ends. A line longer than the limit comes in pieces.
final class OffsetLines {

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from = 0;
  private int to = 0;
  private long end;
  private boolean whole = true;
  private boolean continued = false;

  /// @param in the stream
  /// @param offset where it begins, in bytes
  /// @param limit the length of the longest piece, in bytes
  OffsetLines(InputStream in, long offset, int limit) {
    this.in = in;
    this.end = offset;
    this.limit = limit;
  }

  /// {@return the next line or piece, its `\n` included; empty at the end of the stream}
  byte[] next() throws IOException {
    line.reset();
    continued = !whole;
    whole = false;
    while (!whole && line.size() < limit && fill()) {
      int at = from;
      int stop = Math.min(to, from + limit - line.size());
      while (at < stop && buffer[at] != '\n') {
        at++;
      }
      whole = at < stop;
      int next = whole ? at + 1 : at;
      line.write(buffer, from, next - from);
      from = next;
    }
    end += line.size();
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to;
  }

  /// {@return where the line or piece ended that came last}
  long end() {
    return end;
  }

  /// {@return whether what came last is not the beginning of a line}
  boolean continued() {
    return continued;
  }
}
