package org.mmlens.explore;

import static org.mmlens.lens.Scenario.Kind.PRESENT;
import static org.mmlens.lens.Scenario.Kind.READ_ONLY;
import static org.mmlens.lens.Scenario.Kind.SWAPPED;
import static org.mmlens.lens.Scenario.PAGE;
import static org.mmlens.lens.Scenario.Side.ABOVE;
import static org.mmlens.lens.Scenario.Side.BELOW;
import static org.mmlens.lens.Scenario.Trait.ANON_VMA;
import static org.mmlens.lens.Scenario.Trait.INCOMPLETE;
import static org.mmlens.lens.Scenario.Trait.LOCKED;
import static org.mmlens.lens.Scenario.Trait.TARGET_TABLE;
import static org.mmlens.lens.Scenario.Trait.TLB;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Trait;

/// The scenarios that are run, in the order in which they are run: small layouts first, those that
/// break the contract last.
///
/// The axes are written down here as data. Page tables of x86-64 reach 2 MiB (PTE table), 1 GiB
/// (PMD table), 512 GiB (PUD table); every axis has values on both sides of those, since
/// `free_pgd_range()` decides by them what may be freed.
public final class ScenarioSpace {

  /// Bytes that one page of PTEs reaches.
  private static final long PTE_TABLE = 512 * PAGE;

  /// Bytes that one page of PMDs reaches.
  private static final long PMD_TABLE = 512 * PTE_TABLE;

  /// Bytes that one page of PUDs reaches.
  private static final long PUD_TABLE = 512 * PMD_TABLE;

  /// What the tables of each level reach.
  static final List<Long> REACHES = List.of(PTE_TABLE, PMD_TABLE, PUD_TABLE);

  /// The last page of user space is never mapped; stacks end here in a new program.
  static final long STACK_TOP = 0x7fff_ffff_f000L;

  private static final long PMD_EDGE = 0x7fff_0000_0000L - 0x3fc0_0000L;
  private static final long PUD_EDGE = 0x7ffe_c000_0000L;
  private static final long PGD_EDGE = 0x7f00_0000_0000L;

  /// Where a stack ends: at a boundary of each level, and just above one.
  private static final long[] ENDS = {
    STACK_TOP,
    PMD_EDGE + 9 * PAGE,
    PMD_EDGE,
    PMD_EDGE + PAGE,
    PUD_EDGE,
    PUD_EDGE + 2 * PAGE,
    PGD_EDGE,
    PGD_EDGE + PAGE
  };

  private static final int[] LENGTHS = {1, 2, 3, 5};

  /// Where the stack of a 32-bit program ends, which begins at the same top as any other: below 4
  /// GiB, at 3 GiB, and as low as `mmap_min_addr` lets it with three pages.
  private static final long[] LOW_ENDS = {0xffff_e000L, 0xc000_0000L, 0x1_3000L};

  static final Set<Trait> AS_IN_EXEC = EnumSet.of(ANON_VMA, INCOMPLETE, TLB);

  private ScenarioSpace() {}

  /// Made when it is first asked for.
  private static final class All {
    static final List<Scenario> LIST = make();
  }

  /// {@return all scenarios, without faults and without repetitions}
  public static List<Scenario> all() {
    return All.LIST;
  }

  private static List<Scenario> make() {
    List<Scenario> inOrder = new ArrayList<>();
    inOrder.addAll(small());
    inOrder.addAll(neighbours());
    inOrder.addAll(traits());
    inOrder.addAll(large());
    inOrder.addAll(low());
    inOrder.sort(Comparator.comparingLong(ScenarioSpace::weight));
    inOrder.addAll(outsideContract());
    return inOrder.stream().filter(ScenarioSpace::fits).distinct().toList();
  }

  /// How much there is to look at in a scenario: what is lighter is run first.
  static long weight(Scenario s) {
    return s.length() * 4L
        + Math.min(64, s.shift() / PAGE)
        + s.neighbours().size() * 3L
        + s.faults().size() * 5L
        + Math.abs(s.traits().size() - AS_IN_EXEC.size());
  }

  /// Every position, short lengths and shifts, all pages mapped.
  private static List<Scenario> small() {
    List<Scenario> list = new ArrayList<>();
    for (long end : ENDS) {
      for (int length : LENGTHS) {
        for (long pages : new long[] {1, 2, length, length + 1, 8, 511, 512, 513}) {
          list.add(scenario(end, length, pages * PAGE, every(length), List.of(), AS_IN_EXEC));
          list.add(scenario(end, length, pages * PAGE, mixed(length), List.of(), AS_IN_EXEC));
        }
      }
    }
    return list;
  }

  /// Other VMAs at each distance that matters: in the way, touching the target, sharing a table.
  private static List<Scenario> neighbours() {
    List<Scenario> list = new ArrayList<>();
    for (long end : ENDS) {
      for (int length : new int[] {1, 2, 4}) {
        for (int shift : new int[] {1, 2, 3, length + 1}) {
          for (List<Neighbour> around : surroundings(shift)) {
            list.add(scenario(end, length, shift * PAGE, every(length), around, AS_IN_EXEC));
          }
        }
      }
    }
    return list;
  }

  private static List<List<Neighbour>> surroundings(int shift) {
    List<List<Neighbour>> list = new ArrayList<>();
    for (int gap : new int[] {0, 1, 3, 511}) {
      list.add(List.of(new Neighbour(ABOVE, gap, 1, true)));
    }
    for (int gap : new int[] {0, Math.max(0, shift - 1), shift, shift + 1, shift + 511}) {
      list.add(List.of(new Neighbour(BELOW, gap, 1, true)));
      list.add(List.of(new Neighbour(BELOW, gap, 2, true), new Neighbour(ABOVE, 0, 2, true)));
    }
    list.add(List.of(new Neighbour(BELOW, shift + 1, 1, false), new Neighbour(ABOVE, 2, 1, false)));
    return list;
  }

