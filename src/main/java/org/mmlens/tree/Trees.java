package org.mmlens.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Opens trees that people name.
public final class Trees {

  /// What came of it.
  public sealed interface Opening {

    /// The tree.
    ///
    /// @param tree ready to be read
    record Opened(SourceTree tree) implements Opening {}

    /// There is no such tree.
    ///
    /// @param why what was looked for
    record Refused(Diagnostic why) implements Opening {}
  }

  private Trees() {}

  /// {@return the tree in a folder}
  ///
  /// @param folder the root of a kernel tree
  public static Opening directory(Path folder) {
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "a file that cannot be read" : "nothing";
      return refused(
          "tree-missing", folder, "expected the folder of a kernel tree, found " + found);
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      return refused("tree-unreadable", folder, "this folder has no read permission for this user");
    }
    return new Opening.Opened(DirectoryTree.of(folder, "folder " + folder));
  }

  /// {@return the tree in a folder or in a tar archive}
  ///
  /// @param path the root of a kernel tree, or of a part of one; or a `.tar`, `.tar.xz`, `.tar.gz`
  /// @param name the last part of the path, for reports
  /// @param cache a folder to keep the files of packed archives in, if there is one
  public static Opening files(Path path, String name, Optional<Path> cache) {
    if (Files.isRegularFile(path) && Files.isReadable(path)) {
      return ArchiveReader.open(path, "archive " + name, cache);
    }
    Opening opening = directory(path);
    return opening instanceof Opening.Opened
        ? new Opening.Opened(DirectoryTree.of(path, "directory " + name))
        : opening;
  }

  /// {@return the tree of a commit}
  ///
  /// @param folder a git repository, bare or not, or a folder inside a checkout
  /// @param revision anything git rev-parse understands: a branch, a tag, an id, `v6.10~3`
  public static Opening git(Path folder, String revision) {
    return git(folder, revision, revision);
  }

  /// {@return the tree of a commit}
  ///
  /// @param folder a git repository, bare or not, or a folder inside a checkout
  /// @param revision anything git rev-parse understands
  /// @param word what to call it beside the commit's id
  public static Opening git(Path folder, String revision, String word) {
    return switch (repository(folder)) {
      case Store.Absent(var why) -> new Opening.Refused(why);
      case Store.Present(var repository) -> {
        try {
          yield commit(repository, folder, revision, word);
        } catch (IOException | RuntimeException e) {
          yield refused(
              "git-unreadable", folder, "git's objects cannot be read: " + e.getMessage());
        }
      }
    };
  }

  /// A repository that was looked for.
  sealed interface Store {

    /// It is there; whoever asked closes it.
    record Present(Repository repository) implements Store {}

    /// It is not.
    record Absent(Diagnostic why) implements Store {}
  }

  static Store repository(Path folder) {
    Position at = Position.ofFile(folder.toString());
    try {
      var builder = new FileRepositoryBuilder().setMustExist(true);
      boolean bare =
          Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("refs"));
      if (bare) {
        builder.setGitDir(folder.toFile());
      } else {
        builder.findGitDir(folder.toAbsolutePath().toFile());
      }
      return builder.getGitDir() == null
          ? new Store.Absent(
              Diagnostic.error(
                  "git-missing", at, "expected a git repository, found none here or above"))
          : new Store.Present(builder.build());
    } catch (IOException | RuntimeException e) {
      String message = "git's files cannot be read: " + e.getMessage();
      return new Store.Absent(Diagnostic.error("git-unreadable", at, message));
    }
  }

  private static Opening commit(Repository repository, Path folder, String revision, String word)
      throws IOException {
    ObjectId commit = repository.resolve(revision + "^{commit}");
    ObjectId tree = commit == null ? null : repository.resolve(commit.name() + "^{tree}");
    if (commit == null || tree == null) {
      repository.close();
      return refused("git-revision", folder, "there is no commit '" + revision + "'");
    }
    try (var reader = repository.newObjectReader()) {
      reader.open(tree, Constants.OBJ_TREE);
    }
    String name = "commit " + commit.abbreviate(12).name() + " (" + word + ")";
    return new Opening.Opened(GitTree.of(repository, tree, name));
  }

  private static Opening refused(String code, Path at, String message) {
    return new Opening.Refused(Diagnostic.error(code, Position.ofFile(at.toString()), message));
  }
}
