package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mmlens.diag.Position;
import org.mmlens.review.ValueUses.Use;

/// Findings that say of which parts of a change no run says anything.
final class UnrunFindings {

  /// Of how many more places it is said where they are.
  private static final int MOST = 8;

  private UnrunFindings() {}

  static List<Finding> of(Unrun unrun) {
    List<Finding> findings = new ArrayList<>();
    if (!unrun.ranges().isEmpty()) {
      int n = unrun.ranges().stream().mapToInt(Uncompiled.Range::lines).sum();
      findings.add(
          finding(
              "no run came to %d changed line%s from here on; no verdict on behaviour speaks of %s"
                  .formatted(n, n == 1 ? "" : "s", n == 1 ? "it" : "them"),
              unrun.ranges().stream().map(Uncompiled.Range::at).toList(),
              "and from %s on"));
    }
    if (!unrun.elsewhere().isEmpty()) {
      int n = unrun.elsewhere().size();
      findings.add(
          finding(
              "a macro, type or declaration changes the code of %s; no verdict on behaviour speaks of %s"
                  .formatted(
                      n == 1 ? "a line that no run came to" : n + " lines that no run came to",
                      n == 1 ? "it" : "them"),
              unrun.elsewhere(),
              "and %s"));
    }
    Map<Use, List<ChangedValue>> values =
        unrun.values().stream().collect(Collectors.groupingBy(ChangedValue::use));
    values
        .getOrDefault(Use.NONE, List.of())
        .forEach(
            v ->
                findings.add(
                    finding(
                        "no run read what changes of the initial value of %s; no verdict on behaviour speaks of it"
                            .formatted(v.name()),
                        List.of(v.at()),
                        "")));
    values
        .getOrDefault(Use.PERHAPS, List.of())
        .forEach(
            v ->
                findings.add(
                    finding(
                        "runs came to code that uses %s, but whether they read what changes of its initial value is not known"
                            .formatted(v.name()),
                        List.of(v.at()),
                        "")));
    return findings;
  }

  private static Finding finding(String message, List<Position> places, String also) {
    List<String> evidence =
        new ArrayList<>(places.stream().skip(1).limit(MOST).map(at -> also.formatted(at)).toList());
    if (places.size() - 1 > MOST) {
      evidence.add("and %d more places".formatted(places.size() - 1 - MOST));
    }
    return new Finding(
        Finding.Severity.NOTE, "lines-not-run", places.getFirst(), message, evidence);
  }
}
