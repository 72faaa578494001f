package org.mmlens.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// A tree and versions of it in which single functions are edited, judged one after the other.
///
/// What no edit touches is compiled once.
final class EditedTree {

  private final SourceTree tree;
  private final Workbench bench;

  /// Prepares to edit.
  ///
  /// @param tree the tree
  /// @param files the files that edits may touch
  EditedTree(SourceTree tree, Set<String> files) {
    this(tree, files, ReviewOptions.standard());
  }

  /// Prepares to edit.
  ///
  /// @param tree the tree
  /// @param files the files that edits may touch
  /// @param options how much is run
  EditedTree(SourceTree tree, Set<String> files, ReviewOptions options) {
    this.tree = tree;
    this.bench = new Workbench(options, Set.of(), new TreeCompiler(options.config(), files));
  }

  /// One replacement inside one function.
  ///
  /// @param file the file
  /// @param function the function; empty for the whole file
  /// @param from a regular expression that must occur in it
  /// @param to what all its occurrences become
  record Edit(String file, String function, String from, String to) {}

  /// {@return the verdict on the tree with these edits}
  Verdict judge(Edit... edits) {
    SourceTree after = tree;
    Set<String> paths = new TreeSet<>();
    for (Edit e : edits) {
      after = edited(after, e);
      paths.add(e.file());
    }
    var subject =
        new Subject(
            ChangedCode.between(tree, after, paths), Suspects.between(tree, after, paths, bench));
    Side before = bench.side(tree);
    Side edited = bench.side(after);
    try {
      if (edited instanceof Side.Broken(var errors)) {
        throw new IllegalStateException(errors.getFirst().render());
      }
      return bench.compare(before, edited, subject, Progress.none()).verdict();
    } finally {
      bench.drop(after);
    }
  }

  /// {@return the tree with one edit}
  static SourceTree edited(SourceTree tree, Edit e) {
    String text = tree.text(e.file()).orElseThrow();
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = 0;
    int last = lines.size();
    if (!e.function().isEmpty()) {
      Entity entity = entity(text, e);
      first = entity.place().firstLine() - 1;
      last = entity.place().lastLine();
    }
    String old = String.join("\n", lines.subList(first, last));
    String now = old.replaceAll(e.from(), e.to());
    if (now.equals(old)) {
      throw new IllegalStateException(e + " changes nothing");
    }
    lines.subList(first, last).clear();
    lines.add(first, now);
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return OverlayTree.of(
        tree,
        Map.of(e.file(), new OverlayTree.Change.Written(FileMode.REGULAR, bytes)),
        "edited tree");
  }

  private static Entity entity(String text, Edit e) {
    return FileScanner.scan(e.file(), text.getBytes(StandardCharsets.UTF_8))
        .named(e.function())
        .filter(Entity::definition)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + e.function()));
  }
}
