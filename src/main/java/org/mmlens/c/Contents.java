package org.mmlens.c;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.c.parse.Sources;

/// The files of a tree, each read once, with a word for the content of each.
final class Contents implements Sources {

  /// The word of a file that is not there.
  private static final String ABSENT = "-";

  private static final int ID_BYTES = 20;

  private final Sources sources;
  private final Frontend.Stamps stamps;
  private final Ids ids;
  private final Map<String, String> idsByPath = new ConcurrentHashMap<>();
  private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();

  Contents(Sources sources, Frontend.Stamps stamps, Ids ids) {
    this.sources = sources;
    this.stamps = stamps;
    this.ids = ids;
  }

  /// Words for contents, so that trees that share a file share the work on it.
  static final class Ids {
    /// Arrays are told apart by identity, and forgotten with the last tree that has them.
    @SuppressWarnings("UndefinedEquals")
    private final Map<byte[], String> known = Collections.synchronizedMap(new WeakHashMap<>());

    private final Optional<StampedIds> stamped;

    Ids(Optional<StampedIds> stamped) {
      this.stamped = stamped;
    }

    private String of(byte[] content) {
      String id = known.get(content);
      if (id == null) {
        id = digest(content);
        known.put(content, id);
      }
      return id;
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    return files.computeIfAbsent(path, sources::read);
  }

  /// {@return a word that is the same for the same content only}
  String id(String path) {
    return idsByPath.computeIfAbsent(path, this::find);
  }

  private String find(String path) {
    Optional<String> stamp = ids.stamped.flatMap(_ -> stamps.stamp(path));
    if (stamp.isEmpty()) {
      return read(path).map(ids::of).orElse(ABSENT);
    }
    StampedIds known = ids.stamped.get();
    Optional<String> same = known.id(path, stamp.get());
    if (same.isPresent()) {
      return same.get();
    }
    String id = read(path).map(ids::of).orElse(ABSENT);
    known.note(path, stamp.get(), id);
    return id;
  }

  /// {@return the start of a SHA-256; patches come from strangers, who must not be able to make two
  /// contents look alike}
  static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
