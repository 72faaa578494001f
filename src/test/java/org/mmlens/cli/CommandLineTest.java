package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.report.Formats;
import org.mmlens.report.SampleReviews;

class CommandLineTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void installsTheBundledTree() throws IOException {
    Files.createDirectories(folder.resolve("home/fixtures/linux/mm"));
  }

  private Session session() {
    return new Session(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "clean, 0",
    "visibility, 0",
    "not-run, 0",
    "different, 1",
    "series, 1",
    "hostile, 1",
    "rejected, 3",
    "inconclusive, 4",
    "interrupted, 4"
  })
  void theExitCodeSaysWhatTheReviewFound(String sample, int status) {
    assertEquals(status, session().sample(sample).run("review", "-").status());
  }

  @ParameterizedTest
  @CsvSource({
    "different, never, 0",
    "visibility, error, 0",
    "visibility, warning, 1",
    "visibility, NOTE, 1",
    "inconclusive, never, 4",
    "rejected, never, 3"
  })
  void failOnSaysWhichFindingsCount(String sample, String least, int status) {
    var result = session().sample(sample).run("review", "-", "--fail-on", least);

    assertEquals(status, result.status());
  }

  @Test
  void theReportGoesToStandardOutputAndTheRestToStandardError() {
    var result = session().run("review", "-");

    assertEquals(
        Formats.named("text").orElseThrow().render(SampleReviews.all().get("clean")), result.out());
    assertEquals(
        "mmlens: on the bundled fixture tree; --tree or --git names another\n", result.err());
  }

  @Test
  void quietSaysNothingBesideTheReport() {
    assertEquals("", session().run("review", "-", "--quiet").err());
  }

  @Test
  void severalFormatsGoToTheirFilesInOneRun() throws IOException {
    Path json = folder.resolve("r.json");
    Path text = folder.resolve("r.txt");

    var result = session().run("review", "-", "-f", "json=" + json, "--format=text=" + text);

    assertEquals("", result.out());
    assertTrue(Files.readString(json).startsWith("{"));
    assertTrue(Files.readString(text).startsWith("NO DIFFERENCE"));
  }

  @Test
  void aFileThatCannotBeWrittenIsTheEnvironmentsFault() {
    var result = session().run("review", "-", "-f", "json=" + folder.resolve("none/r.json"));

    assertEquals(2, result.status());
    assertTrue(
        result.err().endsWith("none/r.json' cannot be written: its folder does not exist\n"),
        result.err());
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeAnythingIsReviewed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    Engine none =
        new FixedEngine(
            () -> {
              throw new IllegalStateException("reviewed");
            });
    for (List<String> args :
        List.of(
            List.of("-f", "html=" + folder),
            List.of("-f", "html=" + file + "/r.html"),
            List.of("-f", "html=" + folder.resolve("none/r.html")),
            List.of("-f", "html=" + folder.resolve("x"), "-f", "json=" + folder + "/y/../x"),
            List.of("--save", file.toString()),
            List.of("--save", file + "/saved"))) {
      List<String> all = new ArrayList<>(List.of("review", "-"));
      all.addAll(args);

      var result = session().run(none, all.toArray(String[]::new));

      assertEquals(2, result.status(), args.toString());
      assertEquals(1, result.err().lines().count(), result.err());
    }
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void aPlaceThatIsNoKernelTreeIsNamedTogetherWithTheOneAround() throws IOException {
    Path linux = folder.resolve("linux");
    Files.createDirectories(linux.resolve("include/linux"));
    Files.createDirectories(linux.resolve("mm"));

    for (String where : List.of("linux/mm", ".")) {
      var result = session().run("review", "-", "--tree", folder.resolve(where).toString());

      assertEquals(2, result.status());
      assertTrue(
          result
              .err()
              .contains(
                  "expected the root of a kernel tree, whole or in part, with some of mm/, fs/,"
                      + " include/linux/ and arch/; found none of them [tree-kernel]\n"),
          result.err());
      assertTrue(result.err().contains("  hint: the kernel tree is "), result.err());
    }
  }

  @Test
  void twoReportsDoNotShareStandardOutput() {
    var result = session().run("review", "-", "-f", "json", "-f", "text");

    assertEquals(2, result.status());
    assertEquals(
        "mmlens: error: found several --format for stdout, expected one; the others need"
            + " '=FILE'\n",
        result.err());
  }

  @Test
  void aMisspeltOptionIsAnsweredWithTheNearest() {
    var result = session().run("review", "-", "--fial-on", "note");

    assertEquals(2, result.status());
    assertEquals(
        """
        mmlens: error: unknown option '--fial-on'
          hint: nearest is '--fail-on'
          hint: 'mmlens help review' lists what there is
        """,
        result.err());
  }

  @Test
  void aMisspeltCommandIsAnsweredWithTheNearest() {
    var result = session().run("reveiw", "-");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("  hint: nearest is 'review'\n"), result.err());
  }

  @Test
  void aMisspeltValueIsAnsweredWithWhatThereIs() {
    var result = session().run("review", "-", "--fail-on", "wraning");

    assertEquals(2, result.status());
    assertTrue(
        result
            .err()
            .contains(
                "unknown severity 'wraning', there are: error, warning, note, never; nearest is"
                    + " 'warning'"),
        result.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review - --seed many | --seed: found 'many', expected a whole number",
        "review - --threads 99999999999 | --threads: found '99999999999', expected a whole number",
        "review - --format | expected --format FORMAT[=FILE]",
        "review | expected SERIES",
        "review - --save= | found an empty --save, expected a folder",
        "review - --tree= | found an empty --tree, expected the root of a kernel tree",
        "review - --tree a --tree b | found --tree several times, expected it once",
        "config x y | found 'x', expected no more words after 'mmlens config'",
        "replay none.replay | found no file 'none.replay', expected a file saved by 'mmlens review"
            + " --save', or a series and --scenario",
        "review - --tree a --git b | found --tree 'a' and --git 'b', expected one tree to review"
            + " on",
      })
  void whatIsWrongIsSaidAsFoundAndExpected(String args, String expected) {
    var result = session().run(args.split(" "));

    assertEquals(2, result.status());
    assertEquals("mmlens: error: " + expected, result.err().lines().findFirst().orElse(""));
  }

  @Test
  void withoutACommandTheCallerHearsWhatIsExpected() {
    var result = session().run();

    assertEquals(2, result.status());
    assertTrue(result.err().startsWith("mmlens: error: expected a command\n"), result.err());
  }

  @Test
  void versionAndHelpEndWithZero() {
    assertEquals(0, session().run("--version").status());
    assertEquals(0, session().run("--help").status());
    assertEquals(0, session().run("help", "review").status());
    assertTrue(session().run("--version").out().startsWith("mmlens "));
    assertTrue(session().run("review", "--help").out().contains("Exit codes:"));
  }

  @Test
  void aMissingFileIsOneLineAndNoStackTrace() {
    var result = session().run("review", folder.resolve("absent.mbox").toString());

    assertEquals(2, result.status());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @ParameterizedTest
  @CsvSource({"''", "hello", "'From x\nSubject: hi\n\nno patch\n'"})
  void inputWithoutAPatchIsBadInput(String text) {
    var result = session().input(text).run("review", "-");

    assertEquals(3, result.status());
    assertEquals("", result.out());
    assertFalse(result.err().isBlank());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @Test
  void anExceptionOfOursIsABugOfMmlens() {
    Engine broken =
        new FixedEngine(
            () -> {
              throw new IllegalStateException("out of cheese");
            });

    var result = session().run(broken, "review", "-");

    assertEquals(70, result.status());
    assertTrue(result.err().contains("a bug of mmlens: java.lang.IllegalStateException: out of"));
  }

  @Test
  void anErrorOfTheJvmIsABugOfMmlensToo() {
    Engine broken =
        new FixedEngine(
            () -> {
              throw new StackOverflowError("deep");
            });

    assertEquals(70, session().run(broken, "review", "-").status());
  }

  @Test
  void aTerminalGetsColourAndNoColorTakesItAway() {
    assertTrue(session().terminal(80).run("review", "-").out().contains("\033["));
    assertFalse(
        session().terminal(80).variable("NO_COLOR", "1").run("review", "-").out().contains("\033"));
    assertFalse(session().run("review", "-").out().contains("\033"));
  }

  @Test
  void theReportIsAsWideAsTheTerminal() {
    var result = session().terminal(64).variable("NO_COLOR", "1").sample("different");

    assertTrue(result.run("review", "-").out().lines().allMatch(line -> line.length() <= 64));
  }

  @Test
  void saveWritesAReplayFileForEachCounterexample() throws IOException {
    Path saved = folder.resolve("saved");

    session().sample("different").run("review", "-", "--save", saved.toString());

    assertEquals(
        """
        mmlens-replay 1
        series 20260101.1-jo@example.org
        patch 1
        observable vmas
        scenario end=0x7fffffffd000 length=2 shift=0x2000 pages=0p,1r above=1+1 with=anon-vma
        """,
        Files.readString(saved.resolve("patch-1-vmas.replay")));
    assertTrue(Files.exists(saved.resolve("patch-1-result.replay")));
  }

  @Test
  void aPatchTheSeriesDoesNotHaveIsRefused() {
    var result = session().run("review", "-", "--patch", "2");

    assertEquals(2, result.status());
    assertTrue(
        result.err().endsWith("found --patch 2, expected 1 to 1: the series has no more\n"),
        result.err());
  }

  @Test
  void theSurfaceIsReportedInEveryFormatOfAReview() {
    for (String format : Destination.formats()) {
      var result = session().sample("visibility").run("surface", "-", "--quiet", "-f", format);

      assertEquals(0, result.status(), format);
      assertEquals("", result.err(), format);
    }
    assertEquals(
        1, session().sample("visibility").run("surface", "-", "--fail-on", "warning").status());
    assertEquals(2, session().run("surface", "-", "--patch", "2").status());
    assertEquals(2, session().run("surface", "-", "--patch", "0").status());
    assertEquals(2, session().run("surface", "-", "--seed", "1").status());
  }

  @ParameterizedTest
  @CsvSource({
    "HOME, /home/jo, '', /home/jo/.cache/mmlens",
    "XDG_CACHE_HOME, /var/xdg, '', /var/xdg/mmlens",
    "XDG_CACHE_HOME, xdg, '', ''",
    "MMLENS_CACHE, /var/mmlens, '', /var/mmlens",
    "MMLENS_CACHE, off, '', ''",
    "HOME, /home/jo, --no-cache, ''",
    "NOTHING, '', '', ''",
  })
  void whatIsReadOfATreeIsKeptWhereTheEnvironmentSays(
      String variable, String value, String option, String expected) {
    for (String command : List.of("review", "surface")) {
      var kept = new ArrayList<String>();
      var engine = new FixedEngine(() -> SampleReviews.all().get("clean"), kept);
      List<String> args = new ArrayList<>(List.of(command, "-"));
      args.addAll(option.isEmpty() ? List.of() : List.of(option));

      session().variable(variable, value).run(engine, args.toArray(new String[0]));

      assertEquals(List.of(expected), kept, command);
    }
  }

  @Test
  void theKernelTreeOneStandsInIsTaken() throws IOException {
    for (String name : new String[] {"mm", "fs", "include/linux"}) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("MAINTAINERS"), "");

    assertEquals("mmlens: on the kernel tree of this folder\n", session().run("review", "-").err());
  }

  @Test
  void treeAndGitExcludeEachOther() {
    var result = session().run("review", "-", "--tree", ".", "--git", ".");

    assertEquals(2, result.status());
  }

  @Test
  void everyTopicHasAPageThatBeginsWithItsName() {
    for (String topic : HelpCommand.TOPICS) {
      assertTrue(session().run("help", topic).out().startsWith(topic + ": "), topic);
    }
    assertEquals(HelpCommand.TOPICS.size(), session().run("help", "topics").out().lines().count());
  }

  @Test
  void helpPagesFitATerminal() {
    for (String topic : HelpCommand.TOPICS) {
      assertTrue(HelpCommand.text(topic).lines().allMatch(line -> line.length() <= 100), topic);
    }
  }

  @Test
  void helpOnWhatThereIsNotNamesTheNearest() {
    var result = session().run("help", "verdikt");

    assertEquals(2, result.status());
    assertTrue(result.err().endsWith("nearest is 'verdict'\n"), result.err());
  }

  @Test
  void replayReadsAFileThatNamesItsSeries() throws IOException {
    Path mail = Files.writeString(folder.resolve("series.mbox"), Session.PATCH);
    Path saved =
        Files.writeString(
            folder.resolve("x.replay"),
            "mmlens-replay 1\nmail "
                + mail
                + "\nscenario end=0x7ffffffff000 length=1 shift=0x1000\n");

    var result = session().run("replay", saved.toString());

    assertEquals(4, result.status());
    assertTrue(
        result.err().endsWith("nothing runs here: end=0x7ffffffff000 length=1 shift=0x1000\n"),
        result.err());
  }

  @Test
  void replayTakesAScenarioFromTheCommandLine() {
    var result =
        session().run("replay", "-", "--scenario", "end=0x7ffffffff000\n length=1 shift=0x1000");

    assertEquals(4, result.status());
    assertTrue(result.err().contains("length=1 shift=0x1000"), result.err());
  }

  @Test
  void replayRefusesAScenarioThatIsNone() {
    var result = session().run("replay", "-", "--scenario", "lenght=1");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("found 'lenght=1'"), result.err());
  }
}
