package org.mmlens.lens;

/// The lens cannot be set up on a tree: something it needs is not there.
public final class LensException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Says what is missing.
  ///
  /// @param message one line, for people
  public LensException(String message) {
    super(message);
  }
}
