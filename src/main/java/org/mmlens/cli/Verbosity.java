package org.mmlens.cli;

/// How much is said on standard error.
enum Verbosity {
  /// Only what ends the run.
  QUIET,
  /// Also what was chosen for the user, warnings, and progress.
  NORMAL,
  /// Also every choice made among readings of the input.
  VERBOSE
}
