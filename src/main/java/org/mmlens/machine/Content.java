package org.mmlens.machine;

/// What new memory holds.
public enum Content {
  /// Nothing yet; a load before a store is a finding.
  UNINITIALISED,
  /// Zero bytes.
  ZEROED
}
