package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.diag.Position;
import org.mmlens.tree.SourceTree;

/// Checks that a change takes away: a `WARN_ON()` that fires in no run can go without any
/// difference in behaviour, and still somebody wanted it there. So it is with places where other
/// tasks may run: a run has none.
///
/// Checks are counted by macro over all files of the change, so that one that moves, or is spelt
/// otherwise, is not taken for lost.
final class LostChecks {

  /// Macros of include/asm-generic/bug.h, include/linux/mmdebug.h, lockdep.h, mmap_lock.h and
  /// sched.h.
  private static final Pattern CHECK =
      Pattern.compile(
          "\\b((?:VM_)?(?:WARN|BUG)(?:_ON)?(?:_[A-Z]+)*|lockdep_assert\\w*|\\w*assert\\w*locked\\w*|might_(?:sleep|fault|alloc|resched)\\w*|cond_resched\\w*)\\s*\\(");

  private final Map<String, List<Place>> byMacro = new TreeMap<>();

  private record Place(Position at, String text) {}

  private LostChecks(SourceTree tree, Iterable<String> paths) {
    for (String path : paths) {
      List<String> lines = tree.text(path).map(t -> t.lines().toList()).orElse(List.of());
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!Uncompiled.hasCode(line) || line.stripLeading().startsWith("#")) {
          continue;
        }
        Matcher found = CHECK.matcher(line);
        while (found.find()) {
          byMacro
              .computeIfAbsent(found.group(1), _ -> new ArrayList<>())
              .add(new Place(Position.ofLine(path, i + 1), line.strip()));
        }
      }
    }
  }

  /// {@return a finding for each macro of which fewer checks are left}
  ///
  /// @param change the two trees
  static List<Finding> of(Reviewer.Change change) {
    var before = new LostChecks(change.before(), change.paths());
    var after = new LostChecks(change.after(), change.paths());
    List<Finding> findings = new ArrayList<>();
    before.byMacro.forEach(
        (macro, places) -> {
          List<Place> left = after.byMacro.getOrDefault(macro, List.of());
          int lost = places.size() - left.size();
          if (lost > 0) {
            findings.add(finding(macro, lost, gone(places, left)));
          }
        });
    return findings;
  }

  private static List<Place> gone(List<Place> places, List<Place> left) {
    List<String> texts = new ArrayList<>(left.stream().map(Place::text).toList());
    return places.stream().filter(place -> !texts.remove(place.text())).toList();
  }

  private static Finding finding(String macro, int lost, List<Place> gone) {
    List<String> evidence =
        new ArrayList<>(gone.stream().map(place -> place.at() + " " + place.text()).toList());
    Position at = gone.getFirst().at();
    String message = lost == 1 ? "a " + macro + "() is gone" : lost + " " + macro + "() are gone";
    if (macro.startsWith("cond_resched")) {
      evidence.add("no run can tell: there is no other task that could go on");
      return new Finding(Finding.Severity.NOTE, "resched-removed", at, message, evidence);
    }
    evidence.add("where a check fires in no run, that it is gone is no difference in behaviour");
    return new Finding(Finding.Severity.NOTE, "check-removed", at, message, evidence);
  }
}
