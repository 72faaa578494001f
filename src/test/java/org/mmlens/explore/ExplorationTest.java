package org.mmlens.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Requests;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// What is made of runs, whatever it is that runs.
class ExplorationTest {

  /// Says what it is told to say, and counts how often it is asked to boot for it.
  ///
  /// @param says what every run shows
  /// @param saysAfresh what runs in a fresh machine show
  /// @param booted how often one was asked for
  private record Parrot(
      Function<Scenario, Observation> says,
      Function<Scenario, Observation> saysAfresh,
      AtomicInteger booted)
      implements Rig {

    static Parrot saying(Function<Scenario, Observation> says) {
      return new Parrot(says, says, new AtomicInteger());
    }

    @Override
    public Observation run(Scenario scenario) {
      return says.apply(scenario);
    }

    @Override
    public Observation afresh(Scenario scenario) {
      booted.incrementAndGet();
      return saysAfresh.apply(scenario);
    }

    @Override
    public Outcome explain(Scenario scenario) {
      return new Outcome(
          new Outcome.Ending.Returned(0, "0"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  private static Observation seen(String fact, int allocations) {
    return new Observation(
        Map.of(Observable.RESULT, List.of(fact)),
        Optional.empty(),
        Optional.empty(),
        new Requests(0, allocations, 0, 0));
  }

  private static final Scenario ONE =
      new Scenario(
          0x7fff_ffff_f000L, 1, 0x1000, List.of(), List.of(), java.util.Set.of(), new TreeSet<>());

  private static Exploration.Result explore(Rig before, Rig after, int faultRuns) {
    return new Exploration(
            before,
            after,
            Exploration.Plan.whole(List.of(ONE), faultRuns, Leads.none()),
            1,
            (_, _, _) -> {},
            () -> false)
        .run();
  }

  @Test
  void whatIsReportedWasSeenThreeTimesMoreInFreshMachinesOnEachSide() {
    Parrot before = Parrot.saying(_ -> seen("0", 0));
    Parrot after = Parrot.saying(_ -> seen("-ENOMEM", 0));

    Exploration.Result result = explore(before, after, 0);

    assertEquals(1, result.differences().size());
    assertEquals(3, before.booted().get());
    assertEquals(3, after.booted().get());
  }

  @Test
  void aDifferenceThatAFreshMachineDoesNotShowIsAMistakeOfOurs() {
    Parrot before = Parrot.saying(_ -> seen("0", 0));
    var after = new Parrot(_ -> seen("-ENOMEM", 0), _ -> seen("0", 0), new AtomicInteger());

    var thrown = assertThrows(IllegalStateException.class, () -> explore(before, after, 0));

    assertTrue(String.valueOf(thrown.getMessage()).contains("does not differ again"));
  }

  @Test
  void twoFailuresAreTriedWhereARunGoesOnAfterTheFirst() {
    Parrot before = Parrot.saying(_ -> seen("0", 3));
    Parrot after = Parrot.saying(s -> seen(s.faults().size() < 2 ? "0" : "-EIO", 3));

    Exploration.Result result = explore(before, after, 30);

    assertEquals(6, result.faultPlans());
    assertEquals(
        List.of(List.of(1, 2)),
        result.differences().stream()
            .map(d -> List.copyOf(d.scenario().faults().allocations()))
            .toList());
    assertEquals(List.of(), explore(before, after, 9).differences(), "no run is left for pairs");
  }

  private static Observation asking(String fact, Requests requests) {
    return new Observation(
        Map.of(Observable.RESULT, List.of(fact)), Optional.empty(), Optional.empty(), requests);
  }

  /// {@return what was refused in the runs of an exploration, in order}
  private static List<String> refused(Requests before, Requests after, int faultRuns) {
    List<String> plans = new ArrayList<>();
    explore(
        Parrot.saying(
            s -> {
              plans.add(s.toString().replaceFirst(".*shift=0x1000 ?", ""));
              return asking("0", before);
            }),
        Parrot.saying(_ -> asking("0", after)),
        faultRuns);
    return plans.stream().filter(plan -> !plan.isEmpty()).toList();
  }

  @Test
  void whereTheSidesAllocateInOneOrderAllocationsAreCountedTogether() {
    Requests both = new Requests(1, 1, 7, 0);

    assertEquals(List.of("fail=1", "fail=2", "fail=1,2"), refused(both, both, 20));
  }

  @Test
  void whereTheyDoNotEachAllocatorCountsForItself() {
    assertEquals(
        List.of("fail-slab=1", "fail-page=1", "fail-page=2", "fail-slab=1 fail-page=1"),
        refused(new Requests(1, 1, 7, 0), new Requests(1, 2, 9, 0), 10));
  }

  @Test
  void everyWaitThatASignalCanEndIsEndedOnce() {
    assertEquals(
        List.of("signal=1", "signal=2"),
        refused(new Requests(0, 0, 0, 1), new Requests(0, 0, 0, 2), 10));
  }
}
