package org.mmlens.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mmlens.explore.Evidence;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.report.TextReport.Room;
import org.mmlens.review.Verdict;

/// What was run: the last paragraph on a patch.
final class TextEvidence {

  private static final int MOST_MISSING = 3;
  private static final int MOST_NAMES = 4;
  private static final String HANGING = "              ";

  private TextEvidence() {}

  /// {@return what a verdict rests on, if anything was run}
  static Optional<Evidence> of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoDifference(var evidence, _) -> Optional.of(evidence);
      case Verdict.Different(var evidence, _) -> Optional.of(evidence);
      case Verdict.Inconclusive(_, var evidence) -> evidence;
      case Verdict.NotRun _, Verdict.NotReviewed _ -> Optional.empty();
    };
  }

  static void write(TextPage page, Verdict verdict, Room room) {
    of(verdict)
        .ifPresent(
            evidence -> {
              page.blank();
              (switch (room) {
                    case FULL -> lines(evidence);
                    case ALONE -> shortLines(evidence);
                    case AMONG_OTHERS ->
                        Map.of("ran", ran(evidence) + "; branches " + coverage(evidence));
                  })
                  .forEach(
                      (label, text) ->
                          page.prose(
                              "  %-12s".formatted(label), Ink.QUIET, HANGING, Printable.of(text)));
              if (verdict instanceof Verdict.NoDifference) {
                page.prose("  ", Ink.QUIET, "  ", "this is testing, not proof");
              }
            });
  }

  /// Without the names of the functions that Java answers.
  private static Map<String, String> shortLines(Evidence e) {
    Map<String, String> lines = lines(e);
    lines.computeIfPresent("relied on", (_, _) -> models(e.models(), 0));
    return lines;
  }

  /// {@return label and text of each line, in order}
  static Map<String, String> lines(Evidence e) {
    Map<String, String> lines = new java.util.LinkedHashMap<>();
    lines.put(
        "entry",
        e.entryBefore().equals(e.entryAfter())
            ? e.entryAfter()
            : e.entryBefore() + " -> " + e.entryAfter());
    lines.put("ran", ran(e));
    lines.put("branches", coverage(e));
    if (!e.coverageAfter().missing().isEmpty()) {
      lines.put("never ran", missing(e.coverageAfter().missing()));
    }
    lines.put("relied on", models(e.models(), MOST_NAMES));
    return lines;
  }

  private static String coverage(Evidence e) {
    return "before %s, after %s".formatted(of(e.coverageBefore()), of(e.coverageAfter()));
  }

  /// {@return a sentence on how much of the changed functions ran}
  static String branches(Evidence e) {
    return "branches taken in the entry and in changed functions: " + coverage(e);
  }

  private static String ran(Evidence e) {
    var text = new StringBuilder(Headline.runs(e));
    if (e.contractBreaking() > 0) {
      text.append(", %,d layouts outside the contract".formatted(e.contractBreaking()));
    }
    if (e.undecided() > 0) {
      text.append(", ").append(ScenarioWords.count(e.undecided(), "run")).append(" undecided");
    }
    if (e.stoppedAlike() > 0) {
      text.append(", ")
          .append(ScenarioWords.count(e.stoppedAlike(), "run"))
          .append(" that both sides end with the same crash");
    }
    text.append("; seed ").append(Long.toUnsignedString(e.seed()));
    if (!e.complete()) {
      text.append("; not all that was planned");
    }
    if (e.sameCode()) {
      text.append("; no function that ran was changed");
    }
    return text.toString();
  }

  private static String of(Evidence.Coverage c) {
    return c.total() == 0 ? "none to take" : "%d of %d".formatted(c.taken(), c.total());
  }

  private static String missing(List<Evidence.Missing> missing) {
    String first =
        missing.stream()
            .limit(MOST_MISSING)
            .map(m -> "%s %s(): '%s' %s".formatted(m.at(), m.function(), m.condition(), m.never()))
            .collect(Collectors.joining("; "));
    int rest = missing.size() - MOST_MISSING;
    return rest > 0 ? first + "; %d more".formatted(rest) : first;
  }

  private static String models(List<Evidence.Model> models, int names) {
    if (models.isEmpty()) {
      return "the tree's own source alone";
    }
    Map<String, List<Evidence.Model>> byFidelity =
        models.stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.fidelity().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
    return ScenarioWords.count(models.size(), "kernel function")
        + " answered by Java: "
        + byFidelity.entrySet().stream()
            .map(e -> group(e.getKey(), e.getValue(), names))
            .collect(Collectors.joining(", "));
  }

  private static String group(String fidelity, List<Evidence.Model> models, int most) {
    String count = "%d %s".formatted(models.size(), fidelity);
    if (fidelity.equals("exact") || most == 0) {
      return count;
    }
    String names =
        models.stream().limit(most).map(m -> m.name() + "()").collect(Collectors.joining(", "));
    return count + " (" + names + (models.size() > most ? ", ..." : "") + ")";
  }
}
