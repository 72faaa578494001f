package org.mmlens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.BaseHints;
import org.mmlens.report.Printable;
import org.mmlens.tree.DirectoryTree;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;
import picocli.CommandLine.Option;

/// Which tree a series is reviewed against.
final class TreeOptions {

  /// What the root of a kernel tree holds.
  private static final List<String> KERNEL = List.of("MAINTAINERS", "mm", "fs", "include/linux");

  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description = "A kernel tree, as its files are now.")
  private Optional<Path> tree = Optional.empty();

  @Option(
      names = "--git",
      paramLabel = "DIR",
      description = "A git repository; nothing is checked out.")
  private Optional<Path> git = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "REV",
      description =
          "The commit the series applies to (default: the series' base-commit, else HEAD).")
  private Optional<String> base = Optional.empty();

  /// {@return the tree that is named, else the kernel checkout one stands in, else the bundled one}
  ///
  /// @param here where one stands
  /// @param hints what the series says of its base
  /// @param verbosity whether to say which tree was taken
  SourceTree open(Surroundings here, Optional<BaseHints> hints, Verbosity verbosity) {
    if (tree.isPresent() && git.isPresent()) {
      throw Refusal.usage("found both --tree and --git, expected one of them");
    }
    if (tree.isPresent()) {
      if (base.isPresent()) {
        throw Refusal.usage("found --base with --tree, expected it with --git");
      }
      return directory(tree.get());
    }
    if (git.isPresent() || base.isPresent()) {
      return commit(git.orElse(here.folder()), hints.flatMap(BaseHints::commit));
    }
    Optional<Path> checkout = checkout(here.folder());
    if (checkout.isPresent()) {
      say(here, verbosity, "on the kernel tree of this folder");
      return directory(checkout.get());
    }
    return bundled(here, verbosity);
  }

  private static SourceTree directory(Path folder) {
    return switch (Trees.directory(folder)) {
      case Trees.Opening.Opened _ -> DirectoryTree.of(folder, "directory " + lastName(folder));
      case Trees.Opening.Refused(var why) -> throw Refusal.of(ExitCode.USAGE, List.of(why));
    };
  }

  /// The last part of a path, so that no report holds an absolute one.
  private static String lastName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "/" : Printable.of(name.toString());
  }

  private SourceTree commit(Path repository, Optional<String> hint) {
    if (base.isEmpty() && hint.isPresent()) {
      if (Trees.git(repository, hint.get()) instanceof Trees.Opening.Opened(var named)) {
        return named;
      }
    }
    return switch (Trees.git(repository, base.orElse("HEAD"))) {
      case Trees.Opening.Opened(var opened) -> opened;
      case Trees.Opening.Refused(var why) -> throw Refusal.of(ExitCode.USAGE, List.of(why));
    };
  }

  private static Optional<Path> checkout(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      Path root = at;
      if (KERNEL.stream().allMatch(name -> Files.exists(root.resolve(name)))) {
        return Optional.of(root);
      }
    }
    return Optional.empty();
  }

  private static SourceTree bundled(Surroundings here, Verbosity verbosity) {
    Path home =
        here.home()
            .filter(folder -> Files.isDirectory(folder.resolve("fixtures/linux")))
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "found no kernel tree: this folder is not in one, and the bundled one is"
                            + " not where system property mmlens.home says; name one with --tree"
                            + " or --git"));
    say(here, verbosity, "on the bundled fixture tree; --tree or --git names another");
    return DirectoryTree.bundled(home);
  }

  private static void say(Surroundings here, Verbosity verbosity, String text) {
    if (verbosity != Verbosity.QUIET) {
      here.say("mmlens: " + text);
    }
  }
}
