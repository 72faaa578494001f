package org.mmlens.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Series;

/// Finds the commit a series is made for.
///
/// In this order: the `base-commit` it names, where the repository has it; the commit whose files
/// are the blobs that its `index` lines name, looked for backwards from the branches; the revision
/// that was asked for; the best of the commits that were looked at.
public final class BaseSearch {

  /// How many commits are looked at.
  private static final int LOOK_BACK = 3000;

  private static final int MOST_EXPLAINED = 5;

  /// A commit and how many of the blobs it has.
  private record Match(ObjectId commit, int blobs) {}

  private final Path folder;
  private final Repository repository;
  private final List<String> reasons = new ArrayList<>();
  private int looked = 0;

  private BaseSearch(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /// {@return the commit to apply the series to}
  ///
  /// @param folder a git repository
  /// @param series the series
  /// @param branches where to search back from; HEAD where the list is empty
  /// @param given the revision that was asked for; empty where none was
  public static BaseChoice choose(
      Path folder, Series series, List<String> branches, Optional<String> given) {
    return switch (Trees.repository(folder)) {
      case Trees.Store.Absent(var why) -> new BaseChoice.NotFound(why, List.of());
      case Trees.Store.Present(var repository) -> {
        try {
          yield new BaseSearch(folder, repository).choose(series, branches, given);
        } catch (IOException e) {
          Position at = Position.ofFile(folder.toString());
          String message = "git's objects cannot be read: " + e.getMessage();
          yield new BaseChoice.NotFound(Diagnostic.error("git-unreadable", at, message), List.of());
        }
      }
    };
  }

  private BaseChoice choose(Series series, List<String> branches, Optional<String> given)
      throws IOException {
    Optional<String> named = series.base().commit();
    if (named.isPresent()) {
      Optional<ObjectId> commit = resolve(named.get());
      if (commit.isPresent()) {
        return found(commit.get(), "the series names it as base-commit");
      }
      reasons.add("base-commit " + named.get() + " is not in this repository");
    }
    Map<String, String> wanted = preImages(series.patches());
    Optional<Match> best =
        wanted.isEmpty() ? Optional.empty() : search(wanted, starts(branches, given));
    if (best.isPresent() && best.get().blobs() == wanted.size()) {
      return found(
          best.get().commit(), score(best.get(), wanted) + " of its index lines are there");
    }
    best.ifPresent(match -> reasons.add(bestMatch(match, wanted)));
    best.filter(match -> match.blobs() > 0).ifPresent(match -> explain(match, wanted));
    if (given.isPresent()) {
      Optional<ObjectId> commit = resolve(given.get());
      return commit.isPresent()
          ? found(commit.get(), "asked for as '" + given.get() + "'")
          : notFound("there is no commit '" + given.get() + "'");
    }
    if (best.isPresent() && best.get().blobs() > 0) {
      return found(
          best.get().commit(), "the best match by index lines, " + score(best.get(), wanted));
    }
    Optional<ObjectId> head = resolve("HEAD");
    return head.isPresent()
        ? found(head.get(), "nothing in the series names a base, so HEAD it is")
        : notFound("this repository has no commit");
  }

  private static List<String> starts(List<String> branches, Optional<String> given) {
    var starts = new ArrayList<>(branches);
    given.ifPresent(starts::add);
    return starts.isEmpty() ? List.of("HEAD") : starts;
  }

  private static String score(Match match, Map<String, String> wanted) {
    return "%d of %d blobs".formatted(match.blobs(), wanted.size());
  }

  private String bestMatch(Match match, Map<String, String> wanted) {
    String where = match.blobs() == 0 ? "" : ", commit " + match.commit().abbreviate(12).name();
    return "best match by index lines among %,d commits: %s%s"
        .formatted(looked, score(match, wanted), where);
  }

  /// Says which files the best match has otherwise.
  private void explain(Match match, Map<String, String> wanted) {
    try (var walk = new RevWalk(repository)) {
      var tree = GitTree.of(repository, walk.parseCommit(match.commit()).getTree(), "");
      int said = 0;
      for (Map.Entry<String, String> file : wanted.entrySet()) {
        Optional<String> there = tree.blobId(file.getKey());
        boolean same = there.filter(id -> BlobIds.agree(file.getValue(), id)).isPresent();
        if (!same && said++ < MOST_EXPLAINED) {
          reasons.add(
              "'%s': the series is made for blob %s, that commit has %s"
                  .formatted(
                      file.getKey(),
                      file.getValue(),
                      there.map(id -> id.substring(0, 12)).orElse("no such file")));
        }
      }
    } catch (IOException e) {
      reasons.add("the best match cannot be read: " + e.getMessage());
    }
  }

  private BaseChoice found(ObjectId commit, String why) throws IOException {
    String name = "commit " + commit.abbreviate(12).name();
    reasons.add("base: " + name + ": " + why);
    try (var walk = new RevWalk(repository)) {
      ObjectId tree = walk.parseCommit(commit).getTree();
      return new BaseChoice.Found(GitTree.of(repository, tree, name), reasons);
    }
  }

  private BaseChoice notFound(String message) {
    var why = Diagnostic.error("base-missing", Position.ofFile(folder.toString()), message);
    return new BaseChoice.NotFound(why, reasons);
  }

  private Optional<ObjectId> resolve(String revision) throws IOException {
    try {
      return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
    } catch (IOException | RuntimeException e) {
      reasons.add("'" + revision + "' cannot be resolved: " + e.getMessage());
      return Optional.empty();
    }
  }

  /// The blobs that the series finds in its base, by path: those of the first patch to touch a
  /// file.
  static Map<String, String> preImages(List<PatchMail> patches) {
    var wanted = new TreeMap<String, String>();
    Set<String> made = new HashSet<>();
    for (PatchMail mail : patches) {
      if (PatchParser.parse(mail.diff()) instanceof PatchReading.Read(var patch, _)) {
        for (FileChange file : patch.files()) {
          boolean fromBase =
              file.kind() != FileChange.Kind.ADD && !made.contains(file.before().path());
          if (fromBase && !file.before().blob().isEmpty()) {
            wanted.putIfAbsent(file.before().path(), file.before().blob());
          }
          made.add(file.before().path());
          made.add(file.after().path());
        }
      }
    }
    return wanted;
  }

  private Optional<Match> search(Map<String, String> wanted, List<String> branches)
      throws IOException {
    Match best = null;
    try (var walk = new RevWalk(repository)) {
      for (String branch : branches) {
        Optional<ObjectId> start = resolve(branch);
        if (start.isPresent()) {
          walk.markStart(walk.parseCommit(start.get()));
        }
      }
      for (RevCommit commit : walk) {
        int blobs = count(commit, wanted);
        if (best == null || blobs > best.blobs()) {
          best = new Match(commit.copy(), blobs);
        }
        if (blobs == wanted.size() || ++looked >= LOOK_BACK) {
          break;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private int count(RevCommit commit, Map<String, String> wanted) throws IOException {
    int blobs = 0;
    try (var walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      walk.setFilter(PathFilterGroup.createFromStrings(wanted.keySet()));
      walk.addTree(commit.getTree());
      while (walk.next()) {
        String blob = wanted.get(walk.getPathString());
        blobs += blob != null && BlobIds.agree(blob, walk.getObjectId(0).name()) ? 1 : 0;
      }
    }
    return blobs;
  }
}
