package org.mmlens.hook;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mmlens.mail.SeriesReading;
import org.mmlens.tree.GitSeries;
import org.mmlens.tree.Trees;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A series as `b4 review` (0.15 and later) keeps it: a branch of the patches, with an empty commit
/// on top whose message ends in the tracking data, JSON behind a marker.
///
/// The layout is b4's own description of it, `misc/agent-reviewer.md`, and the data it writes for
/// commands, `B4_TRACKING_FILE`.
///
/// @param git in the repository
/// @param tip the commit with the tracking data
/// @param commits the patches, full names, oldest first; at least one
/// @param skipped the numbers of those that the maintainer does not want reviewed
public record ReviewBranch(Git git, String tip, List<String> commits, SortedSet<Integer> skipped) {

  private static final String MARKER = "--- b4-review-tracking ---";
  private static final String COMMIT = "[0-9a-f]{40}([0-9a-f]{24})?";

  /// Copies the list.
  public ReviewBranch {
    commits = List.copyOf(commits);
  }

  /// {@return the branch whose last commit is meant}
  ///
  /// @param git in the repository
  /// @param revision its tip, e.g. `HEAD`
  public static ReviewBranch at(Git git, String revision) {
    String message = git.must("log", "-1", "--format=%B", revision).text();
    int marker = message.indexOf("\n" + MARKER);
    if (marker < 0) {
      throw new HookException(
          "found no line '%s' in the message of %s, expected a branch of 'b4 review'"
              .formatted(MARKER, revision));
    }
    String data =
        message
            .substring(marker + 1 + MARKER.length())
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    return of(git, revision, parsed(data, "the tracking data of " + revision));
  }

  /// {@return the branch of the series that tracking data tell of}
  ///
  /// @param git in the repository
  /// @param tracking what `B4_TRACKING_FILE` holds
  public static ReviewBranch tracked(Git git, String tracking) {
    JsonNode all = parsed(tracking, "B4_TRACKING_FILE");
    String change = all.path("series").path("change-id").asString("");
    String branch = "refs/heads/b4/review/" + change;
    if (change.isEmpty() || git.line("rev-parse", "--verify", "--quiet", branch).isEmpty()) {
      throw new HookException(
          "found no branch 'b4/review/%s', expected the one that b4 review made".formatted(change));
    }
    return of(git, branch, all);
  }

  private static JsonNode parsed(String text, String what) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new HookException(what + " are no JSON: " + e.getOriginalMessage());
    }
  }

  private static ReviewBranch of(Git git, String revision, JsonNode tracking) {
    String first = tracking.path("series").path("first-patch-commit").asString("");
    if (!first.matches(COMMIT)) {
      throw new HookException(
          "found '%s' as first-patch-commit in the tracking data, expected a commit"
              .formatted(first));
    }
    String tip = git.must("rev-parse", "--verify", revision + "^{commit}").text();
    List<String> commits =
        git.must("rev-list", "--reverse", "--first-parent", first + "~1.." + tip + "~1")
            .text()
            .lines()
            .toList();
    if (commits.isEmpty() || !commits.getFirst().equals(first)) {
      throw new HookException(
          "found no commit %s below %s, expected the first patch there".formatted(first, revision));
    }
    return new ReviewBranch(git, tip, commits, skipped(tracking));
  }

  private static SortedSet<Integer> skipped(JsonNode tracking) {
    var skipped = new TreeSet<Integer>();
    int number = 0;
    for (JsonNode patch : tracking.path("patches")) {
      number++;
      for (JsonNode review : patch.path("reviews")) {
        if (review.path("patch-state").asString("").equals("skip")) {
          skipped.add(number);
        }
      }
    }
    return skipped;
  }

  /// {@return the patches as what is to be reviewed}
  public Occasion occasion() {
    Path repository = git.repository();
    String base = git.must("rev-parse", "--verify", commits.getFirst() + "~1").text();
    String range = base + ".." + commits.getLast();
    SeriesReading reading = GitSeries.read(repository, range);
    return reading.series().isEmpty()
        ? new Occasion.Unreadable(reading.diagnostics())
        : Occasion.of(
            reading.series().get(),
            Trees.git(repository, base, "b4 review"),
            "mmlens review --git . " + range);
  }

  /// {@return the diff of a patch, as b4 takes it}
  ///
  /// @param number from 1 on
  public String diff(int number) {
    String commit = commits.get(number - 1);
    // Nobody's configuration has a say in what b4 finds its comments by.
    return git.must("diff", "--no-ext-diff", "--no-color", commit + "~1", commit).text();
  }

  /// {@return where b4 looks for review files of this state of the branch}
  public Path folder() {
    return git.path("--git-common-dir").resolve("b4-review").resolve(tip);
  }
}
