package org.mmlens.lens;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mmlens.machine.FaultPlan;

/// One layout of a new program's address space and what is asked of it: the input of one run.
///
/// ```
///        below                     stack
///    |---------|  gap pages  |----------------|  gap pages  |- above -|
///                            end-length     end
/// ```
///
/// The run moves the stack `shift` bytes down. [ScenarioText] prints a scenario as one line and
/// reads it back.
///
/// @param end first byte after the stack VMA, page aligned
/// @param length of the stack VMA, in pages; 0 breaks the contract
/// @param shift in bytes; an `unsigned long`, so that a negative number is a shift that wraps
/// @param pages what is mapped in the stack, ascending by offset
/// @param neighbours other VMAs, ascending by address, none of which overlaps another
/// @param traits the rest of the layout
/// @param flags further `vm_flags` that the stack VMA has, which exec does not set; 0 for none
/// @param faults what of the run is refused
public record Scenario(
    long end,
    int length,
    long shift,
    List<Fill> pages,
    List<Neighbour> neighbours,
    Set<Trait> traits,
    long flags,
    FaultPlan faults) {

  /// Bytes in a page.
  public static final long PAGE = 4096;

  /// Copies and orders what is handed in.
  public Scenario {
    pages = pages.stream().sorted(Comparator.comparingInt(Fill::page)).toList();
    neighbours = List.copyOf(neighbours);
    traits =
        traits.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(traits));
  }

  /// A scenario whose stack VMA has the flags that exec gives it.
  ///
  /// @param end first byte after the stack VMA, page aligned
  /// @param length of the stack VMA, in pages
  /// @param shift in bytes
  /// @param pages what is mapped in the stack
  /// @param neighbours other VMAs
  /// @param traits the rest of the layout
  /// @param faults which allocations of the run fail
  public Scenario(
      long end,
      int length,
      long shift,
      List<Fill> pages,
      List<Neighbour> neighbours,
      Set<Trait> traits,
      SortedSet<Integer> faults) {
    this(
        end,
        length,
        shift,
        pages,
        neighbours,
        traits,
        0,
        FaultPlan.allocations(faults.toArray(new Integer[0])));
  }

  /// {@return a layout as new programs have it: two pages of stack, nothing else near}
  static Scenario usual() {
    return new Scenario(
        0x7fff_ffff_0000L,
        2,
        PAGE,
        List.of(new Fill(0, Kind.PRESENT), new Fill(1, Kind.PRESENT)),
        List.of(),
        EnumSet.of(Trait.ANON_VMA, Trait.INCOMPLETE, Trait.TLB),
        new TreeSet<>());
  }

  /// {@return the first byte of the stack VMA}
  public long start() {
    return end - length * PAGE;
  }

  /// {@return whether the scenario is one that the entry function's callers can produce: the shift
  /// is page aligned, not 0 and does not wrap below zero, the stack has a page, and no flags but
  /// those exec sets}
  public boolean withinContract() {
    return length > 0
        && flags == 0
        && shift > 0
        && shift % PAGE == 0
        && Long.compareUnsigned(shift, start()) <= 0;
  }

  /// {@return this with other allocations that fail}
  ///
  /// @param which counted from 1
  public Scenario withFaults(SortedSet<Integer> which) {
    return withFaults(FaultPlan.allocations(which.toArray(new Integer[0])));
  }

  /// {@return this with other faults}
  ///
  /// @param plan what is refused
  public Scenario withFaults(FaultPlan plan) {
    return new Scenario(end, length, shift, pages, neighbours, traits, flags, plan);
  }

  /// {@return this with other further flags}
  ///
  /// @param further `vm_flags` that exec does not set
  public Scenario withFlags(long further) {
    return new Scenario(end, length, shift, pages, neighbours, traits, further, faults);
  }

  /// {@return the scenario as one line, see [ScenarioText]}
  @Override
  public String toString() {
    return ScenarioText.print(this);
  }

  /// A page of the stack that is mapped.
  ///
  /// @param page its offset from the start of the VMA, in pages
  /// @param kind what its entry is
  public record Fill(int page, Kind kind) {}

  /// What a page-table entry of the stack holds.
  public enum Kind {
    /// A writable, dirty anonymous page.
    PRESENT('p'),
    /// A clean page mapped read-only.
    READ_ONLY('r'),
    /// A page that was swapped out.
    SWAPPED('s');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    /// {@return its letter in the text of a scenario}
    public char letter() {
      return letter;
    }
  }

  /// Another VMA.
  ///
  /// @param side where it lies
  /// @param gap between it and the stack VMA, in pages; below the stack a gap smaller than the
  ///   shift puts it into the way
  /// @param length in pages
  /// @param populated whether its first and last page are mapped
  public record Neighbour(Side side, int gap, int length, boolean populated) {}

  /// Where a neighbour lies.
  public enum Side {
    /// At lower addresses than the stack.
    BELOW,
    /// At higher addresses than the stack.
    ABOVE
  }

  /// Properties of a layout that it has or has not.
  public enum Trait {
    /// The stack VMA has an `anon_vma`.
    ANON_VMA,
    /// The stack VMA is `VM_LOCKED`.
    LOCKED,
    /// The stack VMA is marked as being set up (`VM_STACK_INCOMPLETE_SETUP`), as in exec.
    INCOMPLETE,
    /// Every mapped page was touched before the run, so the TLB knows it.
    TLB,
    /// A page table stands at the target already, empty.
    TARGET_TABLE;

    /// {@return its word in the text of a scenario}
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
