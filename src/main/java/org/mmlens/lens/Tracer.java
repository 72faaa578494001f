package org.mmlens.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mmlens.lens.Trace.Step;
import org.mmlens.machine.EffectLog;
import org.mmlens.machine.Event;
import org.mmlens.machine.Frame;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Watcher;

/// Writes down what a run does, from the entry function's beginning to its end.
///
/// After each call it looks at the address space, and notes it where it has changed.
final class Tracer implements Watcher {

  private static final Outcome.Ending GOES_ON = new Outcome.Ending.Undecided("", List.of());

  private final Machine machine;
  private final Scene scene;
  private final Names names;
  private final Members vma;
  private final Readout log;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private int effects;
  private int events;
  private Outcome state;

  Tracer(Machine machine, Scene scene, Names names, Members vma) {
    this.machine = machine;
    this.scene = scene;
    this.names = names;
    this.vma = vma;
    this.log = new Readout(machine, scene, names);
    this.effects = machine.effects().size();
    this.events = machine.events().size();
    this.state = state();
    add(new Step.Changed(0, state));
  }

  /// {@return what happened}
  ///
  /// @param outcome what the run came to
  Trace trace(Outcome outcome) {
    if (!open.isEmpty()) {
      happened();
    }
    return new Trace(outcome, steps, steps.size() < Trace.MOST);
  }

  @Override
  public void entered(String function, long[] args, Optional<Frame> from) {
    entered(function, Optional.of(Arrays.stream(args).mapToObj(this::value).toList()), from);
  }

  @Override
  public void answered(String model, Optional<Frame> from) {
    entered(model, Optional.empty(), from);
  }

  private void entered(String function, Optional<List<String>> args, Optional<Frame> from) {
    happened();
    add(new Step.Entered(open.size(), function, args, from.map(Portrait::frame)));
    open.add(function);
  }

  @Override
  public void left(OptionalLong value) {
    happened();
    String function = open.removeLast();
    add(new Step.Left(open.size(), function, returned(value)));
    Outcome now = state();
    if (!now.equals(state)) {
      state = now;
      add(new Step.Changed(open.size(), now));
    }
    if (open.isEmpty() || full()) {
      machine.watch(Optional.empty());
    }
  }

  /// Takes over what was logged since the last call.
  private void happened() {
    EffectLog all = machine.effects();
    for (; effects < all.size(); effects++) {
      String text = log.effect(effects).text();
      happened(text, all.frames(effects));
    }
    List<Event> noted = machine.events().all();
    for (; events < noted.size(); events++) {
      Event e = noted.get(events);
      happened(e.kind() + ": " + e.what(), e.frames());
    }
  }

  private void happened(String text, List<Frame> frames) {
    Optional<Outcome.Frame> at = frames.stream().findFirst().map(Portrait::frame);
    add(new Step.Happened(open.size(), new Outcome.Event(text, at)));
  }

  private boolean full() {
    return steps.size() >= Trace.MOST;
  }

  private void add(Step step) {
    if (!full()) {
      steps.add(step);
    }
  }

  private Optional<String> returned(OptionalLong value) {
    return value.isPresent() ? Optional.of(value(value.getAsLong())) : Optional.empty();
  }

  private String value(long value) {
    if (value < 0 && value >= -4095) {
      return Errno.text(value);
    }
    return value >= 0 && value < 10 ? Long.toString(value) : pointer(value);
  }

  private String pointer(long value) {
    long at = value - MemoryMap.PAGE_OFFSET;
    if (at >= MemoryMap.STACK && at < MemoryMap.STACK_END) {
      return "&local";
    }
    return Long.compareUnsigned(value, MemoryMap.PAGE_OFFSET) < 0
        ? "0x" + Long.toHexString(value)
        : names.object(value);
  }

  private Outcome state() {
    Readout readout = new Readout(machine, scene, names);
    readout.vmas(vma);
    readout.mapped();
    return Portrait.of(readout.facts(), GOES_ON, machine, Readout.Mark.of(machine));
  }
}
