package org.mmlens.c;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Store;
import org.mmlens.cache.Unpacker;

/// Words for the content of files by their stamps, so that a file that is what it was need not be
/// read to say so.
final class StampedIds {

  private static final String KIND = "stamps";

  private final Store store;
  private final List<String> key;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile boolean changed;

  private record Known(String stamp, String id) {}

  /// Reads what was kept.
  ///
  /// @param store where
  /// @param place of the tree, whose stamps can be compared with no other's
  StampedIds(Store store, String place) {
    this.store = store;
    this.key = List.of(place);
    store.get(KIND, key).ifPresent(this::unpack);
  }

  private void unpack(byte[] bytes) {
    var in = new Unpacker(bytes);
    for (int left = in.count(); left > 0; left--) {
      known.put(in.text(), new Known(in.text(), in.text()));
    }
  }

  /// {@return the word for a file, if it still has that stamp}
  Optional<String> id(String path, String stamp) {
    return Optional.ofNullable(known.get(path)).filter(k -> k.stamp().equals(stamp)).map(Known::id);
  }

  /// Notes the word for a file.
  ///
  /// @param path the file
  /// @param stamp what it had before it was read
  /// @param id the word
  void note(String path, String stamp, String id) {
    known.put(path, new Known(stamp, id));
    changed = true;
  }

  void save() {
    if (!changed) {
      return;
    }
    var out = new Packer();
    Map<String, Known> sorted = new TreeMap<>(known);
    out.number(sorted.size());
    sorted.forEach(
        (path, k) -> {
          out.text(path);
          out.text(k.stamp());
          out.text(k.id());
        });
    store.put(KIND, key, out.packed());
  }
}
