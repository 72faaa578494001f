package org.mmlens.machine;

import java.util.List;

/// A state of a machine that was kept, beside any number of others: what it costs is what has
/// changed since a snapshot.
public final class Checkpoint {

  private final Machine machine;
  private final Kept ram;
  private final State state;
  private final List<Event> events;
  private final Machine.Snapshot since;
  private final Imprint imprint;

  Checkpoint(
      Machine machine,
      Kept ram,
      State state,
      List<Event> events,
      Machine.Snapshot since,
      Imprint imprint) {
    this.imprint = imprint;
    this.machine = machine;
    this.ram = ram;
    this.state = state;
    this.events = List.copyOf(events);
    this.since = since;
  }

  Machine machine() {
    return machine;
  }

  Kept ram() {
    return ram;
  }

  State state() {
    return state;
  }

  List<Event> events() {
    return events;
  }

  Machine.Snapshot since() {
    return since;
  }

  /// {@return how the state came from the snapshot}
  public Imprint imprint() {
    return imprint;
  }

  /// {@return roughly how much memory it takes, in bytes}
  public int weight() {
    return ram.weight() + state.weight();
  }
}
