package org.mmlens.bot;

import java.util.List;

/// Knows how to start mmlens again, in a process of its own.
public interface Launcher {

  /// {@return a command that takes the arguments of `mmlens`, and ends when its standard input
  /// does}
  ///
  /// @param heapMib how much memory its heap may take
  List<String> command(int heapMib);
}
