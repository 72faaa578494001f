package org.mmlens.port;

/// How much of a kernel function its model does.
public enum Fidelity {
  /// All that C on this machine can observe.
  EXACT,
  /// The effect, not the way to it; what is left out is said.
  ABSTRACT,
  /// Nothing: the call is counted, so that a verdict that relied on it says so.
  STUB
}
