package org.mmlens.explore;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.lens.Rig;

/// A part of a change that may be what makes the two sides differ.
///
/// @param places where it is, after the change, or where it was
/// @param small whether it is too little to hold more than one mistake
/// @param alone the side before with nothing but this part of the change; empty if that does not
///   run, or if there is no other part
public record Suspect(List<Position> places, boolean small, Optional<Rig> alone) {
  /// Copies the list.
  public Suspect {
    places = List.copyOf(places);
  }
}
