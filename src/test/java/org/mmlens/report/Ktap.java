package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reader of KTAP version 1 (`Documentation/dev-tools/ktap.rst` of 6.12) that takes nothing for
/// granted: what the specification lets a reader skip, it refuses.
///
/// Wanted are a version line and a plan for each level, as many results as planned, numbered from
/// 1, two blanks a level, results of subtests before the one they belong to, and a result that
/// follows from theirs.
final class Ktap {

  private static final Pattern PLAN = Pattern.compile("1\\.\\.([1-9][0-9]*)");
  private static final Pattern RESULT =
      Pattern.compile("(ok|not ok) ([1-9][0-9]*) ([^#\\s](?:[^#]*[^#\\s])?)(?: # (.*))?");
  private static final Pattern DIRECTIVE =
      Pattern.compile("(SKIP|TODO|XFAIL|TIMEOUT|ERROR)(?: \\S.*)?");
  private static final String VERSION = "KTAP version 1";

  private final List<String> lines;
  private int next;

  private Ktap(List<String> lines) {
    this.lines = lines;
  }

  /// One result.
  ///
  /// @param name of the test
  /// @param ok whether the line says `ok`
  /// @param directive what stands after ` # `
  /// @param subtests in order
  record Result(String name, boolean ok, Optional<String> directive, List<Result> subtests) {

    boolean skipped() {
      return directive.filter(d -> d.startsWith("SKIP")).isPresent();
    }

    /// {@return the results that have none below them}
    List<Result> leaves() {
      return subtests.isEmpty()
          ? List.of(this)
          : subtests.stream().flatMap(test -> test.leaves().stream()).toList();
    }
  }

  /// {@return the top-level results}
  ///
  /// @throws IllegalArgumentException at the first line that is out of place
  static List<Result> parse(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line is not ended");
    }
    var reader = new Ktap(text.lines().toList());
    List<Result> results = reader.level("");
    if (reader.next < reader.lines.size()) {
      throw reader.wrong("nothing more");
    }
    return results;
  }

  private List<Result> level(String indent) {
    if (!take(indent + VERSION)) {
      throw wrong("'" + VERSION + "'");
    }
    Matcher plan = PLAN.matcher(line(indent));
    if (!plan.matches()) {
      throw wrong("a plan");
    }
    next++;
    int planned = Integer.parseInt(plan.group(1));
    List<Result> results = new ArrayList<>();
    while (results.size() < planned) {
      results.add(result(indent, results.size() + 1));
    }
    return results;
  }

  private Result result(String indent, int number) {
    skipDiagnostics(indent);
    boolean nested = next < lines.size() && lines.get(next).equals(indent + "  " + VERSION);
    List<Result> subtests = nested ? level(indent + "  ") : List.of();
    skipDiagnostics(indent);
    Matcher line = RESULT.matcher(line(indent));
    if (!line.matches() || Integer.parseInt(line.group(2)) != number) {
      throw wrong("result " + number);
    }
    Optional<String> directive = Optional.ofNullable(line.group(4));
    if (directive.filter(d -> !DIRECTIVE.matcher(d).matches()).isPresent()) {
      throw wrong("a directive");
    }
    boolean ok = line.group(1).equals("ok");
    if (!subtests.isEmpty() && ok != subtests.stream().allMatch(Result::ok)) {
      throw wrong("the result that follows from its subtests");
    }
    next++;
    return new Result(line.group(3), ok, directive, subtests);
  }

  private void skipDiagnostics(String indent) {
    while (next < lines.size() && lines.get(next).startsWith(indent + "# ")) {
      if (lines.get(next).strip().matches("#\\s+Subtest:.*")) {
        throw wrong("no header of a subtest");
      }
      next++;
    }
  }

  private boolean take(String line) {
    boolean there = next < lines.size() && lines.get(next).equals(line);
    next += there ? 1 : 0;
    return there;
  }

  /// {@return the next line without its indent; empty where it has another one}
  private String line(String indent) {
    boolean fits = next < lines.size() && lines.get(next).startsWith(indent);
    return fits ? lines.get(next).substring(indent.length()) : "";
  }

  private IllegalArgumentException wrong(String wanted) {
    String found = next < lines.size() ? "'" + lines.get(next) + "'" : "the end";
    return new IllegalArgumentException(
        "line %d: wanted %s, found %s".formatted(next + 1, wanted, found));
  }
}
