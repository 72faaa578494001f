package org.mmlens.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Unpacker;

/// From which contents the same question was answered before, the newest first.
final class Manifests {

  /// A tree and a few changes of it.
  private static final int MOST = 6;

  private final List<Known> all = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private boolean changed;

  /// @param id of the manifest
  private record Known(Manifest manifest, String id) {}

  static Manifests unpacked(byte[] bytes) {
    var manifests = new Manifests();
    var in = new Unpacker(bytes);
    for (int left = in.count(); left > 0; left--) {
      Manifest manifest = Manifest.unpacked(in.bytes());
      manifests.all.add(new Known(manifest, manifest.id()));
    }
    return manifests;
  }

  /// {@return the id of the manifest that a tree meets}
  synchronized Optional<String> match(Contents contents) {
    Optional<String> found =
        all.stream().filter(k -> k.manifest().holds(contents)).map(Known::id).findFirst();
    found.ifPresent(used::add);
    return found;
  }

  /// {@return the id of a manifest, which is known from now on}
  synchronized String add(Manifest manifest) {
    String id = manifest.id();
    used.add(id);
    if (all.stream().noneMatch(k -> k.id().equals(id))) {
      all.addFirst(new Known(manifest, id));
      changed = true;
    }
    return id;
  }

  /// {@return what is to be kept, those of use in this run before the others; empty if nothing
  /// changed}
  synchronized Optional<byte[]> packed() {
    if (!changed) {
      return Optional.empty();
    }
    List<Known> kept = new ArrayList<>(all.stream().filter(k -> used.contains(k.id())).toList());
    all.stream().filter(k -> !used.contains(k.id())).forEach(kept::add);
    kept.subList(Math.min(MOST, kept.size()), kept.size()).clear();
    var out = new Packer();
    out.number(kept.size());
    kept.forEach(k -> out.bytes(k.manifest().packed()));
    changed = false;
    return Optional.of(out.packed());
  }
}
