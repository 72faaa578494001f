package org.mmlens.bot.sink;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where the reports of a series lie, and where they are seen from outside.
///
/// The name of a series' folder comes from its Message-ID alone: a link to it stays true.
///
/// @param folder holds an index and a folder for each series
/// @param url where that folder is seen from outside, if it is
public record ReportPlaces(Path folder, Optional<URI> url) {

  /// {@return the folder of a series}
  ///
  /// @param series the Message-ID of its first mail, without angle brackets
  public Path of(String series) {
    return folder.resolve(Names.of(series));
  }

  /// {@return where the report of a series is seen; empty where nothing is seen from outside}
  ///
  /// @param series the Message-ID of its first mail, without angle brackets
  public Optional<URI> urlOf(String series) {
    return url.map(
        base -> {
          String text = base.toString();
          return URI.create((text.endsWith("/") ? text : text + "/") + Names.of(series) + "/");
        });
  }
}
