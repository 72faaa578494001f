package org.mmlens.surface;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.tree.SourceTree;

/// Which files of a tree may contain a name: a Bloom filter of identifiers for each file.
///
/// It never misses a file; about one in fifty it names does not contain the name (B. H. Bloom,
/// "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
final class NameIndex implements TreeView.NameSource {

  private final List<String> paths;
  private final List<NameFilter> filters;

  private NameIndex(List<String> paths, List<NameFilter> filters) {
    this.paths = paths;
    this.filters = filters;
  }

  /// {@return the index of all C files of the tree}
  static NameIndex of(SourceTree tree) {
    List<String> paths = tree.list("").filter(Paths::source).toList();
    List<NameFilter> filters =
        paths.parallelStream()
            .map(path -> NameFilter.of(tree.read(path).orElseGet(() -> new byte[0])))
            .toList();
    return new NameIndex(paths, filters);
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
