package org.mmlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.diag.Nearest;
import org.mmlens.report.Printable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, said as this program says things: what was found and what was
/// expected.
final class UsageWords {

  private static final String VALUE = "Invalid value for ";

  /// How picocli ends where a value of a Java type cannot be read.
  private static final Pattern NO_VALUE =
      Pattern.compile("'(.*)' is not an? (int|long|integer)", Pattern.DOTALL);

  private UsageWords() {}

  /// {@return the sentence, and hints below it}
  static List<String> of(ParameterException e) {
    List<String> lines = new ArrayList<>();
    lines.add("mmlens: error: " + Printable.of(sentence(e)));
    nearest(e).ifPresent(word -> lines.add("  hint: nearest is '" + word + "'"));
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String help = name.replaceFirst("^mmlens", "mmlens help");
    lines.add("  hint: '" + help + "' lists what there is");
    return lines;
  }

  private static String sentence(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case UnmatchedArgumentException u -> unmatched(u);
      case MissingParameterException m -> missing(m);
      case OverwrittenOptionException o ->
          "found " + name(o.getOverwritten()) + " several times, expected it once";
      default ->
          Optional.ofNullable(e.getArgSpec())
              .filter(_ -> message.startsWith(VALUE))
              .map(arg -> name(arg) + ": " + value(message))
              .orElse(Reasons.lowerCase(message));
    };
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    if (e.isUnknownOption()) {
      return "unknown option '%s'".formatted(first.split("=", 2)[0]);
    }
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return command.subcommands().isEmpty()
        ? "found '%s', expected no more words after '%s'".formatted(first, command.qualifiedName())
        : "unknown command '%s', there are: %s"
            .formatted(first, String.join(", ", command.subcommands().keySet()));
  }

  private static String missing(MissingParameterException e) {
    List<String> wanted = new ArrayList<>();
    for (ArgSpec arg : e.getMissing()) {
      wanted.add(arg instanceof OptionSpec ? name(arg) + " " + arg.paramLabel() : arg.paramLabel());
    }
    return wanted.isEmpty()
        ? Optional.ofNullable(e.getArgSpec())
            .map(arg -> "expected %s after %s".formatted(arg.paramLabel(), name(arg)))
            .orElse(Reasons.lowerCase(String.valueOf(e.getMessage())))
        : "expected " + String.join(" and ", wanted);
  }

  /// The reason alone: where the value stood is said before it.
  private static String value(String message) {
    int colon = message.indexOf(": ");
    String reason = message.substring(colon < 0 ? 0 : colon + 2);
    Matcher plain = NO_VALUE.matcher(reason);
    return plain.matches()
        ? "found '%s', expected a whole number".formatted(plain.group(1))
        : reason;
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static Optional<String> nearest(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String typed = unmatched.getUnmatched().getFirst().split("=", 2)[0];
    Stream<String> options = command.optionsMap().keySet().stream();
    Stream<String> commands = command.subcommands().keySet().stream();
    return Nearest.to(
        typed,
        unmatched.isUnknownOption() ? options.sorted().toList() : commands.sorted().toList());
  }
}