  /// One property of the layout at a time taken away or added, and different pages mapped.
  private static List<Scenario> traits() {
    List<Scenario> list = new ArrayList<>();
    List<Set<Trait>> sets =
        List.of(
            EnumSet.noneOf(Trait.class),
            EnumSet.of(TLB),
            EnumSet.of(ANON_VMA, TLB),
            EnumSet.of(ANON_VMA, INCOMPLETE),
            EnumSet.of(ANON_VMA, INCOMPLETE, TLB, LOCKED),
            EnumSet.of(ANON_VMA, INCOMPLETE, TLB, TARGET_TABLE));
    for (long end : new long[] {STACK_TOP, PMD_EDGE, PMD_EDGE + PAGE, PUD_EDGE + 2 * PAGE}) {
      for (Set<Trait> set : sets) {
        for (int length : new int[] {1, 3}) {
          for (int shift : new int[] {1, 4, 512}) {
            list.add(scenario(end, length, shift * PAGE, every(length), List.of(), set));
            list.add(scenario(end, length, shift * PAGE, List.of(), List.of(), set));
            list.add(scenario(end, length, shift * PAGE, last(length), List.of(), set));
          }
        }
      }
    }
    return list;
  }

  /// Lengths and shifts that need several tables, and moves of whole tables.
  private static List<Scenario> large() {
    List<Scenario> list = new ArrayList<>();
    for (long end : new long[] {STACK_TOP, PMD_EDGE, PUD_EDGE, PGD_EDGE, PGD_EDGE + 7 * PAGE}) {
      for (int length : new int[] {33, 511, 512, 513, 1024}) {
        for (long shift : new long[] {PAGE, 8 * PAGE, PTE_TABLE, PTE_TABLE + PAGE, 2 * PTE_TABLE}) {
          list.add(scenario(end, length, shift, sparse(length), List.of(), AS_IN_EXEC));
        }
      }
      for (long shift :
          new long[] {PMD_TABLE, PMD_TABLE + PAGE, PUD_TABLE, PUD_TABLE + PTE_TABLE}) {
        list.add(scenario(end, 2, shift, every(2), List.of(), AS_IN_EXEC));
        list.add(
            scenario(
                end, 2, shift, every(2), List.of(new Neighbour(ABOVE, 1, 1, true)), AS_IN_EXEC));
      }
    }
    return list;
  }

  /// Shifts greater than the address they lead to.
  private static List<Scenario> low() {
    List<Scenario> list = new ArrayList<>();
    for (long low : LOW_ENDS) {
      for (int length : new int[] {1, 3}) {
        list.add(
            scenario(STACK_TOP, length, STACK_TOP - low, every(length), List.of(), AS_IN_EXEC));
        list.add(
            scenario(
                PGD_EDGE,
                length,
                PGD_EDGE - low,
                mixed(length),
                List.of(new Neighbour(ABOVE, 1, 1, true)),
                AS_IN_EXEC));
      }
    }
    return list;
  }

  /// Inputs no caller makes. A difference on these alone is a note.
  private static List<Scenario> outsideContract() {
    List<Scenario> list = new ArrayList<>();
    for (int length : new int[] {1, 3}) {
      for (long shift :
          new long[] {0, 1, PAGE / 2, PAGE + 1, -PAGE, -2 * PAGE, STACK_TOP, Long.MIN_VALUE, -1}) {
        list.add(scenario(STACK_TOP, length, shift, every(length), List.of(), AS_IN_EXEC));
        list.add(
            scenario(
                PMD_EDGE,
                length,
                shift,
                every(length),
                List.of(new Neighbour(ABOVE, 3, 1, true)),
                AS_IN_EXEC));
      }
    }
    return list;
  }

  static Scenario scenario(
      long end, int length, long shift, List<Fill> pages, List<Neighbour> around, Set<Trait> with) {
    return new Scenario(end, length, shift, pages, around, with, new TreeSet<>());
  }

  static List<Fill> every(int length) {
    List<Fill> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      list.add(new Fill(i, PRESENT));
    }
    return list;
  }

  private static List<Fill> last(int length) {
    return List.of(new Fill(length - 1, PRESENT));
  }

  /// Kinds in turn, with holes: `p`, none, `r`, `s`, `p`, …
  private static List<Fill> mixed(int length) {
    List<Fill> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      switch (i % 4) {
        case 0 -> list.add(new Fill(i, i == 0 && length > 1 ? SWAPPED : PRESENT));
        case 2 -> list.add(new Fill(i, READ_ONLY));
        case 3 -> list.add(new Fill(i, SWAPPED));
        default -> {
          // a hole
        }
      }
    }
    return list;
  }

  /// The pages at both ends and at every table boundary's distance from the start.
  static List<Fill> sparse(int length) {
    TreeSet<Integer> at = new TreeSet<>();
    for (int p : new int[] {0, 1, 2, 510, 511, 512, 513, length - 2, length - 1}) {
      if (p >= 0 && p < length) {
        at.add(p);
      }
    }
    return at.stream().map(p -> new Fill(p, PRESENT)).toList();
  }

  /// Whether all VMAs of the layout lie in user space.
  static boolean fits(Scenario s) {
    for (Neighbour n : s.neighbours()) {
      if (n.side() == ABOVE && s.end() + (n.gap() + n.length()) * PAGE > STACK_TOP) {
        return false;
      }
    }
    return s.end() <= STACK_TOP;
  }
}
