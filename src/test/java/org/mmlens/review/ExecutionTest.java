package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;
import org.mmlens.lens.Trace;
import org.mmlens.lens.Trace.Step;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// What a trace says is what the C did.
class ExecutionTest {

  private static final Scenario ONE_PAGE =
      scenario("end=0x7ffffffff000 length=1 shift=0x1000 pages=0p");

  private static Scenario scenario(String text) {
    return ScenarioText.parse(text).scenario().orElseThrow();
  }

  private static Trace trace(SourceTree tree) {
    Execution execution = Execution.of(tree, ReviewOptions.standard(), ONE_PAGE);
    return assertInstanceOf(Execution.Ran.class, execution, execution::toString).trace();
  }

  private static SourceTree edited(String from, String to) {
    return EditedTree.edited(
        FixtureTree.open(), new Edit("fs/exec.c", "shift_arg_pages", from, to));
  }

  private static <S extends Step> List<S> all(Trace trace, Class<S> type) {
    return trace.steps().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Step.Entered> calls(Trace trace, String function) {
    return all(trace, Step.Entered.class).stream()
        .filter(e -> e.function().equals(function))
        .toList();
  }

  @Test
  void everyCallThatBeginsEndsAtItsOwnDepth() {
    Trace trace = trace(FixtureTree.open());

    var open = new ArrayList<String>();
    for (Step step : trace.steps()) {
      switch (step) {
        case Step.Entered e -> {
          assertEquals(open.size(), e.depth(), e::function);
          open.add(e.function());
        }
        case Step.Left l -> {
          assertEquals(open.removeLast(), l.function());
          assertEquals(open.size(), l.depth(), l::function);
        }
        case Step.Happened h -> assertEquals(open.size(), h.depth(), h::toString);
        case Step.Changed c -> assertEquals(open.size(), c.depth(), c::toString);
      }
    }
    assertEquals(List.of(), open);
    assertTrue(trace.complete());
  }

  @Test
  void argumentsAndValuesAreThoseOfTheRunAndAPlaceIsThatOfTheCall() {
    Trace trace = trace(edited("lru_add_drain\\(\\);", "lru_add_drain(); vma_find(&vmi, 4711);"));

    Step.Entered entry = calls(trace, "shift_arg_pages").getFirst();
    assertEquals(Optional.of(List.of("stack", "0x1000")), entry.args());
    assertEquals(Optional.empty(), entry.from());
    Step.Entered found =
        calls(trace, "vma_find").stream()
            .filter(c -> c.args().orElseThrow().contains("0x1267"))
            .findFirst()
            .orElseThrow();
    assertEquals("shift_arg_pages", found.from().orElseThrow().function());
    assertEquals(Optional.of("0"), all(trace, Step.Left.class).getLast().value());
  }

  @Test
  void theEffectsAreThoseOfTheOutcomeInTheSameOrder() {
    Trace trace = trace(FixtureTree.open());

    List<String> told =
        all(trace, Step.Happened.class).stream().map(h -> h.event().text()).toList();
    assertEquals(trace.outcome().effects().stream().map(Outcome.Event::text).toList(), told);
    assertFalse(told.isEmpty());
  }

  @Test
  void theLastStateIsThatOfTheOutcome() {
    Trace trace = trace(FixtureTree.open());

    List<Step.Changed> states = all(trace, Step.Changed.class);
    assertEquals(trace.outcome().vmas(), states.getLast().state().vmas());
    assertEquals(trace.outcome().pages(), states.getLast().state().pages());
    assertTrue(states.size() > 2, states::toString);
  }

  @Test
  void aRunThatIsStoppedEndsWithinItsCalls() {
    Trace trace = trace(edited("lru_add_drain\\(\\);", "BUG_ON(length);"));

    assertInstanceOf(Outcome.Ending.Stopped.class, trace.outcome().ending());
    var open = new ArrayList<Step.Entered>();
    for (Step step : trace.steps()) {
      switch (step) {
        case Step.Entered e -> open.add(e);
        case Step.Left _ -> open.removeLast();
        case Step.Happened _, Step.Changed _ -> {}
      }
    }
    assertEquals("shift_arg_pages", open.getFirst().function());
    assertTrue(open.stream().skip(1).allMatch(e -> e.args().isEmpty()), open::toString);
  }

  @Test
  void aReviewRunsTheSameScenarioToTheSameOutcome() {
    Trace trace = trace(FixtureTree.open());
    ReviewOptions options = ReviewOptions.standard();
    var compiler = new TreeCompiler(options.config(), Set.of(), Optional.empty());
    Side side = new Workbench(options, Set.of(), compiler).side(FixtureTree.open());

    var ready = assertInstanceOf(Side.Ready.class, side);
    assertEquals(ready.rig().explain(ONE_PAGE), trace.outcome());
    assertEquals(1, ready.rig().trace(ONE_PAGE).steps().size(), "code that tells of no calls");
  }
}
