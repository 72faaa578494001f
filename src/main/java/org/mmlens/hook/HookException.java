package org.mmlens.hook;

/// Why a hook cannot do its work, in words for the person who commits.
public final class HookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// A reason.
  ///
  /// @param message one line
  public HookException(String message) {
    super(message);
  }
}
