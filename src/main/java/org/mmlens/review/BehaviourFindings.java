package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.explore.Limits;
import org.mmlens.lens.Outcome;

/// Findings about behaviour: what differs, what is not as certain as it looks.
final class BehaviourFindings {

  /// A longer summary is evidence, and not part of the sentence.
  private static final int LONGEST_SUMMARY = 120;

  /// Of how many checks that may be others it is said which.
  private static final int MOST_CHECKS = 4;

  private BehaviourFindings() {}

  /// The function that was run.
  ///
  /// @param lead what a sentence on it begins with
  /// @param at where it is
  private record Entry(String lead, Position at) {}

  static List<Finding> of(
      Reviewer.Change change,
      Behaviour.Compared compared,
      ChangedCode changed,
      Side before,
      Side after) {
    List<Finding> findings = new ArrayList<>();
    Entry entry =
        after instanceof Side.Ready ready
            ? new Entry(ready.entry().name() + "(): ", ready.entry().at())
            : new Entry("", Position.ofFile(""));
    switch (compared.verdict()) {
      case Verdict.Different(_, var differences) ->
          differences.forEach(d -> findings.add(difference(d, entry, change)));
      case Verdict.NoDifference(Evidence evidence, var notes) -> {
        notes.forEach(d -> findings.add(difference(d, entry, change)));
        stopped(evidence, entry).ifPresent(findings::add);
        notTornDown(before, entry)
            .or(() -> notTornDown(after, entry))
            .or(() -> partlyTornDown(evidence, entry))
            .ifPresent(findings::add);
        otherChecks(evidence.limits(), entry).ifPresent(findings::add);
        stubs(evidence)
            .ifPresent(
                f ->
                    findings.add(
                        new Finding(
                            Finding.Severity.NOTE,
                            "stub-called",
                            entry.at(),
                            "the verdict rests on models that do nothing",
                            f)));
      }
      case Verdict.Inconclusive _, Verdict.NotRun _, Verdict.NotReviewed _ -> {
        // the verdict itself says why
      }
    }
    if (!(compared.verdict() instanceof Verdict.NotReviewed)) {
      for (String name : compared.notRun()) {
        Position at = changed.functions().get(name);
        if (at != null) {
          findings.add(notRun(name, at));
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> stopped(Evidence evidence, Entry entry) {
    if (evidence.stoppedAlike() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Severity.NOTE,
            "both-stop",
            entry.at(),
            entry.lead()
                + "both sides stop in the same way in %,d of %,d runs; nothing after that was compared"
                    .formatted(
                        evidence.stoppedAlike(), evidence.scenarios() + evidence.faultPlans()),
            List.of("most often: " + evidence.stoppedBy())));
  }

  private static Optional<Finding> notTornDown(Side side, Entry entry) {
    return side instanceof Side.Ready ready && !ready.rig().notTornDown().isEmpty()
        ? Optional.of(
            new Finding(
                Finding.Severity.NOTE,
                "exit-not-run",
                entry.at(),
                "address spaces are not taken down after the runs: leaks that only this shows were"
                    + " not looked for",
                List.of(ready.rig().notTornDown())))
        : Optional.empty();
  }

  private static Optional<Finding> partlyTornDown(Evidence evidence, Entry entry) {
    Limits limits = evidence.limits();
    return limits.notTornDown() == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Finding.Severity.NOTE,
                "exit-not-run",
                entry.at(),
                "after %,d of %,d runs address spaces are not taken down to the end: leaks that only this shows were not looked for there"
                    .formatted(limits.notTornDown(), evidence.scenarios() + evidence.faultPlans()),
                List.of("most often: " + limits.notTornDownBy())));
  }

  private static Optional<Finding> otherChecks(Limits limits, Entry entry) {
    if (limits.otherChecks().isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    for (Limits.Met met : limits.otherChecks().stream().limit(MOST_CHECKS).toList()) {
      evidence.add("before: " + met.before());
      evidence.add("after: " + met.after());
      evidence.add(
          "%s, the first: %s"
              .formatted(met.runs() == 1 ? "1 run" : met.runs() + " runs", met.scenario()));
    }
    return Optional.of(
        new Finding(
            Finding.Severity.NOTE,
            "other-check",
            limits.otherChecks().getFirst().after().at(),
            entry.lead()
                + "both sides warn equally often in every run, but not by checks that go with one"
                + " another one to one",
            evidence));
  }

  private static Optional<List<String>> stubs(Evidence evidence) {
    List<String> names =
        evidence.models().stream()
            .filter(m -> m.fidelity().equals("stub"))
            .map(m -> "stub called: " + m.name() + "(), " + m.calls() + " times")
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /// {@return that nothing is said of changed lines}
  static Finding uncompiled(Uncompiled.Range range) {
    return new Finding(
        Finding.Severity.NOTE,
        "not-compiled",
        range.at(),
        "%d changed line%s from here on %s not compiled under this configuration"
            .formatted(
                range.lines(), range.lines() == 1 ? "" : "s", range.lines() == 1 ? "is" : "are"),
        List.of("no verdict on behaviour speaks of them; --config chooses another configuration"));
  }

  /// {@return that nothing is said of changed files, if there are such}
  static Optional<Finding> unread(List<String> paths) {
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Finding.Severity.NOTE,
                "file-not-compiled",
                Position.ofFile(paths.getFirst()),
                "%d changed file%s not compiled for the lens; no verdict on behaviour speaks of %s"
                    .formatted(
                        paths.size(),
                        paths.size() == 1 ? " is" : "s are",
                        paths.size() == 1 ? "it" : "them"),
                paths));
  }

  private static Finding notRun(String name, Position at) {
    return new Finding(
        Finding.Severity.NOTE,
        "changed-not-run",
        at,
        name + "() is changed but the lens does not run it",
        List.of("no verdict on behaviour speaks of " + name + "()"));
  }

  private static Finding difference(Difference d, Entry entry, Reviewer.Change change) {
    List<String> evidence = new ArrayList<>();
    evidence.add(d.summary());
    evidence.add("scenario: " + d.scenario());
    evidence.add("%,d scenarios differ for this cause".formatted(d.scenariosDiffering()));
    d.parting()
        .ifPresent(
            p -> {
              p.before().ifPresent(e -> evidence.add("before: " + text(e)));
              p.after().ifPresent(e -> evidence.add("after: " + text(e)));
            });
    return new Finding(
        severity(d),
        rule(d),
        d.causes().stream().findFirst().or(() -> place(d, change.paths())).orElse(entry.at()),
        entry.lead() + message(d),
        evidence);
  }

  private static Finding.Severity severity(Difference d) {
    if (d.orderOnly()) {
      return Finding.Severity.NOTE;
    }
    return d.withinContract() ? Finding.Severity.ERROR : Finding.Severity.WARNING;
  }

  private static String rule(Difference d) {
    if (d.orderOnly()) {
      return "effect-order";
    }
    return d.withinContract() ? "behaviour-changed" : "behaviour-outside-contract";
  }

  private static String message(Difference d) {
    if (d.orderOnly()) {
      return d.summary();
    }
    String title = d.observable().title();
    return title
        + (title.endsWith("s") ? " differ" : " differs")
        + (d.withinContract() ? "" : ", but only for input no caller makes")
        + (d.summary().length() <= LONGEST_SUMMARY ? " (" + d.summary() + ")" : "");
  }

  /// Where the run after the patch crashed, or else where the runs part, if that is in a file the
  /// patch touches.
  private static Optional<Position> place(Difference d, Set<String> touched) {
    Stream<Position> crash =
        d.after().ending() instanceof Outcome.Ending.Stopped(_, _, var frames)
            ? frames.stream().map(Outcome.Frame::at)
            : Stream.of();
    Stream<Position> parting =
        d.parting().stream()
            .flatMap(p -> Stream.of(p.after(), p.before()))
            .flatMap(Optional::stream)
            .flatMap(e -> e.at().stream())
            .map(Outcome.Frame::at);
    return Stream.concat(crash, parting).filter(at -> touched.contains(at.path())).findFirst();
  }

  private static String text(Outcome.Event e) {
    return e.text() + e.at().map(f -> " (" + f.function() + "() " + f.at() + ")").orElse("");
  }
}
