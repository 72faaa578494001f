package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mmlens.report.Printable;

/// Looks before a review whether what it finds can be put where it shall go. No file is made or
/// changed by that; a disk that is full is found out when it is written to.
final class Writable {

  private Writable() {}

  /// Refuses a file that cannot be written.
  ///
  /// @param option what named it
  /// @param file need not exist
  static void file(String option, Path file) {
    if (Files.isDirectory(file)) {
      throw refused(option, file, "it is a folder, expected a file");
    }
    if (Files.exists(file)) {
      if (!Files.isWritable(file)) {
        throw refused(option, file, "no permission to write to it");
      }
      return;
    }
    Path folder = parent(file);
    if (!Files.exists(folder)) {
      throw refused(option, file, "its folder does not exist");
    }
    mayHoldMore(option, file, folder);
  }

  /// Makes a folder, and refuses one in which no files can be made.
  ///
  /// @param option what named it
  /// @param folder need not exist, nor those it lies in
  static void folder(String option, Path folder) {
    if (folder.toString().isEmpty()) {
      throw Refusal.usage("found an empty " + option + ", expected a folder");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refused(option, folder, "it is a file, expected a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw refused(option, folder, "the folder cannot be made: " + Reasons.of(e));
    }
    mayHoldMore(option, folder, folder);
  }

  private static void mayHoldMore(String option, Path wanted, Path folder) {
    String name = Printable.of(folder.toString());
    if (!Files.isDirectory(folder)) {
      throw refused(option, wanted, "'" + name + "' is a file, expected a folder");
    }
    if (!Files.isWritable(folder)) {
      throw refused(option, wanted, "no permission to write in folder '" + name + "'");
    }
  }

  private static Path parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  private static Refusal refused(String option, Path path, String why) {
    return Refusal.usage(
        "%s: '%s' cannot be written: %s".formatted(option, Printable.of(path.toString()), why));
  }
}
