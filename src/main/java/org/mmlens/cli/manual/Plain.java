package org.mmlens.cli.manual;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Text of picocli's model without its markup.
final class Plain {

  private Plain() {}

  /// {@return a line as picocli would print it without colours}
  ///
  /// @param line with picocli's markup and the escapes of `printf`
  static String of(String line) {
    return Ansi.OFF.text(String.format(line)).toString();
  }

  /// {@return what an option is for, as one paragraph}
  static String description(ArgSpec arg) {
    return of(String.join(" ", arg.description()));
  }

  /// {@return what a command does, in a line}
  static String header(CommandSpec command) {
    String[] header = command.usageMessage().header();
    return header.length == 0 ? "" : of(header[0]);
  }

  /// {@return the values there are, if they are few}
  static Optional<List<String>> candidates(ArgSpec arg) {
    return Optional.ofNullable(arg.completionCandidates())
        .map(all -> StreamSupport.stream(all.spliterator(), false).toList());
  }

  /// {@return whether its value names a file}
  static boolean isFile(ArgSpec arg) {
    return arg.type() == Path.class
        || java.util.Arrays.asList(arg.auxiliaryTypes()).contains(Path.class);
  }

  /// {@return the commands below one, in its own order, without their aliases}
  static List<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .distinct()
        .toList();
  }
}
