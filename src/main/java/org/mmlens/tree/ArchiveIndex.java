package org.mmlens.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which files an archive holds, as paths of a tree.
///
/// Archives are hostile: a path that is none of a tree, lies below a file, or is of no kind that
/// git keeps is left out and counted. The folder that everything lies in, such as `linux-6.12`, is
/// taken away, unless it is one of a kernel's own.
final class ArchiveIndex {

  /// What no tarball of a kernel is called.
  private static final Set<String> KERNEL_FOLDERS =
      Set.of("arch", "block", "drivers", "fs", "include", "init", "ipc", "kernel", "lib", "mm");

  private static final int MOST_NAMES = 3;

  private final Map<String, ArchiveMember> named = new LinkedHashMap<>();
  private final Map<String, List<String>> leftOut = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> decisions = new ArrayList<>();
  private NavigableMap<String, ArchiveMember> members = new TreeMap<>();

  /// {@return the path an entry names; empty where it names none of a tree}
  Optional<String> path(String entry) {
    String path = entry;
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    if (TreePath.inTree(path)) {
      return Optional.of(path);
    }
    leaveOut("its path is not inside a tree", entry);
    return Optional.empty();
  }

  /// Adds a file; a later one of the same name stands in for an earlier one, as tar(1) has it.
  void add(String path, ArchiveMember member) {
    named.put(path, member);
  }

  Optional<ArchiveMember> named(String path) {
    return Optional.ofNullable(named.get(path));
  }

  void leaveOut(String why, String entry) {
    counts.merge(why, 1, Integer::sum);
    List<String> names = leftOut.computeIfAbsent(why, _ -> new ArrayList<>());
    if (names.size() < MOST_NAMES) {
      names.add(entry.length() > 200 ? entry.substring(0, 200) + "..." : entry);
    }
  }

  int size() {
    return named.size();
  }

  /// No more entries come.
  void finish() {
    var paths = new TreeMap<>(named);
    named.clear();
    for (Optional<String> top = top(paths); top.isPresent(); top = top(paths)) {
      decisions.add("the tree is folder '%s' of the archive".formatted(top.get()));
      var inner = new TreeMap<String, ArchiveMember>();
      int cut = top.get().length() + 1;
      paths.forEach((path, member) -> inner.put(path.substring(cut), member));
      paths = inner;
    }
    dropBelowFiles(paths);
    members = Collections.unmodifiableNavigableMap(paths);
    leftOut.forEach(
        (why, names) ->
            decisions.add(
                "left out of the archive: %d, %s: '%s'%s"
                    .formatted(
                        counts.getOrDefault(why, 0),
                        why,
                        String.join("', '", names),
                        counts.getOrDefault(why, 0) > names.size() ? ", ..." : "")));
  }

  private static Optional<String> top(NavigableMap<String, ArchiveMember> paths) {
    if (paths.isEmpty() || paths.firstKey().indexOf('/') < 0) {
      return Optional.empty();
    }
    String top = paths.firstKey().substring(0, paths.firstKey().indexOf('/'));
    boolean all = paths.keySet().stream().allMatch(path -> TreePath.below(path, top));
    return all && !KERNEL_FOLDERS.contains(top) ? Optional.of(top) : Optional.empty();
  }

  private void dropBelowFiles(NavigableMap<String, ArchiveMember> paths) {
    var below = new ArrayList<String>();
    for (String path : paths.keySet()) {
      for (String up = TreePath.folderOf(path); !up.isEmpty(); up = TreePath.folderOf(up)) {
        if (paths.containsKey(up)) {
          below.add(path);
          break;
        }
      }
    }
    below.forEach(
        path -> {
          paths.remove(path);
          leaveOut("they lie below a file or a symbolic link", path);
        });
  }

  NavigableMap<String, ArchiveMember> members() {
    return members;
  }

  List<String> decisions() {
    return List.copyOf(decisions);
  }
}
