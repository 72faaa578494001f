package org.mmlens.lens;

import java.util.Arrays;
import org.mmlens.machine.Machine;

/// Where branches are marked that building a layout and reading a result take: a place that nobody
/// looks at.
final class Unwatched {
  private byte[] taken = new byte[0];
  private volatile byte[] counted = new byte[0];

  /// {@return the coverage that counts, whoever asks and whatever runs meanwhile}
  byte[] counted(Machine m) {
    byte[] current = m.coverage;
    byte[] aside = counted;
    return aside.length > 0 ? aside : current;
  }

  /// {@return the coverage so far; what is taken from here on does not change it}
  byte[] begin(Machine m) {
    byte[] watched = m.coverage;
    counted = watched;
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
    counted = new byte[0];
  }
}
