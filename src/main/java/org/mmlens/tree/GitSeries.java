package org.mmlens.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.BaseHints;
import org.mmlens.mail.Envelope;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.PatchText;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesHeading;
import org.mmlens.mail.SeriesReading;
import org.mmlens.mail.Subject;

/// A range of commits as the series that git-format-patch would make of it.
public final class GitSeries {

  private static final int MAX_COMMITS = 2000;

  private GitSeries() {}

  /// {@return the commits of the range, oldest first, merges left out}
  ///
  /// @param folder a git repository
  /// @param range `A..B`, or `A` for `A..HEAD`
  public static SeriesReading read(Path folder, String range) {
    return switch (Trees.repository(folder)) {
      case Trees.Store.Absent(var why) -> refused(why);
      case Trees.Store.Present(var repository) -> {
        try (repository) {
          yield read(repository, folder, range);
        } catch (IOException e) {
          yield refused(error(folder, "git's objects cannot be read: " + e.getMessage()));
        }
      }
    };
  }

  private static SeriesReading read(Repository repository, Path folder, String range)
      throws IOException {
    int dots = range.indexOf("..");
    String from = dots < 0 ? range : range.substring(0, dots);
    String to = dots < 0 || dots + 2 == range.length() ? "HEAD" : range.substring(dots + 2);
    Optional<ObjectId> start = resolve(repository, from);
    Optional<ObjectId> end = resolve(repository, to);
    if (start.isEmpty() || end.isEmpty()) {
      return refused(error(folder, "there is no commit '" + (start.isEmpty() ? from : to) + "'"));
    }
    List<RevCommit> commits = commits(repository, start.get(), end.get());
    if (commits.isEmpty() || commits.size() > MAX_COMMITS) {
      String found = commits.isEmpty() ? "none" : "more";
      return refused(
          error(
              folder,
              "expected 1 to %d commits in '%s', found %s".formatted(MAX_COMMITS, range, found)));
    }
    var patches = new ArrayList<PatchMail>();
    for (RevCommit commit : commits) {
      patches.add(patch(repository, commit, patches.size() + 1, commits.size()));
    }
    return reading(patches, commits.getFirst().getParent(0));
  }

  private static SeriesReading reading(List<PatchMail> patches, ObjectId start) {
    PatchMail first = patches.getFirst();
    var heading =
        new SeriesHeading(
            1,
            first.subject(),
            first.author(),
            first.envelope().date(),
            patches.stream().map(p -> p.envelope().messageId()).toList(),
            List.of());
    var base = new BaseHints(Optional.of(start.name()), List.of(), List.of(), Optional.empty());
    var series = new Series(heading, Optional.empty(), patches, base);
    return new SeriesReading(
        List.of(heading), Optional.of(series), List.of(), List.of(), List.of());
  }

  private static Optional<ObjectId> resolve(Repository repository, String revision)
      throws IOException {
    try {
      return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
    } catch (RuntimeException e) {
      return Optional.empty(); // JGit's word for a text that is no revision
    }
  }

  private static List<RevCommit> commits(Repository repository, ObjectId start, ObjectId end)
      throws IOException {
    var commits = new ArrayList<RevCommit>();
    try (var walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.REVERSE, true);
      walk.markStart(walk.parseCommit(end));
      walk.markUninteresting(walk.parseCommit(start));
      for (RevCommit commit : walk) {
        if (commit.getParentCount() == 1 && commits.size() <= MAX_COMMITS) {
          walk.parseBody(commit);
          commits.add(commit);
        }
      }
    }
    return commits;
  }

  private static PatchMail patch(Repository repository, RevCommit commit, int counter, int total)
      throws IOException {
    String name = "commit " + commit.abbreviate(12).name();
    String[] message = commit.getFullMessage().strip().split("\n\\s*\n", 2);
    String title = message[0].replaceAll("\\s+", " ");
    var subject =
        new Subject(title, false, counter, total, 1, List.of("PATCH", counter + "/" + total));
    PersonIdent author = commit.getAuthorIdent();
    String from = "%s <%s>".formatted(author.getName(), author.getEmailAddress());
    var envelope =
        new Envelope(
            Position.ofFile(name),
            commit.name(),
            List.of(),
            from,
            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                author.getWhenAsInstant().atZone(author.getZoneId())),
            title);
    return new PatchMail(
        envelope,
        subject,
        from,
        message.length > 1 ? message[1].strip() : "",
        "",
        PatchText.of(name, diff(repository, commit)));
  }

  private static byte[] diff(Repository repository, RevCommit commit) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var formatter = new DiffFormatter(out)) {
      formatter.setRepository(repository);
      formatter.setDetectRenames(true);
      formatter.setDiffAlgorithm(
          DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM));
      formatter.format(commit.getParent(0), commit);
    }
    return out.toByteArray();
  }

  private static Diagnostic error(Path folder, String message) {
    return Diagnostic.error("git-range", Position.ofFile(folder.toString()), message);
  }

  private static SeriesReading refused(Diagnostic why) {
    return new SeriesReading(List.of(), Optional.empty(), List.of(), List.of(), List.of(why));
  }
}
