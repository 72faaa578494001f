package org.mmlens.lens;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Trait;

/// What a scenario says of the address space before the run: all that [SceneBuilder] is told.
///
/// Scenarios that differ in the shift or in the faults alone mostly have the same layout.
///
/// @param end first byte after the stack VMA
/// @param length of the stack VMA, in pages
/// @param pages what is mapped in the stack
/// @param neighbours other VMAs
/// @param traits the rest
/// @param flags further `vm_flags` of the stack VMA
/// @param target an address to whose entry all tables are made; absent for none
record Layout(
    long end,
    int length,
    List<Fill> pages,
    List<Neighbour> neighbours,
    Set<Trait> traits,
    long flags,
    OptionalLong target) {

  static Layout of(Scenario s) {
    return new Layout(
        s.end(),
        s.length(),
        s.pages(),
        s.neighbours(),
        s.traits(),
        s.flags(),
        s.traits().contains(Trait.TARGET_TABLE) && s.withinContract()
            ? OptionalLong.of(s.start() - s.shift())
            : OptionalLong.empty());
  }

  long start() {
    return end - length * Scenario.PAGE;
  }
}
