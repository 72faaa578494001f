package org.mmlens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mmlens.diag.Nearest;
import org.mmlens.report.JsonSchema;
import org.mmlens.report.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Help on commands, as picocli makes it, and on the words of the trade, as files beside the
/// classes.
@Command(
    name = "help",
    header = "Explains a command, a word, or the code of a message.",
    description = {
      "",
      "Example: @|bold mmlens help verdict|@",
      "Example: @|bold mmlens help hook install|@",
      "Example: @|bold mmlens help apply-hunk|@",
      "",
      "@|bold mmlens help topics|@ lists the words, @|bold mmlens help codes|@ the codes, which"
          + " stand in brackets behind each message and finding; @|bold mmlens help json-schema|@"
          + " prints the schema of what --format json prints."
    },
    helpCommand = true)
final class HelpCommand implements Callable<Integer> {

  /// The words that are explained.
  static final List<String> TOPICS =
      List.of("verdict", "observable", "lens", "scenario", "port", "visibility", "configuration");

  /// The word for the schema of the JSON report, which is printed alone, for other programs.
  private static final String SCHEMA = "json-schema";

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND|TOPIC|CODE",
      completionCandidates = Topics.class,
      description = "What to explain (default: mmlens itself).")
  private List<String> subject = List.of();

  /// What is explained beside commands, for completion.
  static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TOPICS.iterator();
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine parent = spec.commandLine().getParent();
    String word = String.join(" ", subject);
    Optional<CommandLine> command = command(parent);
    if (command.isPresent()) {
      command.get().usage(parent.getOut());
    } else if (word.equals("topics")) {
      TOPICS.forEach(topic -> parent.getOut().println(text(topic).lines().findFirst().orElse("")));
    } else if (TOPICS.contains(word)) {
      parent.getOut().print(text(word));
    } else if (word.equals(SCHEMA)) {
      parent.getOut().print(JsonSchema.text());
    } else if (word.equals("codes")) {
      HelpCodes.all().keySet().forEach(parent.getOut()::println);
    } else if (HelpCodes.all().containsKey(word)) {
      parent.getOut().print(HelpCodes.page(word));
    } else {
      throw unknown(parent, word);
    }
    parent.getOut().flush();
    return ExitCode.CLEAN.status();
  }

  /// {@return the command that the words name, if they name one: `hook install`}
  private Optional<CommandLine> command(CommandLine parent) {
    CommandLine at = parent;
    for (String word : subject) {
      at = at.getSubcommands().get(word);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  static Refusal unknown(CommandLine parent, String word) {
    List<String> words = new ArrayList<>(parent.getSubcommands().keySet());
    words.addAll(TOPICS);
    words.add("topics");
    words.add(SCHEMA);
    words.add("codes");
    List<String> all = new ArrayList<>(words);
    all.addAll(HelpCodes.all().keySet());
    String nearest = Nearest.to(word, all).map(n -> "; nearest is '" + n + "'").orElse("");
    return Refusal.usage(
        "no help on '%s', there is: %s%s"
            .formatted(Printable.of(word), String.join(", ", words), nearest));
  }

  /// {@return the page on a topic}
  static String text(String topic) {
    String name = "help/" + topic + ".txt";
    try (InputStream in =
        Objects.requireNonNull(HelpCommand.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
