package org.mmlens.surface;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.tree.SourceTree;

/// Which files of a tree may contain a name: a Bloom filter of identifiers for each file.
///
/// It never misses a file; about one in fifty it names does not contain the name (B. H. Bloom,
/// "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
final class NameIndex implements TreeView.NameSource {

  /// How many files are read again in every run before the store is written anew.
  private static final int MOST_MISSED = 256;

  private final List<String> paths;
  private final List<NameFilter> filters;

  private NameIndex(List<String> paths, List<NameFilter> filters) {
    this.paths = paths;
    this.filters = filters;
  }

  /// {@return the index of all C files of the tree}
  static NameIndex of(SourceTree tree) {
    List<String> paths = paths(tree);
    return new NameIndex(paths, paths.parallelStream().map(path -> filter(tree, path)).toList());
  }

  /// {@return the index of all C files of the tree; only files are read that the store does not
  /// know}
  ///
  /// The store is written anew once it misses enough of them: for a few, writing all takes longer
  /// than reading them again in every run.
  static NameIndex of(SourceTree tree, Path store) {
    Map<String, NameStore.Entry> known = NameStore.load(store);
    List<String> paths = paths(tree);
    List<NameStore.Entry> entries =
        paths.parallelStream().map(path -> entry(tree, path, known)).toList();
    if (missed(paths, entries, known) > Math.clamp(known.size() / 16, 0, MOST_MISSED)) {
      save(store, paths, entries);
    }
    return new NameIndex(paths, entries.stream().map(NameStore.Entry::filter).toList());
  }

  /// {@return how many files the store could know and does not}
  private static int missed(
      List<String> paths, List<NameStore.Entry> entries, Map<String, NameStore.Entry> known) {
    int missed = 0;
    for (int i = 0; i < entries.size(); i++) {
      NameStore.Entry entry = entries.get(i);
      missed += entry.stamp().isEmpty() || entry == known.get(paths.get(i)) ? 0 : 1;
    }
    return missed;
  }

  private static void save(Path store, List<String> paths, List<NameStore.Entry> entries) {
    SortedMap<String, NameStore.Entry> stored = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).stamp().isEmpty()) {
        stored.put(paths.get(i), entries.get(i));
      }
    }
    NameStore.save(store, stored);
  }

  private static NameStore.Entry entry(
      SourceTree tree, String path, Map<String, NameStore.Entry> known) {
    String stamp = tree.stamp(path).orElse("");
    NameStore.Entry entry = known.get(path);
    return entry != null && entry.stamp().equals(stamp)
        ? entry
        : new NameStore.Entry(stamp, filter(tree, path));
  }

  private static List<String> paths(SourceTree tree) {
    return tree.list("").filter(Paths::source).toList();
  }

  private static NameFilter filter(SourceTree tree, String path) {
    return NameFilter.of(tree.read(path).orElseGet(() -> new byte[0]));
  }

  @Override
  public Map<String, Set<String>> candidates(Collection<String> names) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String name : names) {
      found.put(name, candidates(name));
    }
    return found;
  }

  private Set<String> candidates(String name) {
    long hash = NameFilter.hash(name.getBytes(StandardCharsets.ISO_8859_1));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      if (filters.get(i).mayContain(hash)) {
        found.add(paths.get(i));
      }
    }
    return new TreeSet<>(found);
  }
}
