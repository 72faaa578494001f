package org.mmlens.tree;

import java.util.ArrayDeque;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/// Which paths name a file of a tree: relative, inside it, and not inside git's own folder.
public final class TreePath {

  private static final ObjectChecker CHECKER = new ObjectChecker().setSafeForMacOS(true);
  private static final int MAX_LENGTH = 4096;

  private TreePath() {}

  /// {@return why the path cannot name a file of a tree; empty where it can}
  ///
  /// @param path the path
  public static Optional<String> objection(String path) {
    if (path.startsWith("/")) {
      return Optional.of("it is absolute");
    }
    if (path.length() > MAX_LENGTH) {
      return Optional.of("it is longer than " + MAX_LENGTH + " characters");
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        return Optional.of("it leaves the tree");
      }
    }
    try {
      CHECKER.checkPath(path);
      return Optional.empty();
    } catch (CorruptObjectException refused) {
      return Optional.of("git would not store it: " + refused.getMessage());
    }
  }

  /// {@return whether the path can name a file of a tree}
  ///
  /// @param path the path
  public static boolean inTree(String path) {
    return objection(path).isEmpty();
  }

  /// {@return the path a symbolic link leads to; empty where it leaves the tree}
  ///
  /// @param link the path of the link
  /// @param target its content
  static Optional<String> linkTarget(String link, String target) {
    if (target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var parts = new ArrayDeque<String>();
    if (link.indexOf('/') >= 0) {
      for (String part : folderOf(link).split("/")) {
        parts.addLast(part);
      }
    }
    for (String part : target.split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts)).filter(p -> p.isEmpty() || inTree(p));
  }

  /// {@return the folder the path lies in; the empty string for the root}
  static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// {@return the last part of the path}
  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// {@return whether the path is below the folder, the root being above everything}
  static boolean below(String path, String folder) {
    return folder.isEmpty()
        || (path.length() > folder.length()
            && path.startsWith(folder)
            && path.charAt(folder.length()) == '/');
  }
}
