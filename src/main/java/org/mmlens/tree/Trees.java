package org.mmlens.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      String found = Files.exists(folder) ? "a file" : "nothing";
      return refused(
          "tree-missing", folder, "expected the folder of a kernel tree, found " + found);
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      return refused("tree-unreadable", folder, "this folder has no read permission for this user");
    }
    return new Opening.Opened(DirectoryTree.of(folder, "folder " + folder));
  }

  /// {@return the tree of a commit}
  ///
  /// @param folder a git repository, bare or not, or a folder inside a checkout
  /// @param revision anything git rev-parse understands: a branch, a tag, an id, `v6.10~3`
  public static Opening git(Path folder, String revision) {
    try {
      var builder = new FileRepositoryBuilder().setMustExist(true);
      if (Files.isRegularFile(folder.resolve("HEAD"))
          && Files.isDirectory(folder.resolve("refs"))) {
        builder.setGitDir(folder.toFile());
      } else {
        builder.findGitDir(folder.toAbsolutePath().toFile());
      }
      if (builder.getGitDir() == null) {
        return refused(
            "git-missing", folder, "expected a git repository, found none here or above");
      }
      return commit(builder.build(), folder, revision);
    } catch (IOException | RuntimeException e) {
      return refused("git-unreadable", folder, "git's files cannot be read: " + e.getMessage());
    }
  }

  private static Opening commit(Repository repository, Path folder, String revision)
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
    String name = "commit " + commit.abbreviate(12).name() + " (" + revision + ")";
    return new Opening.Opened(GitTree.of(repository, tree, name));
  }

  private static Opening refused(String code, Path at, String message) {
    return new Opening.Refused(Diagnostic.error(code, Position.ofFile(at.toString()), message));
  }
}
