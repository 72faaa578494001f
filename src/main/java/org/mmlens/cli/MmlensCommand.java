package org.mmlens.cli;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.mmlens.report.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `mmlens` itself: its subcommands, and what it says where they cannot go on.
@Command(
    name = "mmlens",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    header = "Reviews Linux memory-management patches by running them.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    abbreviateSynopsis = true,
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing to report",
      "1:findings at or above --fail-on",
      "2:the command line or the environment is not as it must be",
      "3:bad input: unreadable, does not apply, does not compile",
      "4:inconclusive",
      "70:a bug of mmlens",
      "130:interrupted; the report is of what was run until then",
      "141:the reader of the report left"
    })
final class MmlensCommand implements Runnable {

  private static final Set<String> LOOKING_AT_OTHERS =
      Set.of("config", "completion", "man", "help");

  @Spec private CommandSpec spec = CommandSpec.create();

  private MmlensCommand() {}

  /// {@return the whole command line}
  static CommandLine commandLine(Surroundings here, Engine engine) {
    return commandLine(here, engine, List.of());
  }

  /// {@return the command line, as far as it is needed}
  ///
  /// To find the options of all commands by reflection takes longer than most commands do, so where
  /// the first word names one that does not look at others, that one is all there is.
  ///
  /// @param args what was typed
  static CommandLine commandLine(Surroundings here, Engine engine, List<String> args) {
    var line = new CommandLine(new MmlensCommand());
    SequencedMap<String, Supplier<Object>> commands = commands(here, engine);
    String first = args.isEmpty() ? "" : args.getFirst();
    if (commands.containsKey(first) && !LOOKING_AT_OTHERS.contains(first)) {
      line.addSubcommand(commands.get(first).get());
    } else if (!args.equals(List.of("--version"))) {
      commands.values().forEach(command -> line.addSubcommand(command.get()));
    }
    HelpSections.in(line);
    return line.setOut(here.out())
        .setErr(here.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(here.colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(MmlensCommand::usage)
        .setExecutionExceptionHandler(MmlensCommand::explain);
  }

  private static SequencedMap<String, Supplier<Object>> commands(Surroundings here, Engine engine) {
    SequencedMap<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("review", () -> new ReviewCommand(here, engine));
    all.put("surface", () -> new SurfaceCommand(here, engine));
    all.put("replay", () -> new ReplayCommand(here, engine));
    all.put("run", () -> new RunCommand(here, engine));
    all.put("doctor", () -> new DoctorCommand(here, engine));
    all.put("mutate", () -> new MutateCommand(here));
    all.put("bot", () -> new BotCommand(here));
    all.put("hook", () -> HookCommand.commandLine(here, engine));
    all.put("b4", () -> new B4Command(here, engine));
    all.put("config", () -> new ConfigCommand(here));
    all.put("completion", CompletionCommand::new);
    all.put("man", ManCommand::new);
    all.put("help", HelpCommand::new);
    return all;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }

  /// One line on what is wrong, the nearest there is, and where to read on.
  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    UsageWords.of(e).forEach(command.getErr()::println);
    command.getErr().flush();
    return ExitCode.USAGE.status();
  }

  /// A few lines for what the user can mend, a stack trace for what only we can.
  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    return switch (e) {
      case Refusal refusal -> {
        refusal.lines().forEach(command.getErr()::println);
        command.getErr().flush();
        yield refusal.exitCode().status();
      }
      case UncheckedIOException unreadable -> {
        String reason =
            Optional.ofNullable(unreadable.getCause()).map(Reasons::of).orElse("no reason given");
        command.getErr().println("mmlens: error: cannot be read: " + reason);
        command.getErr().flush();
        yield ExitCode.BAD_INPUT.status();
      }
      default -> {
        bug(e, command);
        yield ExitCode.INTERNAL.status();
      }
    };
  }

  static void bug(Throwable e, CommandLine command) {
    command.getErr().println("mmlens: error: a bug of mmlens: " + Printable.of(e.toString()));
    command.getErr().println("  hint: please report it with what follows");
    e.printStackTrace(command.getErr());
    command.getErr().flush();
  }
}
