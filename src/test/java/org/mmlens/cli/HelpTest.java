package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.report.JsonSchema;
import picocli.CommandLine;

/// What help says of every command there is.
class HelpTest {

  @TempDir private Path folder = Path.of("");

  private static CommandLine root() {
    Surroundings here =
        new Session(Path.of("")).surroundings(new StringWriter(), new StringWriter());
    return MmlensCommand.commandLine(here, new ReviewEngine());
  }

  /// {@return every command below mmlens, as one types it}
  static List<String> commands() {
    List<String> all = new ArrayList<>();
    below(root(), "", all);
    return all;
  }

  private static void below(CommandLine command, String words, List<String> into) {
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              into.add(words + name);
              below(sub, words + name + " ", into);
            });
  }

  private static CommandLine command(String words) {
    CommandLine at = root();
    for (String word : words.split(" ")) {
      at = at.getSubcommands().get(word);
    }
    return at;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasOneLineAndAnExampleThatNamesIt(String words) {
    var usage = command(words).getCommandSpec().usageMessage();

    assertEquals(1, usage.header().length, words);
    assertTrue(usage.header()[0].length() <= 92 && usage.header()[0].endsWith("."), words);
    assertTrue(
        List.of(usage.description()).stream()
            .anyMatch(line -> line.startsWith("Example: ") && line.contains("mmlens " + words)),
        words);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOnACommandIsWhatItsOwnOptionSays(String words) {
    List<String> args = new ArrayList<>(List.of("help"));
    args.addAll(List.of(words.split(" ")));

    var help = new Session(folder).run(args.toArray(String[]::new));

    assertEquals(0, help.status(), words);
    assertTrue(help.out().contains("mmlens " + words + " "), help.out());
  }

  @Test
  void theOptionsOfAReviewStandInSections() {
    List<String> headings =
        new Session(folder)
            .run("help", "review")
            .out()
            .lines()
            .filter(line -> line.matches("[A-Z].*:"))
            .toList();

    assertEquals(
        List.of(
            "Which series:",
            "Which tree:",
            "What is run:",
            "What is kept:",
            "Reports:",
            "Options:",
            "Exit codes:"),
        headings);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noOptionIsLostInTheSections(String words) {
    String help = command(words).getUsageMessage();

    for (var option : command(words).getCommandSpec().options()) {
      assertTrue(option.hidden() || help.contains(option.longestName()), option.longestName());
    }
  }

  @Test
  void theSchemaOfTheJsonReportCanBePrinted() {
    assertEquals(JsonSchema.text(), new Session(folder).run("help", "json-schema").out());
  }
}
