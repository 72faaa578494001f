package org.mmlens.c;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Unpacker;

/// All files that something was made from, those included that were looked for and are not there.
///
/// @param ids a word for the content of each, by path
record Manifest(SortedMap<String, String> ids) {

  static Manifest of(Collection<String> paths, Contents contents) {
    SortedMap<String, String> ids = new TreeMap<>();
    paths.forEach(path -> ids.put(path, contents.id(path)));
    return new Manifest(ids);
  }

  /// {@return whether all files of a tree are as they were}
  boolean holds(Contents contents) {
    return ids.entrySet().stream().allMatch(e -> contents.id(e.getKey()).equals(e.getValue()));
  }

  /// {@return a word for all of it}
  String id() {
    return Contents.digest(packed());
  }

  byte[] packed() {
    var out = new Packer();
    out.texts(ids.keySet());
    out.texts(ids.values());
    return out.packed();
  }

  static Manifest unpacked(byte[] bytes) {
    var in = new Unpacker(bytes);
    SortedMap<String, String> ids = new TreeMap<>();
    var words = in.texts();
    var values = in.texts().iterator();
    words.forEach(path -> ids.put(path, values.next()));
    return new Manifest(ids);
  }
}
