package org.mmlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.config.Layers;
import org.mmlens.config.Row;
import org.mmlens.config.Setting;
import org.mmlens.diag.Diagnostic;
import org.mmlens.report.Printable;
import org.mmlens.review.Expectations;
import org.mmlens.review.Expected;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;

/// What configuration files declare to be as it should be: the rows of `[[expected]]`.
///
/// @param entries in the order of the files
record Declared(List<Expected> entries) {

  /// The name of the table.
  static final String TABLE = "expected";

  /// Nothing is declared.
  static final Declared NOTHING = new Declared(List.of());

  private static final String CODE = "config-expected";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  Declared {
    entries = List.copyOf(entries);
  }

  /// {@return what the files declare; a row that does not say what it means is refused}
  static Declared in(Layers layers) {
    List<Expected> entries = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Row row : layers.rows(TABLE)) {
      Optional<Diagnostic> problem = problem(row);
      problem.ifPresent(problems::add);
      if (problem.isEmpty()) {
        String where = row.place().at().path() + ":" + row.place().at().line();
        entries.add(new Expected(aim(row), row.word("reason").orElseThrow(), where));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ExitCode.USAGE, problems);
    }
    return new Declared(entries);
  }

  private static Optional<Diagnostic> problem(Row row) {
    boolean behaviour = row.word("function").isPresent() && row.word("observable").isPresent();
    boolean either = row.word("function").isPresent() || row.word("observable").isPresent();
    Optional<String> fingerprint = row.word("fingerprint");
    if (row.word("reason").isEmpty()) {
      return Optional.of(row.place().error(CODE, "expected a 'reason' in this '[[expected]]'"));
    }
    if (fingerprint.isPresent() ? either : !behaviour) {
      return Optional.of(
          row.place()
              .error(
                  CODE,
                  "expected 'function' and 'observable' in this '[[expected]]', or else"
                      + " 'fingerprint'"));
    }
    return row.cell("fingerprint")
        .filter(cell -> !FINGERPRINT.matcher(cell.word()).matches())
        .map(
            cell ->
                cell.place()
                    .error(CODE, "found '%s', expected 16 hex digits".formatted(cell.word()))
                    .withHint("every finding of --format json has one"));
  }

  private static Expected.Aim aim(Row row) {
    return row.word("fingerprint")
        .<Expected.Aim>map(Expected.Fingerprint::new)
        .orElseGet(
            () ->
                new Expected.Behaviour(
                    row.word("function").orElseThrow(),
                    Set.copyOf(row.cell("observable").map(Setting::words).orElse(List.of()))));
  }

  /// {@return what is declared of things that are seen without running anything}
  Declared withoutBehaviour() {
    return new Declared(
        entries.stream().filter(e -> e.aim() instanceof Expected.Fingerprint).toList());
  }

  /// {@return the review with what was declared marked in it}
  Review mark(Review review, Surroundings here, Verbosity verbosity) {
    Review marked = Expectations.mark(review, entries);
    if (verbosity != Verbosity.QUIET) {
      long count =
          Stream.concat(marked.patches().stream(), marked.whole().stream())
              .flatMap(part -> part.findings().stream())
              .map(Finding::expected)
              .filter(Optional::isPresent)
              .count();
      if (count > 0) {
        here.say(
            "mmlens: %d finding%s declared as expected, and not counted"
                .formatted(count, count == 1 ? " is" : "s are"));
      }
      int before = review.placing().decisions().size();
      marked.placing().decisions().stream()
          .skip(before)
          .forEach(line -> here.say("mmlens: " + Printable.of(line)));
    }
    return marked;
  }
}
