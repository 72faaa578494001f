package org.mmlens.cli;

import picocli.CommandLine;

/// Runs command lines.
final class CommandLines {

  private CommandLines() {}

  /// {@return the exit code of one command}
  ///
  /// An error of the JVM (stack or memory run out) is a bug of mmlens, too; picocli hands on
  /// exceptions only.
  static int run(Surroundings here, Engine engine, String... args) {
    CommandLine line = MmlensCommand.commandLine(here, engine);
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      MmlensCommand.bug(e, line);
      return ExitCode.INTERNAL.status();
    } finally {
      here.out().flush();
      here.err().flush();
    }
  }
}
