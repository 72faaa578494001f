package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Position;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Trace;
import org.mmlens.lens.Trace.Step;

/// Two call trees beside each other.
class CallRowsTest {

  private static final Outcome OUTCOME = SampleOutcomes.shrinkAfterExpandedRange().before();

  /// Builds a trace as a run does.
  private static final class Story {
    private final List<Step> steps = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Story call(String function, String... args) {
      var from = new Outcome.Frame("caller", Position.ofLine("mm/vma.c", 10 + steps.size()));
      Optional<List<String>> given = Optional.of(List.of(args));
      steps.add(new Step.Entered(open.size(), function, given, Optional.of(from)));
      open.add(function);
      return this;
    }

    Story answered(String model) {
      steps.add(new Step.Entered(open.size(), model, Optional.empty(), Optional.empty()));
      open.add(model);
      return this;
    }

    Story effect(String text) {
      steps.add(new Step.Happened(open.size(), new Outcome.Event(text, Optional.empty())));
      return this;
    }

    Story end(String value) {
      String function = open.removeLast();
      steps.add(new Step.Left(open.size(), function, Optional.of(value)));
      return this;
    }

    Trace trace() {
      return new Trace(OUTCOME, steps, true);
    }
  }

  private static Story plain() {
    return new Story()
        .call("shift", "stack")
        .call("expand", "stack")
        .answered("lock")
        .effect("down_write(vma)")
        .end("0")
        .end("0")
        .call("look")
        .call("silent")
        .end("0")
        .end("0")
        .end("0");
  }

  private static List<String> rows(Trace before, Trace after) {
    return CallRows.of(
            CallLines.of(before, CallLines.Detail.EVENTFUL),
            CallLines.of(after, CallLines.Detail.EVENTFUL))
        .stream()
        .map(row -> (row.apart() ? "!" : " ") + row.line().marked())
        .toList();
  }

  @Test
  void callsInWhichNothingHappensAreLeftOutBelowTheEntrysOwn() {
    Trace trace = plain().trace();

    assertEquals(
        List.of(" shift(stack) = 0", " expand(stack) = 0", " * down_write(vma)", " look() = 0"),
        rows(trace, trace));
    assertEquals(1, CallLines.leftOut(trace, CallLines.Detail.EVENTFUL));
    assertEquals(0, CallLines.leftOut(trace, CallLines.Detail.EVERY_CALL));
  }

  @Test
  void anEffectOfAFunctionThatJavaAnswersStandsBelowTheCaller() {
    List<CallLines.Line> lines = CallLines.of(plain().trace(), CallLines.Detail.EVENTFUL);

    assertEquals(List.of(0, 1, 2, 1), lines.stream().map(CallLines.Line::depth).toList());
  }

  @Test
  void aHelperTakenOutAddsItsOwnLineAndMovesNoOther() {
    Trace after =
        new Story()
            .call("shift", "stack")
            .call("helper")
            .call("expand", "stack")
            .answered("lock")
            .effect("down_write(vma)")
            .end("0")
            .end("0")
            .end("0")
            .call("look")
            .call("silent")
            .end("0")
            .end("0")
            .end("0")
            .trace();

    assertEquals(
        List.of(
            " shift(stack) = 0",
            "!helper() = 0",
            " expand(stack) = 0",
            " * down_write(vma)",
            " look() = 0"),
        rows(plain().trace(), after));
  }

  @Test
  void anotherValueIsARowApartWithBothSides() {
    Trace after = new Story().call("shift", "stack").effect("flush").end("-ENOMEM").trace();
    Trace before = new Story().call("shift", "stack").effect("flush").end("0").trace();
    TextPage page = new TextPage(Style.plain());

    new CallStory(List.of(before, after), false).write(page);

    String text = page.toString();
    assertTrue(text.contains("before the patch"), text);
    assertTrue(
        text.lines()
            .anyMatch(
                l ->
                    l.startsWith("  ! shift(stack) = 0 ")
                        && l.contains("| shift(stack) = -ENOMEM")),
        text);
    assertTrue(text.contains("\n      * flush\n"), text);
  }

  @Test
  void aPieceEndsWithAnEffectOrWhereTheRunsPart() {
    Trace before =
        new Story()
            .call("shift")
            .call("a")
            .effect("one")
            .end("0")
            .call("b")
            .end("0")
            .end("0")
            .trace();
    Trace after =
        new Story()
            .call("shift")
            .call("a")
            .effect("one")
            .end("0")
            .call("b")
            .end("1")
            .end("0")
            .trace();

    Iterator<CallStory.Piece> pieces =
        new CallStory(List.of(before, after), false).pieces(Style.plain());

    CallStory.Piece first = pieces.next();
    assertTrue(first.text().endsWith("* one\n"), first::text);
    assertEquals(3, first.text().lines().count(), first::text);
    assertTrue(pieces.next().apart());
    assertTrue(!pieces.hasNext());
  }

  @Test
  void noLineIsLongerThanThePageAndTheValueOfALongCallStays() {
    String[] args = new String[40];
    java.util.Arrays.fill(args, "0x7fffffffe000");
    Trace trace = new Story().call("shift", args).effect("e".repeat(300)).end("0x1000").trace();
    Trace other = new Story().call("shift", args).effect("f".repeat(300)).end("0x1000").trace();
    TextPage page = new TextPage(new Style(60, Style.Colour.NEVER));

    new CallStory(List.of(trace, other), false).write(page);

    String text = page.toString();
    assertTrue(text.lines().allMatch(l -> l.length() <= 60), text);
    assertTrue(text.lines().anyMatch(l -> l.contains("...) = 0x1000")), text);
  }
}
