package org.mmlens.c;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.c.parse.Sources;

/// The files of a tree, each read once, with a word for the content of each.
final class Contents implements Sources {

  /// The word of a file that is not there.
  private static final String ABSENT = "-";

  private static final int ID_BYTES = 20;

  private final Sources sources;
  private final Ids ids;
  private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();

  Contents(Sources sources, Ids ids) {
    this.sources = sources;
    this.ids = ids;
  }

  /// Words for contents, so that trees that share a file share the work on it.
  static final class Ids {
    private final Map<byte[], String> known = Collections.synchronizedMap(new IdentityHashMap<>());

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
    return read(path).map(ids::of).orElse(ABSENT);
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
