package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.mmlens.report.Printable;

/// What is wrong with a file, in words: the message of an exception is often just its path.
final class Reasons {

  private Reasons() {}

  /// {@return the reason, without the path, safe to print}
  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "no permission";
      case NotDirectoryException _ -> "a part of the path is no folder";
      case FileAlreadyExistsException _ -> "a file of that name is there";
      case FileSystemException f when f.getReason() != null -> lowerCase(f.getReason());
      default -> lowerCase(String.valueOf(e.getMessage()));
    };
  }

  /// {@return the text without the capital letter it may begin with, safe to print}
  static String lowerCase(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + Printable.of(text.substring(1));
  }
}
