package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Has the shells themselves complete, and the tools for manuals read the pages.
class CompletionTest {

  @TempDir private Path folder = Path.of("");

  private Path script(String shell) throws IOException {
    var result = new Session(folder).run("completion", shell);
    assertEquals(0, result.status(), result.err());
    return Files.writeString(folder.resolve("completion." + shell), result.out());
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.ISO_8859_1);
  }

  private static void needs(String program) {
    boolean found =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    assumeTrue(found, program + " is not installed");
  }

  private String bash(String... words) throws IOException, InterruptedException {
    String call =
        """
        source "$1" && shift
        compopt() { :; } # there is no line being edited
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _complete_mmlens
        echo "${COMPREPLY[@]}"
        """;
    List<String> command =
        new java.util.ArrayList<>(
            List.of("bash", "--norc", "-c", call, "bash", script("bash").toString(), "mmlens"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new)).strip();
  }

  @Test
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    needs("bash");

    assertEquals("review replay", bash("re"));
    assertEquals("--format", bash("review", "--fo"));
    assertEquals("error", bash("review", "--fail-on", "e"));
    assertEquals("bash zsh fish", bash("completion", ""));
    assertEquals("verdict visibility", bash("help", "v"));
    assertEquals(String.join(" ", Destination.formats()), bash("review", "--format", ""));
  }

  private String fish(String line) throws IOException, InterruptedException {
    return run(
        "fish",
        "--no-config",
        "-c",
        "source " + script("fish") + "; complete -C '" + line + "' | string split -f1 \\t");
  }

  @Test
  void fishCompletesCommandsOptionsAndValues() throws Exception {
    needs("fish");
    Files.createFile(folder.resolve("some.mbox"));

    assertEquals("replay\nreview\n", fish("mmlens re"));
    assertEquals("--format\n", fish("mmlens review --fo"));
    assertEquals("error\n", fish("mmlens review --fail-on e"));
    assertEquals("bash\nfish\nzsh\n", fish("mmlens completion "));
    assertEquals("verdict\nvisibility\n", fish("mmlens help v"));
    assertEquals("some.mbox\n", fish("mmlens review some"));
    assertEquals("some.mbox\n", fish("mmlens review --config some"));
    assertEquals("", fish("mmlens review --seed some"));
    assertEquals("", fish("mmlens some"));
  }

  /// zsh only completes where somebody types, so a second one types into the first.
  @Test
  void zshCompletesACommandThatIsTyped() throws Exception {
    needs("zsh");
    String typist =
        """
        zmodload zsh/zpty
        zpty typed zsh -f -i
        zpty -w typed 'mmlens() { echo "<$*>" }; source %s; echo READ""Y'
        until zpty -r -m typed line '*READY*'; do :; done
        zpty -w typed $'mmlens surf\\t --fail-on warn\\t'
        until zpty -r -m typed line '*>*'; do print -r -- $line; done
        print -r -- $line
        zpty -d typed
        """
            .formatted(script("zsh"));

    String shown = run("zsh", "-f", "-c", typist);

    assertTrue(shown.contains("<surface --fail-on warning>"), shown);
  }

  @Test
  void anUnknownShellIsAnsweredWithTheNearest() {
    var result = new Session(folder).run("completion", "bsh");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("nearest is 'bash'"), result.err());
  }

  private List<Path> pages() throws IOException {
    assertEquals(
        0, new Session(folder).run("man", "--to", folder.resolve("man").toString()).status());
    try (var files = Files.walk(folder.resolve("man"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyCommandAndTopicHasAPage() throws IOException {
    List<String> names = pages().stream().map(p -> p.getFileName().toString()).toList();

    var here =
        new Session(folder).surroundings(new java.io.StringWriter(), new java.io.StringWriter());
    MmlensCommand.commandLine(
            here, new FixedEngine(() -> org.mmlens.report.SampleReviews.all().get("clean")))
        .getSubcommands()
        .keySet()
        .forEach(name -> assertTrue(names.contains("mmlens-" + name + ".1"), name));
    HelpCommand.TOPICS.forEach(
        topic -> assertTrue(names.contains("mmlens-" + topic + ".7"), topic));
  }

  @Test
  void aPageIsPrintedAsItIsWritten() throws IOException {
    pages();

    assertEquals(
        Files.readString(folder.resolve("man/man1/mmlens-review.1")),
        new Session(folder).run("man", "review").out());
    assertEquals(
        Files.readString(folder.resolve("man/man7/mmlens-verdict.7")),
        new Session(folder).run("man", "verdict").out());
    assertEquals(2, new Session(folder).run("man", "reveiw").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mandoc", "groff"})
  void thePagesAreWithoutFault(String reader) throws Exception {
    needs(reader);
    List<String> command =
        reader.equals("mandoc")
            ? List.of("mandoc", "-T", "lint", "-W", "warning")
            : List.of("groff", "-man", "-ww", "-z");
    for (Path page : pages()) {
      List<String> line = new java.util.ArrayList<>(command);
      line.add(page.toString());

      String complaints = run(line.toArray(String[]::new));

      assertEquals(
          List.of(),
          complaints.lines().filter(l -> !l.contains("missing date")).toList(),
          page.toString());
    }
  }

  @Test
  void manShowsWhatTheHelpSays() throws Exception {
    needs("groff");
    pages();

    String shown =
        run("groff", "-man", "-Tascii", "-P-cbou", "man/man1/mmlens-review.1")
            .replaceAll("\\s+", " ");

    assertTrue(shown.contains("--format=FORMAT[=FILE]"), shown);
    assertTrue(shown.contains("One of text, json, sarif"), shown);
    assertTrue(
        shown.contains("mmlens review v2-mm-unexport.mbox --git ~/linux --base v6.10"), shown);
    assertTrue(shown.contains("4 inconclusive"), shown);
  }
}
