package org.mmlens.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Diagnostic;

class TomlFileTest {

  private static final Kind REASON = new Kind.Text("a reason");
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Key.of("budget", new Kind.Whole(1)).alsoInTree(new Kind.Whole(10, 20)),
              Key.of("quiet", new Kind.Switch()),
              Key.of("fail-on", new Kind.Word(List.of("error", "note"))),
              Key.of("format", new Kind.Several(new Kind.WordWithFile(List.of("text", "html")))),
              Key.of("hook.on-error", new Kind.Word(List.of("warn", "refuse")))),
          Map.of("expected", List.of(Key.of("reason", REASON).alsoInTree(REASON))));

  private static Reading read(Layer layer, String... lines) {
    return TomlFile.read("c.toml", String.join("\n", lines), layer, SCHEMA);
  }

  private static String problems(Layer layer, String... lines) {
    return read(layer, lines).problems().stream()
        .map(Diagnostic::render)
        .collect(Collectors.joining());
  }

  private static List<String> settings(String... lines) {
    Reading reading = read(Layer.USER, lines);
    assertEquals(List.of(), reading.problems());
    return reading.settings().stream()
        .map(s -> s.key().name() + s.words() + s.place().at().line())
        .sorted()
        .toList();
  }

  @Test
  void valuesAreWordsOfTheCommandLineWithTheirPlace() {
    assertEquals(
        List.of(
            "budget[2000000]1",
            "fail-on[note]3",
            "format[text, html=a.html]4",
            "hook.on-error[warn]6",
            "quiet[true]2"),
        settings(
            "budget = 2_000_000",
            "quiet = true",
            "fail-on = 'note'",
            "format = [\"text\", \"html=a.html\"]",
            "[hook]",
            "on-error = \"warn\""));
  }

  @Test
  void aSingleValueWillDoForAList() {
    assertEquals(List.of("format[text]1"), settings("format = \"text\""));
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheNearest() {
    assertEquals(
        """
        c.toml:2:2: error: unknown key 'budgte' [config-unknown]
           budgte = 1
           ^
          hint: nearest is 'budget'
        """,
        problems(Layer.USER, "", " budgte = 1"));
  }

  @Test
  void anUnknownKeyThatIsLikeNoneIsAnsweredWithAll() {
    assertEquals(
        """
        c.toml:2:1: error: unknown key 'hook.x' [config-unknown]
          x = 1
          ^
          hint: there are: budget, quiet, fail-on, format, hook.on-error, expected
        """,
        problems(Layer.USER, "[hook]", "x = 1"));
  }

  @Test
  void aTableThatNoKeyIsInIsUnknown() {
    assertEquals(
        """
        c.toml:1:1: error: unknown key 'hoook' [config-unknown]
          [hoook]
          ^
          hint: there are: budget, quiet, fail-on, format, hook.on-error, expected
        """,
        problems(Layer.USER, "[hoook]"));
    assertEquals("", problems(Layer.USER, "[hook]"));
  }

  @Test
  void aWrongValueIsPointedAtAndTheNearestIsNamed() {
    assertEquals(
        """
        c.toml:1:11: error: found 'eror' for 'fail-on', expected one of: error, note [config-value]
          fail-on = "eror"
                    ^
          hint: nearest is 'error'
        """,
        problems(Layer.USER, "fail-on = \"eror\""));
    assertEquals(
        """
        c.toml:1:10: error: found ['text', 'htm=x'] for 'format', expected one of these, with\
         '=FILE' or without: text, html; or a list of such [config-value]
          format = ["text", "htm=x"]
                   ^
          hint: nearest is 'html'
        """,
        problems(Layer.USER, "format = [\"text\", \"htm=x\"]"));
  }

  @Test
  void valuesOfAnotherTypeAreRefused() {
    for (String line :
        List.of(
            "budget = 0",
            "budget = \"5\"",
            "budget = 1.5",
            "budget = [1]",
            "budget = {}",
            "quiet = \"true\"",
            "quiet = 1",
            "fail-on = true",
            "fail-on = \"\"",
            "format = \"html=\"",
            "format = 1979-05-27",
            "format = [[\"text\"]]",
            "hook = 1",
            "expected = 1",
            "expected = [1]",
            "expected = { reason = \"\" }")) {
      List<Diagnostic> problems = read(Layer.USER, line).problems();

      assertEquals(1, problems.size(), line + problems);
      assertEquals(1, problems.getFirst().at().line(), line);
    }
  }

  @Test
  void theFileOfATreeIsHeldToNarrowerValues() {
    assertEquals(
        """
        c.toml:1:10: error: found 9 for 'budget', expected in the file of a tree: a number from 10\
         to 20 [config-value]
          budget = 9
                   ^
        """,
        problems(Layer.TREE, "budget = 9"));
    assertEquals("", problems(Layer.TREE, "budget = 10"));
    assertEquals("", problems(Layer.TREE, "budget = 20"));
    assertTrue(problems(Layer.TREE, "budget = 21").contains(TomlFile.VALUE));
    assertEquals("", problems(Layer.USER, "budget = 9"));
  }

  @Test
  void theFileOfATreeMayNotSayEverything() {
    assertEquals(
        """
        c.toml:1:1: error: found 'quiet' in the file of a tree [config-not-in-tree]
          quiet = true
          ^
          hint: the user's own file may say it; a tree's may say: budget
        """,
        problems(Layer.TREE, "quiet = true"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of("c.toml:1:5", "c.toml:2:1"),
        read(Layer.USER, "a = ]", "= 1").problems().stream().map(d -> d.at().toString()).toList());
    assertEquals(2, read(Layer.USER, "a = 1", "b = 1").problems().size());
  }

  @Test
  void whoWritesThousandsOfMistakesIsToldTheFirstTwenty() {
    String[] lines =
        IntStream.range(0, 1000).mapToObj(i -> "x" + i + " = 1").toArray(String[]::new);

    List<Diagnostic> problems = read(Layer.TREE, lines).problems();

    assertEquals(21, problems.size());
    assertEquals("980 problems more", problems.getLast().message());
  }

  @Test
  void deepNestingIsAnErrorOfTheFile() {
    List<Diagnostic> problems =
        read(Layer.TREE, "a = " + "[".repeat(100_000), "b = " + "{a=".repeat(50_000)).problems();

    assertEquals(TomlFile.SYNTAX, problems.getFirst().code());
    assertTrue(problems.stream().allMatch(p -> p.sourceLine().length() < 200));
  }

  @Test
  void rowsAreReadInOrder() {
    Reading reading =
        read(
            Layer.TREE,
            "[[expected]]",
            "reason = \"one\"",
            "[[expected]]",
            "reason = \"two\"",
            "raeson = \"three\"");

    assertEquals(
        List.of("one at 1", "two at 3"),
        reading.rows().stream()
            .map(row -> row.word("reason").orElseThrow() + " at " + row.place().at().line())
            .toList());
    assertTrue(reading.problems().toString().contains("nearest is 'reason'"));
  }
}
