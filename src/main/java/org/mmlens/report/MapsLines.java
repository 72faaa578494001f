package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mmlens.lens.Outcome;

/// The VMAs of an outcome in the form of `/proc/PID/maps` (`show_map_vma()` in
/// `fs/proc/task_mmu.c`).
///
/// That file does not tell `vm_pgoff` of anonymous memory, `anon_vma` and most flags. Where a VMA
/// is not the same in them on the other side, they follow on a second line in the manner of smaps.
final class MapsLines {

  private static final String NO_FILE = " 00000000 00:00 0    ";

  private MapsLines() {}

  /// {@return a line or two a VMA, and one for each range of the maple tree if that says something
  /// else than the VMAs' own fields, here or on the other side}
  ///
  /// @param outcome of one run
  /// @param other of the same scenario on the other side
  static List<String> of(Outcome outcome, Outcome other) {
    Set<String> shared = other.vmas().stream().map(MapsLines::details).collect(Collectors.toSet());
    var lines = new ArrayList<String>();
    for (Outcome.Vma vma : outcome.vmas()) {
      String[] flags = vma.flags().split(" ", 2);
      lines.add(Hex.range(vma.start(), vma.end()) + " " + flags[0] + NO_FILE + bracket(vma.name()));
      if (!shared.contains(details(vma))) {
        lines.add("  " + details(vma));
      }
    }
    if (!treeAgrees(outcome) || !treeAgrees(other)) {
      for (Outcome.TreeRange range : outcome.tree()) {
        lines.add("maple tree: " + Hex.range(range.start(), range.end()) + " " + range.name());
      }
    }
    return lines;
  }

  private static String bracket(String name) {
    return "[" + name + "]";
  }

  private static String details(Outcome.Vma vma) {
    String[] flags = vma.flags().split(" ", 2);
    return "vm_pgoff %x  %s%s"
        .formatted(
            vma.pgoff(),
            vma.anonVma() ? "anon_vma" : "no anon_vma",
            flags.length > 1 ? "  VmFlags: " + flags[1] : "");
  }

  /// {@return whether the tree holds each VMA at just the range its fields name}
  ///
  /// Gaps have no name.
  static boolean treeAgrees(Outcome outcome) {
    var byTree =
        outcome.tree().stream()
            .filter(r -> !r.name().isEmpty())
            .map(r -> Hex.range(r.start(), r.end()) + r.name())
            .toList();
    var byFields =
        outcome.vmas().stream().map(v -> Hex.range(v.start(), v.end()) + v.name()).toList();
    return byTree.equals(byFields);
  }
}
