package org.mmlens.explore;

/// What shall be run on top of what is planned, where that leaves branches untaken.
///
/// @param before the side before the patch
/// @param after the side after the patch
/// @param seed of what is drawn
/// @param attempts how many scenarios are tried at the most, and how many further ones after each
///   that takes a wanted branch
/// @param faults whether requests may be refused in them
public record Goal(Wanted before, Wanted after, long seed, int attempts, Faults faults) {

  /// Whether requests may be refused.
  public enum Faults {
    /// They may.
    SOME,
    /// They may not.
    NONE
  }
}
