package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/// The id git gives a whole tree.
final class TreeIds {

  /// An entry as git sorts them: a folder's name counts as if it ended in a slash.
  private record Entry(String name, org.eclipse.jgit.lib.FileMode mode, ObjectId id) {
    String sortKey() {
      return org.eclipse.jgit.lib.FileMode.TREE.equals(mode.getBits()) ? name + "/" : name;
    }
  }

  private TreeIds() {}

  static String of(SourceTree tree) {
    var paths = new TreeMap<String, String>();
    tree.list("").forEach(path -> paths.put(path, path));
    return id(tree, paths).name();
  }

  private static ObjectId id(SourceTree tree, SortedMap<String, String> paths) {
    var entries = new ArrayList<Entry>();
    var folders = new TreeMap<String, SortedMap<String, String>>();
    paths.forEach(
        (rest, path) -> {
          int slash = rest.indexOf('/');
          if (slash < 0) {
            FileMode mode = tree.mode(path).orElseThrow();
            ObjectId blob = ObjectId.fromString(tree.blobId(path).orElseThrow());
            entries.add(new Entry(rest, bits(mode), blob));
          } else {
            folders
                .computeIfAbsent(rest.substring(0, slash), _ -> new TreeMap<>())
                .put(rest.substring(slash + 1), path);
          }
        });
    folders.forEach(
        (name, below) ->
            entries.add(new Entry(name, org.eclipse.jgit.lib.FileMode.TREE, id(tree, below))));
    return format(entries);
  }

  private static ObjectId format(List<Entry> entries) {
    entries.sort((a, b) -> compare(a.sortKey(), b.sortKey()));
    var formatter = new TreeFormatter();
    entries.forEach(e -> formatter.append(e.name(), e.mode(), e.id()));
    try (var inserter = new ObjectInserter.Formatter()) {
      return formatter.computeId(inserter);
    }
  }

  private static int compare(String a, String b) {
    byte[] left = a.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] right = b.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return java.util.Arrays.compareUnsigned(left, right);
  }

  private static org.eclipse.jgit.lib.FileMode bits(FileMode mode) {
    return org.eclipse.jgit.lib.FileMode.fromBits(Integer.parseInt(mode.octal(), 8));
  }
}
