package org.mmlens.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mmlens.cli.manual.FishCompletion;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a shell has to know to complete command lines of mmlens.
@Command(
    name = "completion",
    header = "Prints what has a shell complete commands, options and their values.",
    description = {
      "",
      "Example: @|bold source <(mmlens completion bash)|@",
      "Example: @|bold mmlens completion fish >~/.config/fish/completions/mmlens.fish|@",
      "",
      "Put the first line into ~/.bashrc, or with @|bold zsh|@ into ~/.zshrc."
    },
    exitCodeList = {"0:printed", "2:the command line is not as it must be", "70:a bug of mmlens"})
final class CompletionCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "SHELL",
      converter = Shell.Converter.class,
      completionCandidates = Shell.Converter.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// What completion is made for.
  enum Shell {
    /// GNU Bash.
    BASH,
    /// The Z shell, with its functions for bash.
    ZSH,
    /// The friendly interactive shell.
    FISH;

    /// Reads the argument.
    static final class Converter extends Choice<Shell> {
      Converter() {
        super("shell", List.of(values()), shell -> shell.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    root.getOut().print(script(root));
    root.getOut().flush();
    return ExitCode.CLEAN.status();
  }

  private String script(CommandLine root) {
    return switch (shell) {
      case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root);
      case FISH -> FishCompletion.of(root.getCommandSpec());
    };
  }
}
