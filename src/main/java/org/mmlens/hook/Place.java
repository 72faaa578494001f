package org.mmlens.hook;

import java.nio.file.Path;

/// How things stand with one hook of a repository.
public sealed interface Place {

  /// There is no such hook.
  record Free() implements Place {}

  /// mmlens is in a file of its own.
  ///
  /// @param file the file
  /// @param chained whether a hook that was there before is run first
  /// @param program what it starts, as the shell reads it
  record InFile(Path file, boolean chained, String program) implements Place {}

  /// mmlens is in git's configuration.
  ///
  /// @param command what git starts
  record InConfig(String command) implements Place {}

  /// Somebody has changed the file that mmlens had written.
  ///
  /// @param file the file
  record Changed(Path file) implements Place {}

  /// There is a hook that is not of mmlens.
  ///
  /// @param file the file
  record Taken(Path file) implements Place {}
}
