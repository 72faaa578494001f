package org.mmlens.lens;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Probe;
import org.mmlens.machine.Image;
import org.mmlens.machine.Imprint;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Stop;

/// One side of the lens on stack relocation: a program, a booted machine, an entry function.
public final class StackRig implements Rig {

  /// What is left of the step budget where reading the result is certain not to use it up.
  private static final long READING_STEPS = 10_000;

  private final Executable program;
  private final List<String> boot;
  private final long steps;
  private final Image.Callable entry;
  private final Inspection inspection;
  private final Benches benches;
  private final Ground ground;
  private final Complaints.Checks checks;
  private Optional<Bench> traced = Optional.empty();
  private Optional<Teardown> teardown = Optional.empty();
  private String notTornDown = "the tree has no exit_mmap()";
  private volatile Reuse reuse = Reuse.ON;

  /// Whether a run makes use of what runs before it have done. What it shows does not depend on it;
  /// but where it does, it is not tried whether a state that both sides are in can be taken down.
  public enum Reuse {
    /// It does.
    ON,
    /// It does not.
    OFF
  }

  /// Boots a machine for the program.
  ///
  /// @param program linked with the entry, the lens's harness and the tree's boot functions
  /// @param entry symbol of the function that is run; its parameters are VMA and shift
  /// @param boot those of [StackLens#BOOT] that the tree has, in order
  /// @param steps function entries and loop iterations one run may take
  /// @throws LensException if the program lacks what the lens needs
  /// @throws Stop if booting ends before it is done
  public StackRig(Executable program, String entry, List<String> boot, long steps) {
    this.steps = steps;
    this.program = program;
    this.checks = new ProgramChecks(program);
    this.boot = List.copyOf(boot);
    this.entry = program.callable(entry);
    this.inspection = new Inspection(program);
    this.benches =
        new Benches(program, () -> boot(MachineConfig.Trace.OFF, Optional.of(new Layouts())));
    Bench first = benches.take();
    inspection.meet(first.machine());
    benches.giveBack(first);
    this.ground = new Ground(program, inspection, benches.config());
  }

  /// Takes address spaces down after each run from here on, if that can be done: a layout as a
  /// program has it is tried first.
  ///
  /// @param exit symbol of [StackLens#EXIT]; absent if the tree has none
  public void tearDownWith(Optional<String> exit) {
    if (exit.isEmpty()) {
      return;
    }
    notTornDown = "the run did not return";
    teardown = Optional.of(new Teardown(program, exit.get(), Inspection.RSS_MEMBERS));
    Bench bench = benches.take();
    Run trial = run(bench, Scenario.usual(), _ -> {});
    benches.giveBack(bench);
    Teardown.Result gone = trial.whole().gone();
    notTornDown = gone.left().flatMap(Teardown::crash).orElse(gone.reason());
    if (!notTornDown.isEmpty()) {
      teardown = Optional.empty();
    }
    ground.tornDown(teardown.isPresent());
    forget();
  }

  /// {@return why address spaces are not taken down after the runs; empty if they are}
  public String notTornDown() {
    return notTornDown;
  }

  /// Says whether runs from here on make use of what is done from here on: on, unless said
  /// otherwise. Nothing runs meanwhile.
  ///
  /// @param what whether
  public void reuse(Reuse what) {
    reuse = what;
    benches.forgetLayouts();
  }

  private Bench boot(MachineConfig.Trace trace, Optional<Layouts> layouts) {
    return Bench.boot(
        program,
        boot,
        MachineConfig.standard().withSteps(steps).withTrace(trace),
        inspection.mm(),
        layouts);
  }

  @Override
  public Observation run(Scenario scenario) {
    return run(scenario, Extent.EXIT);
  }

