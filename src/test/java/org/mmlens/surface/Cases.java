package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mmlens.tree.DirectoryTree;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Small trees with changes: `src/test/resources/surface/base` and the edits in `cases`.
///
/// `edit PATH` names a file; lines that begin with `-` are looked for there as one block and
/// replaced, wherever they stand, by the lines with `+` that follow.
final class Cases {

  static final Path ROOT = Path.of("src/test/resources/surface");

  private Cases() {}

  static SourceTree base() {
    return DirectoryTree.of(ROOT.resolve("base"), "base");
  }

  static Stream<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("cases"))) {
      return files.filter(p -> p.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  static SurfaceDelta delta(Path script) {
    try {
      return delta(Files.readString(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what the edits change}
  static SurfaceDelta delta(String script) {
    OverlayTree after = edited(base(), script);
    return Surface.delta(base(), after, after.changes().keySet());
  }

  static OverlayTree edited(SourceTree tree, String script) {
    Map<String, String> texts = new TreeMap<>();
    String path = "";
    List<String> old = new ArrayList<>();
    List<String> now = new ArrayList<>();
    for (String line : (script + "edit \n").lines().toList()) {
      boolean starts = line.startsWith("edit ") || line.startsWith("-") && !now.isEmpty();
      if (starts && !(old.isEmpty() && now.isEmpty())) {
        texts.merge(path, "", (text, none) -> text);
        texts.put(path, replaced(texts.get(path), old, now, path));
        old.clear();
        now.clear();
      }
      if (line.startsWith("edit ")) {
        path = line.substring("edit ".length());
        texts.computeIfAbsent(path, p -> tree.text(p).orElse(""));
      } else if (line.startsWith("-")) {
        old.add(line.substring(1));
      } else if (line.startsWith("+")) {
        now.add(line.substring(1));
      }
    }
    return overlay(tree, texts);
  }

  private static String replaced(String text, List<String> old, List<String> now, String path) {
    String was = String.join("\n", old) + "\n";
    String is = now.isEmpty() ? "" : String.join("\n", now) + "\n";
    assertTrue(("\n" + text).contains("\n" + was), () -> path + " has no lines\n" + was);
    return ("\n" + text).replace("\n" + was, "\n" + is).substring(1);
  }

  private static OverlayTree overlay(SourceTree tree, Map<String, String> texts) {
    Map<String, OverlayTree.Change> changes = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (!path.isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            changes.put(path, new OverlayTree.Change.Written(FileMode.REGULAR, bytes));
          }
        });
    return OverlayTree.of(tree, changes, "edited");
  }

  /// {@return the delta as a report would print it}
  static String rendered(SurfaceDelta delta) {
    var out = new StringBuilder();
    for (SurfaceChange change : delta.changes()) {
      out.append(
          "%s: %s: %s [%s]\n"
              .formatted(
                  change.at(),
                  change.severity().name().toLowerCase(Locale.ROOT),
                  change.message(),
                  change.rule()));
      change.evidence().forEach(line -> out.append("  ").append(line).append('\n'));
    }
    return out.toString();
  }
}
