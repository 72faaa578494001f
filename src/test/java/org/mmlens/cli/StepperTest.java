package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mmlens.report.CallStory.Piece;

/// A story in steps.
class StepperTest {

  private static final List<Piece> PIECES =
      List.of(
          new Piece("1\n", false),
          new Piece("2\n", false),
          new Piece("3\n", true),
          new Piece("4\n", false),
          new Piece("5\n", true),
          new Piece("6\n", false));

  private static String shown(String answers) {
    var out = new StringWriter();
    var here =
        new Surroundings(
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            Path.of(""),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            OptionalInt.empty(),
            new Interruption());
    new Stepper(here).show(PIECES.iterator());
    return out.toString().replace("\n", "");
  }

  @Test
  void enterShowsThePieceAfter() {
    assertEquals("123", shown("\n\nq\n"));
  }

  @Test
  void theEndOfTheInputEndsIt() {
    assertEquals("1", shown(""));
    assertEquals("12", shown("\n"));
  }

  @Test
  void pGoesOnToWhereTheSidesPart() {
    assertEquals("12345", shown("p\np\nq\n"));
  }

  @Test
  void cShowsTheRest() {
    assertEquals("123456", shown("c\n"));
  }

  @Test
  void anythingElseIsAskedAgain() {
    assertEquals("12", shown("what\n\nquit\nq\n"));
  }
}
