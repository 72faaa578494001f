package org.mmlens.lens;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.mmlens.machine.Machine;

/// Where branches are marked that building a layout and reading a result take: a place that nobody
/// looks at.
final class Unwatched {
  private final AtomicReference<Optional<byte[]>> counted;
  private byte[] taken = new byte[0];

  /// Sees nothing yet.
  ///
  /// @param counted the coverage that counts, while it is put aside: one for all of a machine, so
  ///   that one may begin while another is not at its end
  Unwatched(AtomicReference<Optional<byte[]>> counted) {
    this.counted = counted;
  }

  /// {@return the coverage so far; what is taken from here on does not change it}
  byte[] begin(Machine m) {
    byte[] watched = m.coverage;
    if (counted.get().isEmpty()) {
      counted.set(Optional.of(watched));
    }
    m.coverage = taken.length == watched.length ? taken : new byte[watched.length];
    return watched;
  }

  /// {@return the branches taken while nobody watched, see [org.mmlens.jvm.Probe#index]}
  byte[] taken() {
    return taken;
  }

  /// Goes back. More code may have been loaded meanwhile.
  void end(Machine m, byte[] watched) {
    taken = m.coverage;
    m.coverage = taken.length == watched.length ? watched : Arrays.copyOf(watched, taken.length);
    if (counted.get().filter(outermost -> outermost == watched).isPresent()) {
      counted.set(Optional.empty());
    }
  }
}
