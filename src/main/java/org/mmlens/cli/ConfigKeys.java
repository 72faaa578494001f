package org.mmlens.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mmlens.config.Key;
import org.mmlens.config.Kind;
import org.mmlens.config.Schema;
import org.mmlens.lens.Observable;
import org.mmlens.review.ReviewOptions;

/// The keys of configuration files. Each is named for an option, so nothing can be said in a file
/// that cannot be said on the command line; `COMMAND.OPTION` counts for one command only.
///
/// The file of a tree comes from strangers: it says what there is to be run, never less than is run
/// without it, and nothing about where things are read, kept or written.
final class ConfigKeys {

  /// How much more than usual the file of a tree may have run.
  private static final int MOST_TIMES = 10;

  private static final ReviewOptions STANDARD = ReviewOptions.standard();

  /// Where to read, which only the user knows.
  private static final List<Key> TREE =
      List.of(
          Key.of("tree", new Kind.File("a folder or an archive")).against("git", "base", "branch"),
          Key.of("git", new Kind.File("a git repository")).against("tree"),
          Key.of("base", new Kind.Text("a revision")).against("tree"),
          Key.of("branch", new Kind.Several(new Kind.Text("a revision"))).against("tree"),
          Key.of("no-base-search", new Kind.Switch()).orElse("false"),
          Key.of("no-tree-config", new Kind.Switch()).orElse("false"));

  private static final List<Key> WORK =
      List.of(
          Key.of("config", new Kind.File("a file")).alsoInTree(new Kind.File("a file")),
          Key.of("budget", new Kind.Whole(1))
              .alsoInTree(new Kind.Whole(STANDARD.steps(), MOST_TIMES * STANDARD.steps()))
              .orElse("" + STANDARD.steps()),
          Key.of("fault-runs", new Kind.Whole(0, Integer.MAX_VALUE))
              .alsoInTree(
                  new Kind.Whole(STANDARD.faultRuns(), (long) MOST_TIMES * STANDARD.faultRuns()))
              .orElse("" + STANDARD.faultRuns()),
          Key.of("seed", new Kind.Whole(Long.MIN_VALUE)).orElse("" + STANDARD.seed()),
          Key.of("threads", new Kind.Whole(1, Integer.MAX_VALUE)),
          Key.of("no-cache", new Kind.Switch()).orElse("false"),
          Key.of("fresh", new Kind.Switch()).orElse("false"));

  private static final List<Key> REPORTS =
      List.of(
          Key.of("format", new Kind.Several(new Kind.WordWithFile(Destination.formats())))
              .orElse("text"),
          Key.of("fail-on", new Kind.Word(severities()))
              .alsoInTree(new Kind.Word(List.of("warning", "note")))
              .orElse("error"),
          Key.of("quiet", new Kind.Switch()).orElse("false").against("verbose"),
          Key.of("verbose", new Kind.Switch()).orElse("false").against("quiet"),
          Key.of("every-call", new Kind.Switch()).orElse("false"),
          Key.of("save", new Kind.Text("a folder")));

  /// A tree may have hooks be stricter, and take longer than any of them does by itself.
  private static final List<Key> HOOKS =
      List.of(
          Key.of("hook.on-error", new Kind.Word(List.of("pass", "fail")))
              .alsoInTree(new Kind.Word(List.of("fail")))
              .orElse("pass"),
          Key.of("hook.seconds", new Kind.Whole(0, HookOptions.MOST_SECONDS))
              .alsoInTree(new Kind.Whole(60, 600)));

  /// What a row of `[[expected]]` may say. It is shown wherever it counts, so a tree may have it.
  private static final List<Key> EXPECTED =
      List.of(
          row("function", new Kind.Text("the name of a function")),
          row("observable", new Kind.Several(new Kind.Word(observables()))),
          row("fingerprint", new Kind.Text("16 hex digits")),
          row("reason", new Kind.Text("a reason")));

  private ConfigKeys() {}

  private static Key row(String name, Kind kind) {
    return Key.of(name, kind).alsoInTree(kind);
  }

  private static List<String> observables() {
    return Arrays.stream(Observable.values()).map(Observable::id).toList();
  }

  /// {@return what a configuration file may hold}
  static Schema schema() {
    return new Schema(
        Stream.of(TREE, WORK, REPORTS, HOOKS).flatMap(List::stream).toList(),
        Map.of(Declared.TABLE, EXPECTED));
  }

  private static List<String> severities() {
    return Arrays.stream(FailOn.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  }
}
