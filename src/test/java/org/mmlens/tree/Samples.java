package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.mail.PatchText;

/// Small trees and diffs for tests.
final class Samples {

  private Samples() {}

  /// {@return a tree of these files: path, content, path, content, …}
  static OverlayTree tree(String... pathsAndTexts) {
    var files = new TreeMap<String, byte[]>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return OverlayTree.ofFiles(files);
  }

  static PatchSet patch(String diff) {
    return switch (PatchParser.parse(text(diff))) {
      case PatchReading.Read(var patch, _) -> patch;
      case PatchReading.Refused(var errors) -> throw new AssertionError(errors.getFirst().render());
    };
  }

  static PatchText text(String diff) {
    return PatchText.of("p.patch", diff.getBytes(StandardCharsets.UTF_8));
  }

  static Application.Applied applied(SourceTree tree, String diff) {
    return switch (PatchApplier.apply(tree, patch(diff), "after")) {
      case Application.Applied applied -> applied;
      case Application.Refused(var errors, _) ->
          throw new AssertionError(errors.getFirst().render());
    };
  }

  static Application.Refused refused(SourceTree tree, String diff) {
    return switch (PatchApplier.apply(tree, patch(diff), "after")) {
      case Application.Applied _ -> throw new AssertionError("it applies");
      case Application.Refused refused -> refused;
    };
  }

  /// {@return the codes of what is wrong with the diff}
  static Map<String, String> faults(String diff) {
    var found = new TreeMap<String, String>();
    if (PatchParser.parse(text(diff)) instanceof PatchReading.Refused(var errors)) {
      errors.forEach(e -> found.put(e.code(), e.at() + ": " + e.message()));
    }
    return found;
  }
}
