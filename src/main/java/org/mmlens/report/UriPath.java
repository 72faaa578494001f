package org.mmlens.report;

import java.nio.charset.StandardCharsets;

/// A path as a relative URI reference (RFC 3986 §3.3).
final class UriPath {

  private static final String UNRESERVED = "-._~/";

  private UriPath() {}

  /// {@return the path with every byte escaped that may not stand in a path, or might end it}
  static String of(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || UNRESERVED.indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}
