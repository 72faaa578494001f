package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.mmlens.lens.Scenario;

/// A scenario in words.
final class ScenarioWords {

  private ScenarioWords() {}

  /// {@return one sentence without full stop, e.g. `a stack of 2 pages moves down by 1 page`}
  static String of(Scenario s) {
    var parts = new ArrayList<String>();
    parts.add("a stack of %s moves down by %s".formatted(count(s.length(), "page"), shift(s)));
    parts.add(fills(s.pages()));
    s.neighbours().forEach(n -> parts.add(neighbour(n)));
    s.traits().stream().sorted().map(ScenarioWords::trait).forEach(parts::add);
    if (s.flags() != 0) {
      parts.add("vm_flags 0x%x besides".formatted(s.flags()));
    }
    fault("allocation", "fails", s.faults().allocations()).ifPresent(parts::add);
    fault("slab allocation", "fails", s.faults().slab()).ifPresent(parts::add);
    fault("page allocation", "fails", s.faults().pages()).ifPresent(parts::add);
    fault("wait", "is ended by a signal", s.faults().interrupts()).ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private static Optional<String> fault(String noun, String verb, SortedSet<Integer> which) {
    String numbers = which.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    return which.isEmpty() ? Optional.empty() : Optional.of(noun + ' ' + numbers + ' ' + verb);
  }

  /// {@return `1 page`, `2 pages`}
  static String count(long n, String noun) {
    return "%,d %s%s".formatted(n, noun, n == 1 ? "" : "s");
  }

  private static String shift(Scenario s) {
    return s.shift() > 0 && s.shift() % Scenario.PAGE == 0
        ? count(s.shift() / Scenario.PAGE, "page")
        : "0x" + Long.toHexString(s.shift()) + " bytes";
  }

  private static String fills(List<Scenario.Fill> pages) {
    if (pages.isEmpty()) {
      return "none of it mapped";
    }
    String which =
        pages.stream().map(f -> f.page() + kind(f.kind())).collect(Collectors.joining(", "));
    return (pages.size() == 1 ? "page " : "pages ") + which + " mapped";
  }

  private static String kind(Scenario.Kind kind) {
    return switch (kind) {
      case PRESENT -> "";
      case READ_ONLY -> " (read-only)";
      case SWAPPED -> " (swapped)";
    };
  }

  private static String neighbour(Scenario.Neighbour n) {
    String distance = n.gap() == 0 ? "adjacent" : count(n.gap(), "page") + " away";
    String side =
        switch (n.side()) {
          case BELOW -> "below";
          case ABOVE -> "above";
        };
    return "a VMA of %s %s, %s".formatted(count(n.length(), "page"), side, distance);
  }

  private static String trait(Scenario.Trait trait) {
    return switch (trait) {
      case ANON_VMA -> "has anon_vma";
      case LOCKED -> "VM_LOCKED";
      case INCOMPLETE -> "VM_STACK_INCOMPLETE_SETUP";
      case TLB -> "its pages are in the TLB";
      case TARGET_TABLE -> "an empty page table is at the target";
    };
  }
}
