package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.Evidence;
import org.mmlens.report.SampleReviews;

class ProgressLineTest {

  private static final int COLUMNS = 80;

  private final StringWriter err = new StringWriter();
  private long nanos;

  private ProgressLine line(Session session, Verbosity verbosity) {
    return new ProgressLine(session.surroundings(new StringWriter(), err), verbosity, () -> nanos);
  }

  private ProgressLine onTerminal() {
    return line(new Session(Path.of("")).terminal(COLUMNS), Verbosity.NORMAL);
  }

  private ProgressLine inLog(Verbosity verbosity) {
    return line(new Session(Path.of("")), verbosity);
  }

  private String after(double seconds, ProgressLine line) {
    nanos += (long) (seconds * 1_000_000_000L);
    line.tick();
    return taken();
  }

  private String taken() {
    String text = err.toString();
    err.getBuffer().setLength(0);
    return text;
  }

  private static void halfway(ProgressLine line) {
    line.step(2, 3, "running");
    line.covering(() -> new Evidence.Coverage(8, 10, List.of()));
    line.ran(1_500, 3_000, 12);
  }

  @Test
  void aTerminalHasABarWithPatchRunsFindingsAndBranches() {
    ProgressLine line = onTerminal();
    line.judged(SampleReviews.all().get("different").patches().getFirst());
    halfway(line);

    String shown = after(3, line);

    assertTrue(
        shown.matches("\r" + "patch 2 of 3: running \\[#+\\.+]  50 %  12 differ, found .*"), shown);
    assertTrue(shown.length() <= COLUMNS, shown);
  }

  @Test
  void theBarIsHalfFullHalfway() {
    var text =
        new ProgressText("patch 1 of 1: running", 50, 100, 0, java.util.Optional.empty(), "", 4);

    assertEquals(
        "patch 1 of 1: running [###############...............]  50 %  4 s", text.bar(COLUMNS));
    assertEquals("patch 1 of 1: running 50 %", text.bar(30));
    assertEquals("patch 1 of", text.bar(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 60, 79, 200})
  void noBarIsWiderThanTheTerminal(int columns) {
    for (int done : new int[] {0, 1, 99, 100, 150}) {
      var text =
          new ProgressText(
              "patch 12 of 15: running",
              done,
              100,
              1_234,
              java.util.Optional.of(new Evidence.Coverage(8, 10, List.of())),
              "3 errors, 2 warnings",
              75);

      assertTrue(text.bar(columns).length() <= columns, text.bar(columns));
    }
  }

  @Test
  void aShorterLineLeavesNothingOfTheOneBefore() {
    ProgressLine line = onTerminal();
    halfway(line);
    int longer = after(2, line).length();
    line.step(3, 3, "compiling");

    String shown = after(1, line);

    assertEquals(longer, shown.length());
    assertTrue(shown.startsWith("\rpatch 3 of 3: compiling, 3 s "), shown);
  }

  @Test
  void theLineIsTakenAwayAtTheEnd() {
    ProgressLine line = onTerminal();
    halfway(line);
    int length = after(2, line).length();

    line.close();

    assertEquals("\r" + " ".repeat(length - 1) + "\r", taken());
    assertEquals("", after(20, line));
  }

  @Test
  void whatIsOverWithinASecondIsNotTalkedAbout() {
    ProgressLine line = onTerminal();
    halfway(line);

    assertEquals("", after(0.9, line));
    line.close();
    assertEquals("", taken());
  }

  @Test
  void aLogHasALineEveryTenSeconds() {
    ProgressLine line = inLog(Verbosity.NORMAL);
    halfway(line);

    assertEquals("", after(9, line));
    assertEquals(
        "mmlens: patch 2 of 3: running, 1,500 of at most 3,000 runs, 12 differ, branches 8 of 10,"
            + " 10 s\n",
        after(1, line));
    assertEquals("", after(9, line));
    assertTrue(after(1, line).endsWith(" 20 s\n"));
  }

  @Test
  void aDumbTerminalIsALog() {
    ProgressLine line =
        line(new Session(Path.of("")).terminal(COLUMNS).variable("TERM", "dumb"), Verbosity.NORMAL);
    halfway(line);

    assertEquals("", after(5, line));
    assertTrue(after(5, line).startsWith("mmlens: patch 2 of 3"));
  }

  @Test
  void quietSaysNothing() {
    ProgressLine line = inLog(Verbosity.QUIET);
    halfway(line);

    assertEquals("", after(100, line));
  }

  @Test
  void verboseSaysEachStepWhenItBegins() {
    ProgressLine line = inLog(Verbosity.VERBOSE);

    halfway(line);

    assertEquals("mmlens: patch 2 of 3: running\n", taken());
  }

  @Test
  void aReportInAFileLeavesTheBarOnTheTerminal() {
    Surroundings shell =
        new Session(Path.of("")).terminal(COLUMNS).surroundings(new StringWriter(), err);
    var redirected =
        new Surroundings(
            shell.in(),
            shell.out(),
            shell.err(),
            shell.folder(),
            shell.home(),
            shell.build(),
            shell.variables(),
            OptionalInt.empty(),
            OptionalInt.of(COLUMNS),
            shell.interruption());
    var line = new ProgressLine(redirected, Verbosity.NORMAL, () -> nanos);
    halfway(line);

    assertTrue(after(2, line).contains("["));
    assertEquals(false, redirected.colour());
  }
}