  @Override
  public Observation run(Scenario scenario, Extent extent) {
    Bench bench = benches.take();
    try {
      Finished f = start(bench, scenario, _ -> {});
      Optional<Reading.State> state = state(bench, scenario, f);
      if (state.isEmpty()) {
        return whole(bench, scenario, f).observation();
      }
      Reading reading =
          switch (extent) {
            case RETURN -> Reading.of(state.get());
            case EXIT -> Reading.of(whole(bench, scenario, f).whole(), state.get());
          };
      return new Observation(reading, Optional.empty(), Optional.empty(), f.requests());
    } finally {
      benches.giveBack(bench);
    }
  }

  @Override
  public boolean endsLike(Rig other) {
    return other instanceof StackRig rig
        && reuse == Reuse.ON
        && rig.reuse == Reuse.ON
        && ground.endsLike(rig.ground);
  }

  /// {@return what a run that was made before shows, read this time}
  private Reading.Whole again(Scenario scenario) {
    Bench bench = benches.take();
    try {
      return bench.uncounted(() -> run(bench, scenario, _ -> {}).whole());
    } finally {
      benches.giveBack(bench);
    }
  }

  /// {@return which branches a run takes; it is not counted among those made}
  ///
  /// @param scenario the layout and the shift
  public Course course(Scenario scenario) {
    Bench bench = benches.take();
    Machine m = bench.machine();
    try {
      return bench.aside(
          () -> {
            Finished f = start(bench, scenario, _ -> Arrays.fill(m.coverage, (byte) 0));
            return f.stage().isEmpty() ? Course.none() : Course.of(m.coverage, f.end());
          });
    } finally {
      benches.giveBack(bench);
    }
  }

  @Override
  public Observation afresh(Scenario scenario) {
    Bench bench = boot(MachineConfig.Trace.OFF, Optional.empty());
    return run(bench, scenario, _ -> {}).observation();
  }

  @Override
  public synchronized Outcome explain(Scenario scenario) {
    Bench bench = tracing();
    return run(bench, scenario, _ -> {}).portrait(bench.machine());
  }

  /// {@return the same run again, told call by call}
  ///
  /// Calls are told only of a program that was linked with [org.mmlens.jvm.Options.Calls#TOLD].
  ///
  /// @param scenario the layout and the shift
  public synchronized Trace trace(Scenario scenario) {
    Bench bench = tracing();
    Machine m = bench.machine();
    AtomicReference<Optional<Tracer>> tracer = new AtomicReference<>(Optional.empty());
    Run run;
    try {
      run =
          run(
              bench,
              scenario,
              scene -> {
                Tracer t = new Tracer(m, scene, inspection.names(m, scene), inspection.vma());
                tracer.set(Optional.of(t));
                m.watch(Optional.of(t));
              });
    } finally {
      m.watch(Optional.empty());
    }
    Outcome outcome = run.portrait(m);
    return tracer.get().map(t -> t.trace(outcome)).orElse(new Trace(outcome, List.of(), true));
  }

  private Bench tracing() {
    if (traced.isEmpty()) {
      traced = Optional.of(boot(MachineConfig.Trace.ON, Optional.empty()));
    }
    return traced.get();
  }

  /// {@return every way out of every branch of the compiled functions}
  public List<Probe> probes() {
    return program.probes();
  }

  /// Forgets which branches were taken and which models were called by the runs so far.
  public void forget() {
    benches.forget();
  }

  /// {@return for each probe whether a run has taken it, see [Probe#index]}
  public byte[] coverage() {
    return benches.coverage();
  }

  /// {@return the C names of the functions that runs have entered since [#forget]}
  public SortedSet<String> entered() {
    return benches.entered();
  }

  /// {@return what the functions that a series changes have returned since [#forget], by C name}
  public SortedMap<String, SortedSet<Long>> returned() {
    return benches.returned();
  }

  /// {@return how often each model was called, by C name: by booting once, and by the runs}
  public SortedMap<String, Long> modelCalls() {
    return benches.modelCalls();
  }

  /// {@return the program that runs here}
  public Executable program() {
    return program;
  }

  private Run run(Bench bench, Scenario s, Consumer<Scene> begins) {
    return whole(bench, s, start(bench, s, begins));
  }

