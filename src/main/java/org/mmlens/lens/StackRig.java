package org.mmlens.lens;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.ir.StructLayout;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Probe;
import org.mmlens.machine.Content;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

/// One side of the lens on stack relocation: a program, a booted machine, an entry function.
public final class StackRig implements Rig {

  private static final int MOST_RANGES = 128;
  private static final int RSS_MEMBERS = 4;

  private final Executable program;
  private final List<String> boot;
  private final long steps;
  private final Image.Callable entry;
  private final Members mm;
  private final Members vma;
  private final List<Members.Leaf> mmLeaves;
  private final List<Members.Leaf> vmaLeaves;
  private final List<String> mmNames;
  private final List<String> vmaNames;
  private final List<String> rssNames;
  private final List<Bench> fast = new CopyOnWriteArrayList<>();
  private final Queue<Bench> idle = new ConcurrentLinkedQueue<>();
  private final SortedMap<String, Long> bootCalls;
  private Optional<Bench> traced = Optional.empty();
  private Optional<Teardown> teardown = Optional.empty();
  private String notTornDown = "the tree has no exit_mmap()";

  /// A booted machine with the means to build layouts on it.
  ///
  /// @param machine the machine
  /// @param booted its state before any layout
  /// @param builder builds layouts on it
  /// @param buffer address of a page that no layout uses
  /// @param pages the serial of the last page allocation before any layout
  /// @param unwatched has the coverage of what is not to count
  private record Bench(
      Machine machine,
      Machine.Snapshot booted,
      SceneBuilder builder,
      long buffer,
      int pages,
      Unwatched unwatched) {}

  /// Where branches are marked that building a layout and reading a result take: a place that
  /// nobody looks at.
  private static final class Unwatched {
    private byte[] taken = new byte[0];

    /// {@return the coverage so far; what is taken from here on does not change it}
    byte[] begin(Machine m) {
      byte[] watched = m.coverage;
      m.coverage = taken.length == watched.length ? taken : new byte[watched.length];
      return watched;
    }

    /// Goes back. More code may have been loaded meanwhile.
    void end(Machine m, byte[] watched) {
      taken = m.coverage;
      m.coverage = taken.length == watched.length ? watched : Arrays.copyOf(watched, taken.length);
    }
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
    this.boot = List.copyOf(boot);
    this.entry = program.callable(entry);
    this.mm = new Members(layout("struct mm_struct"));
    this.vma = new Members(layout("struct vm_area_struct"));
    this.mmLeaves = sorted(mm.leaves(program::layout));
    this.vmaLeaves = sorted(vma.leaves(program::layout));
    this.mmNames = mmLeaves.stream().map(l -> "mm->" + l.name()).toList();
    this.vmaNames = vmaLeaves.stream().map(Members.Leaf::name).toList();
    this.rssNames =
        java.util.stream.IntStream.range(0, RSS_MEMBERS).mapToObj(i -> "rss[" + i + "]").toList();
    Bench first = boot(MachineConfig.Trace.OFF);
    this.bootCalls = program.modelCalls(first.machine());
    idle.add(added(first));
  }

  /// Takes address spaces down after each run from here on, if that can be done: a layout as a
  /// program has it is tried first.
  ///
  /// @param exit symbol of [StackLens#EXIT]; absent if the tree has none
  public void tearDownWith(Optional<String> exit) {
    if (exit.isEmpty()) {
      return;
    }
    var tried = new Teardown(program, exit.get(), RSS_MEMBERS);
    teardown = Optional.of(tried);
    Bench bench = fast.getFirst();
    Run trial = run(bench, Scenario.usual(), _ -> {});
    notTornDown =
        trial.exitReason().isEmpty()
            ? trial.observation().left().flatMap(Teardown::crash).orElse("")
            : trial.exitReason();
    if (!notTornDown.isEmpty()) {
      teardown = Optional.empty();
    }
    forget();
  }

  /// {@return why address spaces are not taken down after the runs; empty if they are}
  public String notTornDown() {
    return notTornDown;
  }

