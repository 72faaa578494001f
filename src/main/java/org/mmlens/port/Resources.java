package org.mmlens.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The files that come with this package.
final class Resources {

  private Resources() {}

  /// {@return the content of a file}
  ///
  /// @param name relative to this package
  static Optional<byte[]> bytes(String name) {
    if (name.contains("..") || name.endsWith("/")) {
      return Optional.empty();
    }
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the content of a file that must be there}
  ///
  /// @param name relative to this package
  static String text(String name) {
    byte[] content =
        bytes(name).orElseThrow(() -> new IllegalStateException("resource missing: " + name));
    return new String(content, StandardCharsets.UTF_8);
  }

  /// {@return the fields of the lines that are neither empty nor a comment}
  ///
  /// @param name a file of lines with fields between spaces
  static List<List<String>> table(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.strip().split("\\s+")))
        .toList();
  }
}
