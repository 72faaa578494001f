package org.mmlens.lens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mmlens.machine.Imprint;

/// What can be read off a machine after a run, read when it is asked for.
///
/// Most runs leave both sides in the same state, byte by byte, and then there is nothing to be
/// compared: what is read off one of them is what would be read off the other, see [Ground].
final class Reading {

  private final Optional<State> state;
  private Optional<Whole> whole;

  /// The state in which a run has left a machine.
  ///
  /// @param imprint the way there, from the first instruction on
  /// @param ground what equal states stand on
  /// @param again runs the same once more and reads all of it
  record State(Imprint imprint, Ground ground, Supplier<Whole> again) {}

  /// All that is compared.
  ///
  /// @param facts for each observable what was seen of it
  /// @param gone how taking down the address space went
  /// @param complaints the checks that fired
  record Whole(
      Map<Observable, ? extends List<?>> facts, Teardown.Result gone, Complaints complaints) {}

  private Reading(Optional<State> state, Optional<Whole> whole) {
    this.state = state;
    this.whole = whole;
  }

  static Reading of(Whole whole) {
    return new Reading(Optional.empty(), Optional.of(whole));
  }

  static Reading of(Whole whole, State state) {
    return new Reading(Optional.of(state), Optional.of(whole));
  }

  /// {@return a reading of which only the state is known}
  static Reading of(State state) {
    return new Reading(Optional.of(state), Optional.empty());
  }

  /// {@return all of it; read now unless it was before}
  synchronized Whole whole() {
    if (whole.isEmpty()) {
      whole = Optional.of(state.orElseThrow().again().get());
    }
    return whole.get();
  }

  /// {@return whether the other run is known to show the same; then this reading holds for both,
  /// and what was read of the other is known}
  boolean holdsFor(Reading other) {
    if (this == other) {
      return true;
    }
    if (state.isEmpty()
        || other.state.isEmpty()
        || !state.get().imprint().equals(other.state.get().imprint())
        || !state.get().ground().same(other.state.get().ground())) {
      return false;
    }
    if (whole.isEmpty()) {
      whole = other.whole;
    }
    return true;
  }
}
