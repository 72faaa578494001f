package org.mmlens.machine;

import java.util.ArrayList;
import java.util.List;

/// The findings of a run, in order.
public final class Events {

  private static final int LIMIT = 1000;
  private static final int WITH_FRAMES = 16;
  private static final int FRAMES = 8;

  private final List<Event> events = new ArrayList<>();

  private final Image image;
  private final EffectLog effects;

  Events(Image image, EffectLog effects) {
    this.image = image;
    this.effects = effects;
  }

  /// Notes a finding.
  ///
  /// @param kind what it is about
  /// @param what the finding in words
  public void record(Event.Kind kind, String what) {
    if (events.size() >= LIMIT) {
      throw new Stop(new Stop.Cause.Budget("findings"));
    }
    int depth = events.size() < WITH_FRAMES ? FRAMES : 1;
    events.add(new Event(kind, what, Backtrace.here(depth, image), effects.size()));
  }

  /// {@return all findings so far}
  public List<Event> all() {
    return List.copyOf(events);
  }

  /// {@return how many there are}
  public int size() {
    return events.size();
  }

  List<Event> from(int first) {
    return List.copyOf(events.subList(first, events.size()));
  }

  void addAll(List<Event> more) {
    events.addAll(more);
  }

  int save() {
    return events.size();
  }

  void restore(int size) {
    events.subList(size, events.size()).clear();
  }
}