  /// A run that has come to its end, and whose machine was not looked at yet.
  ///
  /// @param stage the layout; absent if it could not be built
  /// @param mark what the machine had before the run
  /// @param end how it ended
  /// @param requests what it asked for
  private record Finished(
      Optional<Bench.Stage> stage, Readout.Mark mark, Outcome.Ending end, Requests requests) {

    static Finished unbuilt(String why, List<Outcome.Frame> frames) {
      return new Finished(
          Optional.empty(),
          new Readout.Mark(0, 0, 0, 0),
          new Outcome.Ending.Undecided("layout cannot be built: " + why, frames),
          Requests.NONE);
    }
  }

  /// What building the layout runs does not count as covered.
  ///
  /// @param begins hears of the layout when the run begins
  private Finished start(Bench bench, Scenario s, Consumer<Scene> begins) {
    Machine m = bench.machine();
    Bench.Stage stage;
    try {
      stage = bench.stage(Layout.of(s), reuse);
    } catch (Stop stop) {
      return Finished.unbuilt(stop.why().toString(), Endings.frames(stop));
    } catch (LensException e) {
      return Finished.unbuilt(String.valueOf(e.getMessage()), List.of());
    }
    Readout.Mark mark = Readout.Mark.of(m);
    m.faults().plan(s.faults());
    m.refill();
    begins.accept(stage.scene());
    Outcome.Ending end = execute(m, stage.scene(), s);
    return new Finished(Optional.of(stage), mark, end, Requests.of(m.faults()));
  }

  private Outcome.Ending execute(Machine m, Scene scene, Scenario s) {
    try {
      long value = program.call(m, entry, scene.stack, s.shift());
      m.rcu().runGracePeriod();
      return Endings.returned(value);
    } catch (Stop stop) {
      return Endings.of(stop);
    }
  }

  /// {@return the state of the machine, if the run returned without a finding and with budget left
  /// for what reads it}
  private Optional<Reading.State> state(Bench bench, Scenario s, Finished f) {
    Machine m = bench.machine();
    if (f.end() instanceof Outcome.Ending.Returned(long value, _)
        && m.events().size() == f.mark().events()
        && m.steps() > READING_STEPS) {
      return f.stage()
          .flatMap(Bench.Stage::imprint)
          .map(before -> before.then(m.imprint(f.mark().effects())).then(new Imprint(value, 0)))
          .map(imprint -> new Reading.State(imprint, ground, () -> again(s)));
    }
    return Optional.empty();
  }

  /// What reading the result runs does not count as covered.
  private Run whole(Bench bench, Scenario s, Finished f) {
    if (f.end() instanceof Outcome.Ending.Undecided undecided) {
      return Run.undecided(undecided, f.mark(), f.requests());
    }
    Machine m = bench.machine();
    byte[] covered = bench.unwatched().begin(m);
    Readout readout = inspection.of(bench, s, f.stage().orElseThrow().scene(), f.mark(), f.end());
    bench.unwatched().end(m, covered);
    Teardown.Result gone =
        teardown.isPresent() && f.end() instanceof Outcome.Ending.Returned
            ? takenDown(bench, f)
            : kept();
    return new Run(
        new Reading.Whole(readout.facts(), gone, new Complaints(readout.complaints(), checks)),
        f.end(),
        f.mark(),
        f.requests());
  }

  /// {@return what is said of an address space that is not taken down}
  private Teardown.Result kept() {
    return new Teardown.Result(Optional.empty(), notTornDown);
  }

  private Teardown.Result takenDown(Bench bench, Finished f) {
    Machine m = bench.machine();
    byte[] covered = bench.exiting().begin(m);
    try {
      return teardown
          .map(t -> t.of(m, f.stage().orElseThrow().scene(), bench.untouched()))
          .orElseGet(this::kept);
    } finally {
      bench.exiting().end(m, covered);
      ground.left(bench.exiting().taken());
    }
  }
}