  /// {@return one more booted machine: as many are made as threads run at the same time}
  private Bench added(Bench bench) {
    Arrays.fill(bench.machine().modelCalls, 0);
    Arrays.fill(bench.machine().coverage, (byte) 0);
    fast.add(bench);
    return bench;
  }

  private static List<Members.Leaf> sorted(List<Members.Leaf> leaves) {
    return leaves.stream().sorted(java.util.Comparator.comparing(Members.Leaf::name)).toList();
  }

  private StructLayout layout(String tag) {
    return program
        .layout(tag)
        .orElseThrow(() -> new LensException("the tree has no complete type " + tag));
  }

  private Bench boot(MachineConfig.Trace trace) {
    Machine m = program.newMachine(MachineConfig.standard().withSteps(steps).withTrace(trace));
    for (String function : boot) {
      program.call(m, function);
    }
    program
        .address(StackLens.LAST_FRAME)
        .ifPresent(at -> Ram.store64(m, at, m.map().frameCount() - 1));
    long pfn = m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED);
    SceneBuilder builder = new SceneBuilder(program, mm, m);
    return new Bench(
        m,
        m.snapshot(),
        builder,
        MemoryMap.addressOfFrame(pfn),
        m.pages().serial(),
        new Unwatched());
  }

  @Override
  public Observation run(Scenario scenario) {
    Bench bench = idle.poll();
    if (bench == null) {
      bench = added(boot(MachineConfig.Trace.OFF));
    }
    try {
      return run(bench, scenario, _ -> {}).observation();
    } finally {
      idle.add(bench);
    }
  }

  @Override
  public Observation afresh(Scenario scenario) {
    return run(boot(MachineConfig.Trace.OFF), scenario, _ -> {}).observation();
  }

  @Override
  public synchronized Outcome explain(Scenario scenario) {
    Bench bench = tracing();
    return portrait(bench, run(bench, scenario, _ -> {}));
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
                Tracer t = new Tracer(m, scene, new Names(program, m, scene, mm, vma), vma);
                tracer.set(Optional.of(t));
                m.watch(Optional.of(t));
              });
    } finally {
      m.watch(Optional.empty());
    }
    Outcome outcome = portrait(bench, run);
    return tracer.get().map(t -> t.trace(outcome)).orElse(new Trace(outcome, List.of(), true));
  }

  private Bench tracing() {
    if (traced.isEmpty()) {
      traced = Optional.of(boot(MachineConfig.Trace.ON));
    }
    return traced.get();
  }

  private static Outcome portrait(Bench bench, Run run) {
    Map<Observable, List<Object>> facts = new EnumMap<>(Observable.class);
    facts.putAll(run.facts());
    run.observation()
        .left()
        .ifPresent(
            left ->
                facts.merge(
                    Observable.MEMORY,
                    left,
                    (seen, more) -> Stream.concat(seen.stream(), more.stream()).toList()));
    return Portrait.of(facts, run.end(), bench.machine(), run.mark());
  }

  /// {@return every way out of every branch of the compiled functions}
  public List<Probe> probes() {
    return program.probes();
  }

  /// Forgets which branches were taken and which models were called by the runs so far.
  public void forget() {
    for (Bench bench : fast) {
      Arrays.fill(bench.machine().coverage, (byte) 0);
      Arrays.fill(bench.machine().modelCalls, 0);
      bench.machine().returned.clear();
    }
  }

  /// {@return for each probe whether a run has taken it, see [Probe#index]}
  public byte[] coverage() {
    byte[] all = new byte[0];
    for (Bench bench : fast) {
      byte[] taken = bench.machine().coverage;
      if (all.length < taken.length) {
        all = Arrays.copyOf(all, taken.length);
      }
      for (int i = 0; i < taken.length; i++) {
        all[i] |= taken[i];
      }
    }
    return all;
  }

  /// {@return the C names of the functions that runs have entered since [#forget]}
  public SortedSet<String> entered() {
    byte[] taken = coverage();
    return program.entries().stream()
        .filter(p -> p.index() < taken.length && taken[p.index()] != 0)
        .map(p -> p.function().replaceFirst("@.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// {@return what the functions that a series changes have returned since [#forget], by C name}
  public SortedMap<String, SortedSet<Long>> returned() {
    SortedMap<String, SortedSet<Long>> all = new TreeMap<>();
    for (Bench bench : fast) {
      bench
          .machine()
          .returned
          .forEach(
              (symbol, values) ->
                  all.computeIfAbsent(symbol.replaceFirst("@.*", ""), f -> new TreeSet<>())
                      .addAll(values));
    }
    return all;
  }

  /// {@return how often each model was called, by C name: by booting once, and by the runs}
  public SortedMap<String, Long> modelCalls() {
    SortedMap<String, Long> all = new TreeMap<>(bootCalls);
    for (Bench bench : fast) {
      program.modelCalls(bench.machine()).forEach((name, n) -> all.merge(name, n, Long::sum));
    }
    return all;
  }

  /// {@return the program that runs here}
  public Executable program() {
    return program;
  }

  /// What one run left behind.
  private record Run(
      Map<Observable, List<Object>> facts,
      Outcome.Ending end,
      Readout.Mark mark,
      Observation observation,
      String exitReason) {}

  /// What building the layout and reading the result run does not count as covered.
  ///
  /// @param begins hears of the layout when the run begins
  private Run run(Bench bench, Scenario s, Consumer<Scene> begins) {
    Machine m = bench.machine();
    m.reset(bench.booted());
    m.faults().plan(FaultPlan.NONE);
    var untouched = new Teardown.Mark(bench.pages(), m.slab().order());
    Scene scene;
    byte[] watched = bench.unwatched().begin(m);
    try {
      scene = bench.builder().build(m, s);
    } catch (Stop stop) {
      return undecided("layout cannot be built: " + stop.why(), frames(stop));
    } catch (LensException e) {
      return undecided("layout cannot be built: " + e.getMessage(), List.of());
    } finally {
      bench.unwatched().end(m, watched);
    }
    Readout.Mark mark = Readout.Mark.of(m);
    m.faults().plan(FaultPlan.allocations(s.faults().toArray(new Integer[0])));
    m.refill();
    begins.accept(scene);
    Outcome.Ending end = execute(m, scene, s);
    int allocations = m.faults().allocations();
    if (end instanceof Outcome.Ending.Undecided(String reason, _)) {
      return new Run(Map.of(), end, mark, Observation.undecided(reason, allocations), reason);
    }
    byte[] covered = bench.unwatched().begin(m);
    Readout readout = read(bench, s, scene, mark, end);
    var gone = new Teardown.Result(Optional.empty(), "the run did not return");
    if (teardown.isPresent() && end instanceof Outcome.Ending.Returned) {
      gone = teardown.get().of(m, scene, s, untouched);
    }
    bench.unwatched().end(m, covered);
    return new Run(
        readout.facts(),
        end,
        mark,
        new Observation(readout.facts(), Optional.empty(), stopped(end), allocations, gone.left()),
        gone.reason());
  }

  private static Run undecided(String reason, List<Outcome.Frame> frames) {
    return new Run(
        Map.of(),
        new Outcome.Ending.Undecided(reason, frames),
        new Readout.Mark(0, 0, 0, 0),
        Observation.undecided(reason, 0),
        reason);
  }

  private static Optional<String> stopped(Outcome.Ending end) {
    return end instanceof Outcome.Ending.Stopped(_, String message, var frames)
        ? Optional.of(where(message, frames))
        : Optional.empty();
  }

  private Outcome.Ending execute(Machine m, Scene scene, Scenario s) {
    try {
      long value = program.call(m, entry, scene.stack, s.shift());
      m.rcu().runGracePeriod();
      return new Outcome.Ending.Returned(value, Errno.text(value));
    } catch (Stop stop) {
      return stop.why().inconclusive()
          ? new Outcome.Ending.Undecided(where(stop.why().toString(), frames(stop)), frames(stop))
          : new Outcome.Ending.Stopped(kind(stop), stop.why().toString(), frames(stop));
    }
  }

  private static String where(String message, List<Outcome.Frame> frames) {
    return frames.isEmpty()
        ? message
        : message + " (" + frames.getFirst().function() + "() " + frames.getFirst().at() + ")";
  }

  static List<Outcome.Frame> frames(Stop stop) {
    return stop.backtrace().stream().map(Portrait::frame).toList();
  }

  static String kind(Stop stop) {
    return switch (stop.why()) {
      case Stop.Cause.Bug _ -> "BUG";
      case Stop.Cause.Oops _ -> "oops";
      case Stop.Cause.MemoryError(var fault, _, _) -> "memory error: " + fault;
      case Stop.Cause.Deadlock _ -> "deadlock";
      case Stop.Cause.StackOverflow _ -> "stack overflow";
      case Stop.Cause.Unreachable _ -> "unreachable code";
      case Stop.Cause.Budget _, Stop.Cause.NotModelled _, Stop.Cause.Hole _ -> "undecided";
    };
  }

  private Readout read(
      Bench bench, Scenario s, Scene scene, Readout.Mark mark, Outcome.Ending end) {
    Machine m = bench.machine();
    Readout readout = new Readout(m, scene, new Names(program, m, scene, mm, vma));
    switch (end) {
      case Outcome.Ending.Returned(long value, _) ->
          readout.add(Observable.RESULT, new Facts.End("returned", value));
      case Outcome.Ending.Stopped(String kind, _, _) -> {
        readout.add(Observable.RESULT, new Facts.End(kind, 0));
        return readout;
      }
      case Outcome.Ending.Undecided _ -> {
        return readout;
      }
    }
    readout.log(mark);
    readout.locks();
    readout.objects(mark);
    readout.vmas(vma);
    counters(m, scene, readout);
    readout.tables(s, bench.pages());
    tree(bench, scene, readout);
    return readout;
  }

  private void counters(Machine m, Scene scene, Readout readout) {
    readout.add(Observable.ACCOUNTING, numbers(m, scene.mm, mmLeaves, mmNames));
    scene
        .objects()
        .forEach(
            (address, name) -> {
              if (address != scene.mm
                  && m.slab().objectAt(address).filter(a -> a.live()).isPresent()) {
                readout.add(Observable.ACCOUNTING, numbers(m, address, vmaLeaves, vmaNames));
              }
            });
    m.faults().plan(FaultPlan.NONE);
    long[] rss = new long[RSS_MEMBERS];
    for (int i = 0; i < RSS_MEMBERS; i++) {
      rss[i] = program.call(m, "mmlens_counter", scene.mm, i);
    }
    readout.add(Observable.ACCOUNTING, new Numbers(rssNames, rss));
  }

  private static Numbers numbers(
      Machine m, long object, List<Members.Leaf> leaves, List<String> names) {
    long[] values = new long[leaves.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = comparable(leaves.get(i), leaves.get(i).read(m, object));
    }
    return new Numbers(names, values);
  }

  /// An integer as wide as a pointer that holds a kernel address, e.g. the owner of a semaphore:
  /// where things lie says nothing, so that only remains that it is one.
  private static long comparable(Members.Leaf leaf, long value) {
    boolean address =
        leaf.field().bytes() == 8
            && Long.compareUnsigned(value, MemoryMap.PAGE_OFFSET) >= 0
            && Long.compareUnsigned(value, MemoryMap.MISSING) < 0;
    return address ? MemoryMap.PAGE_OFFSET : value;
  }

  /// Asks the tree's own iterator what the maple tree holds; a tree that cannot be walked says so.
  private void tree(Bench bench, Scene scene, Readout readout) {
    Machine m = bench.machine();
    try {
      long count = program.call(m, "mmlens_tree", scene.mm, bench.buffer(), MOST_RANGES);
      long[] ranges = new long[(int) Math.min(count, MOST_RANGES) * 3];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = Ram.peek(m, bench.buffer() + 8L * i, 8);
      }
      readout.tree(ranges);
    } catch (Stop stop) {
      readout.add(Observable.VMAS, new Facts.NoteFact("TREE", "cannot be walked: " + kind(stop)));
    }
  }
}
