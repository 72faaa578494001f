package org.mmlens.surface;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.FileFacts;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Use;
import org.mmlens.tree.SourceTree;

/// A tree as the surface sees it: what each file says, where names occur, who includes what.
///
/// Files are read when they are first asked about. The view of a tree with changes shares with the
/// view it was made from whatever the changes leave alone.
final class TreeView {

  private final SourceTree tree;
  private final Optional<TreeView> base;
  private final Set<String> touched;
  private final IncludeGraph includes;
  private final NameSource names;
  private final Map<String, FileFacts> facts = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> naming = new ConcurrentHashMap<>();

  /// Where names may occur.
  interface NameSource {
    /// {@return the files that may contain the name}
    Map<String, Set<String>> candidates(Collection<String> names);
  }

  private TreeView(
      SourceTree tree,
      Optional<TreeView> base,
      Set<String> touched,
      IncludeGraph includes,
      NameSource names) {
    this.tree = tree;
    this.base = base;
    this.touched = touched;
    this.includes = includes;
    this.names = names;
  }

  /// {@return the view of a tree}
  ///
  /// @param tree the tree
  /// @param names its index
  static TreeView of(SourceTree tree, NameSource names) {
    return new TreeView(tree, Optional.empty(), Set.of(), IncludeGraph.of(tree), names);
  }

  /// {@return the view of a tree that differs from this one's in these files only}
  ///
  /// @param changed the tree
  /// @param paths the files
  TreeView with(SourceTree changed, Set<String> paths) {
    return new TreeView(changed, Optional.of(this), paths, includes.with(changed, paths), names);
  }

  SourceTree tree() {
    return tree;
  }

  IncludeGraph includes() {
    return includes;
  }

  /// {@return what the file says; nothing where there is no such file or it is no C}
  FileFacts facts(String path) {
    if (base.isPresent() && !touched.contains(path)) {
      return base.get().facts(path);
    }
    return facts.computeIfAbsent(path, this::scan);
  }

  private FileFacts scan(String path) {
    return Paths.source(path)
        ? tree.read(path)
            .map(bytes -> FileScanner.scan(path, bytes))
            .orElseGet(() -> FileFacts.empty(path))
        : FileFacts.empty(path);
  }

  /// {@return the files of the kernel that contain the name as a word, in path order}
  ///
  /// What is asked for once is kept: the trees of a series have most files in common.
  Map<String, Set<String>> filesNaming(Collection<String> wanted) {
    if (base.isPresent()) {
      return changed(base.get().filesNaming(wanted));
    }
    Set<String> unknown = new TreeSet<>(wanted);
    unknown.removeAll(naming.keySet());
    if (!unknown.isEmpty()) {
      naming.putAll(search(unknown));
    }
    Map<String, Set<String>> found = new TreeMap<>();
    wanted.forEach(name -> found.put(name, naming.getOrDefault(name, Set.of())));
    return found;
  }

  /// {@return whether more files of the kernel than this contain the name as a word}
  ///
  /// Reads no more files than it takes to know.
  boolean inMoreFiles(String name, int limit) {
    if (base.isPresent()) {
      return base.get().inMoreFiles(name, limit + touched.size());
    }
    return names.candidates(List.of(name)).getOrDefault(name, Set.of()).stream()
            .filter(path -> Paths.kernel(path) && names(path, name))
            .limit(limit + 1L)
            .count()
        > limit;
  }

  private Map<String, Set<String>> changed(Map<String, Set<String>> known) {
    Map<String, Set<String>> found = new TreeMap<>(known);
    found.replaceAll(
        (name, paths) -> {
          var all = new TreeSet<>(paths);
          all.removeAll(touched);
          touched.stream()
              .filter(path -> Paths.source(path) && Paths.kernel(path) && names(path, name))
              .forEach(all::add);
          return all;
        });
    return found;
  }

  /// Reads each file that may contain one of the names once.
  private Map<String, Set<String>> search(Set<String> wanted) {
    SortedMap<String, Set<String>> byPath = new TreeMap<>();
    names
        .candidates(wanted)
        .forEach(
            (name, paths) ->
                paths.stream()
                    .filter(Paths::kernel)
                    .forEach(p -> byPath.computeIfAbsent(p, k -> new TreeSet<>()).add(name)));
    byPath.entrySet().parallelStream()
        .forEach(
            entry -> {
              byte[] bytes = tree.read(entry.getKey()).orElseGet(() -> new byte[0]);
              entry.getValue().removeIf(name -> !Occurrence.in(bytes, name));
            });
    Map<String, Set<String>> found = new TreeMap<>();
    wanted.forEach(name -> found.put(name, new TreeSet<>()));
    byPath.forEach(
        (path, present) ->
            present.forEach(name -> found.computeIfPresent(name, (n, paths) -> with(paths, path))));
    return found;
  }

  private static Set<String> with(Set<String> paths, String path) {
    paths.add(path);
    return paths;
  }

  /// {@return all uses of the names in the kernel, by name, in order of place}
  SortedMap<String, List<Use>> uses(Collection<String> wanted) {
    SortedMap<String, Set<String>> byPath = new TreeMap<>();
    filesNaming(wanted)
        .forEach(
            (name, paths) ->
                paths.forEach(p -> byPath.computeIfAbsent(p, k -> new TreeSet<>()).add(name)));
    List<Use> uses =
        byPath.entrySet().parallelStream()
            .flatMap(entry -> usesIn(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Use::at))
            .toList();
    SortedMap<String, List<Use>> byName = new TreeMap<>();
    for (String name : wanted) {
      byName.put(name, uses.stream().filter(use -> use.name().equals(name)).toList());
    }
    return byName;
  }

  private Stream<Use> usesIn(String path, Set<String> wanted) {
    byte[] bytes = tree.read(path).orElseGet(() -> new byte[0]);
    return FileScanner.uses(path, bytes, wanted).stream();
  }

  /// {@return all declarations and definitions of the names in the kernel, by name}
  SortedMap<String, List<Entity>> entities(Collection<String> wanted) {
    SortedMap<String, List<Entity>> byName = new TreeMap<>();
    filesNaming(wanted)
        .forEach(
            (name, paths) ->
                byName.put(
                    name,
                    paths.parallelStream().flatMap(path -> facts(path).named(name)).toList()));
    return byName;
  }

  /// {@return all exports of the names in the kernel, by name}
  SortedMap<String, List<Export>> exports(Collection<String> wanted) {
    SortedMap<String, List<Export>> byName = new TreeMap<>();
    filesNaming(wanted)
        .forEach(
            (name, paths) ->
                byName.put(
                    name,
                    paths.stream()
                        .filter(path -> path.endsWith(".c"))
                        .flatMap(path -> facts(path).exports().stream())
                        .filter(export -> export.symbol().equals(name))
                        .toList()));
    return byName;
  }

  /// {@return whether the file contains the name as a word}
  boolean names(String path, String name) {
    return tree.read(path).filter(bytes -> Occurrence.in(bytes, name)).isPresent();
  }
}
