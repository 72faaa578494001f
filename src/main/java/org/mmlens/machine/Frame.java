package org.mmlens.machine;

/// One entry of a C backtrace.
///
/// @param function the C name
/// @param file the path in the tree
/// @param line the line, counted from 1
public record Frame(String function, String file, int line) {
  @Override
  public String toString() {
    return function + " (" + file + ":" + line + ")";
  }
}
