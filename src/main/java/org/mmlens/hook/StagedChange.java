package org.mmlens.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.mail.BaseHints;
import org.mmlens.mail.Envelope;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.PatchText;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesHeading;
import org.mmlens.mail.Subject;
import org.mmlens.tree.Trees;

/// What is staged, against HEAD. Neither the index nor the files of the working tree are changed,
/// and the latter are not even looked at.
final class StagedChange {

  private static final String NAME = "index";

  private StagedChange() {}

  /// {@return what a commit made now would change}
  ///
  /// @param git started where the hook was
  /// @param message the message of the commit, as far as there is one
  static Occasion of(Git git, Optional<String> message) {
    Optional<String> head = git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    if (head.isEmpty()) {
      return new Occasion.Nothing("the first commit, so there is nothing to compare with");
    }
    byte[] diff = diff(git);
    if (diff.length == 0) {
      return new Occasion.Nothing("nothing is staged that could be reviewed");
    }
    return Occasion.of(
        series(git, message, diff, head.get()),
        Trees.git(git.repository(), head.get(), "HEAD"),
        "mmlens review --git . HEAD^..HEAD");
  }

  /// Submodules have no files, and binary files are no C; everything else belongs to the change,
  /// also where no lens leads to it: it may use what the rest of the change takes away.
  private static byte[] diff(Git git) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "diff-index",
                "--cached",
                "--patch",
                "--full-index",
                "--find-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--no-color",
                "--no-relative",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "--ignore-submodules=all",
                "HEAD",
                "--",
                ":/"));
    binary(git).forEach(path -> command.add(":(top,literal,exclude)" + path));
    return git.must(command.toArray(String[]::new)).bytes();
  }

  /// Lines of `--numstat` are `added TAB deleted TAB path NUL`, with `-` for binary files.
  private static List<String> binary(Git git) {
    String counts =
        git.must("diff-index", "--cached", "--numstat", "--no-renames", "-z", "HEAD", "--", ":/")
            .text();
    List<String> paths = new ArrayList<>();
    for (String line : counts.split("\0")) {
      if (line.startsWith("-\t-\t")) {
        paths.add(line.substring("-\t-\t".length()));
      }
    }
    return paths;
  }

  private static Series series(Git git, Optional<String> message, byte[] diff, String head) {
    String[] parts = message.orElse("").strip().split("\n\\s*\n", 2);
    String title = parts[0].isEmpty() ? "what is staged" : parts[0].replaceAll("\\s+", " ");
    String author =
        git.line("var", "GIT_AUTHOR_IDENT").map(StagedChange::withoutDate).orElse("nobody");
    var subject = new Subject(title, false, 1, 1, 1, List.of());
    var envelope = new Envelope(Position.ofFile(NAME), "", List.of(), author, "", title);
    var mail =
        new PatchMail(
            envelope,
            subject,
            author,
            parts.length > 1 ? parts[1].strip() : "",
            "",
            PatchText.of(NAME, diff));
    var heading = new SeriesHeading(1, subject, author, "", List.of(""), List.of());
    var base = new BaseHints(Optional.of(head), List.of(), List.of(), Optional.empty());
    return new Series(heading, Optional.empty(), List.of(mail), base);
  }

  private static String withoutDate(String ident) {
    return ident.substring(0, ident.indexOf('>') + 1);
  }

  /// {@return the message of the patch that git-am(1) is at, if it is at one}
  static Optional<String> messageOfAm(Git git) {
    Path file = git.path("--git-path", "rebase-apply/final-commit");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
