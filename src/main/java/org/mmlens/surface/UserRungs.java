package org.mmlens.surface;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.Use;

/// Says how far from a symbol its users are.
final class UserRungs {

  private UserRungs() {}

  /// How far a user is.
  private enum Distance {
    OWN,
    FOLDER,
    KERNEL
  }

  /// {@return how many files of each rung use the symbol, e.g. `1 file in its folder, 2 files
  /// elsewhere (drivers, fs)`}
  static String text(List<Use> users, Symbol symbol) {
    Map<Distance, Set<String>> files = new EnumMap<>(Distance.class);
    for (Use use : users) {
      files.computeIfAbsent(distance(use.path(), symbol), d -> new TreeSet<>()).add(use.path());
    }
    List<String> parts = new ArrayList<>();
    files.forEach((distance, paths) -> parts.add(part(distance, paths)));
    return String.join(", ", parts);
  }

  private static Distance distance(String path, Symbol symbol) {
    String home = symbol.main().path();
    if (path.equals(home)) {
      return Distance.OWN;
    }
    boolean header = Paths.header(home);
    return !header && Paths.folder(path).equals(Paths.folder(home))
        ? Distance.FOLDER
        : Distance.KERNEL;
  }

  private static String part(Distance distance, Set<String> paths) {
    String count = paths.size() == 1 ? "1 file" : paths.size() + " files";
    return switch (distance) {
      case OWN -> "in its own file";
      case FOLDER -> count + " more in its folder";
      case KERNEL -> count + " elsewhere (" + String.join(", ", tops(paths)) + ")";
    };
  }

  private static Set<String> tops(Set<String> paths) {
    Set<String> tops = new TreeSet<>();
    paths.forEach(path -> tops.add(path.replaceFirst("/.*", "/")));
    return tops;
  }
}
