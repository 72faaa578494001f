package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.mmlens.cli.manual.ManPages;
import org.mmlens.report.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The manual, for man(1).
@Command(
    name = "man",
    header = "Prints the page of a command for man, or writes the whole manual.",
    description = {
      "",
      "Example: @|bold mmlens man review | man -l -|@",
      "Example: @|bold mmlens man --to ~/.local/share/man|@",
      "",
      "After the second one, @|bold man mmlens-review|@ shows it, where man looks there."
    },
    exitCodeList = {
      "0:printed or written",
      "2:the command line or the environment is not as it must be",
      "70:a bug of mmlens"
    })
final class ManCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "Which page to print (default: that of mmlens itself).")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Write every page below this folder instead, into man1 and man7.")
  private Optional<Path> folder = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Map<String, String> topics = new TreeMap<>();
    HelpCommand.TOPICS.forEach(topic -> topics.put(topic, HelpCommand.text(topic)));
    Map<String, String> pages = new ManPages(Version.number(), topics).all(spec.root());
    if (folder.isPresent()) {
      pages.forEach((name, page) -> write(folder.get(), name, page));
      return ExitCode.CLEAN.status();
    }
    String name = spec.root().name() + command.map(c -> "-" + c).orElse("");
    String page =
        Optional.ofNullable(pages.get(name + ".1"))
            .or(() -> Optional.ofNullable(pages.get(name + ".7")))
            .orElseThrow(() -> HelpCommand.unknown(spec.root().commandLine(), command.orElse("")));
    spec.commandLine().getOut().print(page);
    spec.commandLine().getOut().flush();
    return ExitCode.CLEAN.status();
  }

  private static void write(Path folder, String name, String page) {
    Path section = folder.resolve("man" + name.charAt(name.length() - 1));
    try {
      Files.createDirectories(section);
    } catch (IOException e) {
      throw Refusal.usage(Printable.of(section.toString()) + " cannot be made: " + Reasons.of(e));
    }
    ReportOptions.save(section.resolve(name), page);
  }
}
