package org.mmlens.surface;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mmlens.tree.DirectoryTree;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// A real kernel tree, and the tools that serve as oracles on it.
final class RealKernel {

  static final Path FOLDER = Path.of("fixtures/kernels/linux-source-6.12");

  /// Keeps the index from one test run to the next; it is checked against the files' times.
  static final Path NAMES = Path.of("target/kernel-names/linux-source-6.12.names");

  private RealKernel() {}

  static SourceTree tree() {
    assumeTrue(Files.isDirectory(FOLDER), "no kernel at " + FOLDER);
    return DirectoryTree.of(FOLDER, "linux-source-6.12");
  }

  /// {@return the tree with one file edited}
  static OverlayTree edited(SourceTree tree, Map<String, UnaryOperator<String>> edits) {
    Map<String, OverlayTree.Change> changes = new TreeMap<>();
    edits.forEach(
        (path, edit) -> {
          String text = new String(tree.read(path).orElseThrow(), StandardCharsets.ISO_8859_1);
          byte[] bytes = edit.apply(text).getBytes(StandardCharsets.ISO_8859_1);
          changes.put(path, new OverlayTree.Change.Written(FileMode.REGULAR, bytes));
        });
    return OverlayTree.of(tree, changes, "edited");
  }

  /// {@return the C files of the kernel in which grep finds the pattern, outside of `tools/`}
  static SortedSet<String> grep(String pattern, String... folders) {
    List<String> command =
        new ArrayList<>(List.of("grep", "-rlP", "--include=*.c", "--include=*.h", "-e", pattern));
    command.addAll(List.of(folders));
    SortedSet<String> files = new TreeSet<>(run(command));
    files.removeIf(path -> !Paths.kernel(path));
    return files;
  }

  /// {@return whether the program can be run here}
  static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// {@return the lines a program prints, run in the kernel tree}
  static List<String> run(List<String> command) {
    try {
      var builder = new ProcessBuilder(command).directory(FOLDER.toFile());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      process.waitFor();
      return new String(out, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
