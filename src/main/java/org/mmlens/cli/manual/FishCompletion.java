package org.mmlens.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for fish (complete(1)): a line for each command, option and list of values.
public final class FishCompletion {

  private final String program;
  private final StringBuilder out = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  /// {@return what `source` takes}
  ///
  /// @param program the whole command line
  public static String of(CommandSpec program) {
    var completion = new FishCompletion(program.name());
    completion.out.append("# Completion of ").append(program.name()).append(" for fish\n");
    completion.command(program, List.of());
    return completion.out.toString();
  }

  private void command(CommandSpec command, List<String> path) {
    List<CommandSpec> below = Plain.below(command);
    String here = condition(path, below);
    boolean files =
        command.positionalParameters().stream().anyMatch(p -> Plain.candidates(p).isEmpty());
    if (!files) {
      line(here, "-f");
    }
    for (CommandSpec sub : below) {
      line(here, "-f -a " + quoted(sub.name()) + " -d " + quoted(Plain.header(sub)));
    }
    for (OptionSpec option : command.options()) {
      line(here, option(option));
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      Plain.candidates(parameter).ifPresent(words -> line(here, "-f -a " + words(words)));
    }
    for (CommandSpec sub : below) {
      List<String> longer = new ArrayList<>(path);
      longer.add(sub.name());
      command(sub, longer);
    }
  }

  /// All words of the path were typed, and none of those that could follow.
  private static String condition(List<String> path, List<CommandSpec> below) {
    if (path.isEmpty()) {
      return "__fish_use_subcommand";
    }
    String typed =
        path.stream()
            .map(word -> "__fish_seen_subcommand_from " + word)
            .collect(Collectors.joining("; and "));
    String next = below.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
    return next.isEmpty() ? typed : typed + "; and not __fish_seen_subcommand_from " + next;
  }

  private static String option(OptionSpec option) {
    var text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? "-l " : "-s ")
          .append(name.replaceFirst("^-+", ""))
          .append(' ');
    }
    if (option.arity().max() > 0) {
      Optional<List<String>> candidates = Plain.candidates(option);
      boolean any = candidates.isEmpty() && Plain.isFile(option);
      text.append(any ? "-r -F " : "-x ");
      candidates.ifPresent(words -> text.append("-a ").append(words(words)).append(' '));
    }
    return text.append("-d ").append(quoted(Plain.description(option))).toString();
  }

  private static String words(List<String> words) {
    return quoted(String.join(" ", words));
  }

  private void line(String condition, String rest) {
    out.append("complete -c ")
        .append(program)
        .append(" -n ")
        .append(quoted(condition))
        .append(' ')
        .append(rest)
        .append('\n');
  }

  /// In single quotes, where fish knows two escapes.
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
