package org.mmlens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.Series;
import org.mmlens.report.Printable;
import org.mmlens.tree.ArchiveTree;
import org.mmlens.tree.BaseChoice;
import org.mmlens.tree.BaseSearch;
import org.mmlens.tree.DirectoryTree;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;
import picocli.CommandLine.Option;

/// Which tree a series is reviewed against.
final class TreeOptions {

  @Option(
      names = "--tree",
      paramLabel = "DIR|TAR",
      description = "A kernel tree, whole or in part: a folder, a .tar, .tar.xz or .tar.gz.")
  private Optional<Path> tree = Optional.empty();

  @Option(
      names = "--git",
      paramLabel = "DIR",
      description = "A git repository, bare or not; nothing is checked out.")
  private Optional<Path> git = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "REV",
      description = {
        "The commit the series applies to where it does not say so itself",
        "by base-commit or by the blobs of its index lines (default: HEAD)."
      })
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--branch",
      paramLabel = "REV",
      description = "Where to look back from for these blobs; several times (default: HEAD).")
  private List<String> branches = List.of();

  @Option(
      names = "--no-base-search",
      description = "Take --base, or HEAD, whatever the series says.")
  private boolean asGiven;

  /// Heard by [Configuration], which looks at what was typed before this is set.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = "--no-tree-config",
      description =
          "Leave the .mmlens.toml of the tree alone (see @|bold mmlens help configuration|@).")
  private boolean withoutConfiguration;

  /// A tree, and how it was come by.
  ///
  /// @param tree ready to be read
  /// @param decisions one line for each choice
  record Ground(SourceTree tree, List<String> decisions) {
    Ground {
      decisions = List.copyOf(decisions);
    }
  }

  /// {@return the repository that is named}
  Optional<Path> repository() {
    return git;
  }

  /// {@return the tree that is named, else the kernel checkout one stands in, else the bundled one}
  ///
  /// @param here where one stands
  /// @param series what is reviewed, if a series is
  /// @param verbosity whether to say which tree was taken
  /// @param cache where to keep the files of packed archives, if anywhere
  Ground open(
      Surroundings here, Optional<Series> series, Verbosity verbosity, Optional<Path> cache) {
    check();
    if (tree.isPresent()) {
      return ground(files(tree.get(), cache));
    }
    if (git.isPresent() || base.isPresent()) {
      return commit(git.orElse(here.folder()), series, here, verbosity);
    }
    Optional<Path> checkout = checkout(here.folder());
    if (checkout.isPresent()) {
      say(here, verbosity, "on the kernel tree of this folder");
      return ground(files(checkout.get(), cache));
    }
    return ground(bundled(here, verbosity));
  }

  /// Refuses what excludes each other.
  void check() {
    if (tree.isPresent() && git.isPresent()) {
      throw Refusal.usage(
          "found --tree %s and --git %s, expected one tree to review on"
              .formatted(quoted(tree.get()), quoted(git.get())));
    }
    if (tree.isPresent()) {
      if (base.isPresent()) {
        throw Refusal.usage("found --base with --tree, expected it with --git");
      }
      if (!branches.isEmpty()) {
        throw Refusal.usage("found --branch with --tree, expected it with --git");
      }
    }
  }

  private static Ground ground(SourceTree tree) {
    return new Ground(tree, tree instanceof ArchiveTree archive ? archive.decisions() : List.of());
  }

  private static SourceTree files(Path path, Optional<Path> cache) {
    if (path.toString().isEmpty()) {
      throw Refusal.usage("found an empty --tree, expected the root of a kernel tree");
    }
    SourceTree tree = opened(Trees.files(path, lastName(path), cache.map(c -> c.resolve("trees"))));
    if (!KernelTree.is(tree)) {
      throw Refusal.of(ExitCode.USAGE, List.of(KernelTree.none(path)));
    }
    return tree;
  }

  private static String quoted(Path path) {
    return "'" + Printable.of(path.toString()) + "'";
  }

  private static SourceTree opened(Trees.Opening opening) {
    return switch (opening) {
      case Trees.Opening.Opened(var opened) -> opened;
      case Trees.Opening.Refused(var why) -> throw Refusal.of(ExitCode.USAGE, List.of(why));
    };
  }

  /// The last part of a path, so that no report holds an absolute one.
  private static String lastName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "/" : Printable.of(name.toString());
  }

  private Ground commit(
      Path repository, Optional<Series> series, Surroundings here, Verbosity verbosity) {
    if (series.isEmpty() || asGiven) {
      String revision = base.orElse("HEAD");
      return new Ground(
          opened(Trees.git(repository, revision)),
          List.of("base: '%s', as asked for; not searched".formatted(revision)));
    }
    return switch (BaseSearch.choose(repository, series.get(), branches, base)) {
      case BaseChoice.Found(var tree, var reasons) -> {
        // With --verbose all of them are said, later on.
        if (verbosity == Verbosity.NORMAL) {
          say(here, verbosity, Printable.of(reasons.getLast()));
        }
        yield new Ground(tree, reasons);
      }
      case BaseChoice.NotFound(var why, var reasons) -> {
        reasons.forEach(reason -> say(here, verbosity, Printable.of(reason)));
        throw Refusal.of(ExitCode.USAGE, List.of(why));
      }
    };
  }

  private static Optional<Path> checkout(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (KernelTree.isWhole(at)) {
        return Optional.of(at);
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
