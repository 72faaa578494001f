package org.mmlens.lens;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.mmlens.jvm.Executable;
import org.mmlens.machine.Checkpoint;
import org.mmlens.machine.Content;
import org.mmlens.machine.Cpu;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Imprint;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;

/// A booted machine with the means to build layouts on it.
final class Bench {

  private final Machine machine;
  private final Machine.Snapshot booted;
  private final SceneBuilder builder;
  private final long buffer;
  private final Teardown.Mark untouched;
  private final Imprint boot;
  private final AtomicReference<Optional<byte[]>> counted = new AtomicReference<>(Optional.empty());
  private final Unwatched unwatched = new Unwatched(counted);
  private final Unwatched exiting = new Unwatched(counted);
  private final Optional<Layouts> layouts;

  private Bench(Machine machine, SceneBuilder builder, long buffer, Optional<Layouts> layouts) {
    this.machine = machine;
    this.builder = builder;
    this.buffer = buffer;
    this.layouts = layouts;
    this.untouched = new Teardown.Mark(machine.pages().serial(), machine.slab().order());
    this.boot = machine.imprint(0);
    this.booted = machine.snapshot();
  }

  /// Boots a machine.
  ///
  /// @param program what runs on it
  /// @param boot the functions that boot it, in order
  /// @param config its sizes
  /// @param mm the members of `struct mm_struct`
  /// @param layouts keeps what is built; absent if each layout is built whenever it is needed
  static Bench boot(
      Executable program,
      List<String> boot,
      MachineConfig config,
      Members mm,
      Optional<Layouts> layouts) {
    Machine m = program.newMachine(config);
    m.snapshot();
    for (String function : boot) {
      program.call(m, function);
    }
    program
        .address(StackLens.LAST_FRAME)
        .ifPresent(at -> Ram.store64(m, at, m.map().frameCount() - 1));
    long pfn = m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED);
    return new Bench(m, new SceneBuilder(program, mm, m), MemoryMap.addressOfFrame(pfn), layouts);
  }

  Machine machine() {
    return machine;
  }

  /// {@return the address of a page that no layout uses}
  long buffer() {
    return buffer;
  }

  /// {@return what had been allocated before any layout}
  Teardown.Mark untouched() {
    return untouched;
  }

  /// {@return has the coverage of what is not to count}
  Unwatched unwatched() {
    return unwatched;
  }

  /// {@return has the coverage of what takes address spaces down}
  Unwatched exiting() {
    return exiting;
  }

  /// Forgets which layouts were built.
  void forgetLayouts() {
    layouts.ifPresent(Layouts::clear);
  }

  /// A layout that stands in the machine.
  ///
  /// @param scene what is where
  /// @param imprint how the machine came there, if that is known
  record Stage(Scene scene, Optional<Imprint> imprint) {}

  /// Does again what was done before: no branch and no call of a model is counted.
  <T> T uncounted(Supplier<T> work) {
    long[] calls = machine.modelCalls.clone();
    byte[] watched = unwatched.begin(machine);
    try {
      return work.get();
    } finally {
      unwatched.end(machine, watched);
      machine.modelCalls = Arrays.copyOf(calls, machine.modelCalls.length);
    }
  }

  /// Does what is not to count: not what functions return either, which may be new.
  <T> T aside(Supplier<T> work) {
    Map<String, Set<Long>> returned = new TreeMap<>(machine.returned);
    machine.returned.clear();
    try {
      return uncounted(work);
    } finally {
      machine.returned.clear();
      machine.returned.putAll(returned);
    }
  }

  /// {@return a layout, which stands in the machine now}
  ///
  /// @param layout what is built, unless it was before
  /// @param reuse whether one that was built before may be used
  /// @throws LensException if it cannot be built
  /// @throws org.mmlens.machine.Stop if building it ends before it is done
  Stage stage(Layout layout, StackRig.Reuse reuse) {
    return switch (reuse) {
      case ON -> layouts.map(all -> stage(all, layout)).orElseGet(() -> alone(layout));
      case OFF -> alone(layout);
    };
  }

  private Stage stage(Layouts all, Layout layout) {
    Optional<Layouts.Built> known = all.find(layout);
    if (known.isEmpty()) {
      return kept(all, layout);
    }
    machine.reset(known.get().at());
    known.get().work().count(machine);
    return known.get().stage();
  }

  /// Builds a layout that is not kept; what the run changes is told from here on.
  private Stage alone(Layout layout) {
    Scene scene = built(layout);
    Machine.Snapshot _ = machine.snapshot();
    return new Stage(scene, Optional.empty());
  }

  private Scene built(Layout layout) {
    machine.reset(booted);
    machine.faults().plan(FaultPlan.NONE);
    byte[] watched = unwatched.begin(machine);
    try {
      return builder.build(machine, layout);
    } finally {
      unwatched.end(machine, watched);
    }
  }

  /// {@return which branches the runs have taken, whatever it is doing now}
  byte[] coverage() {
    byte[] current = machine.coverage;
    return counted.get().orElse(current);
  }

  private Stage kept(Layouts all, Layout layout) {
    long[] calls = machine.modelCalls.clone();
    Map<String, Set<Long>> earlier = new TreeMap<>(machine.returned);
    machine.returned.clear();
    Map<String, Set<Long>> returned;
    Scene scene;
    try {
      scene = built(layout);
    } finally {
      returned = new TreeMap<>(machine.returned);
      machine.returned.clear();
      machine.returned.putAll(earlier);
      returned.forEach((f, values) -> values.forEach(v -> Cpu.returned(v, machine, f)));
    }
    var work = Layouts.Work.since(calls, machine, returned);
    Checkpoint at = machine.checkpoint(booted);
    Imprint imprint = boot.then(at.imprint()).then(scene.imprint()).then(new Imprint(buffer, 0));
    var stage = new Stage(scene, Optional.of(imprint));
    all.keep(layout, new Layouts.Built(stage, at, work));
    return stage;
  }
}
