package org.mmlens.cli;

import java.util.List;
import picocli.CommandLine;

/// Runs command lines.
final class CommandLines {

  private CommandLines() {}

  /// {@return the exit code of one command}
  ///
  /// An error of the JVM (stack or memory run out, a class missing) is a bug of mmlens, too;
  /// picocli hands on exceptions only.
  static int run(Surroundings here, Engine engine, String... args) {
    List<String> typed = List.of(args);
    CommandLine line = MmlensCommand.commandLine(here, engine, typed);
    try {
      List<String> all = new Configuration(here).complete(line, typed);
      int status = line.execute(all.toArray(String[]::new));
      here.out().flush();
      if (status == ExitCode.USAGE.status() && !all.equals(typed)) {
        here.say("  hint: not all options were typed: 'mmlens config' says which a file sets");
      }
      return status;
    } catch (Refusal refusal) {
      refusal.lines().forEach(here::say);
      return refusal.exitCode().status();
    } catch (Error e) {
      MmlensCommand.bug(e, line);
      return ExitCode.INTERNAL.status();
    } finally {
      here.out().flush();
      here.err().flush();
    }
  }
}
