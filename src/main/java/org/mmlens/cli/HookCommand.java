package org.mmlens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mmlens.hook.Git;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.Installation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Reviews where git already stops.
@Command(
    name = "hook",
    header = "Reviews what is committed, applied, mailed or pushed, as a hook of git.",
    description = {
      "",
      "Example: @|bold mmlens hook install pre-commit|@",
      "",
      "In the checkout one stands in. git config @|bold mmlens.hook.on-error|@ (pass or fail) says"
          + " what happens if mmlens cannot do its work, @|bold mmlens.hook.budget|@ how many"
          + " seconds a review may take."
    },
    synopsisSubcommandLabel = "COMMAND")
final class HookCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private HookCommand() {}

  /// {@return the command with what it can do}
  static CommandLine commandLine(Surroundings here, Engine engine) {
    var line = new CommandLine(new HookCommand());
    line.addSubcommand(new HookInstallCommand(here));
    line.addSubcommand(new HookUninstallCommand(here));
    line.addSubcommand(new HookStatusCommand(here));
    line.addSubcommand(new HookRunCommand(here, engine));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a command: install, uninstall, status or run");
  }

  /// Reads and lists the names of hooks.
  static final class HookName extends Choice<Hook> {
    HookName() {
      super("hook", List.of(Hook.values()), Hook::word);
    }
  }

  /// {@return the machine's git, where one stands}
  static Git git(Surroundings here) {
    return new Git(here.folder(), here.variables(), "git");
  }

  /// {@return the hooks of the repository one stands in}
  static Installation installation(Surroundings here) {
    Path program =
        here.home()
            .map(home -> home.toAbsolutePath().resolve("scripts/hook-run"))
            .filter(Files::isExecutable)
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "found no scripts/hook-run where system property mmlens.home says; hooks"
                            + " start it"));
    return new Installation(git(here), program);
  }

  /// {@return the same reason, as commands give it}
  static Refusal refusal(HookException e) {
    return Refusal.usage(String.valueOf(e.getMessage()));
  }
}
