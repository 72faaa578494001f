package org.mmlens.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.mail.PatchText;

/// The mails under `src/test/resources/mail` and the small tree they are made for.
final class Corpus {

  static final Path ROOT = Path.of("src/test/resources/mail");

  /// One folder of the corpus.
  ///
  /// @param name its name, which says the rule
  /// @param folder where it stands
  /// @param inputs what is given to the reader
  record Case(String name, Path folder, List<Path> inputs) {

    Path expected() {
      return folder.resolve("expected.txt");
    }

    /// {@return why git comes to something else; empty where it must agree}
    Optional<String> gitDiffers() {
      return reason("git-differs.txt");
    }

    /// {@return why b4 comes to something else; empty where it must agree}
    Optional<String> b4Differs() {
      return reason("b4-differs.txt");
    }

    private Optional<String> reason(String name) {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Optional.of(Corpus.text(file).strip()) : Optional.empty();
    }

    /// {@return the files to hand to `git am`, in order}
    List<String> filesForGit() {
      return inputs.stream()
          .flatMap(input -> Files.isDirectory(input) ? files(input) : Stream.of(input))
          .map(path -> path.toAbsolutePath().toString())
          .toList();
    }

    private static Stream<Path> files(Path folder) {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).sorted().toList().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Corpus() {}

  static List<Case> cases() {
    try (Stream<Path> folders = Files.list(ROOT.resolve("cases"))) {
      return folders.sorted().map(Corpus::load).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case load(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> inputs =
          children.filter(p -> p.getFileName().toString().startsWith("mail")).sorted().toList();
      return new Case(folder.getFileName().toString(), folder, inputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the tree that `base.patch` makes out of nothing}
  static OverlayTree base() {
    var text = PatchText.of("base.patch", bytes(ROOT.resolve("base.patch")));
    if (PatchParser.parse(text) instanceof PatchReading.Read(var patch, _)
        && PatchApplier.apply(OverlayTree.ofFiles(Map.of()), patch, "base")
            instanceof Application.Applied applied) {
      return applied.tree();
    }
    throw new AssertionError("base.patch does not apply");
  }

  /// Makes the same tree in a repository; {@return the commit}
  static String base(Git git) {
    git.must("am", "-q", "--keep-cr", ROOT.resolve("base.patch").toAbsolutePath().toString());
    return git.must("rev-parse", "HEAD");
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }
}
